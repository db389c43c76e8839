"""Numbers, percents, money and dates as the document's language and the seller's country write them."""

from app.documents.numbers.conventions import Conventions, conventions_for, document_locale
from app.documents.numbers.figures import Figures

__all__ = ["Conventions", "Figures", "conventions_for", "document_locale"]

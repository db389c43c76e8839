"""The steps of a send as a person would tell them: what it was about, and what was done with it."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.ui.language import QT_TRANSLATE_NOOP

_MATTERS: Final = {
    "account": QT_TRANSLATE_NOOP("Steps", "Account"),
    "balance": QT_TRANSLATE_NOOP("Steps", "Account"),
    "me": QT_TRANSLATE_NOOP("Steps", "Account"),
    "identify": QT_TRANSLATE_NOOP("Steps", "Account"),
    "coupon": QT_TRANSLATE_NOOP("Steps", "Coupon"),
    "credit_note": QT_TRANSLATE_NOOP("Steps", "Credit note"),
    "currency": QT_TRANSLATE_NOOP("Steps", "Currency"),
    "customer": QT_TRANSLATE_NOOP("Steps", "Customer"),
    "file": QT_TRANSLATE_NOOP("Steps", "PDF"),
    "invoice": QT_TRANSLATE_NOOP("Steps", "Invoice"),
    "void": QT_TRANSLATE_NOOP("Steps", "Invoice"),
    "item": QT_TRANSLATE_NOOP("Steps", "Item"),
    "reference": QT_TRANSLATE_NOOP("Steps", "Reference"),
    "supplier": QT_TRANSLATE_NOOP("Steps", "Supplier"),
    "tax": QT_TRANSLATE_NOOP("Steps", "Tax rate"),
    "terms": QT_TRANSLATE_NOOP("Steps", "Payment terms"),
}
_SEARCH: Final = QT_TRANSLATE_NOOP("Steps", "look for it")
_READ: Final = QT_TRANSLATE_NOOP("Steps", "read")
_ACTS: Final = {
    **dict.fromkeys(("find", "look", "lookup", "list", "check", "existing"), _SEARCH),
    **dict.fromkeys(("read", "fetch", "lines", "sections", "conflict", "me", "identify"), _READ),
    "import": QT_TRANSLATE_NOOP("Steps", "import"),
    "upload": QT_TRANSLATE_NOOP("Steps", "upload"),
    "finalise": QT_TRANSLATE_NOOP("Steps", "make final"),
    "validate": QT_TRANSLATE_NOOP("Steps", "make final"),
    "email": QT_TRANSLATE_NOOP("Steps", "send by e-mail"),
    "send": QT_TRANSLATE_NOOP("Steps", "send by e-mail"),
    "pay": QT_TRANSLATE_NOOP("Steps", "mark as paid"),
    "paid": QT_TRANSLATE_NOOP("Steps", "mark as paid"),
    "payment": QT_TRANSLATE_NOOP("Steps", "mark as paid"),
    "void": QT_TRANSLATE_NOOP("Steps", "void"),
    "delete": QT_TRANSLATE_NOOP("Steps", "delete"),
    "link": QT_TRANSLATE_NOOP("Steps", "link"),
    "quote": QT_TRANSLATE_NOOP("Steps", "make from the quote"),
    "create": QT_TRANSLATE_NOOP("Steps", "create"),
    "item": QT_TRANSLATE_NOOP("Steps", "create"),
    "customer": _SEARCH,
}
"""What is done, by words of a step's name, the telling ones first: `customer.create.find` looks for it.

`item.<key>` creates one, `customer.<field>` looks for one by that field.
"""


def step_words(step: str) -> str:
    """The step in the interface's language; a step without words keeps its own name."""
    matter = _MATTERS.get(step.partition(".")[0])
    told = set(re.split(r"[._]", step))
    act = next((words for word, words in _ACTS.items() if word in told), None)
    if matter is None or act is None:
        return step
    words = QCoreApplication.translate("Steps", "{matter}: {act}")
    translate = QCoreApplication.translate
    return words.format(matter=translate("Steps", matter), act=translate("Steps", act))

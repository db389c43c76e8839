"""Who we are, and how our documents are numbered."""

from __future__ import annotations

from pydantic import ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.draft import DocumentKind
from app.services.contacts import BadPattern, Profile, Series, check_pattern
from app.services.workspace import SeriesGaps
from app.ui.clock import today
from app.ui.forms.names import NameList
from app.ui.jobs import Job
from app.ui.pages.codes import countries, currencies, document_languages
from app.ui.pages.gaps import gap_lines
from app.ui.pages.invalid import Entries, InvalidEntries, from_validation
from app.ui.pages.party_fields import MODEL_NAMES, bank_fields, party_fields, party_from, texts_of
from app.ui.pages.record_form import RecordField, RecordForm
from app.ui.session import Session
from app.ui.theme import Theme, set_role


class SellerSettings(QWidget):
    """Our name, address, numbers and bank, and what new documents start with."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.form = RecordForm(
            [
                *party_fields(),
                *bank_fields(),
                RecordField(
                    "language",
                    self.tr("Language of new documents"),
                    "choice",
                    span=3,
                    choices=document_languages(),
                ),
                RecordField(
                    "currency", self.tr("Currency of new documents"), "choice", span=3, choices=currencies()
                ),
                RecordField("payment_days", self.tr("Days to pay"), span=3),
                RecordField(
                    "price_entry",
                    self.tr("Prices are typed"),
                    "choice",
                    span=3,
                    choices=(("net", self.tr("without VAT")), ("gross", self.tr("with VAT"))),
                ),
                RecordField("payment_text", self.tr("Terms of payment, as printed"), "text"),
                RecordField("special_mention", self.tr("Legal sentence below the totals"), "text"),
                RecordField("footer", self.tr("Small text at the foot"), "text"),
            ],
            theme,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.edited.connect(self.edited)

    def use_names(self, names: NameList) -> None:
        """Offer countries by their names, when those are known."""
        self._names = names
        names.arrived.connect(self._on_names_arrived)
        self._on_names_arrived()

    def _on_names_arrived(self) -> None:
        self.form.set_choices("country", countries(self._names.countries))

    def show_profile(self, profile: Profile) -> None:
        """Fill the form."""
        terms = profile.payment_terms
        self.form.show_values(
            texts_of(profile.seller)
            | {
                "language": profile.language,
                "currency": profile.currency,
                "payment_days": "" if terms.days is None else str(terms.days),
                "price_entry": profile.price_entry,
                "payment_text": terms.text,
                "special_mention": profile.special_mention,
                "footer": profile.footer,
            }
        )

    def changed(self, before: Profile) -> Profile:
        """The profile with what the form says; unchanged, with words under the fields, if that is wrong."""
        entries = Entries(self.form.values())
        try:
            days = entries.count("payment_days", 3650)
            entries.finish()
            changes = {
                "seller": party_from(entries, before.seller, with_bank=True),
                "language": entries.text("language"),
                "currency": entries.text("currency"),
                "payment_terms": before.payment_terms.model_copy(
                    update={"days": days, "text": entries.text("payment_text")}
                ),
                "price_entry": entries.text("price_entry"),
                "special_mention": entries.text("special_mention"),
                "footer": entries.text("footer"),
            }
            profile = Profile.model_validate(dict(before) | changes)
        except InvalidEntries as invalid:
            self.form.set_errors(invalid.sentences)
            return before
        except ValidationError as error:
            self.form.set_errors(from_validation(error, MODEL_NAMES).sentences)
            return before
        self.form.set_errors({})
        return profile


class NumberSettings(QWidget):
    """The patterns of the numbers, with the next one each would give."""

    edited = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._job: Job | None = None
        resets = (
            ("year", self.tr("each year")),
            ("month", self.tr("each month")),
            ("never", self.tr("never")),
        )
        continued = self.tr("after the last one")
        self.form = RecordForm(
            [
                RecordField("invoice", self.tr("Invoices"), span=2),
                RecordField("invoice_reset", self.tr("Starts again"), "choice", span=2, choices=resets),
                RecordField("invoice_next", self.tr("Continue at"), span=2, placeholder=continued),
                RecordField("credit_note", self.tr("Credit notes"), span=2),
                RecordField("credit_note_reset", self.tr("Starts again"), "choice", span=2, choices=resets),
                RecordField("credit_note_next", self.tr("Continue at"), span=2, placeholder=continued),
            ],
            theme,
        )
        hint = QLabel(
            self.tr("{hint} are filled in when a number is taken.").format(
                hint="{year}, {yy}, {month}, {counter:04}"
            )
        )
        hint.setWordWrap(True)
        set_role(hint, "label")
        self.preview = QLabel()
        set_role(self.preview, "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(hint)
        column.addWidget(self.preview)
        self.gaps = QLabel()
        self.gaps.setWordWrap(True)
        self.gaps.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.gaps, "secondary")
        column.addWidget(self.gaps)
        self.form.edited.connect(self.edited)

    def show_profile(self, profile: Profile) -> None:
        """Fill the form and show the next numbers."""
        values: dict[str, str] = {}
        for kind in _KINDS:
            series = profile.series_of("default", kind) or Series(kind=kind)
            values[kind] = series.pattern
            values[f"{kind}_reset"] = series.reset
            values[f"{kind}_next"] = "" if series.next is None else str(series.next)
        self.form.show_values(values)
        self.refresh_preview()

    def changed(self, before: Profile) -> Profile:
        """The profile with the series of the form; unchanged if one gives no unique numbers."""
        entries = Entries(self.form.values())
        made: list[Series] = []
        for kind in _KINDS:
            start = entries.count(f"{kind}_next", 10**11)
            pattern = entries.text(kind)
            reset = entries.text(f"{kind}_reset")
            try:
                check_pattern(
                    pattern, "year" if reset == "year" else "month" if reset == "month" else "never"
                )
                made.append(
                    Series.model_validate(
                        {"kind": kind, "pattern": pattern, "reset": reset, "next": start or None}
                    )
                )
            except BadPattern:
                entries.sentences[kind] = self.tr(
                    "Write {counter} once, and {year} or {yy} when it starts again: F{year}-{counter:04}"
                )
            except ValidationError:
                entries.sentences[kind] = self.tr("This pattern is too long.")
        self.form.set_errors(entries.sentences)
        if entries.sentences:
            return before
        others = tuple(series for series in before.series if series.id != "default")
        return before.model_copy(update={"series": (*made, *others)})

    def refresh_preview(self, _saved: object = None) -> None:
        """Ask which numbers would come next, and which are missing."""
        on = today()
        if self._job is not None:
            self._job.abandon()
        self._job = self._session.call(
            lambda workspace: (
                [workspace.next_number("default", kind, on) for kind in _KINDS],
                workspace.gaps(),
            )
        ).then(self._on_next_found, self._on_next_unknown)

    def _on_next_found(self, found: tuple[list[str], list[SeriesGaps]]) -> None:
        self._job = None
        numbers, gaps = found
        self.gaps.setText("\n".join(gap_lines(gaps)))
        self.preview.setText(
            self.tr("Next: {invoice} for an invoice, {credit_note} for a credit note").format(
                invoice=numbers[0], credit_note=numbers[1]
            )
        )

    def _on_next_unknown(self, _error: Exception) -> None:
        self._job = None
        self.preview.setText("")


_KINDS: tuple[DocumentKind, ...] = ("invoice", "credit_note")

"""An e-invoice beside its page: places are taken from it, and differences are said with both figures."""

from __future__ import annotations

from app.intake.compare import compared
from app.intake.page import Box, Pages, PageText, Word
from app.intake.reading import FieldName, FieldReading, Reading, Remark

BOX = Box(10, 10, 50, 20)


def page(*lines: str) -> Pages:
    """A page of these lines."""
    words = []
    for number, line in enumerate(lines):
        x = 50.0
        for text in line.split():
            words.append(Word(text, Box(x, 50 + 20 * number, x + 6 * len(text), 60 + 20 * number), 10))
            x += 6 * len(text) + 4
    return Pages((PageText(1, 595, 842, tuple(words)),), 1)


def stated(**values: str) -> Reading:
    fields = {name: FieldReading(value, 1.0, "xml", True) for name, value in values.items()}
    return Reading("", "invoice", fields)  # type: ignore[arg-type]


def shown(is_sure: bool = True, **values: str) -> Reading:
    fields = {name: FieldReading(value, 0.9, "text", is_sure, 1, BOX) for name, value in values.items()}
    return Reading("", "invoice", fields, language="fr")  # type: ignore[arg-type]


def beside(xml: Reading, seen: Reading, *lines: str) -> tuple[Reading, list[tuple[str, FieldName]]]:
    found = compared(xml, seen, page(*lines))
    return found, [(remark.code, remark.fields[0]) for remark in found.warnings]


def test_a_value_that_is_the_same_stays_sure_and_gets_its_place() -> None:
    found, told = beside(stated(gross="1250.5"), shown(gross="-1250.50"), "Total 1 250,50")
    assert told == []
    assert found.fields["gross"] == FieldReading("1250.5", 1.0, "xml", True, 1, BOX)
    assert found.language == "fr"


def test_another_total_on_the_page_is_said_with_both_figures_and_neither_is_sure() -> None:
    found, _ = beside(stated(gross="571.04"), shown(gross="406.82"), "Total 406,82")
    assert found.warnings == (
        Remark("xml_differs", {"field": "gross", "xml": "571.04", "page": "406.82"}, ("gross",)),
    )
    gross = found.fields["gross"]
    assert (gross.value, gross.is_sure, gross.page) == ("571.04", False, 1)


def test_a_value_that_stands_elsewhere_on_the_page_is_no_difference() -> None:
    for line in ("Sum 571.04 paid 100.00", "Summe 571,04 EUR"):
        assert beside(stated(gross="571.04"), shown(gross="100"), line)[1] == []
    for line in ("du 12.03.2026", "le 12 mars 2026", "03/12/2026", "2026-03-12"):
        assert beside(stated(date="2026-03-12"), shown(date="2026-01-01"), line)[1] == []
    assert beside(stated(invoice_number="F-1/22"), shown(invoice_number="9"), "No. F 1 22")[1] == []


def test_what_no_page_of_an_invoice_lacks_is_not_sure_when_the_page_lacks_it() -> None:
    xml = stated(invoice_number="F-1", date="2026-03-12", gross="10", net="9", due_date="2026-04-01")
    found, told = beside(xml, shown(), "Nothing here")
    assert told == [
        ("xml_not_on_page", "invoice_number"),
        ("xml_not_on_page", "date"),
        ("xml_not_on_page", "gross"),
    ]
    assert [name for name, value in found.fields.items() if value.is_sure] == ["net", "due_date"]


def test_a_doubtful_value_of_the_page_is_no_witness() -> None:
    assert beside(stated(net="10"), shown(is_sure=False, net="12"), "net 12,00")[1] == []


def test_without_words_on_the_page_the_e_invoice_stands_alone() -> None:
    xml = stated(gross="10")
    assert compared(xml, None, Pages((), 1)) is xml

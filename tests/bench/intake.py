"""Reading suppliers' invoices: how much of it is right, before and after one example, and how fast."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pypdfium2 as pdfium

from app.intake.fields.choose_supplier import bare
from app.intake.fields.learn import learn
from app.intake.fields.memory import Memory
from app.intake.fields.read import read_pages
from app.intake.page import Pages
from app.intake.pdf_text import pages_of
from app.intake.reading import FieldName, Reading
from app.intake.worker import Reader
from tests.bench.intake_answers import FIELDS, KEY_FIELDS, Case, cases, value_of
from tests.bench.others import templates_of_others
from tests.bench.rows import Row
from tests.intake.invented.judging import judged

TARGETS: Mapping[FieldName, float] = {
    "invoice_number": 95,
    "date": 95,
    "due_date": 90,
    "currency": 95,
    "net": 90,
    "tax": 90,
    "gross": 95,
    "supplier_name": 85,
}
INVENTED_FROM = 20_000
"""Seeds no test uses."""
ALL_RIGHT, ALL_RIGHT_TAUGHT, BOXES, A_SECOND = 65, 90, 98, 20


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    found = cases()
    if not found:
        yield Row("(no corpus of suppliers' invoices here)", None)
        return
    pages = {case.name: _pages(case) for case in found}
    readings = {case.name: read_pages(pages[case.name]) for case in found}
    for title, some in _kinds(found):
        yield from _accuracy(title, some, readings)
    yield from _sureness(found, readings)
    yield from _boxes(found, readings)
    yield from _learning(found, pages, readings, quick=quick)
    yield from _speed(found, pages)
    yield from _others(found)
    yield from _invented(quick=quick)


def _invented(*, quick: bool) -> Iterator[Row]:
    """Invoices drawn for the purpose, with the words the reader was made with and with those kept apart."""
    count = 70 if quick else 350
    for title, fresh in (("drawn", False), ("drawn, words kept apart", True)):
        results = [judged(INVENTED_FROM + seed, fresh=fresh) for seed in range(count)]
        for field in FIELDS:
            share = _percent(sum(field in result.right for result in results), count)
            sure = sum(field in result.sure for result in results)
            note = f"{sure} sure"
            yield Row(f"{title} ({count}): {field}", share, "%", TARGETS.get(field), better="more", note=note)
        whole = sum(result.right.issuperset(KEY_FIELDS) for result in results)
        yield Row(
            f"{title} ({count}): all key fields right", _percent(whole, count), "%", ALL_RIGHT, better="more"
        )
        wrong = sum(len(result.wrongly_sure) for result in results)
        yield Row(f"{title}: sure and wrong", wrong, "", note="is to be 0")


def _pages(case: Case) -> Pages:
    document = pdfium.PdfDocument(case.path)
    try:
        return pages_of(document)
    finally:
        document.close()


def _kinds(found: Sequence[Case]) -> Iterator[tuple[str, list[Case]]]:
    for title, is_generated in (("published", False), ("generated", True)):
        some = [case for case in found if case.is_generated == is_generated]
        if some:
            yield f"{title} ({len(some)})", some


def _accuracy(title: str, some: Sequence[Case], readings: Mapping[str, Reading]) -> Iterator[Row]:
    right = {case.name: case.right_fields(readings[case.name]) for case in some}
    for field in FIELDS:
        count = sum(field in fields for fields in right.values())
        note = ""
        if field == "supplier_name":
            named = sum(_is_named(case, readings[case.name]) for case in some)
            note = f"{_percent(named, len(some)):.0f} % but for the legal form"
        yield Row(
            f"{title}: {field}", _percent(count, len(some)), "%", TARGETS.get(field), better="more", note=note
        )
    whole = sum(fields.issuperset(KEY_FIELDS) for fields in right.values())
    yield Row(f"{title}: all key fields right", _percent(whole, len(some)), "%", ALL_RIGHT, better="more")


def _is_named(case: Case, reading: Reading) -> bool:
    value = value_of(reading, "supplier_name")
    return case.is_right("supplier_name", value) or bare(str(case.expected.get("supplier_name"))) == bare(
        value
    )


def _sureness(found: Sequence[Case], readings: Mapping[str, Reading]) -> Iterator[Row]:
    sure, wrong = Counter[FieldName](), 0
    for case in found:
        right = case.right_fields(readings[case.name])
        for field in FIELDS:
            value = readings[case.name].fields.get(field)
            if value is not None and value.is_sure:
                sure[field] += 1
                wrong += field not in right
    note = ", ".join(f"{field} {sure[field]}" for field in FIELDS)
    yield Row("fields shown as sure", sum(sure.values()), "", note=f"of {len(found)} documents: {note}")
    yield Row("  of these wrong", wrong, "", note="is to be 0")


def _boxes(found: Sequence[Case], readings: Mapping[str, Reading]) -> Iterator[Row]:
    right = boxed = 0
    for case in found:
        for field in case.right_fields(readings[case.name]):
            value = readings[case.name].fields.get(field)
            if value is not None:
                right += 1
                boxed += value.box is not None
    yield Row("right fields shown on the page", _percent(boxed, right), "%", BOXES, better="more")


def _learning(
    found: Sequence[Case], pages: Mapping[str, Pages], readings: Mapping[str, Reading], *, quick: bool
) -> Iterator[Row]:
    """One example of each supplier, then its other documents; and whether others' lessons spoil anything."""
    groups = defaultdict(list)
    for case in found:
        groups[case.group].append(case)
    pairs = before = after = broken = sure_and_wrong = 0
    for case in found:
        lesson = learn(Memory(), pages[case.name], case.answer)
        for other in found if not quick else groups[case.group]:
            if other is case:
                continue
            is_own = other.group == case.group
            taught = read_pages(pages[other.name], memory=lesson)
            was, now = other.right_fields(readings[other.name]), other.right_fields(taught)
            broken += len(was - now)
            sure_and_wrong += sum(
                value.is_sure for name, value in taught.fields.items() if name in set(FIELDS) - now
            )
            if is_own:
                pairs += 1
                before += was.issuperset(KEY_FIELDS)
                after += now.issuperset(KEY_FIELDS)
    yield Row(
        "all right before any example", _percent(before, pairs), "%", note=f"{pairs} pairs of one supplier"
    )
    yield Row("all right after one example", _percent(after, pairs), "%", ALL_RIGHT_TAUGHT, better="more")
    yield Row("  right fields that an example broke", broken, "", note="is to be 0")
    yield Row("  sure and wrong after an example", sure_and_wrong, "", note="is to be 0")


def _speed(found: Sequence[Case], pages: Mapping[str, Pages]) -> Iterator[Row]:
    began = time.perf_counter()
    for case in found:
        read_pages(pages[case.name])
    yield Row("words to fields, a document", 1000 * (time.perf_counter() - began) / len(found), "ms", 30)
    reader = Reader()
    try:
        reader.read(found[0].path)
        began = time.perf_counter()
        for case in found:
            reader.read(case.path)
        seconds = time.perf_counter() - began
    finally:
        reader.close()
    yield Row("files a second in one warm worker", len(found) / seconds, "/s", A_SECOND, better="more")


def _others(found: Sequence[Case]) -> Iterator[Row]:
    readings = templates_of_others(found)
    if readings is None:
        yield Row("all key fields right: invoice2data, its own templates", None, "%")
        return
    for title, some in _kinds(found):
        whole = sum(
            all(case.is_right(field, readings[case.name].get(field, "")) for field in KEY_FIELDS)
            for case in some
        )
        yield Row(f"{title}: invoice2data, all key fields right", _percent(whole, len(some)), "%")


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0

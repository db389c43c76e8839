import random
from decimal import Decimal

import pypdfium2
import pytest
import segno
import zxingcpp
from PIL import Image, ImageOps

from app.documents import render_pdf
from app.documents.qr import dark_runs, epc_payload, is_iban
from app.documents.qr_code import TooLong, modules_of
from app.domain.totals import compute
from tests.documents.papers import IBAN, invoice, line


def _payload(**changes: object) -> str | None:
    values = {
        "name": "Atelier Marchetti",
        "iban": IBAN,
        "bic": "AGRIFRPP",
        "amount": Decimal("7522.26"),
        "remittance": "F-7",
        **changes,
    }
    return epc_payload(**values)  # type: ignore[arg-type]


def test_the_payload_is_the_data_set_of_the_guidelines() -> None:
    assert _payload() == (f"BCD\n002\n1\nSCT\nAGRIFRPP\nAtelier Marchetti\n{IBAN}\nEUR7522.26\n\n\nF-7")


def test_nothing_follows_the_last_field_that_is_used() -> None:
    payload = _payload(remittance="") or ""
    assert payload.endswith("EUR7522.26")


@pytest.mark.parametrize("amount", ["0", "-1", "0.009", "1000000000", "1.005"])
def test_amounts_the_bank_refuses_give_no_code(amount: str) -> None:
    assert _payload(amount=Decimal(amount)) is None


@pytest.mark.parametrize("amount", ["0.01", "999999999.99", "12.5"])
def test_amounts_at_the_bounds_give_a_code(amount: str) -> None:
    payload = _payload(amount=Decimal(amount)) or ""
    assert f"EUR{Decimal(amount):.2f}" in payload.splitlines()


@pytest.mark.parametrize(
    "iban",
    [
        "",
        "FR7630006000011234567890188",
        "FR76 3000",
        "XX",
        "12345678901234567",
        "FR७६30006000011234567890189",
    ],
)
def test_no_code_sends_money_to_an_account_that_cannot_be(iban: str) -> None:
    assert _payload(iban=iban) is None


def test_spaces_and_small_letters_in_the_account_do_not_matter() -> None:
    assert _payload(iban="fr76 3000 6000 0112 3456 7890 189") == _payload()
    assert is_iban(IBAN)


def test_a_text_cannot_add_fields_of_its_own() -> None:
    payload = _payload(name="Evil\nDE02", remittance="a\r\nb\x00c") or ""
    assert payload.splitlines()[5] == "Evil DE02"
    assert payload.splitlines()[-1] == "a b c"


def test_long_texts_are_cut_to_what_the_data_set_holds() -> None:
    payload = _payload(name="é" * 200, remittance="日" * 300) or ""
    assert payload.splitlines()[5] == "é" * 70
    assert len(payload.encode()) <= 331
    assert payload.splitlines()[-1].strip("日") == ""


def test_a_wrong_bic_or_no_name_gives_no_code() -> None:
    assert _payload(bic="NOPE") is None
    assert _payload(name=" ") is None


def test_dark_runs_are_the_modules_of_the_code() -> None:
    payload = _payload() or ""
    side, runs = dark_runs(payload)
    drawn = [[0] * side for _ in range(side)]
    for column, row, length in runs:
        for x in range(column, column + length):
            drawn[row][x] = 1
    assert bytes(module for row in drawn for module in row) == modules_of(payload.encode())[1]


def test_full_codes_of_every_size_are_those_of_another_encoder() -> None:
    """Full ones, for the other encoder fills up what is left with a byte too many."""
    for room in (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331):
        data = bytes(random.Random(room).choices(range(256), k=room))
        code = segno.make_qr(data.decode("latin1"), error="m", boost_error=False, mask=0, mode="byte")
        assert modules_of(data) == (len(code.matrix), b"".join(map(bytes, code.matrix)))


@pytest.mark.parametrize("length", range(1, 332, 6))
def test_a_code_of_any_length_is_read_without_correction(length: int) -> None:
    data = bytes(random.Random(length).choices(b"abcdefghijklmnopqrstuvwxyz0123456789", k=length))
    side, modules = modules_of(data)
    picture = Image.frombytes("L", (side, side), bytes(255 * (1 - module) for module in modules))
    [code] = zxingcpp.read_barcodes(ImageOps.expand(picture, 4, 255), is_pure=True)
    assert (code.bytes, code.ec_level) == (data, "M")


def test_what_no_code_of_the_guidelines_holds_is_refused() -> None:
    with pytest.raises(TooLong):
        modules_of(bytes(332))


@pytest.mark.parametrize("scale", [1.5, 3.0])
@pytest.mark.parametrize("name", ["Atelier Marchetti", "Żółć & Söhne „日本“ GmbH " * 3])
@pytest.mark.parametrize("price", ["0.01", "7522.26", "999999999.99"])
def test_a_reader_finds_the_payload_in_the_printed_code(price: str, name: str, scale: float) -> None:
    row = line("a", unit_price=Decimal(price), vat_rate=Decimal(0), vat_category="E")
    draft = invoice(row)
    draft = draft.edited(seller=draft.seller.model_copy(update={"name": name}))
    pdf = render_pdf(draft, compute(draft), stage="issued")
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=scale).to_pil().convert("L")
    [code] = zxingcpp.read_barcodes(page)
    assert code.format == zxingcpp.BarcodeFormat.QRCode
    assert code.bytes.decode() == _payload(name=name, amount=Decimal(price))

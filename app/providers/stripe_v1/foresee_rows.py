"""The plan's rows: what Stripe holds of each line, section, charge and discount."""

from __future__ import annotations

from app.client.plan import Why
from app.domain.figures import LineTotals
from app.domain.money import ZERO
from app.domain.rows import Line, Section
from app.providers.stripe_v1 import access
from app.providers.stripe_v1.composition import Composition
from app.providers.stripe_v1.items import Item, written
from app.providers.stripe_v1.sheet import StripeSheet


def rows(sheet: StripeSheet, made: Composition) -> None:
    """All rows."""
    by_key = {item.key: item for item in made.items}
    joins = made.chosen.flag("sections_in_text", True)
    for row in made.draft.rows:
        if row.kind == "section":
            _section(sheet, row, joins=bool(joins))
        else:
            _line(sheet, made.ours.by_line[row.id], by_key[row.id], made)


def _section(sheet: StripeSheet, row: Section, *, joins: bool) -> None:
    path = f"rows.{row.id}"
    sheet.drops(f"{path}.id", Why("why.ours_only"))
    sheet.drops(f"{path}.kind", Why("why.no_sections"))
    if joins and row.title:
        sheet.changes(f"{path}.title", row.title, "description", Why("why.section_in_text"), is_told=False)
    else:
        sheet.drops(f"{path}.title", Why("why.no_sections"))
    for name in ("text", "show_subtotal", "show_prices", "show_quantities", "show_lines"):
        sheet.drops(f"{path}.{name}", Why("why.no_sections"))


def _line(sheet: StripeSheet, done: LineTotals, item: Item, made: Composition) -> None:
    line = done.line
    path = f"rows.{line.id}"
    sheet.sends(f"{path}.id", line.id, "metadata[factotum_row]", Why("why.metadata"))
    _texts(sheet, path, line, item)
    _price(sheet, path, done, item, made)
    _tax(sheet, path, line, item, made)
    _beside(sheet, path, line)
    taxed = "gross" if line.price_entry == "gross" else "net"
    ours = done.gross if taxed == "gross" else done.net
    sheet.figure(f"{path}.net", ours, item.held, Why("why.line_rounding"), "amount")
    given = line.provider_options.get(access.ID)
    for provider in line.provider_options:
        reason = Why("why.steers") if provider == access.ID and given else Why("why.other_provider")
        sheet.drops(f"{path}.provider_options.{provider}", reason)


def _texts(sheet: StripeSheet, path: str, line: Line, item: Item) -> None:
    why = None if item.text == line.label else Why("why.line_text")
    sheet.sends(f"{path}.label", item.text, "description", why, is_told=bool(item.text))
    joined = [("description", line.description), ("exemption_reason", line.exemption_reason)]
    for place, own in enumerate(line.custom_fields):
        joined += [(f"custom_fields.{place}.name", own.name), (f"custom_fields.{place}.value", own.value)]
    for name, value in joined:
        if value:
            sheet.sends(f"{path}.{name}", value, "description", Why("why.in_line_text"), is_told=False)


def _price(sheet: StripeSheet, path: str, done: LineTotals, item: Item, made: Composition) -> None:
    line = done.line
    own_base = line.price_base_quantity != 1
    if item.unit_price is not None:
        sheet.sends(f"{path}.quantity", item.quantity, "quantity")
        sheet.sends(f"{path}.unit_price", item.unit_price, "unit_amount", Why("why.price_of_one"))
        if own_base:
            sheet.drops(f"{path}.price_base_quantity", Why("why.price_of_one"))
    else:
        worked = {
            "quantity": written(line.quantity, made.draft.language),
            "price": written(line.unit_price, made.draft.language),
        }
        sheet.sends(f"{path}.quantity", 1, "amount", Why("why.as_amount", worked))
        sheet.sends(f"{path}.unit_price", item.amount, "amount", Why("why.as_amount", worked))
        if own_base:
            sheet.changes(
                f"{path}.price_base_quantity", 1, "amount", Why("why.as_amount", worked), is_told=False
            )
    if line.price_discount is not None:
        sheet.drops(f"{path}.price_discount", Why("why.list_price"))
    _discount(sheet, path, line, item)
    for place, _ in enumerate(line.adjustments):
        for name in ("is_charge", "amount", "base", "percent", "reason", "reason_code"):
            spot = f"{path}.adjustments.{place}.{name}"
            if name == "reason_code":
                sheet.drops(spot, Why("why.no_place"))
            else:
                sheet.folds(spot, "amount", Why("why.folded"))


def _discount(sheet: StripeSheet, path: str, line: Line, item: Item) -> None:
    discount = line.discount
    if discount is None:
        return
    for name in ("kind", "value", "reason"):
        spot = f"{path}.discount.{name}"
        if item.coupon is None:
            sheet.folds(spot, "amount", Why("why.folded"))
        elif name == "reason":
            sheet.sends(spot, item.coupon.name, "coupon.name", Why("why.coupon"), is_told=False)
        else:
            sheet.keeps(spot, getattr(discount, name), "discounts[0][coupon]", Why("why.coupon"))
    sheet.drops(f"{path}.discount.reason_code", Why("why.no_place"))


def _tax(sheet: StripeSheet, path: str, line: Line, item: Item, made: Composition) -> None:
    if made.is_taxed_by_them:
        for name in ("vat_category", "vat_rate"):
            sheet.changes(f"{path}.{name}", None, "", Why("why.taxed_by_them"), is_told=False)
        sheet.changes(f"{path}.price_entry", None, "", Why("why.taxed_by_them"), is_told=False)
    else:
        given = made.given_rates(item) or made.default_rates
        why = Why("why.rate_given") if given else Why("why.rate_found_or_made")
        sheet.sends(f"{path}.vat_category", line.vat_category, "tax_rates[0]", why, is_told=False)
        sheet.sends(f"{path}.vat_rate", line.vat_rate or ZERO, "tax_rates[0].percentage", why)
        sheet.sends(f"{path}.price_entry", line.price_entry, "tax_rates[0].inclusive", why)
    if line.vat_code:
        sheet.drops(f"{path}.vat_code", Why("why.code_of_another"))


def _beside(sheet: StripeSheet, path: str, line: Line) -> None:
    """What goes into the line's metadata and period."""
    for name in ("unit", "order_line_reference", "accounting_reference", "exemption_code"):
        if getattr(line, name):
            sheet.sends(f"{path}.{name}", getattr(line, name), f"metadata[{name}]", Why("why.metadata"))
    if line.product is not None:
        for name in ("seller_code", "buyer_code", "standard_code"):
            value = getattr(line.product, name)
            if value:
                sheet.sends(f"{path}.product.{name}", value, f"metadata[{name}]", Why("why.metadata"))
        sheet.drops(f"{path}.product.catalogue_id", Why("why.ours_only"))
    for place, tag in enumerate(line.tags):
        sheet.sends(f"{path}.tags.{place}", tag, f"metadata[tag_{place}]", Why("why.metadata"))
    start, end = line.service_start or line.service_end, line.service_end or line.service_start
    if start is not None and end is not None and start <= end:
        sheet.sends(f"{path}.service_start", start, "period[start]", Why("why.start_of_day"))
        sheet.sends(f"{path}.service_end", end, "period[end]", Why("why.start_of_day"))
    else:
        for name in ("service_start", "service_end"):
            sheet.drops(f"{path}.{name}", Why("why.period_backwards"))


def document_discount(sheet: StripeSheet, made: Composition) -> None:
    """The document's own discount: a coupon, or items."""
    discount = made.draft.discount
    if discount is None:
        return
    coupon = made.coupon
    for name in ("kind", "value", "reason"):
        path = f"discount.{name}"
        if coupon is None:
            sheet.folds(path, "invoiceitems", Why("why.discount_items"))
        elif name == "reason":
            sheet.sends(path, coupon.name, "coupon.name", Why("why.coupon"), is_told=False)
        elif (coupon.percent is None) != (discount.kind == "amount"):
            theirs: object = "amount" if name == "kind" else coupon.amount
            sheet.sends(path, theirs, "coupon.amount_off", Why("why.coupon_amount"), is_told=False)
        else:
            sheet.keeps(path, getattr(discount, name), "discounts[0][coupon]", Why("why.coupon"))
    sheet.drops("discount.reason_code", Why("why.no_place"))


def adjustments(sheet: StripeSheet, made: Composition) -> None:
    """Charges and allowances of the document: items of their own."""
    by_key = {item.key: item for item in made.items}
    for stated, done in made.ours.adjustments:
        path = f"adjustments.{stated.id}"
        item = by_key[f"adjustment.{stated.id}"]
        own = Why("why.own_item")
        sheet.sends(f"{path}.amount", done.amount, "amount", own)
        sheet.sends(f"{path}.reason", item.text, "description", own)
        for name in ("id", "is_charge", "kind", "vat_category", "vat_rate"):
            value = getattr(stated, name)
            sheet.keeps(f"{path}.{name}", value, "invoiceitem", own)
        for name in ("base", "percent"):
            sheet.folds(f"{path}.{name}", "amount", Why("why.folded"))
        sheet.drops(f"{path}.reason_code", Why("why.no_place"))

"""Sentences for problems, in English: code -> (what is wrong, what to do now)."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "invalid": ("{reason}.", "Correct this value."),
    "seller_name_missing": ("The invoice does not say who it is from.", "Fill in your name under “From”."),
    "sample_seller": (
        "The invoice is from {value}, the firm of our sample.",
        "Put yourself in its place: Ctrl+M.",
    ),
    "sample_value": ("{value} belongs to the firm of our sample.", "Put your own in its place."),
    "number_taken": ("The number {number} is issued already in this series.", "Choose another, or none."),
    "buyer_name_missing": ("The invoice does not say who it is for.", "Type or pick a customer."),
    "seller_address_missing": ("Your address is missing.", "Add it under “From”; the law asks for it."),
    "buyer_address_missing": (
        "The customer’s address is missing.",
        "Add it to the customer; the law asks for it.",
    ),
    "seller_country_missing": ("Your address has no country.", "Choose one: it decides tax and legal texts."),
    "buyer_country_missing": ("The customer’s address has no country.", "Choose one: it decides the tax."),
    "seller_vat_id_missing": (
        "VAT is charged, but your VAT or tax number is missing.",
        "Add it under “From”.",
    ),
    "seller_siren_missing": ("Your SIREN is missing.", "Add it under “From”; French invoices must state it."),
    "buyer_siren_missing": (
        "The customer’s SIREN is missing.",
        "Add it if the customer is a company; it is required between French companies.",
    ),
    "payee_name_missing": (
        "The payee has no name.",
        "Fill it in under “Payee”, or clear all fields there.",
    ),
    "tax_representative_name_missing": (
        "The tax representative has no name.",
        "Fill it in under “Tax representative”, or clear all fields there.",
    ),
    "tax_representative_vat_id_missing": (
        "The tax representative’s VAT number is missing.",
        "Add it under “Tax representative”; the law asks for it.",
    ),
    "tax_representative_address_missing": (
        "The tax representative’s address or its country is missing.",
        "Add it under “Tax representative”; the law asks for it.",
    ),
    "vat_wrong": (
        "The VAT number {value} does not have the right form or check digits.",
        "Compare it with the original.",
    ),
    "siren_wrong": (
        "The SIREN {value} is not right: its check digit does not fit.",
        "Compare it with the original.",
    ),
    "siret_wrong": (
        "The SIRET {value} is not right: its check digit does not fit.",
        "Compare it with the original.",
    ),
    "siret_of_another_siren": (
        "The SIRET {siret} does not begin with the SIREN {siren}.",
        "Correct one of the two.",
    ),
    "issue_date_out_of_range": ("The date {date} is outside 2000 to 2099.", "Correct the year."),
    "due_before_issue": (
        "Due on {due}, before the invoice date {issued}.",
        "Choose a due date on or after the invoice date.",
    ),
    "due_date_missing": ("There is neither a due date nor payment terms.", "Set a due date or terms."),
    "period_reversed": ("The service period ends before it starts.", "Swap or correct its dates."),
    "no_lines": ("The invoice has no lines.", "Press Ctrl+Enter to add one."),
    "section_empty": ("The section “{title}” has no lines.", "Add a line to it or delete it."),
    "line_without_label": ("Line {line} does not say what it is for.", "Give it a description."),
    "quantity_zero": ("Line {line} has the quantity 0.", "Enter a quantity, or delete the line."),
    "price_negative": (
        "Line {line} has a negative price.",
        "E-invoices forbid it: make the quantity negative instead, or use a discount.",
    ),
    "price_discount_negative": (
        "Line {line}: the list price is lower than the unit price.",
        "Raise it, or clear it in the line’s details.",
    ),
    "base_quantity_zero": (
        "Line {line}: a price cannot be for 0 units.",
        "Enter 1, or the number of units the price is for.",
    ),
    "line_period_reversed": (
        "Line {line}: the service period ends before it starts.",
        "Swap or correct its dates.",
    ),
    "discount_above_line": (
        "Line {line}: the discount of {discount} is more than the line itself ({base}).",
        "Lower it; to pay something back, use a line with a negative quantity.",
    ),
    "discount_above_document": (
        "The discount of {discount} is more than the lines together ({base}).",
        "Lower it, or issue a credit note.",
    ),
    "discount_negative": (
        "The discount {discount} is a surcharge.",
        "Use a charge, so that the customer can read it as one.",
    ),
    "vat_rate_missing": ("Line {line} has no VAT rate.", "Choose a rate, or a reason why no VAT is due."),
    "vat_zero_without_reason": (
        "Line {line} has 0 % VAT without a reason.",
        "Choose the reason: exempt, export, reverse charge …",
    ),
    "vat_rate_on_exempt": (
        "Line {line} is free of VAT and yet has the rate {rate} %.",
        "Remove the rate, or choose the standard category.",
    ),
    "exemption_reason_missing": (
        "Line {line} is free of VAT and does not say why.",
        "Add the legal reason in the line’s details.",
    ),
    "buyer_vat_id_needed": (
        "Line {line}: this VAT category needs the customer’s VAT number.",
        "Add it (F2), or choose another tax.",
    ),
    "seller_vat_id_needed": ("Line {line}: this VAT category needs your VAT number.", "Add it under “From”."),
    "delivery_date_needed": (
        "Line {line}: an intra-EU supply needs a delivery date.",
        "Add it under “Delivery”.",
    ),
    "too_many_decimals": (
        "{amount} has more decimals than {currency} has ({decimals}).",
        "Round it to {decimals} decimals.",
    ),
    "adjustment_reason_missing": (
        "A charge or allowance has no reason.",
        "Say what it is for; e-invoices require it.",
    ),
    "prepaid_above_total": ("More is already paid than the invoice comes to.", "Check the amount paid."),
    "invoice_negative": ("The invoice comes to less than zero.", "Issue a credit note instead."),
    "credited_invoice_missing": (
        "The credit note does not name the invoice it corrects.",
        "Add its number and date.",
    ),
    "credited_invoice_incomplete": (
        "The corrected invoice lacks its number or date.",
        "Add both; the law asks for them.",
    ),
    "exchange_rate_zero": ("The exchange rate is 0.", "Enter the rate, or remove the exchange."),
    "exchange_source_missing": (
        "The exchange rate has no date or source.",
        "Add both, so that it can be checked later.",
    ),
    "exchange_rate_missing": (
        "The invoice is in {currency}; the VAT is also due in euros.",
        "Add the exchange rate with its date and source.",
    ),
    "currency_not_money": (
        "{currency} is not a legal currency.",
        "Make sure that your customer and your books accept it.",
    ),
    "bank_account_missing": ("There is no bank account to pay to.", "Add an IBAN under “From” or “Payment”."),
    "iban_wrong": (
        "The IBAN {value} is not right: its check digits do not fit.",
        "Compare it with your bank’s statement.",
    ),
    "late_payment_terms_missing": (
        "The late-payment penalty and the 40 € recovery fee are not mentioned.",
        "Add the sentence to the terms; French law asks for it between businesses.",
    ),
    "early_payment_terms_missing": (
        "Nothing is said about early-payment discount.",
        "Add “No discount for early payment”, or your terms.",
    ),
    "control_character": (
        "The text holds an invisible control character ({code}).",
        "It is not printed. Delete it, or paste the text again without formatting.",
    ),
    "text_very_long": (
        "The text has {length} characters and may fill several pages.",
        "Shorten it, or attach it instead.",
    ),
    "unprintable": (
        "No font here can print: {characters}",
        "Install a font that has them, or write them differently.",
    ),
    "logo_unusable": ("The logo cannot be used: {reason}.", "Choose a PNG or JPEG picture."),
    "entry_unreadable": (
        "“{text}” was typed here and is not in the invoice. {reason}",
        "Correct it, or go there and press Esc to keep what the invoice has.",
    ),
    "intake_missing": ("This is missing.", "Click it on the page, or type it."),
    "intake_unsure": ("“{value}” was read without certainty.", "Compare it with the page."),
    "intake_no_amount": ("“{value}” is no amount.", "Type it like 1234.56."),
    "intake_no_date": ("“{value}” is no date.", "Type it like 21.11.2026."),
    "intake_no_currency": ("“{value}” is no currency.", "Use a code like EUR, USD or CHF."),
    "intake_due_before_date": ("It is due on {due}, before its date, {date}.", "Compare both with the page."),
    "intake_sums_differ": (
        "{net} + {tax} = {sum}, the page says {gross}.",
        "Keep the page’s figures, or click another amount on the page.",
    ),
    "intake_sums_wrong": (
        "{net} + {tax} = {sum}, not {gross}.",
        "Correct the amount that is wrong: click it on the page, or type it.",
    ),
    "intake_no_rate": (
        "No VAT rate makes {tax} of {net}.",
        "Compare net and VAT with the page; their signs have to agree.",
    ),
}

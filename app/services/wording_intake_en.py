"""English of what is to be said of suppliers' files: (what it is and means, what to do now)."""

from __future__ import annotations

from typing import Final

KINDS: Final = {
    "pdf": "a PDF",
    "image": "a picture",
    "xml": "XML",
    "mail": "a mail",
    "archive": "an archive",
    "office": "an Office file",
    "web": "a web page",
    "foreign_image": "a picture",
}
FIELDS: Final = {
    "supplier_name": "Supplier",
    "supplier_vat_id": "VAT number",
    "supplier_siren": "SIREN",
    "iban": "IBAN",
    "invoice_number": "Invoice number",
    "date": "Date",
    "due_date": "Due date",
    "currency": "Currency",
    "net": "Net",
    "tax": "VAT",
    "gross": "Total",
}
SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # The file itself.
    "file_gone": ("The file is not there any more.", "Check its name, or fetch it again."),
    "file_is_folder": ("This is a folder.", "Choose the files in it."),
    "file_is_device": ("This is a device or a pipe, not a file.", "Save its content as a file first."),
    "file_forbidden": ("You are not allowed to read this file.", "Check its permissions."),
    "file_not_readable": ("The file cannot be read: {reason}.", "Copy it to this computer and try again."),
    "file_changing": (
        "The file changed while it was read.",
        "Wait until it is saved or downloaded, then try again.",
    ),
    "file_too_large": (
        "The file has {megabytes} MB; more than 100 MB are not read.",
        "Ask for a smaller file, or split it.",
    ),
    "file_empty": ("The file is empty.", "Fetch it again from where it came."),
    "file_archive": ("This is an archive.", "Unpack it and add the files in it."),
    "file_office": (
        "This is an Office or Outlook file.",
        "Save it as PDF; of a mail, save the attachment or export it as .eml.",
    ),
    "file_web_page": (
        "This is a web page, not an invoice; often the sign-in page of a portal.",
        "Sign in there and download the invoice again.",
    ),
    "file_foreign_image": (
        "This kind of picture (HEIC, WebP) is not read.",
        "Save it as JPEG or PDF and add that.",
    ),
    "file_not_read": (
        "This is no kind of file that is read here.",
        "Add a PDF, a picture (PNG, JPEG, TIFF), an e-invoice (XML) or a mail (.eml).",
    ),
    "name_deceives": (
        "The file’s name hides what it is or where it leads; it is shown as “{name}”.",
        "Make sure that you know who sent it.",
    ),
    "name_misleads": ("The name ends in {ending}, but the file is {kind}.", ""),
    # Opening it.
    "file_encrypted": ("The file is protected by a password.", "Enter the password."),
    "password_wrong": ("The password does not open the file.", "Enter it again, or ask the sender for it."),
    "pdf_damaged": (
        "The PDF is damaged or cut short and cannot be opened.",
        "Download it again, or ask the supplier for it.",
    ),
    "pdf_blank": (
        "Nothing is drawn on its pages, or what is there could not be opened.",
        "Open it in another program; if it is empty there too, ask the supplier for it.",
    ),
    "pdf_script": (
        "The PDF holds a script. It was not run, and never is here.",
        "Do not open this file in other programs unless you know who sent it.",
    ),
    "pdf_program": (
        "A program is attached to the PDF: {name}. It was not touched.",
        "Do not open it unless you know who sent it.",
    ),
    "pages_left_out": (
        "The document has {pages} pages; {read} of them were read.",
        "Check that the totals are among them, or split the document.",
    ),
    "no_such_page": ("The document has no page {page}.", ""),
    "no_picture": ("There is no page to show of this file.", ""),
    "image_too_large": ("The picture has too many dots to be opened.", "Scan it at 300 dpi or less."),
    "image_damaged": ("The picture is damaged or cut short.", "Scan or download it again."),
    "not_joinable": ("Only PDFs and pictures can be put together.", "Leave the other files out."),
    "too_many_pages": ("Together that is more than {most} pages.", "Put fewer together."),
    "too_slow": (
        "Reading was stopped after {seconds} seconds; the file is very large or made to hinder.",
        "Enter the values by hand, or ask the supplier for a simpler file.",
    ),
    "too_much_memory": (
        "Reading was stopped: the file needs too much memory; it is very large or made to hinder.",
        "Enter the values by hand, or ask the supplier for a simpler file.",
    ),
    "reader_died": (
        "The file brought its reader down; nothing else was harmed.",
        "Try once more; if it happens again, enter the values by hand.",
    ),
    "not_understood": (
        "The file is built in a way that cannot be read.",
        "Enter the values by hand, or ask the supplier for another file.",
    ),
    # What the page says.
    "sums_differ": (
        "Net {net} and VAT {tax} make {sum}, but the document says {gross}.",
        "Compare the three amounts with the page.",
    ),
    "check_digits_wrong": (
        "{field}: the check digits of {value} do not fit.",
        "Compare it with the page, sign by sign.",
    ),
    "date_undecided": (
        "The date may be {one} or {other}: the page writes it in figures only.",
        "Look at the page and choose.",
    ),
    "due_out_of_range": (
        "The due date {due} lies oddly far from the date of the invoice.",
        "Compare both dates with the page.",
    ),
    "iban_is_new": (
        "{iban} is not the account that earlier invoices of {supplier} named.",
        "Ask the supplier, by a way you know already, before anything is paid to it.",
    ),
    "near_candidates": (
        "{field}: it may be {one} or {other}.",
        "Look at the page and choose.",
    ),
    "no_due_date": ("No due date was found.", "Enter it if the invoice names one."),
    "not_an_invoice": (
        "This does not look like an invoice.",
        "Put it aside, or enter the values if it is one.",
    ),
    "not_found": ("Not found on the page: {fields}.", "Click the words on the page, or type them."),
    "other_document": (
        "The document calls itself “{title}”, which is no invoice.",
        "Put it aside, or enter the values if it is one.",
    ),
    # Scans.
    "scan": (
        "This is a scan or a photo: a picture of text, not text.",
        "Enter the values by hand, or install the component that reads scans.",
    ),
    "nothing_legible": (
        "No text could be made out in the picture.",
        "Scan it again, straight and with more light, or enter the values by hand.",
    ),
    "no_text": ("There is no text in the document.", "Enter the values by hand."),
    # Mails.
    "mail_without_files": (
        "The mail has no file that could be an invoice.",
        "If it holds a link, download the invoice from there.",
    ),
    "mail_attachment": ("Read from the mail’s attachment “{name}”.", ""),
    "mail_has_more": (
        "The mail has {count} more files: {names}.",
        "Save and add them too if they are invoices.",
    ),
    # E-invoices.
    "xml_too_large": ("The e-invoice is too large to be read.", "Ask the supplier for another."),
    "xml_doctype": (
        "The XML declares entities, which no e-invoice does; they may do harm and were not read.",
        "Do not trust the file; ask the supplier for another.",
    ),
    "xml_malformed": ("The e-invoice is not well-formed XML.", "Ask the supplier for another."),
    "xml_too_deep": ("The XML is nested too deeply to be an invoice.", "Ask the supplier for another."),
    "xml_order": ("This is an order, not an invoice.", "Add the invoice for it when it comes."),
    "xml_other": ("This XML is not an invoice in UBL or CII.", "Ask the supplier for the invoice as PDF."),
    "order_x": (
        "This PDF is an order (Order-X), not an invoice.",
        "Add the invoice for it when it comes.",
    ),
    "xml_differs": (
        "{field}: the e-invoice in the file says {xml}, the page shows {page}.",
        "Ask the supplier which holds, and enter that.",
    ),
    "xml_not_on_page": (
        "{field}: the e-invoice in the file says {xml}; the page does not show that.",
        "Look at the page and confirm or correct it.",
    ),
}

"""The words of options, lists and actions, English and French."""

from __future__ import annotations

from typing import Final

_NO_VAT: Final = {
    "E": ("exempt lines", "les lignes exonérées"),
    "Z": ("zero-rated lines", "les lignes à taux zéro"),
    "O": ("lines outside VAT", "les lignes hors champ"),
    "G": ("exports", "les exportations"),
    "K": ("supplies within the EU", "les livraisons dans l’UE"),
    "AE": ("reverse charge", "l’autoliquidation"),
}
_NO_VAT_HELP: Final = (
    "Which of Pennylane's codes stands for it. What the codes mean is read from their names: check the "
    "first invoice.",
    "Lequel des codes de Pennylane en tient lieu. Leur sens est lu dans leurs noms : vérifiez la première "
    "facture.",
)

OPTION_WORDS: Final = {
    "group.document": ("Document", "Document"),
    "group.customer": ("Customer", "Client"),
    "group.lines": ("Lines", "Lignes"),
    "group.texts": ("Texts", "Textes"),
    "group.vat": ("VAT", "TVA"),
    "group.accounting": ("Accounting", "Comptabilité"),
    "group.email": ("E-mail", "Courriel"),
    "option.searches_on_gateway": (
        "Search customers on the gateway",
        "Chercher les clients par la passerelle",
    ),
    "option.searches_on_gateway.help": (
        "The gateway's pages do not print this call. Switch it on if your gateway has it.",
        "Les pages de la passerelle n’impriment pas cet appel. Activez-le si la vôtre l’a.",
    ),
    "option.tax_rounding": ("How Pennylane rounds VAT", "Comment Pennylane arrondit la TVA"),
    "option.tax_rounding.help": (
        "Used for the estimate only. Pennylane does not publish it: change it if verdicts differ by a cent.",
        "Pour l’estimation seulement. Pennylane ne le publie pas : changez-le si les verdicts diffèrent "
        "d’un centime.",
    ),
    "choice.tax_rounding.per_group": ("Once for each rate", "Une fois par taux"),
    "choice.tax_rounding.per_line": ("On each line", "Sur chaque ligne"),
    "option.draft": ("Send as a draft", "Envoyer comme brouillon"),
    "option.draft.help": (
        "A draft can be changed and deleted there. A final invoice has a number and stands.",
        "Un brouillon peut y être changé et supprimé. Une facture définitive a un numéro et reste.",
    ),
    "option.template_id": ("Template", "Modèle"),
    "option.template_id.help": ("How Pennylane prints it.", "La mise en page de Pennylane."),
    "option.language": ("Language of their page", "Langue de leur page"),
    "option.language.help": (
        "Empty: that of the document. German only directly.",
        "Vide : celle du document. L’allemand seulement en direct.",
    ),
    "choice.language.fr_FR": ("French", "Français"),
    "choice.language.en_GB": ("English", "Anglais"),
    "choice.language.de_DE": ("German", "Allemand"),
    "option.credited_invoice_id": ("Invoice this credit note corrects", "Facture que cet avoir corrige"),
    "option.credited_invoice_id.help": (
        "A final credit note is linked to it at once.",
        "Un avoir définitif y est aussitôt lié.",
    ),
    "option.customer_id": ("Customer", "Client"),
    "option.customer_id.help": (
        "Empty: found by company number, VAT number, name or e-mail.",
        "Vide : trouvé par numéro d’entreprise, numéro de TVA, nom ou courriel.",
    ),
    "option.create_customer": ("Create a missing customer", "Créer un client manquant"),
    "option.create_customer.help": (
        "From the buyer of the document, when none is found.",
        "D’après l’acheteur du document, quand aucun n’est trouvé.",
    ),
    "option.customer_type": ("A new customer is", "Un nouveau client est"),
    "option.customer_type.help": (
        "Pennylane keeps companies and persons apart and cannot change it later.",
        "Pennylane sépare entreprises et personnes et ne peut le changer ensuite.",
    ),
    "choice.customer_type.company": ("a company", "une entreprise"),
    "choice.customer_type.individual": ("a person", "une personne"),
    "option.products": ("Products", "Produits"),
    "option.products.help": (
        "Whether lines are tied to products there. Their amounts stay yours in any case.",
        "Si les lignes sont liées à des produits là-bas. Leurs montants restent toujours les vôtres.",
    ),
    "choice.products.linked": ("those linked before", "ceux déjà liés"),
    "choice.products.free": ("none, free lines", "aucun, lignes libres"),
    "choice.products.find": ("find by code or label", "chercher par code ou libellé"),
    "choice.products.create": ("find, else create", "chercher, sinon créer"),
    "option.product_id": ("Product", "Produit"),
    "option.product_id.help": ("For this line.", "Pour cette ligne."),
    "option.substance": ("Goods or services", "Biens ou services"),
    "option.substance.help": (
        "Must agree with the ledger account. Directly only.",
        "Doit s’accorder avec le compte comptable. En direct seulement.",
    ),
    "choice.substance.goods": ("goods", "biens"),
    "choice.substance.services": ("services", "services"),
    "option.default_unit": ("Unit of lines without one", "Unité des lignes qui n’en ont pas"),
    "option.default_unit.help": (
        "Pennylane wants a unit; empty is sent empty.",
        "Pennylane veut une unité ; vide, elle part vide.",
    ),
    "option.inexact_lines": ("Lines that do not come out", "Lignes qui ne tombent pas juste"),
    "option.inexact_lines.help": (
        "When six decimals without VAT cannot give your amount: keep the quantity, or keep the amount.",
        "Quand six décimales hors TVA ne donnent pas votre montant : garder la quantité ou le montant.",
    ),
    "choice.inexact_lines.keep_quantity": ("keep quantity and price", "garder quantité et prix"),
    "choice.inexact_lines.keep_amount": ("keep the amount", "garder le montant"),
    "option.extras": ("What has no place", "Ce qui n’a pas de place"),
    "option.extras.help": (
        "References, dates, notes and reasons for which Pennylane has no field.",
        "Références, dates, notes et motifs pour lesquels Pennylane n’a pas de champ.",
    ),
    "choice.extras.in_texts": ("goes into the texts", "va dans les textes"),
    "choice.extras.leave_out": ("is left out", "est laissé de côté"),
    "option.label": ("Ledger label", "Libellé comptable"),
    "option.label.help": (
        "On the accounting entries; empty: made by Pennylane. Directly only.",
        "Sur les écritures ; vide : fait par Pennylane. En direct seulement.",
    ),
    "option.transaction_reference.banking_provider": ("Payment: where", "Paiement : où"),
    "option.transaction_reference.banking_provider.help": (
        "To match a final invoice with a transaction.",
        "Pour rapprocher une facture définitive d’une transaction.",
    ),
    "choice.transaction_reference.banking_provider.stripe": ("Stripe", "Stripe"),
    "choice.transaction_reference.banking_provider.gocardless": ("GoCardless", "GoCardless"),
    "choice.transaction_reference.banking_provider.bank": ("bank", "banque"),
    "choice.transaction_reference.banking_provider.budgetinsight": ("Budget Insight", "Budget Insight"),
    "option.transaction_reference.provider_field_name": ("Payment: which field", "Paiement : quel champ"),
    "option.transaction_reference.provider_field_name.help": (
        "The field of the transaction that is compared.",
        "Le champ de la transaction qui est comparé.",
    ),
    "choice.transaction_reference.provider_field_name.payment_id": ("payment id", "identifiant du paiement"),
    "choice.transaction_reference.provider_field_name.charge_id": ("charge id", "identifiant du débit"),
    "choice.transaction_reference.provider_field_name.report_id": ("report id", "identifiant du relevé"),
    "choice.transaction_reference.provider_field_name.webid": ("web id", "identifiant web"),
    "choice.transaction_reference.provider_field_name.label": ("label", "libellé"),
    "option.transaction_reference.provider_field_value": ("Payment: value", "Paiement : valeur"),
    "option.transaction_reference.provider_field_value.help": (
        "What that field must hold.",
        "Ce que ce champ doit contenir.",
    ),
    "option.ledger_account_id": ("Ledger account", "Compte comptable"),
    "option.ledger_account_id.help": ("Its id at Pennylane.", "Son identifiant chez Pennylane."),
    **{
        f"option.vat_code_{category}": (f"Code for {english}", f"Code pour {french}")
        for category, (english, french) in _NO_VAT.items()
    },
    **{f"option.vat_code_{category}.help": _NO_VAT_HELP for category in _NO_VAT},
    "option.recipients": ("Recipients", "Destinataires"),
    "option.recipients.help": (
        "Empty: the customer's addresses there.",
        "Vide : les adresses du client là-bas.",
    ),
    "option.quote_id": ("Quote", "Devis"),
    "option.quote_id.help": ("The quote to be invoiced.", "Le devis à facturer."),
    "list.customers": ("Customers", "Clients"),
    "list.products": ("Products", "Produits"),
    "list.templates": ("Templates", "Modèles"),
    "list.invoices": ("Invoices", "Factures"),
    "list.quotes": ("Quotes", "Devis"),
    "action.fetch": ("Read again", "Relire"),
    "action.finalise": ("Make final", "Rendre définitive"),
    "action.email": ("Send by e-mail", "Envoyer par courriel"),
    "action.pdf": ("Get the PDF", "Obtenir le PDF"),
    "action.mark_paid": ("Mark as paid", "Marquer comme payée"),
    "action.delete": ("Delete the draft", "Supprimer le brouillon"),
    "action.link_credit_note": ("Link to its invoice", "Lier à sa facture"),
    "action.from_quote": ("Make from a quote", "Créer d’après un devis"),
}

"""Labels and help of the V1 options, English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

OPTION_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "group.customer": ("Customer", "Client"),
    "group.file": ("Document", "Document"),
    "option.create_customer": ("Create the customer", "Créer le client"),
    "option.create_customer.help": (
        "Create a new customer with what the document says. Without it, a customer they know must be "
        "named. Left open: created unless one is known.",
        "Crée un nouveau client d’après le document. Sinon, il faut nommer un client connu. Laissé vide : "
        "créé si aucun n’est connu.",
    ),
    "option.customer_source_id": ("Customer identifier (source_id)", "Identifiant du client (source_id)"),
    "option.customer_source_id.help": (
        "The identifier of a known customer; or, for a new one, the identifier it is to have.",
        "L’identifiant d’un client connu ; ou, pour un nouveau, celui qu’il doit avoir.",
    ),
    "option.customer_type": ("Kind of customer", "Type de client"),
    "option.customer_type.help": (
        "A company needs name and address; a private person two names and a country.",
        "Une entreprise a besoin du nom et de l’adresse ; un particulier de deux noms et d’un pays.",
    ),
    "choice.customer_type.company": ("Company", "Entreprise"),
    "choice.customer_type.individual": ("Private person", "Particulier"),
    "option.first_name": ("First name", "Prénom"),
    "option.first_name.help": (
        "Of a private person. Empty: the first word of the buyer's name.",
        "D’un particulier. Vide : le premier mot du nom de l’acheteur.",
    ),
    "option.last_name": ("Last name", "Nom de famille"),
    "option.last_name.help": (
        "Of a private person. Empty: the rest of the buyer's name.",
        "D’un particulier. Vide : le reste du nom de l’acheteur.",
    ),
    "option.gender": ("Form of address", "Civilité"),
    "option.gender.help": ("Of a private person.", "D’un particulier."),
    "choice.gender.mister": ("Mr", "M."),
    "choice.gender.madam": ("Ms", "Mme"),
    "option.recipient": ("Recipient", "Destinataire"),
    "option.recipient.help": (
        "Shown on their invoices to this company.",
        "Affiché sur leurs factures à cette entreprise.",
    ),
    "option.payment_conditions": ("Payment conditions", "Conditions de paiement"),
    "option.payment_conditions.help": (
        "Kept with the new customer. The due date of this invoice is its own.",
        "Gardées avec le nouveau client. L’échéance de cette facture est la sienne.",
    ),
    "choice.payment_conditions.upon_receipt": ("Upon receipt", "À réception"),
    "choice.payment_conditions.custom": ("Agreed otherwise", "Autre accord"),
    "choice.payment_conditions.15_days": ("15 days", "15 jours"),
    "choice.payment_conditions.30_days": ("30 days", "30 jours"),
    "choice.payment_conditions.45_days": ("45 days", "45 jours"),
    "choice.payment_conditions.60_days": ("60 days", "60 jours"),
    "option.billing_iban": ("IBAN to be paid to", "IBAN d’encaissement"),
    "option.billing_iban.help": (
        "The account on which you want this customer's payments.",
        "Le compte sur lequel vous voulez les paiements de ce client.",
    ),
    "option.reference": ("Customer reference", "Référence du client"),
    "option.reference.help": (
        "Kept with the customer, not printed on invoices.",
        "Gardée avec le client, pas imprimée sur les factures.",
    ),
    "option.notes": ("Notes on the customer", "Notes sur le client"),
    "option.notes.help": ("Kept with the new customer.", "Gardées avec le nouveau client."),
    "option.plan_item.label": ("Customer's account: label", "Compte client : libellé"),
    "option.plan_item.label.help": (
        "Of the account of the new customer.",
        "Du compte comptable du nouveau client.",
    ),
    "option.plan_item.enabled": ("Customer's account: in use", "Compte client : actif"),
    "option.plan_item.enabled.help": ("Whether the account may be used.", "Si le compte peut servir."),
    "option.plan_item.vat_rate": ("Customer's account: VAT code", "Compte client : code de TVA"),
    "option.plan_item.vat_rate.help": (
        "The code the account has by default.",
        "Le code que le compte a par défaut.",
    ),
    "option.plan_item.country_alpha2": ("Customer's account: country", "Compte client : pays"),
    "option.plan_item.country_alpha2.help": ("Two letters, as FR.", "Deux lettres, comme FR."),
    "option.plan_item.description": ("Customer's account: description", "Compte client : description"),
    "option.plan_item.description.help": ("A note on the account.", "Une note sur le compte."),
    "option.file_url": ("Address of the PDF", "Adresse du PDF"),
    "option.file_url.help": (
        "Instead of sending our PDF, Pennylane fetches it here, later. Two invoices must never have the "
        "same address.",
        "Au lieu de recevoir notre PDF, Pennylane le cherche ici, plus tard. Deux factures ne doivent "
        "jamais avoir la même adresse.",
    ),
    "option.customer_validation_needed": ("Mark as incomplete", "Marquer comme incomplète"),
    "option.customer_validation_needed.help": (
        "Puts the invoice on the list of what still has to be completed.",
        "Met la facture sur la liste de ce qui reste à compléter.",
    ),
    "option.categories.weight": ("Categories, by weight", "Catégories, par poids"),
    "option.categories.weight.help": (
        "Identifier of the category and its weight; 0.8 is 80 %.",
        "Identifiant de la catégorie et son poids ; 0.8 vaut 80 %.",
    ),
    "option.categories.amount": ("Categories, by amount", "Catégories, par montant"),
    "option.categories.amount.help": (
        "Identifier of the category and its amount in the currency of the invoice.",
        "Identifiant de la catégorie et son montant dans la devise de la facture.",
    ),
    "option.imputation_start": ("Accounting period from", "Période comptable du"),
    "option.imputation_start.help": (
        "The revenue is spread over this period. Both days are needed.",
        "Le produit est étalé sur cette période. Les deux jours sont nécessaires.",
    ),
    "option.imputation_end": ("Accounting period to", "Période comptable au"),
    "option.imputation_end.help": ("The last day of the period.", "Le dernier jour de la période."),
    "option.link_products": ("Link known products", "Relier les produits connus"),
    "option.link_products.help": (
        "Lines of catalogue items whose product is known there are booked on that product.",
        "Les lignes d’articles dont le produit y est connu sont enregistrées sur ce produit.",
    ),
    "option.transactions_reference.banking_provider": ("Payment service", "Service de paiement"),
    "option.transactions_reference.banking_provider.help": (
        "By their pages only stripe and matching by invoice number are supported.",
        "D’après leurs pages, seuls stripe et le rapprochement par numéro de facture sont pris en charge.",
    ),
    "option.transactions_reference.provider_field_name": ("Field to compare", "Champ à comparer"),
    "option.transactions_reference.provider_field_name.help": (
        "The field of the transaction, such as payment_id or charge_id.",
        "Le champ de la transaction, comme payment_id ou charge_id.",
    ),
    "option.transactions_reference.provider_field_value": ("Value to find", "Valeur à trouver"),
    "option.transactions_reference.provider_field_value.help": (
        "The value that field has in the transaction of this payment.",
        "La valeur de ce champ dans la transaction de ce paiement.",
    ),
    "option.product_source_id": ("Product (source_id)", "Produit (source_id)"),
    "option.product_source_id.help": (
        "The identifier of a product they know. The line is booked on it.",
        "L’identifiant d’un produit connu. La ligne est enregistrée dessus.",
    ),
    "option.product_price": ("Price of the product", "Prix du produit"),
    "option.product_price.help": (
        "Whether the price of this line counts, or the one they have for the product.",
        "Si le prix de cette ligne compte, ou celui qu’ils ont pour le produit.",
    ),
    "choice.product_price.ours": ("The price of this line", "Le prix de cette ligne"),
    "choice.product_price.theirs": ("Their price", "Leur prix"),
    "option.plan_item_number": ("Account number", "Numéro de compte"),
    "option.plan_item_number.help": (
        "The account this line is booked on.",
        "Le compte sur lequel cette ligne est enregistrée.",
    ),
    "option.section_rank": ("Rank of the section", "Rang de la section"),
    "option.section_rank.help": (
        "Only for a section that is there already; the import makes none.",
        "Seulement pour une section qui y existe déjà ; l’import n’en crée pas.",
    ),
}

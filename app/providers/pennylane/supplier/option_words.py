"""Labels and help of the options of the supplier import, English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

OPTION_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "group.supplier": ("Supplier", "Fournisseur"),
    "group.payment": ("Payment", "Paiement"),
    "option.sends_source": ("Send the source headers", "Envoyer les en-têtes de source"),
    "option.sends_source.help": (
        "This endpoint of the gateway takes both headers but does not require them.",
        "Ce point d’accès de la passerelle accepte les deux en-têtes sans les exiger.",
    ),
    "option.searches_on_gateway": (
        "The gateway passes questions on",
        "La passerelle transmet les questions",
    ),
    "option.searches_on_gateway.help": (
        "Its pages print no list of suppliers. Say yes if yours has one.",
        "Ses pages n’ont pas de liste de fournisseurs. Dites oui si la vôtre en a une.",
    ),
    "option.supplier_id": ("Supplier", "Fournisseur"),
    "option.supplier_id.help": (
        "Left open, the supplier is looked for by VAT number, SIREN and name.",
        "Laissé vide, le fournisseur est cherché par numéro de TVA, SIREN et nom.",
    ),
    "option.create_supplier": ("Create the supplier", "Créer le fournisseur"),
    "option.create_supplier.help": (
        "If none is found, create one with what the document says.",
        "Si aucun n’est trouvé, en créer un d’après le document.",
    ),
    "option.supplier_payment_method": ("How the supplier is paid", "Mode de règlement"),
    "option.supplier_payment_method.help": (
        "Kept with a new supplier.",
        "Gardé avec un nouveau fournisseur.",
    ),
    "choice.supplier_payment_method.automatic_transfer": ("Automatic transfer", "Virement automatique"),
    "choice.supplier_payment_method.manual_transfer": ("Manual transfer", "Virement manuel"),
    "choice.supplier_payment_method.automatic_debiting": ("Direct debit", "Prélèvement"),
    "choice.supplier_payment_method.bill_of_exchange": ("Bill of exchange", "Lettre de change"),
    "choice.supplier_payment_method.check": ("Cheque", "Chèque"),
    "choice.supplier_payment_method.cash": ("Cash", "Espèces"),
    "choice.supplier_payment_method.card": ("Card", "Carte"),
    "choice.supplier_payment_method.other": ("Other", "Autre"),
    "option.supplier_due_date_delay": ("Days until due", "Jours jusqu’à l’échéance"),
    "option.supplier_due_date_delay.help": (
        "Kept with a new supplier. The due date of this document is its own.",
        "Gardés avec un nouveau fournisseur. L’échéance de ce document est la sienne.",
    ),
    "option.supplier_due_date_rule": ("Rule of the due date", "Règle d’échéance"),
    "option.supplier_due_date_rule.help": (
        "Kept with a new supplier.",
        "Gardée avec un nouveau fournisseur.",
    ),
    "choice.supplier_due_date_rule.days": ("Days", "Jours"),
    "choice.supplier_due_date_rule.days_or_end_of_month": ("Days, end of month", "Jours, fin de mois"),
    "option.supplier_ledger_account": ("Supplier's account number", "Numéro de compte du fournisseur"),
    "option.supplier_ledger_account.help": (
        "For a new supplier, such as 401ATELIER. Empty: Pennylane makes one.",
        "Pour un nouveau fournisseur, comme 401ATELIER. Vide : Pennylane en crée un.",
    ),
    "option.import_as_incomplete": ("Import as incomplete", "Importer comme incomplète"),
    "option.import_as_incomplete.help": (
        "Puts the invoice on the list of what still has to be completed.",
        "Met la facture sur la liste de ce qui reste à compléter.",
    ),
    "option.label": ("Label of the entries", "Libellé des écritures"),
    "option.label.help": (
        "Shown on the ledger entries. Empty: Pennylane makes one.",
        "Affiché sur les écritures. Vide : Pennylane en crée un.",
    ),
    "option.line_labels": ("Labels of the lines", "Libellés des lignes"),
    "option.line_labels.help": (
        "The vendor will remove the label of a line some day; the label of its ledger entry takes its place.",
        "L’éditeur supprimera un jour le libellé de ligne ; celui de son écriture le remplace.",
    ),
    "choice.line_labels.label": ("On the line", "Sur la ligne"),
    "choice.line_labels.ledger_entry": ("On the ledger entry", "Sur l’écriture"),
    "choice.line_labels.none": ("Nowhere", "Nulle part"),
    "option.transaction_reference.banking_provider": ("Payment service", "Service de paiement"),
    "option.transaction_reference.banking_provider.help": (
        "Matches the invoice with a transaction at once. All three are needed.",
        "Rapproche aussitôt la facture d’une transaction. Les trois sont nécessaires.",
    ),
    "choice.transaction_reference.banking_provider.bank": ("Bank", "Banque"),
    "option.transaction_reference.provider_field_name": ("Field to compare", "Champ à comparer"),
    "option.transaction_reference.provider_field_name.help": (
        "The field of the transaction.",
        "Le champ de la transaction.",
    ),
    "option.transaction_reference.provider_field_value": ("Value to find", "Valeur à trouver"),
    "option.transaction_reference.provider_field_value.help": (
        "The value that field has in the transaction of this payment.",
        "La valeur de ce champ dans la transaction de ce paiement.",
    ),
    "option.vat_code": ("VAT code", "Code de TVA"),
    "option.vat_code.help": (
        "Empty: by the rate and the supplier’s country.",
        "Vide : selon le taux et le pays du fournisseur.",
    ),
    "option.ledger_account_id": ("Ledger account", "Compte"),
    "option.ledger_account_id.help": (
        "The account this line is booked on. Empty: Pennylane chooses.",
        "Le compte sur lequel cette ligne est enregistrée. Vide : Pennylane choisit.",
    ),
    "option.imputation_start": ("Accounting period from", "Période comptable du"),
    "option.imputation_start.help": (
        "The cost is spread over this period. Both days are needed.",
        "La charge est étalée sur cette période. Les deux jours sont nécessaires.",
    ),
    "option.imputation_end": ("Accounting period to", "Période comptable au"),
    "option.imputation_end.help": ("The last day of the period.", "Le dernier jour de la période."),
    "option.payment_status": ("Payment status", "État de paiement"),
    "option.payment_status.help": (
        "Paid outside Pennylane, or to be paid after all.",
        "Payée hors de Pennylane, ou finalement à payer.",
    ),
    "choice.payment_status.paid": ("Paid", "Payée"),
    "choice.payment_status.to_be_paid": ("To be paid", "À payer"),
}

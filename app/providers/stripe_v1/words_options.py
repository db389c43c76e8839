"""The words of Stripe's options, English and French."""

from __future__ import annotations

from typing import Final

_METHOD: Final = "payment_settings.payment_method_options"

_OPTIONS: Final[dict[str, tuple[str, str, str, str]]] = {
    "stripe_account": (
        "Connected account", "Compte connecté",
        "acct_…, for platforms: requests are made on its behalf.",
        "acct_…, pour les plateformes : les demandes sont faites en son nom.",
    ),
    "tax_rounding": (
        "How Stripe rounds tax", "Arrondi des taxes chez Stripe",
        "As set in your account's invoice settings; the plan foretells by it.",
        "Selon les réglages de facturation de votre compte ; la prévision s’y fonde.",
    ),
    "tax_name": (
        "Name of the tax", "Nom de la taxe",
        "As printed beside the percentage. Empty: by the document's language, VAT, TVA, USt …",
        "Imprimé à côté du pourcentage. Vide : selon la langue du document, TVA, VAT, USt …",
    ),
    "time_zone": (
        "Time zone of due dates", "Fuseau des échéances",
        "Like Europe/Paris. Empty: by the seller's country.",
        "Comme Europe/Paris. Vide : selon le pays du vendeur.",
    ),
    "customer": (
        "Customer", "Client",
        "Empty: found by e-mail, contact or name, or created.",
        "Vide : retrouvé par e-mail, contact ou nom, ou créé.",
    ),
    "after_creation": (
        "When it is there", "Une fois créée",
        "It is finalised or sent only if its sum is the one foretold.",
        "Elle n’est finalisée ou envoyée que si son total est celui prévu.",
    ),
    "collection_method": (
        "Collection", "Encaissement",
        "Send the invoice to be paid, or charge the customer's payment method.",
        "Envoyer la facture à payer, ou débiter le moyen de paiement du client.",
    ),
    "days_until_due": (
        "Days until due", "Délai en jours",
        "Where the document has neither a due date nor terms.",
        "Si le document n’a ni échéance ni délai.",
    ),
    "auto_advance": (
        "Let Stripe go on by itself", "Laisser Stripe poursuivre",
        "Stripe then finalises and collects without being asked.",
        "Stripe finalise et encaisse alors de lui-même.",
    ),
    "automatically_finalizes_at": (
        "Finalise at", "Finaliser le",
        "Newest version only; with “Let Stripe go on by itself”.",
        "Version la plus récente seulement ; avec « Laisser Stripe poursuivre ».",
    ),
    "send_number": (
        "Use our number", "Utiliser notre numéro",
        "Newest version only: the document's own number instead of Stripe's.",
        "Version la plus récente seulement : le numéro du document au lieu de celui de Stripe.",
    ),
    "sections_in_text": (
        "Section titles in line texts", "Titres de section dans les lignes",
        "Stripe has no sections.", "Stripe n’a pas de sections.",
    ),
    "line_discounts": (
        "Line discounts", "Remises de ligne",
        "As a coupon, or worked into the amount.",
        "Comme bon de réduction, ou intégrées au montant.",
    ),
    "document_discount": (
        "Document discount", "Remise du document",
        "As a coupon, or as a negative line for each VAT rate.",
        "Comme bon de réduction, ou comme ligne négative par taux de TVA.",
    ),
    "discounts.coupon": (
        "Further coupons", "Autres bons de réduction",
        "Coupons of your account, beside the document's own discount.",
        "Des bons de votre compte, en plus de la remise du document.",
    ),
    "discounts.discount": (
        "Existing discounts", "Remises existantes",
        "di_…, discounts that are there already.", "di_…, des remises déjà présentes.",
    ),
    "discounts.promotion_code": (
        "Promotion codes", "Codes promotionnels",
        "promo_…, newest version only.", "promo_…, version la plus récente seulement.",
    ),
    "automatic_tax.enabled": (
        "Stripe Tax", "Stripe Tax",
        "Stripe finds the tax; the rates of the lines are not sent.",
        "Stripe détermine la taxe ; les taux des lignes ne sont pas envoyés.",
    ),
    "automatic_tax.liability.type": (
        "Who owes the tax", "Redevable de la taxe",
        "Your account, or a connected one.", "Votre compte, ou un compte connecté.",
    ),
    "automatic_tax.liability.account": (
        "Account owing the tax", "Compte redevable",
        "acct_…, if it is a connected one.", "acct_…, s’il s’agit d’un compte connecté.",
    ),
    "default_tax_rates": (
        "Tax rates of the document", "Taux du document",
        "For all lines instead of rates found for each.",
        "Pour toutes les lignes, au lieu des taux trouvés pour chacune.",
    ),
    "account_tax_ids": (
        "Your tax numbers", "Vos numéros fiscaux",
        "txi_… of your account, to be printed.", "txi_… de votre compte, à imprimer.",
    ),
    "rendering_options.amount_tax_display": (
        "Amounts on the page", "Montants sur la page",
        "Without tax, or with the tax that is included.",
        "Hors taxe, ou avec la taxe incluse.",
    ),
    "rendering.template": (
        "Page template", "Modèle de page",
        "inrtem_…, newest version only.", "inrtem_…, version la plus récente seulement.",
    ),
    "rendering.pdf.page_size": (
        "Page size", "Format de page",
        "Newest version only.", "Version la plus récente seulement.",
    ),
    "payment_settings.payment_method_types": (
        "Ways to pay", "Moyens de paiement",
        "Empty: those of your account.", "Vide : ceux de votre compte.",
    ),
    "default_payment_method": (
        "Payment method", "Moyen de paiement", "pm_… of the customer.", "pm_… du client.",
    ),
    "default_source": ("Payment source", "Source de paiement", "Of the customer.", "Du client."),
    "statement_descriptor": (
        "Text on the bank statement", "Texte du relevé bancaire",
        "At most 22 characters.", "22 caractères au plus.",
    ),
    "payment_settings.default_mandate": (
        "Mandate", "Mandat", "A mandate of the payment method.", "Un mandat du moyen de paiement.",
    ),
    f"{_METHOD}.acss_debit.mandate_options.transaction_type": (
        "ACSS: kind of customer", "ACSS : type de client",
        "Business or person.", "Entreprise ou particulier.",
    ),
    f"{_METHOD}.acss_debit.verification_method": (
        "ACSS: verification", "ACSS : vérification",
        "How the account is verified.", "Façon de vérifier le compte.",
    ),
    f"{_METHOD}.bancontact.preferred_language": (
        "Bancontact: language", "Bancontact : langue",
        "Of the payment page.", "De la page de paiement.",
    ),
    f"{_METHOD}.card.installments.enabled": (
        "Card: instalments", "Carte : paiement échelonné",
        "Where the card allows it.", "Si la carte le permet.",
    ),
    f"{_METHOD}.card.installments.plan.count": (
        "Card: number of instalments", "Carte : nombre d’échéances",
        "A whole number.", "Un nombre entier.",
    ),
    f"{_METHOD}.card.installments.plan.interval": (
        "Card: interval", "Carte : intervalle", "Months.", "Des mois.",
    ),
    f"{_METHOD}.card.installments.plan.type": (
        "Card: plan", "Carte : plan",
        "A fixed number of payments, or one of the newest version's.",
        "Un nombre fixe de paiements, ou l’un de ceux de la version la plus récente.",
    ),
    f"{_METHOD}.card.request_three_d_secure": (
        "Card: 3D Secure", "Carte : 3D Secure",
        "When it is asked for.", "Quand il est demandé.",
    ),
    f"{_METHOD}.customer_balance.bank_transfer.eu_bank_transfer.country": (
        "Transfer: country of the account", "Virement : pays du compte",
        "BE, DE, ES, FR, IE or NL.", "BE, DE, ES, FR, IE ou NL.",
    ),
    f"{_METHOD}.customer_balance.bank_transfer.type": (
        "Transfer: kind", "Virement : type",
        "The region's way of transfer.", "Le virement propre à la région.",
    ),
    f"{_METHOD}.customer_balance.funding_type": (
        "Customer balance: funding", "Solde du client : alimentation",
        "By bank transfer.", "Par virement bancaire.",
    ),
    f"{_METHOD}.us_bank_account.financial_connections.permissions": (
        "US account: permissions", "Compte américain : autorisations",
        "What may be read of it.", "Ce qui peut en être lu.",
    ),
    f"{_METHOD}.us_bank_account.verification_method": (
        "US account: verification", "Compte américain : vérification",
        "How the account is verified.", "Façon de vérifier le compte.",
    ),
    "application_fee_amount": (
        "Fee of the platform", "Commission de la plateforme",
        "In the currency's smallest unit.", "Dans la plus petite unité de la devise.",
    ),
    "on_behalf_of": (
        "On behalf of", "Pour le compte de",
        "acct_…, whose name is printed.", "acct_…, dont le nom est imprimé.",
    ),
    "transfer_data.destination": (
        "Transfer to", "Transférer à",
        "acct_…, which receives the money.", "acct_…, qui reçoit l’argent.",
    ),
    "transfer_data.amount": (
        "Amount transferred", "Montant transféré",
        "In the currency's smallest unit. Empty: all of it.",
        "Dans la plus petite unité de la devise. Vide : tout.",
    ),
    "issuer.type": (
        "Issuer", "Émetteur", "Your account, or a connected one.", "Votre compte, ou un compte connecté.",
    ),
    "issuer.account": (
        "Issuing account", "Compte émetteur",
        "acct_…, newest version only.", "acct_…, version la plus récente seulement.",
    ),
    "subscription": (
        "Subscription", "Abonnement",
        "sub_…, whose invoice it is.", "sub_…, dont c’est la facture.",
    ),
    "from_invoice.action": (
        "Made from another", "Établie à partir d’une autre",
        "As a revision of an invoice that is there.", "Comme révision d’une facture existante.",
    ),
    "from_invoice.invoice": (
        "The other invoice", "L’autre facture", "in_…, to be revised.", "in_…, à réviser.",
    ),
    "metadata": (
        "Further metadata", "Autres métadonnées",
        "Names and values kept with the record.", "Noms et valeurs conservés avec l’élément.",
    ),
    "expand": (
        "Expanded answers", "Réponses développées",
        "For experts: members to be answered whole.",
        "Pour experts : éléments à renvoyer en entier.",
    ),
    "tax_rates": (
        "Tax rates of the line", "Taux de la ligne",
        "Instead of the one found for its VAT.", "Au lieu de celui trouvé pour sa TVA.",
    ),
    "tax_code": ("Tax code", "Code fiscal", "txcd_…, for Stripe Tax.", "txcd_…, pour Stripe Tax."),
    "tax_behavior": (
        "Tax in the price", "Taxe dans le prix",
        "For Stripe Tax.", "Pour Stripe Tax.",
    ),
}  # fmt: skip

_REST: Final[dict[str, tuple[str, str]]] = {
    "group.account": ("Account", "Compte"),
    "group.customer": ("Customer", "Client"),
    "group.sending": ("Sending", "Envoi"),
    "group.mapping": ("What Stripe has no place for", "Ce que Stripe ne sait pas tenir"),
    "group.tax": ("Tax", "Taxes"),
    "group.page": ("Stripe's page", "La page de Stripe"),
    "group.payment": ("Payment", "Paiement"),
    "group.methods": ("Payment methods in detail", "Moyens de paiement en détail"),
    "group.connect": ("Platforms (Connect)", "Plateformes (Connect)"),
    "group.other": ("Other", "Autres"),
    "group.line": ("Line", "Ligne"),
    "choice.tax_rounding.per_item": ("Line by line", "Ligne par ligne"),
    "choice.tax_rounding.per_invoice": ("Once for each rate", "Une fois par taux"),
    "choice.after_creation.draft": ("Leave it as a draft", "La laisser en brouillon"),
    "choice.after_creation.finalise": ("Finalise it", "La finaliser"),
    "choice.after_creation.send": ("Finalise and send it", "La finaliser et l’envoyer"),
    "choice.collection_method.send_invoice": ("Send an invoice", "Envoyer une facture"),
    "choice.collection_method.charge_automatically": ("Charge at once", "Débiter aussitôt"),
    "choice.line_discounts.coupon": ("As coupons", "Comme bons de réduction"),
    "choice.line_discounts.amount": ("In the amount", "Dans le montant"),
    "choice.document_discount.coupon": ("As a coupon", "Comme bon de réduction"),
    "choice.document_discount.items": ("As negative lines", "Comme lignes négatives"),
    "choice.rendering_options.amount_tax_display.exclude_tax": ("Without tax", "Hors taxe"),
    "choice.rendering_options.amount_tax_display.include_inclusive_tax": (
        "With included tax",
        "Taxe incluse",
    ),
}

OPTION_WORDS: Final[dict[str, tuple[str, str]]] = {
    **{f"option.{name}": (told[0], told[1]) for name, told in _OPTIONS.items()},
    **{f"option.{name}.help": (told[2], told[3]) for name, told in _OPTIONS.items()},
    **_REST,
}

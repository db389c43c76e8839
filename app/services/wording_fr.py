"""Sentences for problems, in French: code -> (what is wrong, what to do now)."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "invalid": ("{reason}.", "Corrigez cette valeur."),
    "seller_name_missing": ("La facture ne dit pas de qui elle vient.", "Renseignez votre nom sous « De »."),
    "sample_seller": (
        "La facture est émise par {value}, l’entreprise de notre exemple.",
        "Mettez-vous à sa place : Ctrl+M.",
    ),
    "sample_value": ("{value} appartient à l’entreprise de notre exemple.", "Mettez la vôtre à la place."),
    "number_taken": (
        "Le numéro {number} est déjà émis dans cette série.",
        "Choisissez-en un autre, ou aucun.",
    ),
    "buyer_name_missing": (
        "La facture ne dit pas à qui elle est adressée.",
        "Saisissez ou choisissez un client.",
    ),
    "seller_address_missing": ("Votre adresse manque.", "Ajoutez-la sous « De » ; la loi l’exige."),
    "buyer_address_missing": ("L’adresse du client manque.", "Ajoutez-la au client ; la loi l’exige."),
    "seller_country_missing": (
        "Votre adresse n’a pas de pays.",
        "Choisissez-le : il détermine la TVA et les mentions.",
    ),
    "buyer_country_missing": ("L’adresse du client n’a pas de pays.", "Choisissez-le : il détermine la TVA."),
    "seller_vat_id_missing": (
        "De la TVA est facturée, mais votre numéro de TVA manque.",
        "Ajoutez-le sous « De ».",
    ),
    "seller_siren_missing": (
        "Votre SIREN manque.",
        "Ajoutez-le sous « De » ; une facture française doit le porter.",
    ),
    "buyer_siren_missing": (
        "Le SIREN du client manque.",
        "Ajoutez-le si le client est une entreprise ; il est requis entre entreprises françaises.",
    ),
    "payee_name_missing": (
        "Le bénéficiaire du paiement n’a pas de nom.",
        "Saisissez-le sous « Bénéficiaire du paiement », ou videz-y tous les champs.",
    ),
    "tax_representative_name_missing": (
        "Le représentant fiscal n’a pas de nom.",
        "Saisissez-le sous « Représentant fiscal », ou videz-y tous les champs.",
    ),
    "tax_representative_vat_id_missing": (
        "Le numéro de TVA du représentant fiscal manque.",
        "Ajoutez-le sous « Représentant fiscal » ; la loi l’exige.",
    ),
    "tax_representative_address_missing": (
        "L’adresse du représentant fiscal ou son pays manque.",
        "Ajoutez-la sous « Représentant fiscal » ; la loi l’exige.",
    ),
    "vat_wrong": (
        "Le numéro de TVA {value} n’a pas la bonne forme ou la bonne clé.",
        "Comparez-le à l’original.",
    ),
    "siren_wrong": ("Le SIREN {value} est faux : sa clé ne correspond pas.", "Comparez-le à l’original."),
    "siret_wrong": ("Le SIRET {value} est faux : sa clé ne correspond pas.", "Comparez-le à l’original."),
    "siret_of_another_siren": (
        "Le SIRET {siret} ne commence pas par le SIREN {siren}.",
        "Corrigez l’un des deux.",
    ),
    "issue_date_out_of_range": ("La date {date} est hors de 2000 à 2099.", "Corrigez l’année."),
    "due_before_issue": (
        "Échéance le {due}, avant la date de facture {issued}.",
        "Choisissez une échéance à cette date ou après.",
    ),
    "due_date_missing": (
        "Ni échéance ni conditions de paiement.",
        "Indiquez une échéance ou des conditions.",
    ),
    "period_reversed": ("La période de prestation finit avant de commencer.", "Corrigez ses dates."),
    "no_lines": ("La facture n’a aucune ligne.", "Ctrl+Entrée en ajoute une."),
    "section_empty": ("La section « {title} » n’a aucune ligne.", "Ajoutez-y une ligne ou supprimez-la."),
    "line_without_label": ("La ligne {line} ne dit pas ce qu’elle facture.", "Donnez-lui une désignation."),
    "quantity_zero": ("La ligne {line} a la quantité 0.", "Saisissez une quantité, ou supprimez la ligne."),
    "price_negative": (
        "La ligne {line} a un prix négatif.",
        "Les factures électroniques l’interdisent : rendez la quantité négative, ou accordez une remise.",
    ),
    "price_discount_negative": (
        "Ligne {line} : le prix catalogue est inférieur au prix unitaire.",
        "Augmentez-le, ou videz-le dans les détails de la ligne.",
    ),
    "base_quantity_zero": (
        "Ligne {line} : un prix ne peut porter sur 0 unité.",
        "Saisissez 1, ou le nombre d’unités du prix.",
    ),
    "line_period_reversed": ("Ligne {line} : la période finit avant de commencer.", "Corrigez ses dates."),
    "discount_above_line": (
        "Ligne {line} : la remise de {discount} dépasse la ligne elle-même ({base}).",
        "Baissez-la ; pour rembourser, utilisez une ligne de quantité négative.",
    ),
    "discount_above_document": (
        "La remise de {discount} dépasse l’ensemble des lignes ({base}).",
        "Baissez-la, ou émettez un avoir.",
    ),
    "discount_negative": (
        "La remise {discount} est un supplément.",
        "Utilisez des frais, que le client lira comme tels.",
    ),
    "vat_rate_missing": (
        "La ligne {line} n’a pas de taux de TVA.",
        "Choisissez un taux, ou le motif d’absence de TVA.",
    ),
    "vat_zero_without_reason": (
        "La ligne {line} est à 0 % de TVA sans motif.",
        "Choisissez-le : exonération, export, autoliquidation…",
    ),
    "vat_rate_on_exempt": (
        "La ligne {line} est sans TVA et porte pourtant le taux {rate} %.",
        "Ôtez le taux, ou choisissez la catégorie normale.",
    ),
    "exemption_reason_missing": (
        "La ligne {line} est sans TVA et ne dit pas pourquoi.",
        "Ajoutez le motif légal dans le détail de la ligne.",
    ),
    "buyer_vat_id_needed": (
        "Ligne {line} : cette catégorie de TVA exige le numéro de TVA du client.",
        "Ajoutez-le (F2), ou choisissez une autre taxe.",
    ),
    "seller_vat_id_needed": (
        "Ligne {line} : cette catégorie de TVA exige votre numéro de TVA.",
        "Ajoutez-le sous « De ».",
    ),
    "delivery_date_needed": (
        "Ligne {line} : une livraison intracommunautaire exige une date de livraison.",
        "Ajoutez-la sous « Livraison ».",
    ),
    "too_many_decimals": (
        "{amount} a plus de décimales que {currency} n’en a ({decimals}).",
        "Arrondissez à {decimals} décimales.",
    ),
    "adjustment_reason_missing": (
        "Des frais ou une réduction n’ont pas de motif.",
        "Dites pourquoi ; les factures électroniques l’exigent.",
    ),
    "prepaid_above_total": ("Le montant déjà payé dépasse le total.", "Vérifiez le montant payé."),
    "invoice_negative": ("La facture est négative.", "Émettez plutôt un avoir."),
    "credited_invoice_missing": (
        "L’avoir ne nomme pas la facture qu’il corrige.",
        "Ajoutez son numéro et sa date.",
    ),
    "credited_invoice_incomplete": (
        "Il manque le numéro ou la date de la facture corrigée.",
        "Ajoutez les deux ; la loi les exige.",
    ),
    "exchange_rate_zero": ("Le taux de change est 0.", "Saisissez le taux, ou retirez la conversion."),
    "exchange_source_missing": (
        "Le taux de change n’a pas de date ou de source.",
        "Ajoutez-les, pour pouvoir le vérifier plus tard.",
    ),
    "exchange_rate_missing": (
        "La facture est en {currency} ; la TVA est due aussi en euros.",
        "Ajoutez le taux de change, sa date et sa source.",
    ),
    "currency_not_money": (
        "{currency} n’est pas une monnaie légale.",
        "Vérifiez que votre client et vos comptes l’acceptent.",
    ),
    "bank_account_missing": (
        "Aucun compte bancaire où payer.",
        "Ajoutez un IBAN sous « De » ou « Paiement ».",
    ),
    "iban_wrong": (
        "L’IBAN {value} est faux : sa clé ne correspond pas.",
        "Comparez-le à votre relevé d’identité bancaire.",
    ),
    "late_payment_terms_missing": (
        "Les pénalités de retard et l’indemnité de 40 € ne sont pas mentionnées.",
        "Ajoutez la phrase aux conditions ; la loi l’exige entre professionnels.",
    ),
    "early_payment_terms_missing": (
        "Rien n’est dit de l’escompte.",
        "Ajoutez « Pas d’escompte pour paiement anticipé », ou vos conditions.",
    ),
    "control_character": (
        "Le texte contient un caractère de contrôle invisible ({code}).",
        "Il n’est pas imprimé. Supprimez-le, ou recollez le texte sans mise en forme.",
    ),
    "text_very_long": (
        "Le texte compte {length} caractères et peut remplir plusieurs pages.",
        "Abrégez-le, ou joignez-le.",
    ),
    "unprintable": (
        "Aucune police ici ne sait imprimer : {characters}",
        "Installez une police qui les contient, ou écrivez autrement.",
    ),
    "logo_unusable": ("Le logo est inutilisable : {reason}.", "Choisissez une image PNG ou JPEG."),
    "entry_unreadable": (
        "« {text} » est saisi ici et n’est pas dans la facture. {reason}",
        "Corrigez-le, ou allez-y et appuyez sur Échap pour garder ce que contient la facture.",
    ),
    "intake_missing": ("Cette information manque.", "Cliquez-la sur la page ou saisissez-la."),
    "intake_unsure": ("« {value} » a été lu sans certitude.", "Comparez avec la page."),
    "intake_no_amount": ("« {value} » n’est pas un montant.", "Saisissez-le comme 1234,56."),
    "intake_no_date": ("« {value} » n’est pas une date.", "Saisissez-la comme 21.11.2026."),
    "intake_no_currency": ("« {value} » n’est pas une devise.", "Utilisez un code comme EUR, USD ou CHF."),
    "intake_due_before_date": (
        "L’échéance, {due}, précède la date, {date}.",
        "Comparez les deux avec la page.",
    ),
    "intake_sums_differ": (
        "{net} + {tax} = {sum}, la page indique {gross}.",
        "Gardez les chiffres de la page, ou cliquez un autre montant sur la page.",
    ),
    "intake_sums_wrong": (
        "{net} + {tax} = {sum}, et non {gross}.",
        "Corrigez le montant erroné : cliquez-le sur la page ou saisissez-le.",
    ),
    "intake_no_rate": (
        "Aucun taux de TVA ne donne {tax} sur {net}.",
        "Comparez le HT et la TVA avec la page ; leurs signes doivent concorder.",
    ),
}

"""The words of Stripe's plan: reasons and problems, English and French."""

from __future__ import annotations

from typing import Final

PLAN_WORDS: Final[dict[str, tuple[str, str]]] = {
    "why.address_name": (
        "Stripe prints the customer's name above the address.",
        "Stripe imprime le nom du client au-dessus de l’adresse.",
    ),
    "why.as_amount": (
        "Sent as one amount, because Stripe cannot reach it by quantity and price; "
        "“{quantity} × {price}” stands in the text.",
        "Envoyé comme un seul montant, car Stripe ne peut pas l’obtenir par quantité et prix ; "
        "« {quantity} × {price} » figure dans le texte.",
    ),
    "why.bank_by_method": (
        "Stripe shows its own payment ways. For a transfer to your account, write it in the footer.",
        "Stripe affiche ses propres moyens de paiement. Pour un virement sur votre compte, "
        "indiquez-le dans le pied de page.",
    ),
    "why.charged_at_once": (
        "The customer is charged at once, so nothing falls due.",
        "Le client est débité aussitôt, il n’y a donc pas d’échéance.",
    ),
    "why.code_of_another": (
        "A rate code of another provider; Stripe goes by the percentage.",
        "Un code de taux d’un autre prestataire ; Stripe se fonde sur le pourcentage.",
    ),
    "why.coupon": (
        "A coupon, found or made once and used again.",
        "Un bon de réduction, trouvé ou créé une fois puis réutilisé.",
    ),
    "why.coupon_amount": (
        "A coupon of the exact amount, because a percentage would be rounded line by line.",
        "Un bon du montant exact, car un pourcentage serait arrondi ligne par ligne.",
    ),
    "why.credited": (
        "Nothing is to be paid: Stripe credits the sum to the customer's balance.",
        "Rien n’est à payer : Stripe porte la somme au crédit du client.",
    ),
    "why.customer_found_or_made": (
        "The customer found by this, or made. Stripe prints what it holds of the customer.",
        "Le client retrouvé ainsi, ou créé. Stripe imprime ce qu’il sait du client.",
    ),
    "why.date_theirs": (
        "Stripe dates the invoice on the day it is finalised.",
        "Stripe date la facture du jour de sa finalisation.",
    ),
    "why.decimals_theirs": (
        "Stripe counts in the currency's own decimals.",
        "Stripe compte avec les décimales propres à la devise.",
    ),
    "why.discount_items": (
        "Sent as a negative item for each VAT rate, so that the VAT comes out the same.",
        "Envoyé comme une ligne négative par taux de TVA, pour que la TVA reste identique.",
    ),
    "why.due_date_sent": ("The due date itself is sent.", "L’échéance elle-même est envoyée."),
    "why.due_from_days": (
        "Stripe counts it from the days it is given, when the invoice is finalised.",
        "Stripe la calcule à partir du délai transmis, à la finalisation.",
    ),
    "why.end_of_day": (
        "The end of that day where the seller is, as Unix time {unix}.",
        "La fin de cette journée chez le vendeur, soit {unix} en temps Unix.",
    ),
    "why.folded": (
        "Worked into the line's amount and written into its text.",
        "Intégré au montant de la ligne et noté dans son texte.",
    ),
    "why.in_line_text": ("It stands in the line's text.", "Il figure dans le texte de la ligne."),
    "why.joined": (
        "Stripe has one such text: several of ours are joined in it.",
        "Stripe n’a qu’un texte de ce genre : plusieurs des nôtres y sont réunis.",
    ),
    "why.joined_into": ("Joined to the text above.", "Réuni au texte précédent."),
    "why.line_rounding": (
        "Stripe rounds this line differently.",
        "Stripe arrondit cette ligne autrement.",
    ),
    "why.line_text": (
        "A line has one text: section, label, description and mentions are joined in it.",
        "Une ligne n’a qu’un texte : section, libellé, description et mentions y sont réunis.",
    ),
    "why.list_price": (
        "The price is sent after this discount; the list price changes no total.",
        "Le prix est envoyé après cette remise ; le prix catalogue ne change aucun total.",
    ),
    "why.metadata": (
        "Kept with the record, not printed.",
        "Conservé avec l’élément, non imprimé.",
    ),
    "why.no_exchange": (
        "Stripe states one currency only.",
        "Stripe n’indique qu’une devise.",
    ),
    "why.no_further_tax": (
        "Only VAT can go along. Add such a tax as a line, or leave it out.",
        "Seule la TVA peut être transmise. Ajoutez cette taxe comme ligne, ou retirez-la.",
    ),
    "why.no_place": ("Stripe has no place for it.", "Stripe n’a pas de place pour cela."),
    "why.no_prepaid": (
        "Stripe knows no payment made before. The whole sum will be due: record the payment there.",
        "Stripe ne connaît pas d’acompte versé ailleurs. La somme entière sera due : "
        "enregistrez-y le paiement.",
    ),
    "why.no_rounding": (
        "Stripe does not round the sum to be paid.",
        "Stripe n’arrondit pas la somme à payer.",
    ),
    "why.no_sections": (
        "Stripe has no sections.",
        "Stripe n’a pas de sections.",
    ),
    "why.not_in_customer": (
        "Stripe's customer has no place for it.",
        "Le client chez Stripe n’a pas de place pour cela.",
    ),
    "why.number_theirs": (
        "Stripe numbers the invoice when it is finalised; your series is not used.",
        "Stripe numérote la facture à sa finalisation ; votre série n’est pas utilisée.",
    ),
    "why.one_address": (
        "A customer has one address at Stripe.",
        "Un client n’a qu’une adresse chez Stripe.",
    ),
    "why.only_blanks": ("It holds nothing but blanks.", "Il ne contient que des blancs."),
    "why.only_invoices": ("Stripe makes invoices only here.", "Stripe ne crée ici que des factures."),
    "why.other_provider": (
        "Options for another provider.",
        "Options destinées à un autre prestataire.",
    ),
    "why.ours_only": ("For this program only.", "Pour ce programme seulement."),
    "why.own_item": ("An item of its own.", "Une ligne à part."),
    "why.period_backwards": (
        "The period ends before it begins.",
        "La période se termine avant de commencer.",
    ),
    "why.price_of_one": (
        "Stripe wants the price of one unit.",
        "Stripe demande le prix d’une unité.",
    ),
    "why.rate_found_or_made": (
        "A tax rate, found by percentage, country and name, or made once.",
        "Un taux de taxe, retrouvé par pourcentage, pays et nom, ou créé une fois.",
    ),
    "why.rate_given": ("The tax rate chosen in the options.", "Le taux de taxe choisi dans les options."),
    "why.recipient": (
        "Stripe wants a name for the delivery address.",
        "Stripe demande un nom pour l’adresse de livraison.",
    ),
    "why.rounding_theirs": (
        "The account decides how tax is rounded; see the connection's settings.",
        "Le compte décide de l’arrondi des taxes ; voir les réglages de la connexion.",
    ),
    "why.section_in_text": (
        "Stripe has no sections: the title goes into the line texts.",
        "Stripe n’a pas de sections : le titre entre dans les textes des lignes.",
    ),
    "why.seller_is_account": (
        "Stripe prints what it knows of your account.",
        "Stripe imprime ce qu’il sait de votre compte.",
    ),
    "why.shipping_needs_street": (
        "A delivery address without a street is not taken.",
        "Une adresse de livraison sans rue n’est pas acceptée.",
    ),
    "why.start_of_day": (
        "The beginning of that day where the seller is.",
        "Le début de cette journée chez le vendeur.",
    ),
    "why.steers": (
        "It steers how the document is sent.",
        "Cela règle la façon dont le document est envoyé.",
    ),
    "why.sums_changed": (
        "Stripe rounds tax in its own way, and knows neither prepayments nor a rounding amount.",
        "Stripe arrondit les taxes à sa façon et ne connaît ni acompte ni montant d’arrondi.",
    ),
    "why.tax_id_type": (
        "This version of Stripe has no type for this identifier.",
        "Cette version de Stripe n’a pas de type pour cet identifiant.",
    ),
    "why.taxed_by_them": (
        "Stripe Tax decides; only the answer can tell.",
        "Stripe Tax décide ; seule la réponse le dira.",
    ),
    "why.terms_by_method": (
        "Stripe decides on payment ways by its own options.",
        "Stripe règle les moyens de paiement par ses propres options.",
    ),
    "why.third_line": (
        "Stripe has two address lines: the third joins the second.",
        "Stripe a deux lignes d’adresse : la troisième rejoint la deuxième.",
    ),
    "why.title_theirs": (
        "Stripe prints its own word for the kind of document.",
        "Stripe imprime son propre mot pour le type de document.",
    ),
    "why.write_as_mention": (
        "Stripe has no sign for it: write it into the special mention.",
        "Stripe n’a pas d’indication pour cela : écrivez-le dans la mention particulière.",
    ),
    "problem.amount_too_fine": (
        "Stripe cannot hold this amount in {currency} to the last digit. Round the price or the quantity.",
        "Stripe ne peut pas tenir ce montant en {currency} au dernier chiffre près. Arrondissez le prix "
        "ou la quantité.",
    ),
    "problem.amount_too_large": (
        "The amount is too large for Stripe.",
        "Le montant est trop grand pour Stripe.",
    ),
    "problem.choice_newest": (
        "“{value}” for {option} is known only to the newest version. Choose it in the connection.",
        "« {value} » pour {option} n’est connu que de la version la plus récente. Choisissez-la dans la "
        "connexion.",
    ),
    "problem.choice_unknown": (
        "“{value}” is not a value that Stripe knows for {option}.",
        "« {value} » n’est pas une valeur que Stripe connaît pour {option}.",
    ),
    "problem.currency": (
        "Stripe does not invoice in {currency}. Choose another currency.",
        "Stripe ne facture pas en {currency}. Choisissez une autre devise.",
    ),
    "problem.customer_name": (
        "Stripe needs the buyer's name, or a customer chosen in the options.",
        "Il faut à Stripe le nom de l’acheteur, ou un client choisi dans les options.",
    ),
    "problem.days_without_bill": (
        "Days until due are not sent when the customer is charged at once.",
        "Le délai de paiement n’est pas envoyé quand le client est débité aussitôt.",
    ),
    "problem.default_rates_many": (
        "Tax rates for the whole document go only with lines of one rate. Remove them, or name the "
        "rates line by line.",
        "Des taux pour tout le document exigent des lignes d’un seul taux. Retirez-les, ou indiquez les "
        "taux ligne par ligne.",
    ),
    "problem.due_needed": (
        "Stripe needs a due date or payment terms in days. Enter one of them.",
        "Il faut à Stripe une échéance ou un délai en jours. Indiquez l’un des deux.",
    ),
    "problem.due_past": (
        "The due date has passed. Stripe may refuse it.",
        "L’échéance est passée. Stripe peut la refuser.",
    ),
    "problem.field_empty": (
        "Stripe takes a custom field only with a name and a value.",
        "Stripe n’accepte un champ personnalisé qu’avec un nom et une valeur.",
    ),
    "problem.from_invoice_copies": (
        "A revision begins with the lines of the earlier invoice. Compare the draft before finalising.",
        "Une révision commence avec les lignes de la facture d’origine. Comparez le brouillon avant de "
        "finaliser.",
    ),
    "problem.mail_needed": (
        "To be sent by e-mail, the buyer needs an address.",
        "Pour l’envoi par e-mail, il faut une adresse à l’acheteur.",
    ),
    "problem.negative_sum": (
        "The sum is negative: Stripe will credit it to the customer's balance.",
        "Le total est négatif : Stripe le portera au crédit du client.",
    ),
    "problem.no_credit_notes": (
        "Stripe makes credit notes only from an invoice of its own. Void or credit that invoice there.",
        "Stripe ne crée d’avoir qu’à partir d’une de ses factures. Annulez ou créditez cette facture là-bas.",
    ),
    "problem.no_further_tax": (
        "Stripe has no place for this tax here. Remove it, or enter it as a line.",
        "Stripe n’a pas de place ici pour cette taxe. Retirez-la, ou saisissez-la comme ligne.",
    ),
    "problem.no_lines": ("There is no line to invoice.", "Il n’y a aucune ligne à facturer."),
    "problem.no_prepaid": (
        "Stripe will ask for the whole sum, not for what is left. Record the prepayment there.",
        "Stripe demandera la somme entière, non le reste dû. Enregistrez-y l’acompte.",
    ),
    "problem.not_printed": (
        "Kept with the invoice at Stripe, but not printed. Write it into a text if it must be read.",
        "Conservé avec la facture chez Stripe, mais non imprimé. Écrivez-le dans un texte s’il doit être lu.",
    ),
    "problem.option_needs": (
        "{option} goes only together with {value}. Choose that too, or leave both out.",
        "{option} exige aussi {value}. Choisissez-le également, ou retirez les deux.",
    ),
    "problem.option_newest": (
        "{option} exists only in the newest version. Choose it in the connection.",
        "{option} n’existe que dans la version la plus récente. Choisissez-la dans la connexion.",
    ),
    "problem.option_no_number": (
        "{option} must be a whole number, not “{value}”.",
        "{option} doit être un nombre entier, non « {value} ».",
    ),
    "problem.option_too_long": (
        "{option} may have at most {value} characters.",
        "{option} compte au plus {value} caractères.",
    ),
    "problem.own_discounts": (
        "What the chosen discounts take off is not foretold here. Compare before finalising.",
        "L’effet des remises choisies n’est pas prévu ici. Comparez avant de finaliser.",
    ),
    "problem.period_backwards": (
        "The period ends before it begins; it is not sent.",
        "La période se termine avant de commencer ; elle n’est pas envoyée.",
    ),
    "problem.rate_too_fine": (
        "Stripe takes rates up to 100 % with at most four decimals.",
        "Stripe accepte des taux jusqu’à 100 % avec quatre décimales au plus.",
    ),
    "problem.stripe_tax_negative": (
        "Stripe Tax takes no negative lines. Remove them or name the rates yourself.",
        "Stripe Tax n’accepte pas de ligne négative. Retirez-les ou indiquez vous-même les taux.",
    ),
    "problem.too_long": (
        "Stripe takes at most {most} characters here. Shorten it.",
        "Stripe accepte ici {most} caractères au plus. Raccourcissez.",
    ),
    "problem.too_many_fields": (
        "Stripe takes at most {most} custom fields.",
        "Stripe accepte au plus {most} champs personnalisés.",
    ),
    "problem.too_many_lines": (
        "Stripe takes at most {most} lines an invoice; there are {found}. Split the document.",
        "Stripe accepte au plus {most} lignes par facture ; il y en a {found}. Divisez le document.",
    ),
    "problem.too_much_metadata": (
        "More than {most} references and tags cannot go along. Remove some.",
        "Plus de {most} références et étiquettes ne peuvent être transmises. Retirez-en.",
    ),
    "problem.zone_unknown": (
        "This computer knows no time zone “{zone}”. Write it like Europe/Paris.",
        "Cet ordinateur ne connaît pas le fuseau « {zone} ». Écrivez-le comme Europe/Paris.",
    ),
}

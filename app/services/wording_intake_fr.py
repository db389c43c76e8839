"""French of what is to be said of suppliers' files: (what it is and means, what to do now)."""

from __future__ import annotations

from typing import Final

KINDS: Final = {
    "pdf": "un PDF",
    "image": "une image",
    "xml": "du XML",
    "mail": "un courriel",
    "archive": "une archive",
    "office": "un fichier bureautique",
    "web": "une page web",
    "foreign_image": "une image",
}
FIELDS: Final = {
    "supplier_name": "Fournisseur",
    "supplier_vat_id": "Numéro de TVA",
    "supplier_siren": "SIREN",
    "iban": "IBAN",
    "invoice_number": "Numéro de facture",
    "date": "Date",
    "due_date": "Échéance",
    "currency": "Devise",
    "net": "Total HT",
    "tax": "TVA",
    "gross": "Total TTC",
}
SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # The file itself.
    "file_gone": ("Le fichier n’est plus là.", "Vérifiez son nom, ou récupérez-le de nouveau."),
    "file_is_folder": ("C’est un dossier.", "Choisissez les fichiers qu’il contient."),
    "file_is_device": (
        "C’est un périphérique ou un tube, pas un fichier.",
        "Enregistrez d’abord son contenu dans un fichier.",
    ),
    "file_forbidden": ("Vous n’avez pas le droit de lire ce fichier.", "Vérifiez ses droits d’accès."),
    "file_not_readable": (
        "Le fichier ne peut pas être lu : {reason}.",
        "Copiez-le sur cet ordinateur et réessayez.",
    ),
    "file_changing": (
        "Le fichier a changé pendant la lecture.",
        "Attendez qu’il soit enregistré ou téléchargé, puis réessayez.",
    ),
    "file_too_large": (
        "Le fichier fait {megabytes} Mo ; au-delà de 100 Mo il n’est pas lu.",
        "Demandez un fichier plus petit, ou découpez-le.",
    ),
    "file_empty": ("Le fichier est vide.", "Récupérez-le de nouveau là d’où il vient."),
    "file_archive": ("C’est une archive.", "Décompressez-la et ajoutez les fichiers qu’elle contient."),
    "file_office": (
        "C’est un fichier bureautique ou Outlook.",
        "Enregistrez-le en PDF ; d’un courriel, enregistrez la pièce jointe ou exportez-le en .eml.",
    ),
    "file_web_page": (
        "C’est une page web, pas une facture ; souvent la page de connexion d’un portail.",
        "Connectez-vous-y et téléchargez de nouveau la facture.",
    ),
    "file_foreign_image": (
        "Ce format d’image (HEIC, WebP) n’est pas lu.",
        "Enregistrez-la en JPEG ou en PDF et ajoutez ce fichier.",
    ),
    "file_not_read": (
        "Ce type de fichier n’est pas lu ici.",
        "Ajoutez un PDF, une image (PNG, JPEG, TIFF), une facture électronique (XML) ou un courriel (.eml).",
    ),
    "name_deceives": (
        "Le nom du fichier cache ce qu’il est ou où il mène ; il est affiché « {name} ».",
        "Assurez-vous de savoir qui l’a envoyé.",
    ),
    "name_misleads": ("Le nom finit par {ending}, mais le fichier est {kind}.", ""),
    # Opening it.
    "file_encrypted": ("Le fichier est protégé par un mot de passe.", "Saisissez le mot de passe."),
    "password_wrong": (
        "Le mot de passe n’ouvre pas le fichier.",
        "Saisissez-le de nouveau, ou demandez-le à l’expéditeur.",
    ),
    "pdf_damaged": (
        "Le PDF est abîmé ou incomplet et ne peut pas être ouvert.",
        "Téléchargez-le de nouveau, ou demandez-le au fournisseur.",
    ),
    "pdf_blank": (
        "Rien n’est dessiné sur ses pages, ou leur contenu n’a pas pu être ouvert.",
        "Ouvrez-le dans un autre programme ; s’il y est vide aussi, demandez-le au fournisseur.",
    ),
    "pdf_script": (
        "Le PDF contient un script. Il n’a pas été exécuté, et ne l’est jamais ici.",
        "N’ouvrez pas ce fichier dans d’autres programmes sans savoir qui l’a envoyé.",
    ),
    "pdf_program": (
        "Un programme est joint au PDF : {name}. Il n’a pas été touché.",
        "Ne l’ouvrez pas sans savoir qui l’a envoyé.",
    ),
    "pages_left_out": (
        "Le document a {pages} pages ; {read} ont été lues.",
        "Vérifiez que les totaux en font partie, ou découpez le document.",
    ),
    "no_such_page": ("Le document n’a pas de page {page}.", ""),
    "no_picture": ("Ce fichier n’a pas de page à montrer.", ""),
    "image_too_large": (
        "L’image a trop de points pour être ouverte.",
        "Numérisez-la à 300 points par pouce au plus.",
    ),
    "image_damaged": ("L’image est abîmée ou incomplète.", "Numérisez-la ou téléchargez-la de nouveau."),
    "not_joinable": (
        "Seuls des PDF et des images peuvent être réunis.",
        "Laissez de côté les autres fichiers.",
    ),
    "too_many_pages": ("Cela fait plus de {most} pages ensemble.", "Réunissez-en moins."),
    "too_slow": (
        "La lecture a été arrêtée après {seconds} secondes ; le fichier est très gros ou fait pour gêner.",
        "Saisissez les valeurs, ou demandez au fournisseur un fichier plus simple.",
    ),
    "too_much_memory": (
        "La lecture a été arrêtée : le fichier demande trop de mémoire ; il est énorme ou fait pour gêner.",
        "Saisissez les valeurs, ou demandez au fournisseur un fichier plus simple.",
    ),
    "reader_died": (
        "Le fichier a fait tomber son lecteur ; rien d’autre n’a souffert.",
        "Essayez encore une fois ; si cela se reproduit, saisissez les valeurs.",
    ),
    "not_understood": (
        "Le fichier est construit d’une façon qui ne peut pas être lue.",
        "Saisissez les valeurs, ou demandez un autre fichier au fournisseur.",
    ),
    # What the page says.
    "sums_differ": (
        "HT {net} et TVA {tax} font {sum}, mais le document dit {gross}.",
        "Comparez ces trois montants avec la page.",
    ),
    "check_digits_wrong": (
        "{field} : les chiffres de contrôle de {value} sont faux.",
        "Comparez-le à la page, signe par signe.",
    ),
    "date_undecided": (
        "La date peut être {one} ou {other} : la page ne l’écrit qu’en chiffres.",
        "Regardez la page et choisissez.",
    ),
    "due_out_of_range": (
        "L’échéance {due} est étrangement loin de la date de la facture.",
        "Comparez les deux dates à la page.",
    ),
    "iban_is_new": (
        "{iban} n’est pas le compte que les factures précédentes de {supplier} indiquaient.",
        "Avant tout paiement, demandez au fournisseur par une voie que vous connaissez déjà.",
    ),
    "near_candidates": (
        "{field} : ce peut être {one} ou {other}.",
        "Regardez la page et choisissez.",
    ),
    "no_due_date": ("Aucune échéance n’a été trouvée.", "Saisissez-la si la facture en indique une."),
    "not_an_invoice": (
        "Cela ne ressemble pas à une facture.",
        "Mettez-le de côté, ou saisissez les valeurs si c’en est une.",
    ),
    "not_found": (
        "Introuvable sur la page : {fields}.",
        "Cliquez les mots sur la page, ou saisissez-les.",
    ),
    "other_document": (
        "Le document s’intitule « {title} », ce n’est pas une facture.",
        "Mettez-le de côté, ou saisissez les valeurs si c’en est une.",
    ),
    # Scans.
    "scan": (
        "C’est une page numérisée ou une photo : l’image d’un texte, pas du texte.",
        "Saisissez les valeurs, ou installez le composant qui lit les pages numérisées.",
    ),
    "nothing_legible": (
        "Aucun texte n’a pu être déchiffré dans l’image.",
        "Numérisez-la de nouveau, droite et mieux éclairée, ou saisissez les valeurs.",
    ),
    "no_text": ("Le document ne contient pas de texte.", "Saisissez les valeurs."),
    # Mails.
    "mail_without_files": (
        "Le courriel n’a pas de fichier qui puisse être une facture.",
        "S’il contient un lien, téléchargez-y la facture.",
    ),
    "mail_attachment": ("Lu dans la pièce jointe « {name} » du courriel.", ""),
    "mail_has_more": (
        "Le courriel a d’autres fichiers ({count}) : {names}.",
        "Enregistrez-les et ajoutez-les aussi si ce sont des factures.",
    ),
    # E-invoices.
    "xml_too_large": (
        "La facture électronique est trop grosse pour être lue.",
        "Demandez-en une autre au fournisseur.",
    ),
    "xml_doctype": (
        "Le XML déclare des entités, ce qu’aucune facture électronique ne fait ; elles peuvent nuire et "
        "n’ont pas été lues.",
        "Ne vous fiez pas au fichier ; demandez-en un autre au fournisseur.",
    ),
    "xml_malformed": (
        "La facture électronique n’est pas du XML bien formé.",
        "Demandez-en une autre au fournisseur.",
    ),
    "xml_too_deep": (
        "Le XML est trop profondément imbriqué pour être une facture.",
        "Demandez-en un autre au fournisseur.",
    ),
    "xml_order": ("C’est une commande, pas une facture.", "Ajoutez la facture quand elle viendra."),
    "xml_other": (
        "Ce XML n’est pas une facture en UBL ou en CII.",
        "Demandez la facture en PDF au fournisseur.",
    ),
    "order_x": (
        "Ce PDF est une commande (Order-X), pas une facture.",
        "Ajoutez la facture quand elle viendra.",
    ),
    "xml_differs": (
        "{field} : la facture électronique du fichier dit {xml}, la page montre {page}.",
        "Demandez au fournisseur laquelle fait foi, et saisissez-la.",
    ),
    "xml_not_on_page": (
        "{field} : la facture électronique du fichier dit {xml} ; la page ne le montre pas.",
        "Regardez la page et confirmez ou corrigez.",
    ),
}

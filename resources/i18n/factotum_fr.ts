<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Factotum</source>
        <translation>À propos de Factotum</translation>
    </message>
    <message>
        <source>Factotum {version}</source>
        <translation>Factotum {version}</translation>
    </message>
    <message>
        <source>Compose invoices offline and see the exact PDF while you type. Free under the MIT licence.</source>
        <translation>Composez vos factures hors ligne et voyez le PDF exact pendant la saisie. Libre, sous licence MIT.</translation>
    </message>
    <message>
        <source>With Qt {qt} and PySide6 under the LGPL, whose libraries you may replace, and the fonts FiraGO and Noto Sans under the SIL Open Font License.</source>
        <translation>Avec Qt {qt} et PySide6 sous LGPL, dont vous pouvez remplacer les bibliothèques, et les polices FiraGO et Noto Sans sous licence SIL Open Font.</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Bibliothèques et leurs licences</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ActionDialog</name>
    <message>
        <source>This cannot be taken back at {provider}.</source>
        <translation>Cela ne peut pas être annulé chez {provider}.</translation>
    </message>
    <message>
        <source>This connection is LIVE: it is done for real.</source>
        <translation>Cette connexion est RÉELLE&#xa0;: c’est fait pour de vrai.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>New invoice</source>
        <translation>Nouvelle facture</translation>
    </message>
    <message>
        <source>Open a draft file…</source>
        <translation>Ouvrir un fichier de brouillon…</translation>
    </message>
    <message>
        <source>Add suppliers’ files…</source>
        <translation>Ajouter des fichiers de fournisseurs…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Enregistrer le PDF…</translation>
    </message>
    <message>
        <source>Save a copy as a draft file…</source>
        <translation>Enregistrer une copie en fichier de brouillon…</translation>
    </message>
    <message>
        <source>Issue…</source>
        <translation>Émettre…</translation>
    </message>
    <message>
        <source>Review and send…</source>
        <translation>Vérifier et envoyer…</translation>
    </message>
    <message>
        <source>Make a credit note</source>
        <translation>Faire un avoir</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>Déclarer nul…</translation>
    </message>
    <message>
        <source>Move the draft to the bin</source>
        <translation>Mettre le brouillon à la corbeille</translation>
    </message>
    <message>
        <source>Import customers…</source>
        <translation>Importer des clients…</translation>
    </message>
    <message>
        <source>Import catalogue items…</source>
        <translation>Importer des articles…</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Tout exporter…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Put me in as the seller</source>
        <translation>Me mettre comme vendeur</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Point suivant à vérifier</translation>
    </message>
    <message>
        <source>Insert a line below</source>
        <translation>Insérer une ligne dessous</translation>
    </message>
    <message>
        <source>Insert a section</source>
        <translation>Insérer une section</translation>
    </message>
    <message>
        <source>Duplicate the line</source>
        <translation>Dupliquer la ligne</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>Supprimer la ligne</translation>
    </message>
    <message>
        <source>Complete from the catalogue</source>
        <translation>Compléter depuis le catalogue</translation>
    </message>
    <message>
        <source>Paste rows from a spreadsheet</source>
        <translation>Coller des lignes de tableur</translation>
    </message>
    <message>
        <source>Find or do anything</source>
        <translation>Chercher ou faire</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Émis</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Suppliers’ archive</source>
        <translation>Archive des fournisseurs</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Back to the document</source>
        <translation>Revenir au document</translation>
    </message>
    <message>
        <source>Refresh the preview</source>
        <translation>Actualiser l’aperçu</translation>
    </message>
    <message>
        <source>Swap composer and preview</source>
        <translation>Passer de la saisie à l’aperçu</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Keys that work here</source>
        <translation>Touches utiles ici</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Look for a newer version</source>
        <translation>Chercher une version plus récente</translation>
    </message>
    <message>
        <source>About Factotum</source>
        <translation>À propos de Factotum</translation>
    </message>
</context>
<context>
    <name>ArchiveRoom</name>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Nothing filed yet. What you accept under “To review” is kept here.</source>
        <translation>Rien de classé pour l’instant. Ce que vous acceptez sous «&#xa0;À vérifier&#xa0;» est gardé ici.</translation>
    </message>
    <message>
        <source>Nothing here matches “{text}”. Try fewer words, a number or an amount.</source>
        <translation>Rien ne correspond à «&#xa0;{text}&#xa0;». Essayez moins de mots, un numéro ou un montant.</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Envoyer…</translation>
    </message>
    <message>
        <source>Which files</source>
        <translation>Quels fichiers</translation>
    </message>
    <message>
        <source>Show in the outbox</source>
        <translation>Voir dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Back to review</source>
        <translation>Remettre à vérifier</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>Enregistrer le fichier…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>What was learned…</source>
        <translation>Ce qui a été appris…</translation>
    </message>
    <message>
        <source>Names of the files…</source>
        <translation>Noms des fichiers…</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Supprimer pour de bon…</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>Vider la corbeille…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Faire revenir</translation>
    </message>
    <message>
        <source>The bin is empty. What you remove under “To review” waits here.</source>
        <translation>La corbeille est vide. Ce que vous retirez sous «&#xa0;À vérifier&#xa0;» attend ici.</translation>
    </message>
    <message>
        <source>No file is on this shelf now.</source>
        <translation>Aucun fichier sur ce rayon pour l’instant.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Enregistré sous {name}.</translation>
    </message>
    <message>
        <source>Export into which folder?</source>
        <translation>Exporter dans quel dossier&#x202f;?</translation>
    </message>
    <message>
        <source>{count} files exported, with a table (suppliers.csv) and {ubl} of them also as UBL.</source>
        <translation>{count} fichiers exportés, avec un tableau (suppliers.csv), dont {ubl} aussi en UBL.</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <source>{number} is issued already and stays as it is. Its file goes on here as a new draft.</source>
        <translation>{number} est déjà émis et reste tel quel. Son fichier continue ici comme nouveau brouillon.</translation>
    </message>
    <message>
        <source>Opened as a new draft; the file stays as it is.</source>
        <translation>Ouvert comme nouveau brouillon&#xa0;; le fichier reste tel quel.</translation>
    </message>
    <message>
        <source>{count} new drafts; this is the last, the others are in the list.</source>
        <translation>{count} nouveaux brouillons&#xa0;; voici le dernier, les autres sont dans la liste.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être lu&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>“{name}” is no draft: {why}.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un brouillon&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>What can be opened are drafts saved as .json files.</source>
        <translation>On peut ouvrir ici les brouillons enregistrés en fichiers .json.</translation>
    </message>
    <message>
        <source>{count} more files could not be opened.</source>
        <translation>{count} autres fichiers n’ont pas pu être ouverts.</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>What was shown before</source>
        <translation>Ce qui était affiché auparavant</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>Fold away</source>
        <translation>Replier</translation>
    </message>
    <message>
        <source>Fold away: {block}</source>
        <translation>Replier&#xa0;: {block}</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>No items yet. Add one here, or import a file of your former program; Ctrl+J in the lines of an invoice completes from them.</source>
        <translation>Pas encore d’article. Ajoutez-en un ici, ou importez un fichier de votre ancien logiciel&#x202f;; Ctrl+J dans les lignes d’une facture les propose.</translation>
    </message>
    <message>
        <source>No item matches “{text}”.</source>
        <translation>Aucun article ne correspond à «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>The price is</source>
        <translation>Le prix est</translation>
    </message>
    <message>
        <source>without VAT</source>
        <translation>hors taxes</translation>
    </message>
    <message>
        <source>with VAT</source>
        <translation>TVA comprise</translation>
    </message>
    <message>
        <source>VAT, %</source>
        <translation>TVA,&#xa0;%</translation>
    </message>
    <message>
        <source>VAT category</source>
        <translation>Catégorie de TVA</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>F8 goes to the next</source>
        <translation>F8 va au suivant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Must be mended before issue</source>
        <translation>À corriger avant d’émettre</translation>
    </message>
    <message>
        <source>Should be looked at</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Bon à savoir</translation>
    </message>
    <message>
        <source>Nothing to check: this can be issued.</source>
        <translation>Rien à vérifier&#xa0;: ce document peut être émis.</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose a colour: {field}</source>
        <translation>Choisir une couleur&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Choose a colour …</source>
        <translation>Choisir une couleur…</translation>
    </message>
</context>
<context>
    <name>ColumnsPanel</name>
    <message>
        <source>not taken</source>
        <translation>non reprise</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Colonne {number}</translation>
    </message>
    <message>
        <source>What “{column}” is</source>
        <translation>Ce que contient «&#xa0;{column}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Compose</source>
        <translation>Composer</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Compose or preview</source>
        <translation>Saisie ou aperçu</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Avoir</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Classique</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Affirmé</translation>
    </message>
    <message>
        <source>No window</source>
        <translation>Sans fenêtre</translation>
    </message>
    <message>
        <source>Window on the left</source>
        <translation>Fenêtre à gauche</translation>
    </message>
    <message>
        <source>Window on the right</source>
        <translation>Fenêtre à droite</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bon de commande</translation>
    </message>
    <message>
        <source>Buyer reference</source>
        <translation>Référence de l’acheteur</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrat</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Our order number</source>
        <translation>Notre n° de commande</translation>
    </message>
    <message>
        <source>Meter or subscription</source>
        <translation>Compteur ou abonnement</translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>Bon de livraison</translation>
    </message>
    <message>
        <source>Goods received note</source>
        <translation>Avis de réception</translation>
    </message>
    <message>
        <source>Tender or lot</source>
        <translation>Marché ou lot</translation>
    </message>
    <message>
        <source>Customer’s accounting code</source>
        <translation>Imputation comptable du client</translation>
    </message>
    <message>
        <source>Reference in another program</source>
        <translation>Référence dans un autre logiciel</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>Livré le</translation>
    </message>
    <message>
        <source>Service from</source>
        <translation>Prestation du</translation>
    </message>
    <message>
        <source>Service until</source>
        <translation>Prestation jusqu’au</translation>
    </message>
    <message>
        <source>Other billing address</source>
        <translation>Autre adresse de facturation</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Bénéficiaire du paiement</translation>
    </message>
    <message>
        <source>Tax representative</source>
        <translation>Représentant fiscal</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textes</translation>
    </message>
    <message>
        <source>Title instead of “Invoice”</source>
        <translation>Titre au lieu de «&#xa0;Facture&#xa0;»</translation>
    </message>
    <message>
        <source>Description under the subject</source>
        <translation>Description sous l’objet</translation>
    </message>
    <message>
        <source>Text above the lines</source>
        <translation>Texte au-dessus des lignes</translation>
    </message>
    <message>
        <source>Legal mention below the totals</source>
        <translation>Mention légale sous les totaux</translation>
    </message>
    <message>
        <source>Footer of the last page</source>
        <translation>Pied de la dernière page</translation>
    </message>
    <message>
        <source>Own fields and tags</source>
        <translation>Champs libres et étiquettes</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>Nom du champ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Ajouter un champ</translation>
    </message>
    <message>
        <source>Field {number}</source>
        <translation>Champ {number}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>séparées par des virgules</translation>
    </message>
    <message>
        <source>Template and paper</source>
        <translation>Modèle et papier</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Enveloppe</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Couleur d’accent</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>Couleur du texte</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Sums carried forward</source>
        <translation>Report des sommes</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <translation>Numéros de ligne</translation>
    </message>
    <message>
        <source>Unit price column</source>
        <translation>Colonne du prix unitaire</translation>
    </message>
    <message>
        <source>VAT column</source>
        <translation>Colonne de la TVA</translation>
    </message>
    <message>
        <source>Other words on the page</source>
        <translation>Autres mots sur la page</translation>
    </message>
    <message>
        <source>one a line, such as: quantity = Hours</source>
        <translation>un par ligne, par exemple&#xa0;: quantity = Heures</translation>
    </message>
    <message>
        <source>Kind and earlier invoices</source>
        <translation>Nature et factures antérieures</translation>
    </message>
    <message>
        <source>Earlier invoice</source>
        <translation>Facture antérieure</translation>
    </message>
    <message>
        <source>Add an earlier invoice</source>
        <translation>Ajouter une facture antérieure</translation>
    </message>
    <message>
        <source>Earlier invoice {number}</source>
        <translation>Facture antérieure {number}</translation>
    </message>
    <message>
        <source>This document is</source>
        <translation>Ce document est</translation>
    </message>
    <message>
        <source>Number series</source>
        <translation>Série de numéros</translation>
    </message>
    <message>
        <source>of</source>
        <translation>du</translation>
    </message>
    <message>
        <source>Note under the lines</source>
        <translation>Note sous les lignes</translation>
    </message>
    <message>
        <source>Add a note to the customer …</source>
        <translation>Ajouter une note au client…</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Document language</source>
        <translation>Langue du document</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>What the invoice is about</source>
        <translation>Ce que concerne la facture</translation>
    </message>
    <message>
        <source>Once for each VAT rate</source>
        <translation>Une fois par taux de TVA</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>Ligne par ligne</translation>
    </message>
    <message>
        <source>Without VAT</source>
        <translation>Hors taxes</translation>
    </message>
    <message>
        <source>With VAT</source>
        <translation>TVA comprise</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Virement</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Direct debit</source>
        <translation>Prélèvement</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Espèces</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>Chèque</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Allowance</source>
        <translation>Déduction</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Shipping, charges and allowances</source>
        <translation>Port, frais et déductions</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>or percent</source>
        <translation>ou pourcentage</translation>
    </message>
    <message>
        <source>the lines</source>
        <translation>les lignes</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>Add a charge or an allowance</source>
        <translation>Ajouter des frais ou une déduction</translation>
    </message>
    <message>
        <source>Charge or allowance {number}</source>
        <translation>Frais ou déduction {number}</translation>
    </message>
    <message>
        <source>Reason of the discount on the whole invoice</source>
        <translation>Motif de la remise globale</translation>
    </message>
    <message>
        <source>Prepaid and rounding</source>
        <translation>Acompte et arrondi</translation>
    </message>
    <message>
        <source>Already paid</source>
        <translation>Déjà payé</translation>
    </message>
    <message>
        <source>VAT is rounded</source>
        <translation>La TVA est arrondie</translation>
    </message>
    <message>
        <source>Prices of new lines</source>
        <translation>Prix des nouvelles lignes</translation>
    </message>
    <message>
        <source>Rounding amount</source>
        <translation>Montant de l’arrondi</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>calculé</translation>
    </message>
    <message>
        <source>Cash rounding to</source>
        <translation>Arrondi de caisse à</translation>
    </message>
    <message>
        <source>Other taxes and withholding</source>
        <translation>Autres taxes et retenues</translation>
    </message>
    <message>
        <source>Name of the tax</source>
        <translation>Nom de la taxe</translation>
    </message>
    <message>
        <source>Rate, negative if withheld</source>
        <translation>Taux, négatif si retenu</translation>
    </message>
    <message>
        <source>Also on VAT</source>
        <translation>Aussi sur la TVA</translation>
    </message>
    <message>
        <source>Add a tax</source>
        <translation>Ajouter une taxe</translation>
    </message>
    <message>
        <source>Tax {number}</source>
        <translation>Taxe {number}</translation>
    </message>
    <message>
        <source>VAT is due on debits (France)</source>
        <translation>TVA acquittée sur les débits (France)</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>Taux de change</translation>
    </message>
    <message>
        <source>Home currency</source>
        <translation>Devise de tenue</translation>
    </message>
    <message>
        <source>Date of the rate</source>
        <translation>Date du taux</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Days to pay</source>
        <translation>Délai de paiement, jours</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Reference to quote</source>
        <translation>Référence à rappeler</translation>
    </message>
    <message>
        <source>Due at the end of the month</source>
        <translation>Échéance en fin de mois</translation>
    </message>
    <message>
        <source>Print a QR code for the bank</source>
        <translation>Imprimer un code QR pour la banque</translation>
    </message>
    <message>
        <source>Terms, as printed</source>
        <translation>Conditions, telles qu’imprimées</translation>
    </message>
    <message>
        <source>SIREN</source>
        <translation>SIREN</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Numéro fiscal</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>vérifié</translation>
    </message>
    <message>
        <source>check digits are wrong</source>
        <translation>clé de contrôle fausse</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Facturation</translation>
    </message>
    <message>
        <source>Registered office</source>
        <translation>Siège social</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>Numéro de TVA</translation>
    </message>
    <message>
        <source>National register</source>
        <translation>Registre national</translation>
    </message>
    <message>
        <source>Addressee, if another</source>
        <translation>Destinataire, si différent</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Numéro et rue</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>Adresse, deuxième ligne</translation>
    </message>
    <message>
        <source>Address, third line</source>
        <translation>Adresse, troisième ligne</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>State or province</source>
        <translation>Région ou province</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Ajouter une adresse</translation>
    </message>
    <message>
        <source>Address {number}</source>
        <translation>Adresse {number}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Printed before it</source>
        <translation>Imprimé devant</translation>
    </message>
    <message>
        <source>Add a tax or company number</source>
        <translation>Ajouter un identifiant fiscal ou légal</translation>
    </message>
    <message>
        <source>Tax or company number {number}</source>
        <translation>Numéro fiscal ou d’entreprise {number}</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banque</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>Titulaire du compte</translation>
    </message>
    <message>
        <source>the seller or payee</source>
        <translation>le vendeur ou le bénéficiaire</translation>
    </message>
    <message>
        <source>Account without IBAN, as printed</source>
        <translation>Compte sans IBAN, tel qu’imprimé</translation>
    </message>
    <message>
        <source>Add a bank account</source>
        <translation>Ajouter un compte bancaire</translation>
    </message>
    <message>
        <source>Account {number}</source>
        <translation>Compte {number}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Legal form</source>
        <translation>Forme juridique</translation>
    </message>
    <message>
        <source>Register and number</source>
        <translation>Registre et numéro</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>E-invoice scheme</source>
        <translation>Schéma de facture électronique</translation>
    </message>
    <message>
        <source>E-invoice address</source>
        <translation>Adresse de facture électronique</translation>
    </message>
    <message>
        <source>Note to ourselves, never printed</source>
        <translation>Note pour nous, jamais imprimée</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Taux normal</translation>
    </message>
    <message>
        <source>Zero rate</source>
        <translation>Taux zéro</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>Exonéré</translation>
    </message>
    <message>
        <source>Reverse charge</source>
        <translation>Autoliquidation</translation>
    </message>
    <message>
        <source>Within the EU</source>
        <translation>Intracommunautaire</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportation</translation>
    </message>
    <message>
        <source>Outside VAT</source>
        <translation>Hors champ de TVA</translation>
    </message>
    <message>
        <source>Split payment (Italy)</source>
        <translation>Paiement scindé (Italie)</translation>
    </message>
    <message>
        <source>Canary Islands</source>
        <translation>Îles Canaries</translation>
    </message>
    <message>
        <source>Ceuta and Melilla</source>
        <translation>Ceuta et Melilla</translation>
    </message>
</context>
<context>
    <name>ComposerForm</name>
    <message>
        <source>Discount on the whole invoice</source>
        <translation>Remise sur toute la facture</translation>
    </message>
    <message>
        <source>5 % or an amount</source>
        <translation>5&#xa0;% ou un montant</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>What you call it</source>
        <translation>Nom que vous lui donnez</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi elle sert</translation>
    </message>
    <message>
        <source>How it speaks</source>
        <translation>Version de l’interface</translation>
    </message>
    <message>
        <source>Address, if it is another one</source>
        <translation>Adresse, si elle diffère</translation>
    </message>
    <message>
        <source>How you sign in</source>
        <translation>Façon de se connecter</translation>
    </message>
    <message>
        <source>Settings of this connection</source>
        <translation>Réglages de cette connexion</translation>
    </message>
    <message>
        <source>test: nothing real is made</source>
        <translation>test&#xa0;: rien de réel n’est créé</translation>
    </message>
    <message>
        <source>LIVE: real documents</source>
        <translation>RÉEL&#xa0;: de vrais documents</translation>
    </message>
    <message>
        <source>practice: nothing leaves this computer</source>
        <translation>entraînement&#xa0;: rien ne quitte cet ordinateur</translation>
    </message>
</context>
<context>
    <name>ConnectionPanel</name>
    <message>
        <source>Save the connection</source>
        <translation>Enregistrer la connexion</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Try the keyring again</source>
        <translation>Réessayer le trousseau</translation>
    </message>
    <message>
        <source>For this run only</source>
        <translation>Pour cette session seulement</translation>
    </message>
    <message>
        <source>Let something go wrong, to see what happens</source>
        <translation>Provoquer un incident, pour voir ce qui se passe</translation>
    </message>
    <message>
        <source>New connection to {provider}</source>
        <translation>Nouvelle connexion à {provider}</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>pas encore enregistrée</translation>
    </message>
    <message>
        <source>{state} · signed in as {who}</source>
        <translation>{state} · connecté en tant que {who}</translation>
    </message>
    <message>
        <source>Practice: the provider is played by this program, strictly by its rules. Nothing leaves this computer, and no account is needed.</source>
        <translation>Entraînement&#xa0;: le fournisseur est joué par ce programme, strictement selon ses règles. Rien ne quitte cet ordinateur et aucun compte n’est nécessaire.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again, or keep secrets in memory for this run only.</source>
        <translation>Le trousseau est verrouillé. Déverrouillez-le et réessayez, ou gardez les secrets en mémoire pour cette session seulement.</translation>
    </message>
    <message>
        <source>This system has no keyring. Start one and try again, or keep secrets in memory for this run only. They are never written to a file.</source>
        <translation>Ce système n’a pas de trousseau. Démarrez-en un et réessayez, ou gardez les secrets en mémoire pour cette session seulement. Ils ne sont jamais écrits dans un fichier.</translation>
    </message>
    <message>
        <source>The keyring did not do what was asked. Try again, or use memory for this run.</source>
        <translation>Le trousseau n’a pas fait ce qui était demandé. Réessayez, ou utilisez la mémoire pour cette session.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistrée.</translation>
    </message>
    <message>
        <source>Asking who you are …</source>
        <translation>On demande qui vous êtes …</translation>
    </message>
    <message>
        <source>It works. You are signed in as {who}.</source>
        <translation>Cela fonctionne. Vous êtes connecté en tant que {who}.</translation>
    </message>
    <message>
        <source>Allowed: {scopes}.</source>
        <translation>Autorisé&#xa0;: {scopes}.</translation>
    </message>
    <message>
        <source>Signed out, here and at the provider.</source>
        <translation>Déconnecté, ici et chez le prestataire.</translation>
    </message>
    <message>
        <source>Signed out here. The provider did not confirm it: end the access there as well.</source>
        <translation>Déconnecté ici. Le prestataire ne l’a pas confirmé&#xa0;: mettez aussi fin à l’accès chez lui.</translation>
    </message>
    <message>
        <source>Delete this connection</source>
        <translation>Supprimer cette connexion</translation>
    </message>
    <message>
        <source>“{name}” is signed out at the provider where that can be done, and its secrets are removed from the keyring. What was sent stays in the outbox.</source>
        <translation>«&#xa0;{name}&#xa0;» est déconnectée chez le fournisseur là où cela se peut, et ses secrets sont retirés du trousseau. Ce qui a été envoyé reste dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>The connection and its secrets are gone.</source>
        <translation>La connexion et ses secrets sont supprimés.</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>keyring locked</source>
        <translation>trousseau verrouillé</translation>
    </message>
    <message>
        <source>no keyring</source>
        <translation>pas de trousseau</translation>
    </message>
    <message>
        <source>keyring refused</source>
        <translation>trousseau refusé</translation>
    </message>
    <message>
        <source>Its address is not public. Enter the one you were given.</source>
        <translation>Son adresse n’est pas publique. Saisissez celle qui vous a été donnée.</translation>
    </message>
    <message>
        <source>An address begins with https://, so that nobody reads the key.</source>
        <translation>Une adresse commence par https://, pour que personne ne lise la clé.</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>No connection yet. Make one, or practise without an account.</source>
        <translation>Pas encore de connexion. Créez-en une, ou entraînez-vous sans compte.</translation>
    </message>
    <message>
        <source>Nothing here matches “{text}”.</source>
        <translation>Rien ne correspond à «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Nouvelle connexion</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Connecté en tant que</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Type a name, or find one you know</source>
        <translation>Saisissez un nom, ou retrouvez un client connu</translation>
    </message>
    <message>
        <source>F2 edit</source>
        <translation>F2 modifier</translation>
    </message>
    <message>
        <source>Edit the customer</source>
        <translation>Modifier le client</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Choose customer {name}</source>
        <translation>Choisir le client {name}</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>No customers yet. Add one here, import a file of your former program, or type a name in an invoice and keep it from there.</source>
        <translation>Pas encore de client. Ajoutez-en un ici, importez un fichier de votre ancien logiciel, ou saisissez un nom dans une facture et gardez-le depuis là.</translation>
    </message>
    <message>
        <source>No customer matches “{text}”.</source>
        <translation>Aucun client ne correspond à «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>comme d’habitude</translation>
    </message>
    <message>
        <source>Document language</source>
        <translation>Langue du document</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Days to pay</source>
        <translation>Délai de paiement, jours</translation>
    </message>
    <message>
        <source>Usual discount, %</source>
        <translation>Remise habituelle,&#xa0;%</translation>
    </message>
    <message>
        <source>Note for us, never printed</source>
        <translation>Note pour nous, jamais imprimée</translation>
    </message>
</context>
<context>
    <name>DocumentFlows</name>
    <message>
        <source>Open a draft file</source>
        <translation>Ouvrir un fichier de brouillon</translation>
    </message>
    <message>
        <source>Draft files (*.json);;All files (*)</source>
        <translation>Fichiers de brouillon (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save a copy as a draft file</source>
        <translation>Enregistrer une copie en fichier de brouillon</translation>
    </message>
    <message>
        <source>Draft files (*.json)</source>
        <translation>Fichiers de brouillon (*.json)</translation>
    </message>
    <message>
        <source>This document stays open, because it cannot be stored yet. {why} A copy can be saved as a file meanwhile.</source>
        <translation>Ce document reste ouvert, car il ne peut pas encore être enregistré. {why} Une copie peut être enregistrée en fichier en attendant.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Enregistré sous {path}.</translation>
    </message>
    <message>
        <source>The draft is in the bin.</source>
        <translation>Le brouillon est à la corbeille.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>New invoice</source>
        <translation>Nouvelle facture</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Émis</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Nothing in progress. Ctrl+N starts one; drafts save themselves.</source>
        <translation>Rien en cours. Ctrl+N en commence un&#xa0;; les brouillons s’enregistrent d’eux-mêmes.</translation>
    </message>
    <message>
        <source>Nothing issued yet. Ctrl+Shift+I issues the document that is open.</source>
        <translation>Rien d’émis. Ctrl+Maj+I émet le document ouvert.</translation>
    </message>
    <message>
        <source>The bin is empty. Drafts you delete wait here, and can be restored.</source>
        <translation>La corbeille est vide. Les brouillons supprimés attendent ici et peuvent être restaurés.</translation>
    </message>
    <message>
        <source>Nothing here matches “{text}”. Try fewer words, a number or an amount.</source>
        <translation>Rien ne correspond à «&#xa0;{text}&#xa0;». Essayez moins de mots, un numéro ou un montant.</translation>
    </message>
</context>
<context>
    <name>EmptyQueue</name>
    <message>
        <source>Nothing to review</source>
        <translation>Rien à vérifier</translation>
    </message>
    <message>
        <source>Suppliers’ invoices are read here, on this computer, and nothing leaves it. Drop PDFs, scans, e-invoices, mails or whole folders anywhere on the window, or add them here.</source>
        <translation>Les factures de vos fournisseurs sont lues ici, sur cet ordinateur, et rien n’en sort. Déposez des PDF, des scans, des factures électroniques, des courriels ou des dossiers entiers n’importe où sur la fenêtre, ou ajoutez-les ici.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Surveiller un dossier…</translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>“{text}” is not a number. Type one such as 12.50.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un nombre. Saisissez par exemple 12,50.</translation>
    </message>
    <message>
        <source>Type a whole number from 0 to {most}.</source>
        <translation>Saisissez un nombre entier de 0 à {most}.</translation>
    </message>
    <message>
        <source>At most {limit} characters fit here. Shorten it.</source>
        <translation>{limit} caractères au plus tiennent ici. Raccourcissez.</translation>
    </message>
    <message>
        <source>This cannot be kept: {why}</source>
        <translation>Cela ne peut pas être gardé&#xa0;: {why}</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>{number} is not a whole number. Leave out the decimals.</source>
        <translation>{number} n’est pas un nombre entier. Retirez les décimales.</translation>
    </message>
    <message>
        <source>“{text}” has no “=”. Write the name, “=” and the new words.</source>
        <translation>«&#xa0;{text}&#xa0;» n’a pas de «&#xa0;=&#xa0;». Écrivez le nom, «&#xa0;=&#xa0;» et les nouveaux mots.</translation>
    </message>
    <message>
        <source>At most {limit} characters fit here; this has {length}. Shorten it.</source>
        <translation>{limit} caractères au plus tiennent ici&#xa0;; il y en a {length}. Raccourcissez.</translation>
    </message>
    <message>
        <source>This is no colour. Write # and six of 0 to 9 and A to F, such as #0B665D.</source>
        <translation>Ce n’est pas une couleur. Écrivez # et six signes de 0 à 9 et A à F, par exemple #0B665D.</translation>
    </message>
    <message>
        <source>This must be above {bound}. Type a larger number.</source>
        <translation>Il faut plus que {bound}. Saisissez un nombre plus grand.</translation>
    </message>
    <message>
        <source>This must be at least {bound}. Type a larger number.</source>
        <translation>Il faut au moins {bound}. Saisissez un nombre plus grand.</translation>
    </message>
    <message>
        <source>This must be at most {bound}. Type a smaller number.</source>
        <translation>Il faut au plus {bound}. Saisissez un nombre plus petit.</translation>
    </message>
    <message>
        <source>This does not fit here: {reason}.</source>
        <translation>Cela ne convient pas ici&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>This number is too large for an invoice. Check the digits.</source>
        <translation>Ce nombre est trop grand pour une facture. Vérifiez les chiffres.</translation>
    </message>
    <message>
        <source>This must not be below zero. Leave out the minus sign.</source>
        <translation>Cela ne peut pas être négatif. Retirez le signe moins.</translation>
    </message>
    <message>
        <source>This has {count} decimals, more than are kept here. Round it.</source>
        <translation>Il y a {count} décimales, plus qu’il n’en est gardé ici. Arrondissez.</translation>
    </message>
    <message>
        <source>This is not a number that fits here. Check the digits.</source>
        <translation>Ce nombre ne convient pas ici. Vérifiez les chiffres.</translation>
    </message>
    <message>
        <source>Nothing here is called “{text}”. Type a code or a part of the name.</source>
        <translation>Rien ne s’appelle «&#xa0;{text}&#xa0;» ici. Saisissez un code ou une partie du nom.</translation>
    </message>
    <message>
        <source>Nothing is written here. Type a value, or press Esc.</source>
        <translation>Rien n’est écrit ici. Saisissez une valeur, ou appuyez sur Échap.</translation>
    </message>
    <message>
        <source>This is longer than {limit} characters. Type a number or a sum.</source>
        <translation>C’est plus long que {limit} caractères. Saisissez un nombre ou un calcul.</translation>
    </message>
    <message>
        <source>“{text}” is scientific notation. Write all its digits.</source>
        <translation>«&#xa0;{text}&#xa0;» est une notation scientifique. Écrivez tous les chiffres.</translation>
    </message>
    <message>
        <source>“{text}” cannot be read as a number. Type one such as 12.50, or a sum such as 3*12.50.</source>
        <translation>«&#xa0;{text}&#xa0;» ne se lit pas comme un nombre. Saisissez par exemple 12,50, ou un calcul comme 3*12,50.</translation>
    </message>
    <message>
        <source>The sum is not finished. Add the missing number or bracket.</source>
        <translation>Le calcul n’est pas fini. Ajoutez le nombre ou la parenthèse qui manque.</translation>
    </message>
    <message>
        <source>There are too many brackets here. Write the sum more simply.</source>
        <translation>Il y a trop de parenthèses ici. Écrivez le calcul plus simplement.</translation>
    </message>
    <message>
        <source>This divides by zero. Change the divisor.</source>
        <translation>C’est une division par zéro. Changez le diviseur.</translation>
    </message>
    <message>
        <source>“{text}” has more than 59 minutes. Write 1:30 for an hour and a half.</source>
        <translation>«&#xa0;{text}&#xa0;» a plus de 59 minutes. Écrivez 1:30 pour une heure et demie.</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Type one such as 31/12/2026, or t, +30, eom.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une date. Saisissez par exemple 31/12/2026, ou t, +30, eom.</translation>
    </message>
    <message>
        <source>There is no day “{text}” in the calendar. Check the day and the month.</source>
        <translation>Le jour «&#xa0;{text}&#xa0;» n’existe pas. Vérifiez le jour et le mois.</translation>
    </message>
    <message>
        <source>“{text}” cannot be read here. Correct it, or press Esc.</source>
        <translation>«&#xa0;{text}&#xa0;» ne se lit pas ici. Corrigez, ou appuyez sur Échap.</translation>
    </message>
    <message>
        <source>Nothing is typed yet. Type a number, or Esc to leave it as it was.</source>
        <translation>Rien n’est encore saisi. Saisissez un nombre, ou Échap pour laisser comme avant.</translation>
    </message>
    <message>
        <source>This is too long to be a number: at most {limit} characters.</source>
        <translation>C’est trop long pour un nombre&#xa0;: {limit} caractères au plus.</translation>
    </message>
    <message>
        <source>At most {limit} characters fit here. Put the rest into the description (Shift+Enter).</source>
        <translation>{limit} caractères au plus tiennent ici. Mettez le reste dans la description (Maj+Entrée).</translation>
    </message>
    <message>
        <source>At most {limit} characters fit here. Shorten the text.</source>
        <translation>{limit} caractères au plus tiennent ici. Raccourcissez le texte.</translation>
    </message>
    <message>
        <source>This must be more than zero.</source>
        <translation>Il faut plus que zéro.</translation>
    </message>
    <message>
        <source>This is not a JSON object. Write it like {{&quot;name&quot;: &quot;value&quot;}}.</source>
        <translation>Ce n’est pas un objet JSON. Écrivez-le ainsi&#xa0;: {{&quot;nom&quot;: &quot;valeur&quot;}}.</translation>
    </message>
    <message>
        <source>“{text}” is scientific notation. Write all the digits.</source>
        <translation>«&#xa0;{text}&#xa0;» est une notation scientifique. Écrivez tous les chiffres.</translation>
    </message>
    <message>
        <source>“{text}” is not part of a number. Type one like 12.50, or a sum like 3*12.50.</source>
        <translation>«&#xa0;{text}&#xa0;» ne fait pas partie d’un nombre. Saisissez par exemple 12,50, ou un calcul comme 3*12,50.</translation>
    </message>
    <message>
        <source>This sum is not finished yet.</source>
        <translation>Ce calcul n’est pas encore fini.</translation>
    </message>
    <message>
        <source>Too many brackets in one another. Work it out in steps.</source>
        <translation>Trop de parenthèses imbriquées. Calculez par étapes.</translation>
    </message>
    <message>
        <source>This number is too large for an invoice.</source>
        <translation>Ce nombre est trop grand pour une facture.</translation>
    </message>
    <message>
        <source>“{text}” is no duration: minutes go from 00 to 59.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une durée&#xa0;: les minutes vont de 00 à 59.</translation>
    </message>
    <message>
        <source>A VAT rate is between 0 and 999 %.</source>
        <translation>Un taux de TVA est compris entre 0 et 999&#xa0;%.</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Type 24/12, +30 or t for today.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une date. Saisissez 24/12, +30 ou t pour aujourd’hui.</translation>
    </message>
    <message>
        <source>There is no such day: “{text}”.</source>
        <translation>Ce jour n’existe pas&#xa0;: «&#xa0;{text}&#xa0;».</translation>
    </message>
</context>
<context>
    <name>EntryActs</name>
    <message>
        <source>It is there…</source>
        <translation>Il y est…</translation>
    </message>
    <message>
        <source>It is not there: send again</source>
        <translation>Il n’y est pas&#xa0;: renvoyer</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Open the connection</source>
        <translation>Ouvrir la connexion</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Aller au champ</translation>
    </message>
    <message>
        <source>Show the requests</source>
        <translation>Voir les requêtes</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Ouvrir le document</translation>
    </message>
    <message>
        <source>Show it in the archive</source>
        <translation>L’afficher dans l’archive</translation>
    </message>
    <message>
        <source>Open {provider}</source>
        <translation>Ouvrir {provider}</translation>
    </message>
    <message>
        <source>Look in the practice account</source>
        <translation>Regarder dans le compte d’entraînement</translation>
    </message>
    <message>
        <source>“It is there” keeps what you found and sends nothing. “It is not there” sends it once more: only say so when you have looked. “Give up” sends nothing; what may be there stays.</source>
        <translation>«&#xa0;Il y est&#xa0;» garde ce que vous avez trouvé et n’envoie rien. «&#xa0;Il n’y est pas&#xa0;» l’envoie une fois encore&#xa0;: ne le dites qu’après avoir regardé. «&#xa0;Abandonner&#xa0;» n’envoie rien&#x202f;; ce qui est peut-être là-bas y reste.</translation>
    </message>
    <message>
        <source>Withdrawing stops the search. What may be at the provider already stays there.</source>
        <translation>Retirer arrête la recherche. Ce qui est peut-être déjà chez le fournisseur y reste.</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>You have looked at {provider}, and it is not there. It is sent once more.</source>
        <translation>Vous avez regardé chez {provider} et il n’y est pas. Il est envoyé une fois encore.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>No browser opened. The address is {address}.</source>
        <translation>Aucun navigateur ne s’est ouvert. L’adresse est {address}.</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
</context>
<context>
    <name>Equivalent</name>
    <message>
        <source>Worth in the home currency</source>
        <translation>Valeur en devise de tenue</translation>
    </message>
    <message>
        <source>Choose a home currency other than {currency} to see the worth of this document.</source>
        <translation>Choisissez une devise de tenue autre que {currency} pour voir la valeur de ce document.</translation>
    </message>
    <message>
        <source>Worth: net {net}, VAT {tax}, to pay {payable}</source>
        <translation>Valeur&#xa0;: net {net}, TVA {tax}, à payer {payable}</translation>
    </message>
</context>
<context>
    <name>ExactTotal</name>
    <message>
        <source>leave as computed</source>
        <translation>laisser tel que calculé</translation>
    </message>
    <message>
        <source>Make the total exactly</source>
        <translation>Fixer le total à</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fixer</translation>
    </message>
    <message>
        <source>{currency} has {count} decimals. Write the total with no more than that.</source>
        <translation>{currency} a {count} décimales. N’en écrivez pas plus dans le total.</translation>
    </message>
    <message>
        <source>Make the total exactly {total}</source>
        <translation>Fixer le total à {total}</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Quantity × price</source>
        <translation>Quantité × prix</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net HT</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>TTC</translation>
    </message>
    <message>
        <source>Sum of the lines</source>
        <translation>Somme des lignes</translation>
    </message>
    <message>
        <source>Discounts and allowances</source>
        <translation>Remises et déductions</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>VAT of all rates</source>
        <translation>TVA de tous les taux</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Difference to the stated gross</source>
        <translation>Écart avec le TTC indiqué</translation>
    </message>
    <message>
        <source>Cash rounding</source>
        <translation>Arrondi de caisse</translation>
    </message>
    <message>
        <source>Due before cash rounding</source>
        <translation>À payer avant arrondi de caisse</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Arrondi</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>À payer</translation>
    </message>
    <message>
        <source>Taxable amount</source>
        <translation>Base imposable</translation>
    </message>
    <message>
        <source>VAT of the lines</source>
        <translation>TVA des lignes</translation>
    </message>
    <message>
        <source>VAT on discounts and charges</source>
        <translation>TVA sur remises et frais</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>quantité</translation>
    </message>
    <message>
        <source>unit price</source>
        <translation>prix unitaire</translation>
    </message>
    <message>
        <source>units per price</source>
        <translation>unités par prix</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>pourcentage</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>taux</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>as entered</source>
        <translation>tel que saisi</translation>
    </message>
    <message>
        <source>already paid</source>
        <translation>déjà payé</translation>
    </message>
    <message>
        <source>stated gross</source>
        <translation>TTC indiqué</translation>
    </message>
    <message>
        <source>cash rounding to</source>
        <translation>arrondi de caisse à</translation>
    </message>
    <message>
        <source>VAT {rate}</source>
        <translation>TVA {rate}</translation>
    </message>
    <message>
        <source>Charge or allowance</source>
        <translation>Frais ou déduction</translation>
    </message>
    <message>
        <source>Other tax</source>
        <translation>Autre taxe</translation>
    </message>
    <message>
        <source>{figure} in the home currency</source>
        <translation>{figure} en devise de tenue</translation>
    </message>
    <message>
        <source>nothing to add</source>
        <translation>rien à ajouter</translation>
    </message>
    <message>
        <source>share of {amount}, by the lines of each rate</source>
        <translation>part de {amount}, selon les lignes de chaque taux</translation>
    </message>
    <message>
        <source>{amount} to the nearest multiple of {step}</source>
        <translation>{amount} au multiple de {step} le plus proche</translation>
    </message>
    <message>
        <source>rounded half away from zero to {count} decimals</source>
        <translation>arrondi au plus proche à {count} décimales</translation>
    </message>
    <message>
        <source> + {count} more</source>
        <translation> + {count} de plus</translation>
    </message>
    <message>
        <source>Line without a label</source>
        <translation>Ligne sans libellé</translation>
    </message>
    <message>
        <source>Charge or allowance {number}</source>
        <translation>Frais ou déduction {number}</translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>How this figure came about</source>
        <translation>D’où vient ce chiffre</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>This figure is no longer part of the invoice.</source>
        <translation>Ce chiffre ne fait plus partie de la facture.</translation>
    </message>
    <message>
        <source>as entered</source>
        <translation>tel que saisi</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>et {count} de plus</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>This file is no draft: {why}.</source>
        <translation>Ce fichier n’est pas un brouillon&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Your choice holds until you close Factotum, but the settings file could not be written: {why}.</source>
        <translation>Votre choix vaut jusqu’à la fermeture de Factotum, mais le fichier des réglages n’a pas pu être écrit&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing is lost: free some space, and the rest is saved by itself.</source>
        <translation>Le disque est plein. Rien n’est perdu&#xa0;: libérez de la place, et le reste s’enregistre de lui-même.</translation>
    </message>
    <message>
        <source>The folder of your documents cannot be written. Nothing is lost while this window is open: allow writing there, and the rest is saved by itself.</source>
        <translation>Le dossier de vos documents n’est pas accessible en écriture. Rien n’est perdu tant que cette fenêtre est ouverte&#xa0;: autorisez l’écriture, et le reste s’enregistre de lui-même.</translation>
    </message>
    <message>
        <source>Another program holds the documents. What you type is kept and saved when they are free.</source>
        <translation>Un autre programme retient les documents. Votre saisie est gardée et s’enregistre dès qu’ils sont libres.</translation>
    </message>
    <message>
        <source>Another window has changed this document. Both are kept: yours goes on as a copy.</source>
        <translation>Une autre fenêtre a modifié ce document. Les deux sont gardés&#xa0;: le vôtre continue comme copie.</translation>
    </message>
    <message>
        <source>Another window has issued this document, and that one stays as it is. Yours goes on as a copy, without a number.</source>
        <translation>Une autre fenêtre a émis ce document, qui reste tel quel. Le vôtre continue comme copie, sans numéro.</translation>
    </message>
    <message>
        <source>This document is no longer in the store. What you typed in it is kept as a new draft.</source>
        <translation>Ce document n’est plus là. Ce que vous y avez saisi est gardé comme nouveau brouillon.</translation>
    </message>
    <message>
        <source>A newer version of Factotum wrote this document, and this one cannot show it: {document}. Install that version to open it; “Export everything” writes it out as it is kept.</source>
        <translation>Une version plus récente de Factotum a écrit ce document, et celle-ci ne peut pas l’afficher&#xa0;: {document}. Installez-la pour l’ouvrir&#xa0;; «&#xa0;Tout exporter&#xa0;» l’écrit tel qu’il est gardé.</translation>
    </message>
    <message>
        <source>An older version of Factotum wrote these documents. They are not brought up to date, for the backup before that cannot be written. Nothing was changed: free some space or allow writing in their folder, and start Factotum again.</source>
        <translation>Une version plus ancienne de Factotum a écrit ces documents. Ils ne sont pas mis à jour, car la sauvegarde qui précède ne peut pas être écrite. Rien n’a été modifié&#xa0;: libérez de la place ou autorisez l’écriture dans leur dossier, puis relancez Factotum.</translation>
    </message>
    <message>
        <source>The backup cannot be written. Your documents are as they were: free some space, or allow writing in their folder.</source>
        <translation>La sauvegarde ne peut pas être écrite. Vos documents sont inchangés&#xa0;: libérez de la place, ou autorisez l’écriture dans leur dossier.</translation>
    </message>
    <message>
        <source>The backup could not be put in place, and nothing was deleted. Free some space, close the other windows of Factotum and try again.</source>
        <translation>La sauvegarde n’a pas pu être mise en place, et rien n’a été supprimé. Libérez de la place, fermez les autres fenêtres de Factotum et réessayez.</translation>
    </message>
    <message>
        <source>The kept page of this document is damaged, so it is not handed out. Take it from a backup, or from wherever you sent it.</source>
        <translation>La page gardée de ce document est endommagée et n’est donc pas remise. Reprenez-la d’une sauvegarde, ou de votre envoi.</translation>
    </message>
    <message>
        <source>The file of your documents is damaged and was left as it is.</source>
        <translation>Le fichier de vos documents est endommagé et a été laissé tel quel.</translation>
    </message>
    <message>
        <source>The export could not be finished: {why}. Your documents are untouched.</source>
        <translation>L’export n’a pas pu être achevé&#xa0;: {why}. Vos documents sont intacts.</translation>
    </message>
    <message>
        <source>there is no room left</source>
        <translation>il n’y a plus de place</translation>
    </message>
    <message>
        <source>you may not use that place</source>
        <translation>cet emplacement vous est interdit</translation>
    </message>
    <message>
        <source>that place is read-only</source>
        <translation>cet emplacement est en lecture seule</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>il n’est pas là</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>These documents were written by a newer version of Factotum. Install that version to open them.</source>
        <translation>Ces documents ont été écrits par une version plus récente de Factotum. Installez-la pour les ouvrir.</translation>
    </message>
    <message>
        <source>The file could not be read or written: {why}. Try another place.</source>
        <translation>Le fichier n’a pas pu être lu ou écrit&#xa0;: {why}. Essayez ailleurs.</translation>
    </message>
    <message>
        <source>That did not work: {why}</source>
        <translation>Cela n’a pas marché&#xa0;: {why}</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Change “{field}”</source>
        <translation>Modifier «&#xa0;{field}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>FieldsPanel</name>
    <message>
        <source>Password of the file</source>
        <translation>Mot de passe du fichier</translation>
    </message>
    <message>
        <source>Credit note: money comes back</source>
        <translation>Avoir&#xa0;: l’argent revient</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Leave it in the list and go to the next (Ctrl+Down)</source>
        <translation>Le laisser dans la liste et passer au suivant (Ctrl+Bas)</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Keep it as it is, without checking (Ctrl+E)</source>
        <translation>Le garder tel quel, sans vérifier (Ctrl+E)</translation>
    </message>
    <message>
        <source>Accept, next</source>
        <translation>Accepter, suivant</translation>
    </message>
    <message>
        <source>File it with these values and take the next (Enter)</source>
        <translation>Le classer avec ces valeurs et prendre le suivant (Entrée)</translation>
    </message>
    <message>
        <source>Click a word on the page to fill the field in hand. What you correct here teaches the layout of {supplier}.</source>
        <translation>Cliquez un mot sur la page pour remplir le champ en cours. Vos corrections apprennent la mise en page de {supplier}.</translation>
    </message>
    <message>
        <source>Click a word on the page to fill the field in hand.</source>
        <translation>Cliquez un mot sur la page pour remplir le champ en cours.</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>explain</source>
        <translation>expliquer</translation>
    </message>
    <message>
        <source>Press Enter to see how this figure came about.</source>
        <translation>Appuyez sur Entrée pour voir d’où vient ce chiffre.</translation>
    </message>
</context>
<context>
    <name>Forwarding</name>
    <message>
        <source>There is no connection yet. Make one, or practise first.</source>
        <translation>Il n’y a pas encore de connexion. Créez-en une, ou entraînez-vous d’abord.</translation>
    </message>
</context>
<context>
    <name>FoundDialog</name>
    <message>
        <source>It is at {provider}</source>
        <translation>Le document est chez {provider}</translation>
    </message>
    <message>
        <source>Then nothing is sent again. Copy its id from {provider}; with it, what is there can be read and compared.</source>
        <translation>Rien n’est alors renvoyé. Copiez son identifiant chez {provider}&#x202f;; il permet de lire et de comparer ce qui s’y trouve.</translation>
    </message>
    <message>
        <source>Id at the provider</source>
        <translation>Identifiant chez le fournisseur</translation>
    </message>
    <message>
        <source>Number, if it has one</source>
        <translation>Numéro, s’il en a un</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Il y est</translation>
    </message>
    <message>
        <source>Its id is needed: it stands in the address of its page.</source>
        <translation>Son identifiant est nécessaire&#xa0;: il se trouve dans l’adresse de sa page.</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>and {count} more</source>
        <translation>et {count} de plus</translation>
    </message>
    <message>
        <source>Credit notes</source>
        <translation>Avoirs</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>{series}: {first} to {last}, not complete:</source>
        <translation>{series}&#xa0;: {first} à {last}, incomplète&#xa0;:</translation>
    </message>
    <message>
        <source>{series}: {first} to {last}, no gaps</source>
        <translation>{series}&#xa0;: {first} à {last}, sans trou</translation>
    </message>
    <message>
        <source>{number} is void: {reason}</source>
        <translation>{number} est annulé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{number} and on, up to {last}, were left to another program</source>
        <translation>{number} et suivants, jusqu’à {last}, ont été laissés à un autre programme</translation>
    </message>
    <message>
        <source>{number} has no document</source>
        <translation>{number} n’a pas de document</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Prix unitaire</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net HT</translation>
    </message>
    <message>
        <source>Edit description</source>
        <translation>Modifier la description</translation>
    </message>
    <message>
        <source>Edit details of the description</source>
        <translation>Modifier le détail de la description</translation>
    </message>
    <message>
        <source>Edit quantity</source>
        <translation>Modifier la quantité</translation>
    </message>
    <message>
        <source>Edit price</source>
        <translation>Modifier le prix</translation>
    </message>
    <message>
        <source>Edit discount</source>
        <translation>Modifier la remise</translation>
    </message>
    <message>
        <source>Edit VAT</source>
        <translation>Modifier la TVA</translation>
    </message>
    <message>
        <source>Edit section title</source>
        <translation>Modifier le titre de la section</translation>
    </message>
    <message>
        <source>No description yet</source>
        <translation>Pas encore de description</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Ligne {number}</translation>
    </message>
    <message>
        <source>Untitled section</source>
        <translation>Section sans titre</translation>
    </message>
    <message>
        <source>Section title</source>
        <translation>Titre de la section</translation>
    </message>
    <message>
        <source>Details, printed under the description. Shift+Enter: new line</source>
        <translation>Détail, imprimé sous la description. Maj+Entrée&#xa0;: nouvelle ligne</translation>
    </message>
    <message>
        <source>Details of the description</source>
        <translation>Détail de la description</translation>
    </message>
    <message>
        <source>Enter adds a line · Ctrl Shift Enter a section · paste rows from a spreadsheet</source>
        <translation>Entrée ajoute une ligne · Ctrl Maj Entrée une section · collez des lignes de tableur</translation>
    </message>
    <message>
        <source>subtotal</source>
        <translation>total</translation>
    </message>
    <message>
        <source>Line {number}, {name} {value}</source>
        <translation>Ligne {number}, {name} {value}</translation>
    </message>
    <message>
        <source>{price} including VAT</source>
        <translation>{price} TVA comprise</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Section {title}</source>
        <translation>Section {title}</translation>
    </message>
    <message>
        <source>lines hidden</source>
        <translation>lignes masquées</translation>
    </message>
    <message>
        <source>prices hidden</source>
        <translation>prix masqués</translation>
    </message>
    <message>
        <source>quantities hidden</source>
        <translation>quantités masquées</translation>
    </message>
    <message>
        <source>subtotal hidden</source>
        <translation>sous-total masqué</translation>
    </message>
    <message>
        <source>incl.</source>
        <translation>TTC</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>adds a line</source>
        <translation>ajoute une ligne</translation>
    </message>
    <message>
        <source>Ctrl Shift Enter</source>
        <translation>Ctrl Maj Entrée</translation>
    </message>
    <message>
        <source>a section</source>
        <translation>une section</translation>
    </message>
    <message>
        <source>paste rows from a spreadsheet</source>
        <translation>collez des lignes de tableur</translation>
    </message>
    <message>
        <source>folded: {count} lines</source>
        <translation>repliée&#xa0;: {count} lignes</translation>
    </message>
    <message>
        <source>Product code</source>
        <translation>Code produit</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Remove: {item}</source>
        <translation>Retirer&#xa0;: {item}</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Compose and issue</source>
        <translation>Composer et émettre</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Providers one by one</source>
        <translation>Les plateformes une à une</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Recevoir</translation>
    </message>
    <message>
        <source>Keep and repair</source>
        <translation>Garder et réparer</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Chercher dans le guide</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>Sommaire du guide</translation>
    </message>
    <message>
        <source>No page holds all these words. Try fewer.</source>
        <translation>Aucune page ne contient tous ces mots. Essayez-en moins.</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Page du guide</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
</context>
<context>
    <name>HeadBar</name>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Page {page} sur {count}</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>Live: follow every key</source>
        <translation>En direct&#xa0;: suit chaque touche</translation>
    </message>
    <message>
        <source>on pause</source>
        <translation>à la pause</translation>
    </message>
    <message>
        <source>On pause: when typing rests</source>
        <translation>À la pause&#xa0;: quand la saisie s’arrête</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>à la demande</translation>
    </message>
    <message>
        <source>Manual: only when asked (F5)</source>
        <translation>À la demande&#xa0;: seulement avec F5</translation>
    </message>
    <message>
        <source>How the preview follows: {mode}</source>
        <translation>Suivi de l’aperçu&#xa0;: {mode}</translation>
    </message>
    <message>
        <source>Out of date · refresh</source>
        <translation>Périmé · actualiser</translation>
    </message>
    <message>
        <source>Draw the paper as the form is now (F5)</source>
        <translation>Dessiner la page selon la saisie actuelle (F5)</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Toute la largeur</translation>
    </message>
    <message>
        <source>Zoom of the preview: {zoom}</source>
        <translation>Zoom de l’aperçu&#xa0;: {zoom}</translation>
    </message>
    <message>
        <source>{choice} ▾</source>
        <translation>{choice} ▾</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>day of issue</source>
        <translation>jour d’émission</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>+30, eom …</source>
        <translation>+30, eom…</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} jours</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Choose a step to see the document as it was. Nothing is lost until you edit from there.</source>
        <translation>Choisissez une étape pour voir le document tel qu’il était. Rien n’est perdu tant que vous ne modifiez rien de là.</translation>
    </message>
    <message>
        <source>Steps, newest first</source>
        <translation>Étapes, la plus récente d’abord</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>Revenir où j’étais</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Rester ici</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Number given by Factotum</source>
        <translation>Numéro donné par Factotum</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom de famille</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>Numéro de rue</translation>
    </message>
    <message>
        <source>Address, third line</source>
        <translation>Adresse, troisième ligne</translation>
    </message>
    <message>
        <source>Price with VAT</source>
        <translation>Prix TTC</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Laissé tel quel</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Identique</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Virgule</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Point-virgule</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulation</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Barre verticale</translation>
    </message>
    <message>
        <source>{column}: {before} → {after}</source>
        <translation>{column}&#xa0;: {before} → {after}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>It has no name. Fill one in, or choose the column of the name.</source>
        <translation>Le nom manque. Ajoutez-le, ou choisissez la colonne du nom.</translation>
    </message>
    <message>
        <source>It is the same as line {line}, and that one counts.</source>
        <translation>C’est le même que la ligne {line}, et c’est elle qui compte.</translation>
    </message>
    <message>
        <source>Several are known that it may be. Add a number or postal code.</source>
        <translation>Plusieurs de ceux que l’on connaît y répondent. Ajoutez un numéro ou un code postal.</translation>
    </message>
    <message>
        <source>Its quotation marks do not match. Correct them in the file.</source>
        <translation>Ses guillemets ne vont pas par deux. Corrigez-les dans le fichier.</translation>
    </message>
    <message>
        <source>A quotation mark opens here and does not close.</source>
        <translation>Un guillemet s’ouvre ici et ne se referme pas.</translation>
    </message>
    <message>
        <source>It has {count} cells for {most} columns. Put a cell with a separator in quotation marks.</source>
        <translation>Elle a {count} cellules pour {most} colonnes. Mettez entre guillemets la cellule qui contient un séparateur.</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un nombre.</translation>
    </message>
    <message>
        <source>“{text}” is not a number of days.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un nombre de jours.</translation>
    </message>
    <message>
        <source>“{text}” is no currency. Write it like EUR.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une devise. Écrivez-la comme EUR.</translation>
    </message>
    <message>
        <source>“{text}” is no language of our documents. Write it like fr.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une langue de nos documents. Écrivez-la comme fr.</translation>
    </message>
    <message>
        <source>“{text}” is no country we know. Write its name, or a code like FR.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un pays connu. Écrivez son nom, ou un code comme FR.</translation>
    </message>
    <message>
        <source>“{text}” is none of these: {words}.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est aucun de&#xa0;: {words}.</translation>
    </message>
    <message>
        <source>“{text}” cannot be kept: {why}</source>
        <translation>«&#xa0;{text}&#xa0;» ne peut être gardé&#xa0;: {why}</translation>
    </message>
    <message>
        <source>{column}: {why}</source>
        <translation>{column}&#xa0;: {why}</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>Il n’y a rien dans ce fichier.</translation>
    </message>
    <message>
        <source>This file has {size} MB, and {most} MB is the most. Split it and bring the parts.</source>
        <translation>Ce fichier a {size} Mo, et {most} Mo est le maximum. Divisez-le et apportez les parties.</translation>
    </message>
    <message>
        <source>This is a spreadsheet. Open it in its program and save the sheet as CSV (Excel: Save As, CSV UTF-8; LibreOffice: Save As, Text CSV). Then bring that file.</source>
        <translation>C’est un classeur. Ouvrez-le dans son logiciel et enregistrez la feuille en CSV (Excel&#xa0;: Enregistrer sous, CSV UTF-8&#x202f;; LibreOffice&#xa0;: Enregistrer sous, Texte CSV). Apportez ensuite ce fichier.</translation>
    </message>
    <message>
        <source>This file is no table of text. Bring a CSV file.</source>
        <translation>Ce fichier n’est pas un tableau de texte. Apportez un fichier CSV.</translation>
    </message>
    <message>
        <source>This file is not {encoding}: its byte {place} cannot be read. Choose another encoding.</source>
        <translation>Ce fichier n’est pas en {encoding}&#xa0;: son octet {place} est illisible. Choisissez un autre encodage.</translation>
    </message>
    <message>
        <source>This file has more than {most} rows. Split it and bring the parts.</source>
        <translation>Ce fichier a plus de {most} lignes. Divisez-le et apportez les parties.</translation>
    </message>
    <message>
        <source>This file has more than {most} columns. Choose another separator, or leave some out.</source>
        <translation>Ce fichier a plus de {most} colonnes. Choisissez un autre séparateur, ou enlevez-en.</translation>
    </message>
</context>
<context>
    <name>ImportOptions</name>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Séparateur</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Décimales</translation>
    </message>
    <message>
        <source>What is known already</source>
        <translation>Ce qui est déjà connu</translation>
    </message>
    <message>
        <source>change it</source>
        <translation>le modifier</translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation>le laisser tel quel</translation>
    </message>
    <message>
        <source>add it once more</source>
        <translation>l’ajouter encore</translation>
    </message>
    <message>
        <source>The first row has the headings</source>
        <translation>La première ligne porte les titres</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import customers</source>
        <translation>Importer des clients</translation>
    </message>
    <message>
        <source>Import catalogue items</source>
        <translation>Importer des articles</translation>
    </message>
    <message>
        <source>Choose a CSV file, or drop it here.</source>
        <translation>Choisissez un fichier CSV, ou déposez-le ici.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>L’annuler</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Avancement de l’import</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>No row matches “{text}”.</source>
        <translation>Aucune ligne ne correspond à «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>Rows that are listed</source>
        <translation>Lignes affichées</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Any file with one row for each: of another program, of a spreadsheet saved as CSV, or of our own export. What each column is, is found out and can be changed; nothing is written before you have seen what becomes of each row, and the whole can be taken back.</source>
        <translation>Tout fichier avec une ligne pour chacun&#xa0;: d’un autre logiciel, d’un classeur enregistré en CSV, ou de notre propre export. Le sens de chaque colonne est reconnu et peut être changé&#x202f;; rien n’est écrit avant que vous ayez vu ce que devient chaque ligne, et le tout peut être annulé.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Why, or what changes</source>
        <translation>Pourquoi, ou ce qui change</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.tab);;All files (*)</source>
        <translation>Tableaux (*.csv *.tsv *.txt *.tab);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Last import: {file}, {time}. New: {added}, changed: {changed}.</source>
        <translation>Dernier import&#xa0;: {file}, {time}. Nouveaux&#xa0;: {added}, modifiés&#xa0;: {changed}.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lecture du fichier…</translation>
    </message>
    <message>
        <source>{outcome}: {count}</source>
        <translation>{outcome}&#xa0;: {count}</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>Il n’y a rien à importer.</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>reading</source>
        <translation>en lecture</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doublon</translation>
    </message>
    <message>
        <source>probable duplicate</source>
        <translation>doublon probable</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>même numéro</translation>
    </message>
    <message>
        <source>password</source>
        <translation>mot de passe</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>does not look like an invoice</source>
        <translation>ne ressemble pas à une facture</translation>
    </message>
    <message>
        <source>not an invoice</source>
        <translation>pas une facture</translation>
    </message>
    <message>
        <source>{count} to complete</source>
        <translation>{count} à compléter</translation>
    </message>
    <message>
        <source>not found: {fields}</source>
        <translation>introuvable&#xa0;: {fields}</translation>
    </message>
    <message>
        <source>check</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} à vérifier</translation>
    </message>
    <message>
        <source>from e-invoice</source>
        <translation>de la facture électronique</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>in the archive</source>
        <translation>dans l’archive</translation>
    </message>
    <message>
        <source>in the bin</source>
        <translation>dans la corbeille</translation>
    </message>
    <message>
        <source>in this list</source>
        <translation>dans cette liste</translation>
    </message>
    <message>
        <source>the same file as of {day}, {where}</source>
        <translation>le même fichier que celui du {day}, {where}</translation>
    </message>
    <message>
        <source>same number and total as of {day}, {where}</source>
        <translation>mêmes numéro et total que le {day}, {where}</translation>
    </message>
    <message>
        <source>same number, other total, as of {day}, {where}</source>
        <translation>même numéro, autre total que le {day}, {where}</translation>
    </message>
    <message>
        <source>“{text}” is no currency. Use a code like EUR, USD or CHF.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une devise. Utilisez un code comme EUR, USD ou CHF.</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>N° de TVA</translation>
    </message>
    <message>
        <source>SIREN</source>
        <translation>SIREN</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>All that is filed</source>
        <translation>Tout ce qui est classé</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Pas encore envoyés</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>En chemin</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Kept as they are</source>
        <translation>Gardés tels quels</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>sent, proven</source>
        <translation>envoyé, prouvé</translation>
    </message>
    <message>
        <source>sent, as planned</source>
        <translation>envoyé, comme prévu</translation>
    </message>
    <message>
        <source>sent, but differs</source>
        <translation>envoyé, mais diffère</translation>
    </message>
    <message>
        <source>sent, not proven</source>
        <translation>envoyé, non prouvé</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>gardé tel quel</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>pas envoyé</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>HT</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>TTC</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sûr</translation>
    </message>
    <message>
        <source>to complete</source>
        <translation>à compléter</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>de vous</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>appris</translation>
    </message>
    <message>
        <source>e-invoice</source>
        <translation>facture élec.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Documents ({endings});;All files (*)</source>
        <translation>Documents ({endings});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Add suppliers’ files</source>
        <translation>Ajouter des fichiers de fournisseurs</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>{count} more files were not taken in.</source>
        <translation>{count} autres fichiers n’ont pas été pris.</translation>
    </message>
    <message>
        <source>“{name}” was not taken in. {why}</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas été pris. {why}</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Ce qui a été appris</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>stands right of “{text}”</source>
        <translation>se trouve à droite de «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>stands below “{text}”</source>
        <translation>se trouve sous «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>is always “{text}”</source>
        <translation>est toujours «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>is not on the page</source>
        <translation>n’est pas sur la page</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>Each accepted document teaches where its supplier writes what. It is used only where the sums agree. Correct or forget what leads astray.</source>
        <translation>Chaque document accepté apprend où son fournisseur écrit quoi. Cela ne sert que là où les sommes concordent. Corrigez ou oubliez ce qui induit en erreur.</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Fournisseurs</translation>
    </message>
    <message>
        <source>Nothing learned yet.</source>
        <translation>Rien d’appris pour l’instant.</translation>
    </message>
    <message>
        <source>No supplier matches “{text}”.</source>
        <translation>Aucun fournisseur ne correspond à «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Ce qui est su</translation>
    </message>
    <message>
        <source>Choose a supplier to see what is known of it.</source>
        <translation>Choisissez un fournisseur pour voir ce qui en est su.</translation>
    </message>
    <message>
        <source>Forget the supplier</source>
        <translation>Oublier le fournisseur</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Nothing is written. Write what it should be, or remove it.</source>
        <translation>Rien n’est écrit. Écrivez ce que ce doit être, ou retirez-le.</translation>
    </message>
    <message>
        <source>Write words that stand beside or above the value on the page.</source>
        <translation>Écrivez des mots qui se trouvent à côté ou au-dessus de la valeur sur la page.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The page cannot be shown. The file itself is kept.</source>
        <translation>La page ne peut pas être montrée. Le fichier lui-même est gardé.</translation>
    </message>
    <message>
        <source>Delete for good?</source>
        <translation>Supprimer pour de bon&#xa0;?</translation>
    </message>
    <message>
        <source>Empty the bin?</source>
        <translation>Vider la corbeille&#xa0;?</translation>
    </message>
    <message>
        <source>{name} goes for good, original too. This cannot be undone.</source>
        <translation>{name} disparaît pour de bon, l’original aussi. Rien ne peut l’annuler.</translation>
    </message>
    <message>
        <source>All {count} files in the bin go for good, originals too. This cannot be undone.</source>
        <translation>Les {count} fichiers de la corbeille disparaissent pour de bon, les originaux aussi. Rien ne peut l’annuler.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer pour de bon</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>made by itself</source>
        <translation>créée d’elle-même</translation>
    </message>
    <message>
        <source>empty: the provider&apos;s own rate</source>
        <translation>vide&#xa0;: le taux du prestataire</translation>
    </message>
    <message>
        <source>Our reference</source>
        <translation>Notre référence</translation>
    </message>
    <message>
        <source>Euros for one {currency}</source>
        <translation>Euros pour un {currency}</translation>
    </message>
    <message>
        <source>A rate is more than nothing.</source>
        <translation>Un taux est supérieur à zéro.</translation>
    </message>
    <message>
        <source>Names of archived files</source>
        <translation>Noms des fichiers archivés</translation>
    </message>
    <message>
        <source>For files that are saved, exported and sent. Words in braces are filled in.</source>
        <translation>Pour les fichiers enregistrés, exportés et envoyés. Les mots entre accolades sont remplis.</translation>
    </message>
    <message>
        <source>Pattern of the names</source>
        <translation>Modèle des noms</translation>
    </message>
    <message>
        <source>As it was at first</source>
        <translation>Comme au départ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Use this pattern</source>
        <translation>Utiliser ce modèle</translation>
    </message>
    <message>
        <source>Example: {name}</source>
        <translation>Exemple&#xa0;: {name}</translation>
    </message>
    <message>
        <source>A brace is not closed, or not opened. Write a field as {{date}}.</source>
        <translation>Une accolade n’est pas fermée, ou pas ouverte. Écrivez un champ ainsi&#xa0;: {{date}}.</translation>
    </message>
    <message>
        <source>There is no field “{name}”. There are {known}.</source>
        <translation>Il n’y a pas de champ «&#xa0;{name}&#xa0;». Il y a {known}.</translation>
    </message>
    <message>
        <source>All files would be called alike. Put in one of {known}.</source>
        <translation>Tous les fichiers auraient le même nom. Mettez-y l’un de {known}.</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Issue this credit note</source>
        <translation>Émettre cet avoir</translation>
    </message>
    <message>
        <source>Issue this invoice</source>
        <translation>Émettre cette facture</translation>
    </message>
    <message>
        <source>It takes the number {number}, dated {date}, over {total} for {customer}, and this cannot be undone.</source>
        <translation>Ce document prend le numéro {number} au {date}, pour {total}, à l’attention de {customer}, et c’est sans retour.</translation>
    </message>
    <message>
        <source>a customer without a name</source>
        <translation>un client sans nom</translation>
    </message>
    <message>
        <source>From then on it stays as it is. A mistake is corrected with a credit note.</source>
        <translation>Il reste ensuite tel quel. Une erreur se corrige par un avoir.</translation>
    </message>
    <message>
        <source>One finding is still open; it does not block issuing.</source>
        <translation>Un point reste à vérifier&#xa0;; il n’empêche pas d’émettre.</translation>
    </message>
    <message>
        <source>{count} findings are still open; they do not block issuing.</source>
        <translation>{count} points restent à vérifier&#xa0;; ils n’empêchent pas d’émettre.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Issue {number}</source>
        <translation>Émettre {number}</translation>
    </message>
</context>
<context>
    <name>IssuedBar</name>
    <message>
        <source>This draft is with a provider, or on its way. It stays as it is until it is withdrawn.</source>
        <translation>Ce brouillon est chez un fournisseur, ou en chemin. Il reste tel quel tant qu’il n’est pas retiré.</translation>
    </message>
    <message>
        <source>Void: {reason}</source>
        <translation>Nul&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Issued {time}, and credited since.</source>
        <translation>Émis le {time}, puis avoir émis.</translation>
    </message>
    <message>
        <source>Issued {time}. It stays as it is.</source>
        <translation>Émis le {time}. Il reste tel quel.</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>Draft {customer}</source>
        <translation>Brouillon {customer}</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Enregistrer le PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Issued as {number}.</source>
        <translation>Émis sous le numéro {number}.</translation>
    </message>
    <message>
        <source>Not issued, and no number was taken. {why}</source>
        <translation>Non émis, et aucun numéro n’a été pris. {why}</translation>
    </message>
    <message>
        <source>This cannot be issued yet. {why}</source>
        <translation>Ce document ne peut pas encore être émis. {why}</translation>
    </message>
    <message>
        <source>Not issued yet. {first}</source>
        <translation>Pas encore émis. {first}</translation>
    </message>
    <message>
        <source>Not issued yet: {count} findings have to be mended, F8 goes to each. {first}</source>
        <translation>Pas encore émis&#xa0;: {count} points sont à corriger, F8 mène à chacun. {first}</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Enregistré sous {path}.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Not issued: what was typed last is not on disk yet. Nothing was numbered.</source>
        <translation>Non émis&#xa0;: la dernière saisie n’est pas encore sur le disque. Aucun numéro n’a été pris.</translation>
    </message>
</context>
<context>
    <name>Item</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove: {item}</source>
        <translation>Retirer&#xa0;: {item}</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>In the lines: keep, and go down</source>
        <translation>Lignes&#xa0;: garder et descendre</translation>
    </message>
    <message>
        <source>In the lines: next cell, then a new line</source>
        <translation>Lignes&#xa0;: case suivante, puis nouvelle ligne</translation>
    </message>
    <message>
        <source>Edit the cell, or the customer</source>
        <translation>Modifier la case, ou le client</translation>
    </message>
    <message>
        <source>Leave the cell as it was</source>
        <translation>Laisser la case telle quelle</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys that work here</source>
        <translation>Touches utiles ici</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LineDetails</name>
    <message>
        <source>Price is for so many units</source>
        <translation>Le prix vaut pour tant d’unités</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Prix catalogue</translation>
    </message>
    <message>
        <source>printed beside the unit price, changes no total</source>
        <translation>imprimé près du prix unitaire, sans effet sur les totaux</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>séparées par des virgules</translation>
    </message>
    <message>
        <source>Options for providers</source>
        <translation>Options pour les plateformes</translation>
    </message>
    <message>
        <source>JSON, by provider id</source>
        <translation>JSON, par identifiant de plateforme</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Quantity and unit</source>
        <translation>Quantité et unité</translation>
    </message>
    <message>
        <source>Service from</source>
        <translation>Prestation du</translation>
    </message>
    <message>
        <source>Service to</source>
        <translation>Prestation au</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Prix unitaire</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>Reason of the discount</source>
        <translation>Motif de la remise</translation>
    </message>
    <message>
        <source>Code of that reason (UNCL 5189)</source>
        <translation>Code de ce motif (UNCL 5189)</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
    <message>
        <source>Rate or category</source>
        <translation>Taux ou catégorie</translation>
    </message>
    <message>
        <source>Provider&apos;s rate code</source>
        <translation>Code de taux de la plateforme</translation>
    </message>
    <message>
        <source>Why no VAT is charged</source>
        <translation>Pourquoi aucune TVA</translation>
    </message>
    <message>
        <source>Code of that reason (VATEX)</source>
        <translation>Code de ce motif (VATEX)</translation>
    </message>
    <message>
        <source>Codes and references</source>
        <translation>Codes et références</translation>
    </message>
    <message>
        <source>Our product code</source>
        <translation>Notre code produit</translation>
    </message>
    <message>
        <source>Customer&apos;s product code</source>
        <translation>Code produit du client</translation>
    </message>
    <message>
        <source>GTIN</source>
        <translation>GTIN</translation>
    </message>
    <message>
        <source>Record in the catalogue</source>
        <translation>Fiche du catalogue</translation>
    </message>
    <message>
        <source>Line of the order</source>
        <translation>Ligne de la commande</translation>
    </message>
    <message>
        <source>Accounting reference</source>
        <translation>Référence comptable</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Text under the title</source>
        <translation>Texte sous le titre</translation>
    </message>
    <message>
        <source>+ or −</source>
        <translation>+ ou −</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Pourcentage</translation>
    </message>
    <message>
        <source>of</source>
        <translation>du</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
</context>
<context>
    <name>LineGrid</name>
    <message>
        <source>Lines and sections</source>
        <translation>Lignes et sections</translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search in {title}</source>
        <translation>Rechercher dans&#xa0;: {title}</translation>
    </message>
</context>
<context>
    <name>LiveDialog</name>
    <message>
        <source>Send for good</source>
        <translation>Envoyer pour de bon</translation>
    </message>
    <message>
        <source>This connection is LIVE. {provider} makes a real document over {total} for {customer}, and it cannot be deleted there afterwards.</source>
        <translation>Cette connexion est RÉELLE. {provider} crée un vrai document de {total} pour {customer}, qui ne pourra plus y être supprimé.</translation>
    </message>
    <message>
        <source>a customer without a name</source>
        <translation>un client sans nom</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>Logo</name>
    <message>
        <source>This file cannot be read. Choose a PNG or a JPEG.</source>
        <translation>Ce fichier ne se lit pas. Choisissez un PNG ou un JPEG.</translation>
    </message>
    <message>
        <source>This file is larger than 20 MB. Choose a smaller picture.</source>
        <translation>Ce fichier dépasse 20 Mo. Choisissez une image plus petite.</translation>
    </message>
    <message>
        <source>This file is no picture that can be read. Choose a PNG or a JPEG.</source>
        <translation>Ce fichier n’est pas une image lisible. Choisissez un PNG ou un JPEG.</translation>
    </message>
    <message>
        <source>This picture is {width} by {height} pixels. Choose one below {most}.</source>
        <translation>Cette image fait {width} sur {height} pixels. Choisissez-en une de moins de {most}.</translation>
    </message>
    <message>
        <source>This picture is damaged. Choose another file.</source>
        <translation>Cette image est endommagée. Choisissez un autre fichier.</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Choisir une image…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Choisir un logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp)</source>
        <translation>Images (*.png *.jpg *.jpeg *.gif *.bmp *.webp)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Copy details</source>
        <translation>Copier le détail</translation>
    </message>
    <message>
        <source>This document is issued and stays as it is. Duplicate it, or make a credit note.</source>
        <translation>Ce document est émis et reste tel quel. Dupliquez-le, ou faites un avoir.</translation>
    </message>
    <message>
        <source>This document is with a provider. Withdraw it from the outbox, or duplicate it.</source>
        <translation>Ce document est chez un fournisseur. Retirez-le de la boîte d’envoi, ou dupliquez-le.</translation>
    </message>
    <message>
        <source>Something went wrong inside Factotum. Your work is kept, and you can go on.</source>
        <translation>Quelque chose a échoué dans Factotum. Votre travail est gardé, et vous pouvez continuer.</translation>
    </message>
    <message>
        <source>The last edits are not on disk yet, so the window stays open.</source>
        <translation>Les dernières modifications ne sont pas encore sur le disque&#xa0;; la fenêtre reste donc ouverte.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Fermer et les perdre</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Go to the field</source>
        <translation>Aller au champ</translation>
    </message>
    <message>
        <source>The paper could not be drawn: {reason}. The last good page stays; nothing you typed is lost.</source>
        <translation>La page n’a pas pu être dessinée&#xa0;: {reason}. La dernière bonne page reste&#xa0;; rien de saisi n’est perdu.</translation>
    </message>
    <message>
        <source>No font on this computer can print {characters}. The paper lacks them.</source>
        <translation>Aucune police de cet ordinateur ne peut imprimer {characters}. Ces signes manquent sur la page.</translation>
    </message>
    <message>
        <source>Show the other</source>
        <translation>Voir l’autre</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
</context>
<context>
    <name>NumberSettings</name>
    <message>
        <source>each year</source>
        <translation>chaque année</translation>
    </message>
    <message>
        <source>each month</source>
        <translation>chaque mois</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>after the last one</source>
        <translation>après le dernier</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>Starts again</source>
        <translation>Recommence</translation>
    </message>
    <message>
        <source>Continue at</source>
        <translation>Continuer à</translation>
    </message>
    <message>
        <source>Credit notes</source>
        <translation>Avoirs</translation>
    </message>
    <message>
        <source>{hint} are filled in when a number is taken.</source>
        <translation>{hint} sont remplis quand un numéro est pris.</translation>
    </message>
    <message>
        <source>Write {counter} once, and {year} or {yy} when it starts again: F{year}-{counter:04}</source>
        <translation>Écrivez {counter} une fois, et {year} ou {yy} si la série recommence&#xa0;: F{year}-{counter:04}</translation>
    </message>
    <message>
        <source>This pattern is too long.</source>
        <translation>Ce modèle est trop long.</translation>
    </message>
    <message>
        <source>Next: {invoice} for an invoice, {credit_note} for a credit note</source>
        <translation>Prochains&#xa0;: {invoice} pour une facture, {credit_note} pour un avoir</translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>This is needed.</source>
        <translation>C’est nécessaire.</translation>
    </message>
    <message>
        <source>“{text}” is none of the choices.</source>
        <translation>«&#xa0;{text}&#xa0;» ne fait pas partie des choix.</translation>
    </message>
    <message>
        <source>At most {most} characters; these are {count}.</source>
        <translation>{most} caractères au plus&#x202f;; en voici {count}.</translation>
    </message>
    <message>
        <source>“{text}” does not look like such a value.</source>
        <translation>«&#xa0;{text}&#xa0;» ne ressemble pas à une telle valeur.</translation>
    </message>
    <message>
        <source>Type a whole number.</source>
        <translation>Saisissez un nombre entier.</translation>
    </message>
    <message>
        <source>At least {least}.</source>
        <translation>Au moins {least}.</translation>
    </message>
    <message>
        <source>At most {most}.</source>
        <translation>Au plus {most}.</translation>
    </message>
    <message>
        <source>Type a number, such as 12.5.</source>
        <translation>Saisissez un nombre, par exemple 12,5.</translation>
    </message>
    <message>
        <source>Type a day, such as 2026-12-31.</source>
        <translation>Saisissez un jour, par exemple 31/12/2026.</translation>
    </message>
    <message>
        <source>Type a day and a time in UTC, such as 2026-12-31 09:00.</source>
        <translation>Saisissez un jour et une heure UTC, par exemple 2026-12-31 09:00.</translation>
    </message>
    <message>
        <source>Write one a line, as name = value.</source>
        <translation>Écrivez-en un par ligne&#xa0;: nom = valeur.</translation>
    </message>
    <message>
        <source>“{name}” stands there twice.</source>
        <translation>«&#xa0;{name}&#xa0;» s’y trouve deux fois.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>C’est trop long.</translation>
    </message>
    <message>
        <source>This is not written as JSON ({place}).</source>
        <translation>Ce n’est pas du JSON bien écrit ({place}).</translation>
    </message>
    <message>
        <source>Write an object, in braces.</source>
        <translation>Écrivez un objet, entre accolades.</translation>
    </message>
    <message>
        <source>Write {number} in quotes: numbers with a fraction go along as text.</source>
        <translation>Écrivez {number} entre guillemets&#xa0;: les nombres à virgule partent en texte.</translation>
    </message>
</context>
<context>
    <name>OptionField</name>
    <message>
        <source>name = value, one a line</source>
        <translation>nom = valeur, un par ligne</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>not stated ({usual})</source>
        <translation>non précisé ({usual})</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>2026-12-31, t, +30</source>
        <translation>31/12/2026, t, +30</translation>
    </message>
    <message>
        <source>2026-12-31 09:00</source>
        <translation>2026-12-31 09:00</translation>
    </message>
    <message>
        <source>several, with commas</source>
        <translation>plusieurs, séparés par des virgules</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Options for {provider}</source>
        <translation>Options pour {provider}</translation>
    </message>
    <message>
        <source>They are kept with the document. What is not stated is not sent.</source>
        <translation>Elles sont gardées avec le document. Ce qui n’est pas précisé n’est pas envoyé.</translation>
    </message>
    <message>
        <source>For the document or a line</source>
        <translation>Pour le document ou une ligne</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>The whole document</source>
        <translation>Tout le document</translation>
    </message>
    <message>
        <source>Line {number}: {label}</source>
        <translation>Ligne {number}&#xa0;: {label}</translation>
    </message>
    <message>
        <source>Change an option</source>
        <translation>Modifier une option</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Search in {count} options</source>
        <translation>Chercher dans {count} options</translation>
    </message>
    <message>
        <source>Search in the options</source>
        <translation>Chercher dans les options</translation>
    </message>
    <message>
        <source>No option is called so.</source>
        <translation>Aucune option ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>PDF there</source>
        <translation>PDF chez eux</translation>
    </message>
    <message>
        <source>Page for the customer</source>
        <translation>Page pour le client</translation>
    </message>
    <message>
        <source>Page to pay</source>
        <translation>Page de paiement</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>L’ouvrir chez eux</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>pas encore de réponse</translation>
    </message>
    <message>
        <source>not there, you said</source>
        <translation>pas là-bas, avez-vous dit</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>pas envoyé</translation>
    </message>
    <message>
        <source>answered {status}</source>
        <translation>réponse {status}</translation>
    </message>
    <message>
        <source>{field}: yours {ours}, theirs {theirs}</source>
        <translation>{field}&#xa0;: chez vous {ours}, chez eux {theirs}</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Dernier changement</translation>
    </message>
    <message>
        <source>Everything is sent. Last check {time}.

Ctrl+Shift+S reviews the document that is open, and sends it when you say so.</source>
        <translation>Tout est envoyé. Dernière vérification {time}.

Ctrl+Maj+S vérifie le document ouvert et l’envoie quand vous le dites.</translation>
    </message>
    <message>
        <source>Nothing here matches “{text}”. Try fewer words, a number or an amount.</source>
        <translation>Rien ne correspond à «&#xa0;{text}&#xa0;». Essayez moins de mots, un numéro ou un montant.</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>The arrow keys go from word to word, Enter takes the word for the field in hand.</source>
        <translation>Les flèches vont de mot en mot, Entrée prend le mot pour le champ en cours.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page before</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>New document from here</source>
        <translation>Nouveau document à partir d’ici</translation>
    </message>
    <message>
        <source>A new document begins on this page</source>
        <translation>Un nouveau document commence à cette page</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Show the whole page</source>
        <translation>Montrer toute la page</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Page {page} sur {count}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find or do anything</source>
        <translation>Chercher ou faire</translation>
    </message>
    <message>
        <source>A customer, an item, a number, an amount, or what to do</source>
        <translation>Un client, un article, un numéro, un montant, ou quoi faire</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer words.</source>
        <translation>Rien ne correspond. Essayez moins de mots.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
</context>
<context>
    <name>PaperSettings</name>
    <message>
        <source>Choose a logo…</source>
        <translation>Choisir un logo…</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Retirer le logo</translation>
    </message>
    <message>
        <source>Accent colour…</source>
        <translation>Couleur d’accent…</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Classique</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Affirmé</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Address for a window envelope</source>
        <translation>Adresse pour enveloppe à fenêtre</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>at the left</source>
        <translation>à gauche</translation>
    </message>
    <message>
        <source>at the right</source>
        <translation>à droite</translation>
    </message>
    <message>
        <source>Carry the net forward from page to page</source>
        <translation>Reporter le net de page en page</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Ce fichier ne se lit pas.</translation>
    </message>
    <message>
        <source>The logo</source>
        <translation>Le logo</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Choisir un logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp)</source>
        <translation>Images (*.png *.jpg *.jpeg *.gif *.bmp *.webp)</translation>
    </message>
    <message>
        <source>Accent colour of our paper</source>
        <translation>Couleur d’accent de notre papier</translation>
    </message>
</context>
<context>
    <name>PartsTable</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>Party</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Legal form</source>
        <translation>Forme juridique</translation>
    </message>
    <message>
        <source>Register and number</source>
        <translation>Registre et numéro</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Numéro et rue</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>Adresse, deuxième ligne</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>State or province</source>
        <translation>Région ou province</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>Numéro de TVA</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Numéro fiscal</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Interlocuteur</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banque</translation>
    </message>
    <message>
        <source>Account without IBAN, as printed</source>
        <translation>Compte sans IBAN, tel qu’imprimé</translation>
    </message>
</context>
<context>
    <name>PartyEditor</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Keep this customer</source>
        <translation>Garder ce client</translation>
    </message>
    <message>
        <source>Use on every new invoice</source>
        <translation>Utiliser pour toute nouvelle facture</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>Pieces</name>
    <message>
        <source>One document of {count}.</source>
        <translation>Un document à partir de {count}.</translation>
    </message>
    <message>
        <source>{count} documents of one.</source>
        <translation>{count} documents à partir d’un seul.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PracticeDialog</name>
    <message>
        <source>In the practice account</source>
        <translation>Dans le compte d’entraînement</translation>
    </message>
    <message>
        <source>The newest document is at the end. Compare its customer and its total with yours.</source>
        <translation>Le document le plus récent est à la fin. Comparez son client et son total avec les vôtres.</translation>
    </message>
    <message>
        <source>There is no document in it.</source>
        <translation>Il ne contient aucun document.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview of the pages</source>
        <translation>Aperçu des pages</translation>
    </message>
</context>
<context>
    <name>ProblemRows</name>
    <message>
        <source>And {count} more.</source>
        <translation>Et {count} de plus.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
</context>
<context>
    <name>Providers</name>
    <message>
        <source>Pennylane V2 suppliers</source>
        <translation>Pennylane V2 fournisseurs</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Files to review</source>
        <translation>Fichiers à vérifier</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>A newer version of Factotum wrote these documents: here they can be seen, not changed.</source>
        <translation>Une version plus récente de Factotum a écrit ces documents&#xa0;: ici, on peut les voir, pas les modifier.</translation>
    </message>
    <message>
        <source>A newer version of Factotum wrote these documents. This one shows and exports what it can read of them, and changes nothing.</source>
        <translation>Une version plus récente de Factotum a écrit ces documents. Celle-ci affiche et exporte ce qu’elle peut en lire, et ne modifie rien.</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Tout exporter…</translation>
    </message>
    <message>
        <source>What you have just typed is not stored: save a copy of it.</source>
        <translation>Ce que vous venez de saisir n’est pas conservé&#xa0;: enregistrez-en une copie.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Get the newer version</source>
        <translation>Obtenir la version plus récente</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>«&#xa0;{name}&#xa0;» est supprimé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>The file of your documents is damaged, and there is no good backup beside it. It was left as it is: keep a copy of it, and save the document shown here as a file.</source>
        <translation>Le fichier de vos documents est endommagé, et il n’y a pas de bonne sauvegarde à côté. Il a été laissé tel quel&#xa0;: gardez-en une copie, et enregistrez en fichier le document affiché ici.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>The file of your documents is damaged. The newest good backup is of {time}; what is shown here is put on top of it, and the damaged file is kept.</source>
        <translation>Le fichier de vos documents est endommagé. La dernière bonne sauvegarde est du {time}&#xa0;; ce qui est affiché ici s’y ajoute, et le fichier endommagé est gardé.</translation>
    </message>
    <message>
        <source>Go back to that backup</source>
        <translation>Revenir à cette sauvegarde</translation>
    </message>
    <message>
        <source>The backup of {time} is in place. What was issued after it is only in the damaged file, kept as {path}.</source>
        <translation>La sauvegarde du {time} est en place. Ce qui a été émis ensuite n’est que dans le fichier endommagé, gardé sous {path}.</translation>
    </message>
</context>
<context>
    <name>RemoteEdit</name>
    <message>
        <source>type a name or an id</source>
        <translation>tapez un nom ou un identifiant</translation>
    </message>
    <message>
        <source>Read the list “{list}” anew</source>
        <translation>Relire la liste «&#xa0;{list}&#xa0;»</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>Actualiser la liste</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lecture …</translation>
    </message>
    <message>
        <source>{done} of {total} read</source>
        <translation>{done} lus sur {total}</translation>
    </message>
    <message>
        <source>{done} read</source>
        <translation>{done} lus</translation>
    </message>
    <message>
        <source>{count} in the list</source>
        <translation>{count} dans la liste</translation>
    </message>
</context>
<context>
    <name>RequestsDialog</name>
    <message>
        <source>The requests</source>
        <translation>Les requêtes</translation>
    </message>
    <message>
        <source>Keys and passwords stand as a placeholder.</source>
        <translation>Les clés et mots de passe y sont remplacés par un repère.</translation>
    </message>
    <message>
        <source>They hold a file, and can only be shown before sending.</source>
        <translation>Elles contiennent un fichier et ne peuvent être montrées qu’avant l’envoi.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>RequestsView</name>
    <message>
        <source>The requests as they will be sent</source>
        <translation>Les requêtes telles qu’elles partiront</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>Charges and allowances</source>
        <translation>Frais et réductions</translation>
    </message>
    <message>
        <source>Paid and rounded</source>
        <translation>Réglé et arrondi</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Period to</source>
        <translation>Période au</translation>
    </message>
    <message>
        <source>Period from</source>
        <translation>Période du</translation>
    </message>
    <message>
        <source>Line numbers shown</source>
        <translation>Numéros de ligne visibles</translation>
    </message>
    <message>
        <source>Code for paying</source>
        <translation>Code de paiement</translation>
    </message>
    <message>
        <source>Quantities shown</source>
        <translation>Quantités visibles</translation>
    </message>
    <message>
        <source>Unit price shown</source>
        <translation>Prix unitaire visible</translation>
    </message>
    <message>
        <source>VAT column shown</source>
        <translation>Colonne TVA visible</translation>
    </message>
    <message>
        <source>Source of the rate</source>
        <translation>Source du taux</translation>
    </message>
    <message>
        <source>Standard code</source>
        <translation>Code standard</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textes</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>Own fields and tags</source>
        <translation>Champs libres et étiquettes</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Our page</source>
        <translation>Notre page</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>once for each rate</source>
        <translation>une fois par taux</translation>
    </message>
    <message>
        <source>line by line</source>
        <translation>ligne par ligne</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>facture</translation>
    </message>
    <message>
        <source>credit note</source>
        <translation>avoir</translation>
    </message>
    <message>
        <source>without VAT</source>
        <translation>hors taxes</translation>
    </message>
    <message>
        <source>with VAT</source>
        <translation>TVA comprise</translation>
    </message>
    <message>
        <source>a percentage</source>
        <translation>un pourcentage</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>un montant</translation>
    </message>
    <message>
        <source>{fields}: {reason}</source>
        <translation>{fields}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{count} sections</source>
        <translation>{count} sections</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Ligne {number}</translation>
    </message>
    <message>
        <source>theirs, in the answer</source>
        <translation>le leur, dans la réponse</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net HT</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Taxe</translation>
    </message>
    <message>
        <source>Total with tax</source>
        <translation>Total TTC</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>À payer</translation>
    </message>
    <message>
        <source>VAT base</source>
        <translation>Base de TVA</translation>
    </message>
    <message>
        <source>VAT amount</source>
        <translation>Montant de TVA</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Name of the number</source>
        <translation>Nom du numéro</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Numéro fiscal</translation>
    </message>
    <message>
        <source>Look of the page</source>
        <translation>Aspect de la page</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>Appel d’offres</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Prix unitaire</translation>
    </message>
    <message>
        <source>Designation</source>
        <translation>Désignation</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>VAT on debits</source>
        <translation>TVA sur les débits</translation>
    </message>
    <message>
        <source>VAT rate</source>
        <translation>Taux de TVA</translation>
    </message>
    <message>
        <source>VAT category</source>
        <translation>Catégorie de TVA</translation>
    </message>
    <message>
        <source>VAT code</source>
        <translation>Code de TVA</translation>
    </message>
    <message>
        <source>Price with or without VAT</source>
        <translation>Prix TTC ou HT</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Rue</translation>
    </message>
    <message>
        <source>Street, second line</source>
        <translation>Rue, deuxième ligne</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>Titulaire du compte</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>Centre de coût</translation>
    </message>
    <message>
        <source>Further tax</source>
        <translation>Autre taxe</translation>
    </message>
    <message>
        <source>Our id</source>
        <translation>Notre identifiant</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Decimals of amounts</source>
        <translation>Décimales des montants</translation>
    </message>
    <message>
        <source>Other bank details</source>
        <translation>Autres coordonnées bancaires</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banque</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Their code</source>
        <translation>Leur code</translation>
    </message>
    <message>
        <source>Reference of the customer</source>
        <translation>Référence du client</translation>
    </message>
    <message>
        <source>Carried forward</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Rounded to coins</source>
        <translation>Arrondi aux pièces</translation>
    </message>
    <message>
        <source>Our item</source>
        <translation>Notre article</translation>
    </message>
    <message>
        <source>Our contact</source>
        <translation>Notre contact</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrat</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Name of an own field</source>
        <translation>Nom d’un champ libre</translation>
    </message>
    <message>
        <source>Own field</source>
        <translation>Champ libre</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>Livré le</translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>Bon de livraison</translation>
    </message>
    <message>
        <source>Kind of discount</source>
        <translation>Nature de la remise</translation>
    </message>
    <message>
        <source>Reason of the discount</source>
        <translation>Motif de la remise</translation>
    </message>
    <message>
        <source>Kind of electronic address</source>
        <translation>Nature de l’adresse électronique</translation>
    </message>
    <message>
        <source>Electronic address</source>
        <translation>Adresse électronique</translation>
    </message>
    <message>
        <source>To the end of the month</source>
        <translation>Fin de mois</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>Taux de change</translation>
    </message>
    <message>
        <source>Code for no VAT</source>
        <translation>Code d’exonération</translation>
    </message>
    <message>
        <source>Reason for no VAT</source>
        <translation>Motif d’exonération</translation>
    </message>
    <message>
        <source>Reference of the sending</source>
        <translation>Référence de l’envoi</translation>
    </message>
    <message>
        <source>Our currency</source>
        <translation>Notre devise</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Encre</translation>
    </message>
    <message>
        <source>Charge or allowance</source>
        <translation>Frais ou déduction</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Nature du document</translation>
    </message>
    <message>
        <source>Own labels</source>
        <translation>Libellés à nous</translation>
    </message>
    <message>
        <source>Legal form</source>
        <translation>Forme juridique</translation>
    </message>
    <message>
        <source>Street, third line</source>
        <translation>Rue, troisième ligne</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>On the tax</source>
        <translation>Sur la taxe</translation>
    </message>
    <message>
        <source>Line of the order</source>
        <translation>Ligne de la commande</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Format de page</translation>
    </message>
    <message>
        <source>Terms of payment</source>
        <translation>Conditions de paiement</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>Pourcentage</translation>
    </message>
    <message>
        <source>The invoice before</source>
        <translation>La facture d’origine</translation>
    </message>
    <message>
        <source>Date of the invoice before</source>
        <translation>Date de la facture d’origine</translation>
    </message>
    <message>
        <source>Number of the invoice before</source>
        <translation>Numéro de la facture d’origine</translation>
    </message>
    <message>
        <source>Already paid</source>
        <translation>Déjà payé</translation>
    </message>
    <message>
        <source>Price for so many</source>
        <translation>Prix pour combien</translation>
    </message>
    <message>
        <source>Reduction of the price</source>
        <translation>Rabais sur le prix</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>Day of the rate</source>
        <translation>Jour du taux</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Code of the reason</source>
        <translation>Code du motif</translation>
    </message>
    <message>
        <source>Goods received</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Immatriculation</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Arrondi</translation>
    </message>
    <message>
        <source>Line or section</source>
        <translation>Ligne ou section</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Our order</source>
        <translation>Notre commande</translation>
    </message>
    <message>
        <source>Version of the form</source>
        <translation>Version du format</translation>
    </message>
    <message>
        <source>Our code</source>
        <translation>Notre code</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>Window envelope</source>
        <translation>Enveloppe à fenêtre</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Échéance le</translation>
    </message>
    <message>
        <source>Days to pay</source>
        <translation>Délai de paiement, jours</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Kind of number</source>
        <translation>Nature du numéro</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Note to the customer</source>
        <translation>Note au client</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>Pied de page</translation>
    </message>
    <message>
        <source>Text above the lines</source>
        <translation>Texte au-dessus des lignes</translation>
    </message>
    <message>
        <source>Legal mention</source>
        <translation>Mention légale</translation>
    </message>
    <message>
        <source>Rounding of VAT</source>
        <translation>Arrondi de la TVA</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>Nature de l’adresse</translation>
    </message>
    <message>
        <source>Means of payment</source>
        <translation>Moyen de paiement</translation>
    </message>
    <message>
        <source>Reference to quote</source>
        <translation>Référence à rappeler</translation>
    </message>
    <message>
        <source>Subtotal shown</source>
        <translation>Sous-total imprimé</translation>
    </message>
    <message>
        <source>Prices shown</source>
        <translation>Prix imprimés</translation>
    </message>
    <message>
        <source>Lines shown</source>
        <translation>Lignes imprimées</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>conservé</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>omis</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Your invoice</source>
        <translation>Votre facture</translation>
    </message>
    <message>
        <source>What they will store</source>
        <translation>Ce qui y sera enregistré</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>What {provider} will store</source>
        <translation>Enregistré par {provider}</translation>
    </message>
    <message>
        <source>change</source>
        <translation>modifier</translation>
    </message>
</context>
<context>
    <name>ReviewFilters</name>
    <message>
        <source>{count} {verdict}</source>
        <translation>{verdict}&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Only rows that are {verdict}</source>
        <translation>Seulement ce qui est&#xa0;: {verdict}</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>To review</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Réunir</translation>
    </message>
    <message>
        <source>Make one document of those selected (Ctrl+G)</source>
        <translation>Faire un document de ceux qui sont choisis (Ctrl+G)</translation>
    </message>
    <message>
        <source>Show what was removed; it can be brought back</source>
        <translation>Voir ce qui a été retiré&#xa0;; cela peut revenir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Put those selected into the bin (Delete)</source>
        <translation>Mettre les fichiers choisis à la corbeille (Suppr)</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Surveiller un dossier…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>{needing} of {count} files need you</source>
        <translation>{needing} fichiers sur {count} ont besoin de vous</translation>
    </message>
    <message>
        <source>Bin ({count})</source>
        <translation>Corbeille ({count})</translation>
    </message>
    <message>
        <source>reading {done} of {total}</source>
        <translation>lecture de {done} sur {total}</translation>
    </message>
    <message>
        <source>“{word}” is nothing for “{field}”.</source>
        <translation>«&#xa0;{word}&#xa0;» ne convient pas à «&#xa0;{field}&#xa0;».</translation>
    </message>
</context>
<context>
    <name>ReviewRoom</name>
    <message>
        <source>Filed: {name}.</source>
        <translation>Classé&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>Archived as it is: {name}.</source>
        <translation>Archivé tel quel&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>In the bin: {name}.</source>
        <translation>Dans la corbeille&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>In the bin: {count} files.</source>
        <translation>Dans la corbeille&#xa0;: {count} fichiers.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{count} more of this supplier were read anew with what you corrected.</source>
        <translation>{count} autres de ce fournisseur ont été relus avec vos corrections.</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>Review before sending</source>
        <translation>Vérifier avant l’envoi</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Envoyer à</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
    <message>
        <source>Issue it now…</source>
        <translation>L’émettre maintenant…</translation>
    </message>
    <message>
        <source>Sent once, even if the connection breaks. You can close the lid.</source>
        <translation>Envoyé une seule fois, même si la connexion se rompt. Vous pouvez fermer l’ordinateur.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Show the requests</source>
        <translation>Voir les requêtes</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Connexions…</translation>
    </message>
    <message>
        <source>looking at each field …</source>
        <translation>examen de chaque champ …</translation>
    </message>
    <message>
        <source>Review for {provider}</source>
        <translation>Vérification pour {provider}</translation>
    </message>
    <message>
        <source>Send LIVE to {provider}</source>
        <translation>Envoyer EN RÉEL à {provider}</translation>
    </message>
    <message>
        <source>Send to {provider}</source>
        <translation>Envoyer à {provider}</translation>
    </message>
    <message>
        <source>nothing is sent yet · the number is the supplier’s</source>
        <translation>rien n’est encore envoyé · le numéro est celui du fournisseur</translation>
    </message>
    <message>
        <source>nothing is sent yet · they give the number, your series is not used</source>
        <translation>rien n’est encore envoyé · ils donnent le numéro, votre série n’est pas utilisée</translation>
    </message>
    <message>
        <source>nothing is sent yet · your number is kept</source>
        <translation>rien n’est encore envoyé · votre numéro est gardé</translation>
    </message>
    <message>
        <source>nothing is sent yet · who gives the number is an option</source>
        <translation>rien n’est encore envoyé · une option dit qui donne le numéro</translation>
    </message>
    <message>
        <source>Show the fields</source>
        <translation>Voir les champs</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>What becomes of each field</source>
        <translation>Ce que devient chaque champ</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>There is no connection yet. Make one, or practise first.</source>
        <translation>Il n’y a pas encore de connexion. Créez-en une, ou entraînez-vous d’abord.</translation>
    </message>
    <message>
        <source>Not sent: what was typed last is not on disk yet. Nothing has left.</source>
        <translation>Pas envoyé&#xa0;: la dernière saisie n’est pas encore sur le disque. Rien n’est parti.</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Compose</source>
        <translation>Composer</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Émis</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Fournisseurs</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>RowCommands</name>
    <message>
        <source>Add a line</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>Ajouter une section</translation>
    </message>
    <message>
        <source>Duplicate rows</source>
        <translation>Dupliquer des lignes</translation>
    </message>
    <message>
        <source>A document holds at most {limit} rows. Nothing was inserted.</source>
        <translation>Un document contient au plus {limit} lignes. Rien n’a été inséré.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move rows</source>
        <translation>Déplacer des lignes</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>Supprimer des lignes</translation>
    </message>
    <message>
        <source>Clear the cell</source>
        <translation>Vider la case</translation>
    </message>
</context>
<context>
    <name>RowDetails</name>
    <message>
        <source>Edit {field}</source>
        <translation>Modifier&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Price includes VAT</source>
        <translation>Le prix comprend la TVA</translation>
    </message>
    <message>
        <source>Allowances and charges</source>
        <translation>Déductions et frais</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Champs libres</translation>
    </message>
    <message>
        <source>Print the subtotal</source>
        <translation>Imprimer le sous-total</translation>
    </message>
    <message>
        <source>Print prices</source>
        <translation>Imprimer les prix</translation>
    </message>
    <message>
        <source>Print quantities</source>
        <translation>Imprimer les quantités</translation>
    </message>
    <message>
        <source>Print the lines</source>
        <translation>Imprimer les lignes</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Ligne {number}</translation>
    </message>
    <message>
        <source>Section {title}</source>
        <translation>Section {title}</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Edit the details under the label</source>
        <translation>Modifier le détail sous le libellé</translation>
    </message>
    <message>
        <source>All fields of the line…</source>
        <translation>Tous les champs de la ligne…</translation>
    </message>
    <message>
        <source>Price includes VAT</source>
        <translation>Le prix comprend la TVA</translation>
    </message>
    <message>
        <source>Change price entry</source>
        <translation>Changer la saisie du prix</translation>
    </message>
    <message>
        <source>Edit the text under the title</source>
        <translation>Modifier le texte sous le titre</translation>
    </message>
    <message>
        <source>All fields of the section…</source>
        <translation>Tous les champs de la section…</translation>
    </message>
    <message>
        <source>Fold the lines away in this list</source>
        <translation>Replier les lignes dans cette liste</translation>
    </message>
    <message>
        <source>Print the subtotal</source>
        <translation>Imprimer le sous-total</translation>
    </message>
    <message>
        <source>Print prices</source>
        <translation>Imprimer les prix</translation>
    </message>
    <message>
        <source>Print quantities</source>
        <translation>Imprimer les quantités</translation>
    </message>
    <message>
        <source>Print the lines</source>
        <translation>Imprimer les lignes</translation>
    </message>
    <message>
        <source>Change what a section shows</source>
        <translation>Changer ce qu’une section montre</translation>
    </message>
    <message>
        <source>Insert a line below</source>
        <translation>Insérer une ligne dessous</translation>
    </message>
    <message>
        <source>Insert a section</source>
        <translation>Insérer une section</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>RowTransfer</name>
    <message>
        <source>Paste rows</source>
        <translation>Coller des lignes</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy cells in a spreadsheet first.</source>
        <translation>Le presse-papiers ne contient pas de texte. Copiez d’abord des cellules d’un tableur.</translation>
    </message>
    <message>
        <source>Rows pasted: {count}.</source>
        <translation>Lignes collées&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>These cells could not be read and stand in the description instead:</source>
        <translation>Ces cellules n’ont pas pu être lues et figurent dans la description&#xa0;:</translation>
    </message>
    <message>
        <source>row {row}, {column}: “{text}”</source>
        <translation>ligne {row}, {column}&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>et {count} de plus</translation>
    </message>
    <message>
        <source>Quantity × price is not the amount the sheet states in row {rows}.</source>
        <translation>Quantité × prix ne donne pas le montant de la feuille à la ligne {rows}.</translation>
    </message>
    <message>
        <source>Sums were left out, row {rows}: they are computed here.</source>
        <translation>Les sommes ont été laissées de côté, ligne {rows}&#xa0;: elles sont calculées ici.</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Lines and sections</source>
        <translation>Lignes et sections</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>SecretFields</name>
    <message>
        <source>This is needed.</source>
        <translation>C’est nécessaire.</translation>
    </message>
    <message>
        <source>This does not look like such a key. Copy it again, whole.</source>
        <translation>Cela ne ressemble pas à une telle clé. Copiez-la de nouveau, en entier.</translation>
    </message>
    <message>
        <source>kept in the keyring; type to replace it</source>
        <translation>gardé dans le trousseau&#x202f;; tapez pour le remplacer</translation>
    </message>
</context>
<context>
    <name>SellerLine</name>
    <message>
        <source>edit</source>
        <translation>modifier</translation>
    </message>
    <message>
        <source>Edit who the invoice is from</source>
        <translation>Modifier l’émetteur de la facture</translation>
    </message>
    <message>
        <source>From: {name}</source>
        <translation>De&#xa0;: {name}</translation>
    </message>
    <message>
        <source>From: {name} (sample)</source>
        <translation>De&#xa0;: {name} (exemple)</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>personne encore</translation>
    </message>
</context>
<context>
    <name>SellerSettings</name>
    <message>
        <source>Language of new documents</source>
        <translation>Langue des nouveaux documents</translation>
    </message>
    <message>
        <source>Currency of new documents</source>
        <translation>Devise des nouveaux documents</translation>
    </message>
    <message>
        <source>Days to pay</source>
        <translation>Délai de paiement, jours</translation>
    </message>
    <message>
        <source>Prices are typed</source>
        <translation>Les prix se saisissent</translation>
    </message>
    <message>
        <source>without VAT</source>
        <translation>hors taxes</translation>
    </message>
    <message>
        <source>with VAT</source>
        <translation>TVA comprise</translation>
    </message>
    <message>
        <source>Terms of payment, as printed</source>
        <translation>Conditions de paiement, telles qu’imprimées</translation>
    </message>
    <message>
        <source>Legal sentence below the totals</source>
        <translation>Mention légale sous les totaux</translation>
    </message>
    <message>
        <source>Small text at the foot</source>
        <translation>Petit texte en pied de page</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>queued</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>envoi en cours</translation>
    </message>
    <message>
        <source>looking for it</source>
        <translation>recherché</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en suspens</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>vous interroge</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>RÉEL</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>attend le réseau</translation>
    </message>
    <message>
        <source>done, but differs</source>
        <translation>fait, mais diffère</translation>
    </message>
    <message>
        <source>It leaves as soon as it is its turn.</source>
        <translation>Il part dès que c’est son tour.</translation>
    </message>
    <message>
        <source>It is under way. You can close the window: it is still made only once.</source>
        <translation>Il est en route. Vous pouvez fermer la fenêtre&#xa0;: il n’est créé qu’une fois.</translation>
    </message>
    <message>
        <source>We asked, and did not hear back. It is being looked for; nothing is sent blindly a second time.</source>
        <translation>Nous avons demandé, sans réponse. On le cherche&#x202f;; rien n’est renvoyé à l’aveugle.</translation>
    </message>
    <message>
        <source>Nothing is lost. It is tried again by itself.</source>
        <translation>Rien n’est perdu. Un nouvel essai se fera tout seul.</translation>
    </message>
    <message>
        <source>Nobody can tell from here whether it was done. Look at the provider, then say what you see.</source>
        <translation>D’ici, personne ne peut dire si c’est fait. Regardez chez le fournisseur, puis dites ce que vous voyez.</translation>
    </message>
    <message>
        <source>It was not done. The document there is as it was.</source>
        <translation>Cela n’a pas été fait. Le document y est resté tel quel.</translation>
    </message>
    <message>
        <source>Nothing is lost. It leaves by itself as soon as there is a network.</source>
        <translation>Rien n’est perdu. Le document part de lui-même dès qu’il y a du réseau.</translation>
    </message>
    <message>
        <source>It was declined on the way. What was done there before stays: {steps}. Correct the document and send it anew; a draft that is left over can be deleted there.</source>
        <translation>Il a été refusé en cours de route. Ce qui y avait été fait reste&#xa0;: {steps}. Corrigez le document, puis renvoyez-le&#x202f;; un brouillon resté là-bas peut y être supprimé.</translation>
    </message>
    <message>
        <source>It is not sent any further. What was done there before stays: {steps}.</source>
        <translation>L’envoi s’arrête là. Ce qui y avait été fait reste&#xa0;: {steps}.</translation>
    </message>
    <message>
        <source>Nothing was made there. Correct the document and send it anew.</source>
        <translation>Rien n’y a été créé. Corrigez le document et envoyez-le de nouveau.</translation>
    </message>
    <message>
        <source>It was taken back and is not sent.</source>
        <translation>Il a été retiré et n’est pas envoyé.</translation>
    </message>
    <message>
        <source>Correct the document and send it anew.</source>
        <translation>Corrigez le document, puis renvoyez-le.</translation>
    </message>
    <message>
        <source>Nothing is lost. It goes on when the connection is mended and you say so.</source>
        <translation>Rien n’est perdu. L’envoi reprend quand la connexion est rétablie et que vous le dites.</translation>
    </message>
    <message>
        <source>Next try: {time}.</source>
        <translation>Prochain essai&#xa0;: {time}.</translation>
    </message>
    <message>
        <source>quote {id}</source>
        <translation>devis {id}</translation>
    </message>
    <message>
        <source>a document without a number</source>
        <translation>un document sans numéro</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>{provider} says: “{words}”</source>
        <translation>{provider} dit&#xa0;: «&#xa0;{words}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>SendingSide</name>
    <message>
        <source>{document}: {state}. {meaning}</source>
        <translation>{document}&#xa0;: {state}. {meaning}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détail</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Details</source>
        <translation>Détail</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Cette fenêtre</translation>
    </message>
    <message>
        <source>Who we are, on new documents</source>
        <translation>Qui nous sommes, sur les nouveaux documents</translation>
    </message>
    <message>
        <source>How our paper looks</source>
        <translation>L’allure de notre papier</translation>
    </message>
    <message>
        <source>Our numbers</source>
        <translation>Nos numéros</translation>
    </message>
    <message>
        <source>Where everything is</source>
        <translation>Où tout se trouve</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Nouvelles versions</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Show {block}, in use</source>
        <translation>Montrer&#xa0;: {block}, utilisé</translation>
    </message>
    <message>
        <source>Add {block}</source>
        <translation>Ajouter&#xa0;: {block}</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Rooms</source>
        <translation>Pièces</translation>
    </message>
</context>
<context>
    <name>SigningIn</name>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter par le navigateur</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Link to sign in</source>
        <translation>Lien de connexion</translation>
    </message>
    <message>
        <source>Waiting for your answer in the browser …</source>
        <translation>On attend votre réponse dans le navigateur …</translation>
    </message>
    <message>
        <source>No browser opened. Copy the link into one on this computer; it waits for 5 minutes.</source>
        <translation>Aucun navigateur ne s’est ouvert. Copiez le lien dans un navigateur de cet ordinateur&#x202f;; il attend 5 minutes.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Émis</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Nul</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Avoir émis</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Bon de réduction</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Avoir</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>Taux de taxe</translation>
    </message>
    <message>
        <source>Payment terms</source>
        <translation>Conditions de paiement</translation>
    </message>
    <message>
        <source>look for it</source>
        <translation>recherche</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>dépôt du fichier</translation>
    </message>
    <message>
        <source>make final</source>
        <translation>passage en définitif</translation>
    </message>
    <message>
        <source>send by e-mail</source>
        <translation>envoi par e-mail</translation>
    </message>
    <message>
        <source>mark as paid</source>
        <translation>marquage payé</translation>
    </message>
    <message>
        <source>void</source>
        <translation>annulation</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>suppression</translation>
    </message>
    <message>
        <source>link</source>
        <translation>rattachement</translation>
    </message>
    <message>
        <source>make from the quote</source>
        <translation>création depuis le devis</translation>
    </message>
    <message>
        <source>create</source>
        <translation>création</translation>
    </message>
    <message>
        <source>{matter}: {act}</source>
        <translation>{matter}&#xa0;: {act}</translation>
    </message>
</context>
<context>
    <name>StoreSettings</name>
    <message>
        <source>Show the folder</source>
        <translation>Montrer le dossier</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Tout exporter…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avancement de l’export</translation>
    </message>
    <message>
        <source>Export everything into</source>
        <translation>Tout exporter dans</translation>
    </message>
    <message>
        <source>{documents} documents, {pdfs} PDF files, {contacts} customers and {items} items written.</source>
        <translation>{documents} documents, {pdfs} fichiers PDF, {contacts} clients et {items} articles écrits.</translation>
    </message>
    <message>
        <source>Cancelled. {documents} documents were written and can be deleted.</source>
        <translation>Interrompu. {documents} documents ont été écrits et peuvent être supprimés.</translation>
    </message>
    <message>
        <source>The server that keeps the documents makes its own backups.</source>
        <translation>Le serveur qui garde les documents fait ses propres sauvegardes.</translation>
    </message>
    <message>
        <source>Backed up as {path}.</source>
        <translation>Sauvegardé sous {path}.</translation>
    </message>
    <message>
        <source>The last one by itself failed: {why}</source>
        <translation>La dernière sauvegarde automatique a échoué&#xa0;: {why}</translation>
    </message>
    <message>
        <source>No backup yet. One is made by itself each day you work.</source>
        <translation>Aucune sauvegarde. Il s’en fait une d’elle-même chaque jour de travail.</translation>
    </message>
    <message>
        <source>Last backup {time}, {size} MB; {count} kept.</source>
        <translation>Dernière sauvegarde {time}, {size} Mo&#xa0;; {count} gardées.</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>SuppliersSide</name>
    <message>
        <source>Take in what comes into which folder?</source>
        <translation>Prendre ce qui arrive dans quel dossier&#x202f;?</translation>
    </message>
    <message>
        <source>New files in {folder} come in by themselves from now on.</source>
        <translation>Les nouveaux fichiers de {folder} arrivent désormais d’eux-mêmes.</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>Aucun dossier n’est surveillé.</translation>
    </message>
    <message>
        <source>There is room again, and everything is kept.</source>
        <translation>Il y a de nouveau de la place, et tout est gardé.</translation>
    </message>
</context>
<context>
    <name>Supply</name>
    <message>
        <source>Choose {name}</source>
        <translation>Choisir {name}</translation>
    </message>
    <message>
        <source>Insert {name}</source>
        <translation>Insérer {name}</translation>
    </message>
    <message>
        <source>Keep the customer</source>
        <translation>Garder le client</translation>
    </message>
    <message>
        <source>{name} is kept among your customers.</source>
        <translation>{name} est gardé parmi vos clients.</translation>
    </message>
    <message>
        <source>Put me in as the seller</source>
        <translation>Me mettre comme vendeur</translation>
    </message>
    <message>
        <source>Fill in your name, address and numbers once, and use them on every new invoice.</source>
        <translation>Indiquez une fois vos nom, adresse et numéros, puis utilisez-les pour chaque nouvelle facture.</translation>
    </message>
    <message>
        <source>New documents start with this seller.</source>
        <translation>Les nouveaux documents partent de cet émetteur.</translation>
    </message>
</context>
<context>
    <name>SureDialog</name>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>“{file}” was imported. New: {added}, changed: {changed}.</source>
        <translation>«&#xa0;{file}&#xa0;» a été importé. Nouveaux&#xa0;: {added}, modifiés&#xa0;: {changed}.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>L’annuler</translation>
    </message>
    <message>
        <source>There is no import to take back.</source>
        <translation>Il n’y a pas d’import à annuler.</translation>
    </message>
    <message>
        <source>The import of “{file}” was taken back. Removed: {added}, as before: {changed}.</source>
        <translation>L’import de «&#xa0;{file}&#xa0;» a été annulé. Retirés&#xa0;: {added}, comme avant&#xa0;: {changed}.</translation>
    </message>
    <message>
        <source>The import stays: {count} of its records were changed since ({names}). What should not be here can be deleted one by one.</source>
        <translation>L’import reste&#xa0;: {count} de ses fiches ont été modifiées depuis ({names}). Ce qui ne devrait pas être là peut être supprimé un par un.</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>As it began</source>
        <translation>Au commencement</translation>
    </message>
    <message>
        <source>{step} · shown now</source>
        <translation>{step} · affiché</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Review and send…</source>
        <translation>Vérifier et envoyer…</translation>
    </message>
    <message>
        <source>Find or do anything</source>
        <translation>Chercher ou faire</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>New credit note</source>
        <translation>Nouvel avoir</translation>
    </message>
    <message>
        <source>New invoice</source>
        <translation>Nouvelle facture</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Émis</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Nul</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Avoir émis</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>to be seen, not changed</source>
        <translation>à voir, pas à modifier</translation>
    </message>
    <message>
        <source>a sample: your first edit makes it yours</source>
        <translation>un exemple&#xa0;: votre première modification le fait vôtre</translation>
    </message>
    <message>
        <source>saves itself as you type</source>
        <translation>s’enregistre à la saisie</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>enregistrement…</translation>
    </message>
    <message>
        <source>not on disk yet</source>
        <translation>pas encore sur le disque</translation>
    </message>
    <message>
        <source>saved · {past}</source>
        <translation>enregistré · {past}</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>1 minute of history</source>
        <translation>1 minute d’historique</translation>
    </message>
    <message>
        <source>{count} minutes of history</source>
        <translation>{count} minutes d’historique</translation>
    </message>
    <message>
        <source>{count} hours of history</source>
        <translation>{count} heures d’historique</translation>
    </message>
    <message>
        <source>{count} days of history</source>
        <translation>{count} jours d’historique</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Net</source>
        <translation>Net HT</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>À payer</translation>
    </message>
    <message>
        <source>VAT {rate}</source>
        <translation>TVA {rate}</translation>
    </message>
    <message>
        <source>Other taxes</source>
        <translation>Autres taxes</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payé</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Arrondi</translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message>
        <source>Issue</source>
        <translation>Émettre</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>+{count} more</source>
        <translation>+{count} de plus</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} à vérifier</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>Shows what is to be checked before issue.</source>
        <translation>Montre ce qui est à vérifier avant d’émettre.</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>nothing goes wrong</source>
        <translation>tout va bien</translation>
    </message>
    <message>
        <source>no network, until you choose otherwise</source>
        <translation>pas de réseau, jusqu’à nouvel ordre</translation>
    </message>
    <message>
        <source>the next one is done, but the answer is lost</source>
        <translation>le prochain est fait, mais la réponse se perd</translation>
    </message>
    <message>
        <source>the connection breaks before the next one is done</source>
        <translation>la connexion se rompt avant que le prochain soit fait</translation>
    </message>
    <message>
        <source>too many requests: asked to wait</source>
        <translation>trop de requêtes&#xa0;: prié d’attendre</translation>
    </message>
    <message>
        <source>the provider is out of order for a moment</source>
        <translation>le fournisseur est en panne un moment</translation>
    </message>
    <message>
        <source>the next one is done, but answered as an error</source>
        <translation>le prochain est fait, mais la réponse dit une erreur</translation>
    </message>
    <message>
        <source>a network&apos;s sign-in page answers instead</source>
        <translation>la page de connexion d’un réseau répond à la place</translation>
    </message>
    <message>
        <source>taxed at another rate, until you choose otherwise</source>
        <translation>taxé à un autre taux, jusqu’à nouvel ordre</translation>
    </message>
    <message>
        <source>the answer cannot be read</source>
        <translation>la réponse est illisible</translation>
    </message>
</context>
<context>
    <name>TypedField</name>
    <message>
        <source>The invoice keeps “{value}”.</source>
        <translation>La facture garde «&#xa0;{value}&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>unit</source>
        <translation>unité</translation>
    </message>
    <message>
        <source>piece</source>
        <translation>pièce</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semaine</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>year</source>
        <translation>an</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>g</source>
        <translation>g</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>m²</source>
        <translation>m²</translation>
    </message>
    <message>
        <source>m³</source>
        <translation>m³</translation>
    </message>
    <message>
        <source>l</source>
        <translation>l</translation>
    </message>
    <message>
        <source>kWh</source>
        <translation>kWh</translation>
    </message>
    <message>
        <source>set</source>
        <translation>lot</translation>
    </message>
    <message>
        <source>flat rate</source>
        <translation>forfait</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>pourcentage</translation>
    </message>
</context>
<context>
    <name>UpdateLine</name>
    <message>
        <source>Progress of the newer version</source>
        <translation>Progression de la nouvelle version</translation>
    </message>
    <message>
        <source>Yes, once a day</source>
        <translation>Oui, une fois par jour</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Nouveautés</translation>
    </message>
    <message>
        <source>Install when I close</source>
        <translation>Installer à la fermeture</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>La télécharger</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Montrer le fichier</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Skip this version</source>
        <translation>Ignorer cette version</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>May Factotum ask once a day whether there is a newer version? It fetches one small file and tells nothing about you.</source>
        <translation>Factotum peut-il demander une fois par jour s’il existe une version plus récente&#x202f;? Il télécharge un petit fichier et ne dit rien de vous.</translation>
    </message>
    <message>
        <source>Factotum {version} is fetched and proven. Close Factotum and open the file to install it.</source>
        <translation>Factotum {version} est téléchargé et vérifié. Fermez Factotum et ouvrez le fichier pour l’installer.</translation>
    </message>
</context>
<context>
    <name>UpdateSettings</name>
    <message>
        <source>Ask once a day whether there is a newer version</source>
        <translation>Demander une fois par jour s’il existe une version plus récente</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Chercher maintenant</translation>
    </message>
    <message>
        <source>Go back to {version} when I close</source>
        <translation>Revenir à {version} à la fermeture</translation>
    </message>
    <message>
        <source>Go back, with the documents of then</source>
        <translation>Revenir, avec les documents d’alors</translation>
    </message>
    <message>
        <source>This is version {version}.</source>
        <translation>Ceci est la version {version}.</translation>
    </message>
    <message>
        <source>It runs from its source and is brought up to date where that came from.</source>
        <translation>Elle fonctionne à partir de son code source et se met à jour là d’où celui-ci vient.</translation>
    </message>
    <message>
        <source>It does not say where newer versions are given out. Look where you got this one.</source>
        <translation>Elle ne dit pas où les nouvelles versions sont publiées. Cherchez là où vous avez obtenu celle-ci.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Demande en cours…</translation>
    </message>
    <message>
        <source>Last asked {time}.</source>
        <translation>Dernière demande&#xa0;: {time}.</translation>
    </message>
    <message>
        <source>Version {version} cannot change what this version has written; the copy of your documents from before can be put back with it.</source>
        <translation>La version {version} ne peut pas modifier ce que cette version-ci a écrit&#x202f;; la copie de vos documents d’avant peut être remise en place avec elle.</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Factotum {version} did not start on this computer, so this is {present} again. Your documents are as they were.</source>
        <translation>Factotum {version} n’a pas démarré sur cet ordinateur&#x202f;; voici de nouveau {present}. Vos documents sont tels qu’ils étaient.</translation>
    </message>
    <message>
        <source>There is no newer version than this one.</source>
        <translation>Il n’y a pas de version plus récente que celle-ci.</translation>
    </message>
    <message>
        <source>The place where newer versions are given out cannot be reached now. Nothing is changed; try again when the network is there.</source>
        <translation>L’endroit où les nouvelles versions sont publiées n’est pas joignable pour le moment. Rien n’a changé&#x202f;; réessayez quand le réseau sera là.</translation>
    </message>
    <message>
        <source>What came was not signed by whoever gives Factotum out, so it was thrown away. A network that wants you to sign in first answers like that; try again later.</source>
        <translation>Ce qui est arrivé n’est pas signé par l’éditeur de Factotum et a été écarté. Un réseau qui demande d’abord de s’identifier répond ainsi&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>The list of versions is of a kind this version cannot read. Get the newest from where you got this one.</source>
        <translation>La liste des versions est d’une sorte que cette version ne sait pas lire. Prenez la plus récente là où vous avez obtenu celle-ci.</translation>
    </message>
    <message>
        <source>An older list of versions came than one seen before, so it was thrown away.</source>
        <translation>Une liste plus ancienne qu’une liste déjà vue est arrivée&#x202f;; elle a été écartée.</translation>
    </message>
    <message>
        <source>There is no list of versions where this copy looks for it. Try again later.</source>
        <translation>Il n’y a pas de liste de versions là où ce programme la cherche. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The file that came is not the one that was signed for, so it was thrown away. Nothing is changed; try again later.</source>
        <translation>Le fichier arrivé n’est pas celui qui a été signé et a été écarté. Rien n’a changé&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>The server gives the file out in no way that can be gone on with. Get it from where you got this version.</source>
        <translation>Le serveur ne permet pas de reprendre le téléchargement. Prenez le fichier là où vous avez obtenu cette version.</translation>
    </message>
    <message>
        <source>There is no file of this version for your system.</source>
        <translation>Il n’y a pas de fichier de cette version pour votre système.</translation>
    </message>
    <message>
        <source>It needs {needed} MB on the disk, and {free} MB are free. Free some space and try again.</source>
        <translation>Il faut {needed} Mo sur le disque et {free} Mo sont libres. Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The newer version could not be unpacked. Nothing is changed; fetch it again.</source>
        <translation>La nouvelle version n’a pas pu être décompressée. Rien n’a changé&#x202f;; téléchargez-la de nouveau.</translation>
    </message>
    <message>
        <source>The newer version does not pass its own test on this computer, so it was not put in place: {seen}</source>
        <translation>La nouvelle version ne réussit pas son propre test sur cet ordinateur et n’a pas été mise en place&#xa0;: {seen}</translation>
    </message>
    <message>
        <source>The version was not put in place, because its folder or the copy of your documents could not be written. Nothing is changed.</source>
        <translation>La version n’a pas été mise en place, car son dossier ou la copie de vos documents n’a pas pu être écrit. Rien n’a changé.</translation>
    </message>
    <message>
        <source>The version before is no longer there. Nothing is changed.</source>
        <translation>La version précédente n’est plus là. Rien n’a changé.</translation>
    </message>
    <message>
        <source>Factotum {version} is there, but it needs a newer system ({least}).</source>
        <translation>Factotum {version} est là, mais il lui faut un système plus récent ({least}).</translation>
    </message>
    <message>
        <source>Factotum {version} is there.</source>
        <translation>Factotum {version} est là.</translation>
    </message>
    <message>
        <source>Unpacking Factotum {version} and trying it out…</source>
        <translation>Décompression et essai de Factotum {version}…</translation>
    </message>
    <message>
        <source>Fetching Factotum {version}: {done} of {total} MB</source>
        <translation>Téléchargement de Factotum {version}&#xa0;: {done} sur {total} Mo</translation>
    </message>
    <message>
        <source>Factotum {version} takes over when you close this one. Your documents are copied before.</source>
        <translation>Factotum {version} prendra le relais quand vous fermerez celui-ci. Vos documents seront copiés avant.</translation>
    </message>
    <message>
        <source>When you close this window, Factotum goes back to {version}.</source>
        <translation>Quand vous fermerez cette fenêtre, Factotum reviendra à {version}.</translation>
    </message>
    <message>
        <source>When you close this window, Factotum goes back to {version} and to the documents of then; those of now are kept beside them.</source>
        <translation>Quand vous fermerez cette fenêtre, Factotum reviendra à {version} et aux documents d’alors&#x202f;; ceux de maintenant sont gardés à côté.</translation>
    </message>
</context>
<context>
    <name>Vat</name>
    <message>
        <source>Zero rate</source>
        <translation>Taux zéro</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>Exonéré</translation>
    </message>
    <message>
        <source>Reverse charge</source>
        <translation>Autoliquidation</translation>
    </message>
    <message>
        <source>Intra-EU supply</source>
        <translation>Livraison intracommunautaire</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportation</translation>
    </message>
    <message>
        <source>Outside the scope</source>
        <translation>Hors champ</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>Canary Islands (IGIC)</source>
        <translation>Îles Canaries (IGIC)</translation>
    </message>
    <message>
        <source>Ceuta and Melilla (IPSI)</source>
        <translation>Ceuta et Melilla (IPSI)</translation>
    </message>
    <message>
        <source>Split payment (Italy)</source>
        <translation>Paiement scindé (Italie)</translation>
    </message>
    <message>
        <source>exempt</source>
        <translation>exonéré</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>autoliq.</translation>
    </message>
    <message>
        <source>intra-EU</source>
        <translation>intracom.</translation>
    </message>
    <message>
        <source>export</source>
        <translation>export</translation>
    </message>
    <message>
        <source>no VAT</source>
        <translation>sans TVA</translation>
    </message>
</context>
<context>
    <name>VatCategory</name>
    <message>
        <source>Standard or reduced rate</source>
        <translation>Taux normal ou réduit</translation>
    </message>
    <message>
        <source>Zero rate</source>
        <translation>Taux zéro</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>Exonéré</translation>
    </message>
    <message>
        <source>Reverse charge</source>
        <translation>Autoliquidation</translation>
    </message>
    <message>
        <source>Delivery within the EU</source>
        <translation>Livraison intracommunautaire</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportation</translation>
    </message>
    <message>
        <source>Outside the scope of VAT</source>
        <translation>Hors champ de TVA</translation>
    </message>
    <message>
        <source>Split payment (Italy)</source>
        <translation>Paiement scindé (Italie)</translation>
    </message>
    <message>
        <source>Canary Islands</source>
        <translation>Îles Canaries</translation>
    </message>
    <message>
        <source>Ceuta and Melilla</source>
        <translation>Ceuta et Melilla</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>{provider}: done.</source>
        <translation>{provider}&#xa0;: fait.</translation>
    </message>
    <message>
        <source>{provider} has it, but does not say its total. Look there, or read it again to compare.</source>
        <translation>{provider} l’a, mais ne dit pas son total. Regardez là-bas, ou relisez-le pour comparer.</translation>
    </message>
    <message>
        <source>{provider} total {theirs}, as the plan said; yours is {ours}.</source>
        <translation>Total {provider} {theirs}, comme prévu&#x202f;; le vôtre est {ours}.</translation>
    </message>
    <message>
        <source>{provider} total {theirs} equals ours; not every sum is told, so it is not proven.</source>
        <translation>Le total chez {provider}, {theirs}, égale le nôtre&#x202f;; toutes les sommes ne sont pas dites, ce n’est donc pas prouvé.</translation>
    </message>
    <message>
        <source>{provider} total {theirs} equals ours.</source>
        <translation>Le total chez {provider}, {theirs}, égale le nôtre.</translation>
    </message>
    <message>
        <source>{provider} holds {theirs} where yours says {ours} ({field}). Look at it there and correct or void it, or make a credit note here.</source>
        <translation>{provider} a {theirs} là où vous avez {ours} ({field}). Regardez-le là-bas et corrigez-le ou annulez-le, ou faites un avoir ici.</translation>
    </message>
    <message>
        <source>{count} more differences.</source>
        <translation>{count} autres écarts.</translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message>
        <source>Void {number}</source>
        <translation>Déclarer {number} nul</translation>
    </message>
    <message>
        <source>The number stays taken and the document stays readable, marked as void. If the customer has it already, make a credit note instead.</source>
        <translation>Le numéro reste pris et le document lisible, marqué comme nul. Si le client l’a déjà, faites plutôt un avoir.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
</context>
<context>
    <name>WindowSettings</name>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast, from the system</source>
        <translation>Contraste élevé, celui du système</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>follows each key</source>
        <translation>suit chaque touche</translation>
    </message>
    <message>
        <source>follows when you pause</source>
        <translation>suit à la pause</translation>
    </message>
    <message>
        <source>only with F5</source>
        <translation>seulement avec F5</translation>
    </message>
    <message>
        <source>Lower rows in the lines</source>
        <translation>Lignes plus basses dans la grille</translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message>
        <source>+ rare options ({count})</source>
        <translation>+ options rares ({count})</translation>
    </message>
</context>
</TS>

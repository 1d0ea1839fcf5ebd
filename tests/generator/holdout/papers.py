# ruff: noqa: E501, ISC004 - texts, in lines as they come
"""Other papers held out: worded and arranged otherwise than those the reader is tuned on."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.papers import REFERENCE, Drawing, Spec
from tests.generator.parts import stack

_BYE = "Veuillez recevoir, Madame, Monsieur, nos meilleures salutations."

PAPERS = (
    Spec("bank_details", "Banque du Littoral", ("Service clients", "6 quai des Brumes", "50000 SAINT-LO"),
         "RIB – Identité bancaire", facts=(("Titulaire", "{title_name}"), ("Adresse", "{street}, {town}"), ("Code banque  Code "
         "guichet  N° de compte  Clé RIB", "{bank}"), ("IBAN", "{iban_spaced}"), ("Code BIC (Swift)", "LITTFR21XXX")),
         dated="", referred="IBAN", form=True),
    Spec("notice_before_sanction", "France Travail", ("Direction territoriale", "1 rue du Port", "50000 SAINT-LO"),
         "Avertissement avant sanction – absence à un rendez-vous", referred="Réf. dossier :", deadline=15,
         body=("Vous ne vous êtes pas présenté(e) à l’entretien prévu le {date} sans en avoir averti votre conseillère.",
               "Une suppression de votre revenu de remplacement est envisagée. Avant toute décision, vous avez quinze (15) jours "
               "pour nous adresser vos observations, par écrit ou oralement. Répondez dans ce délai de 15 jours.", _BYE)),
    Spec("overpayment_notice", "Caisse primaire d’assurance maladie", ("Service recouvrement", "14 rue Haute", "07000 PRIVAS"),
         "Remboursement d’un trop-perçu d’indemnités journalières", referred="Nos réf. :", deadline=None,
         body=("Après vérification, un montant de {amount} vous a été versé à tort entre le 3 et le 20 du mois dernier.",
               "Cette somme doit nous être remboursée. Un échelonnement est possible. Les voies de recours figurent au dos.", _BYE)),
    Spec("employer_certificate", "Transports Hernandez", ("Zone artisanale du Pont", "07000 PRIVAS"),
         "Attestation de l’employeur", body=("Je soussignée, responsable du personnel, atteste que {title_name} est employé(e) dans "
         "notre entreprise depuis le 04/11/2019 en contrat à durée indéterminée, au poste de chauffeur-livreur.",
         "Attestation établie à la demande de l’intéressé(e)."), dated="Fait à {town_name} le {date}", form=True),
    Spec("rent_receipt", "SCI Les Alizés", ("19 rue Neuve", "70000 VESOUL"), "QUITTANCE", referred="N° de quittance :",
         facts=(("Reçu de", "{title_name}"), ("Pour le logement", "{street}, {town}"), ("Loyer", "{amount}"), ("Charges", "38,50 €"),
                ("Terme", "{month}")), body=("Dont quittance, sous réserve de tous nos droits. Le propriétaire.",),
         dated="Le {date}", form=True),
    Spec("energy_bill", "Gaz & Lumière", ("Service client", "BP 80022", "70000 VESOUL CEDEX"), "Facture de gaz naturel",
         referred="Facture n°", dated="Éditée le {date}", facts=(("Point de comptage (PCE)", "21455678901234"), ("Énergie",
         "1 204 kWh"), ("Abonnement", "21,30 €"), ("Taxes et contributions", "12,11 €"), ("Total à payer TTC", "{amount}")),
         body=("À régler avant le {next}.",)),
    Spec("tax_notice", "Direction générale des finances publiques", ("Service des impôts des particuliers", "70000 VESOUL"),
         "Avis de situation déclarative à l’impôt sur le revenu", referred="Référence de l’avis :", dated="Établi le {date}",
         facts=(("Numéro fiscal du déclarant", "12 34 567 890 123"), ("Revenu fiscal de référence", "9 871"), ("Parts", "1,00"))),
    Spec("identity", "République française", (), "TITRE DE SÉJOUR", facts=(("Nom", "{name}"), ("Nationalité", "CAN"), ("Date de "
         "naissance", "02 11 1990"), ("Sexe", "M"), ("Numéro du document", "{card}"), ("Date d’expiration", "30 09 2030"),
         ("Type de titre", "CARTE DE RÉSIDENT")), dated="", referred="Numéro", form=True, addressed=False),
    Spec("sick_leave", "Dr Hugo Mercier", ("Omnipraticien", "10 place du Foirail", "48000 MENDE"),
         "Arrêt de travail – prolongation", facts=(("Patient", "{title_name}"), ("Numéro de sécurité sociale", "{nir}"),
         ("Arrêt de travail prescrit jusqu’au", "{next}"), ("Sorties autorisées", "sans restriction")),
         body=("À transmettre à votre caisse dans les 48 heures. Renseignements médicaux : volet 1.",), dated="Le {date}",
         deadline=2, form=True),
    Spec("employment_contract", "Hexalogis Distribution", ("Parc d’activités Sud", "48000 MENDE"),
         "CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE", body=("Entre la société Hexalogis Distribution, ci-après l’employeur, et "
         "{title_name}, ci-après le salarié, il a été convenu et arrêté ce qui suit :", "Article 1. Engagement. {name} est "
         "engagé(e) à compter du 1er du mois prochain.", "Article 2. Période d’essai : deux mois.", "Article 3. Rémunération brute "
         "mensuelle : 1 850,00 € pour 151,67 heures.", "Article 4. Lieu de travail."), dated="À {town_name}, le {date}", form=True),
    Spec("other", "École élémentaire Jean-Moulin", ("Rue du Stade", "04000 DIGNE"), "Sortie scolaire",
         body=("Les élèves de CM2 se rendront au musée jeudi prochain. Prévoyez un pique-nique.", "Merci de rendre l’autorisation "
               "signée à la maîtresse.", "La directrice")),
    Spec("other", "Garage des Alpes", ("8 route Napoléon", "04000 DIGNE"), "Rappel d’entretien", referred="Client n°",
         body=("Votre véhicule doit passer sa révision annuelle. Prenez rendez-vous par téléphone.", _BYE)),
)  # fmt: skip


def window(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """The sender centred on top, the addressee at the left, date and reference in one line, the subject in capitals."""
    spec, person, said = drawing.spec, drawing.person, drawing.said
    sheet = Sheet(face)
    sheet.text(20, 12, said(spec.sender), 14, bold=True, align="C", width=170)
    for place, line in enumerate(spec.address):
        sheet.text(20, 19 + 4.4 * place, said(line), 8.5, align="C", width=170)
    stack(sheet, 20, 42, (drawing.values["title_name"], person.street, person.town), 10.5, 5.2)
    if spec.referred:
        sheet.text(20, 64, f"{spec.referred} {drawing.values['ref']}", 9)
    sheet.text(120, 64, said(spec.dated), 9.5)
    sheet.text(20, 78, said(spec.title).upper(), 11, bold=True)
    return _rest(sheet, drawing, 90)


def plain(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """Title at the left, the sender's block at the right, labels over values."""
    spec, said = drawing.spec, drawing.said
    sheet = Sheet(face)
    sheet.text(16, 12, said(spec.title), 15, bold=True)
    sheet.text(120, 24, said(spec.sender), 10.5, bold=True)
    stack(sheet, 120, 29, map(said, spec.address), 9, 4.4)
    if spec.referred and spec.kind not in REFERENCE:
        sheet.text(16, 24, f"{spec.referred} {drawing.values['ref']}", 9.5)
    return _rest(sheet, drawing, 52, spec.dated)


def _rest(sheet: Sheet, drawing: Drawing, y: float, foot: str = "") -> Sheet:
    said = drawing.said
    for label, value in drawing.spec.facts:
        sheet.text(18, y, said(label), 7.5)
        sheet.text(18, y + 4, said(value), 10.5)
        y += 12
    for paragraph in drawing.spec.body:
        y = sheet.paragraph(18, y, said(paragraph), 174, 10.5) + 5
    if foot:
        sheet.text(110, y + 8, said(foot), 10.5)
    return sheet

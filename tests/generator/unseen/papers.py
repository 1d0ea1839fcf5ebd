# ruff: noqa: E501, ISC004 - texts, in lines as they come
"""Second held-out set: other papers, their wordings and two ways to arrange them. Every person and firm is invented."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.papers import Drawing, Spec
from tests.generator.parts import pairs, stack


def margin(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A narrow column at the left for sender and reference, the text in the wide one at its right."""
    spec, person, said = drawing.spec, drawing.person, drawing.said
    sheet = Sheet(face)
    sheet.text(14, 14, said(spec.sender), 12, bold=True)
    stack(sheet, 14, 22, map(said, spec.address), 8, 4)
    if spec.addressed:
        stack(sheet, 115, 40, (drawing.values["title_name"], person.street, person.town), 10, 5)
    if spec.dated:
        sheet.text(14, 66, said(spec.dated), 9)
    if spec.referred:
        sheet.text(14, 71, f"{spec.referred} {drawing.values['ref']}", 9)
    sheet.text(62, 84, said(spec.title), 12, bold=True)
    y = 96.0
    if spec.facts:
        y = pairs(sheet, 62, y, [(said(a), said(b)) for a, b in spec.facts], 60, 9, 5.2) + 5
    for one in spec.body:
        y = sheet.paragraph(62, y, said(one), 132, random.choice((9.5, 10.5))) + 4
    return sheet


def banded(drawing: Drawing, face: Face, _random: Random) -> Sheet:
    """A form with a coloured band: sender at its left, title at its right, facts between rules, date at the foot."""
    spec, said = drawing.spec, drawing.said
    sheet = Sheet(face)
    sheet.box(0, 0, 210, 22, fill=(222, 234, 244), edge=False)
    sheet.text(12, 8, said(spec.sender), 12, bold=True)
    sheet.text(100, 8, said(spec.title), 13, bold=True, align="R", width=98)
    y = stack(sheet, 12, 26, map(said, spec.address), 8.5, 4.4) + 4
    if spec.referred and spec.kind not in ("bank_details", "identity"):
        sheet.text(12, y, f"{spec.referred} {drawing.values['ref']}", 9)
    y += 10
    for label, value in spec.facts:
        sheet.text(12, y, said(label), 9)
        sheet.text(86, y, said(value), 9, bold=True)
        sheet.line(12, y + 5.5, 198, y + 5.5)
        y += 8
    for one in spec.body:
        y = sheet.paragraph(12, y + 3, said(one), 184, 10)
    if spec.dated:
        sheet.text(12, y + 10, said(spec.dated), 10)
    return sheet


PAPERS = (
    Spec("bank_details", "Banque Mutuelle des Causses", ("17 boulevard Gambetta", "46000 CAHORS"), "RIB",
         facts=(("Compte ouvert au nom de", "{title_name}"), ("Identifiant international (IBAN)", "{iban_spaced}"),
                ("Code BIC (SWIFT)", "BMCAFR2A"), ("RIB : banque, guichet, compte, clé", "{bank}")),
         body=("À remettre à tout organisme qui demande vos coordonnées bancaires.",), dated="", referred="IBAN", form=True),
    Spec("notice_before_sanction", "France Travail Bourgogne", ("Agence de Nevers", "58000 NEVERS"),
         "Absence à un entretien : vos explications", referred="Identifiant :", dated="Nevers, le {long_date}", deadline=10,
         body=("Vous ne vous êtes pas présenté à l’entretien du {next}. Une radiation de la liste des demandeurs d’emploi est envisagée.",
               "Vous pouvez nous adresser vos observations dans les dix jours qui suivent la réception du présent courrier.")),
    Spec("overpayment_notice", "Caisse primaire d’assurance maladie", ("CPAM des Vosges", "88000 EPINAL"),
         "Remboursement d’un trop-perçu", referred="Nos réf. :", dated="Le {date}", deadline=None,
         body=("Des indemnités journalières vous ont été versées par erreur pour un montant de {amount}.",
               "Nous vous invitons à nous rembourser cette somme. Vous pouvez saisir la commission de recours amiable.")),
    Spec("employer_certificate", "Transports Rousselot", ("ZA du Breuil", "15000 AURILLAC"), "Attestation d’emploi",
         body=("Je soussignée, directrice de la société Transports Rousselot, atteste que {title_name} est employé(e) dans notre "
               "entreprise en contrat à durée indéterminée depuis le 04/05/2021, comme conducteur.",
               "Attestation délivrée à l’intéressé(e) pour faire valoir ses droits."), dated="{town_name}, le {date}", form=True),
    Spec("rent_receipt", "Office public de l’habitat du Cher", ("9 rue Moyenne", "18000 BOURGES"), "Avis de quittance",
         referred="N° de contrat :", facts=(("Bail au nom de", "{title_name}"), ("Loyer principal", "{amount}"),
         ("Charges locatives", "58,12 €"), ("APL déduite", "- 121,00 €"), ("Mois réglé", "{month}")),
         body=("Nous attestons avoir reçu le paiement du loyer pour la période indiquée. Quittance sous réserve de tous nos droits.",),
         dated="Établi le {date}", form=True),
    Spec("energy_bill", "Gaz des Plateaux", ("CS 20017", "87000 LIMOGES CEDEX"), "Facture de gaz naturel",
         referred="Facture n°", dated="Émise le {date}", facts=(("Point de comptage (PCE)", "21455789632145"),
         ("Énergie consommée", "1 204 kWh"), ("Abonnement", "17,31 €"), ("Taxes et contributions", "12,05 €"), ("À payer TTC", "{amount}")),
         body=("À régler avant le {next}.",)),
    Spec("tax_notice", "Finances publiques", ("Centre des impôts d’Épinal", "88000 EPINAL"),
         "Avis de situation déclarative à l’impôt sur le revenu", referred="N° d’avis :", dated="Établi le {date}",
         facts=(("Votre numéro fiscal", "19 44 512 008 731"), ("Revenu fiscal de référence", "11 902"), ("Parts", "1"),
                ("Revenu imposable", "11 902")), body=("Ce document justifie de vos ressources.",)),
    Spec("sick_leave", "Cabinet médical du Pont Neuf", ("Dr Marc Estival, généraliste", "23000 GUERET"), "Arrêt de travail",
         facts=(("Patient(e)", "{title_name}"), ("Numéro de sécurité sociale", "{nir}"), ("Arrêt initial jusqu’au", "{next}"),
                ("Sorties", "de 10 h à 12 h interdites")), body=("Volet à transmettre à l’employeur.",),
         dated="Prescrit le {date}", form=True),
    Spec("employment_contract", "Résidence du Lac", ("2 chemin des Iris", "74000 ANNECY"), "Contrat de travail à durée indéterminée",
         body=("La Résidence du Lac, ci-après l’employeur, et {title_name}, ci-après le salarié, conviennent de ce qui suit.",
               "1. Engagement. {name} est engagé(e) comme aide-soignant(e) à compter du 02/01/2024.",
               "2. Période d’essai. Elle dure deux mois.", "3. Rémunération. Le salaire brut mensuel est fixé à 1 823,00 euros."),
         dated="Fait en deux exemplaires à {town_name}, le {date}", form=True),
    Spec("other", "Collège Anne-Frank", ("Vie scolaire", "58000 NEVERS"), "Réunion de rentrée", referred="Réf. :",
         dated="Nevers, le {long_date}", body=("Vous êtes invités à rencontrer les professeurs de votre enfant.",
         "La réunion se tiendra au réfectoire à dix-huit heures.")),
)  # fmt: skip

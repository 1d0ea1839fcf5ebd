"""Forms of the fifteenth set: certificates, receipts, contracts and what banks hand out."""

from tests.generator.papers import Spec

FILLED = (
    Spec(
        kind="bank_details",
        sender="Banque Coopérative des Pays de Loire",
        address=("Agence du Marché", "3 place du Marché", "40000 MONT-DE-MARSAN"),
        title="Relevé d'identité bancaire",
        referred="IBAN",
        dated="",
        form=True,
        addressed=False,
        facts=(
            ("Titulaire du compte", "{title_name}"),
            ("Domiciliation", "MONT DE MARSAN"),
            ("Banque  Guichet  N° de compte  Clé", "{bank}"),
            ("IBAN", "{iban_spaced}"),
            ("BIC", "BCPLFRPP412"),
        ),
        body=(
            (
                "Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs appelés à "
                "faire inscrire des opérations à votre compte (virements, prélèvements, paiement de quittances)."
            ),
        ),
    ),
    Spec(
        kind="employer_certificate",
        sender="MENUISERIE DES DEUX PONTS",
        address=("ZA de la Plaine", "71100 CHALON"),
        title="Certificat de travail",
        dated="Fait à {town_name}, le {long_date}",
        form=True,
        facts=(
            ("Salarié", "{title_name}"),
            ("Demeurant", "{street}, {town}"),
            ("Emploi occupé", "Menuisier poseur"),
            ("N° de sécurité sociale", "{nir}"),
        ),
        body=(
            (
                "Je soussigné, gérant de la société Menuiserie des Deux Ponts, certifie avoir employé la personne "
                "désignée ci-dessus dans notre entreprise."
            ),
            (
                "Elle nous quitte ce jour libre de tout engagement. Elle bénéficie du maintien des garanties de "
                "santé et de prévoyance dans les conditions de l'article L. 911-8 du code de la sécurité sociale."
            ),
            "Le gérant",
        ),
    ),
    Spec(
        kind="rent_receipt",
        sender="SCI du Vieux Lavoir",
        address=("14 rue Basse", "62400 BETHUNE"),
        title="Quittance de loyer",
        dated="Fait le {date}",
        form=True,
        facts=(
            ("Locataire", "{title_name}"),
            ("Adresse du logement", "{street}, {town}"),
            ("Période", "{month}"),
            ("Loyer et charges", "{amount}"),
        ),
        body=(
            (
                "Le bailleur reconnaît avoir reçu du locataire désigné ci-dessus la somme indiquée, au titre du "
                "loyer et des charges du mois, et lui en donne quittance sous réserve de tous ses droits."
            ),
            "Cette quittance annule tous les reçus qui auraient pu être établis pour la même période.",
        ),
    ),
    Spec(
        kind="sick_leave",
        sender="Docteur Hélène Marquet",
        address=("Médecine générale", "5 rue de l'Hôpital", "07000 PRIVAS"),
        title="Avis d'arrêt de travail",
        dated="Le {date}",
        form=True,
        facts=(
            ("Assuré(e)", "{title_name}"),
            ("N° d'immatriculation", "{nir}"),
            ("Adresse", "{street}, {town}"),
            ("Arrêt de travail prescrit", "jusqu'au {next} inclus"),
            ("Sorties", "autorisées, sans restriction d'horaire"),
        ),
        body=(
            (
                "Volet à adresser à l'employeur ou à France Travail. Les deux premiers volets sont à envoyer au "
                "service médical de la caisse d'assurance maladie dans les 48 heures."
            ),
            "Signature et cachet du médecin",
        ),
        deadline=2,
    ),
    Spec(
        kind="employment_contract",
        sender="GARAGE DU STADE",
        address=("102 route de Lyon", "71100 CHALON"),
        title="Contrat de travail à durée indéterminée",
        dated="Fait en deux exemplaires à {town_name}, le {long_date}",
        form=True,
        facts=(
            ("Le salarié", "{title_name}"),
            ("Demeurant", "{street}, {town}"),
            ("Emploi", "Mécanicien automobile, échelon 6"),
            ("Durée du travail", "35 heures par semaine"),
        ),
        body=(
            (
                "Article 1 - Engagement. Le salarié est engagé à compter de la signature du présent contrat, sous "
                "réserve de la visite d'information et de prévention."
            ),
            (
                "Article 2 - Période d'essai. Elle est fixée à deux mois, pendant lesquels chacun peut rompre le "
                "contrat en respectant le délai de prévenance."
            ),
            ("Article 3 - Rémunération. Le salarié percevra un salaire mensuel brut versé à la fin de chaque mois."),
            (
                "Article 4 - Congés payés. Le salarié bénéficie de deux jours et demi ouvrables par mois de travail"
                " effectif."
            ),
            "L'employeur                                                Le salarié (lu et approuvé)",
        ),
    ),
)

"""What the forms of this set say, in wordings of their own."""

from tests.generator.papers import Spec

FILLED = (
    Spec(
        "tax_notice",
        "Direction générale des finances publiques",
        ("Service des impôts des particuliers", "SIP de Tarbes", "65000 TARBES"),
        "AVIS D'IMPÔT SUR LES REVENUS",
        (
            (
                "Cet avis est établi d'après votre déclaration. Il justifie de vos revenus auprès des organismes. "
                "Vous n'avez rien à payer."
            ),
        ),
        facts=(
            ("Déclarant 1", "{title_name}"),
            ("Adresse", "{street} {town}"),
            ("Nombre de parts", "2,00"),
            ("Revenu fiscal de référence", "15 872 €"),
            ("Impôt sur le revenu net", "0 €"),
        ),
        dated="Date d'établissement : {date}",
        referred="Référence de l'avis :",
        form=True,
    ),
    Spec(
        "identity",
        "République française",
        ("Ministère de l'Intérieur",),
        "CARTE NATIONALE D'IDENTITÉ",
        (),
        facts=(
            ("N° du document", "{card}"),
            ("Nom et prénom", "{title_name}"),
            ("Nationalité", "Française"),
            ("Date d'expiration", "{next}"),
            ("Adresse", "{street} {town}"),
        ),
        dated="",
        referred="N° du document",
        form=True,
    ),
    Spec(
        "sick_leave",
        "Dr Honorine Castel",
        ("Médecine générale", "Cabinet médical du Stade", "53000 LAVAL"),
        "AVIS D'ARRÊT DE TRAVAIL",
        (
            (
                "Volets 1 et 2 à adresser dans les 48 heures au service médical de la caisse primaire. Volet 3 à "
                "remettre à l'employeur."
            ),
            "Sorties autorisées, sauf de 9 h à 11 h et de 14 h à 16 h.",
        ),
        facts=(
            ("Patient(e)", "{title_name}"),
            ("N° d'immatriculation", "{nir}"),
            ("Arrêt jusqu'au", "{next}"),
            ("Arrêt", "initial"),
        ),
        dated="Date de prescription : {date}",
        deadline=2,
        form=True,
    ),
    Spec(
        "employer_certificate",
        "Résidence Les Glycines",
        ("Direction des ressources humaines", "17 route de Lyon", "01000 BOURG-EN-BRESSE"),
        "ATTESTATION DE L'EMPLOYEUR",
        (
            (
                "Je soussignée, directrice de la résidence, atteste que {title_name}, demeurant {street}, {town}, "
                "est employé(e) dans notre établissement depuis le 03/02/2020 sous contrat à durée indéterminée."
            ),
            "Cette attestation est délivrée à la demande de l'intéressé(e) pour servir et valoir ce que de droit.",
        ),
        facts=(("Emploi occupé", "Agent de service"), ("Temps de travail", "35 heures par semaine")),
        dated="Bourg-en-Bresse, le {date}",
        form=True,
    ),
    Spec(
        "bank_details",
        "Banque Coopérative du Centre",
        ("Agence Châteauroux République", "36000 CHATEAUROUX"),
        "RELEVÉ D'IDENTITÉ BANCAIRE",
        ("Ce relevé est à remettre à vos débiteurs ou créanciers pour la domiciliation de vos opérations.",),
        facts=(
            ("Titulaire", "{title_name}"),
            ("Adresse", "{street} {town}"),
            ("Code banque, guichet, compte, clé", "{bank}"),
            ("IBAN", "{iban_spaced}"),
            ("BIC", "BCDCFR2TXXX"),
        ),
        dated="Édité le {date}",
        referred="IBAN",
        form=True,
    ),
    Spec(
        "employment_contract",
        "SAS Menuiserie Ouvrard",
        ("Zone d'activités des Cerisiers", "79000 NIORT"),
        "CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE",
        (
            (
                "Entre la société Menuiserie Ouvrard, représentée par son gérant, et {title_name}, demeurant "
                "{street}, {town}, il a été convenu ce qui suit."
            ),
            (
                "Article 1 - Engagement. Le salarié est engagé à compter du {next} en qualité de menuisier poseur, "
                "sous réserve de la visite médicale. La période d'essai est de deux mois."
            ),
            "Article 2 - Rémunération. Le salaire brut mensuel est de 1 985,00 euros pour 151,67 heures.",
            "Article 3 - Lieu de travail. Le salarié exerce ses fonctions à l'atelier et sur les chantiers.",
        ),
        dated="Fait à Niort en deux exemplaires, le {date}",
        form=True,
    ),
)

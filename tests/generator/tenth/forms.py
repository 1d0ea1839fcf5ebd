"""What the forms of the tenth set say: bank details, a doctor's form, a receipt, a certificate and a contract."""

from tests.generator.papers import Spec

FORMS = (
    Spec(
        "bank_details",
        "Caisse Mutuelle de la Sioule",
        ("Agence de Joigny", "27 avenue de la Libération", "89300 JOIGNY"),
        "RELEVÉ D'IDENTITÉ BANCAIRE",
        ("Ce relevé est destiné à être remis à tout organisme souhaitant effectuer des virements ou prélèvements.",),
        facts=(("Domiciliation", "CM SIOULE JOIGNY"), ("BIC", "CMSIFR2AXXX")),
        dated="",
        referred="IBAN",
        form=True,
    ),
    Spec(
        "sick_leave",
        "Docteur Hélène Castaing",
        ("Médecine générale", "14 rue de l'Église", "81300 GRAULHET", "Identifiant 81 1 00000 0"),
        "AVIS D'ARRÊT DE TRAVAIL",
        (
            (
                "Vous devez adresser cet avis sous 48 heures à votre employeur ou, si vous êtes sans emploi, à France "
                "Travail. Les volets 1 et 2 ont été télétransmis à votre caisse d'assurance maladie."
            ),
            (
                "Vous devez respecter les heures de présence à domicile, de 9 h à 11 h et de 14 h à 16 h, et vous "
                "soumettre aux contrôles organisés par la caisse."
            ),
        ),
        facts=(
            ("Nom et prénom", "{title_name}"),
            ("N° d'immatriculation", "{nir}"),
            ("Adresse", "{street} {town}"),
            ("Nature de l'arrêt", "Arrêt initial"),
            ("Arrêt de travail jusqu'au", "{next} inclus"),
            ("Sorties autorisées", "Oui, sauf de 9 h à 11 h et de 14 h à 16 h"),
            ("Accident ou maladie en rapport avec une ALD", "Non"),
        ),
        dated="Fait le {date}",
        deadline=2,
        form=True,
    ),
    Spec(
        "rent_receipt",
        "Haute-Combraille Habitat",
        ("Office public de l'habitat", "60 boulevard Voltaire", "12300 DECAZEVILLE", "Tél. 05 65 00 00 00"),
        "QUITTANCE DE LOYER",
        (
            (
                "Reçu de {title_name} la somme de {amount} pour loyer et accessoires des locaux désignés ci-dessus, "
                "sous réserve de l'encaissement effectif et de tous droits et actions du bailleur."
            ),
            "Cette quittance ne préjuge pas du paiement des termes antérieurs.",
        ),
        facts=(("Locataire", "{title_name}"), ("Logement", "{street} - {town}"), ("Type", "T3 - 2e étage - porte 23")),
        dated="Le {date}",
        referred="Quittance n°",
        form=True,
    ),
    Spec(
        "employer_certificate",
        "Laiterie du Val d'Arce",
        ("SAS au capital de 250 000 €", "Zone artisanale des Tilleuls", "61200 ARGENTAN", "SIRET 634 917 206 00034"),
        "ATTESTATION D'EMPLOI",
        (
            (
                "Je soussignée, Séverine Aubry, responsable des ressources humaines de la société Laiterie du Val "
                "d'Arce, atteste que {title_name}, demeurant {street}, {town}, est employé(e) dans notre entreprise "
                "depuis le 04/09/2017, sous contrat à durée indéterminée à temps complet, en qualité d'opérateur de "
                "conditionnement."
            ),
            (
                "À ce jour, {title_name} n'est ni en période d'essai, ni en période de préavis, ni démissionnaire, ni "
                "en procédure de licenciement."
            ),
            "Attestation établie à la demande de l'intéressé(e) pour servir et valoir ce que de droit.",
        ),
        dated="Fait à Argentan, le {long_date}",
        form=True,
    ),
    Spec(
        "employment_contract",
        "Boulangerie Perrot et Filles",
        ("SARL au capital de 8 000 euros", "5 rue Victor Hugo", "70200 LURE", "RCS Vesoul 641 380 275"),
        "CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE À TEMPS PARTIEL",
        (
            (
                "Entre les soussignés : la société Boulangerie Perrot et Filles, dont le siège est 5 rue Victor Hugo, "
                "70200 Lure, représentée par sa gérante, Mme Lydie Perrot, ci-après « l'employeur », d'une part,"
            ),
            "Et {title_name}, demeurant {street}, {town}, ci-après « le salarié », d'autre part,",
            "Il a été convenu ce qui suit :",
            (
                "ARTICLE 1 - ENGAGEMENT. Le salarié est engagé à compter du {next}, en qualité de vendeur, coefficient "
                "155. La déclaration préalable à l'embauche a été effectuée auprès de l'Urssaf."
            ),
            "ARTICLE 2 - PÉRIODE D'ESSAI. La période d'essai est fixée à deux mois de travail effectif.",
            (
                "ARTICLE 3 - DURÉE DU TRAVAIL. La durée est fixée à 25 heures par semaine, soit 108,33 heures par "
                "mois, réparties du mardi au samedi."
            ),
            (
                "ARTICLE 4 - RÉMUNÉRATION. Le salaire brut est de 12,15 euros de l'heure, soit 1 316,21 euros par "
                "mois, versé le dernier jour ouvré."
            ),
            (
                "ARTICLE 5 - CONGÉS PAYÉS ET CONVENTION. Le salarié bénéficie des congés légaux et de la convention "
                "collective de la boulangerie-pâtisserie artisanale (IDCC 843)."
            ),
        ),
        dated="Fait à Lure, le {date}, en deux exemplaires originaux",
        form=True,
    ),
)

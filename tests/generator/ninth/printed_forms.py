"""What the forms of the ninth set say: certificates, a receipt, bank details, a passport, a doctor's and a contract."""

from tests.generator.papers import Spec

PRINTED_FORMS = (
    Spec(
        "bank_details",
        "Banque de l'Aumance",
        ("Agence de Pamiers", "9 boulevard Gambetta", "09100 PAMIERS"),
        "Relevé d'Identité Bancaire",
        (
            (
                "Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs appelés à faire "
                "inscrire des opérations à votre compte (virements, paiements de quittances, etc.)."
            ),
        ),
        facts=(
            ("Titulaire du compte", "{title_name}"),
            ("Adresse", "{street} - {town}"),
            ("Domiciliation", "BQ AUMANCE PAMIERS"),
            ("RIB", "{bank}"),
            ("IBAN (International Bank Account Number)", "{iban_spaced}"),
            ("BIC (Bank Identifier Code)", "BAUMFR2TXXX"),
        ),
        dated="",
        referred="IBAN",
        form=True,
    ),
    Spec(
        "identity",
        "République française",
        (),
        "PASSEPORT / PASSPORT",
        (
            "P<FRA{plain_name}",
            "{card}{card_check}FRA880917{birth_check}{sex}{expiry_short}{expiry_check}<<<<<<<<<<<<<<0{composite}",
        ),
        facts=(
            ("Type / Type", "P"),
            ("Code du pays / Country code", "FRA"),
            ("Passeport n° / Passport No.", "{card}"),
            ("Nom / Surname (1)", "{last}"),
            ("Prénoms / Given names (2)", "{first}"),
            ("Nationalité / Nationality (3)", "Française"),
            ("Date de naissance / Date of birth (4)", "17 09 1988"),
            ("Sexe / Sex (5)", "{sex}"),
            ("Lieu de naissance / Place of birth (6)", "SEDAN"),
            ("Date d'expiration / Date of expiry (8)", "{expiry}"),
            ("Autorité / Authority (9)", "Préfecture des Ardennes"),
        ),
        dated="Date de délivrance / Date of issue (7)   {spaced_date}",
        referred="Passeport n°",
        form=True,
        addressed=False,
    ),
    Spec(
        "sick_leave",
        "Docteur Ghislain Peyronnet",
        ("Médecin généraliste - conventionné", "22 rue du 8 Mai 1945", "71200 LE CREUSOT", "N° RPPS 10100000000"),
        "avis d'arrêt de travail",
        (
            (
                "Volets n° 1 et 2 à adresser dans les 48 heures au service médical et aux services administratifs de "
                "votre organisme d'assurance maladie. Volet n° 3 à adresser à votre employeur ou à France Travail."
            ),
            "Activités autorisées : non. Sorties autorisées : oui. Présence au domicile de 9 à 11 h et de 14 à 16 h.",
        ),
        facts=(
            ("L'assuré(e) - nom et prénom", "{title_name}"),
            ("Numéro d'immatriculation", "{nir}"),
            ("Adresse où vous pouvez être visité(e)", "{street} {town}"),
            ("Initial / prolongation", "Initial"),
            ("prescrit un arrêt de travail jusqu'au", "{next} inclus"),
        ),
        dated="Date {date}",
        deadline=2,
        form=True,
    ),
    Spec(
        "rent_receipt",
        "Cabinet Roussin Gestion",
        ("Administrateur de biens", "31 place de la Mairie", "52100 SAINT-DIZIER", "Carte professionnelle G 5201"),
        "QUITTANCE DE LOYER",
        (
            (
                "Nous soussignés, mandataires du bailleur, déclarons avoir reçu de {title_name} la somme de {amount} "
                "au titre du paiement du loyer et des charges pour la période indiquée, et lui en donnons quittance, "
                "sous réserve de tous nos droits."
            ),
            (
                "Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement "
                "partiel du présent terme. Elle est à conserver pendant trois ans (loi n° 89-462 du 6 juillet 1989)."
            ),
        ),
        facts=(
            ("Locataire", "{title_name}"),
            ("Adresse de la location", "{street}, {town}"),
            ("Période", "du {first_day} au {last_day}"),
            ("Loyer", "{rent}"),
            ("Provision sur charges", "{charges}"),
            ("Total réglé", "{amount}"),
        ),
        dated="Fait à Saint-Dizier, le {date}",
        referred="Quittance n°",
        form=True,
    ),
    Spec(
        "employer_certificate",
        "Ambulances du Haut-Forez",
        ("SARL au capital de 12 000 euros", "5 chemin des Vignes", "71200 LE CREUSOT", "SIRET 611 204 880 00017"),
        "CERTIFICAT DE TRAVAIL",
        (
            (
                "Je soussigné, Loïc Jolly, agissant en qualité de gérant, certifie que {title_name}, demeurant "
                "{street}, {town}, a été employé(e) dans notre entreprise du 06/01/2020 au {past} en qualité "
                "d'ambulancier."
            ),
            (
                "{title_name} nous quitte libre de tout engagement. Il ou elle bénéficie du maintien à titre gratuit "
                "des garanties frais de santé et prévoyance en vigueur (article L. 911-8 du code de la sécurité "
                "sociale)."
            ),
            "Certificat délivré pour servir et valoir ce que de droit.",
        ),
        dated="Fait au Creusot, le {date}",
        form=True,
    ),
    Spec(
        "employment_contract",
        "Résidence Les Charmilles",
        ("Association loi 1901", "48 route de Limoges", "87300 BELLAC", "Siret 623 118 405 00029"),
        "CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE",
        (
            "Entre les soussignés : l'association Résidence Les Charmilles, représentée par sa directrice, d'une part,",
            "et {title_name}, demeurant {street}, {town}, n° de sécurité sociale {nir}, d'autre part.",
            (
                "Article 1 - Engagement. Le contrat est conclu à compter du {next}, pour assurer le remplacement d'une "
                "salariée absente. Il prendra fin au retour de celle-ci, avec une durée minimale d'un mois."
            ),
            "Article 2 - Fonctions. Le ou la salarié(e) exercera les fonctions d'agent des services logistiques.",
            "Article 3 - Période d'essai. Elle est fixée à sept jours de travail effectif.",
            (
                "Article 4 - Rémunération et durée. La durée est de 28 heures par semaine ; le salaire mensuel brut "
                "est de 1 486,20 euros, auquel s'ajoutent les indemnités conventionnelles."
            ),
            "Article 5 - Retraite et prévoyance. Les caisses sont celles dont relève l'établissement.",
        ),
        dated="Fait à Bellac, en deux exemplaires, le {long_date}",
        form=True,
    ),
)

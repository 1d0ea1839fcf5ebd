"""What the forms of this set say, in wordings of their own."""

from tests.generator.papers import Spec

FORMS = (
    Spec(
        "tax_notice",
        "Direction générale des finances publiques",
        ("Centre de contact des particuliers", "SIP de Brive", "19100 BRIVE"),
        "AVIS DE SITUATION DÉCLARATIVE À L'IMPÔT SUR LE REVENU",
        (
            (
                "Cet avis tient compte de la déclaration que vous avez déposée en ligne. Il peut être présenté à tout "
                "organisme qui demande de justifier des revenus du foyer."
            ),
        ),
        facts=(
            ("Déclarant 1", "{title_name}"),
            ("Adresse d'imposition", "{street} {town}"),
            ("Nombre de parts", "1,50"),
            ("Revenu fiscal de référence", "18 346 euros"),
            ("Impôt sur le revenu net", "211 euros"),
        ),
        dated="Avis établi le {date}",
        referred="Référence de l'avis",
        form=True,
    ),
    Spec(
        "identity",
        "République française",
        ("Préfecture", "Titre délivré en application du CESEDA"),
        "TITRE DE SÉJOUR - CARTE DE RÉSIDENT",
        (),
        facts=(
            ("Numéro du titre", "{card}"),
            ("Nom, prénoms", "{title_name}"),
            ("Nationalité", "Philippine"),
            ("Catégorie", "Carte de résident - toutes professions"),
            ("Expire le", "{next}"),
            ("Adresse du titulaire", "{street} {town}"),
        ),
        dated="",
        referred="Numéro du titre",
        form=True,
    ),
    Spec(
        "sick_leave",
        "Dr Gwenaëlle Quéméneur-Roy",
        ("Médecine générale, conventionnée secteur 1", "Maison de santé du Halage", "89000 AUXERRE"),
        "ARRÊT DE TRAVAIL - PROLONGATION",
        (
            (
                "Volets 1 et 2 : à envoyer sous 48 heures à la caisse d'assurance maladie. Volet 3 : à remettre à "
                "l'employeur, ou à l'agence France Travail."
            ),
            "Sorties autorisées sans restriction d'horaire. Reprise à temps complet prévue à la fin de l'arrêt.",
        ),
        facts=(
            ("Assuré(e)", "{title_name}"),
            ("Immatriculation", "{nir}"),
            ("Arrêt prescrit jusqu'au", "{next} inclus"),
            ("En rapport avec une ALD", "non"),
        ),
        dated="Prescrit le {date}",
        deadline=2,
        form=True,
    ),
    Spec(
        "employer_certificate",
        "Coopérative Biosève",
        ("Service du personnel", "18 quai des Mariniers", "03200 VICHY"),
        "ATTESTATION DESTINÉE À FRANCE TRAVAIL",
        (
            (
                "Nous attestons, pour l'examen de ses droits au chômage, que la personne nommée ci-dessus a fait "
                "partie de notre personnel aux dates indiquées, la dernière étant celle du dernier jour payé."
            ),
            "Un exemplaire est remis au salarié, l'autre a été transmis par la déclaration sociale nominative.",
        ),
        facts=(
            ("Nom du salarié", "{title_name}"),
            ("Emploi", "Technicien de laboratoire"),
            ("Entrée", "04/01/2019"),
            ("Fin du contrat", "{date}"),
            ("Cause", "Rupture conventionnelle"),
        ),
        dated="Vichy, le {long_date}",
        form=True,
    ),
    Spec(
        "bank_details",
        "Caisse mutuelle de Brévenne",
        ("Agence du Four à Chaux", "61000 ALENÇON"),
        "VOS COORDONNÉES BANCAIRES (RIB)",
        ("À remettre à tout organisme qui doit vous verser ou vous prélever une somme.",),
        facts=(
            ("Titulaire du compte", "{title_name}"),
            ("Banque  Guichet  Compte  Clé", "{bank}"),
            ("IBAN", "{iban_spaced}"),
            ("BIC", "CMBVFR2AXXX"),
        ),
        dated="Délivré le {date}",
        referred="IBAN",
        form=True,
    ),
    Spec(
        "other",
        "Lycée professionnel Louise-Michel",
        ("Vie scolaire", "3 sente aux Loups", "12000 RODEZ"),
        "CERTIFICAT DE SCOLARITÉ",
        (
            (
                "La proviseure du lycée certifie que l'élève est inscrit et suit régulièrement les cours de la classe "
                "indiquée pour l'année scolaire en cours."
            ),
            "Certificat délivré à la demande de la famille pour servir et valoir ce que de droit.",
        ),
        facts=(("Élève", "{name}"), ("Classe", "Terminale bac pro logistique"), ("Régime", "Demi-pensionnaire")),
        dated="À Rodez, le {date}",
        form=True,
    ),
    Spec(
        "employment_contract",
        "SAS Horizon Légumes",
        ("Zone artisanale des Peupliers", "35300 FOUGÈRES", "RCS Rennes"),
        "CONTRAT DE TRAVAIL SAISONNIER À DURÉE DÉTERMINÉE",
        (
            (
                "Entre la société Horizon Légumes, ci-dessus désignée, et {title_name}, demeurant {street}, {town}, il "
                "est convenu ce qui suit :"
            ),
            (
                "Article 1. Le salarié est engagé comme ouvrier de conditionnement pour la durée de la saison. La "
                "période d'essai est de sept jours."
            ),
            "Article 2. L'horaire est de 35 heures par semaine, payées au taux brut de 12,40 euros de l'heure.",
            "Article 3. Le contrat prend effet le {next}. Un congé est à demander au moins un mois d'avance.",
        ),
        dated="Fait à Fougères en double exemplaire, le {date}",
        form=True,
    ),
)

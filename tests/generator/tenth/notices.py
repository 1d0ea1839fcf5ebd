"""What bodies and a supplier write to people, in the tenth set. In these texts {year} and {before} are years."""

from tests.generator.papers import Spec

NOTICES = (
    Spec(
        "notice_before_sanction",
        "France Travail",
        ("Agence de Vichy Bellerive", "TSA 20008", "03208 VICHY CEDEX"),
        "Avertissement avant radiation pour insuffisance d'actions en vue de retrouver un emploi",
        (
            "Madame, Monsieur,",
            (
                "Lors du contrôle de votre recherche d'emploi du {past}, nous avons constaté que vous ne justifiez pas "
                "d'actes positifs et répétés en vue de retrouver un emploi."
            ),
            (
                "Conformément aux articles L. 5412-1, R. 5411-11 et R. 5411-12 du Code du travail, vous vous exposez à "
                "une radiation de la liste des demandeurs d'emploi et à la suppression de votre allocation pendant "
                "un mois."
            ),
            (
                "Si vous souhaitez contester ce manquement, vous pouvez présenter vos observations, par écrit ou au "
                "cours d'un entretien, dans un délai de 10 jours calendaires à compter de la date de réception du "
                "présent courrier. Joignez tout justificatif utile."
            ),
            "Passé ce délai, nous vous notifierons la décision prise au vu des éléments en notre possession.",
            "Nous restons à votre disposition et vous adressons nos meilleures salutations.",
            "Le directeur ou la directrice de votre agence",
        ),
        facts=(("Identifiant", "{long}"),),
        dated="Vichy, le {long_date}",
        referred="Nos références :",
        deadline=10,
    ),
    Spec(
        "overpayment_notice",
        "Caisse primaire d'assurance maladie du Haut-Allier",
        ("Gestion des créances", "43012 LE PUY EN VELAY CEDEX"),
        "Notification de payer un indu d'indemnités journalières",
        (
            "Madame, Monsieur,",
            (
                "Après vérification de votre dossier, il apparaît que des indemnités journalières vous ont été réglées "
                "à tort pour un montant de {amount}, au motif suivant : reprise de votre activité au cours du mois de "
                "{month}, avant la fin de votre arrêt de travail."
            ),
            (
                "Je vous invite à rembourser cette somme avant le {next}, par carte bancaire depuis votre compte ameli "
                "ou par chèque à l'ordre de l'agent comptable de la CPAM, en rappelant le numéro de créance. À défaut, "
                "elle pourra être retenue sur vos prestations à venir (article L. 133-4-1 du Code de la sécurité "
                "sociale)."
            ),
            (
                "Si vous contestez le bien-fondé de cette créance, vous pouvez saisir la commission de recours amiable "
                "de la caisse dans les deux mois. Si votre situation ne vous permet pas de payer en une seule fois, "
                "un échéancier peut vous être accordé."
            ),
            "Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.",
            "Pour le directeur, le responsable du service",
        ),
        facts=(("N° de sécurité sociale", "{nir}"), ("Montant dû", "{amount}")),
        dated="Le Puy-en-Velay, le {date}",
        referred="N° de créance :",
    ),
    Spec(
        "energy_bill",
        "Gaz Clair Énergie",
        ("Service Clients", "TSA 41102", "16109 COGNAC CEDEX"),
        "Votre facture de gaz naturel",
        (
            "Prélèvement automatique le {next} sur votre compte bancaire.",
            (
                "Pour toute question : 09 70 00 00 00 du lundi au samedi de 8 h à 20 h (service gratuit + prix d'un "
                "appel). En cas de litige non résolu après deux mois, le médiateur national de l'énergie peut être "
                "saisi gratuitement."
            ),
        ),
        facts=(
            ("Référence client", "{client}"),
            ("Titulaire du contrat", "{title_name}"),
            ("Lieu de consommation", "{street}, {town}"),
            ("Point de comptage (PCE)", "{pdl}"),
        ),
        dated="du {date}",
        referred="Facture n°",
    ),
    Spec(
        "tax_notice",
        "Direction générale des finances publiques",
        ("SIP DE VERDUN", "12 RUE DU MOULIN", "55100 VERDUN"),
        "AVIS D'IMPÔT ÉTABLI EN {year}",
        (
            (
                "Cet avis vous permet de justifier de vos ressources auprès des organismes sociaux. Toute personne à "
                "qui vous le remettez peut le vérifier sur impots.gouv.fr, rubrique « Vérifier un avis »."
            ),
            "Votre prélèvement à la source est actualisé à partir du mois de septembre : taux du foyer 0,0 %.",
        ),
        facts=(("Numéro fiscal", "{fiscal}"), ("N° FIP", "550 41 52 230 118 936 P"), ("Numéro de rôle", "22 1")),
        dated="Date d'établissement : {date}",
        referred="Référence de l'avis :",
    ),
)

"""What bodies and suppliers write to people, in the ninth set. In these texts {year} and {before} are years."""

from tests.generator.papers import Spec

NOTICES = (
    Spec(
        "notice_before_sanction",
        "France Travail",
        ("Agence de Villeneuve-sur-Lot", "TSA 10005", "47300 VILLENEUVE SUR LOT"),
        "Avertissement avant sanction pour absence à un rendez-vous",
        (
            "Madame, Monsieur,",
            (
                "Vous étiez convoqué(e) à un entretien avec votre conseiller le {past}. Vous ne vous êtes pas "
                "présenté(e) et vous ne nous avez pas fait connaître le motif de votre absence."
            ),
            (
                "En application des articles L. 5412-1 et R. 5412-1 du code du travail, nous envisageons de vous "
                "radier de la liste des demandeurs d'emploi et de supprimer votre revenu de remplacement pour une "
                "durée d'un mois."
            ),
            (
                "Vous disposez d'un délai de 10 jours à compter de la notification de ce courrier pour nous faire part "
                "de vos observations écrites, ou pour demander à être entendu(e), assisté(e) de la personne de votre "
                "choix."
            ),
            "Sans réponse de votre part dans ce délai, une décision vous sera notifiée.",
            "Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.",
            "La directrice de l'agence",
        ),
        facts=(("Votre identifiant", "{long}"), ("Votre interlocuteur", "Votre conseiller référent")),
        dated="Villeneuve-sur-Lot, le {long_date}",
        referred="N/Réf. :",
        deadline=10,
    ),
    Spec(
        "overpayment_notice",
        "Caisse d'allocations familiales de la Creuse-Limousine",
        ("Service prestations", "CS 70017", "87300 BELLAC CEDEX"),
        "Vous devez rembourser un trop-perçu de {amount}",
        (
            "Bonjour,",
            (
                "Suite à la mise à jour de votre dossier, nous avons recalculé vos droits. Il apparaît que vous avez "
                "perçu à tort {amount} au titre de la prime d'activité, pour la période de {month}, parce que vos "
                "ressources trimestrielles ont changé."
            ),
            (
                "Si vous constatez une erreur, vous avez 20 jours à compter de la réception de cette lettre pour nous "
                "demander de rectifier ce montant."
            ),
            (
                "Sans action de votre part, nous retiendrons chaque mois une partie de vos prestations. Vous pouvez "
                "proposer un autre montant dans l'espace Mon Compte, rubrique Mes paiements et mes dettes."
            ),
            (
                "Voies de recours : si vous contestez cette décision, adressez une lettre motivée à la commission de "
                "recours amiable. Si vous êtes en difficulté, vous pouvez demander une remise de votre dette."
            ),
            "Votre Caf",
        ),
        facts=(("Prestation", "Prime d'activité"), ("Montant de la dette", "{amount}")),
        dated="Le {date}",
        referred="N° allocataire :",
        deadline=20,
    ),
    Spec(
        "overpayment_notice",
        "France Travail",
        ("Plateforme de services contentieux", "TSA 21554", "59400 CAMBRAI CEDEX"),
        "Notification de trop-perçu",
        (
            "Madame, Monsieur,",
            (
                "Après examen de votre situation, nous constatons que des allocations d'aide au retour à l'emploi vous "
                "ont été versées à tort : vous avez exercé une activité salariée en {month} que vous n'aviez pas "
                "déclarée lors de votre actualisation."
            ),
            "Vous restez donc redevable de la somme de {amount}.",
            (
                "Nous vous remercions de bien vouloir procéder au remboursement par carte bancaire dans votre espace "
                "personnel, par chèque ou par virement, avant le {next}."
            ),
            (
                "Si vous estimez que cette somme n'est pas due, vous pouvez former un recours préalable auprès de "
                "votre agence. Une demande d'effacement ou de délai de paiement peut également être déposée."
            ),
            "Veuillez agréer, Madame, Monsieur, nos salutations les meilleures.",
        ),
        facts=(("Identifiant", "{long}"), ("Somme due", "{amount}")),
        dated="Cambrai, le {long_date}",
        referred="Référence du dossier :",
    ),
    Spec(
        "energy_bill",
        "Voltéa Énergies",
        ("Service Clients", "TSA 60014", "36000 CHATEAUROUX CEDEX", "Tél. 09 00 00 00 00 (prix d'un appel local)"),
        "Votre facture d'électricité",
        (
            "Cette somme sera prélevée sur votre compte le {next}.",
            "Votre prochaine facture : dans deux mois. Relevé automatique de votre compteur communicant.",
            (
                "En cas de réclamation, écrivez au service clients. Sans réponse satisfaisante sous deux mois, vous "
                "pouvez saisir le médiateur national de l'énergie : www.energie-mediateur.fr"
            ),
        ),
        facts=(
            ("Numéro client", "{client}"),
            ("Lieu de consommation", "{street}"),
            ("Point de livraison (PDL)", "{pdl}"),
            ("Offre", "Voltéa Fixe 12 mois"),
        ),
        dated="Facture du {date}",
        referred="Facture n°",
    ),
    Spec(
        "other",
        "Caisse primaire d'assurance maladie des Ardennes-Meuse",
        ("Service Complémentaire santé solidaire", "08200 SEDAN CEDEX 9"),
        "Votre demande de Complémentaire santé solidaire est incomplète",
        (
            "Madame, Monsieur,",
            (
                "Vous avez déposé une demande de Complémentaire santé solidaire. Pour l'étudier, il nous manque : "
                "votre dernier avis d'impôt, ainsi que les justificatifs des ressources des douze derniers mois "
                "de toutes les personnes du foyer."
            ),
            (
                "Merci de nous les adresser sous 15 jours, par courrier ou depuis votre compte ameli, rubrique Mes "
                "démarches. Passé ce délai, votre demande sera classée sans suite."
            ),
            "Avec toute mon attention,",
            "Votre correspondant de l'Assurance Maladie",
        ),
        facts=(("N° de sécurité sociale", "{nir}"), ("Nous appeler", "36 46 (service gratuit + prix appel)")),
        dated="Le {long_date}",
        referred="Nos réf. :",
        deadline=15,
    ),
    Spec(
        "tax_notice",
        "Direction générale des finances publiques",
        ("Service des impôts des particuliers", "4 rue Pasteur", "28400 NOGENT-LE-ROTROU"),
        "AVIS D'IMPÔT {year} - Impôt sur les revenus de l'année {before}",
        (
            (
                "Vous n'avez rien à payer. Vous pouvez être amené à produire cet avis pour justifier de vos revenus "
                "et charges : les organismes peuvent en vérifier l'authenticité sur www.impots.gouv.fr/verifavis"
            ),
            "Vous pouvez déposer une réclamation jusqu'au 31 décembre de la deuxième année suivante.",
        ),
        facts=(("Numéro fiscal", "{fiscal}"), ("N° FIP", "280 23 04 117 402 T"), ("Adresse d'imposition", "{street}")),
        dated="Date d'établissement : {date}",
        referred="Référence de l'avis :",
    ),
)

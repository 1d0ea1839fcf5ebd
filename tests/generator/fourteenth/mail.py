"""Letters of the fourteenth set, in words of their own."""

from tests.generator.papers import Spec

MAIL = (
    Spec(
        "notice_before_sanction",
        "France Travail",
        ("Agence Les Carmes", "14 rue des Carmes", "72000 LE MANS"),
        "Avertissement avant sanction : absence à un entretien",
        (
            (
                "Vous étiez attendu à un entretien avec votre conseiller la semaine passée. Vous n'êtes pas "
                "venu et nous n'avons reçu aucune explication de votre part."
            ),
            (
                "Nous envisageons de suspendre votre allocation et de vous retirer de la liste des demandeurs d'emploi "
                "(articles L. 5412-1 et R. 5412-5 du code du travail)."
            ),
            (
                "Avant que nous prenions une décision, vous pouvez nous faire part de vos observations par écrit ou "
                "demander à être entendu, dans un délai de 10 jours à compter de la réception de la présente."
            ),
            "Pensez à joindre les pièces qui expliquent votre absence. La personne de votre choix peut vous assister.",
            "Veuillez recevoir nos salutations distinguées. Le directeur de l'agence",
        ),
        referred="Identifiant :",
        deadline=10,
    ),
    Spec(
        "overpayment_notice",
        "Caf de la Haute-Vienne",
        ("Service des prestations", "25 rue Firmin-Delage", "87000 LIMOGES"),
        "Un trop-perçu de {amount} est à rembourser",
        (
            (
                "Vos ressources ont été mises à jour. Nous avons recalculé vos droits : vous avez reçu trop d'aide au "
                "logement au cours des derniers mois."
            ),
            (
                "Vous nous devez donc {amount}. Sauf demande de votre part, cette somme sera retenue chaque "
                "mois sur vos prestations à venir."
            ),
            (
                "Vous n'êtes pas d'accord ? Écrivez à la commission de recours amiable dans les deux mois qui suivent "
                "cette notification. Vous pouvez aussi demander une remise de dette."
            ),
            "Nous restons à votre écoute au 3230.",
        ),
        (("Prestation", "aide personnalisée au logement"), ("Montant à rembourser", "{amount}")),
        referred="Numéro d'allocataire :",
    ),
    Spec(
        "employer_certificate",
        "BLANCHISSERIE DU CHATEAU",
        ("Zone artisanale Les Ormes", "18000 BOURGES"),
        "Certificat de travail",
        (
            (
                "Je soussigné, gérant de la Blanchisserie du Château, certifie que {title_name}, demeurant {street}, "
                "{town}, a fait partie de notre personnel en qualité de repasseur."
            ),
            "Le contrat a pris fin le {date}. Cette personne nous quitte libre de tout engagement.",
            (
                "Le maintien gratuit des garanties de santé et de prévoyance lui a été proposé dans les conditions de "
                "l'article L. 911-8 du code de la sécurité sociale."
            ),
            "Fait pour servir et valoir ce que de droit. Le gérant, P. Quesnel",
        ),
        addressed=False,
    ),
    Spec(
        "tax_notice",
        "Direction générale des finances publiques",
        ("Service des impôts des particuliers", "2 rue du Palais", "09000 FOIX"),
        "Avis d'impôt sur les revenus",
        (
            "Vous trouverez ci-après le résultat de votre déclaration de revenus.",
            (
                "Cet avis justifie de vos revenus auprès des organismes qui vous le demandent. Son authenticité "
                "peut être vérifiée sur le site impots.gouv.fr."
            ),
            "Si vous constatez une erreur, vous pouvez corriger votre déclaration en ligne.",
        ),
        (
            ("Revenu fiscal de référence", "14 618 €"),
            ("Nombre de parts", "1,50"),
            ("Impôt sur le revenu net", "{amount}"),
        ),
        dated="Date d'établissement : {date}",
        referred="Référence de l'avis :",
    ),
    Spec(
        "other",
        "Collège Simone-Veil",
        ("Secrétariat", "9 avenue du Stade", "65000 TARBES"),
        "Sortie des classes de cinquième",
        (
            (
                "Votre enfant participera avec sa classe à une sortie au parc national le {next}. Le départ se fera à "
                "8 heures devant le collège, le retour vers 17 heures 30."
            ),
            (
                "Merci de prévoir un repas froid, une gourde et de bonnes chaussures. La participation des "
                "familles est de 6 euros ; le foyer des élèves prend en charge le reste."
            ),
            "Nous vous prions de rendre le coupon signé au professeur principal.",
            "La principale, Mme Tessier",
        ),
    ),
)

"""Letters of the fifteenth set: offices and services that write to someone."""

from tests.generator.papers import Spec

TOLD = (
    Spec(
        kind="notice_before_sanction",
        sender="France Travail",
        address=("Agence Les Remparts", "27 boulevard de Strasbourg", "86000 POITIERS"),
        title="Avertissement avant sanction",
        referred="Identifiant :",
        deadline=10,
        body=(
            "Madame, Monsieur,",
            (
                "La semaine dernière, vous deviez participer à un entretien avec votre conseillère. Vous n'y étiez "
                "pas et nous n'avons pas reçu de justificatif."
            ),
            (
                "Nous envisageons de vous radier de la liste des demandeurs d'emploi pour une durée d'un mois et de"
                " suspendre le versement de votre allocation."
            ),
            (
                "Avant que la décision soit prise, vous pouvez faire part de vos observations par écrit ou demander"
                " un entretien dans un délai de 10 jours à compter de la notification du présent courrier."
            ),
            "Passé ce délai, nous statuerons au vu des éléments de votre dossier.",
            "La directrice de l'agence",
        ),
    ),
    Spec(
        kind="overpayment_notice",
        sender="Caf de la Vienne",
        address=("41 rue du Touffenet", "86044 POITIERS CEDEX 9"),
        title="Vous avez reçu trop d'aide au logement",
        referred="N° allocataire :",
        deadline=60,
        body=(
            "Bonjour,",
            (
                "Votre situation a changé : le montant de vos ressources a été corrigé. Pour les mois passés, nous "
                "vous avons versé {amount} de trop au titre de l'aide personnalisée au logement."
            ),
            (
                "Vous devez rembourser ce trop-perçu. Sans réponse de votre part, nous retiendrons une somme chaque"
                " mois sur vos prestations."
            ),
            (
                "Si vous n'êtes pas d'accord, vous pouvez saisir la commission de recours amiable dans un délai de "
                "60 jours à compter de la réception de ce courrier. Vous pouvez aussi demander une remise de votre "
                "dette."
            ),
            "Votre caisse d'allocations familiales",
        ),
    ),
    Spec(
        kind="energy_bill",
        sender="Volta Énergie",
        address=("Service clients particuliers", "TSA 40217", "59040 LILLE CEDEX"),
        title="Votre facture d'électricité",
        referred="Facture n°",
        dated="Facture du {date}",
        facts=(
            ("Titulaire du contrat", "{name}"),
            ("Lieu de consommation", "{street}, {town}"),
            ("Consommation relevée", "412 kWh"),
            ("Abonnement et taxes", "inclus"),
            ("Montant TTC à payer", "{amount}"),
        ),
        body=(
            ("Le montant de cette facture sera prélevé sur votre compte bancaire. Aucune démarche n'est nécessaire."),
            (
                "Votre consommation est comparée à celle de la même période de l'année précédente dans votre espace"
                " client."
            ),
            "Dépannage électricité : appelez Enedis, jour et nuit, au numéro indiqué sur votre compteur.",
        ),
    ),
    Spec(
        kind="tax_notice",
        sender="Direction générale des finances publiques",
        address=("Service des impôts des particuliers", "15 rue Riffault", "86000 POITIERS"),
        title="Avis d'impôt sur les revenus",
        referred="Référence de l'avis :",
        dated="Date d'établissement : {date}",
        facts=(
            ("Déclarant 1", "{name}"),
            ("Numéro fiscal", "30 41 258 963 147"),
            ("Nombre de parts", "1,50"),
            ("Revenu fiscal de référence", "16 842 €"),
            ("Impôt sur le revenu net", "0 €"),
        ),
        body=(
            (
                "Vous n'avez pas d'impôt sur le revenu à payer. Cet avis justifie de votre situation auprès des "
                "organismes qui vous le demandent."
            ),
            "Son authenticité peut être vérifiée en ligne avec le numéro fiscal et la référence de l'avis.",
        ),
    ),
    Spec(
        kind="other",
        sender="École élémentaire Jean-Macé",
        address=("8 rue des Tilleuls", "27200 VERNON"),
        title="Sortie au musée des classes de CE2",
        body=(
            "Chers parents,",
            (
                "Les deux classes de CE2 visiteront le musée de la Mine avec leurs maîtresses. Le départ se fera en"
                " car devant l'école et le retour est prévu avant la fin des cours."
            ),
            "Merci de prévoir un pique-nique, une gourde et des chaussures de marche.",
            (
                "Deux accompagnateurs sont encore les bienvenus dans chaque classe : faites-vous connaître auprès "
                "de l'enseignante."
            ),
            "La directrice",
        ),
    ),
)

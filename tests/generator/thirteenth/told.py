"""What the letters of this set say, in wordings of their own."""

from tests.generator.papers import Spec

TOLD = (
    Spec(
        "notice_before_sanction",
        "France Travail",
        ("Agence de Bourges Gionne", "TSA 40127 - 18023 BOURGES CEDEX"),
        "Avertissement avant radiation de la liste des demandeurs d'emploi",
        (
            "Madame, Monsieur,",
            (
                "Vous étiez convoqué à un entretien dans notre agence. Vous n'y êtes pas venu et nous n'avons pas "
                "reçu de justificatif de votre absence."
            ),
            (
                "Une radiation de la liste des demandeurs d'emploi est envisagée à votre encontre, avec suppression "
                "du revenu de remplacement pour un mois."
            ),
            (
                "Vous disposez d'un délai de dix jours à compter de la réception de ce courrier pour présenter vos "
                "observations écrites, ou demander à être entendu par la directrice de l'agence."
            ),
            "La directrice de l'agence",
        ),
        facts=(("Identifiant", "{name}"), ("Agence", "Bourges Gionne")),
        dated="Bourges, le {long_date}",
        referred="Nos références :",
        deadline=10,
    ),
    Spec(
        "overpayment_notice",
        "Caf de la Drôme",
        ("Allocations familiales", "10 rue de la Fontaine - 26000 VALENCE"),
        "Vous devez rembourser un trop-perçu",
        (
            "Madame, Monsieur,",
            (
                "Vos ressources ont changé. En étudiant à nouveau vos droits, il apparaît que nous vous avons versé "
                "{amount} de trop au titre de la prime d'activité."
            ),
            "Cette somme sera retenue sur vos prestations à partir du {next}, sauf si vous la remboursez avant.",
            (
                "Si vous contestez cette décision, vous pouvez saisir la commission de recours amiable dans un "
                "délai de deux mois."
            ),
            "Le directeur de la Caf",
        ),
        facts=(("Allocataire", "{name}"), ("Montant du trop-perçu", "{amount}")),
        dated="Le {date}",
        referred="N° allocataire :",
    ),
    Spec(
        "rent_receipt",
        "Habitat Vendéen",
        ("Office public de l'habitat", "4 avenue du Général-Leclerc", "85000 LA ROCHE-SUR-YON"),
        "Quittance de loyer - {month}",
        (
            (
                "Nous soussignés, Habitat Vendéen, bailleur du logement situé {street}, {town}, déclarons avoir "
                "reçu de {title_name} la somme de {amount} au titre du loyer et des charges du mois de {month}."
            ),
            (
                "Cette quittance annule tous les reçus qui auraient pu être donnés pour le même mois. Elle est à "
                "conserver pendant trois ans."
            ),
        ),
        facts=(("Locataire", "{title_name}"), ("Mois", "{month}"), ("Loyer et charges", "{amount}")),
        dated="La Roche-sur-Yon, le {date}",
        referred="Contrat n°",
    ),
    Spec(
        "energy_bill",
        "Électricité du Bocage",
        ("Service clients - BP 80021", "79003 NIORT CEDEX", "Tél. 09 70 00 00 00 (appel non surtaxé)"),
        "Facture d'électricité",
        (
            "Montant total à payer : {amount} TTC. Prélèvement le {next} sur votre compte bancaire.",
            "Abonnement 6 kVA, heures pleines heures creuses. Consommation : 684 kWh relevés par votre compteur Linky.",
            "Accise sur l'électricité et contribution tarifaire d'acheminement comprises. TVA à 20 %.",
            "Vous avez droit au chèque énergie ? Il peut servir à payer cette facture.",
        ),
        facts=(
            ("Client", "{name}"),
            ("Point de livraison (PDL)", "19 354 882 106 447"),
            ("À payer avant le", "{next}"),
        ),
        dated="Facture du {date}",
        referred="Facture n°",
    ),
    Spec(
        "other",
        "Communauté de communes du Haut-Plateau",
        ("Service de la petite enfance", "2 rue Jules-Ferry", "43000 LE PUY-EN-VELAY"),
        "Inscription à la crèche : place disponible",
        (
            "Madame, Monsieur,",
            (
                "La commission d'attribution a retenu votre demande. Une place est proposée à votre enfant à "
                "compter du {next}."
            ),
            "Merci de prendre contact avec la directrice de la structure pour fixer la date du premier accueil.",
            "Le vice-président délégué",
        ),
        facts=(("Famille", "{name}"),),
        dated="Le Puy-en-Velay, le {long_date}",
        referred="Dossier",
    ),
)

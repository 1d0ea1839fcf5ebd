"""What the letters of this set say, in wordings of their own."""

from tests.generator.papers import Spec

LETTERS = (
    Spec(
        "notice_before_sanction",
        "Département du Val d'Arcombe",
        ("Pôle insertion et emploi", "Hôtel du Département - 2 esplanade Simone-Veil", "70000 VESOUL"),
        "Suspension envisagée de votre RSA",
        (
            "Madame, Monsieur,",
            (
                "Vous ne vous êtes pas rendu au rendez-vous d'accompagnement fixé par votre référente et aucune excuse "
                "ne nous est parvenue. Votre contrat d'engagement n'est donc pas respecté."
            ),
            "J'envisage en conséquence de suspendre pour partie votre allocation à partir du {next}.",
            (
                "Avant que je me prononce, vous pouvez faire connaître vos explications, par écrit ou devant l'équipe "
                "pluridisciplinaire, sous quinze jours après réception du présent courrier. Vous pouvez vous faire "
                "assister par la personne de votre choix."
            ),
            "Pour le président du conseil départemental, la cheffe de service",
        ),
        facts=(("Allocataire", "{name}"), ("Votre référente", "Mme Lacombe")),
        dated="Vesoul, le {long_date}",
        referred="Dossier suivi sous le numéro",
        deadline=15,
    ),
    Spec(
        "overpayment_notice",
        "Caisse primaire d'assurance maladie de la Haute-Seille",
        ("Service recouvrement", "TSA 70113 - 12000 RODEZ CEDEX"),
        "Indemnités journalières versées à tort",
        (
            "Madame, Monsieur,",
            (
                "En contrôlant votre dossier, nous avons vu que des indemnités journalières vous ont été réglées pour "
                "des jours où vous aviez repris votre activité. La somme de {amount} ne vous était pas due."
            ),
            (
                "Nous vous demandons de la rembourser. À défaut, elle sera retenue sur vos prochains versements à "
                "compter du {next}."
            ),
            (
                "Voies de recours : la commission de recours amiable peut être saisie dans les deux mois. Vous pouvez "
                "aussi solliciter une remise ou un échéancier auprès du service recouvrement."
            ),
            "La correspondante du pôle recouvrement",
        ),
        facts=(("N° de sécurité sociale", "{nir}"), ("Montant réclamé", "{amount}")),
        dated="Le {date}",
        referred="Réf. de la créance",
    ),
    Spec(
        "rent_receipt",
        "Indivision Carpentier-Vial",
        ("Chez Me Pruvost, gérant", "14 cours Voltaire", "24000 PÉRIGUEUX"),
        "Quittance du terme de {month}",
        (
            (
                "Reçu de {title_name}, locataire de l'appartement du deuxième étage au {street}, {town}, la somme de "
                "{amount} en paiement du loyer et de l'avance sur charges du terme ci-dessus, dont quittance."
            ),
            "Loyer principal, ordures ménagères et eau froide compris. Paiement reçu par virement.",
            "La présente ne vaut pas renonciation aux sommes encore dues. À garder trois ans par le locataire.",
            "Le gérant de l'indivision",
        ),
        facts=(("Terme", "{month}"), ("Somme reçue", "{amount}")),
        dated="Périgueux, le {long_date}",
        referred="Quittance n°",
    ),
    Spec(
        "other",
        "Régie des eaux du Pays de Solanne",
        ("Accueil des abonnés : 6 place de la Halle", "55000 BAR-LE-DUC"),
        "Travaux sur le réseau de votre rue",
        (
            "Madame, Monsieur,",
            (
                "Nos équipes remplaceront la conduite d'eau potable de votre rue. La distribution sera interrompue le "
                "{next} de 8 h 30 à 16 h."
            ),
            (
                "Pensez à faire une réserve d'eau la veille. Une eau trouble peut couler quelques minutes à la reprise "
                ": elle est sans danger."
            ),
            "Nous vous prions de nous excuser pour cette gêne.",
            "Le responsable d'exploitation",
        ),
        facts=(("Point de livraison", "{street}"),),
        dated="Bar-le-Duc, le {long_date}",
        referred="Chantier",
    ),
    Spec(
        "energy_bill",
        "Hydréa Gaz et Électricité",
        ("Service clients - TSA 11522", "81000 ALBI CEDEX", "Dépannage gaz 24 h sur 24"),
        "Votre facture de gaz naturel : {amount} TTC",
        (
            (
                "Cette facture est établie sur relevé de votre compteur communicant. Elle sera prélevée le {next} sur "
                "le compte que vous nous avez indiqué."
            ),
            (
                "Abonnement : 22,14 euros. Consommation : 412 kWh convertis. Taxe intérieure et contribution tarifaire "
                "d'acheminement comprises. TVA 5,5 % et 20 %."
            ),
            (
                "Chèque énergie : envoyez-le avec vos coordonnées à l'adresse ci-dessus, ou saisissez son numéro dans "
                "votre espace."
            ),
            "En cas de désaccord, le médiateur national de l'énergie peut être saisi après une réclamation écrite.",
        ),
        facts=(("Titulaire", "{name}"), ("PCE", "19 482 771 604 512"), ("Échéance", "{next}")),
        dated="Facture émise le {date}",
        referred="Facture n°",
    ),
)

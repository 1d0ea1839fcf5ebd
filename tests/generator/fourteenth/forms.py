"""Forms of the fourteenth set: facts with their labels, few sentences."""

from tests.generator.papers import Spec

FORMS = (
    Spec(
        "bank_details",
        "Banque Coopérative des Pays de Loire",
        ("Agence République", "72000 LE MANS"),
        "Relevé d'identité bancaire",
        ("Ce relevé est destiné à vos créanciers ou débiteurs qui doivent faire virer ou prélever sur votre compte.",),
        (
            ("Titulaire du compte", "{title_name}"),
            ("Adresse", "{street}, {town}"),
            ("Banque, guichet, compte, clé", "{bank}"),
            ("IBAN", "{iban_spaced}"),
            ("BIC", "BCPLFR2NXXX"),
            ("Domiciliation", "LE MANS REPUBLIQUE"),
        ),
        dated="",
        referred="IBAN",
        form=True,
        addressed=False,
    ),
    Spec(
        "rent_receipt",
        "Office public de l'habitat du Gers",
        ("Agence d'Auch", "6 place de la Libération", "32000 AUCH"),
        "Quittance de loyer",
        (
            (
                "Nous avons reçu du locataire ci-dessus la somme indiquée, en paiement du loyer et des charges "
                "du mois, et lui en donnons quittance sous réserve de tous nos droits."
            ),
        ),
        (
            ("Locataire", "{title_name}"),
            ("Logement loué", "{street}, {town}"),
            ("Mois", "{month}"),
            ("Loyer principal", "{amount}"),
            ("Provision pour charges", "48,00 €"),
            ("Mode de règlement", "prélèvement automatique"),
        ),
        dated="Quittance du {date}",
        referred="N° de contrat :",
        form=True,
    ),
    Spec(
        "energy_bill",
        "Énergie Verte de France",
        ("Service clients", "TSA 40012", "59887 LILLE CEDEX 9"),
        "Votre facture d'électricité",
        (
            "Le montant sera prélevé sur votre compte le {next}. Votre prochain relevé aura lieu dans deux mois.",
            "Une question sur votre contrat ? Un conseiller vous répond du lundi au samedi de 8 h à 20 h.",
        ),
        (
            ("Client", "{title_name}"),
            ("Lieu de consommation", "{street}, {town}"),
            ("Offre", "Tarif bleu résidentiel, 6 kVA, base"),
            ("Consommation relevée", "412 kWh"),
            ("Abonnement et consommation TTC", "{amount}"),
            ("Montant à payer", "{amount}"),
        ),
        dated="Facture du {date}",
        referred="Facture n°",
        form=True,
    ),
    Spec(
        "sick_leave",
        "Dr Hélène Courtois",
        ("Médecine générale", "3 rue Nationale", "48000 MENDE"),
        "Avis d'arrêt de travail",
        (
            "Volet à adresser à la caisse d'assurance maladie dans les quarante-huit heures.",
            "L'assuré doit rester chez lui de 9 h à 11 h et de 14 h à 16 h, sauf en cas de soins ou d'examens.",
        ),
        (
            ("Assuré", "{title_name}"),
            ("Numéro d'immatriculation", "{nir}"),
            ("Adresse", "{street}, {town}"),
            ("Nature de l'arrêt", "arrêt initial"),
            ("Arrêt de travail jusqu'au", "{next} inclus"),
            ("Sorties autorisées", "oui"),
        ),
        dated="Fait le {date}",
        form=True,
        addressed=False,
    ),
)

# ruff: noqa: E501, ISC004 - texts, in lines as they come
"""Papers of every kind, worded as the reader is tuned on. Bodies are public ones; every person and firm is invented."""

from tests.generator.papers import Spec

GREETING = "Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées."

PAPERS = (
    Spec("bank_details", "Crédit Rural du Centre", ("Agence de Guéret", "3 place Bonnyaud", "23000 GUERET"),
         "Relevé d’identité bancaire", facts=(("Titulaire du compte", "{title_name}"), ("Domiciliation", "Guéret Centre"),
         ("Banque  Guichet  Compte  Clé", "{bank}"), ("IBAN", "{iban_spaced}"), ("BIC", "CRUCFR2GXXX")),
         body=("Ce relevé est destiné à être remis à vos créanciers ou débiteurs.",), dated="", referred="IBAN", form=True),
    Spec("notice_before_sanction", "France Travail", ("Agence de Cahors", "12 rue Wilson", "46000 CAHORS"),
         "Avertissement avant radiation", referred="Vos références :", deadline=10,
         body=("Vous n’avez pas répondu à notre convocation du {date}. Nous envisageons de vous radier de la liste des "
               "demandeurs d’emploi.", "Vous disposez d’un délai de 10 jours à compter de la réception de ce courrier pour "
               "présenter vos observations écrites.", GREETING)),
    Spec("overpayment_notice", "Caisse d’allocations familiales", ("CAF du Lot", "304 rue Victor Hugo", "46000 CAHORS"),
         "Notification d’indu", referred="N° dossier :",
         body=("Vous avez reçu à tort la somme de {amount} pour votre aide au logement, de janvier à mars.",
               "Vous pouvez contester cette décision dans un délai de deux mois devant la commission de recours amiable, "
               "ou demander une remise de dette.", GREETING)),
    Spec("employer_certificate", "Menuiserie Vasseur", ("8 rue des Ateliers", "58000 NEVERS"), "Certificat de travail",
         body=("Je soussigné, gérant de l’entreprise Menuiserie Vasseur, certifie avoir employé {title_name}, demeurant "
               "{street}, {town}, du 02/03/2020 au {date} en qualité de menuisier.", "{name} quitte l’entreprise libre de tout "
               "engagement.", "Pour servir et valoir ce que de droit."), dated="Fait à {town_name}, le {date}", form=True),
    Spec("rent_receipt", "Agence Immobilière du Parc", ("25 avenue du Parc", "88000 EPINAL"), "Quittance de loyer",
         referred="Quittance n°", facts=(("Locataire", "{title_name}"), ("Logement", "{street}, {town}"), ("Loyer hors charges",
         "{amount}"), ("Provision pour charges", "45,00 €"), ("Période", "{month}")),
         body=("Le bailleur reconnaît avoir reçu du locataire le loyer et les charges de la période désignée ci-dessus.",),
         dated="Fait à {town_name}, le {date}", form=True),
    Spec("energy_bill", "Électricité des Vallées", ("TSA 40112", "33000 BORDEAUX CEDEX"), "Votre facture d’électricité",
         referred="N° de facture :", dated="Facture du {date}", facts=(("Point de livraison (PDL)", "14255566778899"),
         ("Consommation", "412 kWh"), ("Abonnement", "14,20 €"), ("TVA", "9,90 €"), ("Total TTC", "{amount}")),
         body=("Montant prélevé le {next}.",)),
    Spec("tax_notice", "Direction générale des finances publiques", ("SIP de Nevers", "58000 NEVERS"),
         "Avis d’impôt sur les revenus", referred="Référence de l’avis :", dated="Date d’établissement : {date}",
         facts=(("Numéro fiscal", "30 22 112 334 556"), ("Nombre de parts", "2,5"), ("Revenu fiscal de référence", "18 245"),
                ("Impôt sur le revenu net", "0")), body=("Vous n’êtes pas imposable sur vos revenus.",)),
    Spec("identity", "République française", (), "Carte nationale d’identité", facts=(("Nom / Surname", "{name}"),
         ("Prénoms / Given names", "Marie"), ("Sexe / Sex", "F"), ("Nationalité / Nationality", "FRA"), ("Date de naissance",
         "12 03 1984"), ("Lieu de naissance", "CAHORS"), ("N° du document", "{card}"), ("Date d’expiration", "14 05 2031")),
         dated="", referred="N° du document", form=True, addressed=False),
    Spec("sick_leave", "Dr Solène Le Goff", ("Médecin généraliste", "5 rue des Écoles", "15000 AURILLAC"),
         "Avis d’arrêt de travail", facts=(("Assuré(e)", "{title_name}"), ("N° d’immatriculation", "{nir}"),
         ("Employeur", "Garage Weber"), ("Je prescris un arrêt de travail jusqu’au", "{next}"), ("Sorties autorisées", "oui")),
         body=("Volet 3, à conserver par l’assuré. Adressez les volets 1 et 2 sous 48 heures.",), dated="Date : {date}",
         deadline=2, form=True),
    Spec("employment_contract", "Propreté Saint-Lazare", ("44 rue de la Gare", "58000 NEVERS"),
         "Contrat de travail à durée déterminée", body=("Entre les soussignés : la société Propreté Saint-Lazare, dont le siège "
         "est 44 rue de la Gare, d’une part, et {title_name}, demeurant {street}, {town}, d’autre part, il a été convenu ce "
         "qui suit.", "Article 1 – {name} est engagé(e) en qualité d’agent de service.", "Article 2 – La période d’essai est "
         "d’un mois.", "Article 3 – La durée du travail est de 30 heures par semaine."),
         dated="Fait à {town_name}, le {date}, en deux exemplaires", form=True),
    Spec("other", "Médiathèque des Quatre Vents", ("3 place de l’Église", "46000 CAHORS"), "Rappel de prêt",
         referred="Réf. :", body=("Trois ouvrages empruntés le mois dernier sont à rendre.", "Nous vous remercions de les "
         "rapporter à l’accueil aux heures d’ouverture.", GREETING)),
    Spec("other", "Syndicat des eaux de la Brenne", ("2 chemin du Lavoir", "58000 NEVERS"), "Coupure d’eau",
         body=("Des travaux auront lieu dans votre rue la semaine prochaine.", "L’eau sera coupée de 9 h à 12 h. Prévoyez "
               "une réserve.", GREETING)),
)  # fmt: skip

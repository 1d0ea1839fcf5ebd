# ruff: noqa: E501 - tables of words, in lines as they come
"""Other papers in this set's own wordings."""

from tests.generator.papers import Spec

PAPERS = (
    Spec(
        "bank_details",
        "Banque Coopérative de l'Armor",
        ("Agence Morlaix Viarmes", "2 place des Otages, 29600 MORLAIX"),
        "Relevé d'identité bancaire",
        facts=(("Titulaire du compte", "{title_name}"), ("Domiciliation", "BCA MORLAIX VIARMES"), ("IBAN", "{iban_spaced}"),
               ("BIC", "BCARFRPPXXX"), ("Banque   Guichet   N° compte   Clé", "{bank}")),
        body=("À remettre à tout organisme qui doit inscrire des opérations à votre compte (virements, prélèvements, etc.).",),
        dated="Édité le {date}",
        referred="IBAN",
        form=True,
    ),
    Spec(
        "notice_before_sanction",
        "France Travail",
        ("Direction territoriale des Hautes-Pyrénées", "Agence Tarbes Pyrénées", "CS 40217 - 65013 TARBES CEDEX"),
        "Manquement à vos obligations : avertissement avant sanction",
        (
            "Madame, Monsieur,",
            ("Vous deviez prendre part à l'atelier « Valoriser ses atouts » fixé par votre conseillère. Or vous n'y étiez pas, et nous "
            "n'avons reçu aucun justificatif à ce jour."),
            ("Nous envisageons de suspendre votre allocation pour une durée d'un mois, en application de l'article R. 5412-1 du code "
            "du travail."),
            ("Vous avez dix jours, à compter de la notification de ce courrier, pour nous faire connaître vos observations par écrit "
            "ou demander un entretien. Vous pouvez vous faire assister par la personne de votre choix."),
            "Passé ce délai, nous prendrons notre décision au vu des éléments en notre possession.",
        ),
        dated="Tarbes, le {long_date}",
        referred="Identifiant",
        deadline=10,
    ),
    Spec(
        "notice_before_sanction",
        "Caisse d'allocations familiales des Ardennes",
        ("Service RSA", "4 place de la Gare", "08100 CHARLEVILLE-MEZIERES"),
        "RSA : suspension envisagée de votre allocation",
        (
            "Madame, Monsieur,",
            ("Le Conseil départemental nous informe que vous n'avez pas signé votre contrat d'engagement. Votre revenu de solidarité "
            "active, d'un montant de {amount} par mois, peut de ce fait être suspendu."),
            ("Avant que cette sanction soit prononcée, l'équipe pluridisciplinaire vous invite à présenter vos explications. Adressez-les "
            "par écrit dans les 15 jours qui suivent la date de réception de cette lettre."),
            "Nous restons à votre écoute et vous prions d'agréer nos salutations.",
        ),
        dated="Le {date}",
        referred="N° allocataire :",
        deadline=15,
    ),
    Spec(
        "overpayment_notice",
        "MSA Auvergne",
        ("Service Prestations familiales", "75 boulevard François-Mitterrand", "63972 CLERMONT-FERRAND CEDEX 9"),
        "Notification d'indu - prime d'activité",
        (
            "Bonjour,",
            ("En contrôlant vos déclarations trimestrielles, nous avons constaté que des sommes vous ont été versées en trop. Vous nous "
            "devez {amount}."),
            "Motif : les salaires déclarés au trimestre passé ne correspondent pas à ceux transmis par votre employeur.",
            ("Merci de rembourser ce montant sous 30 jours, par virement ou par chèque. Sans règlement, la somme sera déduite chaque "
            "mois de vos prestations."),
            "Si votre situation ne vous permet pas de régler en une fois, appelez-nous pour convenir d'un échéancier.",
        ),
        dated="Clermont-Ferrand, le {long_date}",
        referred="Dossier n°",
        deadline=30,
    ),
    Spec(
        "employer_certificate",
        "Conserverie du Goëland",
        ("ZI de Kergaradec", "29850 GOUESNOU", "Siret 642 118 905 00023"),
        "Attestation d'emploi",
        (
            ("Je soussignée, Mme Bérengère Lagarde, responsable du personnel, certifie que {title_name}, demeurant {street} à {town}, "
            "fait partie de nos effectifs depuis le 2 septembre 2019 en qualité d'ouvrier de conditionnement."),
            "Le contrat est à durée indéterminée, à temps complet. Le salaire brut mensuel s'élève à 1 874,20 €.",
            "L'intéressé(e) n'est ni en période d'essai, ni en préavis de démission ou de licenciement.",
            "La présente attestation est délivrée pour servir et valoir ce que de droit.",
        ),
        dated="Fait à Gouesnou, le {long_date}",
        addressed=False,
    ),
    Spec(
        "rent_receipt",
        "SCI Les Glycines",
        ("c/o M. Tanguy Pasquier", "9 quai des Mariniers", "71300 MONTCEAU-LES-MINES"),
        "Quittance de loyer - {month}",
        facts=(("Locataire", "{title_name}"), ("Logement loué", "{street}, {town}"), ("Loyer hors charges", "412,00 €"),
               ("Provision pour charges", "46,50 €"), ("Total réglé", "458,50 €"), ("Aide au logement déduite", "187,00 €")),
        body=(
            ("Le bailleur déclare avoir reçu du locataire la somme de 458,50 € au titre du loyer et des charges du mois de {month} et lui "
            "en donne quittance, sous réserve de tous droits."),
        ),
        dated="Pour quittance, le {date}",
        form=True,
    ),
    Spec(
        "energy_bill",
        "Luméa Énergie",
        ("Service clients 09 69 00 00 00", "TSA 71204 - 35094 RENNES CEDEX 9"),
        "Votre facture d'électricité",
        facts=(("Titulaire du contrat", "{title_name}"), ("Lieu de consommation", "{street}, {town}"), ("PDL", "14 582 336 907 114"),
               ("Consommation", "418 kWh"), ("Abonnement HT", "13,14 €"), ("Montant à payer TTC", "{amount}"),
               ("Prélèvement prévu le", "{next}")),
        body=("Votre prochaine relève aura lieu dans deux mois. Le chèque énergie est accepté pour le règlement de cette facture.",),
        dated="Facture du {date}",
        referred="N° de facture",
        form=True,
    ),
    Spec(
        "tax_notice",
        "Direction générale des Finances publiques",
        ("SIP DE RODEZ", "2 place d'Armes", "12000 RODEZ"),
        "Avis de situation déclarative à l'impôt sur le revenu",
        facts=(("Déclarant 1", "{title_name}"), ("Nombre de parts", "1,50"), ("Revenu brut global", "17 402"),
               ("Revenu fiscal de référence", "15 662"), ("Impôt sur le revenu net", "0"), ("Montant restant dû", "0,00 €")),
        body=("Cet avis vous permet de justifier de vos revenus auprès d'organismes tiers. Aucune somme n'est à payer.",),
        dated="Date d'établissement : {date}",
        referred="Référence de l'avis :",
        form=True,
    ),
    Spec(
        "identity",
        "République française",
        (),
        "Carte nationale d'identité",
        dated="",
        referred="N° du document",
        form=True,
    ),
    Spec(
        "sick_leave",
        "Docteur Hélène Thévenot",
        ("Médecine générale - conventionnée secteur 1", "14 cours de la Liberté, 26200 MONTELIMAR", "N° RPPS 10103857264"),
        "Avis d'arrêt de travail",
        facts=(("Nature", "Prescription initiale"), ("Assuré(e)", "{title_name}"), ("N° d'immatriculation", "{nir}"),
               ("Adresse de visite", "{street}, {town}"), ("Arrêt prescrit jusqu'au", "{next} inclus"), ("Sorties", "autorisées sans restriction"),
               ("En rapport avec une ALD", "non")),
        body=("Volet 3 à remettre à l'employeur. Les volets 1 et 2 sont à envoyer sous 48 heures à la caisse d'assurance maladie.",),
        dated="Examen du {date}",
        deadline=2,
        form=True,
    ),
    Spec(
        "employment_contract",
        "SAS Verrerie du Val",
        ("12 ZA des Platanes, 52000 CHAUMONT", "RCS Chaumont 638 204 117"),
        "Contrat de travail à durée déterminée",
        (
            ("Entre la société SAS Verrerie du Val, représentée par son gérant, ci-après « l'employeur », et {title_name}, demeurant "
            "{street}, {town}, n° de sécurité sociale {nir}, ci-après « le salarié », il est convenu ce qui suit :"),
            ("Article 1 - Engagement. Le salarié est engagé à compter du {next} pour une durée de six mois, en remplacement d'une "
            "salariée absente, en qualité de trieur, coefficient 155."),
            "Article 2 - Période d'essai. Le contrat ne devient ferme qu'après un essai de deux semaines.",
            "Article 3 - Durée du travail et rémunération. Pour 35 heures par semaine, le salarié perçoit 1 842,60 € bruts par mois.",
            "Article 4 - Congés payés. Deux jours et demi par mois de travail effectif.",
        ),
        dated="Fait en deux exemplaires à Chaumont, le {date}",
        addressed=False,
    ),
    Spec(
        "other",
        "Collège Jean-Rostand",
        ("Rue du Stade", "43000 LE PUY-EN-VELAY", "Académie de Clermont-Ferrand"),
        "Certificat de scolarité",
        (
            ("La principale du collège soussignée certifie que l'élève {name}, né(e) le 11 février 2012, est inscrit(e) en classe de "
            "4e B pour l'année scolaire en cours, sous le régime de la demi-pension."),
            "Certificat établi à la demande de la famille.",
        ),
        dated="Le Puy-en-Velay, le {date}",
        addressed=False,
    ),
    Spec(
        "other",
        "Régie Immobilière Pasquier",
        ("Gestion locative", "18 boulevard Gambetta", "79000 NIORT"),
        "Visite annuelle d'entretien de votre chaudière",
        (
            "Madame, Monsieur,",
            ("Comme le prévoit votre bail, la chaudière de votre logement doit être entretenue une fois par an. Nous n'avons pas reçu "
            "l'attestation de l'année passée."),
            ("Merci de nous la faire parvenir sous huit jours ou de prendre rendez-vous avec l'entreprise Clim & Froid Ouest, "
            "qui intervient dans l'immeuble le {next}."),
            "Bien cordialement,",
        ),
        dated="Niort, le {long_date}",
        referred="Nos réf. :",
        deadline=8,
    ),
)  # fmt: skip

"""Contributions as these layouts word them: group, wording, share of the gross, employee's and employer's per cent."""

from tests.generator.eighth.month import Scheme

OFFICIAL: Scheme = (
    ("SANTÉ", "Sécurité sociale - Maladie Maternité Invalidité Décès", "1", "0", "7.000"),
    ("SANTÉ", "Complémentaire - Incapacité Invalidité Décès", "1", "0.400", "0.400"),
    ("ACCIDENTS DU TRAVAIL - MALADIES PROFESSIONNELLES", "", "1", "0", "1.880"),
    ("RETRAITE", "Sécurité sociale plafonnée", "1", "6.900", "8.550"),
    ("RETRAITE", "Sécurité sociale déplafonnée", "1", "0.400", "2.020"),
    ("RETRAITE", "Complémentaire Tranche 1", "1", "4.010", "6.010"),
    ("FAMILLE", "", "1", "0", "3.450"),
    ("ASSURANCE CHÔMAGE", "", "1", "0", "4.250"),
    ("AUTRES CONTRIBUTIONS DUES PAR L'EMPLOYEUR", "", "1", "0", "1.466"),
    ("CSG déductible de l'impôt sur le revenu", "", "0.9825", "6.800", "0"),
    ("CSG/CRDS non déductible de l'impôt sur le revenu", "", "0.9825", "2.900", "0"),
)
GROUP: Scheme = (
    ("Santé", "Maladie - maternité - invalidité - décès", "1", "0", "13.000"),
    ("Santé", "Prévoyance incapacité-décès", "1", "0.520", "0.780"),
    ("Accidents du travail", "Accidents du travail - mal. prof.", "1", "0", "2.440"),
    ("Retraite", "Vieillesse plafonnée", "1", "6.900", "8.550"),
    ("Retraite", "Vieillesse déplafonnée", "1", "0.400", "2.020"),
    ("Retraite", "Retraite complémentaire T1", "1", "3.150", "4.720"),
    ("Retraite", "Contribution d'équilibre général T1", "1", "0.860", "1.290"),
    ("Famille", "Allocations familiales", "1", "0", "5.250"),
    ("Chômage", "Assurance chômage - AGS", "1", "0", "4.250"),
    ("Divers", "Autres contributions employeur", "1", "0", "3.020"),
    ("CSG-CRDS", "CSG déductible", "0.9825", "6.800", "0"),
    ("CSG-CRDS", "CSG-CRDS non déductible", "0.9825", "2.900", "0"),
)
SITES: Scheme = (
    ("", "Sécurité sociale maladie", "1", "0", "7.000"),
    ("", "Accident du travail", "1", "0", "5.340"),
    ("", "Vieillesse plafonnée TA", "1", "6.900", "8.550"),
    ("", "Vieillesse déplafonnée", "1", "0.400", "2.020"),
    ("", "Allocations familiales", "1", "0", "3.450"),
    ("", "Assurance chômage + AGS", "1", "0", "4.250"),
    ("", "PRO BTP Retraite T1", "1", "4.010", "6.010"),
    ("", "PRO BTP Prévoyance ouvrier", "1", "0.870", "1.720"),
    ("", "OPPBTP", "1", "0", "0.110"),
    ("", "Congés payés et intempéries BTP", "1", "0", "19.700"),
    ("", "FNAL, formation, apprentissage", "1", "0", "1.680"),
    ("", "CSG déductible", "0.9825", "6.800", "0"),
    ("", "CSG-CRDS non déductible", "0.9825", "2.900", "0"),
)
STATE: Scheme = (
    ("401110", "C.S.G. NON DEDUCTIBLE", "0.9825", "2.400", "0"),
    ("401210", "C.S.G. DEDUCTIBLE", "0.9825", "6.800", "0"),
    ("401310", "C.R.D.S. NON DEDUCTIBLE", "0.9825", "0.500", "0"),
    ("403301", "COT PAT FNAL DEPLAFONNEE", "0.80", "0", "0.500"),
    ("403501", "COT PAT ALLOC FAMIL", "0.80", "0", "5.250"),
    ("404001", "COT PAT MALADIE DEPLAFON", "0.80", "0", "9.700"),
    ("411050", "COT PAT VST MOBILITE", "0.80", "0", "1.250"),
    ("101050", "RETENUE PC", "0.80", "11.100", "74.280"),
    ("501080", "COT SAL RAFP", "0.16", "5.000", "5.000"),
)
HOSPITAL: Scheme = (
    ("", "CNRACL PART AGENT", "0.84", "11.100", "31.650"),
    ("", "ATIACL", "0.84", "0", "0.400"),
    ("", "RAFP", "0.16", "5.000", "5.000"),
    ("", "URSSAF MALADIE", "0.84", "0", "9.880"),
    ("", "ALLOCATIONS FAMILIALES", "0.84", "0", "5.250"),
    ("", "FNAL SUPPLEMENTAIRE", "0.84", "0", "0.500"),
    ("", "TAXE SUR LES SALAIRES", "1", "0", "6.110"),
    ("", "FONDS EMPLOI HOSPITALIER", "0.84", "0", "1.000"),
    ("", "CSG DEDUCTIBLE", "0.9825", "6.800", "0"),
    ("", "CSG NON DEDUCTIBLE ET CRDS", "0.9825", "2.900", "0"),
)
NURSERY: Scheme = (
    ("", "Sécurité sociale", "1", "7.300", "21.600"),
    ("", "Retraite complémentaire", "1", "4.010", "6.010"),
    ("", "Prévoyance", "1", "1.040", "1.870"),
    ("", "Assurance chômage", "1", "0", "4.050"),
    ("", "CSG et CRDS non déductibles", "0.9825", "2.900", "0"),
    ("", "CSG déductible", "0.9825", "6.800", "0"),
)
MISSIONS: Scheme = (
    ("Santé", "Sécurité sociale maladie maternité", "1", "0", "7.000"),
    ("Santé", "Prévoyance intérimaire", "1", "0.380", "0.610"),
    ("Accidents du travail", "Accidents du travail", "1", "0", "3.620"),
    ("Retraite", "Vieillesse plafonnée", "1", "6.900", "8.550"),
    ("Retraite", "Vieillesse déplafonnée", "1", "0.400", "2.020"),
    ("Retraite", "Complémentaire tranche 1", "1", "4.010", "6.010"),
    ("Famille", "Allocations familiales", "1", "0", "3.450"),
    ("Chômage", "Assurance chômage", "1", "0", "4.280"),
    ("Autres", "Autres contributions employeur", "1", "0", "4.110"),
    ("CSG", "CSG déductible de l'impôt", "0.9825", "6.800", "0"),
    ("CSG", "CSG/CRDS non déductible de l'impôt", "0.9825", "2.900", "0"),
)
FARM: Scheme = (
    ("", "Assurances sociales agricoles", "1", "0", "7.000"),
    ("", "Assurance vieillesse plafonnée", "1", "6.900", "8.550"),
    ("", "Assurance vieillesse déplafonnée", "1", "0.400", "2.020"),
    ("", "Accidents du travail agricoles", "1", "0", "2.900"),
    ("", "Allocations familiales", "1", "0", "3.450"),
    ("", "Assurance chômage - AGS", "1", "0", "4.200"),
    ("", "Retraite complémentaire Agirc-Arrco", "1", "4.010", "6.010"),
    ("", "AGRICA prévoyance", "1", "0.440", "0.560"),
    ("", "CSG déductible", "0.9825", "6.800", "0"),
    ("", "CSG-CRDS non déductible", "0.9825", "2.900", "0"),
)

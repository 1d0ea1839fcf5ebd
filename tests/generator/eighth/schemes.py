"""Contributions as these layouts word them: group, wording, share of the gross, employee's and employer's per cent."""

from tests.generator.eighth.month import Scheme

MEALS: Scheme = (
    ("Santé", "Maladie, maternité, invalidité, décès", "1", "0", "13.00"),
    ("Santé", "Prévoyance HCR", "1", "0.400", "0.400"),
    ("AT/MP", "Accidents du travail et maladies prof.", "1", "0", "1.75"),
    ("Retraite", "Vieillesse plafonnée", "1", "6.900", "8.550"),
    ("Retraite", "Vieillesse sur totalité", "1", "0.400", "2.020"),
    ("Retraite", "Retraite complémentaire T1 et CEG", "1", "4.010", "6.010"),
    ("Famille", "Prestations familiales", "1", "0", "5.250"),
    ("Chômage", "Assurance chômage et AGS", "1", "0", "4.250"),
    ("Autres", "FNAL, CSA, formation, apprentissage", "1", "0", "1.980"),
    ("CSG", "CSG déductible", "0.9825", "6.800", "0"),
    ("CSG", "CSG + CRDS non déductibles", "0.9825", "2.900", "0"),
)
ROAD: Scheme = (
    ("", "SS Maladie régime général", "1", "0", "7.00"),
    ("", "SS Accident du travail", "1", "0", "4.82"),
    ("", "SS Vieillesse TA", "1", "6.900", "8.550"),
    ("", "SS Vieillesse déplaf.", "1", "0.400", "2.020"),
    ("", "SS Allocations familiales", "1", "0", "3.450"),
    ("", "CARCEPT-Prev retraite compl.", "1", "4.010", "6.010"),
    ("", "CARCEPT-Prev prévoyance", "1", "0.310", "0.310"),
    ("", "FONGECFA-Transport CFA", "1", "1.200", "1.200"),
    ("", "Chômage tranche A + FNGS", "1", "0", "4.250"),
    ("", "CSG déduct. du revenu impos.", "0.9825", "6.800", "0"),
    ("", "CSG/CRDS non déduct. du revenu imp.", "0.9825", "2.900", "0"),
)
MISSION: Scheme = (
    ("", "Assurance maladie", "1", "0", "7.00"),
    ("", "Risque accidents du travail", "1", "0", "3.11"),
    ("", "Vieillesse tranche 1", "1", "6.900", "8.550"),
    ("", "Vieillesse toutes tranches", "1", "0.400", "2.020"),
    ("", "Agirc-Arrco + CEG", "1", "4.010", "6.010"),
    ("", "Prévoyance intérimaires non cadres", "1", "0.262", "0.390"),
    ("", "Fonds mutualisé chômage", "1", "0", "4.300"),
    ("", "FPE-TT et autres contributions", "1", "0", "3.280"),
    ("", "CSG imposable non déd. et CRDS", "0.9825", "2.900", "0"),
    ("", "CSG non imposable", "0.9825", "6.800", "0"),
)
TERRITORY: Scheme = (
    ("", "C.N.R.A.C.L. PENSION", "0.82", "11.100", "30.650"),
    ("", "A.T.I.A.C.L.", "0.82", "0", "0.400"),
    ("", "R.A.F.P.", "0.16", "5.000", "5.000"),
    ("", "MALADIE FONCTIONNAIRES", "0.82", "0", "9.880"),
    ("", "ALLOC. FAMILIALES", "0.82", "0", "5.250"),
    ("", "COTISATION C.N.F.P.T.", "0.82", "0", "0.900"),
    ("", "CENTRE DE GESTION", "0.82", "0", "0.800"),
    ("", "C.S.G. NON DEDUCTIBLE 2,40", "0.9825", "2.400", "0"),
    ("", "R.D.S. NON DEDUCTIBLE 0,50", "0.9825", "0.500", "0"),
    ("", "C.S.G. DEDUCTIBLE 6,80", "0.9825", "6.800", "0"),
)
CODED: Scheme = (
    ("", "MALADIE SOLIDARITE AUTONOMIE", "1", "0", "7.300"),
    ("", "PREVOYANCE TA", "1", "0.540", "0.760"),
    ("", "ACCIDENT DU TRAVAIL", "1", "0", "1.050"),
    ("", "ASSURANCE VIEILLESSE PLAF.", "1", "6.900", "8.550"),
    ("", "ASSURANCE VIEILLESSE DEPLAF.", "1", "0.400", "2.020"),
    ("", "RETRAITE AGIRC-ARRCO T1", "1", "3.150", "4.720"),
    ("", "CEG T1", "1", "0.860", "1.290"),
    ("", "ALLOCATIONS FAMILIALES", "1", "0", "3.450"),
    ("", "ASSURANCE CHOMAGE", "1", "0", "4.050"),
    ("", "AUTRES CONTRIB. EMPLOYEUR", "1", "0", "2.210"),
    ("", "CSG DEDUCTIBLE", "0.9825", "6.800", "0"),
    ("", "CSG/CRDS NON DEDUCTIBLE", "0.9825", "2.900", "0"),
)
SUITE: Scheme = (
    ("Protection sociale", "Sécurité sociale - maladie maternité invalidité", "1", "0", "7.000"),
    ("Protection sociale", "Incapacité invalidité décès", "1", "0.280", "0.420"),
    ("Protection sociale", "Risques professionnels", "1", "0", "1.320"),
    ("Assurance vieillesse", "Vieillesse - part plafonnée", "1", "6.900", "8.550"),
    ("Assurance vieillesse", "Vieillesse - part déplafonnée", "1", "0.400", "2.020"),
    ("Assurance vieillesse", "Complémentaire tranche 1", "1", "4.010", "6.010"),
    ("Autres risques", "Famille", "1", "0", "3.450"),
    ("Autres risques", "Chômage", "1", "0", "4.250"),
    ("Autres risques", "Versement mobilité et divers employeur", "1", "0", "3.150"),
    ("Contributions sur revenus", "CSG déductible fiscalement", "0.9825", "6.800", "0"),
    ("Contributions sur revenus", "CSG-CRDS non déductibles fiscalement", "0.9825", "2.900", "0"),
)
SHORT: Scheme = (
    ("", "Sécurité sociale (Urssaf)", "1", "7.300", "21.500"),
    ("", "Retraite complémentaire", "1", "4.010", "6.010"),
    ("", "Chômage", "1", "0", "4.250"),
    ("", "Prévoyance", "1", "0.290", "0.580"),
    ("", "CSG déductible", "0.9825", "6.800", "0"),
    ("", "CSG et CRDS non déductibles", "0.9825", "2.900", "0"),
)

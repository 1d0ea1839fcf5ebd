"""Contributions as these layouts word them: group, wording, share of the gross, employee's and employer's per cent."""

from tests.generator.eighth.month import Scheme

CLEAR: Scheme = (
    ("SANTÉ", "Sécurité sociale - Mal. Mat. Inval. Décès", "1", "0", "7.000"),
    ("SANTÉ", "Complémentaire incap. inval. décès TA", "1", "0.330", "0.330"),
    ("ACCIDENTS DU TRAVAIL - MAL. PROF.", "Accidents du travail", "1", "0", "1.540"),
    ("RETRAITE", "Sécurité sociale plafonnée", "1", "6.900", "8.550"),
    ("RETRAITE", "Sécurité sociale déplafonnée", "1", "0.400", "2.020"),
    ("RETRAITE", "Complémentaire tranche 1", "1", "4.010", "6.010"),
    ("FAMILLE", "Allocations familiales", "1", "0", "3.450"),
    ("ASSURANCE CHÔMAGE", "Chômage", "1", "0", "4.250"),
    ("AUTRES CONTRIBUTIONS", "Autres contributions dues par l'employeur", "1", "0", "1.632"),
    ("CSG", "CSG déduct. de l'impôt sur le revenu", "0.9825", "6.800", "0"),
    ("CSG", "CSG/CRDS non déduct. de l'impôt sur le rev.", "0.9825", "2.900", "0"),
)
PLAIN: Scheme = (
    ("", "Urssaf maladie", "1", "0", "7.00"),
    ("", "Urssaf accident du travail", "1", "0", "2.61"),
    ("", "Urssaf vieillesse plafonnée", "1", "6.90", "8.55"),
    ("", "Urssaf vieillesse totalité", "1", "0.40", "2.02"),
    ("", "Urssaf allocations familiales", "1", "0", "3.45"),
    ("", "Pôle chômage + AGS", "1", "0", "4.25"),
    ("", "AG2R retraite T1", "1", "3.15", "4.72"),
    ("", "AG2R CEG T1", "1", "0.86", "1.29"),
    ("", "AG2R prévoyance non cadre", "1", "0.45", "0.67"),
    ("", "Formation, apprentissage, FNAL", "1", "0", "1.33"),
    ("", "CSG déductible", "0.9825", "6.80", "0"),
    ("", "CSG CRDS non déductible", "0.9825", "2.90", "0"),
)
COUNTY: Scheme = (
    ("", "CNRACL PART AGENT ET COLL.", "0.80", "11.10", "31.65"),
    ("", "RAFP", "0.20", "5.00", "5.00"),
    ("", "ATIACL", "0.80", "0", "0.40"),
    ("", "ALLOCATION TEMP. CNFPT", "0.80", "0", "0.90"),
    ("", "URSSAF MALADIE TITULAIRES", "0.80", "0", "9.88"),
    ("", "URSSAF ALLOC. FAMILIALES", "0.80", "0", "5.25"),
    ("", "FNAL / CSA", "0.80", "0", "0.80"),
    ("", "CSG DEDUCTIBLE", "0.9825", "6.80", "0"),
    ("", "CSG NON DEDUCTIBLE", "0.9825", "2.40", "0"),
    ("", "CRDS NON DEDUCTIBLE", "0.9825", "0.50", "0"),
)
BRIEF: Scheme = (
    ("", "Sécurité sociale", "1", "7.30", "22.11"),
    ("", "Retraite complémentaire", "1", "4.01", "6.01"),
    ("", "Assurance chômage", "1", "0", "4.25"),
    ("", "Prévoyance", "1", "0.30", "0.60"),
    ("", "CSG déductible", "0.9825", "6.80", "0"),
    ("", "CSG et CRDS non déductibles", "0.9825", "2.90", "0"),
)

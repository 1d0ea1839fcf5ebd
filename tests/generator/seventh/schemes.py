"""The contributions that the seventh set prints, by kind of employer."""

# Group, wording, share of the gross that is the base, employee's and employer's rate in per cent.
Scheme = tuple[tuple[str, str, str, str, str], ...]
PRIVATE: Scheme = (
    ("Santé", "Sécurité sociale - Maladie Maternité Invalidité Décès", "1", "0", "7.00"),
    ("Santé", "Complémentaire Incapacité Invalidité Décès", "1", "0.310", "0.460"),
    ("Accidents du travail - Maladies professionnelles", "Accidents du travail", "1", "0", "1.70"),
    ("Retraite", "Sécurité sociale plafonnée", "1", "6.900", "8.550"),
    ("Retraite", "Sécurité sociale déplafonnée", "1", "0.400", "2.110"),
    ("Retraite", "Complémentaire Tranche 1", "1", "4.010", "6.010"),
    ("Famille", "Famille", "1", "0", "3.450"),
    ("Assurance chômage", "Chômage", "1", "0", "4.000"),
    ("Autres", "Autres contributions dues par l’employeur", "1", "0", "1.730"),
    ("CSG", "CSG déductible de l’impôt sur le revenu", "0.9825", "6.800", "0"),
    ("CSG", "CSG/CRDS non déductible de l’impôt sur le revenu", "0.9825", "2.900", "0"),
)
PUBLIC: Scheme = (
    ("", "COT. SALARIALE VIEILLESSE PLAFONNEE", "1", "6.900", "8.550"),
    ("", "COT. SALARIALE VIEILLESSE DEPLAFONNEE", "1", "0.400", "2.020"),
    ("", "COT. SALARIALE IRCANTEC TRANCHE A", "1", "2.800", "4.200"),
    ("", "COT. PATRONALE MALADIE DEPLAFONNEE", "1", "0", "12.30"),
    ("", "COT. PATRONALE ALLOC. FAMILIALES", "1", "0", "5.250"),
    ("", "COT. PATRONALE FNAL DEPLAFONNEE", "1", "0", "0.500"),
    ("", "C.S.G. DEDUCTIBLE", "0.9825", "6.800", "0"),
    ("", "C.S.G. + C.R.D.S. NON DEDUCTIBLES", "0.9825", "2.900", "0"),
)
SIMPLE: Scheme = (
    ("", "Assurance maladie, maternité", "1", "0", "7.00"),
    ("", "Assurance vieillesse plafonnée", "1", "6.900", "8.550"),
    ("", "Assurance vieillesse déplafonnée", "1", "0.400", "2.020"),
    ("", "Retraite complémentaire et CEG", "1", "4.010", "6.010"),
    ("", "Prévoyance", "1", "1.040", "1.600"),
    ("", "Assurance chômage, AGS", "1", "0", "4.150"),
    ("", "Accidents du travail, formation, dialogue social", "1", "0", "2.470"),
    ("", "CSG déductible", "0.9825", "6.800", "0"),
    ("", "CSG et CRDS non déductibles", "0.9825", "2.900", "0"),
)

# ruff: noqa: E501 - tables of words, in lines as they come
"""Invented employers and workers of the seventh set."""

from random import Random

from tests.generator.people import Employer, Person, draw_nir, draw_siret

_FIRST = {
    "M.": ("Moussa", "Gwenaël", "Jean-Baptiste", "Sofiane", "Émile", "Thierno", "Anh Dung", "Côme", "Ludovic", "Víctor"),
    "Mme": ("Maïwenn", "Awa", "Noëlle", "Marie-Ange", "Leïla", "Ludivine", "Thu Trang", "Célestine", "Ghislaine"),
}  # fmt: skip
_LAST = (
    "Kervadec", "Sissoko", "de Montferrand", "Hadj Brahim", "Lefèvre", "Pires Antunes", "D’Almeida", "Tchibozo",
    "Bruneteau", "Le Corre", "Zerrouki", "Pruvost", "Saint-Aubin", "Nguema", "Vandewalle", "Cazeneuve",
)  # fmt: skip
_FIRMS = (
    ("VERRERIES DE L’ANGLIN SAS", "2313Z", "Fabrication mécanique du verre - IDCC 1821"),
    ("SARL PÂTISSERIE MALAQUAIS", "1071D", "Pâtisserie - IDCC 1267"),
    ("TISSAGES RÉUNIS DE LA VEZE", "1320Z", "Industrie textile - IDCC 18"),
    ("ADAPEI DU HAUT-ALLIER", "8899B", "Établissements pour personnes inadaptées - IDCC 413"),
    ("Cabinet dentaire Sorbier et Lanoue", "8623Z", "Cabinets dentaires - IDCC 1619"),
    ("LE COMPTOIR DES HALLES", "5610A", "Hôtels, cafés, restaurants - IDCC 1979"),
    ("POLYNET 87", "8121Z", "Entreprises de propreté - IDCC 3043"),
    ("Ambulances du Sidobre SNC", "8690A", "Transports routiers - IDCC 16"),
)
_BUILDERS = (
    ("CHARPENTES DUVERNOIS SAS", "4391A", "Bâtiment ouvriers plus de 10 - IDCC 1597"),
    ("FAÇADES ET ENDUITS DU LAURAGAIS", "4334Z", "Bâtiment ouvriers jusqu’à 10 - IDCC 1596"),
    ("S.A.R.L. PLOMBERIE TARDIEU", "4322A", "Bâtiment ouvriers jusqu’à 10 - IDCC 1596"),
)
_FARMS = (
    ("EARL DES COTEAUX DE BRIOLET", "0121Z", "Production agricole et CUMA - IDCC 7024"),
    ("GAEC LA CROIX FARGUES", "0124Z", "Production agricole et CUMA - IDCC 7024"),
    ("SCEA DOMAINE DE PEYRELADE", "0121Z", "Production agricole et CUMA - IDCC 7024"),
)
_STATE = (
    "RECTORAT DE L’ACADÉMIE DE VALBRUNE",
    "PRÉFECTURE DE LA HAUTE-SAVE",
    "DIRECTION INTERRÉGIONALE DES DOUANES DE MONTVERT",
)
_HOSPITALS = ("CENTRE HOSPITALIER DES DEUX VALLÉES", "HÔPITAL LOCAL DE BOISMENU", "CHU DE ROCHEMONT")
_STREETS = ("quai des Tanneurs", "rue du Onze-Novembre", "sentier des Ajoncs", "cours Mirabeau", "rue Pierre-Sémard")
_TOWNS = ("87200 SAINT-JUNIEN", "81100 CASTRES", "29300 QUIMPERLE", "59150 WATTRELOS", "43100 BRIOUDE", "97200 FORT-DE-FRANCE")  # fmt: skip


def _street(random: Random) -> str:
    return f"{random.randint(1, 149)}{random.choice(('', '', ' bis', ' ter'))} {random.choice(_STREETS)}"


def draw_employer(random: Random, kind: str) -> Employer:
    """A "firm", a "builder", a "farm", a "state" office, a "hospital" or a "home" (which has no SIRET)."""
    if kind == "home":
        title = random.choice(("M.", "Mme"))
        name = f"{title} {random.choice(_FIRST[title])} {random.choice(_LAST).upper()}"
        return Employer(
            name, "", "9700Z", "Particuliers employeurs - IDCC 3239", _street(random), random.choice(_TOWNS)
        )
    if kind in ("state", "hospital"):
        name = random.choice(_STATE if kind == "state" else _HOSPITALS)
        naf, agreement = ("8412Z", "Droit public") if kind == "state" else ("8610Z", "Fonction publique hospitalière")
    else:
        name, naf, agreement = random.choice({"firm": _FIRMS, "builder": _BUILDERS, "farm": _FARMS}[kind])
    return Employer(name, draw_siret(random), naf, agreement, _street(random), random.choice(_TOWNS))


def draw_worker(random: Random) -> tuple[Person, str]:
    """A person, and the name they were born with where it is another and stands on the paper, else nothing."""
    title = random.choice(("M.", "Mme"))
    last = random.choice(_LAST)
    born = random.choice([name for name in _LAST if name != last]) if title == "Mme" and random.random() < 0.3 else ""
    first = random.choice(_FIRST[title])
    person = Person(title, first, last, draw_nir(random, title), _street(random), random.choice(_TOWNS))
    return person, born

# ruff: noqa: E501 - tables of words, in lines as they come
"""Who pays and who is paid, in this set's own words. All are invented."""

from random import Random

from tests.generator.people import Employer, Person, draw_nir, draw_siret

_MEN = ("Abdelkader", "Benoît", "Christophe", "Damien", "Emmanuel", "Franck", "Gaëtan", "Jean-Philippe", "Kévin",
        "Laurent", "Mamadou", "Noël", "Pierre-Yves", "Romain", "Slimane", "Tanguy", "Ugo", "Vincent", "Wassim", "Xavier")  # fmt: skip
_WOMEN = ("Anne-Sophie", "Bérengère", "Coralie", "Djamila", "Estelle", "Fatoumata", "Ghislaine", "Hélène", "Isaure",
          "Justine", "Leïla", "Maryvonne", "Noémie", "Ophélie", "Pauline", "Raymonde", "Sandrine", "Véronique", "Yasmina")  # fmt: skip
_LAST = ("Allard", "Bouvier", "Cazenave", "Delacroix", "Escoffier", "Fayolle", "Grandjean", "Hamidi", "Imbert", "Joly",
         "Keïta", "Lagarde", "Le Bihan", "Maillard", "Nguyen", "Ouattara", "Pasquier", "Queffélec", "Renaudin",
         "Sanchez", "Thévenot", "Vidal", "Wagner", "Zeroual", "De Sousa", "Saint-Aubin", "Bel Hadj")  # fmt: skip
_STREETS = ("rue du Général-Leclerc", "chemin des Vignes", "boulevard Gambetta", "allée des Acacias", "rue Pasteur",
            "cours de la Liberté", "quai des Mariniers", "lotissement Les Bruyères", "rue de l'Abbé-Grégoire")  # fmt: skip
_TOWNS = ("35300 FOUGERES", "12000 RODEZ", "52000 CHAUMONT", "71300 MONTCEAU-LES-MINES", "65000 TARBES", "29600 MORLAIX",
          "08000 CHARLEVILLE-MEZIERES", "43000 LE PUY-EN-VELAY", "62500 SAINT-OMER", "26200 MONTELIMAR", "79000 NIORT")  # fmt: skip
_FIRMS = ("{last} Frères SARL", "SAS Ets {last}", "Transports {last} et Fils", "La Halle aux Grains", "Bio'Terroir SAS",
          "Plastiques de la Loue", "{last} Nettoyage Industriel", "Groupe Ardelis", "Le Comptoir du Quai", "Optique {last}",
          "Scierie de la Combe", "Domaine du Mas Vert", "Clim & Froid Ouest", "Ambulances {last}", "Novaprint",
          "Pizzeria La Scala", "S.A. Fonderies du Centre", "Les Jardins d'Hestia", "Auto-école du Rempart", "Vetsud")  # fmt: skip


def draw_individual(random: Random) -> Person:
    title = random.choice(("M.", "Mme"))
    return Person(
        title,
        random.choice(_MEN if title == "M." else _WOMEN),
        random.choice(_LAST),
        draw_nir(random, title),
        f"{random.randint(1, 212)}{random.choice(('', '', '', ' bis'))} {random.choice(_STREETS)}",
        random.choice(_TOWNS),
    )


def draw_employer(random: Random, names: tuple[str, ...] = _FIRMS) -> Employer:
    """One of `names`, in which {last} stands for a family's name and {town} for a town's."""
    town = random.choice(_TOWNS)
    name = random.choice(names).format(last=random.choice(_LAST), town=town[6:].title())
    activity, agreement = random.choice(
        (
            ("4711F", "Commerce de détail alimentaire (2216)"),
            ("5610A", "Hôtels, cafés, restaurants (1979)"),
            ("2229A", "Plasturgie (292)"),
            ("8121Z", "Propreté (3043)"),
        )
    )
    street = f"{random.randint(1, 90)} {random.choice(('ZA des Platanes', *_STREETS))}"
    return Employer(name, draw_siret(random), activity, agreement, street, town)


def spaced_siret(siret: str) -> str:
    return f"{siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}"


def spaced_nir(nir: str) -> str:
    return f"{nir[0]} {nir[1:3]} {nir[3:5]} {nir[5:7]} {nir[7:10]} {nir[10:13]} {nir[13:]}"

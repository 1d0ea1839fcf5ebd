"""What a visitor is told of a page: what is wrong, and what to do with the sheet."""

from collections.abc import Mapping
from typing import Final

from kiosk.pages.model import Problem, Seal
from kiosk.words import mark

_SAID: Final[Mapping[Problem, tuple[str, str]]] = {
    Problem.BLURRED: (mark("L’image est floue."), mark("Posez la feuille bien à plat et ne bougez plus.")),
    Problem.CUT_OFF: (mark("Un bord de la feuille manque."), mark("Placez toute la feuille dans le cadre.")),
    Problem.DARK: (mark("L’image est trop sombre."), mark("Fermez le capot ou donnez plus de lumière.")),
    Problem.GLARE: (mark("Un reflet cache le texte."), mark("Tournez un peu la feuille, loin de la lampe.")),
    Problem.BLANK: (mark("Cette page est vide."), mark("Retournez la feuille, côté écrit vers la vitre.")),
    Problem.LOW_RESOLUTION: (mark("Les lettres sont trop petites."), mark("Scannez la feuille de papier elle-même.")),
    Problem.FOLDED: (mark("La feuille est pliée."), mark("Dépliez la feuille et lissez les coins.")),
    Problem.NOT_A_DOCUMENT: (mark("On ne voit pas de document."), mark("Posez une feuille imprimée sur la vitre.")),
    Problem.DUPLICATE: (mark("Cette page est déjà là."), mark("Passez à la feuille suivante.")),
    Problem.MISSING_PAGE: (mark("Il manque une page."), mark("Scannez aussi l’autre page de ce document.")),
    Problem.UPSIDE_DOWN: (mark("Le sens de la page n’est pas clair."), mark("Posez la feuille dans l’autre sens.")),
    Problem.SEAL_DIFFERS: (
        mark("Le code et le texte ne concordent pas."),
        mark("Montrez la feuille au conseiller."),
    ),
}
_SEALS: Final[Mapping[Seal, str]] = {
    Seal.VALID: mark("Sceau vérifié."),
    Seal.INVALID: mark("Sceau faux : la signature ne correspond pas."),
    Seal.UNCHECKED: mark("Sceau lu, signature non vérifiable ici."),
}


def sentence(problem: Problem) -> str:
    """What is wrong, in at most eight words of French, to be translated where it is shown."""
    return _SAID[problem][0]


def gesture(problem: Problem) -> str:
    """What to do now, one short French sentence, to be translated where it is shown."""
    return _SAID[problem][1]


def seal_sentence(seal: Seal) -> str:
    """The verdict on a 2D-Doc, in French, to be translated where it is shown."""
    return _SEALS[seal]

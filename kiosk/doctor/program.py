"""Is the program itself whole?"""

import platform
import sys
from collections.abc import Iterator

from kiosk.assets import asset
from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark

OLDEST_PYTHON = (3, 11)
LIBRARIES = ("cv2", "kivy", "numpy", "PIL", "pikepdf", "pypdfium2", "pytesseract", "sqlalchemy")
FONT = "Andika-Regular.ttf"


def python(_machine: Machine) -> Iterator[Finding]:
    """The interpreter."""
    found = phrase(
        mark("Python {version} sur {processor}."), version=platform.python_version(), processor=platform.machine()
    )
    if sys.version_info >= OLDEST_PYTHON:
        yield Finding("python", Health.GOOD, found, essential=True)
    else:
        yield Finding("python", Health.MISSING, found, mark("Installez Python 3.11 ou plus récent."), essential=True)


def libraries(machine: Machine) -> Iterator[Finding]:
    """The packages that every visit needs. Kivy is looked for without being loaded: loading opens a window."""
    missing = [name for name in LIBRARIES if not machine.is_installed(name)]
    if missing:
        yield Finding(
            "libraries",
            Health.MISSING,
            phrase(mark("Des bibliothèques manquent : {missing}."), missing=", ".join(missing)),
            mark("Relancez l’installation : make demo."),
            essential=True,
        )
    else:
        yield Finding("libraries", Health.GOOD, mark("Les bibliothèques sont installées."), essential=True)


def fonts(_machine: Machine) -> Iterator[Finding]:
    """The letters of the screens and of the receipts, which are shipped with the program."""
    if asset("fonts", FONT).is_file():
        yield Finding("fonts", Health.GOOD, mark("Les polices de caractères sont là."), essential=True)
    else:
        yield Finding(
            "fonts",
            Health.MISSING,
            phrase(mark("La police {font} manque."), font=FONT),
            mark("Reprenez le dossier assets du programme."),
            essential=True,
        )

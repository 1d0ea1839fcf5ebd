"""Typefaces a paper may be set in: those of Debian's packages, told apart into tuned-on and held-out ones."""

from dataclasses import dataclass

from fpdf import FPDF

_FOLDER = "/usr/share/fonts/truetype"


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface: files of its regular and bold cut; without files it is one of the fonts every PDF reader has."""

    name: str
    regular: str | None = None
    bold: str | None = None

    def load(self, pdf: FPDF) -> None:
        """Make the face known to `pdf`."""
        if self.regular is not None and self.bold is not None:
            pdf.add_font(self.name, "", f"{_FOLDER}/{self.regular}")
            pdf.add_font(self.name, "B", f"{_FOLDER}/{self.bold}")


HELVETICA, TIMES, COURIER = Face("Helvetica"), Face("Times"), Face("Courier")
DEJAVU = Face("dejavu", "dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf")
NARROW = Face("narrow", "liberation/LiberationSansNarrow-Regular.ttf", "liberation/LiberationSansNarrow-Bold.ttf")
OPEN = Face("opensans", "open-sans/OpenSans-Regular.ttf", "open-sans/OpenSans-Bold.ttf")
CARLITO = Face("carlito", "crosextra/Carlito-Regular.ttf", "crosextra/Carlito-Bold.ttf")
TYPEWRITER = Face("typewriter", "dejavu/DejaVuSansMono.ttf", "dejavu/DejaVuSansMono-Bold.ttf")

ROBOTO = Face("roboto", "roboto/unhinted/RobotoTTF/Roboto-Regular.ttf", "roboto/unhinted/RobotoTTF/Roboto-Bold.ttf")
ROBOTO_NARROW = Face(
    "robotocondensed",
    "roboto/unhinted/RobotoCondensed-Regular.ttf",
    "roboto/unhinted/RobotoCondensed-Bold.ttf",
)
LIBERATION_MONO = Face("libmono", "liberation/LiberationMono-Regular.ttf", "liberation/LiberationMono-Bold.ttf")
SERIF = Face("libserif", "liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf")
BOOK = Face("dejavuserif", "dejavu/DejaVuSerif.ttf", "dejavu/DejaVuSerif-Bold.ttf")

TUNED = (HELVETICA, TIMES, COURIER, DEJAVU, NARROW, OPEN, CARLITO, TYPEWRITER)
HELD_OUT = (ROBOTO, ROBOTO_NARROW, LIBERATION_MONO, SERIF, BOOK)

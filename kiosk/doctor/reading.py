"""Can pages be read here?"""

from collections.abc import Iterator

from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark

WANTED_LANGUAGES = ("fra", "eng")


def tesseract(machine: Machine) -> Iterator[Finding]:
    """The OCR program and its languages. French is essential."""
    program = machine.which("tesseract")
    listed = machine.run([program, "--list-langs"]) if program else None
    if listed is None or listed.status != 0:
        yield Finding(
            "tesseract",
            Health.MISSING,
            mark("La lecture des pages est impossible : tesseract manque."),
            "apt install tesseract-ocr tesseract-ocr-fra",
            essential=True,
        )
        return
    installed = set(listed.output.split())
    for language in dict.fromkeys((*machine.languages, *WANTED_LANGUAGES)):
        essential = language in machine.languages
        if language in installed:
            found = phrase(mark("La lecture du texte est prête : {model}."), model=language)
            yield Finding(f"tesseract-{language}", Health.GOOD, found, essential=essential)
        else:
            yield Finding(
                f"tesseract-{language}",
                Health.MISSING if essential else Health.LIMITED,
                phrase(mark("La langue de lecture {model} manque."), model=language),
                f"apt install tesseract-ocr-{language.replace('_', '-')}",
                essential=essential,
            )

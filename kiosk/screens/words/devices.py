"""What failed in the machine, and what to do: never a code, never the visitor's fault."""

from dataclasses import dataclass

from kiosk.words import mark, say_many


@dataclass(frozen=True, slots=True)
class TroubleWords:
    """`happened` is a title, `remedy` what can be done now, `part` the pictogram of the broken part."""

    happened: str
    remedy: str
    part: str


_CALL = mark("Quelqu’un peut vous aider.")
_RETRY = mark("Essayez encore, ou appelez quelqu’un.")

_SCANNER = mark("Le scanner ne répond pas.")
_PRINTER = mark("L’imprimante ne répond pas.")
_PAUSE = mark("La machine fait une pause.")

FAULTS = {
    ("scanner", "no_paper"): (mark("Je ne vois pas de feuille."), mark("Posez la feuille sur la vitre.")),
    ("scanner", "jammed"): (mark("Une feuille est coincée."), mark("Ne tirez pas. Appelez quelqu’un.")),
    ("scanner", "cover_open"): (mark("Le couvercle est ouvert."), mark("Fermez le couvercle.")),
    ("scanner", "busy"): (mark("Le scanner est occupé."), mark("Attendez un peu, puis essayez encore.")),
    ("scanner", "unplugged"): (mark("Le scanner est débranché."), _CALL),
    ("scanner", "timed_out"): (mark("Le scanner est trop lent."), _RETRY),
    ("scanner", "corrupt_image"): (mark("La photo est abîmée."), mark("Refaites la photo.")),
    ("scanner", "disabled"): (mark("Il n’y a pas de scanner ici."), _CALL),
    ("printer", "paper_out"): (mark("Il n’y a plus de papier."), mark("Quelqu’un peut en remettre.")),
    ("printer", "jammed"): (mark("Le papier est coincé."), mark("Ne tirez pas. Appelez quelqu’un.")),
    ("printer", "cover_open"): (mark("L’imprimante est ouverte."), mark("Fermez-la, puis essayez encore.")),
    ("printer", "ink_out"): (mark("Il n’y a plus d’encre."), mark("Quelqu’un peut en remettre.")),
    ("printer", "overheated"): (mark("L’imprimante a trop chaud."), mark("Attendez un peu, puis essayez encore.")),
    ("printer", "cutter_stuck"): (mark("Le papier est coincé."), mark("Ne tirez pas. Appelez quelqu’un.")),
    ("printer", "disabled"): (mark("Il n’y a pas d’imprimante ici."), _CALL),
}
_DEVICES = {
    "scanner": (_SCANNER, _RETRY, "scanner"),
    "printer": (_PRINTER, _RETRY, "printer"),
    "ticket": (_PRINTER, _RETRY, "printer"),
    "camera": (mark("L’appareil photo ne répond pas."), _RETRY, "tools"),
    "reader": (mark("Je n’arrive pas à lire la feuille."), _RETRY, "sheet"),
    "storage": (mark("La machine est pleine."), _CALL, "lock"),
    "core": (_PAUSE, _RETRY, "tools"),
}
_DISK_FULL = (mark("La machine est pleine."), _CALL)

_OUT_OF_ORDER = {
    "scanner": mark("Le scanner ne marche pas en ce moment."),
    "printer": mark("L’imprimante ne marche pas en ce moment."),
    "ticket": mark("Le petit reçu ne s’imprime pas en ce moment."),
    "reader": mark("Je ne lis pas les feuilles en ce moment."),
    "storage": mark("La machine est pleine."),
}
_SOMETHING = mark("Une partie de la machine ne marche pas.")


def trouble_words(device: str, fault: str) -> TroubleWords:
    """The words for a fault of a device; those of the device, then of the machine, where there are none."""
    happened, remedy, part = _DEVICES.get(device, _DEVICES["core"])
    same = "printer" if device == "ticket" else device
    happened, remedy = FAULTS.get((same, fault), (happened, remedy))
    if fault == "disk_full":
        happened, remedy = _DISK_FULL
    return TroubleWords(happened, remedy, part)


def waited_words(language: str, seconds: float) -> str:
    """How long the scanner has been waited for: calm, so minutes once there are any."""
    minutes = int(seconds // 60)
    if minutes:
        return say_many(
            language,
            "J’attends le scanner depuis {count} minute.",
            "J’attends le scanner depuis {count} minutes.",
            minutes,
        )
    return say_many(
        language,
        "J’attends le scanner depuis {count} seconde.",
        "J’attends le scanner depuis {count} secondes.",
        max(1, int(seconds)),
    )


def out_of_order_sentence(code: str) -> str:
    """What does not work today, said before a visit begins. `code` is a device, or `device.fault`."""
    return _OUT_OF_ORDER.get(code.split(".")[0].split(":")[0], _SOMETHING)

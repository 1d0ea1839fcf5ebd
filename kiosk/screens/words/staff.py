"""Words for those who work here: the badge, its PIN, and how each device does."""

import datetime as dt
from collections.abc import Iterable

from kiosk.journey.staff_views import DeviceFacts, PinPad, Readiness
from kiosk.screens.words.cards import card_words
from kiosk.screens.words.devices import trouble_words
from kiosk.screens.words.printer_reasons import reason_words
from kiosk.words import mark, say, say_many

NAMES = {
    "scanner": mark("Scanner"),
    "camera": mark("Appareil photo"),
    "printer": mark("Imprimante"),
    "ticket": mark("Petits reçus"),
    "badge": mark("Badges"),
    "reader": mark("Lecture des pages"),
    "sound": mark("Son"),
    "disk": mark("Disque"),
    "clock": mark("Heure"),
    "power": mark("Courant"),
    "certificate": mark("Certificat"),
}
ROLES = {"mediator": mark("Conseiller"), "site_manager": mark("Responsable du site")}
_FAULTS = {
    ("scanner", "dirty_glass"): mark("La vitre est sale."),
    ("scanner", "sheet_left"): mark("Une feuille est sur la vitre."),
    ("scanner", "lid_open"): mark("Le couvercle est ouvert."),
    ("badge", "no_reader"): mark("Le lecteur est débranché."),
    ("badge", "service_down"): mark("Le service des cartes est arrêté."),
    ("sound", ""): mark("La borne est muette."),
    ("disk", "disk_full"): mark("Le disque est plein."),
    ("disk", "unsafe"): mark("Le disque perd des données."),
    ("clock", ""): mark("L’heure n’est pas sûre."),
    ("power", ""): mark("Le courant est trop faible."),
    ("certificate", "limited"): mark("Le certificat finit bientôt."),
    ("certificate", "missing"): mark("Le certificat a expiré."),
    ("reader", ""): mark("Les pages ne sont pas lues."),
}
_DOES_NOT_WORK = mark("Ne marche pas.")
TRIED, ALL_READY = "tried", "all_ready"
_SAID = {
    TRIED: mark("Les essais sont finis. Quelque chose ne marche pas."),
    ALL_READY: mark("Les essais sont finis. Tout marche."),
    "sheet_read": mark("La feuille d’essai est bien relue."),
    "sheet_not_read": mark("Je ne vois pas la dernière feuille d’essai."),
    "no_sheet_yet": mark("Aucune feuille d’essai n’est imprimée."),
    "reprinted": mark("Le reçu est imprimé à nouveau."),
    "not_printed": mark("Le reçu n’a pas pu s’imprimer."),
    "no_such_number": mark("Aucun reçu gardé ne porte ce numéro."),
    "failed": mark("Cela n’a pas marché. Essayez encore."),
}


def device_fault(device: str, fault: str) -> str:
    """The French sentence for a fault of a device, as those who mend it read it."""
    own = _FAULTS.get((device, fault)) or _FAULTS.get((device, ""))
    if own is not None:
        return own
    return (
        trouble_words(device, fault).happened
        if device in ("scanner", "printer", "ticket", "camera")
        else _DOES_NOT_WORK
    )


def device_line(language: str, facts: DeviceFacts, today: dt.date | None = None) -> str:
    """One line: the device, how it does, and since when. `today` shortens a date that is today's to its hour."""
    name = say(language, NAMES.get(facts.device, facts.device))
    match facts.readiness:
        case Readiness.UNTRIED:
            return say(language, mark("{device} : pas encore essayé"), device=name)
        case Readiness.READY:
            line = say(language, mark("{device} : prêt, {when}"), device=name, when=_when(facts.good_at, today))
            return f"{line}. {reason}" if (reason := _reason(language, facts)) else line
        case Readiness.FAULTY:
            fault = _reason(language, facts) or say(language, device_fault(facts.device, facts.fault))
            line = say(language, mark("{device} : {fault}"), device=name, fault=fault)
            if facts.good_at is None:
                return line
            good = say(language, mark("Marchait le {when}."), when=_when(facts.good_at, today))
            return f"{line} {good}"


def _reason(language: str, facts: DeviceFacts) -> str:
    """What the printer itself says; empty when it says nothing."""
    words = reason_words(facts.reason)
    return say(language, words[0]) if words else ""


def remedy_line(language: str, devices: Iterable[DeviceFacts]) -> str:
    """What to do about what the printer says, with its name; empty when it says nothing."""
    for facts in devices:
        if words := reason_words(facts.reason):
            remedy = say(language, words[1])
            return say(language, mark("{device} : {fault}"), device=say(language, NAMES[facts.device]), fault=remedy)
    return ""


def _when(moment: dt.datetime | None, today: dt.date | None) -> str:
    if moment is None:
        return ""
    return f"{moment:%H:%M}" if moment.date() == today else f"{moment:%d/%m %H:%M}"


_CAMERA = {
    "absent": (mark("Il n’y a pas d’appareil photo."), mark("Branchez-le.")),
    "unplugged": (mark("L’appareil photo est débranché."), mark("Rebranchez-le.")),
    "frozen": (mark("L’appareil photo s’est arrêté."), mark("Rebranchez-le.")),
    "black": (mark("L’appareil photo ne voit rien."), mark("Enlevez ce qui le cache.")),
    "disabled": (mark("Il n’y a pas d’appareil photo."), mark("Appelez le technicien.")),
}
_READER = {
    "no_reader": (mark("Le lecteur est débranché."), mark("Rebranchez-le.")),
    "service_down": (mark("Le service des cartes est arrêté."), mark("Appelez le technicien.")),
    "disabled": (mark("Les badges ne servent pas ici."), mark("Appelez le technicien.")),
    "no_card": (mark("Il n’y a pas de carte."), mark("Mettez votre badge dans le lecteur.")),
    "removed": (mark("La carte a été retirée."), mark("Remettez-la, et attendez.")),
    "wrong_pin": (mark("Ce n’est pas le bon code."), mark("Essayez encore.")),
    "last_try": (mark("Ce n’est pas le bon code."), mark("Il reste un seul essai.")),
    "pin_blocked": (mark("Ce badge est bloqué."), mark("Voyez qui vous l’a donné.")),
    "slow": (mark("Je lis le badge."), mark("Laissez-le dans le lecteur.")),
}


def badge_fault_words(fault: str) -> tuple[str, str]:
    """What is wrong with a badge or its reader, and what to do, for any fault that has a name."""
    return _READER.get(fault) or card_words(fault)


def camera_fault_words(fault: str) -> tuple[str, str]:
    """What is wrong with the camera, and what to do."""
    return _CAMERA.get(fault, (trouble_words("camera", fault).happened, mark("Rebranchez-le.")))


def role_line(language: str, holder: str, role: str) -> str:
    """« Conseiller : Sofia Exemple »."""
    name = say(language, ROLES.get(role, role))
    return say(language, mark("{role} : {holder}"), role=name, holder=holder)


def tries_line(language: str, pad: PinPad) -> str:
    """What the card's own counter says, in words; nothing while it is full."""
    if pad.tries_left == 0:
        return say(language, mark("Le badge est bloqué. Voyez qui vous l’a donné."))
    if pad.tries_left == 1:
        left = say(language, mark("Il reste un seul essai."))
    else:
        left = say_many(language, "Il reste {count} essai.", "Il reste {count} essais.", pad.tries_left)
    if pad.refused:
        wrong = say(language, mark("Ce n’est pas le bon code."))
        return f"{wrong} {left}"
    return left if pad.tries_left < FULL_COUNTER else ""


FULL_COUNTER = 3


def said_line(language: str, said: str) -> str:
    """How the last action ended; nothing before the first."""
    if said.startswith("code."):
        return say(language, mark("Tapez ce code dans la console\u00a0: {code}"), code=said.removeprefix("code."))
    return say(language, _SAID[said]) if said in _SAID else ""

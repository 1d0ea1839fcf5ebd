"""The page of `kiosk dock window`: a part for each device, a button for each fault, the one it has now marked."""

from collections.abc import Mapping
from html import escape

from hardware.faults import FAULTS, Device

DEVICES = {
    Device.SCANNER: "Scanner",
    Device.PRINTER: "Imprimante A4",
    Device.TICKET: "Imprimante à tickets",
    Device.CARD: "Lecteur de badges",
    Device.CAMERA: "Appareil photo",
}
LABELS = {
    "no_paper": "Pas de feuille",
    "jammed": "Papier coincé",
    "cover_open": "Couvercle ouvert",
    "busy": "Occupé",
    "unplugged": "Débranché",
    "timed_out": "Ne répond jamais",
    "crashed": "Son programme s’arrête",
    "corrupt_image": "Image abîmée",
    "io_error": "Câble coupé",
    "disk_full": "Machine pleine",
    "disabled": "Éteint par les réglages",
    "slow": "Lent",
    "paper_out": "Plus de papier",
    "ink_out": "Plus d’encre",
    "unreachable": "Ne répond pas",
    "refused": "Refuse le document",
    "cancelled": "Impression annulée",
    "service_down": "Service arrêté",
    "overheated": "Trop chaud",
    "cutter_stuck": "Lame bloquée",
    "other": "Panne sans nom",
    "no_reader": "Pas de lecteur",
    "no_card": "Pas de carte",
    "two_cards": "Deux cartes",
    "wrong_card": "Autre carte",
    "unreadable": "Puce illisible",
    "removed": "Carte retirée trop tôt",
    "interrupted": "Lecture coupée",
    "wrong_pin": "Mauvais code",
    "last_try": "Dernier essai",
    "pin_blocked": "Badge bloqué",
    "forged": "Faux badge",
    "absent": "Pas d’appareil",
    "frozen": "Image figée",
    "black": "Objectif couvert",
}
PROPS = {
    "badge": ("Badge d’essai", {"in": "Mettre le badge", "out": "Retirer le badge"}),
    "glass": (
        "Vitre",
        {"sheets": "Les pages", "empty": "Vitre vide", "dusty": "Vitre sale", "test": "Feuille d’essai imprimée"},
    ),
}
_STYLE = """
body{font:1.1rem/1.5 sans-serif;margin:1.5rem auto;max-width:70rem;padding:0 1rem;background:#fbf7f0;color:#1c2a29}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin:0 0 .5rem}
section{background:#fff;border:1px solid #e3dbcb;border-radius:.6rem;padding:1rem;margin:1rem 0}
button{font:inherit;min-height:3rem;margin:.2rem;padding:.3rem .9rem;border:2px solid #0a5239;border-radius:.5rem;
background:#fff;color:#0a5239;cursor:pointer}
button:focus-visible{outline:4px solid #ffc233}
button[aria-pressed=true]{background:#8a1f11;border-color:#8a1f11;color:#fff}
.mend{background:#0a5239;color:#fff}label{margin-left:.6rem;white-space:nowrap}.state{font-weight:bold}
"""


def page(broken: Mapping[Device, str], said: str) -> str:
    """`broken` is the fault that each device has now; `said` what came of the last button."""
    parts = "".join(_device(device, broken.get(device, "")) for device in Device)
    props = "".join(_prop(what, *PROPS[what]) for what in PROPS)
    news = f'<p role="status">{escape(said)}</p>' if said else ""
    return (
        f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>Banc d’essai</title><style>{_STYLE}</style>'
        "<h1>Banc d’essai : mettre un appareil en panne</h1>"
        f'{news}<form method="post">{_button("clear", "", "Tout réparer", "mend")}</form>{parts}{props}</html>'
    )


def _device(device: Device, fault: str) -> str:
    state = f"En panne : {LABELS[fault]}" if fault else "Marche"
    buttons = "".join(
        _button(device, one.name, LABELS[one.name], pressed=one.name == fault) for one in FAULTS if one.device is device
    )
    return (
        f'<section id="{device}"><h2>{DEVICES[device]}</h2><p class="state">{escape(state)}</p>'
        f'<form method="post"><input type="hidden" name="what" value="{device}">{buttons}'
        '<label><input type="checkbox" name="once"> une seule fois</label></form>'
        f'<form method="post">{_button("clear", device, "Réparer", "mend")}</form></section>'
    )


def _prop(what: str, title: str, choices: Mapping[str, str]) -> str:
    buttons = "".join(_button(what, name, label) for name, label in choices.items())
    return (
        f'<section id="{what}"><h2>{title}</h2><form method="post">'
        f'<input type="hidden" name="what" value="{what}">{buttons}</form></section>'
    )


def _button(what: str, name: str, label: str, kind: str = "", *, pressed: bool | None = None) -> str:
    """One button of a form whose hidden field says `what`; that of a "clear" brings it along."""
    state = "" if pressed is None else f' aria-pressed="{str(pressed).lower()}"'
    hidden = '<input type="hidden" name="what" value="clear">' if what == "clear" else ""
    return f'{hidden}<button name="name" value="{name}" class="{kind}"{state}>{escape(label)}</button>'

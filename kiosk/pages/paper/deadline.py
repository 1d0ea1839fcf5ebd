"""How many days a letter gives."""

import re

from kiosk.pages.layout import Layout
from kiosk.pages.model import Field, Kind

_NUMBERS = {
    "deux": 2,
    "trois": 3,
    "cinq": 5,
    "sept": 7,
    "huit": 8,
    "dix": 10,
    "quinze": 15,
    "vingt": 20,
    "trente": 30,
    "soixante": 60,
}
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DAYS = re.compile(rf"\b(\d{{1,3}}|{_WORDS})\s*(?:\((\d{{1,3}})\)\s*)?jours?\b")
_HOURS = re.compile(r"\b(24|48|72)\s*h(?:eures)?\b")
_BEFORE = re.compile(r"delai|dans les|sous|avant|disposez|au plus tard|a compter|repondre|adresser|presenter")
_AFTER = re.compile(
    r"^\W*(?:francs? |ouvr\w+ |calendaires? )?(?:a (?:compter|partir|dater)|pour (?:nous |y |me )?(?:faire|adresser|"
    r"presenter|repondre|envoyer|transmettre|regler|payer|contester)|qui suivent|suivant)"
)
_OTHER_DAYS = re.compile(r"nombre de $|retard|arret de|conges?")
LONGEST = 180


def read_deadline(layout: Layout, kind: Kind) -> Field | None:
    """Days given to answer: only where a sentence says so, and never months, which are for appeals."""
    if kind not in (Kind.NOTICE_BEFORE_SANCTION, Kind.OVERPAYMENT_NOTICE, Kind.SICK_LEAVE, Kind.OTHER, Kind.TAX_NOTICE):
        return None
    text = " ".join(row.folded for row in layout.rows)
    for match in _DAYS.finditer(text):
        before, after = text[max(0, match.start() - 90) : match.start()], text[match.end() : match.end() + 60]
        if not (_BEFORE.search(before) or _AFTER.match(after)) or _OTHER_DAYS.search(before[-24:]):
            continue
        number = match[2] or match[1]
        days = int(number) if number.isdigit() else _NUMBERS[number]
        if 1 <= days <= LONGEST:
            return Field(str(days), 0.9)
    if kind is Kind.SICK_LEAVE:
        hours = _HOURS.search(text)
        if hours:
            return Field(str(int(hours[1]) // 24), 0.9)
    return None

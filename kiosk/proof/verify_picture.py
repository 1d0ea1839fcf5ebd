"""The verdict on a picture of a ticket or receipt: what its PROOF code says, and nothing of what is around it."""

import datetime as dt
from collections.abc import Iterable

from kiosk.proof import qr, sentences
from kiosk.proof.examination import Examination
from kiosk.proof.findings import Anchor
from kiosk.proof.model import VerificationReport
from kiosk.proof.seal import find_identity
from kiosk.proof.verify_code import verify_text
from kiosk.words import SOURCE_LANGUAGE


def verify_picture(
    image: bytes, trusted: Iterable[Anchor], now: dt.datetime | None = None, language: str = SOURCE_LANGUAGE
) -> VerificationReport:
    """The verdict on the one PROOF code in `image` (PNG, JPEG, TIFF)."""
    examination = Examination(language)
    try:
        texts = qr.read(qr.open_picture(image))
    except qr.UnreadablePicture as error:
        return examination.unusable(str(error))
    if any(find_identity(text) for text in texts):
        return examination.unusable(sentences.KEY_SHOWN)
    if len(texts) != 1:
        return examination.unusable(sentences.SEVERAL_CODES if texts else sentences.NO_CODE)
    return verify_text(texts[0], trusted, now, language)

"""Why a badge is not let in, in the same words at the kiosk's reader and at the desk's."""

from kiosk.words import mark

REFUSED = {
    "unknown_authority": mark("Ce badge n’est pas d’ici."),
    "not_yet": mark("Ce badge n’est pas encore valable."),
    "expired": mark("Ce badge n’est plus valable."),
    "revoked": mark("Ce badge est annulé."),
    "no_role": mark("Ce badge n’ouvre pas cette borne."),
}
"""By the code that the judge of badges gives (`service/trust.py`)."""

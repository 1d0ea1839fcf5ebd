"""A frame is drawn the same whatever was shown before: the interface keeps no state."""

from PIL import ImageChops

from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import Studio


def test_a_frame_looks_the_same_after_any_other(studio: Studio) -> None:
    studio.use("1280x800")
    samples = dict(sample_frames("fr"))
    wanted = samples["review-missing"]
    studio.show(wanted)
    first = studio.picture()
    for between in ("over-still-there", "receipt-unprinted", "standby"):
        studio.show(samples[between])
        studio.picture()
        studio.show(wanted)
        assert ImageChops.difference(first, studio.picture()).getbbox() is None


def test_nothing_private_stays_when_the_core_is_lost(studio: Studio) -> None:
    studio.use("1280x800")
    studio.show(dict(sample_frames("fr"))["accepted-read"])
    studio.app.lost()
    studio.settle()
    words = [widget.text for widget in studio.app.stage.walk(restrict=True) if getattr(widget, "text", "")]
    assert words
    assert not [text for text in words if "Belmontet" in text or ("2026" in text and "juillet" in text)]
    assert studio.app.pictures == {}
    assert list(studio.app.stage.taps()) == [] or all(tap.action is None for tap in studio.app.stage.taps())

"""The audit sees what it is there to see."""

from dataclasses import replace

from kiosk.journey.visit_views import ChooseGuide, GuideCard, PageAccepted, PageFacts
from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import Studio
from tests.screens.audit import faults


def test_a_word_wider_than_its_card_is_seen(studio: Studio) -> None:
    studio.use("1280x800")
    frame = dict(sample_frames("fr"))["guide"]
    guide = GuideCard("long", "Anticonstitutionnellementetplusencorequecela", "", "letter")
    studio.show(replace(frame, screen=ChooseGuide((guide, guide, guide))))
    assert any("out of its button" in fault for fault in faults(studio.app))


def test_text_that_cannot_fit_is_seen(studio: Studio) -> None:
    studio.use("1280x800")
    frame = dict(sample_frames("fr"))["accepted-read"]
    page = PageFacts(1, "payslip", "2026-01", "Une très longue raison sociale " * 14)
    studio.show(replace(frame, screen=PageAccepted(page, "", False)))
    assert any("overlaps" in fault for fault in faults(studio.app))


def test_a_small_button_is_seen(studio: Studio) -> None:
    studio.use("1280x800")
    studio.show(dict(sample_frames("fr"))["consent"])
    assert list(faults(studio.app)) == []
    button = next(iter(studio.app.stage.taps()))
    button.size = (button.width, studio.app.look.mm(15))
    studio.settle()
    assert any("smaller than 20 mm" in fault for fault in faults(studio.app))

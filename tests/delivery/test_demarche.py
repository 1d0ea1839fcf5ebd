"""A form begun on a local Démarche numérique that behaves as the real one documents: a draft is never a submission."""

import pytest

from kiosk.application.outgoing import open_sending
from kiosk.delivery.choice import CannotSend, Way
from kiosk.delivery.demarche import DemarcheChannel, DemarcheSettings
from kiosk.proof import qr
from kiosk.proof.event_code import Event
from kiosk.proof.model import Verdict
from kiosk.proof.verify_picture import verify_picture
from kiosk.storage.registry import DispatchStep
from tests.delivery.conftest import Site
from tests.support.demarche_server import DemarcheServer
from tests.support.desk import Press
from tests.support.every_way import FIELD, FIELDS

AT = "2026-11-23T11:42:00+01:00"
QUARTER = 15 * 60 + 1


def begun(site: Site):
    sending = open_sending(site.desk, Press())._sending
    sending.choose(site.row, Way.DEMARCHE, FIELDS)
    site.work()
    return sending


def test_the_form_is_begun_and_nothing_is_called_sent(open_site, portal: DemarcheServer):
    site = open_site()
    sending = begun(site)
    (draft,) = portal.drafts
    assert draft.fields == FIELDS
    assert (site.row.state.value, site.last.step) == ("prepared", DispatchStep.OUTSIDE)
    assert site.kinds() == ["submission"]
    ticket = sending.link(site.row)
    assert qr.read(qr.open_picture(ticket)) == [f"{portal.url}/commencer/depot-de-pieces?prefill_token={draft.token}"]


def test_the_portal_tells_each_step_and_each_is_noted_once(open_site, portal):
    site = open_site()
    begun(site)
    portal.claim()
    for _ in range(3):
        site.clock.advance(QUARTER)
        site.work()
    assert site.row.state.value == "prepared", "claimed is not submitted"
    portal.submit(AT)
    for _ in range(3):
        site.clock.advance(QUARTER)
        site.work()
    assert (site.row.state.value, site.last.step) == ("sent", DispatchStep.SENT)
    assert "1000" in (site.row.reference or "") and "2026-11-23 11:42" in (site.row.reference or "")
    portal.drafts[0].state = "en_instruction"
    site.clock.advance(QUARTER)
    site.work()
    portal.drafts[0].state, portal.drafts[0].processed_at = "accepte", AT
    for _ in range(3):
        site.clock.advance(QUARTER)
        site.work()
    assert site.kinds() == ["submission", "sent", "received", "decided"]
    assert not site.desk.vault.has(site.visit.id, "way-demarche-1.draft.age"), "what opens the form is gone"
    trusted = [site.desk.submissions.certificate]
    for event in (Event.SENT, Event.RECEIVED, Event.DECIDED):
        assert verify_picture(site.desk.following.duplicate(site.row, event), trusted).verdict is Verdict.GENUINE


def test_all_steps_at_once_after_a_week_without_network(open_site, portal):
    site = open_site()
    begun(site)
    portal.submit(AT)
    portal.drafts[0].state, portal.drafts[0].processed_at = "refuse", AT
    site.clock.advance(7 * 86400)
    site.work()
    assert site.kinds() == ["submission", "sent", "received", "decided"]


def test_the_portal_is_asked_four_times_an_hour_and_not_for_ever(open_site, portal):
    site = open_site()
    begun(site)
    asked = [owed.attempts for owed in site.desk.registry.obligations_of(site.row.id) if owed.key.endswith("watch")]
    for _ in range(10):
        site.work()
    watch = next(owed for owed in site.desk.registry.obligations_of(site.row.id) if owed.key.endswith("watch"))
    assert watch.attempts - asked[0] == 0
    site.clock.advance(61 * 86400)
    site.work()
    watch = next(owed for owed in site.desk.registry.obligations_of(site.row.id) if owed.key.endswith("watch"))
    assert watch.state.value == "done" and not site.desk.vault.has(site.visit.id, "way-demarche-1.draft.age")


def test_a_lost_answer_leaves_an_orphan_and_one_form(open_site, portal):
    site = open_site()
    portal.lose_the_answer = True
    begun(site)
    assert site.last.step is DispatchStep.WAITING and len(portal.drafts) == 1
    portal.lose_the_answer = False
    site.clock.advance(60)
    site.work()
    assert site.last.step is DispatchStep.OUTSIDE and len(portal.drafts) == 2
    portal.submit(AT, 1)
    site.clock.advance(QUARTER)
    site.work()
    assert site.kinds() == ["submission", "sent"] and portal.drafts[0].state == "prefilled"


@pytest.mark.parametrize(
    ("status", "raw", "step", "fault"),
    [
        (500, b"oops", "waiting", "later"),
        (429, b"", "waiting", "later"),
        (400, b'{"error":"x"}', "given_up", "refused"),
        (301, b"", "given_up", "refused"),
        (201, b"not json", "waiting", "other"),
        (201, b"[" * 100_000, "waiting", "other"),
        (201, b"{}", "waiting", "other"),
        (201, b"[]", "waiting", "other"),
        (201, b"[1]", "waiting", "other"),
        (201, b"x" * 300_000, "waiting", "other"),
        (
            201,
            b'{"dossier_url":"javascript:1","dossier_prefill_token":"t","dossier_number":1,"state":"prefilled"}',
            "waiting",
            "other",
        ),
        (
            201,
            b'{"dossier_url":"https://x/","dossier_prefill_token":{},"dossier_number":1,"state":"prefilled"}',
            "waiting",
            "other",
        ),
    ],
)
def test_whatever_the_portal_answers_is_a_fault_and_no_more(open_site, portal, status, raw, step, fault):
    site = open_site()
    portal.answer_instead = (status, raw)
    begun(site)
    assert (site.last.step.value, site.last.fault, site.row.state.value) == (step, fault, "prepared")


@pytest.mark.parametrize("raw", [b"not json", b"{}", b"[]", b'[{"dossier_number":1000,"state":"x"}]', b"[[]]"])
def test_bad_news_are_no_news(open_site, portal, raw):
    site = open_site()
    begun(site)
    portal.answer_instead = (200, raw)
    site.clock.advance(QUARTER)
    site.work()
    assert site.kinds() == ["submission"] and site.last.step is DispatchStep.OUTSIDE


def test_nothing_is_told_to_a_portal_that_nobody_vouches_for(open_site, portal):
    site = open_site(demarche_trust=None)
    begun(site)
    assert site.last.fault == "not_trusted" and portal.drafts == []
    plain = DemarcheChannel(DemarcheSettings(portal.url.replace("https", "http")), site.desk.guides)
    assert getattr(plain._ask("GET", "/"), "fault", None) == "not_trusted"


def test_neither_address_nor_token_nor_field_is_in_clear(open_site, portal, tmp_path):
    site = open_site()
    begun(site)
    for path in (tmp_path / "data").rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        for canary in (portal.drafts[0].token.encode(), b"prefill_token", b"CANARI"):
            assert canary not in content, path.name


def test_only_the_fields_that_the_guide_names(open_site, portal):
    site = open_site()
    sending = open_sending(site.desk, Press())._sending
    with pytest.raises(CannotSend, match="champ"):
        sending.choose(site.row, Way.DEMARCHE, {"champ_other": "x"})
    sending.choose(site.row, Way.DEMARCHE, {FIELD: "  a\nb  ", "identite_prenom": " "})
    site.work()
    assert portal.drafts[0].fields == {FIELD: "a b"}


def test_without_a_form_there_is_no_address_to_print(open_site):
    site = open_site()
    with pytest.raises(CannotSend, match="formulaire"):
        open_sending(site.desk, Press())._sending.link(site.row)

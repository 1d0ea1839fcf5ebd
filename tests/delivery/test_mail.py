"""By e-mail, through a real SMTP server with TLS and a password: once, or honestly "perhaps"."""

import asyncio
import io
import random
import smtplib
from dataclasses import replace

import pikepdf
import pytest

from kiosk.application.outgoing import open_sending
from kiosk.delivery.api import DeliveryFault
from kiosk.delivery.choice import CannotSend, Way
from kiosk.proof.event_code import Event
from kiosk.proof.model import Verdict
from kiosk.proof.verify_picture import verify_picture
from kiosk.storage.registry import DispatchStep
from tests.delivery.conftest import Site
from tests.support.desk import CANARY, Press
from tests.support.every_way import ADDRESS_CANARY, DETAILS, NAME_CANARY, TO, put_mail
from tests.support.mail_server import USER, MailServer


def sending(site: Site):
    return open_sending(site.desk, Press())._sending


def choose(site: Site, way: Way = Way.MAIL, details=DETAILS):
    return sending(site).choose(site.row, way, details)


def states(site: Site) -> tuple[str, str]:
    return site.row.state.value, site.last.step.value


def test_one_message_with_the_bundle_and_who_it_is_for(open_site, mail: MailServer):
    site = open_site()
    choose(site)
    site.work()
    assert states(site) == ("sent", "sent") and site.kinds() == ["submission", "sent"]
    (received,) = mail.received
    message = received.message
    assert received.recipients == (TO,) and USER in message["From"]
    assert site.number in message["Subject"] and received.envelope_id in message["Message-ID"]
    text = message.get_body().get_content()
    assert NAME_CANARY in text and ADDRESS_CANARY in text and "L112-11" in text
    (attachment,) = message.iter_attachments()
    with pikepdf.open(io.BytesIO(attachment.get_content())) as bundle:
        assert len(bundle.pages) == 2
    assert attachment.get_filename() == f"dossier_{site.number}.pdf"
    site.work()
    assert len(mail.received) == 1


def test_the_receipt_of_the_departure_verifies(open_site):
    site = open_site()
    choose(site)
    site.work()
    ticket = site.desk.following.duplicate(site.row, Event.SENT)
    report = verify_picture(ticket, [site.desk.submissions.certificate])
    assert report.verdict is Verdict.GENUINE and "Envoyé" in report.sentence


def test_the_name_is_sealed_until_it_was_used_and_gone_then(open_site, tmp_path):
    site = open_site()
    choose(site)
    canaries = [NAME_CANARY.encode(), ADDRESS_CANARY.encode(), b"CANARI", CANARY]

    def found() -> list[str]:
        files = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
        return [path.name for path in files if any(canary in path.read_bytes() for canary in canaries)]

    assert found() == []
    assert site.desk.vault.has(site.visit.id, "way-mail.details.age")
    site.work()
    assert found() == [] and not site.desk.vault.has(site.visit.id, "way-mail.details.age")


def test_an_answer_lost_after_the_last_byte_is_perhaps_and_never_sent_again(open_site, mail):
    site = open_site()
    mail.answer = ""
    choose(site)
    site.work()
    assert states(site) == ("unsure", "unsure") and site.kinds() == ["submission", "unsure"]
    assert site.last.fault == "answer_lost"
    mail.answer = "250 OK"
    for _ in range(5):
        site.clock.advance(3600)
        site.work()
    assert len(mail.received) == 1, "it was sent a second time"
    with pytest.raises(CannotSend):
        choose(site, Way.POST, {})


def test_a_report_answers_what_the_lost_reply_would_have(open_site, mail, tmp_path):
    site = open_site()
    mail.answer = ""
    choose(site)
    site.work()
    put_mail(tmp_path, mail.received[0].report("delivered"))
    site.work()
    assert states(site) == ("sent", "sent") and site.kinds() == ["submission", "unsure", "sent"]
    assert list((tmp_path / "Maildir" / "new").iterdir()) == []


def test_a_person_answers_it_too_and_it_may_leave_again(open_site, mail):
    site = open_site()
    mail.answer = ""
    choose(site)
    site.work()
    site.desk.following.note(site.row, Event.RETURNED)
    assert states(site) == ("failed", "returned")
    mail.answer = "250 OK"
    choose(site)
    site.work()
    assert states(site) == ("sent", "sent") and site.kinds() == ["submission", "unsure", "returned", "sent"]
    first, second = mail.ids
    assert first != second, "another attempt is another message"
    for event in (Event.UNSURE, Event.RETURNED, Event.SENT):
        assert site.desk.following.duplicate(site.row, event)
    site.desk.following.note(site.row, Event.RECEIVED, reference="AR-1")
    assert site.desk.ledger.rows()[-1].subject.endswith(".2")


@pytest.mark.parametrize("with_id", [True, False])
def test_a_bounce_is_not_delivered(open_site, mail, tmp_path, with_id):
    site = open_site()
    choose(site)
    site.work()
    put_mail(tmp_path, mail.received[0].report("failed", with_id=with_id))
    site.work()
    assert states(site) == ("failed", "returned") and site.kinds() == ["submission", "sent", "returned"]
    choose(site)
    site.work()
    assert states(site) == ("sent", "sent") and len(mail.received) == 2


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed"])
def test_news_that_change_nothing(open_site, mail, tmp_path, action):
    site = open_site()
    choose(site)
    site.work()
    put_mail(tmp_path, mail.received[0].report(action))
    site.work()
    assert states(site) == ("sent", "sent"), "arrived is not acknowledged by the public body"


def test_a_forged_bounce_is_left_alone(open_site, mail, tmp_path):
    site = open_site()
    choose(site)
    site.work()
    genuine = mail.received[0].report("failed")
    tag = mail.received[0].envelope_id.rpartition(".")[2].encode()
    put_mail(tmp_path, genuine.replace(tag, b"0" * 12))
    site.work()
    assert states(site) == ("sent", "sent")


@pytest.mark.parametrize(
    ("answer", "fault", "step"),
    [
        ("451 4.3.0 later", DeliveryFault.LATER, DispatchStep.WAITING),
        ("554 5.7.1 no", DeliveryFault.REFUSED, DispatchStep.GIVEN_UP),
        ("552 5.3.4 too big", DeliveryFault.TOO_BIG, DispatchStep.GIVEN_UP),
    ],
)
def test_a_refusal_is_a_refusal_at_every_moment(open_site, mail, answer, fault, step):
    site = open_site()
    choose(site)
    mail.answer = answer
    site.work()
    assert (site.row.state.value, site.last.step, site.last.fault) == ("prepared", step, fault.value)
    mail.answer, mail.to_rcpt = "250 OK", answer
    sending(site).try_again(site.row)
    site.work()
    assert (site.row.state.value, site.last.step, site.last.fault) == ("prepared", step, fault.value)
    assert mail.received == [] and site.kinds() == ["submission"]
    mail.to_rcpt = ""
    sending(site).try_again(site.row)
    site.work()
    assert states(site) == ("sent", "sent") and len(mail.received) == 1


def test_nobody_there_is_tried_again_later_and_later(open_site, mail):
    site = open_site(mail_port=1)
    choose(site)
    waits = []
    for _ in range(4):
        site.work()
        owed = site.desk.registry.obligations_of(site.row.id)[-1]
        waits.append(round((owed.next_attempt_at - site.clock.now()).total_seconds()))
        site.clock.advance(waits[-1])
    assert waits == [5, 10, 20, 40] and site.last.fault == "unreachable"
    assert states(site) == ("prepared", "waiting")


def test_a_server_that_nobody_vouches_for_gets_nothing(open_site, mail):
    site = open_site(mail_trust=None)
    choose(site)
    site.work()
    assert site.last.fault == "not_trusted" and mail.attempts == 0


def test_a_wrong_password_is_for_a_person_to_mend(open_site, tmp_path, mail):
    site = open_site()
    (tmp_path / "mail.secret").write_text("faux")
    choose(site)
    site.work()
    assert (site.last.step, site.last.fault) == (DispatchStep.GIVEN_UP, "refused") and mail.received == []


def test_what_is_too_big_leaves_as_several_each_once(open_site, mail, monkeypatch):
    site = open_site()
    _with_a_big_bundle(site, monkeypatch)
    choose(site)
    mail.answer = ""
    site.work()
    assert states(site)[1] == "unsure" and len(mail.received) == 1
    assert "(1/3)" in mail.received[0].message["Subject"]


def test_parts_go_on_where_they_stopped(open_site, mail, monkeypatch):
    site = open_site()
    _with_a_big_bundle(site, monkeypatch)
    choose(site)

    def later_from_now_on() -> None:
        if len(mail.received) == 2:
            mail.to_rcpt = "451 later"

    mail.on_message = later_from_now_on
    site.work()
    assert states(site) == ("prepared", "waiting") and (site.last.parts, site.last.passed) == (3, 2)
    mail.to_rcpt = ""
    site.clock.advance(60)
    site.work()
    assert states(site) == ("sent", "sent") and len(set(mail.ids)) == len(mail.ids) == 3
    pages = 0
    for received in mail.received:
        (attachment,) = received.message.iter_attachments()
        assert len(received.raw) <= 200_000
        with pikepdf.open(io.BytesIO(attachment.get_content())) as part:
            pages += len(part.pages)
    assert pages == 6
    with pytest.raises(CannotSend):
        sending(site).call_back(site.row)


def _with_a_big_bundle(site, monkeypatch):
    """Six pages of 60 kB, and messages of at most 200 kB."""
    draw, big = random.Random(6), pikepdf.new()
    for _ in range(6):
        big.add_blank_page().Contents = big.make_stream(draw.randbytes(60_000))
    out = io.BytesIO()
    big.save(out)
    genuine = site.desk.submissions.paper_for_desk
    bundle = out.getvalue()
    monkeypatch.setattr(
        site.desk.submissions,
        "paper_for_desk",
        lambda row, name: bundle if name == "bundle.pdf.age" else genuine(row, name),
    )
    channel = site.delivering._channels["mail"]
    channel._settings = replace(channel._settings, largest=200_000)


def test_the_guide_and_the_law_decide_before_anything_is_owed(open_site, mail):
    site = open_site()
    with pytest.raises(CannotSend, match="R112-9-1"):
        choose(site, details={"name": "x"})
    with pytest.raises(CannotSend, match="champ"):
        choose(site, details={**DETAILS, "nir": "1"})
    reserved = site.row
    object.__setattr__(reserved, "guide_id", "caf.dtr")
    with pytest.raises(CannotSend, match="L112-9"):
        sending(site).choose(reserved, Way.MAIL, DETAILS)
    site.work()
    assert mail.attempts == 0 and site.desk.registry.open_dispatches() == ()


def test_a_way_that_is_not_set_up_is_said(open_site):
    site = open_site(mail_addresses={})
    with pytest.raises(CannotSend, match="réglée"):
        choose(site)


def test_called_back_before_it_left(open_site, mail):
    site = open_site()
    choose(site)
    sending(site).call_back(site.row)
    site.work()
    assert mail.received == [] and site.last.step is DispatchStep.CALLED_BACK
    assert not site.desk.vault.has(site.visit.id, "way-mail.details.age")
    choose(site, Way.POST, {})
    site.work()
    assert states(site) == ("prepared", "outside")


def test_noted_by_hand_while_it_waits_it_does_not_leave_a_second_time(open_site, mail):
    site = open_site()
    choose(site)
    site.desk.following.note(site.row, Event.SENT, reference="portail 12")
    site.work()
    assert mail.received == [] and states(site) == ("sent", "sent")


@pytest.mark.parametrize("how", ["called back", "noted by hand"])
def test_stopped_while_it_is_being_sent_it_does_not_leave(open_site, mail, monkeypatch, how):
    site = open_site()
    choose(site)
    genuine = smtplib.SMTP.docmd

    def in_the_meantime(server, command, *more):
        if command == "DATA":
            if how == "called back":
                sending(site).call_back(site.row)
            else:
                site.desk.following.note(site.row, Event.SENT, reference="portail 12")
        return genuine(server, command, *more)

    monkeypatch.setattr(smtplib.SMTP, "docmd", in_the_meantime)
    site.work()
    site.clock.advance(3600)
    site.work()
    assert mail.received == []
    expected = ("prepared", "called_back") if how == "called back" else ("sent", "sent")
    assert states(site) == expected


def test_erased_copies_are_not_sent(open_site, mail):
    site = open_site()
    choose(site)
    site.desk.vault.remove_visit(site.visit.id)
    site.work()
    assert (site.last.step, site.last.fault) == (DispatchStep.GIVEN_UP, "bundle_missing") and mail.received == []


def test_the_request_says_what_was_planned(open_site):
    site = open_site()
    handlers = open_sending(site.desk, Press()).handlers
    ask = lambda name, **request: asyncio.run(handlers[name]({"number": site.number, **request}))  # noqa: E731
    assert ask("send", by="mail", details=DETAILS) == {"ok": True, "way": "mail", "step": "waiting"}
    for wrong in ({"by": "fax"}, {"by": None}, {"by": "mail", "details": "x"}, {"by": "demarche"}):
        assert not ask("send", **wrong)["ok"]
    assert not asyncio.run(handlers["send"]({"number": "x-1", "by": "mail"}))["ok"]
    assert ask("call_back")["ok"] and not ask("call_back")["ok"] and not ask("try_again")["ok"]

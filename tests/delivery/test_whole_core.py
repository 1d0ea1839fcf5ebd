"""The real core process, killed at the worst moment: each way out, each step verified, nothing personal left."""

import base64
import contextlib
import json
import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.application.desk import open_desk
from kiosk.cli import main
from kiosk.mediation.client import CoreUnavailable, request
from kiosk.proof import qr
from kiosk.storage.engine import open_for_reading
from kiosk.storage.registry import Registry, SubmissionRow
from tests.support.demarche_server import DemarcheServer
from tests.support.desk import CANARY, desk_settings, open_visit
from tests.support.every_way import DETAILS, FIELDS, GUIDE, guides, put_mail, site
from tests.support.mail_server import PASSWORD, MailServer
from tests.support.running_core import RunningCore
from tests.support.tls import Certificates

WAIT_SECONDS = 60.0
CANARIES = (CANARY, b"CANARI", b"14 rue des Lilas", b"Aubertin Salom", PASSWORD.encode(), b"prefill_token")


def environment(settings: dict[str, object]) -> dict[str, str]:
    def text(value: object) -> str:
        return json.dumps(value, default=str) if isinstance(value, dict | tuple) else str(value)

    return {f"KIOSK_{name.upper()}": text(value) for name, value in settings.items()}


class Kiosk:
    """The core, and what a mediator asks of it."""

    def __init__(self, folder: Path, settings: dict[str, object]) -> None:
        self.folder = folder
        desk = open_desk(desk_settings(folder, guides_dir=settings["guides_dir"]), None)
        self.numbers = []
        for _ in range(4):
            visit = open_visit(desk, 1, guide=GUIDE)
            self.numbers.append(desk.submissions.submit(visit, (), ()).number)
            desk.visits.end(visit, "finished")
        desk.close()
        more = {"KIOSK_PACE": "0.002", "KIOSK_PRINT_FOLDER": str(folder / "prints")}
        self.core = RunningCore(folder, {**environment(settings), **more})

    def start(self) -> None:
        self.core.start()
        self.core.screen()

    def ask(self, control: str, number: str, **more: object) -> dict[str, object]:
        answer = request(self.core.settings.control_socket, {"control": control, "number": number, **more}, seconds=60)
        assert answer["ok"], answer
        return answer

    def row(self, number: str) -> SubmissionRow:
        engine = open_for_reading(self.core.settings.registry_url)
        assert engine is not None
        registry = Registry(engine)
        try:
            row = registry.submission_by_number(number)
            assert row is not None
            return row
        finally:
            registry.close()

    def until(self, wanted: Callable[[], bool]) -> None:
        deadline = time.monotonic() + WAIT_SECONDS
        while not wanted():
            assert time.monotonic() < deadline, (self.folder / "core.log").read_text()[-3000:]
            time.sleep(0.05)

    def verifies(self, number: str, event: str) -> None:
        """The follow-up of a step, printed again, through `kiosk verify`."""
        ticket = self.folder / f"{event}.png"
        ticket.write_bytes(base64.b64decode(str(self.ask("reprint", number, event=event)["ticket"])))
        certificate = self.core.settings.keys_dir / "kiosk.cert.pem"
        assert main(["verify", str(ticket), "--trust", str(certificate)]) == 0, (number, event)
        ticket.unlink()


@pytest.mark.timeout(300)
def test_each_way_out_of_a_core_that_is_killed(
    tmp_path: Path, tls: Certificates, mail: MailServer, portal: DemarcheServer
) -> None:
    kiosk = Kiosk(tmp_path, {**site(tmp_path, tls, mail, portal), "guides_dir": guides(tmp_path / "guides")})
    by_mail, by_form, by_post, by_hand = kiosk.numbers
    try:
        kiosk.start()
        # By e-mail: killed when the server has the message and the core does not know it.
        killed = threading.Event()

        def kill_now() -> None:
            kiosk.core.kill()
            killed.set()

        mail.on_message = kill_now
        with contextlib.suppress(CoreUnavailable):  # killed before it answers, perhaps: what was planned is on the disk
            kiosk.ask("send", by_mail, by="mail", details=DETAILS)
        assert killed.wait(WAIT_SECONDS)
        mail.on_message = lambda: None
        kiosk.start()
        kiosk.until(lambda: kiosk.row(by_mail).state == "unsure")
        kiosk.verifies(by_mail, "unsure")
        put_mail(tmp_path, mail.received[0].report("delivered"))
        kiosk.until(lambda: kiosk.row(by_mail).state == "sent")
        kiosk.verifies(by_mail, "sent")
        assert len(mail.received) == 1

        # A form of the portal: killed once it is begun.
        kiosk.ask("send", by_form, by="demarche", details=FIELDS)
        kiosk.until(lambda: len(portal.drafts) == 1)
        kiosk.core.kill()
        kiosk.start()
        kiosk.until(lambda: _link(kiosk, by_form) != "")
        token = _link(kiosk, by_form).rpartition("=")[2]
        portal.submit("2026-11-24T10:00:00+01:00", [draft.token for draft in portal.drafts].index(token))
        kiosk.until(lambda: kiosk.row(by_form).state == "sent")
        kiosk.verifies(by_form, "sent")

        # By post and by hand.
        kiosk.ask("send", by_post, by="post")
        assert kiosk.ask("pack", by_post, print=True)["printed"] is True
        assert list((tmp_path / "prints").glob(f"*{by_post}-print_pack*"))
        kiosk.ask("sent", by_post, tracking="RR 4731 2482 9 FR")
        kiosk.ask("sent", by_hand, reference="portail 12")
        document = base64.b64encode(b"%PDF " + CANARY).decode()
        kiosk.ask("received", by_hand, reference="AR-1", document=document)
        kiosk.ask("counted", by_hand, pages=1)
        kiosk.verifies(by_post, "sent")
        for event in ("sent", "received", "counted"):
            kiosk.verifies(by_hand, event)
        token_seen = token.encode()
    finally:
        kiosk.core.kill()
        kiosk.core.close_screens()
    _nothing_is_left(tmp_path, token_seen)
    desk = open_desk(desk_settings(tmp_path, guides_dir=tmp_path / "guides"), None)
    assert desk.ledger.verify(desk.submissions.certificate.holds).intact
    sent = [row.subject for row in desk.ledger.rows() if row.kind == "sent"]
    assert len(sent) == len(set(sent)) == 4
    desk.close()


def _link(kiosk: Kiosk, number: str) -> str:
    """The address in the code of the ticket; empty while there is none."""
    answer = request(kiosk.core.settings.control_socket, {"control": "link", "number": number}, seconds=60)
    if not answer["ok"]:
        return ""
    (text,) = qr.read(qr.open_picture(base64.b64decode(str(answer["ticket"]))))
    return text


def _nothing_is_left(folder: Path, token: bytes) -> None:
    left = [path for part in ("data", "run") for path in (folder / part).rglob("*")] + [folder / "core.log"]
    assert len(left) > 20
    for path in left:
        assert not re.search(r"canari|aubertin|lilas", str(path.relative_to(folder)), re.IGNORECASE), path
        content = path.read_bytes() if path.is_file() else b""
        for canary in (*CANARIES, token):
            assert canary not in content, f"{path.name} holds {canary!r}"

"""The outbox in a mediator's browser: every way out, in front of real servers, and the paper of each state verified."""

import base64
import contextlib
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.application.desk import open_desk
from kiosk.cli import main
from kiosk.mediation.client import request
from kiosk.storage.ledger import Ledger
from tests.console.test_browser import LOCAL, MAY_SOUND
from tests.delivery.test_whole_core import environment
from tests.support.chromium import Browser, chromium
from tests.support.console import RunningConsole, running_console
from tests.support.demarche_server import DemarcheServer, demarche_server
from tests.support.desk import desk_settings, open_visit
from tests.support.every_way import FIELD, GUIDE, guides, put_mail, site
from tests.support.mail_server import MailServer, mail_server
from tests.support.running_core import RunningCore
from tests.support.tls import certificates

WAYS = ("desk", "mail", "unsure", "demarche", "post")
WORDS = {
    "prepared": "à envoyer",
    "unsure": "peut-être envoyé",
    "sent": "envoyé",
    "received": "reçu par l’organisme",
    "counted": "compté par l’organisme",
    "decided": "décidé",
    "returned": "non remis, à reprendre",
}


@dataclass
class Outbox:
    """A space with one submission for each way, and the browser of a mediator."""

    folder: Path
    core: RunningCore
    console: RunningConsole
    browser: Browser
    mail: MailServer
    portal: DemarcheServer
    numbers: dict[str, str]
    words: str
    verified: set[tuple[str, str]] = field(default_factory=set)

    def show(self, way: str) -> None:
        self.browser.visit(f"{self.console.url}/outbox/borne-1/{self.numbers[way]}")

    def fill(self, **values: str) -> None:
        for field_id, value in values.items():
            self.browser.run(f"document.getElementById({field_id!r}).value = {value!r}")

    def press(self, words: str, told: str) -> None:
        self.browser.press(words)
        self.browser.until(f"(document.querySelector('.told')?.textContent || '').includes({told!r})")

    def note(self, step: str, told: str) -> None:
        """The form of one step."""
        self.browser.run(f"document.querySelector('form[action$=\"/note/{step}\"]').requestSubmit()")
        self.browser.until(f"(document.querySelector('.told')?.textContent || '').includes({told!r})")

    def state(self, way: str, state: str) -> None:
        """The page comes to say so, and the paper of that state is verified by `kiosk verify`."""
        words = f"document.querySelector('.lead .state')?.textContent === {WORDS[state]!r}"
        for _ in range(300):
            self.show(way)
            if self.browser.run(words):
                break
        else:
            raise TimeoutError(f"{way}: not {state}")
        event = {} if state == "prepared" else {"event": state}
        answer = request(
            self.core.settings.control_socket, {"control": "reprint", "number": self.numbers[way], **event}, seconds=60
        )
        assert answer["ok"], answer
        for kind, ending in (("ticket", "png"), ("sheet", "pdf")):
            if kind in answer:
                paper = self.folder / f"paper.{ending}"
                paper.write_bytes(base64.b64decode(str(answer[kind])))
                trust = str(self.core.settings.keys_dir / "kiosk.cert.pem")
                assert main(["verify", str(paper), "--trust", trust]) == 0, (way, state, kind)
        self.verified.add((way, state))


@pytest.fixture(scope="module")
def outbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outbox]:
    folder = tmp_path_factory.mktemp("outbox")
    with contextlib.ExitStack() as stack:
        tls = certificates(tmp_path_factory.mktemp("tls"))
        mail, portal = stack.enter_context(mail_server(tls)), stack.enter_context(demarche_server(tls))
        settings = {**site(folder, tls, mail, portal), "guides_dir": guides(folder / "guides", max_pages=1)}
        desk = open_desk(desk_settings(folder, guides_dir=settings["guides_dir"]), None)
        numbers, words = {}, ""
        for way in WAYS:
            visit = open_visit(desk, 2, guide=GUIDE)
            numbers[way] = desk.submissions.submit(visit, (), ()).number
            words = words or " ".join(visit.words)
            desk.visits.end(visit, "finished")
        desk.close()
        more = {"KIOSK_PACE": "0.002", "KIOSK_PRINT_FOLDER": str(folder / "prints")}
        core = RunningCore(folder, {**environment(settings), **more}).start()
        stack.callback(core.close_screens)
        stack.callback(core.kill)
        core.screen()
        console = stack.enter_context(running_console(folder, KIOSK_GUIDES_DIR=str(settings["guides_dir"])))
        browser = stack.enter_context(chromium(folder / "profile", LOCAL, MAY_SOUND))
        browser.visit(f"{console.url}/enter")
        browser.run(f"document.getElementById('code').value = '{console.code()}'")
        browser.press("Entrer")
        browser.until("!!document.querySelector('.kiosk:not(.dark)')")
        yield Outbox(folder, core, console, browser, mail, portal, numbers, words)


def test_by_hand_as_the_files_that_the_body_takes(outbox: Outbox) -> None:
    """Two pages, one page a file: two files with clear names, one opening in the ledger, then every state by hand."""
    outbox.state("desk", "prepared")
    number, browser = outbox.numbers["desk"], outbox.browser
    browser.press("Ouvrir le dossier (PDF)")
    browser.until("(document.querySelector('h1')?.textContent || '').includes('2 fichiers')")
    names = browser.run("[...document.querySelectorAll('.file b')].map(e => e.textContent)")
    assert names == [f"ressources_{number}_{place}-sur-2.pdf" for place in (1, 2)]
    mediator = outbox.console.enter("Karim")
    for place, name in enumerate(names, 1):
        said = mediator.post(f"/outbox/borne-1/{number}/bundle", part=str(place))
        assert said.headers["content-disposition"] == f'attachment; filename="{name}"'
        assert said.body.startswith(b"%PDF") and said.body.count(b"/Type /Page\n") <= 1
    assert "told=" in mediator.post(f"/outbox/borne-1/{number}/bundle", part="3").place
    ledger = Ledger(outbox.core.settings.ledger_path)
    assert len([row for row in ledger.rows() if row.kind == "opened"]) == 1
    outbox.show("desk")
    outbox.fill(**{"ref-sent": "PORTAIL 12"})
    outbox.note("sent", "noté comme envoyé")
    outbox.state("desk", "sent")
    outbox.fill(**{"ref-received": "AR-1"})
    scan = outbox.folder / "accuse.pdf"
    scan.write_bytes(b"%PDF the acknowledgement")
    browser.choose("#doc-received", [scan])
    outbox.note("received", "accusé de réception est noté")
    outbox.state("desk", "received")
    outbox.fill(**{"pages-counted": "2"})
    outbox.note("counted", "nombre de pages est noté")
    outbox.state("desk", "counted")
    outbox.note("decided", "décision est notée")
    outbox.state("desk", "decided")


def send_by_mail(outbox: Outbox, way: str) -> None:
    outbox.state(way, "prepared")
    outbox.fill(**{"mail-name": "Salomé Aubertin", "mail-address": "14 rue des Lilas, 42000 Saint-Étienne"})
    outbox.press("Envoyer par courriel", "chemin d’envoi est choisi")


def test_by_mail_with_what_a_message_must_name(outbox: Outbox) -> None:
    send_by_mail(outbox, "mail")
    outbox.state("mail", "sent")
    assert len(outbox.mail.received) == 1
    assert "14 rue des Lilas" in outbox.mail.received[0].message.get_body().get_content()  # type: ignore[union-attr]
    put_mail(outbox.folder, outbox.mail.received[0].report("failed"))
    outbox.state("mail", "returned")
    outbox.press("Envoyer par le conseiller, sur le portail ou au guichet", "chemin d’envoi est choisi")
    outbox.note("sent", "noté comme envoyé")
    outbox.state("mail", "sent")


def test_by_mail_killed_between_the_message_and_the_answer(outbox: Outbox) -> None:
    """The delivery dies when the server has the message: "perhaps", never twice, until the server reports."""
    killed = threading.Event()

    def kill() -> None:
        outbox.core.kill()
        killed.set()

    outbox.mail.received.clear()
    outbox.mail.on_message = kill
    outbox.state("unsure", "prepared")
    outbox.fill(**{"mail-name": "Salomé Aubertin", "mail-address": "14 rue des Lilas"})
    outbox.browser.press("Envoyer par courriel")
    assert killed.wait(60)
    outbox.mail.on_message = lambda: None
    outbox.core.start()
    outbox.core.screen()
    outbox.state("unsure", "unsure")
    put_mail(outbox.folder, outbox.mail.received[0].report("delivered"), "2.report")
    outbox.state("unsure", "sent")
    assert len(outbox.mail.received) == 1


def test_on_demarche_numerique_begun_here_and_finished_by_the_visitor(outbox: Outbox) -> None:
    outbox.state("demarche", "prepared")
    outbox.fill(**{f"demarche-{FIELD}": "1234567", "demarche-identite_prenom": "Salomé"})
    outbox.press("Envoyer sur Démarche numérique", "chemin d’envoi est choisi")
    for _ in range(300):
        outbox.show("demarche")
        if outbox.browser.run("document.body.textContent.includes('Imprimer l’adresse du formulaire')"):
            break
    assert [draft.fields for draft in outbox.portal.drafts] == [{FIELD: "1234567", "identite_prenom": "Salomé"}]
    outbox.press("Imprimer l’adresse du formulaire", "adresse du formulaire est imprimée")
    assert list((outbox.folder / "prints").glob(f"*{outbox.numbers['demarche']}-print_link*"))
    outbox.state("demarche", "prepared")  # begun is not sent
    outbox.portal.submit("2026-11-24T10:00:00+01:00")
    outbox.state("demarche", "sent")


def test_by_post_with_its_pack_and_its_number(outbox: Outbox) -> None:
    outbox.state("post", "prepared")
    outbox.press("Envoyer par courrier", "chemin d’envoi est choisi")
    number = outbox.numbers["post"]
    pack = outbox.console.enter().post(f"/outbox/borne-1/{number}/pack")
    assert pack.body.startswith(b"%PDF") and f"{number}-pack.pdf" in pack.headers["content-disposition"]
    for _ in range(300):
        outbox.show("post")
        if outbox.browser.run("!!document.getElementById('tracking')"):
            break
    outbox.fill(tracking="RR 4731 2482 9 FR")
    outbox.note("sent", "noté comme envoyé")
    outbox.state("post", "sent")
    assert "RR473124829FR" in outbox.browser.run("document.body.textContent")


def test_on_the_stick_of_the_visitor(outbox: Outbox) -> None:
    """Whoever holds the key gets the receipt and the pages, and the receipt there is genuine."""
    stick = outbox.folder / "sticks" / "CLE"
    stick.mkdir(parents=True)
    message = {"control": "copy", "number": outbox.numbers["desk"], "key": outbox.words, "sealed": False}
    answer = request(outbox.core.settings.control_socket, message, seconds=60)
    assert answer["ok"], answer
    trust = str(outbox.core.settings.keys_dir / "kiosk.cert.pem")
    receipt = stick / "Temoin" / outbox.numbers["desk"] / "recu.pdf"
    assert main(["verify", str(receipt), "--trust", trust]) == 0


def test_every_state_was_verified_and_each_left_once(outbox: Outbox) -> None:
    assert {state for _, state in outbox.verified} == set(WORDS)
    assert {way for way, state in outbox.verified if state == "sent"} == set(WAYS)
    sent = [row.subject for row in Ledger(outbox.core.settings.ledger_path).rows() if row.kind == "sent"]
    assert len(sent) == len(set(sent)) == len(WAYS) + 1, "the message that came back left again"
    logs = (outbox.folder / "core.log").read_text() + (outbox.folder / "console.log").read_text()
    assert not re.search("Salomé|Aubertin|Lilas|1234567", logs)

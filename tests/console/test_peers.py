"""Two kiosks of a space: each console sees both, each call is its kiosk’s, one that dies darkens only itself."""

import asyncio
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.clock import SystemClock
from kiosk.console.kiosks import BadPeer, PeerKiosk
from kiosk.console.tls import CERTIFICATE, fingerprint_of, names_of_this_machine, server_certificate
from kiosk.journey.actions import Action
from kiosk.mediation.client import CoreUnavailable
from tests.console.conftest import OPEN
from tests.support.console import RunningConsole, Visitor, free_port
from tests.support.running_core import RunningCore, SocketScreen, running_core

KEY = "the-key-of-this-space-for-the-test"


@dataclass
class Two:
    cores: tuple[RunningCore, RunningCore]
    consoles: tuple[RunningConsole, RunningConsole]
    screens: tuple[SocketScreen, SocketScreen]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    folders = [tmp_path_factory.mktemp(name) for name in ("one", "two")]
    ports = [free_port(), free_port()]
    prints = []
    for folder, name in zip(folders, ("borne-1", "borne-2"), strict=True):
        place = folder / "data" / "console"
        certificate, _ = server_certificate(place, names_of_this_machine(name), SystemClock().now())
        prints.append(fingerprint_of(certificate))
        (place / "site.key").write_text(KEY)
    environments = [{"KIOSK_KIOSK_NAME": name, "KIOSK_OPENING_HOURS": OPEN} for name in ("borne-1", "borne-2")]
    with (
        running_core(folders[0], **environments[0]) as first,
        running_core(folders[1], **environments[1]) as second,
    ):
        screens = (first.screen(), second.screen())
        consoles = []
        try:
            for index, folder in enumerate(folders):
                other = 1 - index
                peer = f"https://127.0.0.1:{ports[other]}/#{prints[other]}"
                environment = {**environments[index], "KIOSK_CONSOLE_PEERS": json.dumps([peer])}
                consoles.append(RunningConsole(folder, environment, ports[index]).start())
            yield Two((first, second), (consoles[0], consoles[1]), screens)
        finally:
            for console in consoles:
                console.kill()


def test_a_call_of_either_is_heard_at_both_and_first_wins_there(two: Two) -> None:
    here, there = two.consoles[0].enter("Sofia"), two.consoles[1].enter("Karim")
    two.screens[1].at("standby")
    two.screens[1].tap(Action.CALL)
    rings = [_ring(visitor) for visitor in (here, there)]
    assert rings[0] == rings[1]
    call = rings[0]
    assert here.post(f"/calls/borne-2/{call}/coming").place == "/"
    assert "Sofia" in there.post(f"/calls/borne-2/{call}/coming").place
    shown = two.screens[1].until(lambda frame: frame.help is not None and frame.help.mediator == "Sofia")
    assert shown.help is not None
    here.post(f"/calls/borne-2/{call}/closed")
    two.screens[1].until(lambda frame: frame.help is None)


def test_outbox_and_opening_days_are_those_of_the_whole_space(two: Two) -> None:
    visitor = two.consoles[0].enter()
    assert visitor.get("/outbox").status == 200
    visitor.post("/opening", day="2099-12-25", closed="yes")
    for console in two.consoles:
        assert "2099-12-25" in console.enter().get("/opening").text
    visitor.post("/opening", day="2099-12-25", closed="no")


def test_a_kiosk_that_is_away_darkens_only_itself_and_comes_back(two: Two) -> None:
    visitor = two.consoles[0].enter()
    visitor.until(lambda event: str(event["html"]).count("Sans nouvelles") == 0)
    two.consoles[1].kill()
    dark = visitor.until(lambda event: "Sans nouvelles" in str(event["html"]))
    assert str(dark["html"]).count("Sans nouvelles") == 1
    two.screens[0].tap(Action.CALL)
    _ring(visitor)
    two.consoles[1].start()
    visitor.until(lambda event: "Sans nouvelles" not in str(event["html"]))


def test_another_certificate_and_another_key_are_not_spoken_to(two: Two) -> None:
    pin = fingerprint_of(two.cores[1].settings.console_dir / CERTIFICATE)
    url = two.consoles[1].url
    assert asyncio.run(PeerKiosk(f"{url}/#{pin}", KEY).ask({"control": "watch"}, 5))["ok"]
    for peer in (PeerKiosk(f"{url}/#{'0' * 64}", KEY), PeerKiosk(f"{url}/#{pin}", "another key")):
        with pytest.raises(CoreUnavailable):
            asyncio.run(peer.ask({"control": "watch"}, 5))
    refused = two.consoles[1].ask("POST", "/peer/ask", b"{}", {"Authorization": f"Bearer {KEY}"})
    assert refused.status == 400
    for control in ("pair_issue", "erase", "purge", "resume", "print_recovery"):
        body = json.dumps({"control": control, "role": "site_manager"}).encode()
        assert two.consoles[1].ask("POST", "/peer/ask", body, {"Authorization": f"Bearer {KEY}"}).status == 400


@pytest.mark.parametrize("url", ["http://a/#" + "0" * 64, "https://a:8443/", "https://a/#12", "ftp://x"])
def test_an_address_without_a_fingerprint_is_no_peer(url: str) -> None:
    with pytest.raises(BadPeer):
        PeerKiosk(url, KEY)


def test_the_certificate_is_renewed_and_its_fingerprint_stays(tmp_path: Path) -> None:
    now = SystemClock().now()
    certificate, _ = server_certificate(tmp_path, ("borne-1",), now)
    before, pin = certificate.read_bytes(), fingerprint_of(certificate)
    server_certificate(tmp_path, ("borne-1",), now + dt.timedelta(days=5))
    assert certificate.read_bytes() == before
    for moment in (now + dt.timedelta(days=800), now - dt.timedelta(days=400)):
        server_certificate(tmp_path, ("borne-1",), moment)
        assert certificate.read_bytes() != before and fingerprint_of(certificate) == pin
        before = certificate.read_bytes()
    assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.iterdir())


def _ring(visitor: Visitor) -> str:
    rings = visitor.until(lambda event: bool(event["ring"]))["ring"]
    assert isinstance(rings, list)
    return str(rings[0]).partition(".")[0]

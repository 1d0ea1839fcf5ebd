"""A call is heard and seen: tones that really run, an alert of the desktop, and plain words where a browser refuses."""

from pathlib import Path

from kiosk.journey.actions import Action
from tests.console.conftest import Space
from tests.console.test_browser import LOCAL, MAY_SOUND, call_is, come_in
from tests.support.chromium import chromium


def end_call(space: Space) -> None:
    mediator = space.console.enter()
    rings = mediator.until(lambda event: bool(event["ring"]))["ring"]
    assert isinstance(rings, list)
    mediator.post(f"/calls/borne-1/{str(rings[0]).partition('.')[0]}/closed")
    call_is(space, None)


def test_a_call_sounds_and_shows_an_alert_on_every_page(space: Space, tmp_path: Path) -> None:
    space.screen.at("standby")
    with chromium(tmp_path / "profile", LOCAL, MAY_SOUND) as browser:
        browser.ask("Browser.grantPermissions", origin=space.console.url, permissions=["notifications"])
        come_in(space, browser)
        for page in ("/", "/outbox"):
            browser.visit(space.console.url + page)
            browser.until("document.getElementById('sound').hidden && Notification.permission === 'granted'")
            space.screen.tap(Action.CALL)
            browser.until("Number(document.body.dataset.sounded) >= 2")
            browser.until("Number(document.body.dataset.alerted) >= 1")
            assert browser.run("document.getElementById('calling').hidden") == (page == "/")
            end_call(space)
        browser.until("document.getElementById('calling').hidden")
        assert browser.complaints == []


def test_a_browser_that_refuses_to_sound_says_so_until_a_touch(space: Space, tmp_path: Path) -> None:
    space.screen.at("standby")
    with chromium(tmp_path / "profile", LOCAL, "--autoplay-policy=document-user-activation-required") as browser:
        come_in(space, browser)
        browser.until("!document.getElementById('sound').hidden")
        space.screen.tap(Action.CALL)
        browser.until("document.getElementById('mute').textContent.includes('sans son')")
        assert browser.run("document.body.dataset.sounded") is None
        end_call(space)
        browser.touch("#unlock")
        browser.until("document.getElementById('sound').hidden")
        space.screen.tap(Action.CALL)
        browser.until("Number(document.body.dataset.sounded) >= 2")
        end_call(space)

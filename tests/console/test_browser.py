"""The whole story in two windows: the visitor's screen, and a mediator's browser. Then with each process killed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.journey.actions import Action
from kiosk.journey.views import HelpState, ShareRequest
from kiosk.mediation.client import request
from kiosk.storage.ledger import Ledger
from tests.console.conftest import Space
from tests.support.chromium import Browser, chromium
from tests.support.visits import begin, hand_over, leave, scan_until_accepted

LOCAL = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
MAY_SOUND = "--autoplay-policy=no-user-gesture-required"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile"), LOCAL, MAY_SOUND) as page:
        yield page


def come_in(space: Space, browser: Browser) -> None:
    browser.visit(f"{space.console.url}/enter")
    browser.run(f"document.getElementById('code').value = '{space.console.code()}'")
    browser.run("document.getElementById('name').value = 'Sofia'")
    browser.press("Entrer")
    browser.until("!!document.getElementById('live')")


def call_is(space: Space, state: HelpState | None) -> None:
    space.screen.until(lambda frame: (frame.help and frame.help.state) == state)


def test_a_visitor_calls_a_mediator_comes_sees_by_consent_and_closes(space: Space, browser: Browser) -> None:
    come_in(space, browser)
    begin(space.screen)
    scan_until_accepted(space.screen)
    space.screen.tap(Action.CALL)
    browser.until("document.body.dataset.rang === '1' && document.title.startsWith('(1)')")
    browser.press("J’ai vu")
    call_is(space, HelpState.SEEN)
    assert space.screen.frame is not None and space.screen.frame.help is not None
    assert space.screen.frame.help.mediator == "Sofia"
    browser.press("J’arrive")
    call_is(space, HelpState.COMING)
    browser.press("Je suis là")
    call_is(space, HelpState.HERE)
    space.screen.tap(Action.CLOSE)

    browser.press("Demander à voir l’écran")
    space.screen.until(lambda frame: frame.overlay == ShareRequest("Sofia"))
    assert browser.run("document.querySelectorAll('img[src^=data]').length") == 0, "nothing before the yes"
    space.screen.tap(Action.SHARE_YES)
    assert space.screen.frame.sharing, "visible on the visitor's screen"
    browser.until("!!document.querySelector('.mirror img')")
    assert browser.run("document.querySelector('.mirror img').naturalWidth") > 100
    browser.press("Continuer")
    space.screen.until(lambda frame: frame.highlight is Action.CONTINUE)
    assert space.screen.frame.screen.screen == "page_accepted", "pointing presses nothing"
    space.screen.tap(Action.CALL)
    space.screen.tap(Action.STOP_SHARING)
    browser.until("!document.querySelector('.mirror')")
    browser.visit(f"{space.console.url}/")
    browser.press("C’est fini")
    call_is(space, None)

    space.screen.tap(Action.CONTINUE)
    hand_over(space.screen)
    browser.visit(f"{space.console.url}/outbox")
    browser.until("document.querySelectorAll('.file').length >= 1")
    browser.run("document.querySelector('.file a').click()")
    browser.until("!!document.querySelector('[name=reference]')")
    browser.run("document.querySelector('[name=reference]').value = 'FT-778'")
    browser.press("Noter")
    browser.until("document.querySelector('.told')?.textContent.includes('noté comme envoyé')")
    leave(space.screen)
    opened = [row for row in Ledger(space.core.settings.ledger_path).rows() if row.kind == "opened"]
    assert len(opened) == 1
    papers = sorted(path.name for path in (space.folder / "data" / "prints").iterdir())
    assert sum("opened" in name for name in papers) == 2, "with the receipt, and with the follow-up"
    assert browser.complaints == []


def test_every_page_is_worked_by_keys_and_fits_a_phone(space: Space, browser: Browser) -> None:
    come_in(space, browser)
    for page in ("/", "/outbox", "/due", "/opening", "/activity"):
        browser.visit(space.console.url + page)
        browser.picture(390, 844)
        browser.until("document.documentElement.scrollWidth <= innerWidth")
        touchable = (
            "[...document.querySelectorAll('button,input:not([type=hidden]),nav a')].filter(e => e.offsetParent)"
        )
        assert browser.run(f"{touchable}.every(e => e.tabIndex === 0)")
        assert browser.run(f"{touchable}.filter(e => e.type !== 'checkbox').every(e => e.offsetHeight >= 38)")
        unnamed = "[...document.querySelectorAll('input:not([type=hidden])')].filter(e => !e.labels.length).length"
        assert browser.run(unnamed) == 0
        assert browser.run("document.querySelectorAll('h1').length") == 1


def test_the_first_page_is_small(space: Space, browser: Browser) -> None:
    browser.ask("Network.setCacheDisabled", cacheDisabled=True)
    come_in(space, browser)
    browser.visit(f"{space.console.url}/")
    browser.until("!!document.querySelector('.kiosk')")
    size = browser.run(
        "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
        ".filter(e => !e.name.endsWith('/events')).reduce((sum, e) => sum + e.transferSize, 0)"
    )
    assert 10_000 < size <= 100_000
    assert {url.rpartition(":")[0] for url in browser.requested if url.startswith("http")} == {"https://127.0.0.1"}


@pytest.mark.parametrize("victim", ["screen", "console", "core"])
def test_a_call_survives_the_end_of_any_process(space: Space, browser: Browser, victim: str) -> None:
    """Killed between the call and the answer; answered once, told once, and the page recovers by itself."""
    come_in(space, browser)
    space.screen.at("standby")
    space.screen.tap(Action.CALL)
    browser.until("document.querySelectorAll('.call.sent').length === 1")
    match victim:
        case "screen":
            space.screen.close()
            space.screen = space.core.screen()
        case "console":
            space.console.kill()
            browser.until("!document.getElementById('lost').hidden")
            space.console.start()
            browser.until("document.getElementById('lost').hidden")
        case _:
            space.core.kill()
            space.core.start()
            space.screen = space.core.screen()
    call_is(space, HelpState.SENT)
    browser.until("document.querySelectorAll('.call.sent').length === 1")
    browser.press("J’arrive")
    call_is(space, HelpState.COMING)
    browser.press("C’est fini")
    call_is(space, None)
    browser.until("document.querySelectorAll('.call').length === 0")


def test_a_submission_survives_the_end_of_console_and_core(space: Space, browser: Browser) -> None:
    """Noted as sent once, though both died around it."""
    begin(space.screen)
    scan_until_accepted(space.screen)
    space.screen.tap(Action.CONTINUE)
    number = hand_over(space.screen).screen.number  # type: ignore[union-attr]
    leave(space.screen)
    space.console.kill()
    space.core.kill()
    space.core.start()
    space.screen = space.core.screen()
    space.console.start()
    mediator = space.console.enter()
    assert "L’actualisation se fait du 28" in mediator.get("/due").text, "the delay of its guide runs"
    place = f"/outbox/borne-1/{number}"
    said = mediator.post(f"{place}/bundle")
    assert said.status == 200 and said.body.startswith(b"%PDF") and number in said.headers["content-disposition"]
    first = mediator.post(f"{place}/note/sent", reference="A1")
    again = mediator.post(f"{place}/note/sent", reference="A2")
    assert "not%C3%A9" in first.place and "d%C3%A9j%C3%A0" in again.place
    rows = [row for row in Ledger(space.core.settings.ledger_path).rows() if row.kind == "sent"]
    assert len({row.subject for row in rows}) == len(rows)
    opened = [row for row in Ledger(space.core.settings.ledger_path).rows() if row.kind == "opened"]
    assert len(opened) >= 1
    assert _clear_pages(space.folder) == [], "no clear page lies anywhere"


def _clear_pages(folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.is_file() and "prints" not in path.parts)
    return [path for path in files if path.read_bytes()[:4] == b"%PDF"]


def test_another_way_out_is_chosen_and_refused_in_words(space: Space) -> None:
    """Every page of a submission that has a dispatch; a way the guide does not allow is refused with its reason."""
    mediator = space.console.enter()
    row = next(one for one in _rows(space) if one["state"] == "sent")
    place = f"/outbox/borne-1/{row['number']}"
    assert mediator.get(place).status == 200
    assert "told=" in mediator.post(f"{place}/order/send", by="pigeon").place
    assert "told=" in mediator.post(f"{place}/order/send", by="post").place, "it left already"
    assert mediator.post(f"{place}/order/burn").status == 404
    for page in ("/outbox", "/due"):
        assert str(row["number"]) in mediator.get("/outbox").text and mediator.get(page).status == 200


def _rows(space: Space) -> list[dict[str, object]]:
    answer = request(space.core.settings.control_socket, {"control": "outbox_list"})
    rows = answer["rows"]
    assert isinstance(rows, list)
    return rows

"""Who is signed in, and until when."""

import os
from pathlib import Path

import pytest

from kiosk.console.recovery import looks_like_recovery, new_recovery, use_recovery
from kiosk.console.sessions import DAY_SECONDS, MOST_SESSIONS, WARM_SECONDS, Sessions
from kiosk.mediation.pairing import Admitted

WHO = Admitted("mediator", "7F3A")


class Time:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


def test_a_session_ends_with_the_day_whatever_happens(tmp_path: Path, time: Time) -> None:
    sessions = Sessions(tmp_path, time)
    token, session = sessions.begin(WHO, "Sofia", "10.0.0.7")
    for _ in range(23):
        time.now += DAY_SECONDS / 24
        found = sessions.find(token)
        assert found is not None
        sessions.touch(found)
    time.now += DAY_SECONDS / 24
    assert sessions.find(token) is None and not sessions.still_there(session)


def test_papers_close_after_half_an_hour_without_anybody(tmp_path: Path, time: Time) -> None:
    sessions = Sessions(tmp_path, time)
    token, session = sessions.begin(WHO, "", "")
    assert sessions.is_warm(session)
    time.now += WARM_SECONDS
    assert not sessions.is_warm(session) and sessions.find(token) is not None
    sessions.touch(session)
    touched = sessions.find(token)
    assert touched is not None and sessions.is_warm(touched)


def test_a_clock_that_goes_back_opens_nothing(tmp_path: Path, time: Time) -> None:
    sessions = Sessions(tmp_path, time)
    token, _ = sessions.begin(WHO, "", "")
    time.now -= 3600
    assert sessions.find(token) is None


def test_a_restart_signs_nobody_out_and_no_token_lies_on_the_disk(tmp_path: Path, time: Time) -> None:
    token, session = Sessions(tmp_path, time).begin(WHO, "Sofia", "")
    again = Sessions(tmp_path, time)
    assert again.find(token) == session
    kept = (tmp_path / "sessions.json").read_text()
    assert token not in kept
    assert (tmp_path / "sessions.json").stat().st_mode & 0o077 == 0


def test_a_damaged_file_signs_everybody_out_and_nothing_more(tmp_path: Path, time: Time) -> None:
    token, _ = Sessions(tmp_path, time).begin(WHO, "", "")
    (tmp_path / "sessions.json").write_text('[{"id": 3}]')
    sessions = Sessions(tmp_path, time)
    assert sessions.find(token) is None
    assert sessions.find(sessions.begin(WHO, "", "")[0]) is not None


def test_a_stolen_tablet_is_signed_out_from_another(tmp_path: Path, time: Time) -> None:
    sessions = Sessions(tmp_path, time)
    token, session = sessions.begin(WHO, "", "")
    assert sessions.end(session.id) and sessions.find(token) is None
    assert not sessions.end(session.id)


def test_not_more_sessions_than_a_space_can_have(tmp_path: Path, time: Time) -> None:
    sessions = Sessions(tmp_path, time)
    first, _ = sessions.begin(WHO, "", "")
    for _ in range(MOST_SESSIONS):
        time.now += 1
        sessions.begin(WHO, "", "")
    assert len(sessions.all()) == MOST_SESSIONS and sessions.find(first) is None


def test_two_mediators_are_never_called_the_same_by_default(tmp_path: Path, time: Time) -> None:
    sessions = Sessions(tmp_path, time)
    names = {sessions.begin(WHO, "  ", "")[1].shown_as for _ in range(MOST_SESSIONS)}
    assert len(names) == MOST_SESSIONS


def test_a_recovery_code_is_used_once_and_only_its_digest_is_kept(tmp_path: Path) -> None:
    code = new_recovery(tmp_path, os.urandom)
    assert looks_like_recovery(code) and not looks_like_recovery("ABCD-2345")
    assert code.replace("-", "") not in (tmp_path / "recovery.json").read_text()
    assert not use_recovery(tmp_path, "AAAA-AAAA-AAAA-AAAA")
    assert use_recovery(tmp_path, code.lower()) and not use_recovery(tmp_path, code)


def test_a_new_recovery_code_ends_the_one_before(tmp_path: Path) -> None:
    old = new_recovery(tmp_path, os.urandom)
    new = new_recovery(tmp_path, os.urandom)
    assert not use_recovery(tmp_path, old) and use_recovery(tmp_path, new)

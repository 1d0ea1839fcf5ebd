"""What is due is erased, with the key of its day; what was erased can be proved, and receipts still verify."""

import datetime as dt
import shutil
import subprocess

import pytest

from kiosk.clock import FakeClock
from kiosk.proof.model import Verdict
from kiosk.proof.seal import CannotUnseal, identity_text, new_secret, unseal
from kiosk.proof.verify import verify_receipt
from kiosk.proof.verify_code import verify_text
from kiosk.service.retention import ERASED, PURGED, NothingToErase
from kiosk.storage.epoch_vault import MARKER, EpochDestroyed
from tests.support.desk import CANARY, MORNING, open_visit, quiet_desk, scan_bytes, submitted

AGE = shutil.which("age") or "/usr/bin/age"
DAY = 24 * 3600


@pytest.fixture
def clock():
    return FakeClock(MORNING)


@pytest.fixture
def desk(tmp_path, clock):
    opened = quiet_desk(tmp_path, clock, keep_months=2)
    yield opened
    opened.close()


def files(desk):
    return list(desk.settings.vault_dir.rglob("*.age"))


def kinds(desk):
    return [row.kind for row in desk.ledger.rows()]


def test_every_sealed_file_opens_with_the_stock_program_once_both_keys_are_there(desk, tmp_path):
    visit, _ = submitted(desk)
    holder = tmp_path / "holder.txt"
    holder.write_text(visit.identity)
    (day,) = desk.settings.epochs_dir.glob("*.identity")
    assert day.name == "2026-11-22.identity" and day.stat().st_mode & 0o077 == 0
    scans = sorted(path for path in files(desk) if path.name.endswith(".scan.age"))
    assert len(scans) == 2
    found = set()
    for scan in scans:
        alone = subprocess.run([AGE, "-d", "-i", holder, scan], capture_output=True, check=False)
        assert alone.returncode != 0, "the holder's key alone opens nothing: the layer of the day is missing"
        inner = subprocess.run([AGE, "-d", "-i", day, scan], capture_output=True, check=True).stdout
        found.add(subprocess.run([AGE, "-d", "-i", holder], input=inner, capture_output=True, check=True).stdout)
    assert found == {scan_bytes(1), scan_bytes(2)}


def test_nothing_is_due_before_the_last_day_is_over(desk, clock):
    submitted(desk)
    clock.advance(61 * DAY)
    assert clock.now().date() == dt.date(2027, 1, 22)
    assert desk.retention.purge().visits == ()
    assert files(desk)
    clock.advance(DAY)
    assert len(desk.retention.purge(dry_run=True).visits) == 1 and files(desk)
    assert desk.retention.purge(dry_run=True).days == (MORNING.date(),)
    done = desk.retention.purge()
    assert (len(done.visits), done.days) == (1, (MORNING.date(),))
    assert files(desk) == [] and list(desk.settings.epochs_dir.iterdir()) == []
    assert desk.retention.purge().visits == desk.retention.purge().days == ()
    assert kinds(desk) == ["submission", "purged", "epoch_destroyed"]


def test_after_the_purge_a_stolen_copy_stays_closed_and_the_receipt_still_verifies(desk, clock):
    visit, issued = submitted(desk)
    receipt = desk.submissions.receipt(visit)
    stolen = {path.name: path.read_bytes() for path in files(desk)}
    clock.advance(70 * DAY)
    desk.retention.purge()
    for sealed in stolen.values():
        with pytest.raises(CannotUnseal):
            unseal(sealed, visit.identity)
    trusted = [desk.submissions.certificate]
    assert verify_receipt(receipt, [scan_bytes(1), scan_bytes(2)], trusted).verdict is Verdict.GENUINE
    assert verify_text(issued.proof, trusted).verdict is Verdict.GENUINE
    assert desk.ledger.verify(desk.submissions.certificate.holds).intact
    with pytest.raises(FileNotFoundError):
        desk.submissions.receipt(visit)


def test_pages_of_a_visit_that_was_broken_off_are_erased_too(desk, clock):
    visit = open_visit(desk, 1)
    desk.visits.interrupt(visit.id)
    clock.advance(70 * DAY)
    assert desk.retention.purge().visits == (visit.id,)
    assert files(desk) == []


def test_a_visitor_may_have_chosen_less(desk, clock):
    visit, _ = submitted(desk)
    other, _ = submitted(desk)
    desk.registry.keep_visit_until(visit.id, MORNING.date())
    clock.advance(DAY)
    done = desk.retention.purge()
    assert done.visits == (visit.id,)
    assert done.days == (), "the other visit of that day still needs the key"
    assert desk.submissions.receipt(other)


def test_erasing_at_once_needs_the_key_and_takes_nobody_elses(desk, clock):
    visit, _ = submitted(desk)
    other, _ = submitted(desk)
    with pytest.raises(NothingToErase):
        desk.retention.erase(identity_text(new_secret(bytes)))
    row = desk.retention.erase(visit.identity)
    assert row.id == visit.id
    assert all(other.id in str(path) for path in files(desk))
    with pytest.raises(NothingToErase):
        desk.retention.erase(visit.identity)
    assert kinds(desk).count(ERASED) == 1 and PURGED not in kinds(desk)
    assert desk.registry.get_visit(visit.id).purged_at == clock.now()


def test_a_visit_under_way_is_erased_at_the_screen_only(desk):
    visit = open_visit(desk)
    with pytest.raises(NothingToErase, match="écran"):
        desk.retention.erase(visit.identity)
    assert files(desk)


def test_a_crash_between_two_steps_is_finished_by_the_next_purge(desk, clock):
    visit, _ = submitted(desk)
    clock.advance(70 * DAY)
    desk.visits._vault.remove_visit(visit.id)
    done = desk.retention.purge()
    assert done.days == (MORNING.date(),)
    assert desk.registry.get_visit(visit.id).purged_at is not None
    assert kinds(desk) == ["submission", "purged", "epoch_destroyed"]


def test_no_canary_in_any_byte_and_one_marker_a_visit(desk):
    visit, _ = submitted(desk)
    for path in desk.settings.data_dir.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert CANARY not in content and CANARY[:12] not in content, path.name
            assert visit.identity.encode() not in content, path.name
            assert not all(word.encode() in content for word in visit.words), path.name
    assert (desk.settings.vault_dir / visit.id / MARKER).read_text() == "2026-11-22\n"


def test_a_destroyed_day_says_so(desk):
    visit = open_visit(desk, 1)
    (day,) = desk.settings.epochs_dir.glob("*.identity")
    day.unlink()
    with pytest.raises(EpochDestroyed):
        desk.visits.scan_of(visit, visit.pages[0])


def test_a_visitor_may_have_it_kept_for_less(desk, clock):
    visit = open_visit(desk)
    assert desk.visits.keep_for(visit, 1) == dt.date(2026, 12, 22)
    assert desk.visits.keep_for(visit, 60) == dt.date(2026, 12, 22), "never longer, once it is shorter"
    desk.submissions.submit(visit, (), ())
    desk.visits.end(visit, "finished")
    row = desk.registry.submission_of_visit(visit.id)
    assert desk.submissions.manifest_for_desk(row).keep_until == dt.date(2026, 12, 22), "the receipt says so"
    clock.advance(31 * DAY)
    assert len(desk.retention.purge().visits) == 1
    assert files(desk) == []


def test_none_at_all_is_until_tomorrow(desk, clock):
    visit = open_visit(desk)
    desk.visits.keep_for(visit, 0)
    desk.submissions.submit(visit, (), ())
    desk.visits.end(visit, "finished")
    clock.advance(DAY)
    assert desk.retention.purge().visits == ()
    clock.advance(DAY)
    assert len(desk.retention.purge().visits) == 1


def test_whoever_has_the_key_may_shorten_it_later_and_never_lengthen(desk, clock):
    visit, _ = submitted(desk)
    for months in (2, 3):
        with pytest.raises(NothingToErase):
            desk.retention.shorten(visit.identity, months)
    with pytest.raises(NothingToErase):
        desk.retention.shorten(identity_text(new_secret(bytes)), 1)
    assert desk.retention.shorten(visit.identity, 1) == dt.date(2026, 12, 22)
    clock.advance(10 * DAY)
    assert desk.retention.shorten(visit.identity, 0) == dt.date(2026, 12, 3)
    clock.advance(2 * DAY)
    assert len(desk.retention.purge().visits) == 1
    with pytest.raises(NothingToErase):
        desk.retention.shorten(visit.identity, 0)

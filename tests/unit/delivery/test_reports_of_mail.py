"""Reports of mail servers: read as data, however they are made."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.delivery.mail_message import envelope_id
from kiosk.delivery.reports_of_mail import LARGEST, Action, MailReport, looked_at, new_mail, read_report

IDENTIFIER = envelope_id("s1-mail-1", "borne-1-000042", 1, 1)


def report(
    *, identifier: str = IDENTIFIER, actions: tuple[str, ...] = ("failed",), kind: str = "multipart/report"
) -> bytes:
    blocks = "".join(f"Final-Recipient: rfc822; a@b\r\nAction: {action}\r\nStatus: 5.0.0\r\n\r\n" for action in actions)
    return (
        f'Content-Type: {kind}; boundary="=_r"\r\nMIME-Version: 1.0\r\n\r\n'
        "--=_r\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns; x\r\nOriginal-Envelope-Id: {identifier}\r\n\r\n{blocks}--=_r--\r\n"
    ).encode()


@pytest.mark.parametrize("action", list(Action))
def test_every_action_is_told(action: Action) -> None:
    assert read_report(report(actions=(action.value.title(),))) == MailReport(IDENTIFIER, action)


def test_the_worst_of_several_counts() -> None:
    assert read_report(report(actions=("delivered", "failed"))) == MailReport(IDENTIFIER, Action.FAILED)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Subject: hello\r\n\r\nFailed",
        report(kind="multipart/mixed"),
        report(actions=("eaten",)),
        report(actions=()),
        report(identifier="x" * 500),
        report() + b"x" * LARGEST,
        b"Content-Type: multipart/report; boundary=a\r\n\r\n"
        + b"--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" * 300,
    ],
)
def test_anything_else_is_no_report(raw: bytes) -> None:
    assert read_report(raw) is None


@given(st.binary(max_size=3000), st.integers(0, 10**6))
@example(b"\x00" * 100, 0)
def test_no_bytes_do_more_than_say_nothing(noise: bytes, place: int) -> None:
    genuine = report()
    at = place % len(genuine)
    for raw in (noise, genuine[:at] + noise, genuine[:at] + noise + genuine[at:]):
        found = read_report(raw)
        assert found is None or found.action in set(Action)


def test_a_tag_is_of_one_message_only() -> None:
    keys = [(key, number, part) for key in ("s1-mail-1", "s2-mail-1") for number in ("B-1", "B-2") for part in (1, 2)]
    made = {envelope_id(key, number, 1, part) for key, number, part in keys}
    assert len(made) == len(keys)
    tags = {one.rpartition(".")[2] for one in made}
    assert len(tags) == 4, "the tag says the attempt and the part"


def test_what_was_looked_at_is_not_looked_at_again(tmp_path) -> None:
    assert list(new_mail(tmp_path)) == []
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "2:x").write_bytes(b"b")
    (tmp_path / "new" / "1").write_bytes(b"a")
    found = list(new_mail(tmp_path))
    assert [raw for _, raw in found] == [b"a", b"b"]
    for path, _ in found:
        looked_at(path)
    assert list(new_mail(tmp_path)) == []
    assert sorted(path.name for path in (tmp_path / "cur").iterdir()) == ["1:2,S", "2:2,S"]

"""The kiosk's key in a real secure element's interface (PKCS#11, by SoftHSM2): it signs all, and never leaves."""

import os
import subprocess
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pkcs11 import Attribute, ObjectClass

from hardware.element import ElementFailed, open_element
from kiosk.application.desk import open_desk
from kiosk.clock import FakeClock
from kiosk.proof import qr
from kiosk.proof.keys import UnusableKey
from kiosk.proof.model import Verdict
from kiosk.proof.root import install, new_request, new_root, sign_request
from kiosk.proof.verify import verify_receipt
from kiosk.proof.verify_code import verify_text
from kiosk.service.kiosk_key import keep_certificate, open_key, where
from kiosk.service.submissions import RECEIPT
from tests.support.desk import MORNING, desk_settings, submitted

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN, LABEL = "648219", "temoin"


@pytest.fixture(scope="module")
def element(tmp_path_factory):
    """An element with one empty token. The module reads its configuration once a process."""
    folder = tmp_path_factory.mktemp("element")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    command = ["/usr/bin/softhsm2-util", "--init-token", "--free", "--label", LABEL, "--so-pin", PIN, "--pin", PIN]
    subprocess.run(command, check=True, capture_output=True)
    (folder / "pin").write_text(PIN + "\n")
    yield folder
    if before is None:
        del os.environ["SOFTHSM2_CONF"]


@pytest.fixture
def settings(tmp_path, element):
    return desk_settings(tmp_path, element_module=MODULE, element_pin_file=element / "pin")


def test_it_makes_its_key_once_and_signs_what_openssl_verifies(element, tmp_path):
    first, again = open_element(MODULE, LABEL, PIN), open_element(MODULE, LABEL, PIN)
    assert first.public_key() == again.public_key()
    (tmp_path / "public.pem").write_bytes(
        first.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    (tmp_path / "data").write_bytes(b"what is signed")
    (tmp_path / "signature").write_bytes(first.sign(b"what is signed", ec.ECDSA(hashes.SHA256())))
    command = ["openssl", "dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "data"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0


def test_the_key_does_not_come_out(element):
    key = open_element(MODULE, LABEL, PIN)
    with pytest.raises(ElementFailed):
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    with pytest.raises(ElementFailed):
        key.private_numbers()
    with pkcs11.lib(str(MODULE)).get_token(token_label=LABEL).open() as session:
        (private,) = session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})
        assert private[Attribute.SENSITIVE] and not private[Attribute.EXTRACTABLE]
        with pytest.raises(pkcs11.PKCS11Error):
            _ = private[Attribute.VALUE]


def test_a_whole_visit_is_signed_by_the_element(settings):
    desk = open_desk(settings, FakeClock(MORNING))
    visit, issued = submitted(desk)
    certificate = desk.submissions.certificate
    row = desk.registry.submission_by_number(issued.number)
    receipt = desk.submissions.paper_for_desk(row, RECEIPT)
    assert verify_receipt(receipt, [], [certificate]).verdict is Verdict.GENUINE
    (text,) = qr.read(qr.open_picture(desk.submissions.ticket(visit)))
    assert text == issued.proof
    assert verify_text(text, [certificate]).verdict is Verdict.GENUINE
    assert desk.ledger.verify(certificate.holds).intact
    desk.close()
    kept = [path.read_bytes() for path in settings.keys_dir.rglob("*") if path.is_file()]
    assert not (settings.keys_dir / "kiosk.key.pem").exists()
    log_key = (settings.keys_dir / "log.key.pem").read_bytes()
    assert [one for one in kept if b"PRIVATE KEY" in one] == [log_key], "only the log's own key is a file"
    assert open_key(settings, FakeClock(MORNING)).certificate == certificate, "the same after a restart"
    assert "élément sécurisé" in where(settings)


def test_a_root_signs_the_key_of_the_element(settings):
    key = open_key(settings, FakeClock(MORNING))
    private, root = new_root("Perpignan", MORNING)
    named = install(key, sign_request(new_request(key), root, private, MORNING), root)
    keep_certificate(settings, key, named)
    assert open_key(settings, FakeClock(MORNING)).certificate == named.certificate


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"element_token": "another"}, "élément"),
        ({"element_module": Path("/usr/lib/no-such-module.so")}, "élément"),
        ({"element_pin_file": None}, "code"),
        ({"element_pin_file": Path("/no/such/pin")}, "code"),
    ],
)
def test_without_its_element_the_kiosk_says_so_and_takes_no_other_key(change, word, settings):
    open_key(settings, FakeClock(MORNING))
    with pytest.raises(UnusableKey, match=word):
        open_key(settings.model_copy(update=change), FakeClock(MORNING))
    with pytest.raises(UnusableKey, match="élément sécurisé"):
        open_key(settings.model_copy(update={"element_module": None}), FakeClock(MORNING))


def test_a_wrong_pin_is_refused(settings, tmp_path):
    (tmp_path / "pin").write_text("000000")
    with pytest.raises(UnusableKey):
        open_key(settings.model_copy(update={"element_pin_file": tmp_path / "pin"}), FakeClock(MORNING))


def test_a_kiosk_without_an_element_says_that_its_key_is_a_file(tmp_path):
    settings = desk_settings(tmp_path)
    open_key(settings, FakeClock(MORNING))
    assert "dans un fichier" in where(settings)

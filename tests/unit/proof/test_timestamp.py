"""Tokens of a real authority (`openssl ts`): kept in one form, and refused for any other byte."""

import datetime as dt
import hashlib
import random
import subprocess
from pathlib import Path

import pytest
from asn1crypto import tsp
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.proof import der
from kiosk.proof.timestamp import BadToken, Parts, Token, TokenFlaw, read_token
from kiosk.proof.timestamp_query import accept_response, normalised, request
from tests.support.authority import OPENSSL, Authority, new_authority

DIGEST = hashlib.sha256(b"receipt").digest()
NONCE = 0xA1B2C3D4E5F60708


@pytest.fixture(scope="module", params=["rsa", "ec", "p384"])
def authority(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return new_authority(tmp_path_factory.mktemp("authority"), request.param)


@pytest.fixture(scope="module")
def response(authority: Authority) -> bytes:
    return authority.reply(request(DIGEST, NONCE))


@pytest.fixture(scope="module")
def token(response: bytes) -> Token:
    return accept_response(response, DIGEST, NONCE)


def flaw(call, *arguments) -> TokenFlaw:
    with pytest.raises(BadToken) as caught:
        call(*arguments)
    return caught.value.flaw


def test_our_request_is_that_of_openssl(tmp_path: Path) -> None:
    (tmp_path / "query.tsq").write_bytes(request(DIGEST, NONCE))
    done = subprocess.run(
        [OPENSSL, "ts", "-query", "-in", "query.tsq", "-text"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Hash Algorithm: sha256" in done.stdout
    assert "Nonce: 0xA1B2C3D4E5F60708" in done.stdout
    assert "Certificate required: yes" in done.stdout


def test_a_token_tells_its_time(authority: Authority, token: Token) -> None:
    assert token.digest == DIGEST
    assert abs(token.time - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=2)
    assert token.name == "Autorité d’essai"
    assert read_token(token.der) == token
    assert normalised(token.der) == token.der
    assert token.valid_then and not token.expired(token.time)
    assert token.expired(token.time + dt.timedelta(days=20 * 365))


def test_openssl_says_the_same_of_what_we_keep(authority: Authority, token: Token, tmp_path: Path) -> None:
    """The normalised token, without the chain and in another form than it came, still verifies with stock tools."""
    (tmp_path / "token.der").write_bytes(token.der)
    (tmp_path / "root.pem").write_bytes(authority.root_pem)
    done = subprocess.run(
        [OPENSSL, "ts", "-verify", "-digest", DIGEST.hex(), "-in", "token.der", "-token_in", "-CAfile", "root.pem"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Verification: OK" in done.stdout + done.stderr


def test_every_bit_of_a_token_counts(token: Token) -> None:
    changed, source = bytearray(token.der), random.Random(3)
    for place in range(len(changed)):
        for flip in {1 << source.randrange(8), source.randrange(1, 256)}:
            changed[place] ^= flip
            with pytest.raises(BadToken):
                read_token(bytes(changed))
            changed[place] ^= flip
    for other in (token.der + b"\0", token.der[:-1], b"", b"\x30\x80" + token.der):
        assert flaw(read_token, other) is TokenFlaw.UNREADABLE


def test_what_nobody_signed_is_not_kept(response: bytes, token: Token) -> None:
    """The root came with the answer; it is not in the token kept, which the answer's own form is not."""
    assert len(token.der) < len(response) - 200
    assert flaw(read_token, response) is TokenFlaw.UNREADABLE


def test_the_stamp_of_something_else_is_refused(authority: Authority, response: bytes) -> None:
    assert flaw(accept_response, response, bytes(32), NONCE) is TokenFlaw.OTHER_REQUEST
    assert flaw(accept_response, response, DIGEST, NONCE + 1) is TokenFlaw.OTHER_REQUEST


def test_what_is_no_answer_is_refused(response: bytes) -> None:
    for other in (b"", b"<html>", response[:-1], response + b"x", bytes(100_000)):
        assert flaw(accept_response, other, DIGEST, NONCE) is TokenFlaw.UNREADABLE
    assert flaw(accept_response, b"\x30\x05\x30\x03\x02\x01\x02", DIGEST, NONCE) is TokenFlaw.REFUSED


def test_only_those_named_vouch_for_a_token(authority: Authority, token: Token, tmp_path: Path) -> None:
    stranger = new_authority(tmp_path / "stranger", name="Autorité d’essai")
    assert token.vouched_by([authority.root])
    assert token.vouched_by([stranger.root, authority.certificate])
    assert not token.vouched_by([stranger.root, stranger.certificate])
    assert not token.vouched_by([])


def test_a_certificate_for_other_purposes_stamps_nothing(tmp_path: Path) -> None:
    """Its signature is good and names it; openssl itself would not make such a token, so it is made here."""
    plain, real = new_authority(tmp_path / "plain", "ec", purpose=False), new_authority(tmp_path / "real", "ec")
    answer = tsp.TimeStampResp.load(real.reply(request(DIGEST, NONCE)))
    signed = answer["time_stamp_token"]["content"]
    info, (signer,) = signed["encap_content_info"], signed["signer_infos"]
    ours = plain.certificate.fingerprint(hashes.SHA256())
    attributes = signer["signed_attrs"].contents.replace(real.certificate.fingerprint(hashes.SHA256()), ours)
    key = serialization.load_pem_private_key((plain.folder / "tsa.key").read_bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    signature = key.sign(der.tlv(der.SET, attributes), ec.ECDSA(hashes.SHA256()))
    certificate = plain.certificate.public_bytes(serialization.Encoding.DER)
    token = Parts(info["content"].contents, certificate, attributes, "sha256", signature).assembled()
    assert flaw(read_token, normalised(token)) is TokenFlaw.NOT_AN_AUTHORITY

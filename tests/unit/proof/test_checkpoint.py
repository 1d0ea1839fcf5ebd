"""Notes, checkpoints and log proofs, against the example of the specification and against every change."""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.proof.checkpoint import Checkpoint, claimed_checkpoint, log_proof, open_checkpoint, read_log_proof
from kiosk.proof.log_tree import Frontier, leaf_hash
from kiosk.proof.note import BadNote, LogKey, Verifier, open_note

KEY = LogKey("temoin/perpignan-01", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
HEADS = [hashlib.sha256(bytes([number])).digest() for number in range(7)]


def proved(count: int = 7):
    frontier = Frontier()
    for head in HEADS[: count - 1]:
        frontier.append(leaf_hash(head))
    return log_proof(frontier.grown_by(leaf_hash(HEADS[count - 1])), KEY)


def test_the_note_of_go_is_read() -> None:
    """The example of Go's own note package: our reading of the format is theirs."""
    verifier = Verifier.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    note = (
        f"{text}\n— PeterNeumann "
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    )
    assert open_note(note, verifier) == text
    with pytest.raises(BadNote):
        open_note(note.replace("answer", "Answer"), verifier)


def test_a_vector_for_ever() -> None:
    assert str(KEY.verifier) == "temoin/perpignan-01+086f7186+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    assert proved(3).text == (
        "c2sp.org/tlog-proof@v1\n"
        "extra dGVtb2luL3BlcnBpZ25hbi0wMSswODZmNzE4NitBUU9oQjcvenpoQytIWERkR09kTHdKbG41Tll3bTZVTlh4M2NobVFTVlRHNA==\n"
        "index 2\n"
        "YE1UDwkmi5FnKrAROU1SZszX1EhNDRCUEaVYSBJqGyw=\n"
        "\n"
        "temoin/perpignan-01\n"
        "3\n"
        "0fE4AASPWQnUBD/AwVL2ZDKAy6YItnJxXlbOFZogYp8=\n"
        "\n"
        "— temoin/perpignan-01 CG9xhmSWhFCIDR5jhh8dDFm2GHd1/1SzaPh41rI6l5lpANFb"
        "ePicq2OeTxccS5adZA4HOcFVGuP083q0H2NTJrBEmgM=\n"
    )


def test_a_checkpoint_comes_back() -> None:
    checkpoint = Checkpoint(KEY.name, 42, hashlib.sha256(b"root").digest())
    note = checkpoint.signed(KEY)
    assert open_checkpoint(note, KEY.verifier) == checkpoint == claimed_checkpoint(note)
    assert Verifier.parse(str(KEY.verifier)) == KEY.verifier
    assert LogKey.from_pem(KEY.name, KEY.to_pem()).verifier == KEY.verifier
    assert repr(KEY) == "LogKey('temoin/perpignan-01')"


def test_cosignatures_of_others_are_passed_over() -> None:
    witness = LogKey.generate("mairie.example/temoin")
    checkpoint = Checkpoint(KEY.name, 1, bytes(32))
    cosigned = checkpoint.signed(KEY) + witness.sign(checkpoint.body()).rpartition("\n\n")[2]
    assert open_checkpoint(cosigned, KEY.verifier) == checkpoint
    assert open_note(cosigned, witness.verifier) == checkpoint.body()
    with pytest.raises(BadNote):
        open_checkpoint(witness.sign(checkpoint.body()), KEY.verifier)
    with pytest.raises(BadNote):
        open_checkpoint(cosigned, witness.verifier)


def test_every_character_of_a_checkpoint_counts() -> None:
    note = Checkpoint(KEY.name, 42, hashlib.sha256(b"root").digest()).signed(KEY)
    for place in range(len(note)):
        for other in {chr(ord(note[place]) ^ 1), "\n", "0"} - {note[place]}:
            with pytest.raises(BadNote):
                open_checkpoint(note[:place] + other + note[place + 1 :], KEY.verifier)


@pytest.mark.parametrize("count", range(1, 8))
def test_a_log_proof_comes_back_and_holds(count: int) -> None:
    proof = read_log_proof(proved(count).text)
    assert proof == proved(count)
    assert proof.holds(HEADS[count - 1], count)
    assert not proof.holds(HEADS[count - 1], count + 1)
    assert not proof.holds(bytes(32), count)


def test_every_character_of_a_log_proof_counts() -> None:
    text = proved().text
    for place in range(len(text)):
        changed = text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]
        try:
            proof = read_log_proof(changed)
        except BadNote:
            continue
        assert not proof.holds(HEADS[6], 7), place


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "c2sp.org/tlog-proof@v1\n\n", "x\n42\n\n", "temoin\n042\nAAAA\n\n— a b\n", "a\n1\n\n\n— a AAAA\n"],
)
def test_what_is_no_proof_is_refused(text: str) -> None:
    with pytest.raises(BadNote):
        read_log_proof(text)
    with pytest.raises(BadNote):
        claimed_checkpoint(text)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u00a0b"])
def test_names_that_no_key_can_have(name: str) -> None:
    with pytest.raises(BadNote):
        LogKey.generate(name)

"""Checkpoints (c2sp.org/tlog-checkpoint) and offline proofs (c2sp.org/tlog-proof) of the ledger's tree.

The entry of a row in the tree is its head (32 bytes): whoever holds a PROOF code, which carries the sequence and the
head, finds the row in the tree without knowing anything else of it; and the tree tells nothing of what happened.
"""

from dataclasses import dataclass

from kiosk.proof.log_tree import HASH_LENGTH, LogPlace, leaf_hash
from kiosk.proof.note import BadNote, LogKey, Verifier, decode64, encode64, open_note, take_apart
from kiosk.proof.tree import Inclusion, included

_PROOF_HEADER = "c2sp.org/tlog-proof@v1"
_LONGEST_PATH = 63


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of a ledger: its name, its number of rows, the root over them."""

    origin: str
    size: int
    root: bytes

    def body(self) -> str:
        return f"{self.origin}\n{self.size}\n{encode64(self.root)}\n"

    def signed(self, key: LogKey) -> str:
        """The checkpoint as a signed note."""
        return key.sign(self.body())


@dataclass(frozen=True, slots=True)
class LogProof:
    """A row's place in a signed checkpoint, and the key that signed it.

    The key's trust comes from elsewhere: in a receipt, from the kiosk's signature over all that is attached.
    """

    place: LogPlace
    checkpoint: Checkpoint
    verifier: Verifier
    text: str

    def holds(self, head: bytes, sequence: int) -> bool:
        """Whether the row `sequence` with this `head` stands where the proof says."""
        inclusion = Inclusion(self.place.index, self.place.size, self.place.path)
        return self.place.index == sequence - 1 and included(inclusion, leaf_hash(head), self.checkpoint.root)


def open_checkpoint(note: str, verifier: Verifier) -> Checkpoint:
    """The checkpoint in a note that `verifier` signed. Raises `BadNote`."""
    return _read(open_note(note, verifier), verifier.name)


def claimed_checkpoint(note: str) -> Checkpoint:
    """What a note says, whoever signed it. Raises `BadNote`."""
    return _read(take_apart(note)[0], None)


def claimed_body(body: str) -> Checkpoint:
    """The checkpoint in an unsigned body. Raises `BadNote`."""
    return _read(body, None)


def log_proof(place: LogPlace, key: LogKey) -> LogProof:
    """The proof of a row at `place`, with the checkpoint signed by `key`."""
    checkpoint = Checkpoint(key.name, place.size, place.root)
    lines = [
        _PROOF_HEADER,
        f"extra {encode64(str(key.verifier).encode())}",
        f"index {place.index}",
        *map(encode64, place.path),
    ]
    text = "\n".join(lines) + "\n\n" + checkpoint.signed(key)
    return LogProof(place, checkpoint, key.verifier, text)


def read_log_proof(text: str) -> LogProof:
    """The proof in `text`: one that `log_proof` can have written, to the byte. Raises `BadNote`."""
    head, gap, note = text.partition("\n\n")
    header, *lines = head.split("\n")
    if not gap or header != _PROOF_HEADER or len(lines) < 2 or not lines[0].startswith("extra "):
        raise BadNote("not a log proof")
    try:
        verifier = Verifier.parse(decode64(lines[0].removeprefix("extra ")).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadNote("not a log proof") from error
    index = _count(lines[1].removeprefix("index "))
    path = tuple(decode64(line) for line in lines[2:])
    if not lines[1].startswith("index ") or len(path) > _LONGEST_PATH or any(len(one) != HASH_LENGTH for one in path):
        raise BadNote("not a log proof")
    checkpoint = open_checkpoint(note, verifier)
    return LogProof(LogPlace(index, checkpoint.size, path, checkpoint.root), checkpoint, verifier, text)


def _read(body: str, origin: str | None) -> Checkpoint:
    lines = body.split("\n")
    if len(lines) < 4 or not lines[0] or lines[-1] or "" in lines[3:-1]:
        raise BadNote("not a checkpoint")
    if origin is not None and lines[0] != origin:
        raise BadNote("the checkpoint of another log")
    root = decode64(lines[2])
    if len(root) != HASH_LENGTH:
        raise BadNote("not a checkpoint")
    return Checkpoint(lines[0], _count(lines[1]), root)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or (len(text) > 1 and text[0] == "0") or len(text) > 18:
        raise BadNote("not a number")
    return int(text)

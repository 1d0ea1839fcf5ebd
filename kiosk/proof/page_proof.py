"""One page of a receipt proved without showing the others.

A small file: the receipt's PROOF, the page's salt, and the path from the page to the root that PROOF signs. It says
nothing of the other pages: their leaves are salted. With the page itself it proves "this is page 31 of the 66".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.proof import canonical, tree
from kiosk.proof.code import ProofClaims, ProofRejected, read_proof_bytes
from kiosk.proof.keys import Certificate
from kiosk.proof.manifest import DIGEST_LENGTH, page_leaves
from kiosk.proof.model import Manifest

KIND = "temoin/page"
VERSION = 1
LONGEST = 2_048
"""Bytes. A path of 20 hashes would prove one page of a million."""
_KEYS = {"v", "kind", "number", "salt", "path", "proof"}


@dataclass(frozen=True, slots=True)
class PageProof:
    """The page `number` (from 1) of the receipt of `proof`, its salt (32 bytes) and its path, nearest first."""

    number: int
    salt: bytes
    path: tuple[bytes, ...]
    proof: bytes

    def holds(self, claims: ProofClaims, digest: bytes) -> bool:
        """Whether the page of this SHA-256 is where it says under the root of `claims`."""
        inclusion = tree.Inclusion(self.number - 1, claims.pages, self.path)
        return tree.included(inclusion, tree.leaf(self.salt, digest), claims.root)

    def claims(self, trusted: Sequence[Certificate]) -> ProofClaims | ProofRejected:
        """What the receipt's code says, if one of `trusted` signed it."""
        return read_proof_bytes(self.proof, trusted)


def prove_page(manifest: Manifest, proof: bytes, number: int) -> bytes:
    """The file that proves page `number` (from 1) of `manifest`. Raises IndexError where there is no such page."""
    if not 1 <= number <= len(manifest.pages):
        raise IndexError(number)
    inclusion = tree.prove(page_leaves(manifest), number - 1)
    values = {
        "v": VERSION,
        "kind": KIND,
        "number": number,
        "salt": manifest.pages[number - 1].salt,
        "path": list(inclusion.path),
        "proof": proof,
    }
    return canonical.encode(values)


def looks_like_page_proof(data: bytes) -> bool:
    """Whether the file says it proves one page, however damaged."""
    return len(data) <= LONGEST and KIND.encode() in data


def read_page_proof(data: bytes) -> PageProof | None:
    """What `prove_page` wrote; None for anything else."""
    try:
        values = canonical.decode(data) if len(data) <= LONGEST else None
    except ValueError:
        return None
    if not isinstance(values, dict) or set(values) != _KEYS or (values["v"], values["kind"]) != (VERSION, KIND):
        return None
    number, salt, path, proof = (values[name] for name in ("number", "salt", "path", "proof"))
    if type(number) is not int or not isinstance(path, list) or not isinstance(proof, bytes):
        return None
    if not all(isinstance(one, bytes) and len(one) == DIGEST_LENGTH for one in (salt, *path)):
        return None
    return PageProof(number, salt, tuple(path), proof)

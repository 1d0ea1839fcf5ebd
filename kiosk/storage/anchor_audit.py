"""Whether the stampings of the ledger's root still hold, one by one and as a chain."""

from collections.abc import Sequence
from dataclasses import dataclass

from cryptography import x509

from kiosk.proof.anchor import BadAnchor, read_anchor
from kiosk.proof.log_tree import Levels, root_at
from kiosk.proof.timestamp import BadToken, read_token
from kiosk.storage.anchors import Anchors


@dataclass(frozen=True, slots=True)
class AnchorReport:
    """What was found. `broken` are names of anchors that do not hold; `vouched` counts those of known authorities."""

    count: int
    vouched: int
    broken: tuple[str, ...]


def audit_anchors(anchors: Anchors, tree: Levels, authorities: Sequence[x509.Certificate]) -> AnchorReport:
    """Each anchor against the ledger's `tree`, its stamps, and the earlier anchors it cites."""
    digests: dict[str, bytes] = {}
    broken, vouched = [], 0
    for name in anchors.names():
        stored = anchors.get(name)
        try:
            anchor = read_anchor(name, stored.statement)
            tokens = [read_token(stamp) for stamp in stored.stamps]
            checkpoint = anchor.checkpoint
            holds = (
                bool(tokens)
                and all(token.digest == anchor.digest for token in tokens)
                and all(digests.get(cited.name) == cited.digest for _, cited in anchor.cited)
                and checkpoint.size <= tree.size
                and root_at(tree.read, checkpoint.size) == checkpoint.root
            )
        except (BadAnchor, BadToken):
            holds, tokens = False, []
        digests[name] = stored.digest
        if not holds:
            broken.append(name)
        vouched += holds and any(token.vouched_by(authorities) for token in tokens)
    return AnchorReport(len(digests), vouched, tuple(broken))

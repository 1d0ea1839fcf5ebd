"""The hash tree against the published vectors of RFC 6962 implementations, and its proofs."""

import hashlib

import pytest

from kiosk.proof import tree

# The eight leaves and roots that Certificate Transparency's own tests use.
LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def leaf(data: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + data).digest()


@pytest.mark.parametrize("count", range(1, 9))
def test_published_roots(count: int) -> None:
    assert tree.root([leaf(data) for data in LEAVES[:count]]).hex() == ROOTS[count - 1]


def test_the_root_of_nothing() -> None:
    assert tree.root([]) == hashlib.sha256(b"").digest()


def test_a_leaf_is_salted() -> None:
    salt, digest = b"s" * 32, b"d" * 32
    assert tree.leaf(salt, digest) == hashlib.sha256(b"\x00" + salt + digest).digest()


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 13, 66])
def test_every_leaf_is_proved_and_nothing_else(count: int) -> None:
    leaves = [leaf(bytes([number])) for number in range(count)]
    root = tree.root(leaves)
    for index, one in enumerate(leaves):
        proof = tree.prove(leaves, index)
        assert tree.included(proof, one, root)
        assert len(proof.path) <= 7
        assert not tree.included(proof, leaf(b"other"), root)
        moved = tree.Inclusion((index + 1) % count, count, proof.path)
        assert count == 1 or not tree.included(moved, one, root)
        for place in range(len(proof.path)):
            path = list(proof.path)
            path[place] = bytes(32)
            assert not tree.included(tree.Inclusion(index, count, tuple(path)), one, root)
        assert not tree.included(tree.Inclusion(index, count, (*proof.path, bytes(32))), one, root)


def test_no_proof_outside_the_tree() -> None:
    with pytest.raises(IndexError):
        tree.prove([leaf(b"a")], 1)
    assert not tree.included(tree.Inclusion(-1, 1, ()), leaf(b"a"), leaf(b"a"))

"""Make the public vectors. The same commit always makes the same bytes.

python -m tests.vectors.make    writes tests/vectors/files and tests/vectors/vectors.json
"""

import json
from pathlib import Path

import cbor2

from kiosk.proof.code import make_proof, proof_text
from kiosk.proof.keys import KioskKey
from kiosk.proof.manifest import encode_manifest, page_root
from kiosk.proof.model import Manifest
from kiosk.proof.page_proof import prove_page, read_page_proof
from kiosk.proof.receipt import render_receipt
from tests.vectors.gathered import Suite, gap_of, small_pdf
from tests.vectors.vouched import vouched
from tests.vectors.world import ISSUED_AT, POSITION, kiosk_key, manifest_of, page_bytes, signed, still

HERE = Path(__file__).parent
NOW = "2046-11-22T12:00:00+00:00"
"""Twenty years on, every certificate expired: an honest receipt stays genuine."""
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def suite() -> Suite:
    """All vectors."""
    made = Suite()
    key, stranger = kiosk_key("perpignan-01"), kiosk_key("perpignan-01", ISSUED_AT.replace(year=2025))
    made.file("kiosk.pem", key.certificate_pem)
    made.file("stranger.pem", stranger.certificate_pem)
    made.file("both.pem", stranger.certificate_pem + key.certificate_pem)
    for number in (1, 2, 3, 4, 31):
        made.file(f"page-{number}.jpg", page_bytes(number))
    made.file("page-1-altered.jpg", page_bytes(1)[:-1] + b"!")
    made.file("page-sealed.age", b"age-encryption.org/v1\n-> X25519 sealed\n")
    manifest = manifest_of(3)
    _codes(made, manifest, key)
    with still():
        _receipts(made, manifest, key, stranger)
        vouched(made, manifest, key)
    _page_proofs(made, key, stranger)
    return made


def _codes(made: Suite, manifest: Manifest, key: KioskKey) -> None:
    proof = make_proof(manifest, POSITION, key)
    text = proof_text(proof)
    made.file("proof.cbor", proof)
    made.file("code.txt", text.encode())
    made.case("a code", "proof.cbor", "genuine", **{"as": "code"}, stock=True)
    made.case("a code among several kiosks", "code.txt", "genuine", trust="both.pem")
    made.case("a code of another kiosk", "proof.cbor", "altered", trust="stranger.pem", **{"as": "code"}, stock=True)
    made.case("a code and nobody to believe", "code.txt", "unusable", trust="")
    made.case("a code with a page", "code.txt", "unusable", pages=["page-1.jpg"])
    for name, data in _other_codes(proof, key).items():
        file = made.file(f"proof-{name.replace(': ', '-').replace(' ', '-')}.cbor", data)
        # Stock tools judge the form and the signature, not what the kiosk itself signed.
        stock = not name.startswith("signed: ")
        made.case(
            f"a code: {name}", file, "unusable" if "version" in name else "altered", stock=stock, **{"as": "code"}
        )
    for name, other, verdict in (
        ("a line end behind the code", text + "\r\n", "genuine"),
        ("a space behind the code", text + " ", "altered"),
        ("a character more", text + "0", "altered"),
        ("the code twice", text + text, "altered"),
        ("the code in lower case", "T1:" + text[3:].lower(), "altered"),
        ("an unknown prefix", "T2:" + text[3:], "unusable"),
        ("only the prefix", "T1:", "altered"),
        ("a group above 65535", "T1::::" + text[6:], "altered"),
        ("an address", "https:" + "//exemple.invalid/", "unusable"),
        ("nothing", "", "unusable"),
    ):
        made.case(name, made.file(f"text-{name.replace(' ', '-')}.txt", other.encode()), verdict)
    made.family(
        "every byte of PROOF, for stock tools", "proof.cbor", range(len(proof)), [1], stock=True, **{"as": "code"}
    )
    every = list(range(1, 256))
    made.family("every byte of PROOF by every value", "proof.cbor", range(len(proof)), every, **{"as": "code"})
    made.family("every character of the code", "code.txt", range(3, len(text)), [1, 2, 8, 0x60])
    made.family("the prefix of the code", "code.txt", range(3), [1, 2, 32], verdicts=["unusable"])


def _other_codes(proof: bytes, key: KioskKey) -> dict[str, bytes]:
    """Codes that say the same in another form, or that the kiosk itself signed otherwise."""
    header, _, payload, signature = cbor2.loads(proof).value
    values = cbor2.loads(payload)
    high = (_ORDER - int.from_bytes(signature[32:], "big")).to_bytes(32, "big")

    def signed_by_kiosk(content: bytes) -> bytes:
        to_sign = cbor2.dumps(["Signature1", header, b"", content])
        return cbor2.dumps(cbor2.CBORTag(18, [header, {}, content, key.sign(to_sign)]))

    return {
        "the other signature": proof[:-32] + high,
        "a longer head": b"\xd8\x12" + proof[1:],
        "no tag": proof[1:],
        "an unprotected header": cbor2.dumps(cbor2.CBORTag(18, [header, {9: 1}, payload, signature])),
        "cut": proof[:-1],
        "one byte more": proof + b"\0",
        "empty": b"",
        "signed: version 2": signed_by_kiosk(cbor2.dumps([2, *values[1:]])),
        "signed: level 5": signed_by_kiosk(cbor2.dumps([*values[:-1], 5])),
        "signed: a short hash": signed_by_kiosk(cbor2.dumps([*values[:7], values[7][:31], *values[8:]])),
        "signed: a longer number inside": signed_by_kiosk(b"\x8b\x18\x01" + payload[2:]),
        "signed: a time before the certificate": signed_by_kiosk(
            cbor2.dumps([*values[:3], 1_000_000_000, *values[4:]])
        ),
    }


def _receipts(made: Suite, manifest: Manifest, key: KioskKey, stranger: KioskKey) -> None:
    receipt = render_receipt(manifest, POSITION, key, {})
    foreign = render_receipt(manifest, POSITION, stranger, {})
    made.file("receipt.pdf", receipt)
    made.file("receipt-of-another-kiosk.pdf", foreign)
    made.case("a receipt, its certificate expired since", "receipt.pdf", "genuine")
    made.case("a receipt and its pages", "receipt.pdf", "genuine", pages=["page-3.jpg", "page-1.jpg"])
    made.case("a receipt among several kiosks", "receipt.pdf", "genuine", trust="both.pem")
    made.case("a page of another case", "receipt.pdf", "altered", pages=["page-1.jpg", "page-4.jpg"])
    made.case("an altered page", "receipt.pdf", "altered", pages=["page-1-altered.jpg"])
    made.case("a sealed page", "receipt.pdf", "unusable", pages=["page-sealed.age"])
    made.case("a receipt and nobody to believe", "receipt.pdf", "unusable", trust="")
    made.case("a receipt of another kiosk", "receipt-of-another-kiosk.pdf", "altered")
    made.case("the same, believed", "receipt-of-another-kiosk.pdf", "genuine", trust="stranger.pem")
    _forgeries(made, manifest, key)
    made.case("a PDF of nobody", made.file("unsigned.pdf", small_pdf({})), "altered")
    made.case("no PDF", "page-1.jpg", "unusable")
    start, end = gap_of(receipt)
    made.family("bytes of the receipt", "receipt.pdf", range(0, start, 127), [1, 32])
    made.family("the gap of the signature", "receipt.pdf", range(start - 1, end + 1, 5), [1, 32])
    made.family("the structure behind the gap", "receipt.pdf", range(end, len(receipt), 2), [1, 16])
    made.family("the head of the file", "receipt.pdf", range(12), [1, 2, 255])


def _forgeries(made: Suite, manifest: Manifest, key: KioskKey) -> None:
    """PDFs that the kiosk itself signed and that are no receipts."""
    listed, proof = encode_manifest(manifest), make_proof(manifest, POSITION, key)
    other = encode_manifest(manifest_of(2))
    both = {"manifeste.cbor": listed, "preuve.cbor": proof}
    for name, attached in {
        "nothing attached": {},
        "no proof": {"manifeste.cbor": listed},
        "a third file": both | {"autre.txt": b"x"},
        "other names": {"liste.cbor": listed, "code.cbor": proof},
        "the list of another receipt": both | {"manifeste.cbor": other},
        "a list that is no CBOR": both | {"manifeste.cbor": b"{}"},
        "a damaged proof": both | {"preuve.cbor": proof[:-1] + bytes([proof[-1] ^ 1])},
    }.items():
        file = made.file(f"signed-{name.replace(' ', '-')}.pdf", signed(small_pdf(attached), key))
        made.case(f"signed by the kiosk: {name}", file, "altered")
    plain = signed(small_pdf(both), key)
    start, end = gap_of(plain)
    last = plain.rfind(b"startxref")
    for name, data in {
        "the gap in lower case": plain[:start] + plain[start:end].lower() + plain[end:],
        "a later revision": plain + b"\n1 0 obj\n<< >>\nendobj\n" + plain[last:],
        "a second signature": plain + b"\n/ByteRange [0 1 2 3]",
        "a line end more": plain + b"\n",
        "cut": plain[:-1],
        "half": plain[: len(plain) // 2],
    }.items():
        made.case(f"a changed PDF: {name}", made.file(f"changed-{name.replace(' ', '-')}.pdf", data), "altered")
    made.case("signed by the kiosk: the two files of a receipt", made.file("signed-plain.pdf", plain), "genuine")


def _page_proofs(made: Suite, key: KioskKey, stranger: KioskKey) -> None:
    manifest = manifest_of(66)
    data = prove_page(manifest, make_proof(manifest, POSITION, key), 31)
    made.file("page-31.preuve", data)
    made.case("one page of 66", "page-31.preuve", "genuine", pages=["page-31.jpg"])
    made.case("one page, given another", "page-31.preuve", "altered", pages=["page-4.jpg"])
    made.case("one page, not given", "page-31.preuve", "unusable")
    made.case("one page, given two", "page-31.preuve", "unusable", pages=["page-31.jpg", "page-4.jpg"])
    made.case("one page, sealed", "page-31.preuve", "unusable", pages=["page-sealed.age"])
    made.case("one page of another kiosk", "page-31.preuve", "altered", trust="stranger.pem", pages=["page-31.jpg"])
    read = read_page_proof(data)
    assert read is not None
    values = cbor2.loads(data)
    for name, changed in {
        "another number": values | {"number": 32},
        "number 0": values | {"number": 0},
        "a shorter path": values | {"path": values["path"][:-1]},
        "a longer path": values | {"path": [*values["path"], bytes(32)]},
        "the root for a path": values | {"path": [page_root(manifest)]},
        "no path": values | {"path": []},
        "one thing more": values | {"note": "x"},
    }.items():
        file = made.file(f"page-proof-{name.replace(' ', '-')}.preuve", cbor2.dumps(changed, canonical=True))
        made.case(f"one page: {name}", file, "altered", pages=["page-31.jpg"])
    # Without its mark the file is taken for a receipt, and is none.
    made.family(
        "every byte of the proof of a page",
        "page-31.preuve",
        range(len(data)),
        [1, 128],
        pages=["page-31.jpg"],
        verdicts=["altered", "unusable"],
    )


def described(made: Suite) -> str:
    """vectors.json."""
    values = {"now": NOW, "cases": made.cases, "families": made.families}
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    made = suite()
    folder = HERE / "files"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, data in made.files.items():
        (folder / name).write_bytes(data)
    (HERE / "vectors.json").write_text(described(made), "utf-8")


if __name__ == "__main__":
    main()

"""The vectors of receipts that others vouch for too (a root, authorities, the log), and of follow-ups."""

import datetime as dt
import hashlib

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.proof.code import assemble, make_proof, proof_text, protected, to_be_signed
from kiosk.proof.event_code import Event, EventClaims, event_text, make_event_code
from kiosk.proof.event_paper import EventPaper, render_event_sheet
from kiosk.proof.evidence import Evidence
from kiosk.proof.keys import KioskKey
from kiosk.proof.late_stamp import stamped
from kiosk.proof.manifest import encode_manifest
from kiosk.proof.model import LedgerPosition, Manifest
from kiosk.proof.page_proof import prove_page
from kiosk.proof.receipt import render_receipt
from tests.vectors.gathered import Suite, gap_of, small_pdf
from tests.vectors.outsiders import Authority, authority, chained_key, log_key, logged, pem_of, root_certificate
from tests.vectors.world import ISSUED_AT, POSITION, kiosk_key, manifest_of, signed

HOUR = dt.timedelta(hours=1)


def vouched(made: Suite, manifest: Manifest, key: KioskKey) -> None:
    """Stamps, the log, the root, follow-ups."""
    first, second = authority("Horodatage A"), authority("Horodatage B", ec.SECP384R1(), "sha384")
    _stamps(made, manifest, key, first, second)
    _evidence(made, manifest, key, first)
    _roots(made, manifest, first)
    _follow_ups(made, key)


def _stamps(made: Suite, manifest: Manifest, key: KioskKey, first: Authority, second: Authority) -> None:
    receipt = made.files["receipt.pdf"]
    once = stamped(receipt, first.at(ISSUED_AT + HOUR))
    twice = stamped(once, second.at(ISSUED_AT + 300 * 24 * HOUR))
    made.file("authority-a.pem", pem_of(first.anchor))
    made.file("authority-b.pem", pem_of(second.certificate))
    made.file("stamped-once.pdf", once)
    made.file("stamped-twice.pdf", twice)
    known = {"authorities": ["authority-a.pem", "authority-b.pem"]}
    made.case("a stamped receipt", "stamped-once.pdf", "genuine", **known)
    made.case("a stamped receipt and a page", "stamped-once.pdf", "genuine", pages=["page-1.jpg"], **known)
    made.case("a stamped receipt, its authority unknown", "stamped-once.pdf", "genuine")
    made.case("a receipt stamped again a year later", "stamped-twice.pdf", "genuine", **known)
    made.case("the same, only the second known", "stamped-twice.pdf", "genuine", authorities=["authority-b.pem"])
    made.case("a stamped receipt and a page of another case", "stamped-once.pdf", "altered", pages=["page-4.jpg"])
    for name, late, when in (
        ("before the receipt", first, ISSUED_AT - HOUR),
        ("when the authority had expired", authority("Horodatage C", days=(-300, -1)), ISSUED_AT + HOUR),
    ):
        file = made.file(f"stamped-{name.replace(' ', '-')}.pdf", stamped(receipt, late.at(when)))
        made.case(f"stamped {name}", file, "genuine", **known)
    other = stamped(render_receipt(manifest_of(2), POSITION, key, {}), first.at(ISSUED_AT + HOUR))
    own_end = once[len(receipt) :]
    for name, data in {
        "the stamp twice": once + own_end,
        "the stamp of another receipt": receipt + other[other.rindex(b"%%EOF\n", 0, -7) + 6 :],
        "the second stamp alone": receipt + twice[len(once) :],
        "cut": once[:-1],
        "half a stamp": once[: len(receipt) + 2000],
        "a byte more": once + b"\n",
        "a comment between": receipt + b"%\n" + own_end,
        "a shown field": once.replace(b"/Rect [ 0 0 0 0 ]", b"/Rect [ 0 0 9 9 ]", 2),
        "another page inside": once[: len(receipt)] + own_end.replace(b"/Annots", b"/Thumbs", 1),
        "a signature that is no stamp": once.replace(b"/Type /DocTimeStamp", b"/Type /Sig         "),
        "a false signature of the stamp": _last_byte_of_token(once, len(receipt)),
        "an altered receipt": bytes([*receipt[:4000], receipt[4000] ^ 1, *receipt[4001:]]) + own_end,
    }.items():
        file = made.file(f"stamped-{name.replace(' ', '-')}.pdf", data)
        made.case(f"a changed stamp: {name}", file, "altered", **known)
    start, end = gap_of(once, len(receipt))
    made.family("the structure of a late stamp", "stamped-once.pdf", range(len(receipt), start, 3), [1], **known)
    made.family("the token of a late stamp", "stamped-once.pdf", range(start - 1, start + 2600, 9), [1], **known)
    made.family("the end of a late stamp", "stamped-once.pdf", range(end, len(once), 2), [1], **known)


def _evidence(made: Suite, manifest: Manifest, key: KioskKey, first: Authority) -> None:
    since = first.stamp(hashlib.sha256(b"a night before").digest(), ISSUED_AT - 12 * HOUR)
    full = render_receipt(manifest, POSITION, key, {}, Evidence(logged(POSITION), since))
    made.file("evidence.pdf", full)
    made.file("evidence-stamped.pdf", stamped(full, first.at(ISSUED_AT + HOUR)))
    known = {"authorities": ["authority-a.pem"]}
    made.case("a receipt with its place in the log and a time before it", "evidence.pdf", "genuine", **known)
    made.case("the same, its authority unknown", "evidence.pdf", "genuine")
    made.case("a receipt between two times", "evidence-stamped.pdf", "genuine", **known)
    listed, proof = encode_manifest(manifest), make_proof(manifest, POSITION, key)
    both = {"manifeste.cbor": listed, "preuve.cbor": proof}
    log = logged(POSITION).text
    elsewhere = logged(LedgerPosition(42, hashlib.sha256(b"another head").digest())).text
    row_41 = logged(LedgerPosition(41, POSITION.head)).text
    false_note = log[:-6] + ("A" if log[-6] != "A" else "B") + log[-5:]
    later = first.stamp(hashlib.sha256(b"x").digest(), ISSUED_AT + 24 * HOUR).der
    for name, more, verdict in (
        ("the log", {"preuve.tlog-proof": log.encode()}, "genuine"),
        ("a time before", {"repere.tst": since.der}, "genuine"),
        ("a time that is after", {"repere.tst": later}, "genuine"),
        ("the log of another row", {"preuve.tlog-proof": elsewhere.encode()}, "altered"),
        ("row 41 of the log", {"preuve.tlog-proof": row_41.encode()}, "altered"),
        ("a false checkpoint", {"preuve.tlog-proof": false_note.encode()}, "altered"),
        ("a checkpoint and a witness", {"preuve.tlog-proof": _witnessed(log).encode()}, "genuine"),
        ("a log that is none", {"preuve.tlog-proof": b"journal"}, "altered"),
        ("a log that is no text", {"preuve.tlog-proof": b"\xff\xfe"}, "altered"),
        ("a time that is none", {"repere.tst": since.der[:-1]}, "altered"),
        ("a false time", {"repere.tst": since.der[:-1] + bytes([since.der[-1] ^ 1])}, "altered"),
    ):
        file = made.file(f"evidence-{name.replace(' ', '-')}.pdf", signed(small_pdf(both | more), key))
        made.case(f"signed by the kiosk: {name}", file, verdict, **known)


def _roots(made: Suite, manifest: Manifest, first: Authority) -> None:
    root, key = root_certificate(), chained_key()
    receipt = render_receipt(manifest, POSITION, key, {})
    made.file("root.pem", root.to_pem())
    made.file("chained-kiosk.pem", key.certificate_pem)
    made.file("root-and-kiosk.pem", root.to_pem() + key.certificate_pem)
    made.file("other-root.pem", root_certificate("Racine de Narbonne").to_pem())
    made.file("root-that-ended.pem", root_certificate(days=(-1, 100)).to_pem())
    made.file("chained.pdf", receipt)
    made.file("chained-stamped.pdf", stamped(receipt, first.at(ISSUED_AT + HOUR)))
    made.file("chained-code.txt", proof_text(make_proof(manifest, POSITION, key)).encode())
    made.file("chained-page.preuve", prove_page(manifest, make_proof(manifest, POSITION, key), 1))
    known = {"authorities": ["authority-a.pem"]}
    made.case("a receipt of a kiosk that the root names", "chained.pdf", "genuine", trust="root.pem")
    made.case("the same with a page", "chained.pdf", "genuine", trust="root.pem", pages=["page-2.jpg"])
    made.case("the same, stamped", "chained-stamped.pdf", "genuine", trust="root.pem", **known)
    made.case("the same, its own certificate believed", "chained.pdf", "genuine", trust="chained-kiosk.pem")
    made.case("the same, another root believed", "chained.pdf", "altered", trust="other-root.pem")
    made.case("the same, a root that ends before it", "chained.pdf", "altered", trust="root-that-ended.pem")
    made.case("a receipt that names itself, a root believed", "receipt.pdf", "altered", trust="root.pem")
    made.case("a code, only a root believed", "chained-code.txt", "unusable", trust="root.pem")
    made.case("a code, root and kiosk believed", "chained-code.txt", "genuine", trust="root-and-kiosk.pem")
    made.case("one page, only a root", "chained-page.preuve", "unusable", trust="root.pem", pages=["page-1.jpg"])
    made.case(
        "one page, root and kiosk", "chained-page.preuve", "genuine", trust="root-and-kiosk.pem", pages=["page-1.jpg"]
    )
    listed = {"manifeste.cbor": encode_manifest(manifest)}
    for name, other in {
        "may sign others": chained_key(ca=True),
        "is for something else": chained_key(signs=False),
        "outlives the root": chained_key(days=(-1, 8000)),
        "began before the root": chained_key(days=(-2, 400)),
    }.items():
        files = listed | {"preuve.cbor": make_proof(manifest, POSITION, other)}
        file = made.file(f"chained-{name.replace(' ', '-')}.pdf", signed(small_pdf(files), other))
        made.case(f"a certificate of the root that {name}", file, "altered", trust="root.pem")
    # The root's own key signs no receipt, even where it could.
    rooted = KioskKey(chained_key().private, root)
    data = signed(small_pdf(listed | {"preuve.cbor": make_proof(manifest, POSITION, rooted)}), rooted)
    made.case("signed in the name of the root", made.file("chained-root-itself.pdf", data), "altered", trust="root.pem")
    start, _ = gap_of(receipt)
    made.family("the chain of a receipt", "chained.pdf", range(start, start + 1900, 7), [1], trust=["root.pem"])


def _follow_ups(made: Suite, key: KioskKey) -> None:
    claims = EventClaims(
        "perpignan-01",
        43,
        ISSUED_AT + 24 * HOUR,
        Event.COUNTED,
        42,
        66,
        7,
        "FT-2026-118",
        hashlib.sha256(b"the acknowledgement").digest()[:16],
        hashlib.sha256(b"next head").digest(),
    )
    code = make_event_code(claims, key)
    paper = EventPaper(
        claims, code, "France services Perpignan", "", "France Travail", "Envoyer mes bulletins", "fr", ISSUED_AT
    )
    text = event_text(code)
    made.file("event.txt", text.encode())
    sheet = made.file("event.pdf", render_event_sheet(paper, key))
    made.case("a follow-up", "event.txt", "genuine")
    made.case("a follow-up of another kiosk", "event.txt", "altered", trust="stranger.pem")
    made.case("a follow-up, only a root believed", "event.txt", "unusable", trust="root.pem")
    made.case("a follow-up with a page", "event.txt", "unusable", pages=["page-1.jpg"])
    made.case("the sheet of a follow-up", sheet, "genuine")
    made.case("the sheet of a follow-up with a page", sheet, "unusable", pages=["page-1.jpg"])
    first = authority("Horodatage A")
    late = made.file("event-stamped.pdf", stamped(made.files[sheet], first.at(ISSUED_AT + 48 * HOUR)))
    made.case("a follow-up is not stamped", late, "altered")
    proof = made.files["proof.cbor"]
    values = cbor2.loads(cbor2.loads(code).value[2])
    for name, data, verdict in (
        ("the code of a receipt under its prefix", event_text(proof), "altered"),
        ("its code under that of a receipt", proof_text(code), "altered"),
        ("a character less", text[:-1], "altered"),
        ("nothing behind the prefix", "E1:", "altered"),
        ("no such event", _signed(key, [*values[:5], 99, *values[6:]]), "altered"),
        ("a failure record", _signed(key, [*values[:5], 8, *values[6:]]), "genuine"),
        ("another version", _signed(key, [2, *values[1:]]), "unusable"),
        ("a time before the certificate", _signed(key, [*values[:3], 1_000_000_000, *values[4:]]), "altered"),
    ):
        made.case(f"a follow-up: {name}", made.file(f"event-{name.replace(' ', '-')}.txt", data.encode()), verdict)
    made.family("every character of a follow-up", "event.txt", range(3, len(text)), [1, 2, 0x60])
    renewed = kiosk_key("perpignan-01", ISSUED_AT, valid_from=ISSUED_AT.replace(year=2027))
    made.file("renewed.pem", renewed.certificate_pem + key.certificate_pem)
    made.case("a code, its key renewed since", "code.txt", "genuine", trust="renewed.pem")
    made.case("a follow-up, its key renewed since", "event.txt", "genuine", trust="renewed.pem")


def _signed(key: KioskKey, values: list[object]) -> str:
    """The text of an event's code with any content, signed by the kiosk."""
    header, payload = protected(key.certificate), cbor2.dumps(values, canonical=True)
    return event_text(assemble(header, payload, key.sign(to_be_signed(header, payload, b"temoin/event/v1"))))


def _witnessed(log: str) -> str:
    """The proof with the signature of somebody else below that of the log."""
    body = log.split("\n\n")[1] + "\n"
    stranger = type(log_key())("temoin.invalid/voisin", log_key().private)
    return log + stranger.sign(body).rsplit("\n\n", 1)[1]


def _last_byte_of_token(pdf: bytes, after: int) -> bytes:
    start, end = gap_of(pdf, after)
    digits = pdf[start:end].rstrip(b"0")
    digits += b"0" * (len(digits) % 2)
    last = int(digits[-2:], 16) ^ 1
    return pdf[: start + len(digits) - 2] + b"%02X" % last + pdf[start + len(digits) :]

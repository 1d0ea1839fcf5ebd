"""The sample codes of the public specification, and seals made for the occasion by an authority of our own."""

import base64
import datetime as dt
from pathlib import Path
from random import Random

import numpy as np
import zxingcpp
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.x509.oid import NameOID

from kiosk.pages.model import Image
from kiosk.pages.twoddoc.trust import Signer, Trust, signer_of

HERE = Path(__file__).parent
_MARKS = {"<GS>": "\x1d", "<RS>": "\x1e", "<US>": "\x1f"}
_EVER = (dt.date(2000, 1, 1), dt.date(2100, 1, 1))


def sample_codes() -> list[bytes]:
    """The sixty codes of the specification 3.2.6; those of version 01 are binary."""
    lines = (HERE / "specification.txt").read_text(encoding="ascii").splitlines()
    return [bytes.fromhex(line[4:]) if line.startswith("hex:") else _meant(line) for line in lines]


def _meant(line: str) -> bytes:
    for written, separator in _MARKS.items():
        line = line.replace(written, separator)
    return line.encode("ascii")


def specification_trust() -> Trust:
    """The specification's test certificate. Its samples bear days after its end: here it may seal on any day."""
    certificate = x509.load_pem_x509_certificate((HERE / "test-certificate.pem").read_bytes())
    names, signer = signer_of(certificate)
    return Trust({names: [Signer(signer.key, signer.holder, *_EVER)]})


class Authority:
    """An authority and one certificate of it, made anew."""

    def __init__(self, first: dt.datetime, last: dt.datetime, curve: ec.EllipticCurve | None = None) -> None:
        self.key = ec.generate_private_key(curve or ec.SECP256R1())
        self._own = ec.generate_private_key(ec.SECP384R1())
        self.certificate = _certificate("FR99", "FR99", self._own, self._own, first, last)
        self.leaf = _certificate("0042", "FR99", self.key, self._own, first, last)

    def trust(self) -> Trust:
        names, signer = signer_of(self.leaf)
        return Trust({names: [signer]})

    def seal(self, document_type: str, fields: str, day: dt.date) -> bytes:
        """A 2D-Doc of version 04 over `fields`, written as they stand in the code."""
        days = f"{(day - dt.date(2000, 1, 1)).days:04X}"
        signed = f"DC04FR990042{days}{days}{document_type}01FR{fields}".encode("ascii")
        digest = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}[self.key.key_size]
        half = (self.key.key_size + 7) // 8
        r, s = decode_dss_signature(self.key.sign(signed, ec.ECDSA(digest)))
        return signed + b"\x1f" + base64.b32encode(r.to_bytes(half, "big") + s.to_bytes(half, "big")).rstrip(b"=")


def _certificate(
    name: str,
    issuer: str,
    key: ec.EllipticCurvePrivateKey,
    signing: ec.EllipticCurvePrivateKey,
    first: dt.datetime,
    last: dt.datetime,
) -> x509.Certificate:
    def named(common: str) -> x509.Name:
        organisation = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Paie Exemple")
        return x509.Name([organisation, x509.NameAttribute(NameOID.COMMON_NAME, common)])

    return (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named(issuer))
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(first)
        .not_valid_after(last)
        .sign(signing, hashes.SHA384())
    )


def drawn(content: bytes | str, symbol: zxingcpp.BarcodeFormat = zxingcpp.BarcodeFormat.DataMatrix) -> Image:
    """The code as printed at 300 dpi, a module of 0.42 mm."""
    picture = np.asarray(zxingcpp.create_barcode(content, symbol).to_image(scale=5), np.uint8)
    return np.repeat(picture[:, :, None], 3, axis=2)


def printed_on(page: Image, code: Image, randomness: Random) -> Image:
    """`page` with `code` somewhere it hides nothing. Fails where there is no such place."""
    height, width = code.shape[:2]
    places = [
        (y, x)
        for y in range(60, page.shape[0] - height - 60, 30)
        for x in range(60, page.shape[1] - width - 60, 30)
        if page[y : y + height, x : x + width].min() > 200
    ]
    y, x = randomness.choice(places)
    page = page.copy()
    page[y : y + height, x : x + width] = code
    return page

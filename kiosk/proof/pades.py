"""The signature inside the receipt's PDF: PAdES baseline B, made by pyHanko, certified against later changes."""

import datetime as dt
import io
from concurrent.futures import ThreadPoolExecutor

from asn1crypto import algos
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from kiosk.proof import p256
from kiosk.proof.keys import KioskKey

FIELD_NAME = "Recu"
CMS_ROOM = 1536
"""Bytes kept in the PDF for the signature: about 0.9 kB are used."""


def sign_pdf(pdf: bytes, key: KioskKey, when: dt.datetime) -> bytes:
    """`pdf` with one signature over all of it, dated `when`. The visible paper does not change."""
    # pyHanko starts an event loop of its own, which the caller's thread may already have.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(_sign, pdf, key, when).result()


def _sign(pdf: bytes, key: KioskKey, when: dt.datetime) -> bytes:
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD_NAME,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    output = io.BytesIO()
    signer = _DatedSigner(metadata, signer=_signer(key))
    signer.when = when
    signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=output, bytes_reserved=2 * CMS_ROOM)
    return output.getvalue()


def _signer(key: KioskKey) -> signers.Signer:
    signer = _OneSignature(
        signing_cert=asn1_x509.Certificate.load(key.certificate_der),
        signature_mechanism=algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    signer.kiosk_key = key
    return signer


class _DatedSigner(signers.PdfSigner):  # type: ignore[misc]  # pyHanko is untyped here
    """Dates the signature with the kiosk's clock, as the paper is."""

    when: dt.datetime

    def init_signing_session(self, *args: object, **kwargs: object) -> object:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.when
        return session


class _OneSignature(signers.Signer):  # type: ignore[misc]  # pyHanko is untyped here
    """Signs in the one form that verification accepts (see `p256`)."""

    kiosk_key: KioskKey

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        if dry_run:
            return bytes(p256.SIGNATURE_LENGTH)
        if digest_algorithm != "sha256":
            raise ValueError(digest_algorithm)
        return p256.to_der(self.kiosk_key.sign(data))

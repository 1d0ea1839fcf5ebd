"""The root: a key kept off the kiosk, which says once a year which kiosks are the operator's.

A certificate it signs has exactly the profile below; anything else is refused, however valid it may be elsewhere.
"""

import datetime as dt

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.proof.keys import Certificate, KioskKey, UnusableKey, kiosk_usage, read_certificates

ROOT_VALIDITY = dt.timedelta(days=20 * 365)
KIOSK_VALIDITY = dt.timedelta(days=400)
"""A year, and time to renew."""
_MARGIN = dt.timedelta(days=1)
_UNPARSABLE = (ValueError, TypeError, UnsupportedAlgorithm, x509.DuplicateExtension, x509.UnsupportedGeneralNameType)


def is_root(certificate: Certificate) -> bool:
    """Whether this is a root's certificate: one that signs others, and never a receipt."""
    try:
        return bool(certificate.parsed.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except (*_UNPARSABLE, x509.ExtensionNotFound):
        return False


def new_root(name: str, now: dt.datetime) -> tuple[ec.EllipticCurvePrivateKey, Certificate]:
    """A root key (P-256) and its certificate, valid twenty years from `now`."""
    private = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
    signed = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _MARGIN)
        .not_valid_after(now + ROOT_VALIDITY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
        .sign(private, hashes.SHA256())
    )
    return private, Certificate(signed.public_bytes(serialization.Encoding.DER))


def new_request(key: KioskKey) -> bytes:
    """What the kiosk asks the root to sign (PKCS#10, PEM). Holds nothing secret."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, key.certificate.name)])
    request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(key.private, hashes.SHA256())
    return request.public_bytes(serialization.Encoding.PEM)


def sign_request(request: bytes, root: Certificate, private: ec.EllipticCurvePrivateKey, now: dt.datetime) -> bytes:
    """The kiosk's certificate (PEM). Raises `UnusableKey` for a request that its own key did not sign."""
    try:
        asked = x509.load_pem_x509_csr(request)
        genuine = asked.is_signature_valid
    except ValueError as error:
        raise UnusableKey("Cette demande de certificat est illisible.") from error
    public = asked.public_key()
    if not genuine or not isinstance(public, ec.EllipticCurvePublicKey) or not isinstance(public.curve, ec.SECP256R1):
        raise UnusableKey("Cette demande ne vient pas de la clé d’une borne.")
    names = asked.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    if len(names) != 1:
        raise UnusableKey("Cette demande ne nomme pas une borne.")
    end = now + KIOSK_VALIDITY
    if end > root.valid_until or private.public_key() != root.public_key:
        raise UnusableKey("Cette racine finit trop tôt, ou sa clé est une autre.")
    signed = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0].value)]))
        .issuer_name(root.parsed.subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _MARGIN)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(kiosk_usage(), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(private, hashes.SHA256())
    )
    return signed.public_bytes(serialization.Encoding.PEM)


def issued_by(certificate: Certificate, root: Certificate) -> bool:
    """Whether `root` signed `certificate`, which is a kiosk's, within the root's own life."""
    if not is_root(root) or is_root(certificate):
        return False
    try:
        certificate.parsed.verify_directly_issued_by(root.parsed)
        usage = certificate.parsed.extensions.get_extension_for_class(x509.KeyUsage).value
    except (*_UNPARSABLE, InvalidSignature, x509.ExtensionNotFound):
        return False
    within = root.valid_from <= certificate.valid_from and certificate.valid_until <= root.valid_until
    return within and usage == kiosk_usage()


def install(key: KioskKey, certificate_pem: bytes, root: Certificate) -> KioskKey:
    """The kiosk's key with the certificate its root signed. Raises `UnusableKey`."""
    found = read_certificates(certificate_pem)
    if len(found) != 1 or found[0].public_key != key.private.public_key():
        raise UnusableKey("Ce certificat n’est pas celui de la clé de cette borne.")
    if not issued_by(found[0], root):
        raise UnusableKey("Cette racine n’a pas signé ce certificat.")
    return KioskKey(key.private, found[0])

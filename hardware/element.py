"""A secure element (PKCS#11) that keeps the kiosk's key: it signs, and the key never leaves it.

The element is any chip or program with a PKCS#11 module: a TPM, an ATECC608, a smart card, SoftHSM2 in the tests.
"""

import functools
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

import pkcs11
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from pkcs11 import Attribute, KeyType, Mechanism, ObjectClass
from pkcs11.util.ec import encode_ec_public_key, encode_named_curve_parameters

Buffer: TypeAlias = "bytes | bytearray | memoryview[int]"
LABEL = "temoin"
_HALF = 32
_CURVE = "secp256r1"


class ElementFailed(Exception):
    """The element is not there, refuses the PIN, or does not do what is asked. The message is for the journal."""


class ElementKey(ec.EllipticCurvePrivateKey):
    """A P-256 key inside an element, for whatever takes a key of `cryptography`. Calls block; one at a time."""

    def __init__(self, session: Any, private: Any, public: ec.EllipticCurvePublicKey) -> None:
        self._session = session
        self._private = private
        self._public = public
        self._alone = threading.Lock()

    def sign(self, data: Buffer, signature_algorithm: ec.EllipticCurveSignatureAlgorithm) -> bytes:
        """ECDSA-Sig-Value over SHA-256(`data`). The element draws the nonce. Raises `ElementFailed`."""
        if not isinstance(signature_algorithm, ec.ECDSA) or not isinstance(
            signature_algorithm.algorithm, hashes.SHA256
        ):
            raise ElementFailed("only ECDSA with SHA-256")
        digest = hashes.Hash(hashes.SHA256())
        digest.update(data)
        try:
            with self._alone:
                raw = bytes(self._private.sign(digest.finalize(), mechanism=Mechanism.ECDSA))
        except pkcs11.PKCS11Error as error:
            raise ElementFailed(type(error).__name__) from error
        return encode_dss_signature(int.from_bytes(raw[:_HALF], "big"), int.from_bytes(raw[_HALF:], "big"))

    def public_key(self) -> ec.EllipticCurvePublicKey:
        return self._public

    @property
    def curve(self) -> ec.EllipticCurve:
        return self._public.curve

    @property
    def key_size(self) -> int:
        return self._public.key_size

    def exchange(self, *_: object) -> NoReturn:
        raise ElementFailed("the key does not leave the element")

    def private_numbers(self, *_: object) -> NoReturn:
        self.exchange()

    def private_bytes(self, *_: object) -> NoReturn:
        self.exchange()

    def __copy__(self) -> "ElementKey":
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> "ElementKey":
        return self


@functools.cache
def open_element(module: Path, token: str, pin: str) -> ElementKey:
    """The kiosk's key in the element, made there the first time. Raises `ElementFailed`.

    A process signs in to a token once, and keeps that session.
    """
    try:
        session = pkcs11.lib(str(module)).get_token(token_label=token).open(rw=True, user_pin=pin)
        found = _keys(session, ObjectClass.PRIVATE_KEY)
        if not found:
            _generate(session)
            found = _keys(session, ObjectClass.PRIVATE_KEY)
        (private,), (public,) = found, _keys(session, ObjectClass.PUBLIC_KEY)
        loaded = serialization.load_der_public_key(encode_ec_public_key(public))
    except (pkcs11.PKCS11Error, OSError, RuntimeError, ValueError, KeyError, AttributeError) as error:
        raise ElementFailed(type(error).__name__) from error
    if not isinstance(loaded, ec.EllipticCurvePublicKey) or not isinstance(loaded.curve, ec.SECP256R1):
        raise ElementFailed("another kind of key has that label")
    return ElementKey(session, private, loaded)


def _keys(session: Any, kind: ObjectClass) -> Sequence[Any]:
    return list(session.get_objects({Attribute.CLASS: kind, Attribute.LABEL: LABEL}))


def _generate(session: Any) -> None:
    parameters = session.create_domain_parameters(
        KeyType.EC, {Attribute.EC_PARAMS: encode_named_curve_parameters(_CURVE)}, local=True
    )
    stays = {Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False}
    parameters.generate_keypair(store=True, label=LABEL, private_template=stays)

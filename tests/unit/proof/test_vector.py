"""A code printed on 22 November 2026 must be read for ever: a change of format shows here first."""

import pytest

from kiosk.proof.code import ProofClaims, matches, read_proof
from kiosk.proof.keys import Certificate
from kiosk.proof.manifest import manifest_digest, page_root
from kiosk.proof.model import Verdict
from kiosk.proof.verify_code import verify_text
from tests.unit.proof.conftest import ISSUED_AT, POSITION, manifest_of

CERTIFICATE = (
    "308201843082012aa00302010202141911a5d0bf87402fe83aee65252d43d3a66ca8ba300a06082a8648ce3d040302301731"
    "15301306035504030c0c7065727069676e616e2d3031301e170d3236313132313133303533335a170d333131313231313330"
    "3533335a30173115301306035504030c0c7065727069676e616e2d30313059301306072a8648ce3d020106082a8648ce3d03"
    "0107034200049569eb4de0432930b74612781e8151e28ef998f3bbc3892e2eb1b41828f0ad5bdf73e93ad38673b776b270f5"
    "b5f60aa7403a2c5055f9cd8ab613a236dda8379aa3543052300c0603551d130101ff04023000300e0603551d0f0101ff0404"
    "030206c030130603551d25040c300a06082b06010505070304301d0603551d0e041604140bcb796c6a2faa51751b1466e8cb"
    "892f561f00d1300a06082a8648ce3d0403020348003045022100dcb20124d6e0af7e3e954df146b7eca7313fe4d82f9b12e1"
    "9c4ef16c076be8820220308dfffab2ea9da89117e9d2eefaf18100ad3c66620f25dc58712a159036e70c"
)
PRINTED = (
    "T1:RRQ+D9O60CO0-HMR*L8CKOYH480I9E1LESED..DZ-D746L23DF3OG0B%JUVD.UE5KC VD7$CZEDDOEF6BF1D%JP*Q5WMQZOAH"
    "3D:TS595E%D*WD3X0MNPWM9S4S3TJB6UF6B65A37HJ:O21MTOHFTTXDM+RGU25Z972P4NX1%IRI6E 5TX$VF6BP5KA D TK/1GG$"
    "4HG7EP9/EC9I3H3N*PJTSI35Q72R47DDMIFD0%687JO6+M887N7V05AC-C$CKM8USLUGEISP38XJB.2FYUBMVVV2:M34EIKL3$TU"
    "%01I-LJMPU60:ZTOZF:87P7T-NF9TFTTEF4"
)
MANIFEST_DIGEST = "500187b7c5a7ae358aceea8db070837728053917240b0dcdd8e36fdee66afbd9"
PAGE_ROOT = "6711c93e2c46d1a85375676de2c129276d916c9c05d0c9e24b2fde4c9b67ee67"


@pytest.fixture
def certificate() -> Certificate:
    return Certificate(bytes.fromhex(CERTIFICATE))


def test_the_printed_code_is_still_read(certificate: Certificate) -> None:
    claims = read_proof(PRINTED, [certificate])
    assert isinstance(claims, ProofClaims)
    assert (claims.kiosk, claims.sequence, claims.pages) == ("perpignan-01", POSITION.sequence, 3)
    assert claims.issued_at == ISSUED_AT
    assert (claims.manifest.hex(), claims.root.hex()) == (MANIFEST_DIGEST, PAGE_ROOT)
    assert verify_text(PRINTED, [certificate]).verdict is Verdict.GENUINE


def test_the_manifest_is_still_encoded_in_the_same_way(certificate: Certificate) -> None:
    manifest = manifest_of(3)
    assert manifest_digest(manifest).hex() == MANIFEST_DIGEST
    assert page_root(manifest).hex() == PAGE_ROOT
    claims = read_proof(PRINTED, [certificate])
    assert isinstance(claims, ProofClaims)
    assert matches(claims, manifest)

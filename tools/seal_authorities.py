"""The State's list of 2D-Doc authorities made into `assets/seals/authorities.yaml`.

    python -m tools.seal_authorities LIST.xml

The list is an ETSI TS 119 612 document, published at https://ants.gouv.fr/. Authorities whose service is in force are
kept, with the certificate that signs certificates. Whether the file is the State's is for the person who gets it to
check: `xmlsec1 --verify LIST.xml`, or its fingerprint asked for by another way.
"""

import base64
import sys
from pathlib import Path

import yaml
from cryptography import x509
from defusedxml import ElementTree

from kiosk.assets import asset

NAMES = {"t": "http://uri.etsi.org/02231/v2#"}
IN_FORCE = "http://uri.etsi.org/TrstSvc/Svcstatus/inaccord"
HEAD = """# Authorities whose certificates seal 2D-Doc codes: the State's trusted list, converted by
# `python -m tools.seal_authorities`. Certificates are DER in base64.
"""


def main(source: str) -> None:
    root = ElementTree.parse(source).getroot()
    listed = {
        "sequence": int(_text(root, "t:SchemeInformation/t:TSLSequenceNumber")),
        "issued": _text(root, "t:SchemeInformation/t:ListIssueDateTime"),
        "authorities": [entry for service in root.iterfind(".//t:TSPService", NAMES) for entry in _entries(service)],
    }
    target = asset("seals", "authorities.yaml")
    target.write_text(HEAD + yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")
    sys.stdout.write(f"{target}: {len(listed['authorities'])}\n")


def _entries(service: "ElementTree.Element") -> list[dict[str, str]]:  # type: ignore[name-defined]  # untyped
    information = service.find("t:ServiceInformation", NAMES)
    if _text(information, "t:ServiceStatus") != IN_FORCE:
        return []
    entries = []
    for found in information.iterfind(".//t:X509Certificate", NAMES):
        der = base64.b64decode("".join(found.text.split()))
        name = x509.load_der_x509_certificate(der).subject.rfc4514_string()
        entries.append({"name": name, "certificate": base64.b64encode(der).decode()})
    return entries


def _text(element: "ElementTree.Element", path: str) -> str:  # type: ignore[name-defined]  # untyped
    return str(element.findtext(path, namespaces=NAMES)).strip()


if __name__ == "__main__":
    main(str(Path(sys.argv[1])))

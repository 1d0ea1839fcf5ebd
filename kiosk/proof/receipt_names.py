"""Under which names a receipt carries what it proves."""

MANIFEST_NAME = "manifeste.cbor"
PROOF_NAME = "preuve.cbor"
EVENT_NAME = "evenement.cose"

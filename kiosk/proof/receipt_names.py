"""Under which names a receipt carries what it proves."""

MANIFEST_NAME = "manifeste.cbor"
PROOF_NAME = "preuve.cbor"
EVENT_NAME = "evenement.cose"
LOG_PROOF_NAME = "preuve.tlog-proof"
SINCE_NAME = "repere.tst"

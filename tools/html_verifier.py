"""Assemble assets/verifier/verifier.html from its parts and from the kiosk's own sentences.

python -m tools.html_verifier            writes the file
python -m tools.html_verifier --check    exit status 1 if it is not up to date
"""

import argparse
import base64
import hashlib
import json
import re
import sys
from pathlib import Path

from kiosk.assets import asset
from kiosk.proof import event_sentences, sentences, wording
from kiosk.proof.event_code import Event
from kiosk.proof.manifest import ILLEGIBLE, TOO_LONG, UNKNOWN

PARTS = (
    *("bytes", "base45", "cbor", "der", "p256", "certificate", "timestamp", "cms", "signature", "late_stamp", "pdf"),
    *("attachments", "tree", "log_proof", "manifest", "proof", "event", "page_proof", "words", "times", "verify"),
    "page",
)
"""Each part may use those before it."""
LARGEST = 100_000


def verifier_path() -> Path:
    """Where the assembled file is."""
    return asset("verifier", "verifier.html")


def verifier_html() -> str:
    """The whole page: no address in it, and a policy that lets nothing but its own script and style in."""
    style = _source("style.css")
    script = "\n".join(['"use strict";', f"const SAID = {_said()};", *(_script(part) for part in PARTS)])
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    page = _source("page.html")
    for name, text in (("policy", policy), ("style", style), ("script", script)):
        page = page.replace(f"{{{name}}}", text, 1)
    return page


def said() -> dict[str, object]:
    """The kiosk's sentences, by the names that the script gives them."""
    names = (
        *("EMPTY", "TOO_LARGE", "NOT_A_PDF", "ENCRYPTED", "NO_CODE", "SEVERAL_CODES", "KEY_SHOWN", "NOBODY_TRUSTED"),
        "TICKET_AND_PAGES",
        *("SIGNATURE_HOLDS", "CODE_HOLDS", "MANIFEST_HOLDS", "MANIFEST_DIFFERS", "NOT_A_RECEIPT", "WAS_VALID"),
        *("WAS_NOT_VALID", "HAS_EXPIRED", "ONLY_THE_CODE", "CLOCK_NOT_PROVED", "PAGE_HOLDS", "PAGE_DIFFERS"),
        *("PAGE_SEALED", "PAGE_PROOF_DAMAGED", "PAGE_PROOF_DIFFERS", "ONE_PAGE_WANTED", "OTHERS_NOT_SHOWN"),
        *("CODE_NEEDS_KIOSK", "BROWSER_TOO_OLD", "EXPIRED_UNSTAMPED", "CLOCK_PARTLY_PROVED", "CLOCK_AHEAD"),
        *("CLOCK_BEHIND", "LOG_HOLDS", "LOG_DIFFERS", "SINCE_DIFFERS", "AUTHORITY_UNKNOWN", "AUTHORITY_WAS_NOT_VALID"),
        *("AUTHORITY_EXPIRED", "TIME_HOLDS"),
        *("GENUINE", "GENUINE_PAGES", "GENUINE_CODE", "GENUINE_PAGE", "THE_BODY"),
    )
    values: dict[str, object] = {name.lower(): getattr(sentences, name) for name in names}
    return values | {
        "between": wording.BETWEEN,
        "before": wording.BEFORE,
        "after": wording.AFTER,
        "event_counted": event_sentences.COUNTED,
        "event_reference": event_sentences.REFERENCE,
        "event_no_pages": event_sentences.NO_PAGES,
        "events": [
            {"title": words.title, "does_not": words.does_not, "genuine": event_sentences.genuine_words(event)}
            for event, words in ((event, event_sentences.WORDS[event]) for event in Event)
        ],
        "one_page": "{count} page",
        "many_pages": "{count} pages",
        "manifest_too_long": TOO_LONG,
        "manifest_unreadable": ILLEGIBLE,
        "manifest_unknown": UNKNOWN,
        "flaws": {flaw.value: sentence for flaw, sentence in sentences.FLAWS.items()},
        "rejected": {reason.value: sentence for reason, sentence in sentences.REJECTED.items()},
        "does_not_prove": {level.value: words.does_not for level, words in wording.LEVELS.items()},
    }


def _said() -> str:
    return json.dumps(said(), ensure_ascii=False, indent=0, sort_keys=True)


def _script(part: str) -> str:
    """A part's source with half its indentation: still to be read by whoever doubts, and smaller."""
    return re.sub(r"^ +", lambda found: " " * (len(found[0]) // 2), _source(f"{part}.js"), flags=re.MULTILINE)


def _source(name: str) -> str:
    return asset("verifier", "src", name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def main(arguments: list[str] | None = None) -> int:
    """Write the file, or say whether it is up to date."""
    parser = argparse.ArgumentParser(description="Assembles assets/verifier/verifier.html.")
    parser.add_argument("--check", action="store_true", help="write nothing")
    page = verifier_html()
    if parser.parse_args(arguments).check:
        return int(not verifier_path().exists() or verifier_path().read_text("utf-8") != page)
    verifier_path().write_text(page, "utf-8")
    sys.stdout.write(f"{verifier_path().name}: {len(page.encode())} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

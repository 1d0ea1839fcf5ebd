"""How a stranger verifies a receipt with programs found everywhere: the commands printed on it.

They are for `sh`, one a line, in a folder with recu.pdf, borne.pem (the kiosk's certificate) and the page.jpg to
compare; with OpenSSL, poppler-utils and the usual small tools. A test runs them exactly as they are printed.
"""

SIGNED_FILE = (
    "pdfsig recu.pdf && pdfsig -dump recu.pdf",
    "set -- $(grep -ao '/ByteRange \\[[0-9 ]*' recu.pdf | tr -cd '0-9 ')",
    "(head -c $2 recu.pdf; tail -c +$(($3+1)) recu.pdf | head -c $4) > signe.pdf",
    (
        "openssl cms -verify -inform DER -in recu.pdf.sig0 -content signe.pdf -binary -CAfile borne.pem -purpose any"
        " -no_check_time -partial_chain -out lu.pdf"
    ),
)
"""The PDF was signed by this kiosk, and the signature covers all of it ("Total document signed"), or all but stamps."""

STAMPED = (
    "set -- $(grep -ao '/ByteRange \\[[0-9 ]*' recu.pdf | tail -1 | tr -cd '0-9 ')",
    "(head -c $2 recu.pdf; tail -c +$(expr $3 + 1) recu.pdf | head -c $4) > date.pdf && ls recu.pdf.sig1",
    "openssl ts -verify -data date.pdf -in recu.pdf.sig1 -token_in -CAfile autorite.pem -no_check_time",
)
"""An authority (autorite.pem is its certificate, or its issuer's) stamped the signed file ("Verification: OK")."""

SIGNED_CODE = (
    "pdfdetach -saveall recu.pdf",
    "h() { head -c 12 preuve.cbor | tail -c 10; }; c() { tail -c +14 preuve.cbor | head -c -66; }",
    "s() { tail -c 64 preuve.cbor; }; n() { s | $1 -c 32 | od -An -v -tx1 | tr -d ' \\n'; }",
    "(printf '\\322\\204'; h; printf '\\240'; c; printf 'X@'; s) | cmp - preuve.cbor && n tail | grep '^[0-7]'",
    "(printf '\\204jSignature1'; h; printf '@'; c) > signe.bin",
    "printf 'asn1=SEQUENCE:s\\n[s]\\nr=INTEGER:0x%s\\ns=INTEGER:0x%s\\n' $(n head) $(n tail) > sig.cnf",
    "openssl asn1parse -genconf sig.cnf -noout -out sig.der && openssl x509 -in borne.pem -noout -pubkey > borne.pub",
    "openssl dgst -sha256 -verify borne.pub -signature sig.der signe.bin",
)
"""preuve.cbor is a COSE_Sign1 in its one form, with the low half of S, signed by this kiosk ("Verified OK")."""

PAGES = (
    "od -An -v -tx1 preuve.cbor | tr -d ' \\n' | grep -c $(sha256sum < manifeste.cbor | head -c 64)",
    "od -An -v -tx1 manifeste.cbor | tr -d ' \\n' | grep -c $(sha256sum < page.jpg | head -c 64)",
)
"""The signed code names the list of the pages, and the list names the page ("1" each time)."""

UNSEAL = ("age -d -i cle.txt -o page.jpg page.jpg.age",)
"""A sealed copy opens with the key of the key stub."""

"""A time-stamp authority of the tests: `openssl ts` behind a small HTTP server on this machine."""

import contextlib
import datetime as dt
import http.server
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CONFIGURATION = """
[tsa]
default_tsa = it
[it]
dir = {folder}
serial = {folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""
OPENSSL = shutil.which("openssl") or "openssl"
REPLY = (
    "ts -reply -config tsa.cnf -section it -queryfile query.tsq"
    " -signer tsa.pem -inkey tsa.key -chain root.pem -out reply.tsr"
)
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass
class Authority:
    """A root, a stamping certificate it issued, and the files that `openssl ts` wants."""

    folder: Path
    root: x509.Certificate
    certificate: x509.Certificate
    answer: Callable[[bytes], bytes] | None = None
    """What answers instead of `openssl ts`, e.g. a liar."""
    down: bool = False
    url: str = ""
    asked: list[bytes] = field(default_factory=list)

    def reply(self, query: bytes) -> bytes:
        """The answer (DER) to a request (DER)."""
        (self.folder / "query.tsq").write_bytes(query)
        done = subprocess.run(
            [OPENSSL, *REPLY.split()],
            cwd=self.folder,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return (self.folder / "reply.tsr").read_bytes()

    @property
    def root_pem(self) -> bytes:
        return self.root.public_bytes(serialization.Encoding.PEM)


def new_authority(
    folder: Path, kind: str = "rsa", name: str = "Autorité d’essai", years: int = 2, purpose: bool = True
) -> Authority:
    """Keys and certificates of a new authority, valid since a year ago."""
    folder.mkdir(parents=True, exist_ok=True)
    root_key, key = _key("ec"), _key(kind)
    root = _certificate(f"Racine de {name}", root_key, None, root_key, years, None)
    certificate = _certificate(name, key, root, root_key, years, ExtendedKeyUsageOID.TIME_STAMPING if purpose else None)
    authority = Authority(folder, root, certificate)
    (folder / "root.pem").write_bytes(authority.root_pem)
    (folder / "tsa.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "tsa.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    (folder / "serial").write_text("01\n")
    (folder / "tsa.cnf").write_text(CONFIGURATION.format(folder=folder))
    return authority


@contextlib.contextmanager
def serving(authority: Authority) -> Iterator[Authority]:
    """The authority on a loopback port, at `authority.url`."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            authority.asked.append(query)
            if authority.down:
                self.send_error(503)
                return
            body = (authority.answer or authority.reply)(query)
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            # Who is told nonsense may hang up before the end of it.
            with contextlib.suppress(ConnectionError):
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    authority.url = f"http://127.0.0.1:{server.server_address[1]}/tsa"
    try:
        yield authority
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _key(kind: str) -> Key:
    if kind == "rsa":
        return rsa.generate_private_key(65537, 2048)
    return ec.generate_private_key(ec.SECP384R1() if kind == "p384" else ec.SECP256R1())


def _certificate(
    name: str,
    key: Key,
    issuer: x509.Certificate | None,
    signing: Key,
    years: int,
    purpose: x509.ObjectIdentifier | None,
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=365))
        .not_valid_after(now + dt.timedelta(days=365 * years))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if issuer is not None:
        builder = builder.add_extension(
            x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True
        )
    if purpose is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage([purpose]), critical=True)
    return builder.sign(signing, hashes.SHA256())

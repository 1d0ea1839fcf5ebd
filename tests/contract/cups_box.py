"""A private print service: the real cupsd, on a socket of its own, with a queue to a virtual printer."""

import contextlib
import grp
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

QUEUE = "a4"
START = 10.0
"""Seconds for cupsd to answer, and for a new queue to be ready."""

CUPSD_CONF = """\
Listen {root}/cups.sock
Browsing Off
WebInterface No
DefaultShared No
DirtyCleanInterval 0
ErrorPolicy retry-current-job
JobRetryInterval 1
PreserveJobFiles No
LogLevel warn
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow localhost
  </Limit>
</Policy>
"""
CUPS_FILES_CONF = """\
ServerRoot {root}/etc
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
ErrorLog {root}/log/error_log
AccessLog {root}/log/access_log
PageLog {root}/log/page_log
SystemGroup root
"""


class CupsBox:
    """Starts and stops one cupsd, by its own process number."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._process: subprocess.Popen[bytes] | None = None
        for name in ("etc", "spool/tmp", "cache", "state", "log"):
            (root / name).mkdir(parents=True)
        root.chmod(0o755)
        if os.geteuid() == 0:  # filters then run as the user lp
            group = grp.getgrnam("lp").gr_gid
            for name in ("spool", "spool/tmp", "cache", "state", "log"):
                os.chown(root / name, -1, group)
            (root / "spool/tmp").chmod(0o1770)
        (root / "cupsd.conf").write_text(CUPSD_CONF.format(root=root), encoding="utf-8")
        (root / "cups-files.conf").write_text(CUPS_FILES_CONF.format(root=root), encoding="utf-8")

    @property
    def server(self) -> str:
        return str(self.root / "cups.sock")

    def start(self) -> None:
        cupsd = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin")
        assert cupsd, "cupsd is not installed: apt-get install cups"
        self._process = subprocess.Popen(
            [cupsd, "-f", "-c", str(self.root / "cupsd.conf"), "-s", str(self.root / "cups-files.conf")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._wait(lambda: self.run("lpstat", "-r").stdout.strip() == b"scheduler is running")

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._process = None

    def kill(self) -> None:
        """As a crash: the service and the filters under way."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process = None

    def add_queue(self, uri: str, name: str = QUEUE) -> None:
        """A driverless queue, which CUPS makes by asking the printer what it can do."""
        self.run("lpadmin", "-p", name, "-E", "-v", uri, "-m", "everywhere")
        ppd = self.root / "etc" / "ppd" / f"{name}.ppd"
        self._wait(lambda: ppd.is_file() and ppd.stat().st_size > 0)

    def run(self, *command: str) -> "subprocess.CompletedProcess[bytes]":
        environment = {**os.environ, "CUPS_SERVER": self.server, "LC_ALL": "C"}
        program = shutil.which(command[0], path=f"{os.environ['PATH']}:/usr/sbin")
        assert program, f"{command[0]} is not installed"
        return subprocess.run([program, *command[1:]], env=environment, capture_output=True, timeout=20, check=False)

    @staticmethod
    def _wait(condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + START
        while not condition():
            assert time.monotonic() < deadline, "cupsd did not get ready"
            time.sleep(0.05)


@contextlib.contextmanager
def cups_box() -> Iterator[CupsBox]:
    """A running private cupsd; gone afterwards. Its path is short because a socket's name must be."""
    root = Path(tempfile.mkdtemp(prefix="cups-"))
    box = CupsBox(root)
    try:
        box.start()
        yield box
    finally:
        box.stop()
        shutil.rmtree(root)

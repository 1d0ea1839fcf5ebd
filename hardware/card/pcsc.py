"""PC/SC through pyscard's lowest layer: its own CardMonitor dies for good when the service is restarted (measured)."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence

from smartcard import scard

from hardware.card.api import CardFault

PLUG_AND_PLAY = r"\\?PnP?\Notification"
"""The name under which PC/SC tells that readers come and go."""

_SERVICE_DOWN = frozenset(
    {
        scard.SCARD_E_NO_SERVICE,
        scard.SCARD_E_SERVICE_STOPPED,
        scard.SCARD_E_INVALID_HANDLE,
        scard.SCARD_F_COMM_ERROR,
        scard.SCARD_F_INTERNAL_ERROR,
    }
)
_FAULTS = {
    scard.SCARD_E_NO_SMARTCARD: CardFault.NO_CARD,
    scard.SCARD_W_REMOVED_CARD: CardFault.REMOVED,
    scard.SCARD_E_NOT_TRANSACTED: CardFault.REMOVED,
    scard.SCARD_W_UNRESPONSIVE_CARD: CardFault.UNREADABLE,
    scard.SCARD_W_UNPOWERED_CARD: CardFault.UNREADABLE,
    scard.SCARD_E_PROTO_MISMATCH: CardFault.UNREADABLE,
    scard.SCARD_W_RESET_CARD: CardFault.INTERRUPTED,
    scard.SCARD_E_SHARING_VIOLATION: CardFault.INTERRUPTED,
    scard.SCARD_E_NO_READERS_AVAILABLE: CardFault.NO_READER,
    scard.SCARD_E_UNKNOWN_READER: CardFault.NO_READER,
    scard.SCARD_E_READER_UNAVAILABLE: CardFault.NO_READER,
}

_STATUS_BYTES = 2


class PcscError(Exception):
    """PC/SC said no."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.fault = CardFault.SERVICE_DOWN if code in _SERVICE_DOWN else _FAULTS.get(code, CardFault.UNREADABLE)
        super().__init__(self.fault)


class Service:
    """An open line to the card service."""

    def __init__(self, context: int) -> None:
        self._context = context

    def readers(self) -> Sequence[str]:
        """Their names, in the service's order."""
        code, names = scard.SCardListReaders(self._context, [])
        if code == scard.SCARD_E_NO_READERS_AVAILABLE:
            return ()
        _check(code)
        return tuple(names)

    def cards(self, readers: Sequence[str]) -> tuple[Mapping[str, bool], list[tuple[str, int]]]:
        """Which readers hold a card; and the states as `wait` wants them. A reader that just left is not named."""
        if not readers:
            return {}, []
        code, states = scard.SCardGetStatusChange(
            self._context, 0, [(name, scard.SCARD_STATE_UNAWARE) for name in readers]
        )
        if code == scard.SCARD_E_UNKNOWN_READER:
            return {}, []
        _check(code)
        present = {name: bool(state & scard.SCARD_STATE_PRESENT) for name, state, _ in states}
        return present, [(name, state) for name, state, _ in states]

    def wait(self, states: Sequence[tuple[str, int]], readers: int, seconds: float) -> None:
        """Until something changes, at most so long."""
        asked = [*states, (PLUG_AND_PLAY, readers << 16)]
        code, _ = scard.SCardGetStatusChange(self._context, max(1, int(seconds * 1000)), asked)
        if code not in (scard.SCARD_E_TIMEOUT, scard.SCARD_E_UNKNOWN_READER):
            _check(code)

    @contextlib.contextmanager
    def card(self, reader: str) -> Iterator["Card"]:
        """The card in a reader, for us alone, reset afterwards: the next one must give the PIN again."""
        protocols = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
        code, handle, protocol = scard.SCardConnect(self._context, reader, scard.SCARD_SHARE_EXCLUSIVE, protocols)
        _check(code)
        try:
            yield Card(handle, protocol)
        finally:
            with contextlib.suppress(SystemError):
                scard.SCardDisconnect(handle, scard.SCARD_RESET_CARD)


class Card:
    """A card that answers. Blocks as long as it is mute: use in a worker."""

    def __init__(self, handle: int, protocol: int) -> None:
        self._handle = handle
        self._pci = scard.SCARD_PCI_T1 if protocol == scard.SCARD_PROTOCOL_T1 else scard.SCARD_PCI_T0

    def transmit(self, apdu: bytes) -> bytes:
        """One command; the answer with its two status bytes. Raises PcscError."""
        code, answer = scard.SCardTransmit(self._handle, self._pci, list(apdu))
        _check(code)
        if len(answer) < _STATUS_BYTES:  # pulled out in the middle: the reader has nothing to say, and no error
            raise PcscError(scard.SCARD_W_REMOVED_CARD)
        return bytes(byte & 0xFF for byte in answer)


@contextlib.contextmanager
def service() -> Iterator[Service]:
    """Raises PcscError while the service is down."""
    code, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM)
    _check(code)
    try:
        yield Service(context)
    finally:
        with contextlib.suppress(SystemError):  # raised when the service died meanwhile
            scard.SCardReleaseContext(context)


def _check(code: int) -> None:
    if code != scard.SCARD_S_SUCCESS:
        raise PcscError(code)

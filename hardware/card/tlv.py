"""BER-TLV, as smart cards speak it (ISO 7816-4): tags of one byte or two, lengths up to 65 535."""

from collections.abc import Iterator


def packed(tag: int, value: bytes) -> bytes:
    """One element."""
    head = tag.to_bytes(2 if tag > 0xFF else 1, "big")
    size = len(value)
    if size < 0x80:
        return head + bytes([size]) + value
    if size <= 0xFF:
        return head + bytes([0x81, size]) + value
    return head + b"\x82" + size.to_bytes(2, "big") + value


def elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The elements of `data`, in order. Raises ValueError where it is cut short."""
    at = 0
    while at < len(data):
        try:
            tag = data[at]
            at += 1
            if tag & 0x1F == 0x1F:
                tag = tag << 8 | data[at]
                at += 1
            size = data[at]
            at += 1
            if size > 0x80:
                count = size & 0x7F
                size = int.from_bytes(data[at : at + count], "big")
                at += count
        except IndexError:
            raise ValueError("tlv") from None
        if at + size > len(data):
            raise ValueError("tlv")
        yield tag, data[at : at + size]
        at += size


def find(data: bytes, *path: int) -> bytes:
    """The value at the end of a path of tags. Raises ValueError when it is not there."""
    for tag in path:
        data = next((value for found, value in elements(data) if found == tag), b"")
        if not data:
            raise ValueError("tlv")
    return data

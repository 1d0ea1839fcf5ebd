"""Base45 (RFC 9285): bytes in the alphabet of QR codes' alphanumeric mode. One text for each value."""

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {char: value for value, char in enumerate(_ALPHABET)}


def encode(data: bytes) -> str:
    text = []
    for start in range(0, len(data), 2):
        pair = data[start : start + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            value, digit = divmod(value, 45)
            text.append(_ALPHABET[digit])
    return "".join(text)


def decode(text: str) -> bytes:
    """The bytes of `text`. Raises ValueError for any text that `encode` cannot have written."""
    if len(text) % 3 == 1:
        raise ValueError("cut Base45 text")
    data = bytearray()
    for start in range(0, len(text), 3):
        group = text[start : start + 3]
        try:
            value = sum(_VALUES[char] * 45**place for place, char in enumerate(group))
            data += value.to_bytes(len(group) - 1, "big")
        except (KeyError, OverflowError) as error:
            raise ValueError("not Base45") from error
    return bytes(data)

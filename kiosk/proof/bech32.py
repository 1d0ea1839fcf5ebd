"""Bech32 (BIP 173) as age uses it: no limit of length."""

_CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def encode(prefix: str, data: bytes) -> str:
    """`data` under the human-readable `prefix` (lowercase)."""
    words = _regroup(data)
    return prefix + "1" + "".join(_CHARSET[word] for word in words + _checksum(prefix, words))


def _regroup(data: bytes) -> list[int]:
    """Bytes as five-bit words, the last one padded with zeros."""
    bits = len(data) * 8
    padding = -bits % 5
    value = int.from_bytes(data, "big") << padding
    return [(value >> shift) & 31 for shift in range(bits + padding - 5, -1, -5)]


def _checksum(prefix: str, words: list[int]) -> list[int]:
    expanded = [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix]
    residue = _polymod(expanded + words + [0] * 6) ^ 1
    return [(residue >> 5 * (5 - position)) & 31 for position in range(6)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for position, generator in enumerate(_GENERATOR):
            check ^= generator if (top >> position) & 1 else 0
    return check

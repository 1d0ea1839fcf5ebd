"""IPP messages are read whole or refused."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.dock.ipp_printer import IppPrinter
from hardware.ipp_codec import Tag, attribute, decode, encode


def field(tag: int, name: bytes, value: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value


def message(operation: int, *fields: bytes, document: bytes = b"") -> bytes:
    return b"\x02\x00" + struct.pack(">HI", operation, 7) + b"\x01" + b"".join(fields) + b"\x03" + document


def test_attributes_and_document_are_told_apart() -> None:
    request = decode(
        message(
            2,
            field(Tag.CHARSET, b"attributes-charset", b"utf-8"),
            field(Tag.INTEGER, b"job-id", struct.pack(">i", 12)),
            field(Tag.BEGIN_COLLECTION, b"media-col", b""),
            field(Tag.MEMBER, b"", b"x-dimension"),
            field(Tag.INTEGER, b"", struct.pack(">i", 1)),
            field(Tag.END_COLLECTION, b"", b""),
            field(Tag.KEYWORD, b"requested-attributes", b"all"),
            field(Tag.KEYWORD, b"", b"media"),
            document=b"%PDF-",
        )
    )
    assert (request.operation, request.number, request.document) == (2, 7, b"%PDF-")
    assert request.integer("job-id") == 12
    assert request.text("attributes-charset") == "utf-8"
    assert request.values["requested-attributes"] == [b"all", b"media"]


def test_an_answer_can_be_read_back() -> None:
    request = decode(message(2))
    size = (attribute("x-dimension", Tag.INTEGER, 21000),)
    attributes = [
        attribute("copies-supported", Tag.RANGE, (1, 99)),
        attribute("media-size", Tag.BEGIN_COLLECTION, size),
        attribute("printer-name", Tag.NAME, "a", "b"),
        attribute("color-supported", Tag.BOOLEAN, True),
    ]
    answer = decode(encode(request, 0, [(Tag.PRINTER, attributes)]))
    assert answer.values["copies-supported"] == [struct.pack(">ii", 1, 99)]
    assert answer.values["printer-name"] == [b"a", b"b"]
    assert answer.values["color-supported"] == [b"\x01"]
    assert "x-dimension" not in answer.values


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        decode(body)
    except ValueError:
        return


@given(st.integers(0, 20), st.binary(max_size=60))
def test_the_printer_answers_or_refuses_any_request(operation: int, rest: bytes) -> None:
    printer = IppPrinter()
    try:
        answer = printer.answer(message(operation, rest))
    except ValueError:
        return
    assert answer[4:8] == struct.pack(">I", 7)


@pytest.mark.parametrize("job", [b"", b"ipp://localhost/ipp/print/", b"ipp://localhost/ipp/print/x", b"ipp://h/99"])
def test_a_job_that_does_not_exist_is_not_found(job: bytes) -> None:
    answer = IppPrinter().answer(message(9, field(Tag.URI, b"job-uri", job)))
    assert struct.unpack(">H", answer[2:4]) == (0x0406,)

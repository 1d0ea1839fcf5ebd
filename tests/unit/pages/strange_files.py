"""Files that no scanner makes: PDFs with layers, forms, scripts, attachments; pictures of unusual depth or kind."""

import io
import zlib

import numpy as np
import pikepdf
import PIL.Image
from pikepdf import Array, Dictionary, Name, String

from kiosk.pages.model import Image


def saved(document: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def sheet(content: bytes = b"", width: float = 595, height: float = 842) -> pikepdf.Pdf:
    """A PDF of one page that draws `content`."""
    document = pikepdf.new()
    document.add_blank_page()
    document.pages[0].MediaBox = Array([0, 0, width, height])
    document.pages[0].Contents = document.make_stream(content)
    return document


BAR = b"0 g 100 400 300 100 re f"
"""A black bar in the middle of the page."""


def with_form() -> bytes:
    """A text field whose appearance is a black bar; drawn, it is what the visitor filled in."""
    document = sheet()
    appearance = document.make_stream(BAR.replace(b"100 400", b"0 0"))
    appearance.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 300, 100])})
    field = document.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("nom"),
            V=String("Martin"),
            Rect=Array([100, 400, 400, 500]),
            F=4,
            AP=Dictionary(N=appearance),
        )
    )
    document.pages[0].Annots = Array([field])
    document.Root.AcroForm = Dictionary(Fields=Array([field]))
    return saved(document)


def with_layer(*, shown: bool) -> bytes:
    """The bar on a layer that is shown or hidden."""
    document = sheet(b"/OC /layer BDC " + BAR + b" EMC")
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("calque")))
    document.pages[0].Resources = Dictionary(Properties=Dictionary(layer=layer))
    document.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(ON=Array([layer] if shown else []), OFF=Array([] if shown else [layer]))
    )
    return saved(document)


def with_scripts(trace: str) -> bytes:
    """Everything that acts by itself when a reader opens it; a reader that obeys writes `trace` or asks the network."""
    document = sheet(BAR)
    script = Dictionary(S=Name.JavaScript, JS=String("this.getField('x').value = app.launchURL('http://127.0.0.1:9')"))
    launch = Dictionary(S=Name.Launch, F=String("/usr/bin/touch"), Win=Dictionary(F=String("touch"), P=String(trace)))
    document.Root.OpenAction = script
    document.Root.AA = Dictionary(WC=launch, DP=launch)
    document.pages[0].AA = Dictionary(O=launch, C=script)
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    return saved(document)


def with_attachment() -> bytes:
    document = sheet(BAR)
    document.attachments["virus.exe"] = b"MZ" + bytes(1000)
    return saved(document)


def with_unknown_font() -> bytes:
    """Text in a font that is neither embedded nor installed."""
    document = sheet(b"BT /F1 60 Tf 100 420 Td (BULLETIN) Tj ET")
    font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Introuvable-Black"))
    document.pages[0].Resources = Dictionary(Font=Dictionary(F1=font))
    return saved(document)


def with_endless_forms() -> bytes:
    """Sixteen levels of drawings that each draw the next one twenty times: 10^20 bars."""
    document = sheet(b"/X0 Do")
    inner: pikepdf.Object | None = None
    for _ in range(16):
        stream = document.make_stream(BAR if inner is None else b"/X0 Do " * 20)
        stream.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 595, 842])})
        if inner is not None:
            stream.Resources = Dictionary(XObject=Dictionary(X0=inner))
        inner = stream
    document.pages[0].Resources = Dictionary(XObject=Dictionary(X0=inner))
    return saved(document)


def animated(form: str) -> bytes:
    """Two pictures, white then black, shown one after the other."""
    frames = [PIL.Image.new("RGB", (60, 80), colour) for colour in ("white", "black")]
    target = io.BytesIO()
    frames[0].save(target, form, save_all=True, append_images=frames[1:], duration=100)
    return target.getvalue()


def deep_tiff() -> bytes:
    """A TIFF of three times sixteen bits, all at their middle."""
    head = b"II*\0" + (8).to_bytes(4, "little")
    width, height = 30, 20
    pixels = np.full((height, width, 3), 32768, "<u2").tobytes()
    entries = [
        (256, 3, 1, width),
        (257, 3, 1, height),
        (258, 3, 3, 0),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (273, 4, 1, 0),
        (277, 3, 1, 3),
        (278, 3, 1, height),
        (279, 4, 1, len(pixels)),
    ]
    after = 8 + 2 + 12 * len(entries) + 4
    place = {258: after, 273: after + 6}
    directory = len(entries).to_bytes(2, "little")
    for tag, kind, count, value in entries:
        directory += tag.to_bytes(2, "little") + kind.to_bytes(2, "little") + count.to_bytes(4, "little")
        directory += place.get(tag, value).to_bytes(4, "little")
    return head + directory + bytes(4) + (16).to_bytes(2, "little") * 3 + pixels


def darkness(image: Image) -> float:
    """Share of black pixels."""
    return float(np.count_nonzero(image.min(axis=2) < 80) / (image.shape[0] * image.shape[1]))


def with_giant_picture() -> bytes:
    """A PDF of a few kilobytes whose picture has 40 000 × 40 000 pixels."""
    document = sheet(b"595 0 0 842 0 0 cm /Im Do")
    side = 40_000
    black_128_times = b"\x81\0"
    picture = document.make_stream(zlib.compress(black_128_times * (side * side // 128)))
    picture.update(
        {
            "/Type": Name.XObject,
            "/Subtype": Name.Image,
            "/Width": side,
            "/Height": side,
            "/ColorSpace": Name.DeviceGray,
            "/BitsPerComponent": 8,
            "/Filter": Array([Name.FlateDecode, Name.RunLengthDecode]),
        }
    )
    document.pages[0].Resources = Dictionary(XObject=Dictionary(Im=picture))
    return saved(document)

"""By post: one PDF with everything, printed while somebody asks, and sent only once its number is noted."""

import asyncio
import base64
import io

import pikepdf
import pypdfium2
import pytest

from hardware.printer.api import PrinterFault
from kiosk.application.outgoing import open_sending
from kiosk.service.desk_requests import DeskRequests
from kiosk.storage.registry import DispatchStep
from tests.support.desk import Press


def asked(site, name, press=None, **request):
    press = press or Press()
    desk = site.desk
    requests = DeskRequests(desk.registry, desk.submissions, desk.following, desk.retention, press)
    handlers = {**requests.handlers, **open_sending(desk, press).handlers}
    return asyncio.run(handlers[name]({"number": site.number, **request}))


def texts(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def test_the_whole_pack(open_site):
    site = open_site(post_addresses={"caf": ("Service courrier", "66000 PERPIGNAN CEDEX 9")})
    pack = base64.b64decode(asked(site, "pack", last_day="2 décembre 2026")["pack"])
    address, letter, slip, copy, *pages = texts(pack)
    for said in ("66000 PERPIGNAN CEDEX 9", "2 décembre 2026", "recommandé", site.number):
        assert said in address
    assert "L112-3" in letter and site.number in letter
    manifest = site.desk.submissions.manifest_for_desk(site.row)
    for entry in manifest.pages:
        digest = entry.digest.hex()
        printed = " ".join(digest[at : at + 4] for at in range(0, 64, 4))
        assert printed in slip and printed in copy
    assert "Tampon" in copy and "Tampon" not in slip
    assert [f"page {place}/2" in page for place, page in enumerate(pages, 1)] == [True, True]


def test_without_a_verified_address_it_is_left_to_write(open_site):
    site = open_site()
    address = texts(base64.b64decode(asked(site, "pack")["pack"]))[0]
    assert "CAF" in address and "CEDEX" not in address


def test_every_size_of_page_gets_its_place(open_site, monkeypatch):
    site = open_site()
    genuine, odd = site.desk.submissions.paper_for_desk, pikepdf.new()
    odd.add_blank_page(page_size=(300, 200))
    odd.add_blank_page(page_size=(842, 1191))
    out = io.BytesIO()
    odd.save(out)
    monkeypatch.setattr(
        site.desk.submissions,
        "paper_for_desk",
        lambda row, name: out.getvalue() if "bundle" in name else genuine(row, name),
    )
    assert "page 1/2" in texts(base64.b64decode(asked(site, "pack")["pack"]))[-2]


def test_printed_once_asked_and_never_later(open_site):
    site = open_site()
    press = Press(PrinterFault.PAPER_OUT)
    assert asked(site, "pack", press, print=True)["printed"] is False
    site.clock.advance(3600)
    site.work()
    assert press.papers == {}
    press.fault = None
    assert asked(site, "pack", press, print=True)["printed"] is True
    assert list(press.papers) == [f"{site.number}-print_pack"]


def test_sent_is_what_the_post_office_stamped(open_site):
    site = open_site()
    assert asked(site, "send", by="post")["ok"]
    site.work()
    assert (site.row.state.value, site.last.step) == ("prepared", DispatchStep.OUTSIDE)
    wrong = asked(site, "sent", tracking="RR 1234 5678 4 FR")
    assert not wrong["ok"] and "faute de frappe" in wrong["sentence"]
    assert site.kinds() == ["submission"]
    assert asked(site, "sent", tracking="RR 4731 2482 9 FR")["ok"]
    assert (site.row.state.value, site.row.reference) == ("sent", "Recommandé RR473124829FR")
    assert site.last.step is DispatchStep.SENT
    assert asked(site, "returned", reference="pli non réclamé")["ok"]
    assert (site.row.state.value, site.last.step) == ("failed", DispatchStep.RETURNED)
    assert asked(site, "send", by="post")["ok"] and asked(site, "sent", tracking="1A 123 456 7890 1")["ok"]


def test_what_never_left_cannot_come_back(open_site):
    site = open_site()
    assert not asked(site, "returned")["ok"] and site.kinds() == ["submission"]


@pytest.mark.parametrize("name", ["pack", "link", "copy", "call_back", "try_again"])
def test_a_number_nobody_has(open_site, name):
    site = open_site()
    answer = asked(site, name, number="x-1")
    assert not answer["ok"] and "numéro" in answer["sentence"]

"""What leaves the kiosk: the outbox with its channels, and what mediators ask of it."""

import os

from kiosk.application.desk import Desk
from kiosk.delivery.by_hand import PostChannel
from kiosk.delivery.demarche import DemarcheChannel, DemarcheSettings
from kiosk.delivery.desk import DeskChannel
from kiosk.delivery.mail import MailChannel, MailSettings
from kiosk.delivery.retry import BackOff
from kiosk.service.delivering import Delivering
from kiosk.service.desk_requests import Printers
from kiosk.service.openings import Openings
from kiosk.service.sending import Addresses, Sending
from kiosk.service.sending_requests import SendingRequests
from kiosk.service.visitor_copies import VisitorCopies
from kiosk.service.watching import ASK_AGAIN, Watching


def open_outgoing(desk: Desk) -> tuple[Delivering, Watching]:
    """The outbox with its channels, and what looks at their answers."""
    settings = desk.settings
    mail = MailSettings(
        settings.mail_host,
        settings.mail_port,
        settings.mail_security,
        settings.mail_sender,
        settings.site_name,
        settings.mail_user,
        settings.mail_secret,
        settings.mail_trust,
        int(settings.mail_largest_mb * 1_000_000),
        settings.mail_addresses,
    )
    demarche = DemarcheChannel(DemarcheSettings(settings.demarche_url, settings.demarche_trust), desk.guides)
    channels = (DeskChannel(), PostChannel(), MailChannel(mail, desk.guides), demarche)
    delivering = Delivering(
        desk.registry,
        desk.vault,
        {one.name: one for one in channels},
        BackOff(),
        desk.clock,
        submissions=desk.submissions,
        following=desk.following,
    )
    watching = Watching(
        desk.registry,
        desk.vault,
        desk.clock,
        submissions=desk.submissions,
        following=desk.following,
        demarche=demarche,
        maildir=settings.mail_folder,
        ask_again=ASK_AGAIN * settings.pace,
    )
    return delivering, watching


def open_openings(desk: Desk) -> Openings:
    """Who opened what, in the ledger."""
    return Openings(desk.registry, desk.ledger, desk.vault, desk.submissions, desk.clock, os.urandom)


def open_copies(desk: Desk) -> VisitorCopies:
    """The visitor's own copies on a USB stick."""
    settings = desk.settings
    return VisitorCopies(
        desk.registry, desk.vault, desk.submissions, settings.stick_folders, mounted=settings.stick_mounted
    )


def open_sending(desk: Desk, printers: Printers, openings: Openings | None = None) -> SendingRequests:
    """What mediators ask of the outbox."""
    settings = desk.settings
    sending = Sending(
        desk.registry,
        desk.vault,
        desk.clock,
        submissions=desk.submissions,
        guides=desk.guides,
        addresses=Addresses(settings.mail_addresses, settings.post_addresses),
    )
    openings = openings or open_openings(desk)
    return SendingRequests(desk.registry, sending, open_copies(desk), printers, desk.clock, openings)

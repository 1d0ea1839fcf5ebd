"""Which ways out a guide allows, and in which words another is refused. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.guides.channels import Channel, ChannelKind
from kiosk.guides.schema import Guide


class Way(StrEnum):
    """A way out of the site, as `kiosk outbox send --by` names it. The visitor’s own copy is no way out."""

    DESK = "desk"
    """A mediator gives it in by hand: on the portal, or at the body’s desk."""
    POST = "post"
    MAIL = "mail"
    DEMARCHE = "demarche"
    """A form of Démarche numérique begun here, finished by the visitor."""


WAY_WORDS = {
    Way.DESK: "par le conseiller, sur le portail ou au guichet",
    Way.POST: "par courrier",
    Way.MAIL: "par courriel",
    Way.DEMARCHE: "sur Démarche numérique",
}


NAME, ADDRESS, MAIL_ADDRESS = "name", "address", "email"


@dataclass(frozen=True, slots=True)
class Detail:
    """What a mediator types for a way; `words` stand beside the blank."""

    name: str
    words: str
    needed: bool


_OF_A_MESSAGE = (
    Detail(NAME, "le nom et le prénom", needed=True),
    Detail(ADDRESS, "l’adresse postale", needed=True),
    Detail(MAIL_ADDRESS, "l’adresse électronique de la personne, si elle en a une", needed=False),
)
"""A message names the person, or it is worth nothing (CRPA R112-9-1)."""


class CannotSend(Exception):
    """This way is not open. The message is one French sentence."""


def ways(guide: Guide) -> tuple[Way, ...]:
    """The ways that `guide` allows; by hand always: a mediator decides in the end."""
    return tuple(way for way in Way if way is Way.DESK or channel_for(guide, way) is not None)


def channel_for(guide: Guide, way: Way) -> Channel | None:
    """What the guide says of `way`."""
    match way:
        case Way.POST:
            return next((one for one in guide.channels if one.kind is ChannelKind.POST), None)
        case Way.MAIL:
            return next((one for one in guide.channels if one.kind is ChannelKind.EMAIL), None)
        case Way.DEMARCHE:
            return next((one for one in guide.channels if one.prefill is not None), None)
        case Way.DESK:
            hands = (ChannelKind.PORTAL, ChannelKind.DESK, ChannelKind.APP)
            return next((one for one in guide.channels if one.kind in hands), None)


def details_of(guide: Guide, way: Way) -> tuple[Detail, ...]:
    """What is typed for `way`, in the order in which it is asked."""
    channel = channel_for(guide, way)
    match way:
        case Way.MAIL:
            return _OF_A_MESSAGE
        case Way.DEMARCHE if channel is not None and channel.prefill is not None:
            return tuple(Detail(name, words, needed=False) for name, words in channel.prefill.fields.items())
        case _:
            return ()


def check_way(guide: Guide, way: Way) -> None:
    """Raises `CannotSend` where the guide does not allow `way`, and says what the law or the guide says."""
    if way in ways(guide):
        return
    if way is Way.MAIL and any(channel.reserved for channel in guide.channels):
        raise CannotSend(
            f"Un courriel ne vaut rien ici : {guide.body.name} réserve cette démarche à son téléservice (CRPA L112-9)."
        )
    raise CannotSend(f"Le guide ne permet pas cet envoi {WAY_WORDS[way]}.")

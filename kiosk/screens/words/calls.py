"""How far a call for a human has come, in calm words."""

from kiosk.journey.views import HelpState, HelpView
from kiosk.words import mark, say, say_many

NO_CALL = mark("Appeler quelqu’un")

_BAR = {
    HelpState.SENT: mark("J’ai appelé"),
    HelpState.SEEN: mark("Appel bien vu"),
    HelpState.COMING: mark("On arrive"),
    HelpState.HERE: mark("On est là"),
}
_TITLES = {
    HelpState.SENT: mark("J’appelle quelqu’un."),
    HelpState.SEEN: mark("Votre appel est vu."),
    HelpState.COMING: mark("Quelqu’un arrive."),
    HelpState.HERE: mark("Quelqu’un est là pour vous."),
}
_NAMED = {
    HelpState.SEEN: mark("{name} a vu votre appel."),
    HelpState.COMING: mark("{name} arrive."),
    HelpState.HERE: mark("{name} est là pour vous."),
}
_ENDED = mark("L’appel est fini.")


def is_under_way(help_view: HelpView | None) -> bool:
    return help_view is not None and help_view.state in _BAR


def bar_words(language: str, help_view: HelpView | None) -> str:
    """What the call button of the bar says."""
    if help_view is None or help_view.state not in _BAR:
        return say(language, NO_CALL)
    return say(language, _BAR[help_view.state])


def call_title(language: str, help_view: HelpView | None) -> str:
    """The title of the call panel."""
    if help_view is None:
        return say(language, _TITLES[HelpState.SENT])
    if help_view.mediator and help_view.state in _NAMED:
        return say(language, _NAMED[help_view.state], name=help_view.mediator)
    return say(language, _TITLES.get(help_view.state, _ENDED))


def queue_sentence(language: str, help_view: HelpView | None) -> str:
    """How many people are helped first; nothing to say when the visitor is next."""
    if help_view is None or help_view.state not in (HelpState.SENT, HelpState.SEEN) or help_view.position < 2:
        return ""
    return say_many(
        language,
        "{count} personne passe avant vous.",
        "{count} personnes passent avant vous.",
        help_view.position - 1,
    )

"""How far a call for a human has come, in calm words."""

from kiosk.journey.views import HelpState, HelpView
from kiosk.screens.words import dates
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
SHARED = mark("On voit votre écran")
_LATE = mark("Personne n’a encore répondu.")
_CLOSED = mark("L’espace est fermé.")
_ENDED = mark("L’appel est fini.")


def is_under_way(help_view: HelpView | None) -> bool:
    return help_view is not None and help_view.state in _BAR


def bar_words(language: str, help_view: HelpView | None, *, sharing: bool = False) -> str:
    """What the call button of the bar says; that somebody sees the screen before all else."""
    if sharing:
        return say(language, SHARED)
    if help_view is None or help_view.state not in _BAR:
        return say(language, NO_CALL)
    return say(language, _BAR[help_view.state])


def call_title(language: str, help_view: HelpView | None) -> str:
    """The title of the call panel."""
    if help_view is None:
        return say(language, _TITLES[HelpState.SENT])
    if help_view.closed:
        return say(language, _CLOSED)
    if help_view.late:
        return say(language, _LATE)
    if help_view.mediator and help_view.state in _NAMED:
        return say(language, _NAMED[help_view.state], name=help_view.mediator)
    return say(language, _TITLES.get(help_view.state, _ENDED))


def queue_sentence(language: str, help_view: HelpView | None) -> str:
    """How many people are helped first; nothing to say when the visitor is next."""
    if help_view is None or help_view.closed or help_view.position < 2:
        return ""
    if help_view.state not in (HelpState.SENT, HelpState.SEEN):
        return ""
    return say_many(
        language,
        "{count} personne passe avant vous.",
        "{count} personnes passent avant vous.",
        help_view.position - 1,
    )


def stay_sentence(language: str, help_view: HelpView | None) -> str:
    """What to do while somebody comes, or where nobody does."""
    if help_view is None or not (help_view.closed or help_view.late):
        here = help_view is not None and help_view.state is HelpState.HERE
        helped, stay = mark("Dites-lui ce qui est difficile."), mark("Restez ici. Vos papiers sont en sécurité.")
        return say(language, helped if here else stay)
    if help_view.slip:
        return say(language, mark("Prenez le ticket. Gardez-le."))
    if help_view.closed:
        return say(language, mark("Vous pouvez continuer seul."))
    return say(language, mark("J’appelle encore. Allez à l’accueil."))


def when_sentence(language: str, help_view: HelpView | None) -> str:
    """When somebody comes, or the telephone; the place in the queue otherwise."""
    if help_view is None or not (help_view.closed or help_view.late):
        return queue_sentence(language, help_view)
    if help_view.closed and help_view.opens_at is not None:
        opening = help_view.opens_at
        return say(
            language,
            mark("Il ouvre le {day} à {hour}."),
            day=dates.day(language, opening),
            hour=dates.hour(language, opening),
        )
    if help_view.phone:
        return say(language, mark("Téléphone : {number}"), number=help_view.phone)
    return queue_sentence(language, help_view)


def call_moved(before: HelpView | None, now: HelpView | None) -> bool:
    """Whether there is something new to say aloud."""
    if now is None or before is None:
        return False  # the call itself opens a panel, which speaks; its end is silence
    return (before.state, before.late, before.closed) != (now.state, now.late, now.closed)


def call_sentences(language: str, help_view: HelpView | None) -> tuple[str, ...]:
    """What is said aloud of a call that moved, whatever the screen."""
    said = (call_title(language, help_view), stay_sentence(language, help_view), when_sentence(language, help_view))
    return tuple(sentence for sentence in said if sentence)

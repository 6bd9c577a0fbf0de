"""Telling a chain in plain words: one line for each step that a person would speak of, in the order of the flow."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from medoffice.kernel.trace import FLOW, Step

# What is said of each kind of thing; kinds not named here (the events of an account) repeat what others say.
SENTENCES = {
    "call": "{caller} calls: \u201c{words}\u201d. {who} takes the call ({number}).",
    "appointment": "{who} books {number}: {words}.",
    "encounter": "The patient is here for visit {number}: {words}.",
    "order": "{title}: {words} by {who}: \u201c{quote}\u201d.",
    "note": "{title} {words}.",
    "code_diagnosis": "{who} codes {title} {words}, for the note says \u201c{quote}\u201d.",
    "code_service": "{who} codes {title} {words}, for it is written \u201c{quote}\u201d.",
    "charge": "{title}: {words}, {amount}.",
    "claim": "{title} over {amount} goes {words}.",
    "remit_decision": "{title}: {words}.",
    "receipt": "{title}: {words}, {amount}, taken by {who}.",
    "journal_entry": "{title}: {words}, {amount} on both sides.",
    "statement": "{title} {words}.",
}


def tell(steps: Iterable[Step], zone: str) -> list[str]:
    """The lines of a story; times are the office's. A step without a time of its own comes after the others."""
    told = sorted((step for step in steps if step.ref.kind in SENTENCES), key=_place)
    return [f"{_when(step, zone):<12}{_sentence(step)}" for step in told]


def _place(step: Step) -> tuple[int, bool, float, str]:
    return FLOW.index(step.stage), step.at is None, step.at.timestamp() if step.at else 0.0, step.title


def _when(step: Step, zone: str) -> str:
    return f"{step.at.astimezone(ZoneInfo(zone)):%m/%d %H:%M}" if step.at else ""


def _sentence(step: Step) -> str:
    facts = dict(step.details)
    return SENTENCES[step.ref.kind].format(
        title=step.title,
        words=step.words.rstrip("."),
        number=step.title.removesuffix(" (walk-in)").rsplit(" ", 1)[-1],
        caller=facts.get("caller", ""),
        who=step.who or "The office",
        amount=step.amount if step.amount is not None else "",
        quote=step.quote[slice(*step.quote_span)] or step.words,
    )

"""Reading the lists of the telephone from their entries, and what is wrong with an entry somebody typed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from medoffice.front_office.calls.types import Card, Kind, ListName, Lists, Macro, Needs, Outcome, RedFlag, Relation
from medoffice.security.types import Role

Entry = Mapping[str, Any]
# What an entry of each list holds, beside its words: name of the field, how it is asked for.
FIELDS: dict[ListName, tuple[tuple[str, str], ...]] = {
    ListName.KINDS: (("queue", "Whose queue"), ("due", "Due after minutes"), ("outcome", "Closes in one key with")),
    ListName.OUTCOMES: (("needs", "Needs"),),
    ListName.MACROS: (("text", "Text"), ("kinds", "Offered for")),
    ListName.FLAGS: (("phrases", "Phrases"), ("script", "What to say"), ("source", "Source")),
    ListName.CARDS: (("text", "Text"), ("source", "Source")),
    ListName.CAUSES: (),
}
MAX_DUE = 60 * 24 * 30
LONGEST = 1_000
QUEUES = tuple(role for role in Role if role not in (Role.SYSTEM, Role.SPECIALIST))
_KEY_LENGTH = 24


def faults(which: ListName, key: str, entry: Entry, outcomes: Mapping[str, Outcome]) -> dict[str, str]:
    """Words against the fields of an entry as typed; none if it can be read."""
    wrong: dict[str, str] = {}
    if not 0 < len(key) <= _KEY_LENGTH or not key.replace("_", "").replace(".", "").isalnum() or not key.isascii():
        wrong["key"] = f"Up to {_KEY_LENGTH} letters, figures and underscores."
    if which is ListName.CARDS and len(key.partition(".")[2]) not in (2, 3):
        wrong["key"] = "A word and a language, such as parking.en."
    for name, told in {
        "words": entry.get("words", ""),
        **{name: entry.get(name, "") for name, _ in FIELDS[which]},
    }.items():
        if len(str(told)) > LONGEST:
            wrong[name] = f"At most {LONGEST} letters."
        elif not str(told).strip() and name not in ("needs", "source", "kinds"):
            wrong[name] = "This is needed."
    return wrong | {name: why for name, why in _special(which, entry, outcomes).items() if name not in wrong}


def _special(which: ListName, entry: Entry, outcomes: Mapping[str, Outcome]) -> dict[str, str]:
    wrong = {}
    if which is ListName.KINDS:
        if entry.get("queue") not in QUEUES:
            wrong["queue"] = "Choose a job."
        due = str(entry.get("due", ""))
        if not (due.isascii() and due.isdigit() and 0 < int(due[:9]) <= MAX_DUE):
            wrong["due"] = f"Minutes, up to {MAX_DUE}."
        if entry.get("outcome") not in outcomes:
            wrong["outcome"] = "Choose an outcome of the list."
    if which is ListName.OUTCOMES and entry.get("needs") not in [one.value for one in Needs]:
        wrong["needs"] = "Choose what it needs."
    if which is ListName.MACROS and ":" not in str(entry.get("text", "")):
        wrong["text"] = "Begin with a word and a colon, such as Refill: ."
    return wrong


def read(entries: Mapping[str, Mapping[str, Entry]]) -> Lists:
    """The lists from their entries by key; ``flags_source`` says where those that ship come from, and since when."""
    said = entries["flags_source"]
    since, source = said["since"], str(said["source"])
    return Lists(
        kinds={key: _kind(key, one) for key, one in entries[ListName.KINDS].items()},
        outcomes={
            key: Outcome(key, str(one["words"]), Needs(one["needs"])) for key, one in entries[ListName.OUTCOMES].items()
        },
        macros={
            key: Macro(key, one["words"], one["text"], tuple(str(one.get("kinds", "")).split()))
            for key, one in entries[ListName.MACROS].items()
        },
        flags={key: _flag(key, one, source, since) for key, one in entries[ListName.FLAGS].items()},
        cards={_card_key(key): _card(key, one) for key, one in entries[ListName.CARDS].items()},
        causes={key: str(one["words"]) for key, one in entries[ListName.CAUSES].items()},
        relations={key: Relation(key, one["words"], one["standing"]) for key, one in entries["relations"].items()},
        dispositions={key: str(one["words"]) for key, one in entries["dispositions"].items()},
    )


def _kind(key: str, one: Entry) -> Kind:
    return Kind(key, one["words"], Role(one["queue"]), int(one["due"]), one["outcome"], bool(one.get("triage")))


def _flag(key: str, one: Entry, source: str, since: Any) -> RedFlag:  # noqa: ANN401 - a date of TOML
    phrases = tuple(part.strip() for part in str(one["phrases"]).split("|") if part.strip())
    began = one.get("since", since)
    dated = began if isinstance(began, date) else date.fromisoformat(str(began))
    return RedFlag(key, one["words"], phrases, one["script"], str(one.get("source") or source), dated)


def _card(key: str, one: Entry) -> Card:
    name, language = _card_key(key)
    return Card(name, language, one["words"], one["text"], str(one.get("source", "")))


def _card_key(key: str) -> tuple[str, str]:
    name, _, language = key.partition(".")
    return name, language

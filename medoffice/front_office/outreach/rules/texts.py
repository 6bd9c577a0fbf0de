"""The texts of messages: reading what ships, filling one in, and what is wrong with one somebody wrote."""

import re
from collections.abc import Iterable, Mapping

from medoffice.front_office.outreach.types.messages import Detail, Purpose, Text

FIELDS = ("office", "phone", "when", "provider", "kind", "site", "first", "until", "fee", "answer")
# What a measure of detail keeps out of the words, whoever wrote them.
KEPT_OUT = {Detail.FULL: (), Detail.USUAL: ("kind",), Detail.BARE: ("kind", "provider", "site", "first", "answer")}
LONGEST = 600
_FIELD = re.compile(r"\{(\w*)\}")


def shipped(data: Mapping[str, Mapping[str, Mapping[str, str]]]) -> list[Text]:
    """Every text that ships: by purpose and language, at each measure of detail (one that is missing is the barer)."""
    found = []
    for purpose, languages in data.items():
        for language, words in languages.items():
            body = words["bare"]
            for detail in reversed(Detail):
                body = words.get(detail.value, body)
                found.append(Text(Purpose(purpose), language, detail, words["subject"], body))
    return found


def choose(texts: Iterable[Text], purpose: Purpose, language: str, detail: Detail) -> Text:
    """The text of a purpose in a language, in English where there is none."""
    found = {one.language: one for one in texts if one.purpose is purpose and one.detail is detail}
    return found.get(language) or found["en"]


def fill(words: str, values: Mapping[str, str]) -> str:
    """The words with their fields filled in; one that has no value is left out."""
    return re.sub(r" +", " ", _FIELD.sub(lambda one: values.get(one[1], ""), words)).strip()


def faults(detail: Detail, subject: str, body: str) -> dict[str, str]:
    """What is wrong with a text somebody wrote, field by field."""
    wrong = {}
    for name, words in (("subject", subject), ("body", body)):
        named = _FIELD.findall(words)
        unknown = sorted({one for one in named if one not in FIELDS})
        kept = sorted({one for one in named if one in KEPT_OUT[detail]})
        if not words.strip():
            wrong[name] = "This is needed."
        elif len(words) > LONGEST:
            wrong[name] = f"At most {LONGEST} letters."
        elif unknown:
            wrong[name] = f"There is no field {', '.join(unknown)}; there are {', '.join(FIELDS)}."
        elif kept:
            wrong[name] = f"At this measure nothing says {', '.join(kept)}."
    return wrong

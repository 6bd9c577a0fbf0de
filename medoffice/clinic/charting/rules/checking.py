"""What stands against an entry as somebody typed it, field by field. A finding names the field it is about."""

from collections.abc import Iterator
from datetime import date

from medoffice.clinic.charting.rules.kinds import KINDS, VERIFICATIONS
from medoffice.clinic.charting.rules.partial import earliest, is_partial, latest
from medoffice.clinic.charting.types import CARRIED, STRUCK, ListKind, Told
from medoffice.kernel.findings import Finding, Severity

LONGEST, LONGEST_DETAIL = 300, 200


def check_told(kind: ListKind, told: Told, today: date, born: date) -> list[Finding]:
    """Errors for what cannot be kept; nothing for what is merely unusual."""
    return [*_words(kind, told), *_states(kind, told), *_dates(kind, told, today, born), *_details(kind, told)]


def _words(kind: ListKind, told: Told) -> Iterator[Finding]:
    if not told.words.strip():
        yield Finding("words-missing", "words", "Say what it is.")
    elif len(told.words) > LONGEST:
        yield Finding("words-long", "words", f"At most {LONGEST} letters.")
    if told.system and told.system not in {KINDS[kind].system, *CARRIED}:
        yield Finding("system-other", "words", f"{told.system} is no code system of this list.")
    if bool(told.system) != bool(told.code):
        yield Finding("code-half", "words", "A code and its system go together.")


def _states(kind: ListKind, told: Told) -> Iterator[Finding]:
    listed = KINDS[kind]
    if told.status not in listed.statuses:
        yield Finding("status-unknown", "status", f"One of: {', '.join(listed.statuses)}.")
    if told.verification not in {*VERIFICATIONS, STRUCK}:
        yield Finding("verification-unknown", "verification", f"One of: {', '.join(VERIFICATIONS)}.")


def _dates(kind: ListKind, told: Told, today: date, born: date) -> Iterator[Finding]:
    for name, text in (("began", told.began), ("ended", told.ended)):
        if text and not is_partial(text):
            yield Finding("date-unclear", name, "Write a year, a month such as 5/2019, or a day.")
    first, end = earliest(told.began), latest(told.ended)
    if first and first > today and not (kind is ListKind.MEDICATION and told.status == "intended"):
        yield Finding("began-ahead", "began", "This day is still to come.")
    last_possible = latest(told.began)
    if last_possible and last_possible < born:
        yield Finding("began-before-birth", "began", f"The patient was born on {born:%m/%d/%Y}.")
    if first and end and end < first:
        yield Finding("ended-before", "ended", "It cannot end before it began.")


def _details(kind: ListKind, told: Told) -> Iterator[Finding]:
    asked = {one.key: one for one in KINDS[kind].asked}
    for key, text in told.details.items():
        if key not in asked:
            yield Finding("detail-unknown", "words", f"This list does not ask for {key}.")
        elif asked[key].choices and text not in asked[key].choices:
            yield Finding("detail-other", key, f"One of: {', '.join(asked[key].choices)}.")
        elif len(text) > LONGEST_DETAIL:
            yield Finding("detail-long", key, f"At most {LONGEST_DETAIL} letters.", Severity.ERROR)

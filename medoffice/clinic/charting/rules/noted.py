"""What a signed note says and the lists do not have: problems, medicines begun or stopped, allergies.

Nothing is offered that is only possible, denied, resolved, a relative's, or on the list already (a problem: in the same
category). It is computed whenever it is asked for; what a person made of a row is kept under the row's key.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from medoffice.clinic.charting.rules.allergies_said import allergies_said, reactions_said, thing
from medoffice.clinic.charting.rules.history import holds
from medoffice.clinic.charting.rules.kinds import ICD10, KINDS
from medoffice.clinic.charting.rules.medicines_said import medicines_said, plain_name
from medoffice.clinic.charting.types import Chart, ListKind, Told, Version
from medoffice.standards.suggestions.api import lasting, speaking, suggest
from medoffice.standards.suggestions.types import Part, Standing, Suggestion
from medoffice.standards.terminology.api import ingredients_in

LISTS = (ListKind.PROBLEM, ListKind.MEDICATION, ListKind.ALLERGY)
ENDS = "stop:"  # what the key of a row begins with that ends an entry
_AROUND = 60  # letters of the note that are shown before and behind the words
Span = tuple[int, int]
Spoken = Callable[[int, int], tuple[Part, Standing] | None]
# Codes of signs, causes, encounters and statuses, of poisonings and of what may follow care, are no problems of a list.
_NO_PROBLEM = ("R", "U", "V", "W", "X", "Y", "Z", *(f"T{number}" for number in range(36, 51)), "T78", "T88")


@dataclass(frozen=True, slots=True)
class Noted:
    """A row: what the note says, from ``start`` to ``end`` of its text, and what is to stand on the list for it.

    ``key`` names it within its note. ``entry`` is that of ours which the note says is stopped; without one it is new.
    What is not ``known`` is a medicine of a name that FDA's directory does not have: new, or not spelt so.
    """

    key: str
    kind: ListKind
    told: Told
    before: str
    words: str
    after: str
    start: int
    end: int
    entry: Version | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class About:
    """Whom a note is about, as far as a code may ask: the day of the visit, sex (F, M), birth date."""

    on: date
    sex: str
    born: date
    edition: str


def noted(texts: Sequence[str], about: About, chart: Chart, decided: Collection[str] = ()) -> list[Noted]:
    """The rows of a note and its addenda, list by list, each in the order of the text; without what is decided."""
    found: dict[str, Noted] = {}
    for text in texts:
        for one in (*_problems(text, about, chart), *_medicines(text, chart), *_allergies(text, chart)):
            found.setdefault(one.key, one)
    left = [one for one in found.values() if one.key not in decided]
    return sorted(left, key=lambda one: LISTS.index(one.kind))


def key_of(note_id: UUID, row: str) -> str:
    """Under which key it is kept what a person made of a row of a note."""
    return f"note:{note_id}:{row}"


def _problems(text: str, about: About, chart: Chart) -> Iterator[Noted]:
    listed = [one.told for one in chart.lists[ListKind.PROBLEM] if _stands(one)]
    taken = {told.code[:3] for told in listed if told.system == ICD10}
    taken |= _categories_of([told.words for told in listed if told.system != ICD10], about)
    spoken, reactions = speaking(text), reactions_said(text)
    found = suggest(text, about.on, sex=about.sex, born=about.born)
    past = [one for one in found.more if lasting(one.code)]
    for one in (*found.offered, *past):
        category = one.code[:3]
        spans = [span for span in one.spans if not any(start < span[1] and span[0] < end for start, end in reactions)]
        span = _certain(spans, one, spoken, listed=one in past)
        if category in taken or span is None or one.code.startswith(_NO_PROBLEM):
            continue
        taken.add(category)
        told = Told(one.title, ICD10, one.code, about.edition)
        yield _row(text, f"problem:{category}", ListKind.PROBLEM, told, *span)


def _categories_of(entries: Sequence[str], about: About) -> set[str]:
    """The categories that entries in words alone are of, as the same words in an assessment would be."""
    if not entries:
        return set()
    found = suggest("Assessment:\n" + "\n".join(entries), about.on, sex=about.sex, born=about.born)
    return {one.code[:3] for one in (*found.offered, *found.more)}


def _certain(spans: Sequence[Span], one: Suggestion, spoken: Spoken, *, listed: bool) -> Span | None:
    """The first of its words that are stated; of a lasting disease also those of the past.

    If it is only ``listed``, those that are stated where the note lists what the patient has.
    """
    allowed = {Standing.STATED, *([Standing.PAST] if "chronic" in one.rules else [])}
    for span in spans:
        way = spoken(*span)
        if way and (way == (Part.PAST, Standing.STATED) if listed else way[1] in allowed):
            return span
    return None


def _medicines(text: str, chart: Chart) -> Iterator[Noted]:
    listed = [one for one in chart.lists[ListKind.MEDICATION] if holds(one)]
    made_of = {one.entry_id: _made_of(one.told.words) for one in listed}
    ends = KINDS[ListKind.MEDICATION].ends
    ours = [one.told.words for one in listed if not ingredients_in(one.told.words)]
    for said in medicines_said(text, [name.split()[0] for name in map(plain_name, ours) if name]):
        what = frozenset(said.substances) if said.known else _made_of(said.words)
        same = [one for one in listed if made_of[one.entry_id] & what]
        if said.stopped:
            for one in same:
                if made_of[one.entry_id] == what:
                    told = replace(one.told, status=ends)
                    row = _row(text, f"{ENDS}{one.entry_id}", ListKind.MEDICATION, told, said.start, said.end)
                    yield replace(row, entry=one)
        elif not same:
            told = Told(said.words, details=said.details)
            row = _row(text, f"medication:{'+'.join(said.substances)}", ListKind.MEDICATION, told, said.start, said.end)
            yield replace(row, known=said.known)


def _made_of(words: str) -> frozenset[str]:
    """What a medicine is made of; of one that nobody here knows the first word of its name."""
    known = frozenset(ingredients_in(words))
    return known or frozenset(plain_name(words).split()[:1])


def _allergies(text: str, chart: Chart) -> Iterator[Noted]:
    listed = [thing(one.told.words) for one in chart.lists[ListKind.ALLERGY] if _stands(one)]
    for said in allergies_said(text):
        what = thing(said.words)
        if any(what & one for one in listed):
            continue
        details = {"reaction": said.reaction} if said.reaction else {}
        key = f"allergy:{'+'.join(sorted(what))}"
        yield _row(text, key, ListKind.ALLERGY, Told(said.words, details=details), said.start, said.end)


def _stands(one: Version) -> bool:
    """Whether it need not be asked about again: it holds, sleeps, or somebody said that it is not so."""
    return not one.struck and one.told.status != "resolved"


def _row(text: str, key: str, kind: ListKind, told: Told, start: int, end: int) -> Noted:
    line, rest = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    return Noted(
        key=key[:140],
        kind=kind,
        told=told,
        before=line if len(line) <= _AROUND else "… " + line[-_AROUND:].partition(" ")[2],
        words=text[start:end],
        after=rest if len(rest) <= _AROUND else rest[:_AROUND].rpartition(" ")[0] + " …",
        start=start,
        end=end,
    )

"""The book of safety that holds, and what it says of a prescription with what a chart says."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from pathlib import Path
from uuid import UUID

from django.db.models import Count, Q

from medoffice.clinic.charting.api import chart_of, incoming_of, last_period_of, may_be_pregnant
from medoffice.clinic.charting.types import Chart, ListKind, Version
from medoffice.clinic.prescriptions import models
from medoffice.clinic.prescriptions.queries.controlled import watched
from medoffice.clinic.prescriptions.rules.book import Book, book_from
from medoffice.clinic.prescriptions.rules.safety import Case, check, dead
from medoffice.clinic.prescriptions.types.prescribing import Prescribed
from medoffice.clinic.prescriptions.types.safety import Alert, Checked, Known, Person, Stop
from medoffice.kernel import clock
from medoffice.kernel.checks import Checked as FoundTrue
from medoffice.kernel.findings import Finding, Severity
from medoffice.practice.api import today_here
from medoffice.records.patients.api import patient
from medoffice.security.api import permitted
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import classes_of, ingredient, ingredients_in

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "safety.toml"
HOLDS = ("active", "intended", "on-hold")
PREGNANT = ("O0", "O1", "O2", "O3", "O4", "O9", "Z33", "Z34", "Z3A")
FILTRATION = ("egfr", "gfr")


_LETTERS = 2
STALE = timedelta(hours=36)  # the night's test is late by then


def book() -> Book:
    """The book that holds today: the office's latest, else the one that came with the program. One query."""
    row = models.SafetyBook.objects.filter(since__lte=today_here()).order_by("-since", "-id").first()
    return _read(row.told) if row else shipped()


def allergies_called(typed: str) -> list[str]:
    """A name of each class of allergies with one that begins as typed, the shortest; none for less than two letters.

    One query.
    """
    begun = " ".join(typed.lower().split())
    if len(begun) < _LETTERS:
        return []
    named = [sorted((name for name in one.called if name.startswith(begun)), key=len) for one in book().allergies]
    return sorted(names[0] for names in named if names)


@lru_cache(maxsize=4)
def _read(told: str) -> Book:
    return book_from(tomllib.loads(told))


@dataclass(frozen=True, slots=True)
class SelfTest:
    """How the checker stands: when it was last tried, what it did not find. ``late``: the test itself is missing."""

    at: datetime | None
    wrong: str
    late: bool

    @property
    def broken(self) -> bool:
        """Whether nobody may rely on it."""
        return bool(self.wrong)


def self_test() -> SelfTest:
    """What the last test found. One query."""
    row = models.SafetyTest.objects.order_by("-at", "-id").first()
    if row is None:
        return SelfTest(None, "", late=True)
    return SelfTest(row.at, row.wrong, late=clock.now() - row.at > STALE)


def safety_check() -> list[FoundTrue]:
    """The checker finds what it must find, now and in the night."""
    wrong, last = dead(book(), recognise), self_test()
    found = [Finding("checker-dead", "prescriptions", one) for one in wrong]
    if last.at is not None and last.late:
        words = f"The checker was last tried on {last.at:%m/%d/%Y}."
        found.append(Finding("checker-untried", "prescriptions", words, Severity.WARNING))
    looks = "the checker of prescriptions finds what it must find"
    return [FoundTrue("prescriptions", looks, f"{len(book().canaries)} tries, {len(wrong)} wrong", tuple(found))]


def overridden() -> dict[str, tuple[int, int]]:
    """How often each rule stood when something was signed, and how often it was gone over with a reason. One query."""
    rows = models.PrescriptionAlert.objects.values("rule").annotate(
        all=Count("id"), over=Count("id", filter=~Q(reason=""))
    )
    return {row["rule"]: (row["all"], row["over"]) for row in rows}


def alerts_of(actor: Actor, prescription_id: UUID) -> list[tuple[Alert, str]]:
    """The alerts that stood when it was signed, each with the reason that was given. One query.

    What tells of something that a label keeps from the actor is not among them.
    """
    rows = models.PrescriptionAlert.objects.filter(prescription_id=prescription_id).order_by("id")
    told = permitted(actor, "prescriptions.read", rows, subject="prescription__patient_id", visit="about")
    return [
        (Alert(row.key, row.rule, row.kind, Stop(row.stop), row.words, "", "", row.source, row.version), row.reason)
        for row in told
    ]


@cache
def shipped() -> Book:
    """The book that came with the program."""
    return book_from(tomllib.loads(_SHIPPED.read_text(encoding="utf-8")))


def recognise(words: str, about: UUID | None = None) -> Known:
    """A medicine by its words: its ingredients, each with FDA's classes of it; ``about`` is what labels are said of."""
    return Known(words, tuple((one, classes_of(one)) for one in ingredients_in(words)), about)


def checked(actor: Actor, patient_id: UUID, says: Prescribed, goes_on: UUID | None = None) -> Checked:
    """What stands against it, by all that the actor may know of the chart. ``goes_on`` is the entry it goes on with.

    An allergy or a medicine that came in from elsewhere counts before somebody has looked at it. What a label keeps
    from the actor is not checked. What a controlled medicine wants stands behind the rest. Seven queries, one more
    for who may be pregnant, three for a controlled medicine, and the labels'.
    """
    chart, came = chart_of(actor, patient_id), _came(actor, patient_id)
    takes = [one for one in held(chart, ListKind.MEDICATION) if one.entry_id != goes_on]
    same = [one for one in takes if one.told.words.lower() != says.medicine.lower()]
    case = Case(
        new=_new(says),
        takes=[*(recognise(one.told.words, one.about) for one in same), *came[ListKind.MEDICATION]],
        allergies=[
            *(recognise(one.told.words, one.about) for one in held(chart, ListKind.ALLERGY)),
            *came[ListKind.ALLERGY],
        ],
        person=_person(actor, patient_id, chart),
    )
    found = check(case, book(), recognise)
    return replace(found, alerts=(*found.alerts, *watched(actor, patient_id, says)))


def _came(actor: Actor, patient_id: UUID) -> Mapping[ListKind, list[Known]]:
    """What came in and waits to be looked at, and says so."""
    found: dict[ListKind, list[Known]] = defaultdict(list)
    for one in incoming_of(actor, patient_id):
        if one.told.status in HOLDS and one.told.verification != "refuted":
            known = recognise(one.told.words, one.cause.about)
            found[one.kind].append(replace(known, words=f"{one.told.words} (came in, not reviewed)"))
    return found


def _new(says: Prescribed) -> Known:
    known = dict.fromkeys(map(ingredient, says.substances))
    return Known(says.medicine, tuple((one, classes_of(one)) for one in known))


def held(chart: Chart, kind: ListKind) -> list[Version]:
    """The entries of a list that hold: neither over, nor struck, nor refuted."""
    return [one for one in chart.lists[kind] if one.told.status in HOLDS and not one.struck and _is_so(one)]


def _is_so(one: Version) -> bool:
    return one.told.verification != "refuted"


def _person(actor: Actor, patient_id: UUID, chart: Chart) -> Person:
    who, today = patient(patient_id), today_here()
    born = who.birth_date
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    problems = [
        one.told.code for one in chart.lists[ListKind.PROBLEM] if one.told.status == "active" and not one.struck
    ]
    pregnant = any(code.startswith(PREGNANT) for code in problems if code)
    filtration, measured = _filtration(chart.lists[ListKind.MEASURED])
    if pregnant or not may_be_pregnant(who.sex, born, today):
        return Person(years, pregnant, filtration=filtration, measured=measured)
    period, about = _period(actor, patient_id, today)
    return Person(years, pregnant, True, filtration, measured, period, about)


def _period(actor: Actor, patient_id: UUID, today: date) -> tuple[str, UUID | None]:
    """The last menstrual period as it was noted, in words, and the visit it was said at."""
    found = last_period_of(actor, patient_id)
    if found is None:
        return "", None
    days = (today - found.began).days
    words = f"Last menstrual period {found.began:%m/%d/%Y}, {days} days ago, as noted on {found.noted_on:%m/%d/%Y}."
    return words, found.encounter_id


def _filtration(entries: Iterable[Version]) -> tuple[Decimal | None, str]:
    """The latest eGFR of the list of what was measured, and its day."""
    found = [one for one in entries if not one.struck and any(name in one.told.words.lower() for name in FILTRATION)]
    for one in sorted(found, key=lambda entry: entry.told.began, reverse=True):
        number = one.told.details.get("value", "").strip().lstrip("<> ").split(" ")[0]
        try:
            return Decimal(number), one.told.began
        except InvalidOperation:
            continue
    return None, ""

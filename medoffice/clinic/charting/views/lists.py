"""The chart: a patient's lists at a glance, changed where they stand, now or as they were known on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.actions.attest_list import attest_list
from medoffice.clinic.charting.actions.change_entry import change_entry
from medoffice.clinic.charting.actions.enter_on_list import enter_on_list
from medoffice.clinic.charting.actions.strike_entry import strike_entry
from medoffice.clinic.charting.forms import EntryForm, entry_as_typed
from medoffice.clinic.charting.offers import allergy_classes
from medoffice.clinic.charting.queries import chart as queries
from medoffice.clinic.charting.queries.beside import beside
from medoffice.clinic.charting.rules.contradictions import contradictions
from medoffice.clinic.charting.rules.history import changed_since, holds
from medoffice.clinic.charting.rules.kinds import CVX, ICD10, KINDS, Kind
from medoffice.clinic.charting.rules.telling import cause_of, details_of, when_of
from medoffice.clinic.charting.rules.tidying import tidiness
from medoffice.clinic.charting.types import Attested, Cause, CauseKind, Chart, ListKind, Version, Waiting
from medoffice.front_office.flow.api import today_of
from medoffice.front_office.flow.types import Today
from medoffice.front_office.scheduling.api import appointments_of
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound
from medoffice.practice.api import office_zone, today_here
from medoffice.records.documents.types.papers import Appended
from medoffice.records.encounters.api import encounter, encounters_of_patient
from medoffice.records.encounters.types import OVER, Encounter
from medoffice.records.patients.api import banner, patient
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.standards.terminology.api import drug_named, drug_search, editions, icd10_search, vaccine_search
from medoffice.standards.terminology.types import VACCINE_EDITION
from medoffice.ui.dates import parse_date_as_typed
from medoffice.ui.fields import show_refusal
from medoffice.ui.panels import panels_for

VISITS, MOST_HITS = 12, 10
Beside = Mapping[UUID, Sequence[Appended]]
SIDE = frozenset(ListKind) - {ListKind.ALLERGY, ListKind.MEDICATION, ListKind.PROBLEM}


@dataclass(frozen=True, slots=True)
class Fact:
    """An entry as a line of the page; ``form`` where it is being changed, ``strikes`` where it is being struck."""

    one: Version
    holds: bool
    details: str
    when: str
    cause: str
    beside: Sequence[Appended] = ()
    form: EntryForm | None = None
    strikes: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of the page."""

    kind: Kind
    key: str
    facts: tuple[Fact, ...]
    over: tuple[Fact, ...]
    attested: Attested | None
    none_known: Attested | None
    form: EntryForm | None
    fresh: bool  # looked over today, and not changed since
    came: int  # so many came in from outside and wait

    @property
    def count(self) -> int:
        """How many hold."""
        return len(self.facts)


@dataclass(frozen=True, slots=True)
class Typed:
    """A form that is shown again, with what was typed, for a list or an entry."""

    form: EntryForm
    kind: ListKind
    entry_id: UUID | None = None
    conflict: Conflict | None = None


@screen("lists.read", patient="patient_id")
def chart(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """A patient's chart at a glance: why they are here, what changed, every list, what to mend in it."""
    return _page(request, patient_id)


@require_POST
@screen("lists.change", patient="patient_id")
def enter(request: OfficeRequest, patient_id: UUID, list_kind: str) -> HttpResponse:
    """Enter something on a list; what cannot be kept is shown back as typed."""
    kind = _kind(list_kind)
    form = _form(request, patient_id, kind)
    if form.is_valid():
        try:
            told = form.told(KINDS[kind].system, edition(kind))
            enter_on_list(actor=request.actor, patient_id=patient_id, kind=kind, told=told, cause=form.from_what())
            return _to(patient_id, kind.value)
        except Invalid as refusal:
            show_refusal(form, refusal)
    return _page(request, patient_id, Typed(form, kind))


@require_POST
@screen("lists.change")
def change(request: OfficeRequest, listed_id: UUID) -> HttpResponse:
    """Change an entry; if somebody else did meanwhile, both are shown."""
    last, _ = queries.history_of(request.actor, listed_id)
    form = _form(request, last.patient_id, last.kind)
    conflict: Conflict | None = None
    if form.is_valid():
        told = form.told(KINDS[last.kind].system, edition(last.kind))
        if told.code == last.told.code:
            told = replace(told, system=last.told.system, edition=last.told.edition)
        try:
            change_entry(
                actor=request.actor,
                entry_id=listed_id,
                told=told,
                seen_version=seen_version(request),
                cause=form.from_what(),
            )
            return _to(last.patient_id, str(listed_id))
        except Invalid as refusal:
            show_refusal(form, refusal)
        except Conflict as found:
            conflict = found
    saw(request, [last.patient_id])
    return _page(request, last.patient_id, Typed(form, last.kind, listed_id, conflict))


@require_POST
@screen("lists.change")
def end(request: OfficeRequest, listed_id: UUID) -> HttpResponse:
    """It is over today: resolved, stopped, removed."""
    last, _ = queries.history_of(request.actor, listed_id)
    kind = KINDS[last.kind]
    if not kind.ends:
        raise NotFound
    told = replace(last.told, status=kind.ends, ended=last.told.ended or today_here().isoformat() if kind.ended else "")
    change_entry(
        actor=request.actor,
        entry_id=listed_id,
        told=told,
        seen_version=seen_version(request),
        cause=_usual_cause(request, last.patient_id),
    )
    return _to(last.patient_id, last.kind.value)


@require_POST
@screen("lists.change")
def strike(request: OfficeRequest, listed_id: UUID) -> HttpResponse:
    """Strike what was entered in error."""
    last, _ = queries.history_of(request.actor, listed_id)
    strike_entry(
        actor=request.actor,
        entry_id=listed_id,
        seen_version=seen_version(request),
        cause=_usual_cause(request, last.patient_id),
        why=request.POST.get("why", ""),
    )
    return _to(last.patient_id, last.kind.value)


@require_POST
@screen("lists.change", patient="patient_id")
def attest(request: OfficeRequest, patient_id: UUID, list_kind: str) -> HttpResponse:
    """The list was looked over with the patient today, or there is nothing to put on it."""
    kind, cause = _kind(list_kind), _usual_cause(request, patient_id)
    attest_list(
        actor=request.actor, patient_id=patient_id, kind=kind, none="none" in request.POST, encounter_id=cause.id
    )
    return _to(patient_id, kind.value)


@require_POST
@screen("lists.read")
def find(request: OfficeRequest, list_kind: str) -> HttpResponse:
    """What may be entered, as it is typed; what is on no list is taken as text."""
    kind, typed = _kind(list_kind), request.POST.get("words", "").strip()
    context = {"hits": _hits(kind, typed), "typed": typed, "coded": bool(KINDS[kind].system)}
    return render(request, "charting/_hits.html", context)


def panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """Allergies and medications in short, and the way to the chart."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "lists.read", patient_id):
        return None
    found = queries.chart_of(actor, patient_id)
    kinds = (ListKind.ALLERGY, ListKind.MEDICATION, ListKind.PROBLEM)
    told = beside(found)
    context = {
        "who": patient_id,
        "listed": [(KINDS[kind], _facts(found, kind, told)[0], found.none_known.get(kind)) for kind in kinds],
    }
    return render_to_string("charting/_panel.html", context, request)


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """The same at a visit."""
    return panel(request, encounter(encounter_id).patient_id)


def _page(request: OfficeRequest, patient_id: UUID, typed: Typed | None = None) -> HttpResponse:
    today = today_here()
    known_at = _known_at(request.GET.get("on", ""), today)
    found = queries.chart_of(request.actor, patient_id, known_at)
    visits = encounters_of_patient(request.actor, patient_id, VISITS)
    here, before = _here(visits, today), next((one for one in visits if one.date < today), None)
    who, changes = patient(patient_id), can(request.actor, "lists.change", patient_id) and known_at is None
    latest = visits[0] if visits else None
    reads = bool(latest and can(request.actor, "chart.read", patient_id, latest.id))
    vitals = queries.vitals_of(latest.id) if latest and reads else None
    waiting = queries.incoming_of(request.actor, patient_id)
    findings = contradictions(found, who.sex, who.birth_date, vitals, _knows)
    shown = {one.kind.kind: one for one in _lists(request, found, waiting, typed, visits, changes=changes, today=today)}
    since = changed_since(found, datetime.combine(before.date, time.min, office_zone())) if before else []
    context = {
        "banner": banner(request.actor, patient_id),
        "who": patient_id,
        "panels": panels_for("chart", request, patient_id),
        "main": [one for kind, one in shown.items() if kind not in SIDE],
        "side": [one for kind, one in shown.items() if kind in SIDE],
        "here": here,
        "due": _due(request, patient_id, visits, today) if known_at is None else None,
        "before": before,
        "since": [_fact(one, {}) for one in since[:MOST_HITS]],
        "visits": visits,
        "vitals": vitals,
        "measured": latest,
        "waiting": len(waiting),
        "tidy": tidiness(found, findings, len(waiting), clock.now()),
        "changes": changes,
        "reads_papers": request.may("documents.read"),
        "reads_rights": request.may("rights.note"),
        "known_at": known_at,
        "history": _history(found, request.GET.get("at", "")),
        "conflict": typed.conflict if typed else None,
        "room": "front",
    }
    status = 200 if typed is None else 409 if typed.conflict else 422
    return render(request, "charting/chart.html", context, status=status)


def _due(request: OfficeRequest, patient_id: UUID, visits: list[Encounter], today: date) -> Today | None:
    """Today's visit, also of who is not here yet."""
    tomorrow = datetime.combine(today + timedelta(days=1), time.min, office_zone())
    return today_of(request.actor, appointments_of(request.actor, patient_id, VISITS, until=tomorrow), visits)


def _lists(
    request: OfficeRequest,
    found: Chart,
    waiting: list[Waiting],
    typed: Typed | None,
    visits: list[Encounter],
    *,
    changes: bool,
    today: date,
) -> list[Listed]:
    """Every list with its entries, what came in for it, and the one form that is open."""
    edits, adds, strikes = (request.GET.get(name, "") if changes else "" for name in ("edit", "add", "strike"))
    shown = []
    told = beside(found)
    for key, (kind, listed) in zip("123456789", KINDS.items(), strict=True):
        form = typed.form if typed and typed.kind is kind and typed.entry_id is None else None
        if adds == kind.value and form is None:
            form = EntryForm(kind=kind, today=today, visits=visits, initial={"cause": _usual(visits, today)})
        facts, over = _facts(found, kind, told)
        if changes:
            facts = [_being_changed(one, typed, visits, edits, strikes, today) for one in facts]
            over = [_being_changed(one, typed, visits, edits, strikes, today) for one in over]
        said = found.attested.get(kind)
        changed = [one.one.at for one in (*facts, *over)]
        fresh = said is not None and said.at.astimezone(office_zone()).date() == today
        fresh = fresh and said is not None and said.at >= max(changed, default=said.at)
        none = found.none_known.get(kind)
        came = sum(one.kind is kind for one in waiting)
        shown.append(Listed(listed, key, tuple(facts), tuple(over), said, none, form, fresh, came))
    return shown


def _being_changed(
    fact: Fact, typed: Typed | None, visits: list[Encounter], edits: str, strikes: str, today: date
) -> Fact:
    """The line with its form, if it is the one that is changed."""
    one = fact.one
    if typed and typed.entry_id == one.entry_id:
        return replace(fact, form=typed.form)
    if edits == str(one.entry_id):
        initial = {**entry_as_typed(one.told), "cause": _usual(visits, today)}
        return replace(fact, form=EntryForm(kind=one.kind, today=today, visits=visits, initial=initial))
    return replace(fact, strikes=strikes == str(one.entry_id))


def _facts(found: Chart, kind: ListKind, told: Beside) -> tuple[list[Fact], list[Fact]]:
    """The entries that hold, and those that are over or were struck."""
    facts = [_fact(one, told) for one in found.lists[kind]]
    return [one for one in facts if one.holds], [one for one in facts if not one.holds]


def _fact(one: Version, told: Beside) -> Fact:
    return Fact(one, holds(one), details_of(one), when_of(one), cause_of(one), told.get(one.entry_id, ()))


def _history(found: Chart, entry: str) -> list[Fact]:
    """Every version of the entry that is asked about, the latest first."""
    history = next((versions for one, versions in found.histories.items() if str(one) == entry), ())
    return [_fact(one, {}) for one in reversed(history)]


def _form(request: OfficeRequest, patient_id: UUID, kind: ListKind) -> EntryForm:
    visits = encounters_of_patient(request.actor, patient_id, VISITS)
    return EntryForm(request.POST, kind=kind, today=today_here(), visits=visits)


def _usual(visits: list[Encounter], today: date) -> str:
    here = _here(visits, today)
    return f"visit:{here.id}" if here else "said"


def _usual_cause(request: OfficeRequest, patient_id: UUID) -> Cause:
    """Today's visit if there is one, else what the patient said."""
    here = _here(encounters_of_patient(request.actor, patient_id, VISITS), today_here())
    return Cause(CauseKind.ENCOUNTER, here.id) if here else Cause(CauseKind.SAID)


def _here(visits: list[Encounter], today: date) -> Encounter | None:
    """The visit that goes on, or today's."""
    return next((one for one in visits if one.stage not in OVER or one.date == today), None)


def _known_at(typed: str, today: date) -> datetime | None:
    """The end of the day the lists are asked for as they were known; None for now."""
    day = parse_date_as_typed(typed, today)
    return datetime.combine(day, time.max, office_zone()) if day and day < today else None


def _kind(name: str) -> ListKind:
    if name not in set(ListKind):
        raise NotFound
    return ListKind(name)


def edition(kind: ListKind) -> str:
    """The edition of the code system a list chooses from; nothing where it has none."""
    return {ICD10: editions()[0].edition, CVX: VACCINE_EDITION}.get(KINDS[kind].system, "")


def _knows(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    drug = drug_named(words)
    return (drug.substances, drug.classes) if drug else ((), ())


def _hits(kind: ListKind, typed: str) -> list[tuple[str, str, str]]:
    """Code, words, and what else to know of each thing that may be meant."""
    if kind is ListKind.PROBLEM:
        return [(hit.code, hit.title, hit.code) for hit in icd10_search(typed, today_here(), MOST_HITS)]
    if kind is ListKind.IMMUNIZATION:
        return [(one.code, one.words, f"CVX {one.code}") for one in vaccine_search(typed, MOST_HITS)]
    if kind in (ListKind.MEDICATION, ListKind.ALLERGY):
        found = drug_search(typed, MOST_HITS)
        drugs = [("", one.name, ", ".join(one.substances) if one.name not in one.substances else "") for one in found]
        return [*_classes(typed), *drugs] if kind is ListKind.ALLERGY else drugs
    return []


def _classes(typed: str) -> list[tuple[str, str, str]]:
    found = [name for called in allergy_classes.values() for name in called(typed)]
    return [("", name.capitalize(), "the whole class") for name in found]


def _to(patient_id: UUID, at: str) -> HttpResponse:
    """The chart again, at what was changed."""
    return redirect(f"{reverse('charting:chart', args=[patient_id])}#{at}")

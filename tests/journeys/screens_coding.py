"""The screens of coding: a visit to code and one coded, their levels, questions, an audit of three visits."""

from uuid import UUID

from medoffice.clinic.charting.api import enter_on_list, note_of
from medoffice.clinic.charting.tests.makers import make_template
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Told
from medoffice.kernel.trace import Ref
from medoffice.practice.api import today_here
from medoffice.revenue.claims.tests.makers import Place
from medoffice.revenue.code_audits.api import add_missed, agree_rest, charts_of_audit, finish_chart, give_level
from medoffice.revenue.code_audits.tests.makers import TEXT, make_audit, make_released, make_services
from medoffice.revenue.code_audits.types import Kind
from medoffice.revenue.coding.api import answer_query, ask_provider, start_coding
from medoffice.revenue.coding.tests.makers import make_distant
from medoffice.revenue.coding.types import Evidence
from medoffice.revenue.recapture.api import mark_condition, switch_score
from medoffice.revenue.recapture.tests.makers import LAST_YEAR, NOW, make_seen
from medoffice.revenue.recapture.types import Said
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def coding(add: Add, place: Place, to_code: UUID, coded: UUID) -> None:
    """The desk of both visits; the coded one waits for an answer and has one."""
    note = note_of(coded)
    assert note is not None
    coding_id = start_coding(actor=PROGRAM, encounter_id=coded)
    words = Evidence(Ref("note", note.id), 0, 5, note.text[:5])
    waits, told = (
        ask_provider(actor=PROGRAM, coding_id=coding_id, template=template, evidence=words)
        for template in ("course", "exact")
    )
    answer_query(actor=place.office.provider, query_id=told, choice="other", words="Since Monday, worse at night.")
    add("abara", "coding:queue")
    add("abara", "coding:missing")
    add("abara", "coding:updates")
    add("abara", "coding:diagnoses", place.patient_id)
    add("abara", "coding:facts")
    _updated(add, place)
    add("abara", "coding:visit", make_distant(place.office, place.patient_id, "10"))
    for visit in (to_code, coded):
        add("abara", "coding:visit", visit)
        add("abara", "coding:level", visit)
    add("abara", "claims:suppose", coded)
    add("abara", "coding:ask", coded)
    add("abara", "coding:ask", coded, query="?start=0&end=5")
    for query_id in (waits, told):
        add("okafor", "coding:answer", query_id)
    _audit(add, place)
    _earlier(add, place)


def _earlier(add: Add, place: Place) -> None:
    """A condition of last year, one that is marked, a code that ended, one that is newer than the mapping."""
    who = place.patient_id
    make_seen(place.office, who, ["C86.0"], LAST_YEAR.replace(year=2024))
    make_seen(place.office, who, ["E11.22", "I50.22"])
    make_seen(place.office, who, ["I42.00"], NOW)
    year = today_here().year
    mark_condition(
        actor=actor_named("abara"), patient_id=who, year=year, hcc="226", said=Said.NEXT, why="No word of it this year"
    )
    switch_score(actor=actor_named("petrov"), on=True)
    add("abara", "recapture:list")
    add("petrov", "recapture:list")
    add("abara", "recapture:patient", who)
    add("petrov", "recapture:set-up")


def _updated(add: Add, place: Place) -> None:
    """A problem and a template that name a code that ended."""
    told, cause = Told("Heel pain", "ICD-10-CM", "M72.2"), Cause(CauseKind.SAID, None, "told")
    entry = enter_on_list(actor=PROGRAM, patient_id=place.patient_id, kind=ListKind.PROBLEM, told=told, cause=cause)
    make_template("heel", "Heel pain (M72.2).")
    for person in ("abara", "ruiz"):
        add(person, "coding:updates", query="?from=2026-10-01")
    add("abara", "coding:mend", "template~heel~M72.2")
    add("ruiz", "coding:mend", f"problem~{entry}~M72.2")


def _audit(add: Add, place: Place) -> None:
    """One visit unseen, one being judged, one finished."""
    abara, chen = actor_named("abara"), actor_named("chen")
    make_services()
    for name in ("Aas", "Berg", "Cole"):
        make_released(place.office, abara, name, "est_4")
    audit = make_audit(chen, coder=abara.name)
    done, seen, unseen = charts_of_audit(PROGRAM, audit)
    for one in (done, seen):
        give_level(actor=chen, audited_id=one.id, level=3)
    agree_rest(actor=chen, audited_id=done.id)
    finish_chart(actor=chen, audited_id=done.id)
    words = TEXT[:10]
    add_missed(actor=chen, audited_id=seen.id, kind=Kind.DIAGNOSIS, code="I10", start=0, end=len(words), quote=words)
    add("chen", "code_audits:draw")
    add("abara", "code_audits:mine")
    for person in ("chen", "petrov"):
        add(person, "code_audits:all")
        add(person, "code_audits:audit", audit)
        for one in (done, seen, unseen):
            add(person, "code_audits:chart", one.id)

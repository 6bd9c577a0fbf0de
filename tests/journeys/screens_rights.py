"""The screens of rights: an amendment that waits, one that is late, one accepted, one denied that goes along."""

from datetime import timedelta
from uuid import UUID

from medoffice.practice.api import today_here
from medoffice.records.releases.api import items_seen
from medoffice.records.rights.api import (
    accept_amendment,
    add_line,
    answer_restriction,
    ask_amendment,
    ask_restriction,
    deny_amendment,
    note_receipt,
    publish_notice,
)
from medoffice.records.rights.types import Asker, LineKind, Objection, Receipt, Wanted
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def rights(add: Add, who: UUID) -> None:
    """Amendments in each state; the chart has a consultation that was filed."""
    thing = next(item for _, item in items_seen(PROGRAM, "rights.note", who) if item.kind == "document")
    today, made = today_here(), list[UUID]()
    for wrong, days in (("It says <left> knee", 3), ("I never smoked", 70), ("A wrong date", 9), ("No asthma", 20)):
        came = today - timedelta(days=days)
        wanted = Wanted(thing.key, wrong, "the right knee", Asker.PROXY, "Ana <Vale>", "licence", came)
        made.append(ask_amendment(actor=PROGRAM, patient_id=who, wanted=wanted))
    accept_amendment(actor=PROGRAM, amendment_id=made[2], seen_version=1, statement="It was 2025.", tell="Dr. Weiss")
    deny_amendment(actor=PROGRAM, amendment_id=made[3], seen_version=1, ground="right_as_it_is", why="It was measured.")
    add_line(actor=PROGRAM, amendment_id=made[3], kind=LineKind.DISAGREES, words="It was <not>.")
    told = [Objection(name, "that I was <here>", "", "licence", today) for name in ("Mill & Sons", "Ana <Vale>")]
    asked, held = (ask_restriction(actor=PROGRAM, patient_id=who, wanted=one) for one in told)
    answer_restriction(actor=PROGRAM, restriction_id=held, seen_version=1, agrees=True, why="")
    publish_notice(actor=PROGRAM, text="How we use <what> we know of you.", effective_on=today - timedelta(days=30))
    note_receipt(actor=PROGRAM, patient_id=who, outcome=Receipt.UNABLE, why="an arm in <plaster>")
    add("haddad", "rights:notices")
    add("vega", "rights:notice")
    add("vega", "rights:receive", who)
    for one in (asked, held):
        add("okafor", "rights:restriction", one)
    add("vega", "rights:restrict", who)
    for one in made:
        add("okafor", "rights:amendment", one)
    add("vega", "rights:amendment", made[0])
    add("vega", "rights:desk")
    add("vega", "rights:patient", who)
    add("vega", "rights:amend", who)
    add("vega", "documents:show", thing.id)

"""Find who is due by the rules, and close what was booked otherwise."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from medoffice.front_office.outreach.models import Recall
from medoffice.front_office.outreach.offers import recall_sources
from medoffice.front_office.outreach.queries.recalls import recall_rules
from medoffice.front_office.outreach.rules.recalling import latest, months_after
from medoffice.front_office.outreach.types.recalls import Basis, RecallRule, RecallState, Seen
from medoffice.front_office.scheduling.api import booked_ahead, last_seen
from medoffice.kernel import clock
from medoffice.practice.api import today_here
from medoffice.records.patients.api import born_between, patients_by_id, years_of
from medoffice.security.api import action, record
from medoffice.security.types import Actor

AHEAD = timedelta(days=14)  # so long before they are due people come onto the board


@action("outreach.recall")
def find_due(*, actor: Actor) -> int:
    """Put whoever is due, or will be within two weeks, on the board; returns how many are new.

    Nobody comes twice for the same, nor who died, has such a visit ahead, or is on the board for it already.
    """
    today = today_here()
    ahead = booked_ahead()
    _close_booked(ahead)
    made = sum(_by(actor, rule, ahead, today) for rule in recall_rules() if rule.holds(today))
    record("outreach_recall", new=made)
    return made


def _by(actor: Actor, rule: RecallRule, ahead: dict[tuple[UUID, str], UUID], today: date) -> int:
    due = {who: (months_after(one.on, rule.months), one.visit_id) for who, one in latest(_seen(rule, today)).items()}
    due = {who: told for who, told in due.items() if told[0] <= today + AHEAD and (who, rule.kind) not in ahead}
    known = set(
        Recall.objects.filter(state=RecallState.DUE, visit_type_id=rule.kind).values_list("patient_id", flat=True)
    )
    had = set(Recall.objects.filter(rule_id=rule.id).values_list("patient_id", "due_on"))
    people = patients_by_id(due.keys() - known)
    rows = [
        Recall(
            patient_id=who,
            rule_id=rule.id,
            name=rule.name,
            visit_type_id=rule.kind,
            visit_id=due[who][1],
            due_on=due[who][0],
            state=RecallState.DUE,
            made_at=clock.now(),
            made_by=actor.name,
        )
        for who, person in people.items()
        if person.deceased_on is None and rule.is_about(years_of(person, today)) and (who, due[who][0]) not in had
    ]
    return len(Recall.objects.bulk_create(rows))


def _seen(rule: RecallRule, today: date) -> Iterable[Seen]:
    if rule.basis is Basis.VISIT:
        return last_seen_as(rule.codes)
    if rule.basis is not Basis.AGE:
        return recall_sources[rule.basis.value].seek(rule.codes)
    first = months_after(today, -12 * ((rule.to_age if rule.to_age is not None else 125) + 1)) + timedelta(days=1)
    born = born_between(first, months_after(today, -12 * (rule.from_age or 0)))
    seen = {one.patient_id: one for one in last_seen_as((rule.kind,))}
    reached = {who: months_after(on, 12 * (rule.from_age or 0) - rule.months) for who, on in born.items()}
    return [seen.get(who) or Seen(who, on) for who, on in reached.items()]


def last_seen_as(kinds: Iterable[str]) -> list[Seen]:
    """When each patient was last here for one of these kinds."""
    return [Seen(who, on, visit) for who, on, visit in last_seen(tuple(kinds))]


def _close_booked(ahead: dict[tuple[UUID, str], UUID]) -> None:
    """Who is on the board and has such a visit by now needs no call."""
    for row in Recall.objects.select_for_update().filter(state=RecallState.DUE):
        visit = ahead.get((row.patient_id, row.visit_type_id))
        if visit is not None:
            row.state, row.appointment_id = RecallState.BOOKED, visit
            row.save(update_fields=["state", "appointment"])

"""What is confidential on the played day: three visits under labels, and an emergency in which the glass is broken."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from medoffice.front_office.scheduling.api import make_confidential
from medoffice.kernel import clock
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import OVER, Encounter
from medoffice.rehearsal.demo.api import at, helper_of, visit_script
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.stories.types import Fate, PlannedVisit
from medoffice.security.api import (
    accesses_to_review,
    break_glass,
    can,
    end_access,
    record_consent,
    review_access,
    write_seen,
)
from medoffice.security.types import Label, Reason, Review

WHY = {
    Label.PART2: "Comes for counselling about alcohol",
    Label.RESTRICTED: "Pays it all and wants the plan to know nothing",
    Label.MINOR: "Came alone; may consent to this alone",
}
MINUTE = timedelta(minutes=1)


def labels_of_day(scene: Scene, visits: Sequence[PlannedVisit], on: date) -> dict[PlannedVisit, Label]:
    """Which visits are confidential: the first two adults who are seen, and the first who is twelve to seventeen."""
    ages = {one: scene.population.people[one.person].age_on(on) for one in visits if one.fate is Fate.SEEN}
    adults = [one for one, age in ages.items() if age >= 18]
    minors = [one for one, age in ages.items() if 12 <= age < 18]
    return {
        **dict(zip(adults, (Label.PART2, Label.RESTRICTED), strict=False)),
        **dict.fromkeys(minors[:1], Label.MINOR),
    }


def labelled_visit(scene: Scene, plan: PlannedVisit, label: Label, opened: list[bool]) -> Iterator[datetime]:
    """A visit's way, confidential from the moment the patient is here.

    Under Part 2 the patient faints at once, an assistant breaks the glass, and the patient consents after it; whether
    the record was open to the assistant before, under and after the glass is added to ``opened``. A minor's consent to
    bill the visit comes a day after it was coded: until then its claim waits.
    """
    visit, label_id = None, UUID(int=0)
    for instant in visit_script(scene, plan):
        visit = visit or _here(scene, plan)
        if visit is not None and not label_id.int:
            desk = scene.riverbend.desk[plan.site]
            label_id = make_confidential(actor=desk, visit_id=visit.id, label=label, why=WHY[label])
            if label is Label.PART2:
                yield from _emergency(scene, plan, visit, label_id, opened)
        yield instant
    if label is Label.MINOR and label_id.int:
        yield clock.now() + timedelta(days=1)
        record_consent(actor=scene.riverbend.desk[plan.site], label_id=label_id, words="Said so on the telephone")


def review_of_day(scene: Scene, on: date) -> Iterator[datetime]:
    """The privacy officer looks at every glass that was broken."""
    yield at(on, 17, 45, scene.riverbend.office.zone)
    haddad, words = scene.riverbend.actors["haddad"], "The patient had fainted; what was opened was needed."
    for access in accesses_to_review(haddad):
        review_access(actor=haddad, access_id=access.id, outcome=Review.JUSTIFIED, words=words)


def _here(scene: Scene, plan: PlannedVisit) -> Encounter | None:
    """The patient's visit of that day, once it has begun."""
    who = scene.patients.get(plan.person)
    mine = [one for one in encounters_on(None, plan.starts.date()) if one.patient_id == who and one.stage not in OVER]
    return mine[0] if mine else None


def _emergency(
    scene: Scene, plan: PlannedVisit, visit: Encounter, label_id: UUID, opened: list[bool]
) -> Iterator[datetime]:
    helper, patient_id = helper_of(scene, plan.site), visit.patient_id

    def looks() -> None:
        opened.append(can(helper, "chart.read", patient_id, visit.id))

    yield clock.now() + MINUTE
    looks()
    why = "Fainted at the desk; what does the patient take?"
    access_id = break_glass(actor=helper, subject=patient_id, code=Reason.EMERGENCY, why=why)
    looks()
    write_seen(helper, "chart.read", {patient_id})
    yield clock.now() + MINUTE
    end_access(actor=helper, access_id=access_id)
    looks()
    yield clock.now() + MINUTE
    words = "Form of today, in the file"
    record_consent(actor=scene.riverbend.desk[plan.site], label_id=label_id, words=words)

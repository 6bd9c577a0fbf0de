"""Registering the made-up people with their insurance, and making them known to their payers.

Those long known are registered at the start; a newcomer when somebody first calls for them, as in any office.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from medoffice.clinic.charting.api import take_over_chart
from medoffice.exchange.simulators.payer.api import Member, insure
from medoffice.kernel.ids import new_id
from medoffice.practice.api import today_here
from medoffice.records.coverage.api import add_coverage
from medoffice.records.patients.api import permit_person, register_patient
from medoffice.rehearsal.demo.actions.telling import identity_of, policy_of
from medoffice.rehearsal.demo.types import OLDER_CHART, Riverbend, Scene
from medoffice.rehearsal.population import types as town
from medoffice.rehearsal.population.api import person_chart
from medoffice.security.types import PROGRAM

STRANGERS = 41  # one insured person in so many is not in the payer's files: a claim that comes back
# What else payers have otherwise than the cards say, each of one insured person in so many.
OTHERWISE = 67
ASTRAY = {47: "down", 53: "late", 59: "garbage", 61: "timeout", 11: "provider-not-allowed", 64: "other-patient"}
PRIMARY_CARE = "Amara Okafor"
ENDED, BORN_OTHERWISE, NEW_CARD, OTHER_FIRST = 5, 17, 29, 43


def open_scene(seed: int, riverbend: Riverbend, population: town.Population, on: date) -> Scene:
    """The office and its people as they are on a day: everybody registered who has been there before."""
    scene = Scene(seed, riverbend, population)
    known = [person.index for person in population.people if not person.first_visit or person.first_visit < on]
    _register_all(scene, known)
    return scene


def patient_of(scene: Scene, index: int) -> UUID:
    """The patient id of a person, who is registered now if nobody has called for them before."""
    if index not in scene.patients:
        _register_all(scene, [index])
    return scene.patients[index]


def _register_all(scene: Scene, indices: Iterable[int]) -> None:
    new = {number for index in indices for number in (index, scene.population.people[index].guarantor)}
    new -= scene.patients.keys()
    for index in sorted(new):
        scene.patients[index] = _register(scene, scene.population.people[index])
    coverages = [one for one in scene.population.coverages if one.person in new]
    for coverage in coverages:
        _cover(scene, coverage)
    tell_payers((scene.population.people[coverage.person], coverage) for coverage in coverages)
    for permission in (one for one in scene.population.permissions if one.person in new):
        caller = scene.population.people[permission.caller]
        permit_person(
            actor=PROGRAM,
            patient_id=scene.patients[permission.person],
            name=caller.full_name,
            relation=permission.relation,
            phone=caller.phones[0].number,
        )


def tell_payers(covered: Iterable[tuple[town.Person, town.Coverage]]) -> None:
    """Make people known to their payers, all but one in forty of the town."""
    insure(members_of(covered))


def members_of(covered: Iterable[tuple[town.Person, town.Coverage]]) -> list[Member]:
    """As whom the payers know these people; one in forty of the town they do not know."""
    known = (pair for pair in covered if pair[0].key or pair[0].index % STRANGERS != STRANGERS - 1)
    return [_member(person, coverage) for person, coverage in known]


def _register(scene: Scene, person: town.Person) -> UUID:
    own = person.guarantor == person.index
    patient_id = register_patient(
        actor=PROGRAM,
        household_id=scene.households.setdefault(person.household_id, new_id()),
        guarantor_id=None if own else scene.patients[person.guarantor],
        **identity_of(person),
    )
    said = person_chart(scene.seed, person, today_here())
    if said.entries or said.none:
        take_over_chart(actor=PROGRAM, patient_id=patient_id, entries=said.entries, none=said.none, cause=OLDER_CHART)
    return patient_id


def _cover(scene: Scene, coverage: town.Coverage) -> None:
    holder = scene.population.people[coverage.subscriber]
    add_coverage(
        actor=PROGRAM,
        patient_id=scene.patients[coverage.person],
        payer_id=scene.riverbend.payers[coverage.payer_key],
        **policy_of(coverage, holder),
    )


def _member(person: town.Person, coverage: town.Coverage) -> Member:
    """The person as the payer knows them, which is not always what the card says."""
    told = Member(
        f"{coverage.payer_key}-{person.index}-{coverage.priority}",
        coverage.plan_key,
        coverage.member_id,
        person.family,
        person.given,
        person.birth_date,
        coverage.effective,
        pcp=PRIMARY_CARE if coverage.payer_key == "sunfield" else "",
    )
    which = -1 if person.key or coverage.priority is not town.Priority.PRIMARY else person.index % OTHERWISE
    if which == ENDED:
        return replace(told, ends=coverage.effective + timedelta(days=30))
    if which == BORN_OTHERWISE:
        return replace(told, birth=person.birth_date + timedelta(days=1))
    if which == NEW_CARD:
        return replace(told, member_id=f"{coverage.member_id}N", previous_id=coverage.member_id)
    if which == OTHER_FIRST and coverage.payer_key != "harbor":
        return replace(told, primary_elsewhere="HARB1")
    return replace(told, asked=ASTRAY.get(which, ""))

"""Building the demo office: the office, its people, four weeks of visits, and today as it stands at ten past ten."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.exchange.simulators.payer.api import Member, insure
from medoffice.kernel import clock, facts
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.worlds import catalog, current
from medoffice.practice.types import Address
from medoffice.records.coverage.api import add_coverage
from medoffice.records.coverage.types import Relation, Subscriber
from medoffice.records.patients.api import permit_person, register_patient
from medoffice.records.patients.types import PatientName
from medoffice.rehearsal.demo.office import ZONE, Office, set_up_office
from medoffice.rehearsal.demo.people import Insurance, Person, people
from medoffice.rehearsal.demo.script import cast_of, plan_day, play, visit_script
from medoffice.revenue.books.api import make_deposit, nightly_proof, to_be_deposited
from medoffice.revenue.claims.api import fetch_files, send_claims, transmit_files
from medoffice.security.api import seal
from medoffice.security.types import PROGRAM

Say = Callable[[str], None]
PEOPLE, WEEKS, A_DAY, TODAY_VISITS = 300, 4, 9, 40
PLANS = {"harbor": "harbor-ppo", "meridian": "meridian", "sunfield": "sunfield"}
Patients = list[tuple[UUID, str, date, str]]


def make_demo_world(name: str, say: Say, *, seed: int = 7, weeks: int = WEEKS, population: int = PEOPLE) -> None:
    """Make the world and play its past; at the end its clock runs from today, 10:14 in the office."""
    catalog.create(name, "demo")
    with current.use(name):
        today = clock.real_now().astimezone(ZoneInfo(ZONE)).date()
        while today.weekday() > 4:
            today -= timedelta(days=1)
        first = today - timedelta(weeks=weeks)
        clock.freeze(_at(first - timedelta(days=1), 7))
        office = set_up_office(seed)
        say("the office is set up: 2 sites, 6 providers, 20 staff, 3 payers")
        patients = register_people(office, people(seed, population, first), first)
        say(f"{len(patients)} patients are registered")
        days = [first + timedelta(days=n) for n in range((today - first).days)]
        for day in (day for day in days if day.weekday() < 5):
            play_day(seed, day, office, patients, A_DAY)
            close_day(day)
        say(f"{weeks} weeks were played through the actions")
        open_today(seed, today, office, patients)
        say("today is open")
        clock.run_from(_at(today, 10, 14))


def play_day(
    seed: int, on: date, office: Office, patients: Patients, visits: int, until: datetime | None = None
) -> None:
    """Play a day's visits, to the end or up to an instant."""
    planned = plan_day(seed, on, patients, providers_of(office), visits)
    casts = {office.sites[site]: cast_of(site, PROVIDERS[site]) for site in ("main", "east")}
    clock.freeze(max(_at(on, 8), clock.now()))
    play([visit_script(visit, casts[visit.site_id], until=until) for visit in planned])
    facts.deliver()


def close_day(on: date) -> None:
    """Evening: claims go out, files come in, money goes to the bank, proofs are run, the audit is sealed."""
    clock.freeze(max(_at(on, 18), clock.now()))
    settle_files()
    for kind, _, amount in to_be_deposited():
        if amount.cents > 0:
            make_deposit(actor=PROGRAM, kind=kind, on=on)
    seal()
    nightly_proof(actor=PROGRAM)


def settle_files() -> None:
    """Send what is ready and take in what waits."""
    facts.deliver()
    send_claims(actor=PROGRAM)
    transmit_files(actor=PROGRAM)
    fetch_files(actor=PROGRAM)
    facts.deliver()


def open_today(seed: int, today: date, office: Office, patients: Patients) -> None:
    """Play the morning up to 10:14, leaving patients where they are."""
    clock.freeze(max(_at(today, 7, 30), clock.now()))
    settle_files()
    play_day(seed, today, office, patients, TODAY_VISITS, until=_at(today, 10, 14))
    seal()


PROVIDERS = {"main": ["okafor", "singh", "lindqvist", "torres"], "east": ["whitaker", "bell"]}


def providers_of(office: Office) -> list[tuple[str, UUID, UUID]]:
    """(key, staff id, site id) of everybody who sees patients."""
    return [(key, office.staff[key], office.sites[site]) for site, keys in PROVIDERS.items() for key in keys]


def register_people(office: Office, made: list[Person], since: date) -> Patients:
    """Register everybody with their insurance, and make them known to their payers (all but a few)."""
    households: dict[int, UUID] = {}
    ids: list[UUID] = []
    members: list[Member] = []
    for number, person in enumerate(made):
        household = households.setdefault(person.household, new_id())
        patient_id = register_patient(
            actor=PROGRAM,
            name=PatientName(person.family, person.given),
            sex=person.sex,
            birth_date=person.born,
            language=person.language,
            interpreter=person.language not in ("en", "es"),
            phone=person.phone,
            email=f"p{number}@example.org",
            address=Address(person.line1, "Riverbend", "IL", person.zip),
            household_id=household,
            alert=person.alert,
        )
        ids.append(patient_id)
        _insure(office, person, patient_id, made, since)
        if number % 41 != 40:
            members += [_member(person, number, policy, since) for policy in person.insurance]
    insure(members)
    quists = [number for number, person in enumerate(made) if person.family == "Quist"]
    if quists:
        permit_person(
            actor=PROGRAM, patient_id=ids[quists[0]], name="Daniel Quist", relation="son", phone="(217) 555-0177"
        )
    return [
        (patient_id, f"{person.family}, {person.given}", person.born, person.sex)
        for patient_id, person in zip(ids, made, strict=True)
    ]


def _member(person: Person, number: int, policy: Insurance, since: date) -> Member:
    """The person as the payer knows them."""
    begins = date(since.year - 3, 1, 1)
    key = f"{policy.payer}-{number}"
    return Member(key, PLANS[policy.payer], policy.member_id, person.family, person.given, person.born, begins)


def _insure(office: Office, person: Person, patient_id: UUID, made: list[Person], since: date) -> None:
    head = made[person.head]
    relation = {"self": Relation.SELF, "spouse": Relation.SPOUSE, "child": Relation.CHILD}[person.role]
    for policy in person.insurance:
        family_plan = policy.payer == "harbor" and policy.group != "MEDGAP" and person.role != "self"
        add_coverage(
            actor=PROGRAM,
            patient_id=patient_id,
            payer_id=office.payers[policy.payer],
            plan=policy.group,
            member_id=policy.member_id,
            group=policy.group,
            relation=relation if family_plan else Relation.SELF,
            subscriber=Subscriber(head.family, head.given, head.born, head.sex) if family_plan else None,
            order=policy.order,
            starts=date(since.year - 3, 1, 1),
            copay=Money(policy.copay),
        )


def _at(on: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(on, time(hour, minute), ZoneInfo(ZONE)).astimezone(UTC)

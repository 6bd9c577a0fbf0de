"""Setting up Riverbend Family Medicine through the actions, as an owner would."""

from uuid import UUID

from django.conf import settings

from medoffice.clinic.prescriptions.api import take_pharmacies
from medoffice.exchange.simulators.payer.api import Knobs, Payer, open_book, surprise
from medoffice.front_office.scheduling.api import (
    add_device,
    define_visit_type,
    put_into_group,
    set_rule,
    set_template,
)
from medoffice.front_office.scheduling.types import Block
from medoffice.practice.api import add_payer, add_room, add_site, add_staff, exam_rooms, set_up_practice
from medoffice.practice.types import Address
from medoffice.rehearsal.demo.actions.devices import stock_devices
from medoffice.rehearsal.demo.actions.office_lab import stock_office_lab
from medoffice.rehearsal.demo.actions.paper import define_forms
from medoffice.rehearsal.demo.actions.prescriptions import wire_some
from medoffice.rehearsal.demo.actions.procedures import stock_procedures
from medoffice.rehearsal.demo.actions.upkeep import stock_upkeep
from medoffice.rehearsal.demo.actions.vaccines import stock_vaccines
from medoffice.rehearsal.demo.queries import fee_of, shipped
from medoffice.rehearsal.demo.types import DemoPayer, Riverbend
from medoffice.rehearsal.population.api import demo_office, pharmacies_file
from medoffice.rehearsal.population.types import HomeAddress, Office, StaffMember
from medoffice.rehearsal.stories.types import VisitType
from medoffice.revenue.billing.api import set_fee
from medoffice.revenue.coding.api import define_service
from medoffice.security.api import actor_named, add_user
from medoffice.security.types import PROGRAM, Actor, Role
from medoffice.standards.nppes.api import read_pharmacies
from medoffice.standards.terminology.api import placeholder_services

PAYER_ADDRESS = Address("1 Claims Way", "Riverbend", "IL", "627990003")


def set_up_office(seed: int, office: Office | None = None, *, surprises: bool = True) -> Riverbend:
    """Practice, sites, rooms, staff with accounts, hours, visit types, services, fees, and payers with their plans.

    Without ``surprises`` no payer reverses, takes back or pays late.
    """
    office = office or demo_office()
    sites = _places(office)
    staff = {member.key: _hire(member, sites) for member in office.staff}
    for kind in shipped().visit_kinds:
        define_visit_type(
            actor=PROGRAM,
            key=kind.key,
            name=kind.name,
            minutes=VisitType(kind.key).minutes,
            encounter_class="nurse" if kind.key == "nurse" else "office",
            takes_copay=kind.copay,
        )
    _schedule(sites, staff)
    define_forms()
    made_up = read_pharmacies(pharmacies_file(seed).splitlines())
    take_pharmacies(actor=PROGRAM, rows=made_up, source="made up")
    wire_some(seed)
    stock_vaccines(sites)
    stock_office_lab(sites)
    stock_upkeep(sites)
    stock_procedures()
    stock_devices()
    _services()
    payers = {payer.key: _payer(payer) for payer in shipped().payers}
    knobs = Knobs(seed=seed, denial_percent=7, split_claims=12)
    open_book([_pays(payer) for payer in shipped().payers], shipped().plans, knobs)
    if surprises:
        surprise_office()
    actors = {member.key: actor_named(member.key) for member in office.staff}
    return Riverbend(office, sites, staff, payers, *_jobs(office, actors), actors)


def _schedule(sites: dict[str, UUID], staff: dict[str, UUID]) -> None:
    """What is booked with visits, a kind that needs it, and who may be overbooked by one."""
    first = next(iter(sites.values()))
    add_device(actor=PROGRAM, site_id=first, name="ECG 1", group="ecg")
    for room in exam_rooms(first):
        put_into_group(actor=PROGRAM, site_id=first, unit_id=room.id, group="exam")
    define_visit_type(
        actor=PROGRAM, key="ecg", name="ECG visit", minutes=30, encounter_class="office", needs=("ecg", "exam")
    )
    set_rule(actor=PROGRAM, unit_id=staff["okafor"], over=1)


def surprise_office() -> None:
    """Of the claims paid from here on two are reversed, one taken back and one paid late."""
    surprise(reversals=2, takebacks=1, late=1)


def address_of(home: HomeAddress) -> Address:
    """A made-up address as the practice writes it."""
    return Address(home.line1, home.city, home.state, home.zip, home.line2)


def _jobs(office: Office, actors: dict[str, Actor]) -> tuple[dict[str, Actor], dict[str, tuple[Actor, ...]]]:
    """Who sits at the desk of each site, and who assists there."""
    desk, assistants = {}, {}
    for site in office.sites:
        here = [member for member in office.staff if member.site == site.key]
        desk[site.key] = next(actors[member.key] for member in here if Role.RECEPTIONIST in member.roles)
        helping = [m for m in here if Role.MEDICAL_ASSISTANT in m.roles and Role.OWNER not in m.roles]
        assistants[site.key] = tuple(actors[member.key] for member in helping)
    return desk, assistants


def _places(office: Office) -> dict[str, UUID]:
    home = office.sites[0]
    set_up_practice(
        actor=PROGRAM,
        name=office.name,
        npi=office.npi,
        tax_id=shipped().tax_id,
        taxonomy=shipped().taxonomy,
        phone=office.phone,
        address=address_of(home.address),
    )
    sites = {}
    for place in office.sites:
        sites[place.key] = add_site(
            actor=PROGRAM,
            key=place.key,
            name=place.name,
            zone=office.zone,
            phone=place.phone,
            address=address_of(place.address),
            npi=place.npi,
        )
        for room in place.rooms:
            add_room(actor=PROGRAM, site_id=sites[place.key], name=room)
    return sites


def _hire(member: StaffMember, sites: dict[str, UUID]) -> UUID:
    """Somebody who works here: an account, a place, and for providers their hours."""
    user_id = add_user(
        actor=PROGRAM,
        username=member.key,
        name=member.name,
        roles=list(member.roles),
        password=settings.DEMO_PASSWORD,
    )
    staff_id = add_staff(
        actor=PROGRAM,
        key=member.key,
        name=member.name,
        family_name=member.family,
        credentials=member.credentials,
        is_provider=member.is_provider,
        npi=member.npi,
        taxonomy=shipped().taxonomy if member.is_provider else "",
        site_id=sites[member.site],
        user_id=user_id,
    )
    if member.hours:
        set_template(
            actor=PROGRAM,
            unit_id=staff_id,
            site_id=sites[member.site],
            blocks=tuple(Block(hours.weekday, hours.starts, hours.ends) for hours in member.hours),
            valid_from=shipped().opened,
        )
    return staff_id


def _services() -> None:
    for service in placeholder_services():
        define_service(
            actor=PROGRAM,
            key=service.key,
            code=service.code,
            words=service.words,
            kind=service.kind,
            placeholder=True,
            valid_from=shipped().opened,
        )
        price = fee_of(service.key, service.kind)
        set_fee(actor=PROGRAM, code=service.code, amount=price, valid_from=shipped().opened)


def _payer(payer: DemoPayer) -> UUID:
    return add_payer(
        actor=PROGRAM,
        key=payer.key,
        name=payer.name,
        number=payer.number,
        filing_code=payer.filing_code,
        timely_filing_days=payer.timely_filing_days,
        phone="(217) 555-0199",
        address=PAYER_ADDRESS,
    )


def _pays(payer: DemoPayer) -> Payer:
    """The same payer on its own side of the wire."""
    where = PAYER_ADDRESS
    return Payer(
        payer.number,
        payer.name,
        payer.filing_code,
        payer.tax_id,
        where.line1,
        where.city,
        where.state,
        where.zip,
        pay_after_days=payer.pays_after_days,
        interest_percent=payer.interest_percent,
        routing="999999992",
        account="123456",
        payee_routing="999988880",
        payee_account="98765",
    )

"""Offices for tests, made through the actions: one site, Dr Okafor one payer; the cast."""

from dataclasses import dataclass
from uuid import UUID

from medoffice.kernel.ids import npi_from
from medoffice.practice.api import add_payer, add_room, add_site, add_staff, set_up_practice
from medoffice.practice.models import WorkItem
from medoffice.practice.types import Address, WorkState
from medoffice.security.tests.makers import CAST, person
from medoffice.security.types import PROGRAM, Actor

ADDRESS = Address("1 Bridge Street", "Riverbend", "IL", "627991234")


@dataclass(frozen=True, slots=True)
class Office:
    """A small office and its provider."""

    site_id: UUID
    provider_id: UUID
    provider: Actor
    payer_id: UUID


def make_office() -> Office:
    """An office in Chicago's zone."""
    set_up_practice(
        actor=PROGRAM,
        name="Riverbend Family Medicine",
        npi=npi_from("199999998"),
        tax_id="99-9999999",
        taxonomy="207Q00000X",
        phone="217-555-0100",
        address=ADDRESS,
    )
    site_id = make_site("Bridge Street")
    add_room(actor=PROGRAM, site_id=site_id, name="Room 1")
    provider = person("okafor")
    provider_id = make_provider(site_id, "Okafor", user_id=provider.id)
    return Office(site_id, provider_id, provider, make_payer())


def make_site(name: str, zone: str = "America/Chicago") -> UUID:
    """A site."""
    return add_site(
        actor=PROGRAM,
        key=name.lower().replace(" ", "-"),
        name=name,
        zone=zone,
        phone="217-555-0100",
        address=ADDRESS,
        npi=npi_from("199999997"),
    )


def make_provider(site_id: UUID, family: str = "Okafor", *, user_id: UUID | None = None) -> UUID:
    """Somebody who sees patients; when, the schedule says."""
    return add_staff(
        actor=PROGRAM,
        key=family.lower(),
        name=CAST.get(family.lower(), (f"Ada {family}",))[0],
        family_name=family,
        credentials="MD",
        is_provider=True,
        npi=npi_from("199999996"),
        taxonomy="207Q00000X",
        site_id=site_id,
        user_id=user_id,
    )


def work(kind: str) -> list[str]:
    """The titles of the open work of a kind, in the order in which it came."""
    rows = WorkItem.objects.filter(kind=kind).exclude(state=WorkState.DONE)
    return list(rows.order_by("id").values_list("title", flat=True))


def make_payer(name: str = "Prairie Mutual", number: str = "99901") -> UUID:
    """A payer."""
    return add_payer(
        actor=PROGRAM,
        key=name.lower().replace(" ", "-"),
        name=name,
        number=number,
        filing_code="CI",
        timely_filing_days=180,
        phone="217-555-0110",
        address=ADDRESS,
    )

"""Setting up Riverbend Family Medicine through the actions, as an owner would."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.conf import settings

from medoffice.exchange.simulators.payer.api import Knobs, Payer, Plan, open_book
from medoffice.front_office.scheduling.api import define_visit_type
from medoffice.kernel.ids import npi_from
from medoffice.kernel.money import Money
from medoffice.practice.api import add_payer, add_room, add_site, add_staff, set_hours, set_up_practice
from medoffice.practice.types import Address
from medoffice.revenue.billing.api import set_fee
from medoffice.revenue.coding.api import define_service
from medoffice.security.api import add_user
from medoffice.security.types import PROGRAM, Role
from medoffice.standards.terminology.api import placeholder_services

OPENED = date(2024, 1, 1)
TAXONOMY = "207Q00000X"  # family medicine, as providers choose it in NPPES
ZONE = "America/Chicago"

# (sign-in name, name, family name, credentials, roles, site, provider number)
STAFF: tuple[tuple[str, str, str, str, str, str, int], ...] = (
    ("okafor", "Dr. Amara Okafor", "Okafor", "MD", "provider", "main", 1),
    ("singh", "Dr. Harpreet Singh", "Singh", "DO", "provider", "main", 2),
    ("lindqvist", "Dr. Maja Lindqvist", "Lindqvist", "MD", "provider", "main", 3),
    ("torres", "Rafael Torres", "Torres", "NP", "provider", "main", 4),
    ("whitaker", "Dr. June Whitaker", "Whitaker", "MD", "provider", "east", 5),
    ("bell", "Imani Bell", "Bell", "PA-C", "provider", "east", 6),
    ("ruiz", "Carmen Ruiz", "Ruiz", "RN", "nurse medical_assistant", "main", 0),
    ("hoang", "Minh Hoàng", "Hoàng", "CMA", "medical_assistant", "main", 0),
    ("peck", "Dana Peck", "Peck", "CMA", "medical_assistant", "east", 0),
    ("lind", "Astrid Lind", "Lind", "", "receptionist", "main", 0),
    ("osei", "Kwame Osei", "Osei", "", "receptionist", "east", 0),
    ("farrow", "Beth Farrow", "Farrow", "", "secretary", "main", 0),
    ("moreau", "Claire Moreau", "Moreau", "", "transcriptionist", "main", 0),
    ("abara", "Nneka Abara", "Abara", "CPC", "coder", "main", 0),
    ("chen", "Wei Chen", "Chen", "", "biller", "main", 0),
    ("novak", "Petra Novák", "Novák", "", "bookkeeper", "main", 0),
    ("petrov", "Irina Petrov", "Petrov", "", "manager", "main", 0),
    ("haddad", "Leila Haddad", "Haddad", "", "privacy_officer", "main", 0),
    ("vega", "Sol Vega", "Vega", "", "specialist", "main", 0),
    ("nox", "Nox", "Nox", "", "", "main", 0),
)

VISIT_TYPES = (
    ("sick", "Sick visit", 15, "office", True),
    ("follow_up", "Follow-up", 20, "office", True),
    ("physical", "Physical", 30, "office", False),
    ("well_child", "Well child", 30, "office", False),
    ("procedure", "Procedure", 30, "office", True),
    ("nurse", "Nurse visit", 15, "nurse", False),
)

FEES = {
    "visit": {"new_2": 12000, "new_3": 18500, "new_4": 27500, "new_5": 36000, "est_1": 4500, "est_2": 9200, "est_3": 14800, "est_4": 21200, "est_5": 29500, "nurse_visit": 4800, "phone_visit": 7500},
    "other": 6500,
    "preventive": 23500,
    "lab": 2850,
    "vaccine": 4400,
    "injection": 5200,
    "procedure": 16500,
}  # fmt: skip
VISIT_CODES = ("ZVNWB", "ZVNWC", "ZVNWD", "ZVNWE", "ZVESA", "ZVESB", "ZVESC", "ZVESD", "ZVESE")


@dataclass(frozen=True, slots=True)
class Office:
    """What was set up, by key."""

    sites: dict[str, UUID]
    staff: dict[str, UUID]
    users: dict[str, UUID]
    payers: dict[str, UUID]


def set_up_office(seed: int) -> Office:
    """Practice, sites, rooms, staff with accounts, hours, payers and their plans, services, fees."""
    sites = _places()
    users, staff = _staff(sites)
    for key, name, minutes, kind, copay in VISIT_TYPES:
        define_visit_type(actor=PROGRAM, key=key, name=name, minutes=minutes, encounter_class=kind, takes_copay=copay)
    _services()
    payers = _payers(seed)
    return Office(sites, staff, users, payers)


def _places() -> dict[str, UUID]:
    main = Address("100 Ferry Street", "Riverbend", "IL", "62799-0001")
    east = Address("8 Orchard Road", "Riverbend", "IL", "62798-0002")
    set_up_practice(
        actor=PROGRAM,
        name="Riverbend Family Medicine",
        npi=npi_from("199900001"),
        tax_id="00-9990001",
        taxonomy=TAXONOMY,
        phone="(217) 555-0100",
        address=main,
    )
    sites = {}
    for key, name, address, number in (("main", "Riverbend Main", main, 11), ("east", "Riverbend East", east, 12)):
        sites[key] = add_site(
            actor=PROGRAM,
            key=key,
            name=name,
            zone=ZONE,
            phone="(217) 555-0100",
            address=address,
            npi=npi_from(f"1999000{number}"),
        )
        for room in range(1, 7 if key == "main" else 5):
            add_room(actor=PROGRAM, site_id=sites[key], name=f"Room {room}")
    return sites


def _staff(sites: dict[str, UUID]) -> tuple[dict[str, UUID], dict[str, UUID]]:
    users, staff = {}, {}
    for key, name, family, credentials, roles, site, number in STAFF:
        granted = [role for role in Role if role is not Role.SYSTEM] if key == "vega" else roles.split()
        users[key] = add_user(
            actor=PROGRAM, username=key, name=name, roles=list(granted), password=settings.DEMO_PASSWORD
        )
        staff[key] = add_staff(
            actor=PROGRAM,
            key=key,
            name=name,
            family_name=family,
            credentials=credentials,
            is_provider=bool(number),
            npi=npi_from(f"19990010{number}") if number else "",
            taxonomy=TAXONOMY if number else "",
            site_id=sites[site],
            user_id=users[key],
        )
        for weekday in range(5 if number else 0):
            for starts, ends in ((time(8), time(12)), (time(13), time(17))):
                set_hours(
                    actor=PROGRAM,
                    staff_id=staff[key],
                    site_id=sites[site],
                    weekday=weekday,
                    starts=starts,
                    ends=ends,
                    valid_from=OPENED,
                )
    return users, staff


def _services() -> None:
    for service in placeholder_services():
        define_service(
            actor=PROGRAM,
            key=service.key,
            code=service.code,
            words=service.words,
            kind=service.kind,
            placeholder=True,
            valid_from=OPENED,
        )
        visits = FEES["visit"]
        price = visits.get(service.key) if isinstance(visits, dict) else None
        flat = FEES.get(service.kind, FEES["other"])
        amount = price or (flat if isinstance(flat, int) else 6500)
        set_fee(actor=PROGRAM, code=service.code, amount=Money(amount), valid_from=OPENED)


PREVENTIVE = ("ZVPNC", "ZVPNA", "ZVPEC", "ZVPEA", "ZPVFL", "ZPVAC")


def payer_rules() -> list[Payer]:
    """How the three fictitious payers pay: after how many days, on weekdays, with interest when late."""
    place = {"street": "1 Claims Way", "city": "Riverbend", "state": "IL", "zip": "627990003"}
    bank = {"routing": "999999992", "account": "123456", "payee_routing": "999988880", "payee_account": "98765"}
    return [
        Payer("HARB1", "Harbor Mutual", "CI", "999000001", **place, pay_after_days=12, interest_percent=10, **bank),
        Payer("MERI1", "Meridian Senior", "MB", "999000002", **place, pay_after_days=14, interest_percent=8, **bank),
        Payer("SUNF1", "Sunfield State Plan", "MC", "999000003", **place, pay_after_days=9),
    ]


def plans() -> list[Plan]:
    """What their plans allow and cover."""
    return [
        Plan("harbor-ppo", "HARB1", 72, deductible=30000, coinsurance_percent=20, copay=2500, copay_codes=VISIT_CODES, copay_waives_deductible=True, preventive=PREVENTIVE, timely_days=90),
        Plan("meridian", "MERI1", 58, deductible=25700, coinsurance_percent=20, preventive=PREVENTIVE, sequestration_percent=2),
        Plan("sunfield", "SUNF1", 45, timely_days=180, not_covered={"ZPWAR": ("CO", "96")}),
    ]  # fmt: skip


def _payers(seed: int) -> dict[str, UUID]:
    rows = (
        ("harbor", "Harbor Mutual", "HARB1", "CI", 90),
        ("meridian", "Meridian Senior", "MERI1", "MB", 365),
        ("sunfield", "Sunfield State Plan", "SUNF1", "MC", 180),
    )
    found = {}
    for key, name, number, filing_code, days in rows:
        found[key] = add_payer(
            actor=PROGRAM,
            key=key,
            name=name,
            number=number,
            filing_code=filing_code,
            timely_filing_days=days,
            phone="(217) 555-0199",
            address=Address("1 Claims Way", "Riverbend", "IL", "62799"),
        )
    knobs = Knobs(seed=seed, denial_percent=7, reversals=2, takebacks=1, late=1, split_claims=12)
    open_book(payer_rules(), plans(), knobs)
    return found

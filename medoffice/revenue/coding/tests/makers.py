"""Coded visits for tests, made through the actions: from an empty office to codes on the words of a note."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.kernel.ids import new_id, npi_from
from medoffice.kernel.trace import Ref
from medoffice.practice.api import add_payer, add_site, add_staff, set_up_practice
from medoffice.practice.types import Address
from medoffice.records.encounters.api import start_encounter
from medoffice.records.encounters.types import EncounterClass
from medoffice.revenue.coding.api import code_diagnosis, code_service, define_service, start_coding
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import add_user
from medoffice.security.types import PROGRAM, Actor, Role

ADDRESS = Address("1 Bridge Street", "Riverbend", "IL", "627991234")
START = date(2026, 1, 1)
NOTE = "Cough for three days. Sore throat examined, culture taken."
CODES = {"visit": "ZZ001", "culture": "ZZ002", "shot": "ZZ003"}


@dataclass(frozen=True, slots=True)
class Office:
    """What visits need."""

    site_id: UUID
    provider_id: UUID
    provider: Actor
    payer_id: UUID


def make_office() -> Office:
    """A practice with one site, one provider, one payer, three services."""
    set_up_practice(
        actor=PROGRAM,
        name="Riverbend Family Medicine",
        npi=npi_from("199999998"),
        tax_id="99-9999999",
        taxonomy="207Q00000X",
        phone="217-555-0100",
        address=ADDRESS,
    )
    site_id = add_site(
        actor=PROGRAM,
        key="main",
        name="Bridge Street",
        zone="America/Chicago",
        phone="217-555-0100",
        address=ADDRESS,
        npi=npi_from("199999997"),
    )
    user_id = add_user(
        actor=PROGRAM, username="okafor", name="Ada Okafor", roles=["provider"], password="seven quiet herons wade"
    )
    provider_id = add_staff(
        actor=PROGRAM,
        key="okafor",
        name="Ada Okafor",
        family_name="Okafor",
        credentials="MD",
        is_provider=True,
        npi=npi_from("199999996"),
        taxonomy="207Q00000X",
        site_id=site_id,
        user_id=user_id,
    )
    payer_id = add_payer(
        actor=PROGRAM,
        key="prairie",
        name="Prairie Mutual",
        number="99901",
        filing_code="CI",
        timely_filing_days=180,
        phone="217-555-0110",
        address=ADDRESS,
    )
    for key, code in CODES.items():
        define_service(
            actor=PROGRAM,
            key=key,
            code=code,
            words=f"Demo {key}",
            kind="office",
            placeholder=True,
            valid_from=START,
        )
    return Office(site_id, provider_id, Actor(user_id, "Ada Okafor", frozenset({Role.PROVIDER})), payer_id)


def make_visit(office: Office, patient_id: UUID, *, signed: bool = True) -> UUID:
    """A visit with a note."""
    encounter_id = start_encounter(
        actor=PROGRAM,
        patient_id=patient_id,
        provider_id=office.provider_id,
        site_id=office.site_id,
        kind=EncounterClass.OFFICE,
        reason="cough",
        cause=Ref("appointment", new_id()),
    )
    note_id = start_note(actor=PROGRAM, encounter_id=encounter_id, text=NOTE)
    if signed:
        sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    return encounter_id


def make_coded(office: Office, patient_id: UUID, *keys: str, units: int = 1) -> UUID:
    """A visit with these services coded, ready for charges."""
    encounter_id = make_visit(office, patient_id)
    coding_id = start_coding(actor=PROGRAM, encounter_id=encounter_id)
    written = start_note(actor=PROGRAM, encounter_id=encounter_id)
    words = Evidence(Ref("note", written), 0, 5, NOTE[:5])
    code_diagnosis(actor=PROGRAM, coding_id=coding_id, code="J06.9", evidence=words)
    for key in keys or ("visit",):
        code_service(actor=PROGRAM, coding_id=coding_id, key=key, evidence=words, pointers=[1], units=units)
    return encounter_id

"""Referrals for tests, made through the actions."""

from uuid import UUID

from medoffice.front_office.letters.types.letters import Way
from medoffice.front_office.referrals.actions.change_performer import change_performer
from medoffice.front_office.referrals.api import add_performer, make_referral, performer, send_packet
from medoffice.front_office.referrals.types import Asked
from medoffice.kernel.ids import npi_from
from medoffice.practice.types import Address
from medoffice.security.types import PROGRAM, Actor

QUESTION = Asked("Atrial fibrillation, I48.91", "Does she need anticoagulation?")


def make_performer(name: str = "Ruth Abelard, MD", specialty: str = "Cardiology", npi: str = "199999980") -> UUID:
    """Somebody of the directory."""
    return add_performer(
        actor=PROGRAM, name=name, specialty=specialty, practice="Prairie Heart Group", npi=npi_from(npi),
        phone="217-555-0181", fax="217-555-0182", address=Address("40 Court Street", "Riverbend", "IL", "62799"),
    )  # fmt: skip


def make_sent(
    provider: Actor, patient_id: UUID, requester_id: UUID, performer_id: UUID, asked: Asked = QUESTION
) -> UUID:
    """A referral that went by mail, with nothing of the chart."""
    made = make_referral(
        actor=provider, patient_id=patient_id, performer_id=performer_id, asked=asked, requester_id=requester_id
    )
    send_packet(actor=PROGRAM, referral_id=made, way=Way.MAIL)
    return made


def out_of_use(performer_id: UUID) -> None:
    """As the directory's page says it."""
    now = performer(performer_id)
    change_performer(
        actor=PROGRAM, performer_id=now.id, seen_version=1, name=now.name, specialty=now.specialty,
        practice=now.practice, npi=now.npi, phone=now.phone, fax=now.fax, address=now.address, used=False,
    )  # fmt: skip

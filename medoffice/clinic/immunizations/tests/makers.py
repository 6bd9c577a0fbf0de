"""Lots and doses for tests, made through the actions."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.immunizations.api import give_dose, receive_lot
from medoffice.clinic.immunizations.types import BodySite, Given, Route, Vial
from medoffice.practice.tests.makers import Office
from medoffice.security.types import PROGRAM, Actor

FLU = Vial(
    cvx="140", lot="FL26A", expires=date(2027, 6, 30), manufacturer="Seqirus", mvx="SEQ", ndc="33332-0126-03",
    amount=Decimal("0.5"), vis=date(2025, 1, 31),
)  # fmt: skip
TDAP = Vial(cvx="115", lot="TD99", expires=date(2027, 3, 31), amount=Decimal("0.5"), vis=date(2025, 1, 31))


def make_lot(office: Office, vial: Vial = FLU, count: int = 10) -> UUID:
    """So many doses of a lot, at the office's site."""
    return receive_lot(actor=PROGRAM, site_id=office.site_id, vial=vial, count=count)


def said(lot_id: UUID) -> Given:
    """Into the muscle of the left arm, with its sheet."""
    return Given(lot_id, Route.IM, BodySite.LEFT_DELTOID, date(2025, 1, 31), amount=Decimal("0.5"))


def make_dose(visit: UUID, lot_id: UUID, by: Actor = PROGRAM) -> UUID:
    """A dose that was given."""
    return give_dose(actor=by, encounter_id=visit, given=said(lot_id))

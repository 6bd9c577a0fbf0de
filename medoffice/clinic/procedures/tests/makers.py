"""Kinds, orders and procedures for tests, made through the actions. What they need is made up."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from medoffice.clinic.orders.api import place_order
from medoffice.clinic.procedures.api import do_procedure, read_time_out, set_up_kind, take_consent
from medoffice.clinic.procedures.api import kind as kind_called
from medoffice.clinic.procedures.types import Consent, Did, Line, Medicine, Read, SaidOfKind
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office
from medoffice.security.types import PROGRAM

JOINT = SaidOfKind("joint_injection", "Joint injection", Consent.WRITTEN, True, True, 15, Medicine.MUST, "the partners")
WART = SaidOfKind("wart_destruction", "Wart destruction", Consent.VERBAL, time_out=True, source="the partners")
SHOT = SaidOfKind("injection_admin", "Injection given", observe=20, medicine=Medicine.MUST, source="the partners")
HOLDS = dict.fromkeys(Line, True)


def did(office: Office, **told: Any) -> Did:  # noqa: ANN401 - whatever Did has
    """What Dr Okafor did, with a medicine from a lot."""
    given = Did(
        office.provider_id, office.provider_id, "given slowly", "left knee", "triamcinolone", "0003-0293-05", "TR26A",
        date(2027, 6, 30), "40 mg", controlled=False,
    )  # fmt: skip
    return replace(given, **told)


def make_order(visit: UUID, said: SaidOfKind = SHOT) -> UUID:
    """An order of a kind that the office has said its own of."""
    now = kind_called(said.key)
    if now.said != said:
        set_up_kind(actor=PROGRAM, said=said, seen_version=now.version)
    return place_order(actor=PROGRAM, encounter_id=visit, key=said.key, words=said.name)


def make_consent(office: Office, order: UUID, how: Consent = Consent.WRITTEN) -> None:
    """The patient agreed, with Dr Okafor."""
    take_consent(
        actor=PROGRAM, order_id=order, how=how, obtained_by=office.provider_id, obtained_at=clock.now()
    )  # fmt: skip


def make_time_out(office: Office, order: UUID, *, second: bool = False, **lines: bool) -> bool:
    """A time-out; ``lines`` are those that do not hold."""
    held = HOLDS | {Line(name): holds for name, holds in lines.items()}
    stands_by = office.provider_id if second else None
    words = "" if all(held.values()) else "the chart says right"
    return read_time_out(actor=PROGRAM, order_id=order, read=Read(held, "left knee", stands_by, words))


def make_done(office: Office, visit: UUID, said: SaidOfKind = SHOT, **told: Any) -> UUID:  # noqa: ANN401 - as did
    """A procedure that was done, with all that it needs."""
    order = make_order(visit, said)
    if said.consent is not Consent.NONE:
        make_consent(office, order)
    if said.time_out:
        make_time_out(office, order, second=said.second)
    return do_procedure(actor=PROGRAM, order_id=order, did=did(office, **told))

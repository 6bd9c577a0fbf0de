"""Procedures of the demo office: what its partners say of kinds, done at visits with consent and time-out, observed.

Lots, sites and what is said are made up; some time-outs are stopped and read again.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from medoffice.clinic.orders.types import Order
from medoffice.clinic.procedures.api import (
    do_procedure,
    kinds,
    look_after,
    observations,
    orders_to_do,
    procedures_at,
    read_time_out,
    set_up_kind,
    take_consent,
)
from medoffice.clinic.procedures.types import Consent, Did, Line, Read, SaidOfKind
from medoffice.kernel import clock
from medoffice.practice.api import staff_of_user
from medoffice.records.encounters.api import encounter
from medoffice.rehearsal.demo.actions.timeline import Script
from medoffice.rehearsal.population.types import Chance
from medoffice.rehearsal.stories.types import RenderedVisit
from medoffice.security.types import PROGRAM, Actor

PARTNERS, STOPPED = "decided by the partners (made up)", 0.15
SITES = ("left forearm", "right hand", "left foot", "right lower leg")
GIVEN = {"nebulizer": ("albuterol", "2.5 mg", "AL2604"), "laceration_repair": ("lidocaine 1 %", "4 mL", "LD2231")}


def stock_procedures() -> None:
    """What needs a time-out is the partners' word; the rest stays as it is proposed."""
    for one in kinds():
        if one.said.time_out:
            set_up_kind(actor=PROGRAM, said=replace(one.said, source=PARTNERS))


def told_of_procedures(told: RenderedVisit) -> dict[str, tuple[str, str]]:
    """What the note says was done, by service: its name and the words of the note."""
    names = {one.said.key: one.said.name for one in kinds()}
    told_of = {one.service_key: one.phrase for one in told.services if not one.order_key}
    return {key: (names[key], phrase) for key, phrase in told_of.items() if key in names}


def done_here(actor: Actor, encounter_id: UUID, results: Mapping[str, str], provider: Actor) -> set[UUID]:
    """Do what is ordered of procedures at a visit, step by step; which orders that did."""
    done = set()
    for order, of in orders_to_do(encounter_id):
        mine, signs = _staff_id(actor), _staff_id(provider)
        if of.said.consent is not Consent.NONE:
            take_consent(
                actor=actor, order_id=order.id, how=of.said.consent, obtained_by=signs, obtained_at=clock.now()
            )
        if of.said.time_out:
            _read(actor, order, of.said, signs)
        did = _did(order, results[order.key], signs if of.said.time_out else mine, signs)
        do_procedure(actor=actor, order_id=order.id, did=did)
        done.add(order.id)
    return done


def looked_after(actor: Actor, encounter_id: UUID) -> Script:
    """Who is observed is looked at when the time is over."""
    seen = observations(one.number for one in procedures_at(encounter_id))
    for one in seen.values():
        if one.ended_at is None:
            yield one.until
            look_after(actor=actor, procedure_id=one.procedure_id, how="breathes easily, no complaint", leaves=True)


def _read(actor: Actor, order: Order, of: SaidOfKind, signs: UUID) -> None:
    chance = Chance(f"time-out {encounter(order.encounter_id).number}")
    holds = dict.fromkeys(Line, True)
    read = Read(holds, chance.pick("site", SITES), signs if of.second else None)
    if chance.happens("stopped", STOPPED):
        no = replace(read, lines={**holds, Line.SITE: False}, words="the site was not marked yet")
        read_time_out(actor=actor, order_id=order.id, read=no)
    read_time_out(actor=actor, order_id=order.id, read=read)


def _did(order: Order, what: str, doer: UUID, signs: UUID) -> Did:
    medicine, dose, lot = GIVEN.get(order.key, ("", "", ""))
    ends = encounter(order.encounter_id).date + timedelta(days=200)
    return Did(
        doer, signs, what, medicine=medicine, dose=dose, lot=lot, expires=ends if lot else None,
        controlled=False if lot else None,
    )  # fmt: skip


def _staff_id(actor: Actor) -> UUID:
    found = staff_of_user(actor.id)
    if found is None:
        raise LookupError(f"{actor.name} does not work here")
    return found.id

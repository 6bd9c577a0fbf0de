"""From any entry of the ledger back to the words of the note, and forward again."""

from uuid import UUID

import pytest

from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref, Step, effects_of, step
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing import api
from medoffice.revenue.billing.tests.makers import make_charges, make_office
from medoffice.revenue.billing.types import Method
from medoffice.revenue.coding.tests.makers import NOTE
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


def causes_of(ref: Ref) -> dict[str, Step]:
    """Everything that led to a thing, by kind."""
    found: dict[str, Step] = {}
    waiting = [ref]
    while waiting:
        at = step(waiting.pop())
        if at is not None and at.ref.kind not in found:
            found[at.ref.kind] = at
            waiting += at.causes
    return found


def effects_from(ref: Ref) -> set[str]:
    """The kinds of everything that came of a thing."""
    kinds, waiting, known = set(), [ref], {ref}
    while waiting:
        for effect in effects_of(waiting.pop()):
            if effect not in known:
                known.add(effect)
                kinds.add(effect.kind)
                waiting.append(effect)
    return kinds


def test_every_entry_leads_to_the_note_and_the_note_to_every_entry() -> None:
    office = make_office()
    patient_id: UUID = make_patient("Quist", "Per")
    (charge_id,) = make_charges(office, patient_id, "visit")
    statement_id = api.make_statement(actor=PROGRAM, patient_id=patient_id)
    api.take_payment(actor=PROGRAM, patient_id=patient_id, amount=Money(20_000), method=Method.CHECK)
    refund_id = api.refund(
        actor=PROGRAM, patient_id=patient_id, amount=Money(5_000), method=Method.CHECK, why="paid too much"
    )
    _, events = api.account_of(PROGRAM, patient_id)
    of_charge = [event for event in events if event.charge_id]
    assert len(of_charge) == 2
    for start in [Ref("account_event", event.id) for event in of_charge] + [Ref("statement", statement_id)]:
        chain = causes_of(start)
        assert {"charge", "code_service", "note", "encounter"} <= set(chain)
        cited = chain["code_service"]
        assert cited.quote[slice(*cited.quote_span)] == NOTE[:5]
        assert all(at.subject == patient_id for at in chain.values())
    note = causes_of(Ref("charge", charge_id))["note"].ref
    assert {"code_service", "charge", "account_event", "journal_entry", "statement"} <= effects_from(note)
    assert effects_from(Ref("refund", refund_id)) == {"account_event", "journal_entry"}

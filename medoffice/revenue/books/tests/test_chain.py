"""Any thing of the revenue cycle leads through the whole chain, both ways, and the amounts add up."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import override

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref, Step, effects_of, find, step
from medoffice.revenue.billing.api import charges_of, events_of_charge
from medoffice.revenue.books.api import make_deposit
from medoffice.revenue.claims.api import decisions_of
from medoffice.revenue.claims.tests.hand_computed.later_decisions import BACK, FIRST
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place
from medoffice.revenue.coding.tests.makers import NOTE
from medoffice.revenue.ledger.api import entry, journal
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
ANEW = claim("A", "1", "150", "104", "26", line("A1", "ZZ001", "150", "104", "CO 45 20", "PR 2 26"), icn="ICN2")


def causes_of(ref: Ref) -> dict[Ref, Step]:
    """Everything that led to a thing, and itself."""
    found: dict[Ref, Step] = {}
    waiting = [ref]
    while waiting:
        at = step(waiting.pop())
        if at is not None and at.ref not in found:
            found[at.ref] = at
            waiting += at.causes
    return found


def effects_from(ref: Ref) -> set[Ref]:
    """Everything that came of a thing."""
    found, waiting = {ref}, [ref]
    while waiting:
        for effect in effects_of(waiting.pop()):
            if effect not in found:
                found.add(effect)
                waiting.append(effect)
    return found


@pytest.fixture
def place() -> Place:
    """A visit billed, decided, reversed, decided anew, with interest and a recovery, its check deposited."""
    made = make_place()
    made.visit("visit", desk=2_500)
    first = advice(FIRST.format(**made.names()), trace="T1", amount="97.37", method="CHK", provider="L6:ICNA*-1.37")
    anew = advice((BACK + ANEW).format(**made.names()), trace="T2", amount="3", method="CHK", provider="WO:X*5")
    made.receive(interchange(first))
    made.receive(interchange(anew, control=2))
    make_deposit(actor=PROGRAM, kind="checks", on=clock.today(ZoneInfo("America/Chicago")))
    return made


def test_every_entry_of_the_day_leads_back_to_what_caused_it(place: Place) -> None:
    for posted in journal(clock.today(ZoneInfo("America/Chicago"))):
        chain = causes_of(Ref("journal_entry", posted.id))
        kinds = {ref.kind for ref in chain}
        assert step(posted.cause) is not None, posted.words
        if posted.cause.kind == "remit_decision":
            assert {"claim", "remittance", "charge", "code_service", "note", "encounter"} <= kinds
        elif posted.cause.kind in ("provider_adjustment", "deposit"):
            assert "remittance" in kinds
        elif posted.cause.kind == "charge":
            assert {"code_service", "note", "encounter"} <= kinds
        words = [found for ref, found in chain.items() if ref.kind == "code_service"]
        assert all(found.quote[slice(*found.quote_span)] == NOTE[:5] for found in words)
    assert place.claim("A").paid == Money(10_400)


def test_the_words_of_the_note_lead_to_every_cent(place: Place) -> None:
    (charged,) = charges_of(place.visits["A"])
    note = next(ref for ref in causes_of(Ref("charge", charged.id)) if ref.kind == "note")
    found = effects_from(note)
    assert {
        "code_service",
        "code_diagnosis",
        "charge",
        "claim",
        "remit_decision",
        "account_event",
        "journal_entry",
    } <= {ref.kind for ref in found}
    decided = [ref for ref in found if ref.kind == "remit_decision"]
    assert {ref.id for ref in decided} == {row.id for row in decisions_of(place.claims["A"])}
    paid = Money.total(made.amount for made in map(step, decided) if made and made.amount)
    assert paid == place.claim("A").paid == Money(9_600 - 9_600 + 10_400)
    events = events_of_charge(charged.id)
    assert {Ref("account_event", event.id) for event in events} <= found
    assert Money.total(event.insurance for event in events) == charged.insurance_balance == Money(0)
    assert Money.total(event.patient for event in events) == charged.patient_balance == Money(100)


@pytest.mark.parametrize("kind", ["claim", "remittance", "charge", "journal_entry"])
def test_what_people_type_finds_it_and_its_whole_life(place: Place, kind: str) -> None:
    (charged,) = charges_of(place.visits["A"])
    numbers = {
        "claim": place.claim("A").number,
        "remittance": "T1",
        "charge": charged.number,
        "journal_entry": entry(events_of_charge(charged.id)[0].entry_id).number,
    }
    ref = find(f" {numbers[kind]} ")
    assert ref is not None
    assert ref.kind == kind
    whole = set(causes_of(ref)) | effects_from(ref)
    kinds = {found.kind for found in whole}
    assert "journal_entry" in kinds
    if kind == "remittance":
        assert {"remit_decision", "provider_adjustment", "deposit"} <= kinds
    else:
        assert {"note", "encounter"} <= kinds


def test_a_payment_says_what_it_paid_and_what_was_moved(place: Place) -> None:
    for trace, amount in (("T1", 9_737), ("T2", 300)):
        ref = find(trace)
        assert ref is not None
        parts = [step(effect) for effect in effects_of(ref) if effect.kind in ("remit_decision", "provider_adjustment")]
        assert Money.total(part.amount for part in parts if part and part.amount) == Money(amount)
        made = step(ref)
        assert made is not None
        assert made.amount == Money(amount)
    assert find("T9") is None
    assert place.claim("A").lines


def test_a_denial_says_its_reasons_on_the_offices_day() -> None:
    place = make_place()
    place.visit("visit")
    left = claim("A", "4", "150", "0", "150", line("A1", "ZZ001", "150", "0", "PR 204 100", "PR 96 50"))
    late = datetime(2026, 11, 25, 2, tzinfo=UTC)  # the evening before in Chicago
    with clock.frozen(late), override("America/Chicago"):
        place.receive(interchange(advice(left.format(**place.names()), trace="T1", amount="0", method="NON")))
        told = step(Ref("claim", place.claims["A"]))
    assert told is not None
    assert told.details[-1] == ("11/24/2026", "Denied in payment T1: PR 204, PR 96.")

"""The proofs at the end of a day: nobody lost, every claim ended, the ledger equal to the payers' own books."""

from collections import Counter
from datetime import date

from medoffice.clinic.charting.api import unsigned_notes
from medoffice.exchange.simulators.gateway.api import taken
from medoffice.exchange.simulators.payer.api import remits, truth
from medoffice.front_office.calls.api import telephone
from medoffice.front_office.check_in.api import insurance_of
from medoffice.front_office.outreach.api import outreach_figures
from medoffice.front_office.scheduling.api import appointments_on
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import Stage
from medoffice.revenue.books.api import proofs
from medoffice.revenue.books.types import Proof
from medoffice.revenue.claims.api import claim_counts, line_totals, remittances_posted
from medoffice.revenue.claims.types import ClaimState
from medoffice.revenue.ledger.api import balance
from medoffice.revenue.ledger.types import Account
from medoffice.security.types import PROGRAM

# How a claim may end: decided, refused at the door, or replaced; a denial is a decision with work opened.
ENDED = (ClaimState.PAID, ClaimState.DENIED, ClaimState.REJECTED, ClaimState.REVERSED, ClaimState.REPLACED)


def day_counts(on: date, zone: str) -> dict[str, int]:
    """Booked and walk-ins, and what became of each appointment of the day."""
    booked = appointments_on(PROGRAM, None, on, zone)
    stages = {visit.cause.id: visit.stage for visit in encounters_on(None, on)}
    counts: Counter[str] = Counter({"booked": 0, "walk-ins": 0})
    for appointment in booked:
        counts["walk-ins" if appointment.walk_in else "booked"] += 1
        counts[_fate(appointment.state, stages.get(appointment.id))] += 1
    return dict(counts)


def _fate(state: AppointmentState, stage: Stage | None) -> str:
    if state is AppointmentState.ARRIVED:
        return {Stage.FINISHED: "seen", Stage.LEFT: "left"}.get(stage or Stage.ARRIVED, "open")
    names = {
        AppointmentState.NO_SHOW: "no-show",
        AppointmentState.CANCELLED: "cancelled",
        AppointmentState.LATE_CANCEL: "cancelled",
        AppointmentState.MOVED: "moved",
    }
    return names.get(state, "open")


def insurance_counts(on: date, zone: str) -> dict[str, int]:
    """The policies of a day's visits by what their payers told about them; ``not asked`` for what nobody asked.

    A visit of a case asks nobody; it is counted as ``of a case``.
    """
    here = [one for one in appointments_on(PROGRAM, None, on, zone) if one.state is AppointmentState.ARRIVED]
    counts: Counter[str] = Counter()
    for found in map(insurance_of, here):
        rows = () if found.case else found.policies
        counts.update(row.latest.chip if row.latest else "not asked" for row in rows)
        counts.update(["of a case"] if found.case else [])
    return dict(counts)


def day_proofs(counts: dict[str, int], unsigned: int, insurance: dict[str, int]) -> list[Proof]:
    """All proofs of a settled day: the books' own, and those only the simulator's truth allows."""
    return [
        _nobody_lost(counts),
        _calls(),
        _insurance(insurance),
        _outreach(),
        _notes(unsigned),
        _claims_ended(),
        *_equal_to_payers(),
        *proofs(),
    ]


def _nobody_lost(counts: dict[str, int]) -> Proof:
    came = counts["booked"] + counts["walk-ins"]
    fates = {name: number for name, number in counts.items() if name not in ("booked", "walk-ins")}
    words = f"{came} = " + " + ".join(f"{number} {name}" for name, number in sorted(fates.items()))
    return Proof(
        "people",
        "Booked and walk-ins equal seen, no-show, cancelled, moved, left, open",
        came == sum(fates.values()),
        words,
    )


def _calls() -> Proof:
    """Every call was closed, every emergency was handed on, and what was promised was done in time."""
    told = telephone(clock.now())
    words = (
        f"{told.calls} calls of {told.kinds} kinds, {told.waiting} open;"
        f" {told.escalated} of {told.emergencies} emergencies handed on;"
        f" {told.kept} of {told.promises} promises kept; {told.brought} messages of the night"
    )
    whole = not told.waiting and told.escalated == told.emergencies and told.kept == told.promises
    return Proof("calls", "Every call ended, emergencies were handed on, promises were kept", whole, words)


def _insurance(counts: dict[str, int]) -> Proof:
    """Payers were asked about every policy of every visit, whatever came back."""
    words = ", ".join(f"{number} {told}" for told, number in sorted(counts.items()))
    return Proof("insurance", "Payers were asked about every visit", "not asked" not in counts, words or "none")


def _outreach() -> Proof:
    """Every message the gateway has it has once, none that may go waits, and what came back was worked."""
    sent, told = taken(), outreach_figures()
    words = (
        f"{told.messages} messages, {len(sent)} by the gateway, {told.answered} answered, {told.withdrawn} not meant"
        f" any more; {told.filled} times filled from the waitlist, {told.missed} missed visits counted,"
        f" {told.recalled} booked by recall, {told.asked} asked for on the web; {told.open_work} left to do"
    )
    once = all(one.times == 1 for one in sent) and len(sent) == told.by_gateway and not told.due
    return Proof("outreach", "Every message went once, and every answer was read", once and not told.open_work, words)


def _notes(listed: int) -> Proof:
    """What was unsigned in the evening was listed, and is signed by the time every claim is settled."""
    waiting = len(unsigned_notes(PROGRAM))
    words = f"{listed} unsigned in the evening and listed, {waiting} in the end"
    return Proof("notes", "Every note of a finished visit was signed or listed, and is signed now", not waiting, words)


def _claims_ended() -> Proof:
    counts = claim_counts()
    unended = {state: number for state, number in counts.items() if state not in ENDED and number}
    words = ", ".join(f"{number} {state.value}" for state, number in sorted((unended or counts).items()))
    return Proof("ended", "Every claim has ended: paid, denied, rejected or replaced", not unended, words)


def _equal_to_payers() -> list[Proof]:
    """Line by line: what we posted is what the payers decided, paid and adjusted, to the cent."""
    ours: dict[str, tuple[int, Counter[str]]] = {}
    for control, _, paid, reasons in line_totals():
        total, adjusted = ours.get(control, (0, Counter()))
        for group, reason, cents in reasons:
            adjusted[f"{group}:{reason}"] += int(cents)
        ours[control] = (total + paid, adjusted)
    theirs = {row.control: row for row in truth()}
    wrong = [c for c, row in theirs.items() if not _same(ours.get(c), row.paid, dict(row.adjustments))]
    wrong += [control for control in ours if control not in theirs]
    paid, told = sum(row.paid for row in theirs.values()), sum(total for total, _ in ours.values())
    words = f"{len(theirs)} lines, {Money(told)} posted, {Money(paid)} decided"
    checks = Money.total(remit.amount for remit in remittances_posted())
    sent = Money(sum(remit.amount for remit in remits()))
    return [
        Proof("truth", "The ledger equals the payers' decisions line by line", not wrong, f"{words} {wrong[:5] or ''}"),
        Proof("checks", "Payments posted equal payments sent", checks == sent, f"{checks} posted, {sent} sent"),
        *_outside_claims(),
    ]


def _outside_claims() -> list[Proof]:
    """Interest and recoveries: what the payers moved outside claims is in the ledger's accounts for it."""
    sent = remits()
    interest = Money(-sum(remit.moved("L6") for remit in sent))
    booked = -balance(Account.INTEREST_INCOME)
    taken = Money(sum(remit.moved("WO") + remit.moved("FB") for remit in sent))
    held = balance(Account.PAYER_RECOVERIES)
    return [
        Proof("interest", "Interest paid is interest booked", interest == booked, f"paid {interest}, booked {booked}"),
        Proof("recoveries", "Recoveries by payers are in the books", taken == held, f"taken {taken}, booked {held}"),
    ]


def _same(ours: tuple[int, Counter[str]] | None, paid: int, adjustments: dict[str, int]) -> bool:
    if ours is None:
        return False
    total, adjusted = ours
    theirs = {key: cents for key, cents in adjustments.items() if cents}
    return total == paid and {key: cents for key, cents in adjusted.items() if cents} == theirs

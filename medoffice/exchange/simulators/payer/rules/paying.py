"""The cashier: on each payment day the queue becomes payments, one 835 for each payer, provider and day.

What is taken back is held against the next payments; a payment is never negative: what is still owed goes forward (FB).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import groupby

from medoffice.exchange.simulators.payer.rules.adjudicate import percent_of
from medoffice.exchange.simulators.payer.rules.desk import Desk
from medoffice.exchange.simulators.payer.rules.plans import Payer, corrected_name
from medoffice.exchange.simulators.payer.rules.remit import Paper, Payment, ProviderAdjustment, write_835
from medoffice.exchange.simulators.payer.rules.state import BookState, Entry, Forward, Held, RemitTruth
from medoffice.exchange.simulators.payer.rules.wire import Envelope
from medoffice.exchange.simulators.payer.types import Decision, negated

_FOLLOW_UPS = {"reverse": "reprice", "takeback": "takeback"}


@dataclass(frozen=True, slots=True)
class File:
    """A remittance file as it should be."""

    name: str
    data: bytes
    due_at: datetime


class Cashier:
    """Works off the queue of the state it is given."""

    def __init__(self, state: BookState) -> None:
        self.state = state

    def work_off(self, moment: datetime) -> Iterator[File]:
        """Every payment day up to the moment, the earliest first; a day may queue follow-ups for later days."""
        while days := [entry.day for entry in self.state.queue if self._opens(entry.day, moment) <= moment]:
            day = min(days)
            today = [entry for entry in self.state.queue if entry.day == day]
            self.state.queue = [entry for entry in self.state.queue if entry.day != day]
            today.sort(key=lambda entry: (entry.payer_id, entry.npi, entry.sequence))
            for (payer_id, npi), entries in groupby(today, key=lambda entry: (entry.payer_id, entry.npi)):
                yield from self._pay(payer_id, npi, list(entries), self._opens(day, moment))

    def _opens(self, day: date, moment: datetime) -> datetime:
        return datetime.combine(day, time(self.state.knobs.pay_hour), tzinfo=moment.tzinfo)

    def _pay(self, payer_id: str, npi: str, entries: Sequence[Entry], opens: datetime) -> Iterator[File]:
        payer = self.state.registry.payer(payer_id)
        if payer is None:
            raise LookupError(f"the registry has no payer {payer_id!r}")
        papers: list[Paper] = []
        taken: list[ProviderAdjustment] = []
        for entry in entries:
            more, less = self._work(entry, payer, opens.date())
            papers += more
            taken += less
        if not papers and not taken:
            return
        payments = self._payments(payer, papers, taken, opens.date(), entries[0].icn)
        known = self.state.parties[npi]
        control = self.state.count("control")
        envelope = Envelope(known.payer, known.office, control, opens, *known.qualifiers, known.usage)
        name = f"835-{payer_id}-{envelope.control:09d}.x12"
        for payment in payments:
            decisions = tuple(paper.decision for paper in payment.papers)
            self.state.issued.append(
                RemitTruth(
                    payment.trace, payer_id, npi, payment.day, name, payment.amount, decisions, payment.adjustments
                )
            )
        yield File(name, write_835(payments, envelope), opens)

    def _work(self, entry: Entry, payer: Payer, day: date) -> tuple[list[Paper], list[ProviderAdjustment]]:
        """What an entry puts on paper, and what it takes back outside claims."""
        held = self.state.held[entry.icn]
        if entry.decision is not None:
            if entry.event in _FOLLOW_UPS:
                self._follow_up(entry, held, day)
            return [self._paper(held, entry.decision, payer, day)], []
        if not held.live:
            return [], []
        if entry.kind == "takeback":
            Desk(self.state).close(entry.icn)
            cents = percent_of(held.decision.paid, self.state.knobs.takeback_percent)
            return [], [ProviderAdjustment("WO", entry.icn, cents)] if cents else []
        return self._reprice(held, payer, day), []

    def _follow_up(self, entry: Entry, held: Held, day: date) -> None:
        later = Desk(self.state).next_pay_day(held.claim, day, self.state.knobs.follow_up_days)
        Desk(self.state).queue(later, _FOLLOW_UPS[entry.event], entry.icn, held.claim)

    def _reprice(self, held: Held, payer: Payer, day: date) -> list[Paper]:
        """The reversal of a decision and its correction, as a new claim number."""
        desk = Desk(self.state)
        desk.take_back(held.decision.icn)
        icn = desk.new_icn(day)
        claim = replace(held.claim, original_icn=held.decision.icn)
        decision = desk.file(claim, icn, held.received, scale=self.state.knobs.reprice_percent)
        reversal = self._paper(held, negated(held.decision), payer, day)
        return [reversal, self._paper(self.state.held[icn], decision, payer, day)]

    def _paper(self, held: Held, decision: Decision, payer: Payer, day: date) -> Paper:
        member = self.state.registry.keyed(held.member_key)
        corrected = corrected_name(member, held.claim.patient) if member else None
        interest = _interest(payer, decision, (day - held.received).days)
        return Paper(decision, held.claim, held.received, interest, corrected)

    def _payments(
        self, payer: Payer, papers: list[Paper], taken: list[ProviderAdjustment], day: date, icn: str
    ) -> list[Payment]:
        """The papers on one or more cheques; what is taken back stands on the last."""
        size = self.state.knobs.split_claims or max(len(papers), 1)
        chunks = [papers[start : start + size] for start in range(0, len(papers), size)] or [[]]
        claim = self.state.held[icn].claim
        payments = []
        for place, chunk in enumerate(chunks, 1):
            moved = [
                ProviderAdjustment("L6", paper.decision.icn, -paper.interest) for paper in chunk if paper.interest
            ] + (taken if place == len(chunks) else [])
            trace = f"{day:%Y%m%d}{self.state.count('trace'):06d}"
            payment = Payment(trace, payer, claim.billing, claim.tax_id, day, tuple(chunk), tuple(moved))
            payments.append(self._carried(payment))
        return payments

    def _carried(self, payment: Payment) -> Payment:
        """The payment with the balance carried to it taken off, and what it cannot cover carried on."""
        key = f"{payment.payer.id}|{payment.payee.identifier}"
        moved = list(payment.adjustments)
        owed = self.state.forward.pop(key, None)
        if owed:
            moved.append(ProviderAdjustment("FB", owed.trace, owed.cents))
        short = -replace(payment, adjustments=tuple(moved)).amount
        if short > 0:
            moved.append(ProviderAdjustment("FB", payment.trace, -short))
            self.state.forward[key] = Forward(short, payment.trace)
        return replace(payment, adjustments=tuple(moved))


def _interest(payer: Payer, decision: Decision, days: int) -> int:
    """Simple interest on what is paid, for the days past the limit, rounded half up to the cent."""
    late = days - payer.interest_after_days
    if late <= 0 or decision.paid <= 0 or decision.status == "22":
        return 0
    return (decision.paid * payer.interest_percent * late * 2 + 36500) // 73000

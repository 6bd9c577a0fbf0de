"""The payers' book: what came in, what was decided, what goes out when, and the truth about all of it."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from medoffice.exchange.simulators.payers import wire, writing
from medoffice.exchange.simulators.payers.adjudicate import adjudicate, half_up, reversal_of, service_key
from medoffice.exchange.simulators.payers.reading import claims_in, fault_of
from medoffice.exchange.simulators.payers.types import (
    Adjustment,
    Claim,
    DecidedLine,
    Decision,
    Member,
    Outbound,
    Pending,
    Plan,
    Recovery,
    State,
    TruthLine,
)

CLEARINGHOUSE = "RIVERCLEAR"
SPLIT_FROM = 12  # an 835 with as many claims is sent as two checks in one file


class Book:
    """The simulator over its state. The same state and files give the same answers."""

    def __init__(self, state: State) -> None:
        """Work on this state; whoever keeps it stores it afterwards."""
        self.state = state

    def insure(self, members: Iterable[Member]) -> None:
        """Add members."""
        self.state.members += list(members)

    def receive(self, data: bytes, at: datetime) -> list[Outbound]:
        """Take a file in; returns the acknowledgements. Decisions come later, from ``due``."""
        came = wire.split(data)
        if came.fault:
            return [self._ta1(came, "R", "024" if came.control else "022", at)]
        mark = f"{came.sender}|{came.receiver}|{came.control}"
        if mark in self.state.seen:
            return [self._ta1(came, "R", "025", at)]
        self.state.seen.append(mark)
        sets = wire.transactions(came)
        faults = [fault_of(found) for found in sets]
        out = [self._ta1(came, "A", "000", at)] if came.wants_ta1 else []
        group = next(segment for segment in came.segments if segment[0] == "GS")
        answers = [(found[0], fault) for found, fault in zip(sets, faults, strict=True)]
        out.append(self._file("999", came.sender, at, at, "FA", "005010X231A1", [writing.set_999(1, group, answers)]))
        good = [found for found, fault in zip(sets, faults, strict=True) if fault is None]
        for found in good:
            out += self._accept(found, came, at)
        return out

    def due(self, at: datetime) -> list[Outbound]:
        """The remittances due by now: one file for each payer and day."""
        ready = [pending for pending in self.state.pending if pending.due <= at]
        self.state.pending = [pending for pending in self.state.pending if pending.due > at]
        out = []
        days = sorted({(pending.due.date(), pending.decision.claim.payer_number) for pending in ready})
        for day, payer in days:
            batch = [p for p in ready if p.due.date() == day and p.decision.claim.payer_number == payer]
            out.append(self._remit(self._plan(payer), batch, batch[0].due))
        return out

    def settled(self) -> bool:
        """Whether nothing is on its way any more."""
        return not self.state.pending

    def _accept(self, found: list[wire.Segment], came: wire.Received, at: datetime) -> list[Outbound]:
        batch = next(segment[3] for segment in found if segment[0] == "BHT")
        claims, answers = claims_in(found), []
        for claim in claims:
            plan = next((plan for plan in self.state.plans if plan.payer_number == claim.payer_number), None)
            bad = "A7:562:PR" if plan is None else "A3:21:IL" if not claim.member_id else ""
            icn = ""
            if plan is not None and not bad:
                icn = self._decide(claim, plan, at)
            answers.append((claim, icn, bad))
        if not answers:
            return []
        plan = self._plan(claims[0].payer_number) if not answers[0][2] else self.state.plans[0]
        self.state.control += 1
        body = writing.set_277ca(1, plan, batch, at, answers, self.state.control)
        return [self._file("277CA", came.sender, at, at + timedelta(hours=18), "HN", "005010X214", [body])]

    def _decide(self, claim: Claim, plan: Plan, at: datetime) -> str:
        """Adjudicate and schedule; returns the payer's claim number."""
        state = self.state
        state.icns += 1
        icn = f"{plan.letter}{at:%y%j}{state.icns:06d}"
        due = self._payday(at, plan.pays_after_days)
        old = state.standing.pop(claim.replaces, None) if claim.replaces else None
        if old is not None:
            self._schedule(reversal_of(old), due)
        if claim.frequency == "8":
            return icn
        member = next(
            (m for m in state.members if (m.payer_number, m.member_id) == (claim.payer_number, claim.member_id)), None
        )
        year = f"{claim.payer_number}|{claim.member_id}|{min(line.day for line in claim.lines).year}"
        left = max(plan.deductible - state.deductible_used.get(year, 0), 0)
        decision, used = adjudicate(
            claim,
            plan,
            member,
            icn=icn,
            deductible_left=left,
            received=at.date(),
            duplicates=state.paid_services,
            seed=state.seed,
        )
        state.deductible_used[year] = state.deductible_used.get(year, 0) + used
        self._schedule(decision, due)
        state.standing[icn] = decision
        if decision.status != "4":
            state.paid_services.update({service_key(claim, line): claim.number for line in claim.lines})
        self._seeded_events(decision, plan, due)
        return icn

    def _seeded_events(self, decision: Decision, plan: Plan, due: datetime) -> None:
        """By seed: late payment with interest; a decision taken back and corrected, at once or recovered later."""
        if decision.status != "1" or decision.paid <= 0:
            return
        self.state.decided += 1
        luck = random.Random(f"{self.state.seed} {decision.claim.number} later")
        draw = luck.randrange(100) if self.state.decided > 3 else 100 - self.state.decided * 4
        if draw >= 96:
            late = self.state.pending[-1]
            late.due = self._payday(due, plan.interest_after_days)
            late.interest = max(half_up(decision.paid, 1), 1)
        elif draw >= 92:
            self._correct(decision, self._payday(due, 7), recover_later=False)
        elif draw >= 88:
            self._correct(decision, self._payday(due, 7), recover_later=True)

    def _correct(self, decision: Decision, due: datetime, *, recover_later: bool) -> None:
        """Take a decision back and decide again with a tenth less allowed; the money comes back now or later (WO)."""
        back = reversal_of(decision)
        again = _less(decision)
        self._schedule(back, due)
        self._schedule(again, due)
        self.state.standing[decision.icn] = again
        self.state.reversals += 1
        owed = decision.paid - again.paid
        if recover_later and owed > 0:
            number = decision.claim.payer_number
            self.state.recoveries.append(Recovery(number, "WO", decision.icn, -owed, due))
            self.state.recoveries.append(Recovery(number, "WO", decision.icn, owed, self._payday(due, 7)))

    def _schedule(self, decision: Decision, due: datetime) -> None:
        self.state.pending.append(Pending(decision, due))
        for line in decision.lines:
            truth = self.state.truth.setdefault(line.line.control, TruthLine())
            truth.charge += -line.line.charge if decision.status == "22" else line.line.charge
            truth.paid += line.paid
            for adjustment in line.adjustments:
                key = f"{adjustment.group} {adjustment.reason}"
                truth.adjustments[key] = truth.adjustments.get(key, 0) + adjustment.cents

    def _remit(self, plan: Plan, batch: list[Pending], at: datetime) -> Outbound:
        """One file: its claims in one check or two, with what is recovered or forwarded."""
        half = len(batch) // 2 if len(batch) >= SPLIT_FROM else 0
        checks = [batch[:half], batch[half:]] if half else [batch]
        sets = []
        for place, check in enumerate(checks, 1):
            outside = self._outside(plan, check, at, last=place == len(checks))
            self.state.traces += 1
            trace = f"{plan.letter}EFT{self.state.traces:07d}"
            interest = {p.decision.claim.number: p.interest for p in check if p.interest}
            claim = check[0].decision.claim
            payee = (claim.billing_npi, claim.billing_name)
            decisions = [p.decision for p in check]
            body, paid = writing.set_835(place, plan, payee, trace, at.date(), decisions, outside, interest)
            sets.append(body)
            self.state.payments[trace] = paid
            self.state.interest += sum(interest.values())
        receiver = batch[0].decision.claim.billing_npi
        return self._file("835", receiver, at, at, "HP", "005010X221A1", sets)

    def _outside(self, plan: Plan, check: list[Pending], at: datetime, *, last: bool) -> list[Recovery]:
        """PLB of a check: interest; recoveries due; what does not fit is forwarded so that no payment is negative."""
        state, number = self.state, plan.payer_number
        outside = [Recovery(number, "L6", p.decision.icn, -p.interest, at) for p in check if p.interest]
        if last:
            ready = [r for r in state.recoveries if r.payer_number == number and r.due <= at]
            state.recoveries = [r for r in state.recoveries if r not in ready]
            outside += ready
        total = sum(p.decision.paid for p in check) - sum(r.cents for r in outside)
        if total < 0:
            outside.append(Recovery(number, "FB", check[0].decision.icn, total, at))
            state.recoveries.append(Recovery(number, "FB", check[0].decision.icn, -total, at + timedelta(days=1)))
        return outside

    def _plan(self, number: str) -> Plan:
        return next(plan for plan in self.state.plans if plan.payer_number == number)

    def _payday(self, at: datetime, days: int) -> datetime:
        """Six in the morning of a weekday at least this many days later."""
        day = (at + timedelta(days=days)).replace(hour=11, minute=0, second=0, microsecond=0)
        while day.weekday() > 4:
            day += timedelta(days=1)
        return day

    def _ta1(self, came: wire.Received, status: str, note: str, at: datetime) -> Outbound:
        self.state.control += 1
        data = wire.ta1(CLEARINGHOUSE, came.sender or "UNKNOWN", self.state.control, at, came, status, note)
        return Outbound(f"TA1-{self.state.control:09d}.x12", data, at)

    def _file(
        self, kind: str, receiver: str, at: datetime, due: datetime, code: str, version: str, sets: list[list[str]]
    ) -> Outbound:
        self.state.control += 1
        data = wire.envelope(CLEARINGHOUSE, receiver, self.state.control, at, code, version, sets)
        return Outbound(f"{kind}-{self.state.control:09d}.x12", data, due)


def _less(decision: Decision) -> Decision:
    """The same claim decided again with a tenth of each payment moved to the contract."""
    lines = []
    for line in decision.lines:
        cut = line.paid // 10
        extra = (Adjustment("CO", "45", cut),) if cut else ()
        merged: dict[tuple[str, str], int] = {}
        for adjustment in (*line.adjustments, *extra):
            key = (adjustment.group, adjustment.reason)
            merged[key] = merged.get(key, 0) + adjustment.cents
        kept = tuple(Adjustment(group, reason, cents) for (group, reason), cents in merged.items())
        lines.append(DecidedLine(line.line, line.paid - cut, kept))
    return replace(decision, lines=tuple(lines), why="corrected")

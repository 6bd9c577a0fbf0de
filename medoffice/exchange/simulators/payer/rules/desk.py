"""The adjudication desk: a claim taken in gets its claim number, is decided, and is queued for payment.

Here the payers' memory meets the pure rules of ``adjudicate``: accumulators, what was billed before, corrected and void
claims, and the seeded events.
"""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from medoffice.exchange.simulators.payer.rules.adjudicate import Circumstances, adjudicate
from medoffice.exchange.simulators.payer.rules.plans import Payer
from medoffice.exchange.simulators.payer.rules.state import BookState, Entry, Held, Parties
from medoffice.exchange.simulators.payer.types import Claim, ClaimLine, Decision, negated

VOID, CORRECTED = "8", "7"


class Desk:
    """Works on the state it is given."""

    def __init__(self, state: BookState) -> None:
        self.state = state

    def decide(self, claim: Claim, received: date, parties: Parties) -> str:
        """Decide a claim that was taken in; its claim number (ICN)."""
        self.state.parties[claim.billing.identifier] = parties
        icn = self.new_icn(received)
        day = self._pay_day(claim, received)
        if claim.frequency in (VOID, CORRECTED):
            day = max(day, self._paid_on(claim.original_icn))
            original = self.take_back(claim.original_icn)
            self.queue(day, "reverse", claim.original_icn, original.claim, negated(original.decision))
        if claim.frequency == VOID:
            return icn
        denial = self._asked_denial(claim)
        decision = self.file(claim, icn, received, denial=denial)
        event = self._event(claim, decision)
        if event == "late":
            day = self.next_pay_day(claim, day, self.state.knobs.late_days)
        self.queue(day, "pay", icn, claim, decision, event)
        return icn

    def new_icn(self, received: date) -> str:
        """The next claim number: year, day of the year, a running number."""
        return f"{received:%y%j}{self.state.count('icn'):06d}"

    def file(self, claim: Claim, icn: str, received: date, *, denial: str = "", scale: int = 100) -> Decision:
        """Decide a claim under its number with what is known now, and remember it."""
        state, registry = self.state, self.state.registry
        member = registry.member(claim.payer_id, claim.subscriber.identifier, claim.patient)
        plan = registry.plan(member.plan_key) if member else None
        key = member.key if member else ""
        years = {line.start.year for line in claim.lines}
        met = {year: state.met.get(f"{key}|{year}", 0) for year in years}
        billed_before = frozenset(line.number for line in claim.lines if self._is_billed(claim, line, key))
        told = Circumstances(received, icn, met, billed_before, denial, scale)
        decision = adjudicate(claim, member, plan, told)
        state.held[icn] = Held(claim, received, decision, key, plan.key if plan else "")
        self._accumulate(key, decision, 1)
        for line, decided in zip(claim.lines, decision.lines, strict=True):
            if decided.allowed:
                state.billed[_service(claim, line, key)] = icn
        return decision

    def close(self, icn: str) -> Held:
        """Nothing more can be done to a claim; the same service may be billed again."""
        held = self.state.held[icn]
        self.state.held[icn] = replace(held, live=False)
        return held

    def take_back(self, icn: str) -> Held:
        """A decision no longer stands: the claim is closed, its share of the accumulators given back."""
        held = self.close(icn)
        self._accumulate(held.member_key, held.decision, -1)
        return held

    def _is_billed(self, claim: Claim, line: ClaimLine, key: str) -> bool:
        earlier = self.state.held.get(self.state.billed.get(_service(claim, line, key), ""))
        return earlier is not None and earlier.live

    def _accumulate(self, key: str, decision: Decision, sign: int) -> None:
        for line in decision.lines:
            for part in line.adjustments:
                if (part.group, part.reason) == ("PR", "1"):
                    name = f"{key}|{line.start.year}"
                    self.state.met[name] = self.state.met.get(name, 0) + sign * part.cents

    def queue(
        self, day: date, kind: str, icn: str, claim: Claim, decision: Decision | None = None, event: str = ""
    ) -> None:
        """Put something on the list of a payment day; without a decision it is decided on that day."""
        sequence = self.state.count("entry")
        npi = claim.billing.identifier
        self.state.queue.append(Entry(day, sequence, claim.payer_id, npi, kind, icn, decision, event))

    def _payer(self, claim: Claim) -> Payer:
        payer = self.state.registry.payer(claim.payer_id)
        if payer is None:
            raise LookupError(f"the registry has no payer {claim.payer_id!r}")
        return payer

    def _pay_day(self, claim: Claim, received: date) -> date:
        return self.next_pay_day(claim, received, self._payer(claim).pay_after_days)

    def next_pay_day(self, claim: Claim, day: date, after: int) -> date:
        """The first day the payer pays, from so many days after a day on."""
        days = self._payer(claim).pay_weekdays
        day += timedelta(days=after)
        return next(
            day + timedelta(days=step) for step in range(7) if (day + timedelta(days=step)).isoweekday() in days
        )

    def _paid_on(self, icn: str) -> date:
        """The day an earlier claim is still to be paid: it must not be reversed before."""
        return max(
            (entry.day for entry in self.state.queue if entry.icn == icn and entry.kind == "pay"), default=date.min
        )

    def _asked_denial(self, claim: Claim) -> str:
        """The denial the script or the seed puts on a first claim; a corrected or repeated one is left alone."""
        knobs = self.state.knobs
        scripted = knobs.script.get(claim.id, "")
        first = not self.state.count(f"seen {claim.payer_id}|{claim.id}") > 1 and claim.frequency == "1"
        if scripted.startswith("deny:"):
            return scripted.removeprefix("deny:") if first else ""
        mark = f"{knobs.seed}:{claim.payer_id}:{claim.id}"
        picked = _drawn(mark, 100) < knobs.denial_percent and bool(knobs.denials)
        wanted = picked and first and claim.order == "P"
        return knobs.denials[_drawn(f"{mark}:which", len(knobs.denials))] if wanted else ""

    def _event(self, claim: Claim, decision: Decision) -> str:
        """What will befall a paid first claim: by script, or because its place among the paid ones was drawn."""
        knobs = self.state.knobs
        scripted = knobs.script.get(claim.id, "")
        if scripted in ("reverse", "takeback", "late"):
            return scripted
        if claim.order != "P" or claim.frequency != "1" or decision.paid <= 0:
            return ""
        events = ["reverse"] * knobs.reversals + ["takeback"] * knobs.takebacks + ["late"] * knobs.late
        among = range(1, max(knobs.spread, len(events)) + 1)
        places = sorted(among, key=lambda place: _drawn(f"{knobs.seed}:event:{place}", 1 << 64))
        return dict(zip(places, events, strict=False)).get(self.state.count("paid"), "")


def _drawn(mark: str, size: int) -> int:
    """A number below ``size`` that a text always draws: the seed's chance, without a generator to keep."""
    return int.from_bytes(sha256(mark.encode()).digest()[:8]) % size


def _service(claim: Claim, line: ClaimLine, key: str) -> str:
    """What makes two services the same: payer, patient, day, code, modifiers, provider, units, charge, payer order."""
    parts = (
        claim.payer_id, key, claim.order, line.start, line.code, *line.modifiers, claim.rendering.identifier,
        line.units, line.charge,
    )  # fmt: skip
    return "|".join(map(str, parts))

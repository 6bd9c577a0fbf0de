"""Adjudication: a claim and what the plan says of it become a decision that balances by construction.

Pure: the same claim, plan, member and accumulators give the same decision. Every line is charge = paid + adjustments,
all integer cents, percentages rounded half up. CARC and RARC are bare code values; the words are the simulator's own.
"""

from dataclasses import dataclass
from datetime import date

from medoffice.exchange.simulators.payer.rules.plans import LESSER, Member, Plan
from medoffice.exchange.simulators.payer.types import (
    Adjustment,
    Claim,
    ClaimLine,
    Decision,
    LineDecision,
)

# A modifier that says a service is distinct from the one it would be bundled into.
_DISTINCT = frozenset({"25", "59", "XE", "XP", "XS", "XU"})


@dataclass(frozen=True, slots=True)
class Denial:
    """Why a line is not paid: group, CARC, remark codes, and the words."""

    group: str
    reason: str
    words: str
    remarks: tuple[str, ...] = ()


NOT_OURS = Denial("CO", "31", "The patient is not known as a member.")
DUPLICATE = Denial("OA", "18", "The same service was billed before.")
LATE = Denial("CO", "29", "The claim came after the time limit for filing.")
OTHER_FIRST = Denial("CO", "22", "Another insurance must decide first.")
NO_EARLIER_DECISION = Denial("CO", "16", "The earlier insurance's decision is missing.", ("N4",))
# The denials that can be asked for by name or by share, whatever the claim says.
ASKED = {
    "16": Denial("CO", "16", "The payer asks for the medical record.", ("M127",)),
    "50": Denial("CO", "50", "Not found medically necessary."),
    "96": Denial("PR", "96", "The plan does not cover this.", ("N130",)),
    "197": Denial("CO", "197", "An authorisation was needed and is not there."),
    "204": Denial("PR", "204", "The plan does not cover this service."),
}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What adjudication is told besides the claim.

    ``deductible_met`` is cents by year of service. ``duplicates`` are numbers of lines decided before. ``denial`` is
    the key of ``ASKED`` denials to apply to the first line, or blank. ``allowed_scale`` is the percent at which
    the contract is applied: other than 100 when the payer reprices its own decision.
    """

    received: date
    icn: str
    deductible_met: dict[int, int]
    duplicates: frozenset[int] = frozenset()
    denial: str = ""
    allowed_scale: int = 100


def percent_of(cents: int, percent: int) -> int:
    """A whole percentage of an amount that is not negative, rounded half up."""
    return (cents * percent + 50) // 100


def adjudicate(claim: Claim, member: Member | None, plan: Plan | None, told: Circumstances) -> Decision:
    """Decide a claim. An unknown member (or no plan) denies every line; nothing is raised on content."""
    if member is None or plan is None:
        decided = [_denied(line, NOT_OURS) for line in claim.lines]
        return _decision(claim, told, decided, (), [NOT_OURS.words])
    work = _Work(claim, member, plan, told)
    decided = [work.line(line) for line in claim.lines]
    return _decision(claim, told, decided, plan.claim_remarks, work.words)


def _decision(
    claim: Claim, told: Circumstances, lines: list[LineDecision], remarks: tuple[str, ...], words: list[str]
) -> Decision:
    denied = all(not line.allowed for line in lines)
    status = "4" if denied else {"S": "2", "T": "3"}.get(claim.order, "1")
    told_words = tuple(dict.fromkeys(words))
    return Decision(claim.id, told.icn, claim.payer_id, status, tuple(lines), remarks, told_words)


def _denied(line: ClaimLine, why: Denial) -> LineDecision:
    cut = (Adjustment(why.group, why.reason, line.charge),) if line.charge else ()
    return _line(line, line.code, 0, 0, cut, why.remarks)


def _line(
    line: ClaimLine,
    code: str,
    allowed: int,
    paid: int,
    adjustments: tuple[Adjustment, ...],
    remarks: tuple[str, ...] = (),
) -> LineDecision:
    return LineDecision(
        line.number, line.control, code, line.code, line.modifiers, line.units, line.start, line.end,
        line.charge, allowed, paid, adjustments, remarks,
    )  # fmt: skip


class _Work:
    """One claim on the desk: what is left of the deductible, and on which days the copay was taken."""

    def __init__(self, claim: Claim, member: Member, plan: Plan, told: Circumstances) -> None:
        self.claim, self.member, self.plan, self.told = claim, member, plan, told
        self.met = dict(told.deductible_met)
        self.copay_days: set[date] = set()
        self.words: list[str] = []

    def line(self, line: ClaimLine) -> LineDecision:
        why = self._denial(line)
        if why is not None:
            self.words.append(why.words)
            return _denied(line, why)
        code = self.plan.downcode.get(line.code, line.code)
        if code != line.code:
            self.words.append(f"Paid as {code}.")
        allowed = self._allowed(line, code)
        return self._primary(line, code, allowed) if self.claim.order == "P" else self._further(line, code, allowed)

    def _allowed(self, line: ClaimLine, code: str) -> int:
        fee = self.plan.fees.get(code)
        if fee is None:
            allowed = percent_of(line.charge, self.plan.allowed_percent)
        else:
            # Units may be fractions: thousandths are exact enough for every unit the wire carries.
            allowed = (fee * int(line.units * 1000) + 500) // 1000
        return min(line.charge, percent_of(allowed, self.told.allowed_scale))

    def _primary(self, line: ClaimLine, code: str, allowed: int) -> LineDecision:
        copay = deductible = coinsurance = 0
        rest = allowed
        if line.code not in self.plan.preventive:
            copay = self._copay(line, allowed)
            rest -= copay
            if not (copay and self.plan.copay_waives_deductible):
                deductible = self._deductible(line, rest)
                coinsurance = percent_of(rest - deductible, self.plan.coinsurance_percent)
                rest -= deductible + coinsurance
        withheld = percent_of(rest, self.plan.sequestration_percent)
        cut = [
            ("CO", "45", line.charge - allowed), ("CO", "253", withheld),
            ("PR", "1", deductible), ("PR", "2", coinsurance), ("PR", "3", copay),
        ]  # fmt: skip
        return _line(line, code, allowed, rest - withheld, _kept(cut))

    def _copay(self, line: ClaimLine, allowed: int) -> int:
        wanted = not self.plan.copay_codes or line.code in self.plan.copay_codes
        if not wanted or not allowed or line.start in self.copay_days:
            return 0
        self.copay_days.add(line.start)
        return min(self.plan.copay, allowed)

    def _deductible(self, line: ClaimLine, rest: int) -> int:
        year = line.start.year
        taken = min(rest, max(self.plan.deductible - self.met.get(year, 0), 0))
        self.met[year] = self.met.get(year, 0) + taken
        return taken

    def _further(self, line: ClaimLine, code: str, allowed: int) -> LineDecision:
        """A secondary or tertiary payer: what the payers before left to the patient, within the own rule."""
        left, before = _left_to_patient(self.claim, line)
        limit = max(allowed - before, 0) if self.plan.secondary == LESSER else allowed
        pays = min(left, limit)
        withheld = percent_of(pays, self.plan.sequestration_percent)
        cut = [("OA", "23", line.charge - left), ("CO", "45", left - pays), ("CO", "253", withheld)]
        return _line(line, code, allowed, pays - withheld, _kept(cut))

    def _denial(self, line: ClaimLine) -> Denial | None:
        """The first rule that stands against a line, or None."""
        return self._standing(line) or self._content(line)

    def _standing(self, line: ClaimLine) -> Denial | None:
        """Whether the patient, the time and the order of payers are right."""
        member, told = self.member, self.told
        if line.start < member.begins:
            return Denial("CO", "26", "The service was before the coverage began.")
        if member.ends is not None and line.start > member.ends:
            return Denial("CO", "27", "The coverage had ended.")
        if line.number in told.duplicates:
            return DUPLICATE
        if (told.received - line.start).days > self.plan.timely_days:
            return LATE
        if self.claim.order == "P":
            return OTHER_FIRST if member.primary_elsewhere else None
        return None if any(prior.paid is not None for prior in self.claim.prior) else NO_EARLIER_DECISION

    def _content(self, line: ClaimLine) -> Denial | None:
        """Whether the plan covers what was done, as billed."""
        plan, code = self.plan, line.code
        if self.told.denial and line.number == 1:
            return ASKED[self.told.denial]
        if code in plan.drug_codes and not line.drug:
            return Denial("CO", "16", "The drug's NDC is missing.", ("M119",))
        if code in plan.authorization and not (line.authorization or self.claim.authorization):
            return ASKED["197"]
        if code in plan.not_covered:
            return Denial(*plan.not_covered[code], "The plan does not cover this service.")
        return self._merit(line)

    def _merit(self, line: ClaimLine) -> Denial | None:
        """Whether a covered service is paid by itself, and supported by its diagnoses."""
        if self._is_bundled(line):
            return Denial("CO", "97", "Included in another service of the day.", ("M15",))
        supported = self.plan.necessity.get(line.code)
        if supported is not None and not any(item.startswith(supported) for item in _diagnoses(self.claim, line)):
            return ASKED["50"]
        return None

    def _is_bundled(self, line: ClaimLine) -> bool:
        into = self.plan.bundled.get(line.code, ())
        same_day = {other.code for other in self.claim.lines if other.start == line.start and other is not line}
        return not _DISTINCT & set(line.modifiers) and bool(same_day & set(into))


def _kept(cut: list[tuple[str, str, int]]) -> tuple[Adjustment, ...]:
    return tuple(Adjustment(group, reason, cents) for group, reason, cents in cut if cents)


def _diagnoses(claim: Claim, line: ClaimLine) -> list[str]:
    return [claim.diagnoses[place - 1] for place in line.pointers if 0 < place <= len(claim.diagnoses)]


def _left_to_patient(claim: Claim, line: ClaimLine) -> tuple[int, int]:
    """What earlier payers left to the patient on a line, and what they paid on it, within the line's charge.

    The last payer's line (SVD, CAS) tells what is left; where no line was decided, the claim's own amounts are spread
    over the lines in order.
    """
    if line.prior:
        left = sum(cut.cents for cut in line.prior[-1].adjustments if cut.group == "PR")
        paid = sum(entry.paid for entry in line.prior)
        return max(0, min(left, line.charge)), max(0, paid)
    left = sum(cut.cents for prior in claim.prior[-1:] for cut in prior.adjustments if cut.group == "PR")
    paid = sum(prior.paid or 0 for prior in claim.prior)
    return _spread(claim, line, max(0, left)), _spread(claim, line, max(0, paid))


def _spread(claim: Claim, line: ClaimLine, total: int) -> int:
    undecided = [other for other in claim.lines if not other.prior]
    before = sum(other.charge for other in undecided if other.number < line.number)
    return max(0, min(line.charge, total - before))

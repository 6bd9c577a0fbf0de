"""What payers send: 999, 277CA, 835 as segments."""

from collections.abc import Sequence
from datetime import date, datetime

from medoffice.exchange.simulators.payers.types import Claim, DecidedLine, Decision, Plan, Recovery
from medoffice.exchange.simulators.payers.wire import Segment, amount


def set_999(place: int, group: Segment, answers: Sequence[tuple[Segment, tuple[str, int] | None]]) -> list[str]:
    """A 999 about a group: each answer is (the ST, its fault or None)."""
    out = [f"ST*999*{place:04d}*005010X231A1", f"AK1*{group[1]}*{group[6]}*{group[8]}"]
    for start, fault in answers:
        out.append(f"AK2*{start[1]}*{start[2]}*{group[8]}")
        if fault is not None:
            out.append(f"IK3*{fault[0]}*{fault[1]}**3")
        out.append("IK5*A" if fault is None else "IK5*R*5")
    good = sum(fault is None for _, fault in answers)
    status = "A" if good == len(answers) else "R" if good == 0 else "P"
    return [*out, f"AK9*{status}*{len(answers)}*{len(answers)}*{good}"]


def set_277ca(
    place: int, plan: Plan, batch: str, at: datetime, claims: Sequence[tuple[Claim, str, str]], number: int
) -> list[str]:
    """A 277CA: each claim with the payer's number and a rejection (category:code) or nothing."""
    first = claims[0][0]
    accepted = [claim for claim, _, bad in claims if not bad]
    rejected = [claim for claim, _, bad in claims if bad]
    out = [
        f"ST*277*{place:04d}*005010X214",
        f"BHT*0085*08*{number}*{at:%Y%m%d}*{at:%H%M}*TH",
        "HL*1**20*1",
        f"NM1*PR*2*{plan.payer_name}*****PI*{plan.payer_number}",
        f"TRN*1*{number}",
        f"DTP*050*D8*{at:%Y%m%d}",
        f"DTP*009*D8*{at:%Y%m%d}",
        "HL*2*1*21*1",
        f"NM1*41*2*{first.billing_name}*****46*{first.billing_npi}",
        f"TRN*2*{batch}",
        f"STC*A1:19:PR*{at:%Y%m%d}*WQ*{amount(sum(claim.charge for claim, _, _ in claims))}",
        f"QTY*90*{len(accepted)}",
        f"AMT*YU*{amount(sum(claim.charge for claim in accepted))}",
    ]
    if rejected:
        out += [f"QTY*AA*{len(rejected)}", f"AMT*YY*{amount(sum(claim.charge for claim in rejected))}"]
    out += ["HL*3*2*19*1", f"NM1*85*2*{first.billing_name}*****XX*{first.billing_npi}"]
    for level, (claim, icn, bad) in enumerate(claims, 4):
        out += [
            f"HL*{level}*3*PT",
            f"NM1*QC*1*{claim.patient_last}*{claim.patient_first}****MI*{claim.member_id}",
            f"TRN*2*{claim.number}",
            f"STC*{bad or 'A2:20:PR'}*{at:%Y%m%d}*{'U' if bad else 'WQ'}*{amount(claim.charge)}",
        ]
        out += [f"REF*1K*{icn}"] if icn and not bad else []
        day = min(line.day for line in claim.lines)
        out.append(f"DTP*472*D8*{day:%Y%m%d}")
    return out


def set_835(
    place: int,
    plan: Plan,
    payee: tuple[str, str],
    trace: str,
    day: date,
    decisions: Sequence[Decision],
    outside: Sequence[Recovery],
    interest: dict[str, int],
) -> tuple[list[str], int]:
    """An 835 with its decisions and money outside claims; returns the segments and the payment in cents."""
    total = sum(decision.paid for decision in decisions) - sum(recovery.cents for recovery in outside)
    method = "ACH" if total else "NON"
    bank = "*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765" if total else "***********"
    out = [
        f"ST*835*{place:04d}",
        f"BPR*{'I' if total else 'H'}*{amount(total)}*C*{method}{bank}*{day:%Y%m%d}",
        f"TRN*1*{trace}*1{plan.payer_number:0>9.9}",
        f"DTM*405*{day:%Y%m%d}",
        f"N1*PR*{plan.payer_name}*XV*{plan.payer_number}",
        "N3*1 Claims Way",
        "N4*Riverbend*IL*62799",
        "PER*BL*Provider services*TE*2175550100",
        f"N1*PE*{payee[1]}*XX*{payee[0]}",
        "LX*1",
    ]
    for decision in decisions:
        out += _claim(decision, day, interest.get(decision.claim.number, 0))
    for recovery in outside:
        reference = f":{recovery.reference}" if recovery.reference else ""
        out.append(f"PLB*{payee[0]}*{day.year}1231*{recovery.reason}{reference}*{amount(recovery.cents)}")
    return out, total


def _claim(decision: Decision, day: date, interest: int) -> list[str]:
    claim = decision.claim
    charge = sum(line.line.charge if decision.status != "22" else -line.line.charge for line in decision.lines)
    patient = amount(decision.patient) if decision.patient and decision.status != "22" else ""
    head = f"CLP*{claim.number}*{decision.status}*{amount(charge)}*{amount(decision.paid)}"
    out = [
        f"{head}*{patient}*12*{decision.icn}*{claim.place}*{claim.frequency}",
        f"NM1*QC*1*{claim.patient_last}*{claim.patient_first}****MI*{claim.member_id}",
        f"DTM*050*{day:%Y%m%d}",
    ]
    if interest:
        out.append(f"AMT*I*{amount(interest)}")
    for line in decision.lines:
        out += _line(line, reversed_=decision.status == "22")
    return out


def _line(decided: DecidedLine, *, reversed_: bool) -> list[str]:
    line = decided.line
    procedure = ":".join(["HC", line.code, *(modifier for modifier in line.modifiers if modifier)])
    charge = -line.charge if reversed_ else line.charge
    out = [f"SVC*{procedure}*{amount(charge)}*{amount(decided.paid)}**{line.units}", f"DTM*472*{line.day:%Y%m%d}"]
    groups: dict[str, list[str]] = {}
    for adjustment in decided.adjustments:
        groups.setdefault(adjustment.group, []).append(f"{adjustment.reason}*{amount(adjustment.cents)}")
    out += [f"CAS*{group}*" + "**".join(reasons) for group, reasons in groups.items()]
    return [*out, f"REF*6R*{line.control}"] if line.control else out

"""Posting a payment advice: what one claim of an 835 costs, on the demo office, all of it in one act as it arrives.

A big file of a group has 5,000 claims and is to be posted within a minute: 12 milliseconds for each.
"""

import time
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.rows import Row, at_most
from bench.worlds import demo_world

if TYPE_CHECKING:
    from medoffice.revenue.claims.models import Claim
    from medoffice.standards.x12.types import ClaimRemit

BIG, SECONDS = 5_000, 60


def rows() -> Iterator[Row]:
    """Statements, CPU and wall time of a claim; whether the cents are exact."""
    with demo_world():
        from django.db import connection, transaction
        from django.test.utils import CaptureQueriesContext

        from medoffice.revenue.claims.api import receive_file
        from medoffice.security.types import PROGRAM

        claims = _open_claims()
        data, cents = _file(claims)
        with transaction.atomic():
            began, cpu = time.perf_counter(), time.process_time()
            receive_file(actor=PROGRAM, name="big.835", data=data)
            wall, cpu = time.perf_counter() - began, time.process_time() - cpu
            transaction.set_rollback(True)
        with CaptureQueriesContext(connection) as told:
            receive_file(actor=PROGRAM, name="big.835", data=data)
        yield Row("claims in the file", len(claims), "claims")
        yield Row("statements of a claim", round(len(told) / len(claims), 1), "statements")
        yield Row("CPU of a claim, without the database's", round(1000 * cpu / len(claims), 1), "CPU ms")
        yield at_most("a claim posted", round(1000 * wall / len(claims), 1), "ms", 1000 * SECONDS / BIG)
        yield at_most("cents posted beside cents in the file", abs(_posted() - cents), "cents apart", 0)


def _open_claims() -> "list[Claim]":
    """The claims that wait for an answer, of the payer with the most."""
    from medoffice.revenue.claims.models import Claim

    waiting = list(Claim.objects.filter(state__in=["sent", "accepted"]).select_related("payer").order_by("id"))
    payer, _ = Counter(claim.payer_id for claim in waiting).most_common(1)[0]
    return [claim for claim in waiting if claim.payer_id == payer]


def _file(claims: "list[Claim]") -> tuple[bytes, int]:
    """An 835 that pays four fifths of each, and its cents."""
    from medoffice.kernel import clock
    from medoffice.kernel.money import Money
    from medoffice.standards.x12.api import write_835
    from medoffice.standards.x12.types import Envelope, Party, Remit835

    decided = tuple(_decided(claim) for claim in claims)
    payer, amount = claims[0].payer, Money.total(one.paid for one in decided)
    remit = Remit835(
        payer=Party(name=payer.name, identifier=payer.number),
        payee=Party(name="Riverbend", identifier="1"),
        trace="BENCH",
        method="CHK",
        amount=amount,
        paid_on=clock.now().date(),
        payer_id=f"1{payer.number}",
        claims=decided,
    )
    return write_835([remit], Envelope("PAYER", "OFFICE", 1, clock.now())), amount.cents


def _decided(claim: "Claim") -> "ClaimRemit":
    from medoffice.kernel.money import Money
    from medoffice.standards.x12.types import Adjustment, ClaimRemit, LineRemit, Party, Procedure

    lines = []
    for line in claim.lines.all():
        charge, paid = Money(line.amount_cents), Money(line.amount_cents * 4 // 5)
        rest = (Adjustment("CO", "45", charge - paid),)
        procedure = Procedure(code=line.code, modifiers=tuple(line.modifiers))
        lines.append(LineRemit(procedure, charge, paid, control=line.control, adjustments=rest))
    return ClaimRemit(
        claim_id=claim.number,
        status="1",
        charge=Money.total(one.charge for one in lines),
        paid=Money.total(one.paid for one in lines),
        patient=Party(name="Patient"),
        lines=tuple(lines),
    )


def _posted() -> int:
    from django.db.models import Sum

    from medoffice.revenue.claims.models import Decision

    found = Decision.objects.filter(remittance__trace="BENCH", remittance__posted_at__isnull=False)
    return int(found.aggregate(cents=Sum("paid_cents"))["cents"] or 0)

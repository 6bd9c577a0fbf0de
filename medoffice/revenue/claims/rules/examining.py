"""What a claim says on the wire, and all that stands against sending it: pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from medoffice.kernel.findings import Finding
from medoffice.revenue.claims.rules.content import claim_content
from medoffice.revenue.claims.rules.evidence import check_evidence
from medoffice.revenue.claims.rules.scrub import CodeCheck, scrub
from medoffice.revenue.claims.types import Behind, Billed
from medoffice.standards.x12.types import Claim837


def examined(
    billed: Billed,
    behind: Behind,
    *,
    today: date,
    check_code: CodeCheck,
    notice: str = "",
    forbids: Sequence[Finding] = (),
) -> tuple[Claim837, list[Finding]]:
    """The claim as the wire would carry it now, and all that stands against it.

    ``notice`` is what a label wants said beside it, ``forbids`` what one has against it.
    """
    content, folded = claim_content(billed, behind)
    if notice:
        content = replace(content, note=notice)
    found = scrub(content, today=today, filing_days=behind.payer.timely_filing_days, check_code=check_code)
    return content, [*forbids, *found, *check_evidence(behind.codes, content), *folded]

"""What must be true of the day's audit of codes: every visit of the sample is judged, and no code is another since."""

from medoffice.practice.api import work_items
from medoffice.revenue.books.types import Proof
from medoffice.revenue.code_audits.api import audits, charts_of_audit, codes_of, outcome_of
from medoffice.revenue.code_audits.types import Verdict
from medoffice.security.types import PROGRAM


def audit_proofs() -> list[Proof]:
    """Every visit judged, every code of it, released still; what was found was looked at."""
    charts = [chart for one in audits() for chart in charts_of_audit(PROGRAM, one.id)]
    codes, found = (
        codes_of(charts),
        [one for chart in charts for one in chart.judged if one.verdict is not Verdict.AGREES],
    )
    done = [chart for chart in charts if chart.finished_at is not None]
    told = outcome_of(charts, codes)
    whole = all(
        codes[chart.coding_id].finished
        and {one.id for one in codes[chart.coding_id].every} == {one.code_id for one in chart.judged if one.code_id}
        for chart in charts
    )
    waits = sum(item.kind == "audit-finding" for item in work_items(PROGRAM, "coder"))
    words = (
        f"{len(charts)} visits drawn, {len(done)} judged, {told.agreed} of {told.codes} codes stand, {len(found)} found"
    )
    says = "Every visit of the audit is judged, its codes are as released, and what was found was looked at"
    return [Proof("audit", says, bool(charts) and len(charts) == len(done) and whole and not waits, words)]

"""What stands against a case, refused by field; shared by the verbs."""

from medoffice.kernel.refusals import Invalid
from medoffice.records.coverage.models import Case
from medoffice.records.coverage.rules.case_fields import check_case
from medoffice.records.coverage.types import CaseKind


def refuse_wrong_case(row: Case) -> None:
    """Raise Invalid for what a case lacks before a visit can be billed to it."""
    found = check_case(
        kind=CaseKind(row.kind),
        has_payer=row.payer_id is not None,
        employer=row.employer,
        injured_on=row.injured_on,
        state=row.state,
        opened_on=row.opened_on,
        closed_on=row.closed_on,
    )
    if found:
        fields = {finding.where: [finding.words] for finding in found}
        raise Invalid("not-acceptable", " ".join(finding.words for finding in found), "", {"fields": fields})

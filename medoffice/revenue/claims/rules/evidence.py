"""No code leaves the office without what supports it: the claim's codes are the released ones, each with evidence."""

from medoffice.kernel.findings import Finding
from medoffice.revenue.coding.types import CodedEncounter
from medoffice.standards.x12.types import Claim837


def check_evidence(coded: CodedEncounter | None, claim: Claim837) -> list[Finding]:
    """Findings for a claim whose codes are not released, or that carries a code nobody supported."""
    if coded is None or not coded.finished:
        return [Finding("codes-not-released", "claim", "The codes of this visit are not released; finish the coding.")]
    supported = {service.code for service in coded.services if service.evidence.quote.strip()}
    diagnoses = {found.code.replace(".", "") for found in coded.diagnoses if found.evidence.quote.strip()}
    found = [
        Finding("no-evidence", f"line {number}", f"Nothing in the record supports {line.procedure.code}.")
        for number, line in enumerate(claim.lines, 1)
        if line.procedure.code not in supported
    ]
    return found + [
        Finding("no-evidence", f"diagnosis {number}", f"Nothing in the record supports {code}.")
        for number, code in enumerate(claim.diagnoses, 1)
        if code not in diagnoses
    ]

"""Checking a file: what each transaction in it is, and every finding that stands against it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from medoffice.kernel.findings import Finding, Severity
from medoffice.standards.x12.acks import check_ack, check_ta1, read_ack
from medoffice.standards.x12.balance import balance_835
from medoffice.standards.x12.eligibility import read_answers, read_requests
from medoffice.standards.x12.eligibility_check import check_answer, check_request
from medoffice.standards.x12.kinds import Kind, kind_of
from medoffice.standards.x12.professional import read_claims
from medoffice.standards.x12.remittance import read_remit
from medoffice.standards.x12.semantics import check_claim, check_remit
from medoffice.standards.x12.status import read_report
from medoffice.standards.x12.structure import check_structure
from medoffice.standards.x12.tokens import Interchange, Transaction, read_interchanges
from medoffice.standards.x12.types import CheckResult
from medoffice.standards.x12.values import collector_paused


def check_bytes(data: bytes, name: str) -> list[CheckResult]:
    """One result for each transaction in the bytes, and one for a file that holds none. Never raises on content.

    Findings about the interchange and its groups stand with the first transaction they concern.
    """
    interchanges, findings = read_interchanges(data)
    results: list[CheckResult] = []
    for interchange in interchanges:
        results += _interchange(interchange, name, findings if interchange is interchanges[0] else [])
    if not results:
        results.append(CheckResult(name, "not an X12 file", False, tuple(findings)))
    return results


def file_as_json(results: Sequence[CheckResult]) -> dict[str, Any]:
    """The results of one file (at least one) as a single object, as the command line prints it.

    With several transactions, ``transaction`` names each kind once, ``ok`` and ``supported`` hold for all of them,
    findings say which transaction they concern, and ``transactions`` lists them one by one.
    """
    if len(results) == 1:
        return results[0].as_json()
    kinds = "; ".join(dict.fromkeys(result.transaction for result in results))
    findings = [finding.as_json() for finding in _placed(results)]
    each = [{"transaction": row.transaction, "supported": row.supported, "ok": row.ok} for row in results]
    supported, ok = all(row.supported for row in results), all(row.ok for row in results)
    answer = {"file": results[0].file, "transaction": kinds, "supported": supported, "ok": ok, "findings": findings}
    return {**answer, "transactions": each}


def _placed(results: Sequence[CheckResult]) -> Iterator[Finding]:
    for place, result in enumerate(results, 1):
        for finding in result.findings:
            yield replace(finding, where=f"transaction {place} of {len(results)}, {finding.where}")


def _interchange(interchange: Interchange, name: str, file_findings: list[Finding]) -> list[CheckResult]:
    pending = [*file_findings, *interchange.findings, *check_ta1(interchange)]
    results = []
    if interchange.ta1 or not any(group.transactions for group in interchange.groups):
        pending += [finding for group in interchange.groups for finding in group.findings if not group.transactions]
        words = "TA1 interchange acknowledgement" if interchange.ta1 else "interchange without transactions"
        if not interchange.ta1:
            pending.append(
                Finding("x12.no-content", "file", "There is nothing in this interchange: no transaction (ST).")
            )
        results.append(CheckResult(name, words, bool(interchange.ta1), tuple(pending)))
        pending = []
    for group in interchange.groups:
        if group.transactions:
            pending += group.findings
        for transaction in group.transactions:
            results.append(_transaction(transaction, name, pending))
            pending = []
    return results


def _transaction(transaction: Transaction, name: str, before: list[Finding]) -> CheckResult:
    kind = kind_of(transaction)
    findings = [*before, *transaction.findings]
    if kind.reads:
        with collector_paused():
            findings += check_content(transaction, kind)
    else:
        words = f"This is: {kind.words}. Only its envelope was checked."
        findings.append(Finding("x12.unsupported", f"transaction {transaction.control}", words, Severity.INFO))
    return CheckResult(name, kind.words, bool(kind.reads), _once(findings))


def _once(findings: list[Finding]) -> tuple[Finding, ...]:
    """Each thing once: what reading already said of a place, the structure check need not repeat."""
    said = {finding.where for finding in findings if finding.code.startswith("x12.bad-")}
    return tuple(
        finding
        for finding in dict.fromkeys(findings)
        if finding.code not in ("x12.number", "x12.day", "x12.missing-element") or finding.where not in said
    )


def check_content(transaction: Transaction, kind: Kind) -> list[Finding]:
    """Everything that stands against the content of a transaction of a kind we read."""
    structure = [fault.finding() for fault in check_structure(transaction, kind.reads)]
    if kind.reads == "837P":
        claims, findings = read_claims(transaction)
        return [*findings, *structure, *(finding for claim in claims for finding in check_claim(claim))]
    if kind.reads == "835":
        remit, findings = read_remit(transaction)
        return [*findings, *structure, *check_remit(remit), *balance_835(remit)]
    if kind.reads == "270":
        requests, findings = read_requests(transaction)
        return [*findings, *structure, *(finding for request in requests for finding in check_request(request))]
    if kind.reads == "271":
        answers, findings = read_answers(transaction)
        return [*findings, *structure, *(finding for answer in answers for finding in check_answer(answer))]
    if kind.reads == "999":
        ack, findings = read_ack(transaction)
        return [*findings, *structure, *check_ack(ack)]
    return [*read_report(transaction)[1], *structure]

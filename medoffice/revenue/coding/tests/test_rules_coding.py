"""Evidence or it did not happen, and when codes may go to billing: pure."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.findings import Severity
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.revenue.coding.rules.complete import check_complete
from medoffice.revenue.coding.rules.evidence import check_note_evidence, check_order_evidence
from medoffice.revenue.coding.types import CodedDiagnosis, CodedEncounter, CodedService, Evidence

TEXT = "Cough for three days. Naïve patient, 30° fever."
NOTE, ORDER = Ref("note", new_id()), Ref("order", new_id())
WORDS = Evidence(NOTE, 0, 5, "Cough")
DIAGNOSIS = CodedDiagnosis(new_id(), 1, "J06.9", "t", WORDS)
SERVICE = CodedService(new_id(), 1, "visit", "ZZ001", "Visit", (), 1, (1,), WORDS)
WHOLE = CodedEncounter(new_id(), new_id(), new_id(), date(2026, 11, 25), "Abara", False, (DIAGNOSIS,), (SERVICE,))


def codes(coded: CodedEncounter) -> list[str]:
    """The codes of what was found."""
    return [finding.code for finding in check_complete(coded)]


@given(st.integers(-2, 60), st.integers(-2, 60))
def test_only_the_words_that_stand_there_are_evidence(start: int, end: int) -> None:
    quote = TEXT[max(start, 0) : max(end, 0)]
    right = 0 <= start < end <= len(TEXT) and bool(quote.strip())
    assert (check_note_evidence(Evidence(NOTE, start, end, quote), TEXT) == []) is right
    assert check_note_evidence(Evidence(NOTE, start, end, quote + "x"), TEXT) != []
    if right:
        assert check_note_evidence(Evidence(NOTE, start, end, quote.swapcase() + " "), TEXT) != []


def test_an_order_supports_a_code_with_its_words_or_its_result_whole() -> None:
    def codes_of(quote: str, start: int = 0, end: int | None = None) -> list[str]:
        evidence = Evidence(ORDER, start, len(quote) if end is None else end, quote)
        return [finding.code for finding in check_order_evidence(evidence, "Strep test", "positive")]

    assert codes_of("positive") == codes_of("Strep test") == []
    assert codes_of("posit") == codes_of("negative") == ["evidence-moved"]
    assert codes_of("positive", 1) == codes_of("positive", 0, 3) == ["evidence-moved"]
    assert codes_of("") == codes_of("  ") == ["evidence-blank"]


def test_codes_are_complete_with_a_diagnosis_a_service_and_pointers_that_point() -> None:
    assert codes(WHOLE) == []
    assert codes(replace(WHOLE, diagnoses=())) == ["no-diagnosis", "pointer-dangling"]
    assert codes(replace(WHOLE, services=())) == ["no-service", "diagnosis-unused"]
    for pointers, code in (((), "pointers-count"), ((1, 1), "pointer-twice"), ((1, 2), "pointer-dangling")):
        assert code in codes(replace(WHOLE, services=(replace(SERVICE, pointers=pointers),)))
    many = tuple(replace(DIAGNOSIS, position=place, code=f"J0{place}") for place in range(1, 14))
    assert "too-many-diagnoses" in codes(replace(WHOLE, diagnoses=many))


def test_a_diagnosis_nobody_needs_is_a_warning_only() -> None:
    second = replace(DIAGNOSIS, position=2, code="R05.1")
    (found,) = check_complete(replace(WHOLE, diagnoses=(DIAGNOSIS, second)))
    assert (found.code, found.severity) == ("diagnosis-unused", Severity.WARNING)

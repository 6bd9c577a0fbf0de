"""Lines of a text, and what each person typed in some jobs."""

from datetime import UTC, datetime
from uuid import UUID

from medoffice.clinic.dictation.rules.lines import Job, Lines, lines_of, produced

AT = datetime(2026, 11, 24, 18, tzinfo=UTC)
ANN, BEA = UUID(int=1), UUID(int=2)


def job(typist: UUID, name: str, characters: int, *, drafted: bool = False, seconds: float | None = 60) -> Job:
    lines = Lines(characters, characters // 2)
    return Job(UUID(int=9), "D-1", "visit-note", typist, name, AT, lines, drafted, seconds)


def test_each_persons_lines_are_summed_exactly_and_drafts_stand_apart() -> None:
    jobs = [
        job(BEA, "Bea", 100), job(ANN, "Ann", 65), job(BEA, "Bea", 30, drafted=True), job(BEA, "Bea", 65, seconds=None),
    ]  # fmt: skip
    ann, bea = produced(jobs)
    assert (ann.typist, ann.jobs, ann.lines.gross) == ("Ann", 1, 1.0)
    assert (bea.jobs, bea.typed, bea.corrected, bea.minutes) == (3, Lines(165, 82), Lines(30, 15), 2.0)
    assert bea.lines.gross == 3.0
    assert produced([]) == []


def test_lines_count_with_spaces_and_without() -> None:
    assert lines_of("x" * 65) == Lines(65, 65)
    assert lines_of("a b\r\n c") == Lines(5, 3)
    assert (lines_of("ab " * 65).gross, lines_of("ab " * 65).visible) == (3.0, 2.0)
    assert lines_of("") + lines_of("ab") == Lines(2, 2)

"""Whether a test may not be paid, and what follows of what the patient chose (ABN)."""

from collections.abc import Iterable, Mapping, Sequence

from medoffice.clinic.orders.types import Choice, Ground, Judged, LabTest, Notice, Support

Told = Mapping[str, tuple[Support, str]]
# Which modifier says what; the texts of the codes are CMS's, which follows of what is from memory (source: unverified).
_GIVEN = {Ground.EXCLUDED: ("GX", "GY")}
_NOT_GIVEN = {Ground.EXCLUDED: ("GY",)}


def judge_tests(tests: Iterable[LabTest], told: Told) -> list[Judged]:
    """What the lists say of each test: the worst that they say of the codes by which it is billed."""
    return [_judge(test, told) for test in tests]


def _judge(test: LabTest, told: Told) -> Judged:
    if not test.billed:
        words = "The laboratory's list does not say by which code it is billed."
        return Judged(test.code, test.words, Support.NO_CODE, words)
    said = [told.get(code, (Support.NOT_LOADED, f"{code}: nobody looked.")) for code in test.billed]
    worst, words = max(said, key=lambda one: one[0])
    return Judged(test.code, test.words, worst, words)


def against(found: Iterable[Judged]) -> list[Judged]:
    """The tests for which a notice is asked for."""
    return [one for one in found if one.support is Support.AGAINST]


def modifiers_for(choice: Choice, ground: Ground) -> tuple[str, ...]:
    """The modifiers that tell Medicare of the notice; none where nothing is billed to it."""
    if choice in (Choice.PAY, Choice.REFUSE):
        return ()
    if choice is Choice.NONE:
        return _NOT_GIVEN.get(ground, ("GZ",))
    return _GIVEN.get(ground, ("GA",))


def told_of(notice: Notice) -> str:
    """What was told and chosen, in one line."""
    if notice.choice is Choice.NONE or notice.signed_on is None:
        return f"No ABN was given: {notice.reason}"
    return f"ABN signed {notice.signed_on:%m/%d/%Y}, option {notice.choice.value}"


def not_wanted(notice: Notice | None) -> Sequence[str]:
    """The tests that the patient does not want after the notice."""
    return notice.codes if notice is not None and notice.choice is Choice.REFUSE else ()

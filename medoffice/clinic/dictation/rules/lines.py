"""How many lines of a finished text: the measure by which typing is counted.

Two measures stand beside each other, both of 65 characters: ``gross`` counts every character with its spaces,
``visible`` only those that can be seen (what AHIMA and MTIA recommended in 2007). Line breaks count in neither.
"""

from collections.abc import Iterable

from medoffice.clinic.dictation.types import Job, Lines, Produced


def lines_of(text: str) -> Lines:
    """The lines of a text."""
    return Lines(sum(character not in "\r\n" for character in text), sum(not character.isspace() for character in text))


def produced(jobs: Iterable[Job]) -> list[Produced]:
    """What each person typed in these jobs, by name. A sound whose length is not known adds none."""
    found: dict[tuple[str, str], list[Job]] = {}
    for job in jobs:
        found.setdefault((job.typist, str(job.typist_id)), []).append(job)
    return [
        Produced(
            of[0].typist_id, name, len(of),
            sum((one.lines for one in of if not one.drafted), Lines(0, 0)),
            sum((one.lines for one in of if one.drafted), Lines(0, 0)),
            sum(one.seconds or 0 for one in of),
        )
        for (name, _), of in sorted(found.items())
    ]  # fmt: skip

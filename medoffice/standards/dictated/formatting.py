"""The whole way from spoken words to a report. The same text again comes back as it is."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from types import MappingProxyType

from medoffice.standards.dictated.commands import obey
from medoffice.standards.dictated.figures import settle
from medoffice.standards.dictated.finishing import arrange, finish
from medoffice.standards.dictated.letters import join
from medoffice.standards.dictated.numbers import read_numbers
from medoffice.standards.dictated.telling import Report
from medoffice.standards.dictated.tokens import place_of, put_together, take_apart
from medoffice.standards.dictated.types import Flag, FlagKind, Formatted, Profile
from medoffice.standards.dictated.watching import watch

# How often a text is formatted until it does not change any more; one that still changes is left as it was.
MOST_PASSES = 4
# How far apart two passes may be in parts of the text, and how many parts must agree before they are beside each other.
_FARTHEST, _AGREE = 40, 3
NONE: Mapping[str, str] = MappingProxyType({})


def format_report(spoken: str, profile: Profile = Profile.STRICT, normals: Mapping[str, str] = NONE) -> Formatted:
    """Spoken words, or a recogniser's draft, as a report with flags. Any text is taken; nothing raises.

    ``normals`` are the office's normal texts by their spoken names. Formatting is done until the text stands still, so
    that formatting a report changes nothing; a text that does not stand still is given back as it was, with a flag.
    """
    first = once(spoken, profile, normals)
    text = first.text
    for _ in range(MOST_PASSES):
        again = once(text, profile, normals).text
        if again == text:
            return Formatted(text, first.flags if text == first.text else _moved(first, text))
        text = again
    words = "This text could not be formatted: it stands as it was said."
    return Formatted(spoken, (Flag(FlagKind.UNFORMATTED, 0, len(spoken), 0, words),))


def _moved(first: Formatted, text: str) -> tuple[Flag, ...]:
    """The flags of a first pass where their words stand after the passes behind it, which may have changed others."""
    before, after = (re.findall(r"\s+|\S+", one) for one in (first.text, text))
    begins, ends = ([0, *accumulate(map(len, parts))] for parts in (before, after))
    beside = _beside(before, after)

    def place(was: int) -> int:
        part = min(bisect_right(begins, was) - 1, len(before) - 1)
        at = beside[part]
        same = at < len(after) and before[part] == after[at]
        return ends[at] + was - begins[part] if same else ends[at]

    return tuple(replace(flag, place=place(flag.place)) for flag in first.flags)


def _beside(before: Sequence[str], after: Sequence[str]) -> list[int]:
    """For each part of a text the part of the other that stands in its place, in time that grows with the texts."""
    found: list[int] = []
    at = 0
    while len(found) < len(before):
        part = len(found)
        if at < len(after) and before[part] != after[at]:
            skipped = (
                (gone, more) for both in range(1, _FARTHEST) for gone in range(both + 1) for more in (both - gone,)
            )
            ahead = next((one for one in skipped if _again(before, part + one[0], after, at + one[1])), None)
            if ahead is not None:
                found.extend([at] * ahead[0])
                at += ahead[1]
                continue
        found.append(min(at, len(after)))
        at += 1
    return found


def _again(before: Sequence[str], part: int, after: Sequence[str], at: int) -> bool:
    """Whether the texts agree from here on, for some words."""
    return part < len(before) and before[part : part + _AGREE] == after[at : at + _AGREE]


def once(spoken: str, profile: Profile, normals: Mapping[str, str]) -> Formatted:
    """One pass over the text: commands, letters, numbers, quantities and terms, sections, capitals."""
    report = Report(normals, profile is Profile.STRICT)
    tokens = obey(take_apart(spoken), report)
    tokens = settle(read_numbers(join(tokens, report)), report)
    tokens = finish(arrange(tokens, report), report)
    watch(tokens, report)
    text, starts, places = put_together(tokens)
    ordered = sorted(zip(starts, places, strict=True))
    starts, places = [start for start, _ in ordered], [place for _, place in ordered]
    marks = sorted(report.marks, key=lambda mark: (mark.start, mark.end))
    flags = (Flag(FlagKind(m.kind), m.start, m.end, place_of(m.start, starts, places), m.words) for m in marks)
    return Formatted(text, tuple(flags))

"""Where each stretch of a take stands, and pieces of a browser's recording as recordings of their own."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.dictation.rules.audio import look_at
from medoffice.clinic.dictation.rules.takes import ahead_of, anchor_of, as_seen, spans_of, starts_of
from medoffice.clinic.dictation.rules.webm import blocks, piece
from medoffice.clinic.dictation.tests.makers import wav, webm
from medoffice.clinic.dictation.types.dictations import Audio, AudioTrouble
from medoffice.clinic.dictation.types.takes import Span, Stretch, Way

TIMES = st.lists(st.integers(1, 40_000), max_size=40, unique=True).map(lambda found: [0, *sorted(found)])
STRETCHES = st.lists(st.tuples(st.integers(0, 5000), st.sampled_from(Way), st.integers(0, 20_000)), max_size=8)


def heard(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Each millisecond that is heard: of which stretch, which of it."""
    return [(one.stretch, at) for one in spans for at in range(one.start, one.end)]


def put(stretches: Sequence[Stretch], number: int, ms: int, way: Way, at: int) -> Stretch:
    """A further stretch at a time of what is heard of these."""
    spans = spans_of(stretches)
    of, inside = anchor_of(spans, at)
    return Stretch(number, ms, way, inside, of, ahead_of(spans, at))


@given(STRETCHES.map(lambda found: [(ms // 100, way, at // 100) for ms, way, at in found]))
def test_each_stretch_stands_where_it_was_put(said: list[tuple[int, Way, int]]) -> None:
    whole: list[tuple[int, int]] = []
    stretches: list[Stretch] = []
    for number, (ms, way, asked) in enumerate(said, 1):
        at = min(asked, len(whole))
        stretches.append(put(stretches, number, ms, way, at))
        new = [(number, one) for one in range(ms)]
        behind = at + (ms if way is Way.OVER else 0)
        whole = [*whole, *new] if way is Way.ON else [*whole[:at], *new, *whole[behind:]]
    spans = spans_of(stretches)
    assert heard(spans) == whole
    assert all(one.start < one.end for one in spans)


@given(
    st.lists(st.tuples(st.integers(1, 50), st.sampled_from(Way), st.integers(0, 200)), min_size=1),
    st.integers(0, 20),
    st.integers(1, 50),
)
def test_seconds_that_come_late_move_nothing_that_was_put_at_a_time(
    said: list[tuple[int, Way, int]], which: int, late: int
) -> None:
    stretches: list[Stretch] = []
    for number, (ms, way, asked) in enumerate(said, 1):
        stretches.append(put(stretches, number, ms, way, asked))
    before = heard(spans_of(stretches))
    which %= len(stretches)
    stretches[which] = replace(stretches[which], ms=stretches[which].ms + late)
    came = {(which + 1, stretches[which].ms - one) for one in range(1, late + 1)}
    after = heard(spans_of(stretches))
    stays = before if stretches[which].way is not Way.OVER else [one for one in before if one in set(after)]
    assert [one for one in after if one not in came] == stays
    assert set(after) - set(before) == came


def test_what_is_spoken_over_takes_nothing_away_that_comes_late() -> None:
    first = Stretch(1, 2500)
    over = put([first], 2, 2000, Way.OVER, 2000)
    assert spans_of([first, over]) == (Span(1, 0, 2000), Span(2, 0, 2000))
    late = replace(first, ms=4000)
    assert spans_of([late, over]) == (Span(1, 0, 2000), Span(2, 0, 2000), Span(1, 2500, 4000))


@given(
    st.lists(st.tuples(st.integers(1, 50), st.sampled_from(Way), st.integers(0, 200)), min_size=1),
    st.lists(st.tuples(st.integers(1, 50), st.sampled_from(Way), st.integers(0, 200))),
    st.sampled_from([Way.INSERT, Way.OVER]),
    st.integers(0, 200),
    st.integers(1, 50),
)
def test_a_page_that_is_old_puts_words_where_it_showed_them(
    shown: list[tuple[int, Way, int]], meanwhile: list[tuple[int, Way, int]], way: Way, asked: int, ms: int
) -> None:
    stretches: list[Stretch] = []
    for number, (long, how, at) in enumerate(shown, 1):
        stretches.append(put(stretches, number, long, how, at))
    seen = {one.number: one.ms for one in stretches}
    page = heard(spans_of(stretches))
    for number, (long, how, at) in enumerate(meanwhile, len(stretches) + 1):
        stretches.append(put(stretches, number, long, how, at))
    before = heard(spans_of(stretches))
    number = len(stretches) + 1
    after = heard(spans_of([*stretches, put(as_seen(stretches, seen), number, ms, way, asked)]))
    over = set(page[asked : asked + ms]) if way is Way.OVER else set()
    assert [one for one in after if one[0] != number] == [one for one in before if one not in over]
    if asked and page[:asked] and page[:asked][-1] in before:
        assert after[after.index((number, 0)) - 1] == page[:asked][-1]


def test_what_was_put_where_it_is_spoken_over_since_stands_behind_what_is_over_it() -> None:
    first, over, put = Stretch(1, 4000), Stretch(2, 1000, Way.OVER, 1000, 1), Stretch(3, 500, Way.INSERT, 3000, 1)
    assert [one.stretch for one in spans_of([first, over, put])] == [1, 2, 1, 3, 1]
    late = replace(over, ms=2500)
    assert spans_of([first, late, put]) == (Span(1, 0, 1000), Span(2, 0, 2500), Span(3, 0, 500), Span(1, 3500, 4000))
    assert anchor_of(spans_of([first, over]), 0) == (0, 0)
    assert anchor_of(spans_of([first, over]), 9000) == (1, 4000)


def test_a_recording_of_before_is_put_at_its_time_of_the_whole() -> None:
    stretches = [Stretch(1, 4000), Stretch(2, 500, Way.INSERT, 1000), Stretch(3, 500, Way.INSERT, 1200)]
    assert [one.stretch for one in spans_of(stretches)] == [1, 2, 3, 2, 1]


def test_a_recorder_that_died_before_a_second_takes_nothing_away() -> None:
    first = Stretch(1, 4000)
    assert spans_of([first, Stretch(2, 0, Way.OVER, 1000)]) == (Span(1, 0, 4000),)
    assert spans_of([first, Stretch(2, 500, Way.OVER, 1000)]) == (
        Span(1, 0, 1000),
        Span(2, 0, 500),
        Span(1, 1500, 4000),
    )
    assert [at for _, at in starts_of(spans_of([first, Stretch(2, 300)]))] == [0, 4000]


@given(TIMES, st.integers(0, 40_000), st.none() | st.integers(0, 40_000))
def test_a_piece_has_the_blocks_of_its_time_unchanged_and_says_how_long_it_is(
    times: list[int], start: int, end: int | None
) -> None:
    data = webm(*times)
    kept = [one for one in blocks(data) if start <= one.ms and (end is None or one.ms < end)]
    found = piece(data, start, end)
    assert found is not None
    if not kept:
        assert found == b""
        return
    assert [(one.ms + kept[0].ms, one.track, one.sound) for one in blocks(found)] == [
        (one.ms, one.track, one.sound) for one in kept
    ]
    told = look_at(found)
    assert isinstance(told, Audio)
    assert told.whole
    assert told.seconds is not None
    assert 0 < round(told.seconds * 1000) - (kept[-1].ms - kept[0].ms) <= 120


@given(TIMES, st.integers(0, 4000))
def test_a_recording_that_was_cut_off_anywhere_keeps_what_came_before(times: list[int], cut: int) -> None:
    data = webm(*times)[:cut]
    assert bool(piece(data)) == any(one.sound for one in blocks(data))


@given(st.binary(max_size=400))
def test_what_is_no_recording_of_a_browser_has_no_piece(data: bytes) -> None:
    assert piece(data) is None
    assert piece(wav(1)) is None


@pytest.mark.parametrize("odd", [
    b"\xe7\x41\x00" + b"\xff" * 256,  # a time of 256 bytes
    b"\xe7\x88" + b"\xff" * 8 + b"\xa3\x8a\x81\0\0\x80" + bytes(6),  # a block in six hundred million years
    b"\xa3\x8b\x41\xff\0\0\x80" + bytes(6),  # another track
    b"\xe7\x81\0\xa3\x8a\x81\0\0\x80" + bytes(6),  # back at the beginning
])  # fmt: skip
def test_what_a_browser_would_not_write_is_no_fault_of_the_program(odd: bytes) -> None:
    data = webm(1000, 2000) + odd
    assert isinstance(look_at(data), Audio | AudioTrouble)
    found = piece(data)
    assert found is None or isinstance(look_at(found), Audio)


def test_a_recording_in_other_ticks_is_not_cut() -> None:
    info = b"\x15\x49\xa9\x66\x87\x2a\xd7\xb1\x83\x0f\x42\x41"
    data = webm(0, 500)
    at = data.index(b"\x16\x54\xae\x6b")
    assert piece(data[:at] + info + data[at:]) is None

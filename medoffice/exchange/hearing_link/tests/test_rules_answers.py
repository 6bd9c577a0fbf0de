"""What a server answers: words at times that the sound has, or a clear refusal; put back among the silence."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from medoffice.exchange.hearing_link.rules.answers import put_back, words_in
from medoffice.exchange.hearing_link.rules.wire import form
from medoffice.kernel.heard import HeardWord
from medoffice.kernel.refusals import Refusal


def answer(*words: tuple[str, float, float]) -> bytes:
    rows = [{"word": word, "start": start, "end": end} for word, start, end in words]
    return json.dumps({"text": "", "words": rows}).encode()


def test_words_come_with_their_times_and_without_sureness_where_none_is_said() -> None:
    assert words_in(answer(("No", 0, 0.4), ("fever.", 0.4, 1)), 2) == (
        HeardWord("No", 0, 0.4, None),
        HeardWord("fever.", 0.4, 1, None),
    )
    rows = [{"word": "No", "start": 0, "end": 0.4, "probability": 0.7}]
    assert words_in(json.dumps({"words": rows}).encode(), 2)[0].confidence == 0.7
    assert words_in(json.dumps({"text": "No", "segments": [{"id": 0, "words": rows}]}).encode(), 2)[0].text == "No"


def test_parts_of_words_are_one_and_what_holds_no_letter_is_none() -> None:
    said = (" 58", 0, 0.2), ("-year", 0.2, 0.3), ("-old", 0.3, 0.4), (" ...", 0.4, 0.5), (" man", 0.5, 0.9)
    assert [(word.text, word.start, word.end) for word in words_in(answer(*said), 1)] == [
        ("58-year-old", 0, 0.4),
        ("man", 0.5, 0.9),
    ]


def test_nothing_heard_is_no_word() -> None:
    assert words_in(answer(), 2) == ()
    assert words_in(b'{"text": " ", "segments": []}', 2) == ()


def test_a_word_that_ends_a_little_behind_the_sound_ends_with_it() -> None:
    assert words_in(answer(("late", 1.8, 2.3)), 2)[0].end == 2


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (b"", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[]", "not about words"),
        (b"null", "not about words"),
        (b'{"words": 5}', "not about words"),
        (b'{"text": "He is well.", "segments": [{"start": 0, "end": 2, "text": "He is well."}]}', "does not say when"),
        (b'{"text": "He is well."}', "does not say when"),
        (b'{"text": "He is well.", "segments": 5}', "does not say when"),
        (answer(("a", 1, 1.5), ("b", 0.5, 1.6)), "not in order"),
        (answer(("a", 1, 1.9), ("b", 1.1, 1.5)), "not in order"),
        (answer(("a", 1, 0.5)), "times that the sound does not have"),
        (answer(("a", -1, 0.5)), "times that the sound does not have"),
        (answer(("a", 1, 2.6)), "times that the sound does not have"),
        (answer(("a", 1, float("nan"))), "times that the sound does not have"),
        (answer(("a", 1, 10**400)), "times that the sound does not have"),
        (answer(("a", True, 2)), "times that the sound does not have"),
        (b'{"words": [{"word": "a", "start": "0", "end": 1}]}', "times that the sound does not have"),
        (b'{"words": [{"word": "a"}]}', "times that the sound does not have"),
        (b'{"words": ["a"]}', "words that are none"),
        (b'{"words": [{"word": 5, "start": 0, "end": 1}]}', "words that are none"),
        (answer(("x" * 81, 0, 1)), "words that are none"),
        (answer(("two words", 0, 1)), "words that are none"),
        (answer(("a\0b", 0, 1)), "words that are none"),
        (b'{"words": [{"word": "a", "start": 0, "end": 1, "probability": 7}]}', "surer of a word"),
    ],
)
def test_what_is_not_clear_is_refused_whole(told: bytes, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        words_in(told, 2)
    assert refused.value.code == "hearing.server-unclear"
    assert why in refused.value.words


_JSON = some.recursive(
    some.none() | some.booleans() | some.floats() | some.integers() | some.text(max_size=4),
    lambda inside: (
        some.lists(inside, max_size=4)
        | some.dictionaries(
            some.sampled_from(["words", "word", "start", "end", "segments", "probability", "text"]), inside
        )
    ),
    max_leaves=12,
)


@given(some.binary(max_size=60) | _JSON.map(lambda one: json.dumps(one).encode()))
def test_whatever_comes_is_words_or_one_refusal(told: bytes) -> None:
    with suppress(Refusal):
        assert all(0 <= word.start <= word.end <= 2 for word in words_in(told, 2))


def test_words_go_back_to_where_they_were_said() -> None:
    speech = ((2.0, 3.0), (10.0, 12.0))
    said = HeardWord("a", 0.2, 0.4, None), HeardWord("b", 0.9, 1.3, None), HeardWord("c", 2.5, 3.0, None)
    found = [time for word in put_back(said, speech) for time in (word.start, word.end)]
    assert found == pytest.approx([2.2, 2.4, 10.0, 10.3, 11.5, 12.0])


@given(
    some.lists(some.floats(0, 9), max_size=12),
    some.lists(some.tuples(some.floats(0, 3), some.floats(0.1, 3)), min_size=1, max_size=5),
)
def test_put_back_they_are_in_order_and_within_speech(times: list[float], gaps: list[tuple[float, float]]) -> None:
    speech, at = list[tuple[float, float]](), 0.0
    for gap, length in gaps:
        speech.append((at + gap, at + gap + length))
        at += gap + length
    ends = sorted(times)
    said = [HeardWord("a", start, end, None) for start, end in zip([0.0, *ends], ends, strict=False)]
    found = put_back(said, speech)
    assert [word.start for word in found] == sorted(word.start for word in found)
    assert all(any(a <= word.start <= word.end <= b for a, b in speech) for word in found)


def test_the_form_has_the_sound_the_model_and_the_hints_as_its_prompt() -> None:
    kind, body = form(b"RIFF\0\r\n--", "small.en", ("metformin", "lisinopril"), "mark")
    assert kind == "multipart/form-data; boundary=mark"
    assert b'name="file"; filename="speech.wav"\r\nContent-Type: audio/wav\r\n\r\nRIFF\0\r\n--\r\n--mark--' in body
    assert b'name="prompt"\r\n\r\nmetformin, lisinopril\r\n' in body
    assert b'name="response_format"\r\n\r\nverbose_json\r\n' in body
    assert b"prompt" not in form(b"", "small.en", (), "mark")[1]

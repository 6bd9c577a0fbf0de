"""A draft as words with times, what is doubted in it, and the words that a made-up recording carries."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from medoffice.clinic.dictation.rules.audio import look_at
from medoffice.clinic.dictation.rules.carrying import carried_words, with_words
from medoffice.clinic.dictation.rules.drafting import behind, drafted, offers_for, same_as, settled, why_doubtful
from medoffice.clinic.dictation.rules.keeping import doubtful
from medoffice.clinic.dictation.tests.makers import wav
from medoffice.clinic.dictation.types.dictations import Audio, Word
from medoffice.kernel.heard import Heard, HeardWord
from medoffice.standards.dictated.transcribing import transcript


def heard(text: str, unsure: tuple[str, ...] = ()) -> Heard:
    words = tuple(
        HeardWord(word, at * 0.5, at * 0.5 + 0.4, 0.3 if word in unsure else 0.95)
        for at, word in enumerate(text.split())
    )
    return Heard(len(words) / 2, True, ((0.0, len(words) / 2),), words, (), "")


def test_each_word_has_the_time_of_what_it_stands_for_and_its_least_sureness() -> None:
    words = drafted(transcript(heard("takes lisinopril twenty milligrams daily period", unsure=("twenty",))))
    assert [word.text for word in words] == ["Takes", "lisinopril", "20", "mg", "daily."]
    assert [word.id for word in words] == [1, 2, 3, 4, 5]
    assert (words[1].start_ms, words[1].end_ms, words[1].confidence) == (500, 900, 0.95)
    assert all(word.start_ms == 1000 and word.confidence == 0.3 for word in words[2:4])
    assert [words[place].text for place in doubtful(words)] == ["20", "mg"]
    assert why_doubtful(words[2]) == "not sure"


def test_what_the_formatter_asks_about_stands_at_its_word() -> None:
    words = drafted(transcript(heard("start hydralazine ten milligrams period")))
    (place,) = [at for at, word in enumerate(words) if "look-alike" in why_doubtful(word)]
    assert words[place].text == "hydralazine"
    assert place in doubtful(words)


def test_a_hint_is_offered_and_never_put_in() -> None:
    word = Word(3, "lipitor", 0, 400, 0.9, ("heard:lip a tore", "perhaps:Lipitor"))
    assert offers_for(word) == ["lip a tore", "Lipitor"]
    assert "lip a tore was heard" in why_doubtful(word)
    assert (settled(word).text, why_doubtful(settled(word)), offers_for(settled(word))) == ("lipitor", "", [])


def test_behind_another_recording_words_have_further_numbers_and_later_times() -> None:
    one, other = behind([Word(1, "No", 0, 300, 0.9), Word(2, "fever.")], 7, 20_000)
    assert (one.id, one.start_ms, one.end_ms) == (7, 20_000, 20_300)
    assert (other.id, other.start_ms, other.end_ms) == (8, None, None)


@given(
    some.lists(
        some.sampled_from(
            ["no", "fever", "period", "ten", "milligrams", "left", "new", "paragraph", "comma", "____", "a"]
        ),
        max_size=40,
    )
)
def test_the_words_of_a_draft_are_always_those_of_its_text(said: list[str]) -> None:
    made = transcript(heard(" ".join(said)))
    assert [word.text for word in drafted(made)] == made.text.split()


def test_a_recording_that_carries_its_words_is_still_a_recording() -> None:
    data = with_words(wav(2), (HeardWord("fever", 0.1, 0.5, 0.9),), [(0.0, 2.0)])
    assert isinstance(look_at(data), Audio)
    found = carried_words(data, 2.0)
    assert found is not None
    assert (found.plain, found.speech) == ((HeardWord("fever", 0.1, 0.5, 0.9),), ((0.0, 2.0),))


@given(some.binary(max_size=80))
def test_what_carries_no_words_has_none(data: bytes) -> None:
    assert carried_words(data, 1.0) is None
    assert carried_words(wav(0.1) + b"said" + len(data).to_bytes(4, "little") + data, 1.0) is None


def test_each_sentence_is_heard_again_once_where_the_recogniser_does_not_say_how_sure_it_is() -> None:
    told = heard("no fever period no pain period")
    unsaid = replace(told, plain=tuple(replace(word, confidence=None) for word in told.plain))
    words = drafted(transcript(unsaid))
    assert [word.text for word in words] == ["No", "fever.", "No", "pain."]
    assert doubtful(words) == [0, 2]
    assert why_doubtful(words[0]) == "unsure: how sure is not said; hear the sentence"
    assert [word.confidence for word in words] == [None] * 4
    assert not doubtful([settled(word) for word in words])


def test_a_word_is_the_same_wherever_it_is_doubtful_for_the_same_reasons() -> None:
    def doubt(text: str, *flags: str, sure: float | None = None) -> Word:
        return Word(1, text, confidence=sure, flags=flags)

    words = [
        doubt("Atenolol,", "heard:a ten all"), doubt("atenolol", "heard:a ten all"), Word(3, "atenolol."),
        doubt("atenolol", "heard:at an all"), doubt("20", sure=0.3), doubt("20", sure=0.4), doubt("denies", sure=0.3),
        doubt("Denies", sure=0.3), doubt("right", sure=0.2), doubt("right", sure=0.2), doubt("knee", sure=0.3),
        doubt("knee", sure=0.3),
    ]  # fmt: skip
    assert same_as(words, 0) == same_as(words, 1) == [0, 1]
    assert [same_as(words, at) for at in range(3, len(words))] == [[at] for at in range(3, len(words))]


def test_a_recording_may_carry_words_of_unknown_sureness() -> None:
    found = carried_words(with_words(wav(2), (HeardWord("fever", 0.1, 0.5, None),)), 2.0)
    assert found is not None
    assert found.plain == (HeardWord("fever", 0.1, 0.5, None),)

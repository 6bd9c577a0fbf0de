"""A note in sentences: put together again they are the note."""

from hypothesis import given
from hypothesis import strategies as some

from medoffice.clinic.charting.rules.sentences import sentences


def test_a_stop_before_a_capital_or_a_figure_and_a_line_end_a_sentence() -> None:
    text = "Plan:\nTake 2.5 mg b.i.d. with food. 2 weeks! Really? no.\n\nEnd"
    assert sentences(text) == ["Plan:", "\nTake 2.5 mg b.i.d. with food.", " 2 weeks!", " Really? no.", "\n", "\nEnd"]
    assert sentences("") == []


@given(some.text(alphabet="aB1.!? \n", max_size=80))
def test_put_together_again_they_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text

"""Words are the same whatever their case, accents and shapes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from medoffice.kernel.folding import fold, folded_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("García-Łuczak 2", ("garcia", "luczak")),
        ("JOSE\u0301 o\u2019Brien", ("jose", "o", "brien")),
        ("Ｖａｌｅ_Đặng", ("vale", "dang")),
        ("王 小明", ("王", "小明")),
        ("12/03/1980", ()),
    ],
)
def test_words_are_folded(text: str, words: tuple[str, ...]) -> None:
    assert folded_words(text) == words


@example("\U0001d54a")  # a mathematical S has no lower case of its own
@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text.upper().lower()) == fold(fold(text.upper()))

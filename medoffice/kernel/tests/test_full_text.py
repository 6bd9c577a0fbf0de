"""Marks around found words become places in the text."""

from medoffice.kernel.full_text import spans_of


def test_marks_become_spans() -> None:
    assert spans_of("a \x02b\x03 c\x02\x03\x03") == ("a b c", ((2, 3, "found"),))
    assert spans_of("") == ("", ())

"""Full text in the database: what of columns is searched, how typed words become a question, words around hits.

PostgreSQL's parser takes angle brackets for markup and leaves out all that stands behind ``<script>``; texts of ours
are no markup, so brackets are spaces to it.
"""

from typing import Final

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVector
from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Concat

CONFIG: Final = "english"
START, STOP = "\x02", "\x03"  # around found words; no text of ours holds them


def plain(*columns: str) -> Func:
    """Columns, one behind the other, without what the parser would take for markup."""
    first, *rest = columns
    more = [part for column in rest for part in (Value(" "), column)]
    text = Concat(first, *more, output_field=TextField()) if more else F(first)
    return Func(text, Value("<>"), Value("  "), function="translate", output_field=TextField())


def words_of(*columns: str) -> SearchVector:
    """The words of columns: what an index is made of, and what is asked."""
    return SearchVector(plain(*columns), config=CONFIG)


def as_query(asked: str) -> SearchQuery:
    """Words as typed: all of them, "in this order", one OR the other, -without."""
    return SearchQuery(asked, config=CONFIG, search_type="websearch")


def headline(asked: str, *columns: str) -> SearchHeadline:
    """Some words around those that were found, which stand between the marks."""
    return SearchHeadline(
        plain(*columns),
        as_query(asked),
        config=CONFIG,
        start_sel=START,
        stop_sel=STOP,
        max_words=28,
        min_words=12,
        max_fragments=2,
        fragment_delimiter=" \u2026 ",
    )


def spans_of(marked: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """The text without the marks, and where the marked words stand in it. A mark without its other is left out."""
    text, spans, open_at = "", [], -1
    for letter in marked:
        if letter == START:
            open_at = len(text)
        elif letter == STOP:
            if 0 <= open_at < len(text):
                spans.append((open_at, len(text), "found"))
            open_at = -1
        else:
            text += letter
    return text, tuple(spans)

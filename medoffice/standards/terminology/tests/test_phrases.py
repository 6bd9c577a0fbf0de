"""What patients, clinicians and coders say in everyday words has its code among the first five found."""

from datetime import date
from pathlib import Path

import pytest

from medoffice.standards.terminology.api import icd10_check, icd10_search

TODAY = date(2026, 11, 29)
PHRASES = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines()
]
# Known to be missed: the list of dry macular degeneration has five stages before the one that is not told.
KNOWN = frozenset({"macular degeneration dry"})


@pytest.mark.parametrize(("words", "wanted"), PHRASES)
def test_everyday_words_find_their_code_among_the_first_five(words: str, wanted: str) -> None:
    found = {hit.code for hit in icd10_search(words, TODAY, 5)}
    assert bool(found & set(wanted.split("|"))) is (words not in KNOWN)


def test_what_everyday_words_ask_for_may_be_billed_and_little_is_missed() -> None:
    assert len(KNOWN) <= 1
    assert len(PHRASES) == 190
    for words, wanted in PHRASES:
        for code in wanted.split("|"):
            assert icd10_check(code, TODAY) == [], (words, code)

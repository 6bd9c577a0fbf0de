"""Keeping the words by which a patient is found in step with the name."""

import re
from collections.abc import Iterable

from medoffice.kernel.folding import fold
from medoffice.kernel.rows import new_row
from medoffice.records.patients.models import KnownWord, NameWord, Patient
from medoffice.records.patients.rules.names import letters, sound, tokens, unspaced


def index_name(row: Patient) -> None:
    """Write the name's words anew; called by every action that changes a name.

    Whoever was merged into another is found by the names of both, and as the other.
    """
    known_as = [] if row.merged_into_id else [row, *Patient.everyone.filter(merged_into=row)]
    words = list(dict.fromkeys(word for one in known_as for word in words_to_find(one)))
    NameWord.objects.filter(patient=row).exclude(word__in=words).delete()
    NameWord.objects.filter(patient=row).exclude(sort_key=row.sort_key).update(sort_key=row.sort_key)
    NameWord.objects.bulk_create(name_words(row, words), ignore_conflicts=True)
    KnownWord.objects.bulk_create(map(known, sorted(words)), ignore_conflicts=True)  # sorted: two never wait in a ring


def name_words(row: Patient, words: Iterable[str]) -> list[NameWord]:
    """These words as rows of the patient, each once, not saved."""
    return [new_row(NameWord, patient_id=row.id, word=word, sort_key=row.sort_key) for word in dict.fromkeys(words)]


def words_to_find(row: Patient) -> list[str]:
    """The folded words of a name, and the name without blanks where that is another word."""
    words = tokens(row.family, row.given, row.middle, row.preferred, row.suffix)
    return words + [word for word in unspaced(row.family, row.given) if word not in words]


def known(word: str) -> KnownWord:
    """A word with what it is found by when somebody's finger slipped."""
    return KnownWord(word=word, sound=sound(word), letters=letters(word))


def sort_key(family: str, given: str) -> str:
    """How a name sorts among people: without marks and case."""
    return f"{fold(family)}, {fold(given)}"[:200]


def last_ten_digits(phone: str) -> str:
    """A telephone number's last ten digits; fewer than seven are no number and give a blank, which matches nothing."""
    digits = re.sub(r"\D", "", phone)[-10:]
    return digits if len(digits) >= 7 else ""

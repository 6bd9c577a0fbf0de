"""Keeping the words by which a patient is found in step with the name."""

import re

from medoffice.records.patients.models import NameWord, Patient
from medoffice.records.patients.rules.names import fold, sound, tokens, unspaced


def index_name(row: Patient) -> None:
    """Write the name's words anew; called by every action that changes a name."""
    words = tokens(row.family, row.given, row.middle, row.preferred, row.suffix)
    words += [sound(word) for word in words if len(word) > 3]
    words += [word for word in unspaced(row.family, row.given) if word not in words]
    NameWord.objects.filter(patient=row).exclude(word__in=words).delete()
    NameWord.objects.bulk_create([NameWord(patient=row, word=word) for word in words], ignore_conflicts=True)


def sort_key(family: str, given: str) -> str:
    """How a name sorts among people: without marks and case."""
    return f"{fold(family)}, {fold(given)}"[:200]


def last_ten_digits(phone: str) -> str:
    """A telephone number's last ten digits; fewer than seven are no number and give a blank, which matches nothing."""
    digits = re.sub(r"\D", "", phone)[-10:]
    return digits if len(digits) >= 7 else ""

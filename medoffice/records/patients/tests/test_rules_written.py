"""No code, id or name of a file stands where two records are compared."""

from datetime import date
from uuid import UUID

import pytest

from medoffice.records.patients.rules.written import written

OKAFOR = UUID(int=7)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("race", ["2106-3", "2028-9"], "White, Asian"),
        ("orientation", "42035005", "Bisexual"),
        ("gender_identity", "446141000124107", "Female"),
        ("ethnicity", "ASKU", "Asked, did not say"),
        ("language", "es", "Spanish"),
        ("pcp_id", OKAFOR, "Dr. Okafor MD"),
        ("photo", "9f" * 32, "a photo"),
        ("photo", "", ""),
        ("not_by", ["text", "email"], "text, e-mail"),
        ("private_way", "phone", "telephone"),
        ("interpreter", False, "no"),
        ("birth_date", date(1968, 3, 8), "03/08/1968"),
        ("alert", "42035005", "42035005"),
        ("pcp_id", None, ""),
    ],
)
def test_what_a_record_says_is_in_words(field: str, value: object, words: str) -> None:
    assert written(field, value, {str(OKAFOR): "Dr. Okafor MD"}) == words

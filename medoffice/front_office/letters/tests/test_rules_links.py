"""What an e-mail with a link has room for, and what counts as the birth date."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.letters.rules.links import is_birth_date, mail_of

BORN = date(1984, 7, 9)


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.sampled_from(["/", "-", " ", ".", ""]))
def test_a_birth_date_is_known_however_it_is_typed_and_no_other(born: date, between: str) -> None:
    for order in ("%m{0}%d{0}%Y", "%Y{0}%m{0}%d"):
        assert is_birth_date(born.strftime(order.format(between)), born)
        assert not is_birth_date((born + timedelta(days=1)).strftime(order.format(between)), born)


@given(st.sampled_from(["en", "es", "fr"]), st.text(max_size=20))
def test_the_mail_has_room_for_the_office_alone(language: str, office: str) -> None:
    subject, body = mail_of(language, office=office, phone="(217) 555-0100", until=BORN, link="https://x/y/")
    assert "https://x/y/" in body
    assert "{" not in subject.replace(office, "") + body.replace(office, "")

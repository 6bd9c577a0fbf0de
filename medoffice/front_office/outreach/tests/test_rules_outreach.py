"""Replies, quiet hours, ways to reach somebody, and texts: everything that needs no database."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import combinations, product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.outreach.queries.set_up import _shipped
from medoffice.front_office.outreach.rules.quiet import first_loud
from medoffice.front_office.outreach.rules.reaching import NAMES, as_named, reach
from medoffice.front_office.outreach.rules.replies import read_reply
from medoffice.front_office.outreach.rules.texts import KEPT_OUT, choose, faults, fill
from medoffice.front_office.outreach.types.messages import Answer, Channel, Detail, Preference, Purpose, Reached
from medoffice.kernel.ids import new_id
from medoffice.practice.types import Address
from medoffice.records.patients.types.reaching import Private
from medoffice.security.types import Label

CHICAGO = ZoneInfo("America/Chicago")
WHO = new_id()


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("C", Answer.YES),
        (" yes! ", Answer.YES),
        ("Sí, gracias", Answer.YES),
        ("YES YES", Answer.YES),
        ("x", Answer.NO),
        ("Cancel please", Answer.NO),
        ("Stop", Answer.STOP),
        ("STOP ALL", Answer.ASK),
        ("opt out", Answer.STOP),
        ("start", Answer.START),
        ("yes but later", Answer.ASK),
        ("not yes", Answer.ASK),
        ("yes no", Answer.ASK),
        ("", Answer.ASK),
        ("👍", Answer.ASK),
        ("I cannot come, can I cancel?", Answer.ASK),
    ],
)
def test_only_a_word_alone_is_an_answer(text: str, means: Answer) -> None:
    assert read_reply(text) is means


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert read_reply(text) in set(Answer)


@given(st.integers(0, 366 * 24 * 60), st.times(), st.times())
def test_nothing_goes_in_quiet_hours_nor_waits_longer_than_them(minute: int, begins: time, ends: time) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    goes = first_loud(at, begins, ends, CHICAGO)
    assert at <= goes <= at + timedelta(hours=26)
    if goes != at:
        assert goes.astimezone(CHICAGO).time().replace(tzinfo=None) >= ends or ends < time(4)
        assert first_loud(goes, begins, ends, CHICAGO) == goes or ends < time(4)  # an hour that a clock skips


def test_quiet_hours_are_those_where_it_is_read() -> None:
    night = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)  # 21:30 the evening before in Chicago
    assert first_loud(night, time(20), time(8), CHICAGO) == datetime(2026, 11, 25, 14, tzinfo=UTC)
    assert first_loud(night, time(20), time(8), ZoneInfo("Asia/Tokyo")) == night


def reached(preferred: Preference, **given: object) -> Reached:
    usual = {
        "phone": "217-555-0101",
        "email": "a@example.com",
        "address": True,
        "language": "en",
        "stopped": False,
        "gateway": True,
        "labels": set[Label](),
    }
    return reach(preferred, **{**usual, **given})  # type: ignore[arg-type] # the keywords of reach


def test_the_way_they_chose_is_taken_and_else_the_next_that_is_open() -> None:
    for channel in Channel:
        assert reached(Preference(WHO, channel)).channel is channel
    text = Preference(WHO)
    assert reached(text, stopped=True).channel is Channel.EMAIL
    assert reached(text, stopped=True, email="").channel is Channel.PHONE
    assert reached(text, gateway=False).channel is Channel.PHONE
    assert reached(text, phone="", email="").channel is Channel.PRINT
    nothing = reached(text, phone="", email="", address=False)
    assert (nothing.channel, nothing.to) == (Channel.PHONE, "")
    assert nothing.why


def test_cm4_where_they_asked_to_be_reached_comes_first_and_what_they_want_none_of_is_no_way() -> None:
    """45 CFR 164.522(b) and do-not-contact, with every way preferred and every set of ways closed."""
    there = Private("", "217-555-0199", "quiet@example.com", Address("", "", "", ""), "")
    assert reached(Preference(WHO, phone="217-555-0177"), private=there).to == "217-555-0199"
    assert reached(Preference(WHO, Channel.EMAIL), private=there).to == "quiet@example.com"
    assert reached(Preference(WHO), private=replace(there, way="email")).channel is Channel.EMAIL
    for channel in Channel:
        for count in range(len(NAMES) + 1):
            for closed in combinations(NAMES.values(), count):
                found = reached(Preference(WHO, channel), closed=closed)
                assert found.closed is (count == len(NAMES))
                assert found.closed or NAMES[found.channel] not in closed


def test_no_text_ever_goes_to_a_telephone_that_asked_for_none_and_no_label_lets_more_be_said() -> None:
    """Every combination of what is on file, wanted and labelled."""
    ways = product(Channel, Detail, ("", "217-555-0101"), ("", "a@example.com"), (True, False), (True, False), Label)
    for channel, detail, phone, email, stopped, gateway, label in ways:
        for own in ("", "217-555-0177"):
            preferred = Preference(WHO, channel, detail, phone=own)
            found = reached(preferred, phone=phone, email=email, stopped=stopped, gateway=gateway, labels={label})
            assert not (found.channel is Channel.SMS and (stopped or not gateway))
            assert not (found.channel is Channel.EMAIL and not gateway)
            if label not in (Label.VIP, Label.EMPLOYEE):
                assert found.detail is Detail.BARE
            if label is Label.MINOR:
                assert found.to in (own, phone if found.channel is Channel.PHONE and not own else own)
                assert found.channel in (Channel.SMS, Channel.PHONE)


def test_an_own_address_is_used_instead_of_the_one_on_file() -> None:
    assert reached(Preference(WHO, phone="217-555-0199")).to == "217-555-0199"
    assert as_named(Channel.SMS, "+1 (217) 555-0199") == as_named(Channel.SMS, "217-555-0199") == "2175550199"
    assert as_named(Channel.EMAIL, " A@Example.com") == "a@example.com"
    assert as_named(Channel.SMS, "") == ""


def test_every_purpose_ships_in_english_and_spanish_at_every_measure_and_none_says_too_much() -> None:
    texts = _shipped()
    for purpose, language, detail in product(Purpose, ("en", "es"), Detail):
        (one,) = [text for text in texts if (text.purpose, text.language, text.detail) == (purpose, language, detail)]
        assert faults(detail, one.subject, one.body) == {}
    assert choose(texts, Purpose.REMINDER, "vi", Detail.BARE).language == "en"


def test_a_text_may_not_name_what_its_measure_keeps_out_nor_a_field_that_is_none() -> None:
    for detail, words in KEPT_OUT.items():
        for word in words:
            assert "body" in faults(detail, "Hello", f"Come {{{word}}}")
    assert "body" in faults(Detail.FULL, "Hello", "{reason}")
    assert set(faults(Detail.FULL, " ", "x" * 601)) == {"subject", "body"}
    assert fill("{office}: {when} {fee}", {"office": "Ours", "when": "at 9"}) == "Ours: at 9"

"""While a page is read, what is kept from whom is asked about once; whatever is done asks afresh, and so does what
follows it.
"""

from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from medoffice.kernel.reading import asked_once
from medoffice.security.api import break_glass, can, denied, deny_subject, label_visit
from medoffice.security.standings import emergencies
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Label, Reason

pytestmark = pytest.mark.django_db
REASON = "encounters.reason"


def test_a_page_asks_once_for_each_person(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    subject, other, visit = uuid4(), uuid4(), uuid4()
    label_visit(actor=PROGRAM, subject=subject, things=[visit], label=Label.PART2, why="asked for")
    lind, okafor = person("lind"), person("okafor")
    with asked_once():
        with django_assert_num_queries(1):
            assert not can(lind, REASON, subject, visit)
            assert can(lind, REASON, subject, uuid4())
            assert denied(lind, [subject]) == set()
        with django_assert_num_queries(1):
            assert can(okafor, REASON, subject, visit)
        with django_assert_num_queries(1):
            assert denied(lind, [subject, other]) == set()
        with django_assert_num_queries(0):
            assert can(lind, REASON, other)
    with django_assert_num_queries(2):
        assert not can(lind, REASON, subject, visit)
        assert not can(lind, REASON, subject, visit)


def test_what_was_done_counts_on_the_same_page() -> None:
    subject, visit = uuid4(), uuid4()
    lind, okafor = person("lind"), person("okafor")
    with asked_once():
        assert can(lind, REASON, subject, visit)
        label_visit(actor=PROGRAM, subject=subject, things=[visit], label=Label.PART2, why="asked for")
        assert not can(lind, REASON, subject, visit)
        assert can(okafor, REASON, subject, visit)
        deny_subject(actor=person("haddad"), user_id=okafor.id, subject=subject, reason="a cousin")
        assert not can(okafor, REASON, subject, visit)
        assert denied(okafor, [subject]) == {subject}


def test_a_broken_glass_is_known_at_once() -> None:
    subject, visit, assistant = uuid4(), uuid4(), person("vega")
    label_visit(actor=PROGRAM, subject=subject, things=[visit], label=Label.PART2, why="asked for")
    with asked_once():
        assert emergencies(assistant) == frozenset()
        assert not can(assistant, REASON, subject, visit)
        break_glass(actor=assistant, subject=subject, code=Reason.EMERGENCY, why="unconscious")
        assert emergencies(assistant) == {subject}
        assert can(assistant, REASON, subject, visit)

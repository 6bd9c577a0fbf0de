"""A laboratory that usually sends and has gone silent: told once, in the office's hours, until it sends again."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import cancel_requisition, keep_laboratory, requisition
from medoffice.clinic.orders.tests.makers import by_wire, make_laboratory, make_requisition
from medoffice.clinic.results.actions import tell_quiet
from medoffice.clinic.results.jobs import quiet
from medoffice.clinic.results.rules.silence import is_open, open_time
from medoffice.clinic.results.tests.makers import oru, take
from medoffice.front_office.scheduling.tests.makers import local, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import close_site, finish_work, finish_work_about, work_items
from medoffice.practice.tests.makers import Office, work
from medoffice.security.tests.makers import make_user, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
CAME = local(24, 9)  # a Tuesday


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(CAME):
        yield make_bookable_office()


@pytest.fixture
def lab(office: Office) -> UUID:  # noqa: ARG001 - an office to work for
    """It has sent something, and its silence is told after ten open hours."""
    made = make_laboratory(door="")
    watch(made, 10)
    take(oru(facility="PRAIRIE"))
    return made


def watch(laboratory_id: UUID, hours: int, *, used: bool = True) -> None:
    keep_laboratory(
        actor=PROGRAM, laboratory_id=laboratory_id, name="Prairie Laboratory", application="LIS", facility="PRAIRIE",
        quiet_hours=hours, used=used,
    )  # fmt: skip


def told_at(at: datetime) -> list[str]:
    with clock.frozen(at):
        quiet()
        return work("lab-quiet")


def test_only_what_lies_within_open_hours_counts() -> None:
    spans = [(local(24, 8), local(24, 12)), (local(24, 13), local(24, 17)), (local(25, 8), local(25, 12))]
    assert open_time(spans, local(24, 11), local(25, 9)) == timedelta(hours=6)
    assert open_time(spans, local(24, 18), local(24, 20)) == timedelta(0)
    assert [is_open(spans, local(24, hour)) for hour in (7, 8, 12, 16, 17)] == [False, True, False, True, False]


@pytest.mark.usefixtures("lab")
def test_it_is_told_once_when_the_hours_are_over_and_ends_by_itself_when_it_sends() -> None:
    assert told_at(local(25, 10, 59)) == []  # seven hours on Tuesday, not quite three on Wednesday
    assert told_at(local(25, 13)) == ["Prairie Laboratory has sent nothing for 11 open hours. Ask them."]
    assert len(told_at(local(25, 15))) == 1
    with clock.frozen(local(25, 15, 30)):
        take(oru(control="M2", facility="PRAIRIE"))
    assert told_at(local(25, 15, 40)) == []
    assert len(told_at(local(27, 16))) == 1  # and silent again


def test_not_in_closed_hours_and_closed_days_do_not_count(office: Office, lab: UUID) -> None:
    assert lab
    close_site(actor=PROGRAM, site_id=office.site_id, on=date(2026, 11, 25), reason="Repairs")
    close_site(actor=PROGRAM, site_id=office.site_id, on=date(2026, 11, 26), reason="Thanksgiving")
    assert told_at(local(26, 12)) == []
    assert told_at(local(27, 10)) == []
    assert told_at(local(28, 3)) == []  # over by now, and nobody is there
    assert len(told_at(local(30, 8, 5))) == 1


@pytest.mark.usefixtures("lab")
def test_a_silence_that_somebody_has_dealt_with_is_not_told_again() -> None:
    told_at(local(25, 14))
    with clock.frozen(local(25, 14, 5)):
        kay = make_user("kay", "Kay Lowe", "medical_assistant")
        (item,) = [one for one in work_items(kay) if one.kind == "lab-quiet"]
        finish_work(actor=kay, item_id=item.id, outcome="Their line is down until Friday.")
    assert told_at(local(27, 9)) == []


def test_what_ended_it_is_said(lab: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def finish(*, actor: Actor, ref: Ref, outcome: str, kind: str) -> None:
        said.append(outcome)
        finish_work_about(actor=actor, ref=ref, outcome=outcome, kind=kind)

    monkeypatch.setattr(tell_quiet, "finish_work_about", finish)
    told_at(local(25, 14))
    with clock.frozen(local(25, 15)):
        take(oru(control="M2", facility="PRAIRIE"))
    told_at(local(25, 15, 40))
    told_at(local(27, 16))
    watch(lab, 0)
    told_at(local(27, 16, 30))
    assert said == ["heard again", "not watched any more, or not so closely"]


def test_what_is_not_watched_or_not_used_any_more_is_not_told_and_ends(lab: UUID) -> None:
    assert len(told_at(local(25, 14))) == 1
    watch(lab, 0)
    assert told_at(local(25, 15)) == []
    watch(lab, 10, used=False)
    assert told_at(local(27, 15)) == []


def test_orders_that_wait_are_told_and_on_a_wire_begin_a_silence_of_their_own(office: Office) -> None:
    lab = make_laboratory()
    watch(lab, 10)
    visit = make_visit(office)
    assert told_at(local(27, 9)) == []  # it has never sent, and nothing has gone to it
    one = make_requisition(office.provider, visit, lab)
    assert told_at(local(27, 9)) == []  # and what goes on paper is answered on paper
    by_wire(one)
    words = "Prairie Laboratory has never sent anything, and an order went 24 open hours ago"
    assert told_at(local(27, 9)) == [f"{words}; 1 order of ours waits. Ask them."]
    with clock.frozen(local(27, 9, 5)):
        kay = make_user("kay", "Kay Lowe", "medical_assistant")
        (item,) = [each for each in work_items(kay) if each.kind == "lab-quiet"]
        finish_work(actor=kay, item_id=item.id, outcome="They connect in December.")
    with clock.frozen(CAME - timedelta(hours=1)):
        by_wire(make_requisition(office.provider, visit, lab))  # an older one than was told of
    assert told_at(local(27, 10)) == []
    with clock.frozen(local(27, 11)):
        by_wire(make_requisition(office.provider, visit, lab))  # and one that went after somebody had said so
    assert told_at(local(27, 16)) == []  # it has not waited long yet
    assert len(told_at(local(30, 16))) == 1
    assert len(told_at(local(30, 16, 30))) == 1


def test_a_laboratory_that_never_sent_is_told_of_again_though_nothing_waited_for_a_time(office: Office) -> None:
    lab = make_laboratory()
    watch(lab, 10)
    visit = make_visit(office)
    first = make_requisition(office.provider, visit, lab)
    by_wire(first)
    assert len(told_at(local(25, 16))) == 1
    with clock.frozen(local(25, 16, 5)):
        seen = requisition(first).version
        cancel_requisition(actor=office.provider, requisition_id=first, seen_version=seen, why="Drawn elsewhere")
    assert told_at(local(25, 16, 30)) == []  # nothing waits, and the work ends by itself
    with clock.frozen(local(26, 9)):
        by_wire(make_requisition(office.provider, visit, lab))
    assert told_at(local(26, 16)) == []
    assert len(told_at(local(27, 16))) == 1


@pytest.mark.usefixtures("lab")
def test_the_screen_says_when_each_last_sent_and_the_desk_that_one_is_silent() -> None:
    ruiz = signed_in("ruiz")
    page = ruiz.get("/results/laboratories/").content.decode()
    assert ">heard<" in page
    assert "11/24/2026 9:00 AM" in page
    told_at(local(25, 14))
    with clock.frozen(local(25, 14)):
        ruiz = sign_in("ruiz")
        assert ">silent<" in ruiz.get("/results/laboratories/").content.decode()
        assert "1 laboratory has gone silent." in ruiz.get("/results/").content.decode()

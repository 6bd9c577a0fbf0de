"""Audits on the screen: codes are unseen until the level is given, judged by keys; what is found is told."""

import html
import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.practice.tests.makers import Office
from medoffice.revenue.code_audits.api import agree_rest, audited, audits, charts_of_audit, finish_chart, give_level
from medoffice.revenue.code_audits.forms import DrawForm, JudgeForm, MissedForm
from medoffice.revenue.code_audits.tests.makers import TEXT, make_audit, make_released, make_services
from medoffice.revenue.code_audits.types import Verdict
from medoffice.revenue.coding.tests.makers import make_office
from medoffice.security.api import actor_named, label_visit
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    made = make_office()
    make_services()
    return made


@pytest.fixture
def chen(office: Office) -> Client:
    make_released(office, person("abara"), "Aas", "est_4")
    return signed_in("chen")


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.unescape(answer.content.decode())


def once(**sent: str) -> dict[str, str]:
    return {"once": new_id().hex, **sent}


@pytest.fixture
def chart(chen: Client) -> UUID:  # noqa: ARG001 - he draws it
    (one,) = charts_of_audit(PROGRAM, make_audit(actor_named("chen")))
    return one.id


def test_a_sample_is_drawn_on_the_screen(chen: Client) -> None:
    assert "No audit yet." in page(chen, "/code-audits/")
    assert "Nneka Abara" in page(chen, "/code-audits/new/")
    sent = {"first": "-10d", "last": "t", "size": "5", "seed": "A&B", "coder": "Nneka Abara", "level": "4"}
    answer = chen.post("/code-audits/new/", once(**sent))
    (made,) = audits()
    assert answer["Location"] == f"/code-audits/{made.id}/"
    shown = page(chen, answer["Location"])
    assert "targeted" in shown
    assert "seed A&B" in shown
    assert "nothing is judged yet" in shown
    assert "CA-10001" in page(chen, "/code-audits/")
    refused = chen.post("/code-audits/new/", once(**sent | {"level": "0"}))
    assert refused.status_code == 422
    assert "No released visit of another coder fits." in html.unescape(refused.content.decode())
    assert chen.post("/code-audits/new/", once(first="soon", last="t", size="5")).status_code == 422


def test_the_codes_are_unseen_until_the_level_is_given(chen: Client, chart: UUID) -> None:
    address = f"/code-audits/visit/{chart}/"
    before = page(chen, address)
    assert "Which level?" in before
    assert "type 2 diabetes, stable" in before
    assert "E11.9" not in before
    assert "ZZ014" not in before
    assert "Nneka Abara" not in before
    assert chen.post(f"{address}level/", once(level="9")).status_code == 422
    assert chen.post(f"{address}level/", once(level="3"))["Location"] == address
    after = page(chen, address)
    assert "E11.9" in after
    assert "level too high: ZZ013" in after
    assert "level 3 given unseen" in after
    assert "1 to judge" in after


def test_each_code_is_judged_and_the_visit_finished(chen: Client, chart: UUID) -> None:
    address = f"/code-audits/visit/{chart}/"
    chen.post(f"{address}level/", once(level="4"))
    (code_id,) = {*re.findall(r'name="code_id" value="([^"]+)"', page(chen, address))} - {
        str(one.code_id) for one in audited(chart).judged
    }
    refused = chen.post(f"{address}judge/", once(code_id=code_id, reason="other-code", instead=""))
    assert refused.status_code == 422
    assert "Say which code instead." in html.unescape(refused.content.decode())
    assert chen.post(f"{address}judge/", once(code_id="x", reason="place")).status_code == 422
    chen.post(f"{address}judge/", once(code_id=code_id, reason="other-code", instead="E11.65"))
    assert "another code: E11.65" in page(chen, address)
    start = TEXT.index("essential")
    words = once(kind="diagnosis", code="I10", start=str(start), end=str(start + 9), quote="essential")
    chen.post(f"{address}missed/", words)
    assert "missing" in page(chen, address)
    drop = re.findall(r'action="(/code-audits/missed/[^"]+/drop/)"', page(chen, address))[0]
    chen.post(drop, once())
    assert chen.post(f"{address}missed/", once(kind="diagnosis", code="I10")).status_code == 422
    assert chen.post(f"{address}missed/", once(kind="note", code="I10")).status_code == 422
    assert "Finish this visit" in page(chen, address)
    made = audited(chart).audit_id
    assert chen.post(f"{address}finish/", once())["Location"] == f"/code-audits/{made}/"
    result = page(chen, f"/code-audits/{made}/")
    assert "50.0 %" in result
    assert "not defined" in result
    assert "E11.9 → E11.65" in result
    done = page(chen, address)
    assert "judged by Wei Chen" in done
    assert "Follow the dollar" in done
    assert 'data-key="v"' not in done


def test_the_rest_stands_by_one_key(chen: Client, chart: UUID) -> None:
    address = f"/code-audits/visit/{chart}/"
    chen.post(f"{address}level/", once(level="4"))
    assert 'data-key="v"' in page(chen, address)
    chen.post(f"{address}agree/", once())
    assert {one.verdict for one in audited(chart).judged} == {Verdict.AGREES}


def test_others_see_it_when_it_is_judged_and_strangers_never(chen: Client, chart: UUID) -> None:
    address = f"/code-audits/visit/{chart}/"
    petrov = signed_in("petrov")
    before = page(petrov, address)
    assert "Wei Chen has not judged this visit yet." in before
    assert "E11.9" not in before
    chen.post(f"{address}level/", once(level="4"))
    after = page(sign_in("abara"), address)
    assert "E11.9" in after
    assert 'name="code_id"' not in after
    assert petrov.get("/code-audits/new/").status_code == 404
    nox = signed_in("nox")
    for where in ("/code-audits/", address, f"/code-audits/{audited(chart).audit_id}/"):
        assert nox.get(where).status_code == 404


def test_the_forms_need_no_office() -> None:
    form = DrawForm({"first": "11/01/2026", "last": "t", "size": "5"})
    form.offer(date(2026, 11, 24), [], [])
    assert form.is_valid()
    assert form.sampling().last == date(2026, 11, 24)
    assert not DrawForm({"first": "11/01/2026", "last": "t", "size": "0"}).is_valid()
    assert not JudgeForm({}).is_valid()
    assert not MissedForm({"kind": "x", "code": "y"}).is_valid()


def test_the_coder_s_desk_leads_to_the_audits_and_to_what_they_found_and_back(chen: Client, chart: UUID) -> None:
    give_level(actor=actor_named("chen"), audited_id=chart, level=3)
    agree_rest(actor=actor_named("chen"), audited_id=chart)
    finish_chart(actor=actor_named("chen"), audited_id=chart)
    abara = sign_in("abara")
    desk = page(abara, "/coding/")
    for address in ("/code-audits/", "/code-audits/mine/"):
        assert f'href="{address}"' in desk
        assert 'href="/coding/"' in page(abara, address)
    found = page(abara, "/code-audits/mine/")
    for words in ("Aas, Per", "ZZ014", "ZZ013", "level too high", f"/code-audits/visit/{chart}/"):
        assert words in found
    assert "Nothing was found." in page(chen, "/code-audits/mine/"), "it is of one's own codes"
    assert "/code-audits/" not in page(signed_in("ruiz"), "/coding/")


def test_what_was_found_long_ago_is_neither_counted_nor_shown_until_asked_for(chart: UUID) -> None:
    give_level(actor=actor_named("chen"), audited_id=chart, level=3)
    agree_rest(actor=actor_named("chen"), audited_id=chart)
    finish_chart(actor=actor_named("chen"), audited_id=chart)
    counted = 'Found <span class="count">1</span>'
    for days, there in ((89, True), (91, False)):
        with clock.frozen(clock.now() + timedelta(days=days)):
            abara = sign_in("abara")
            assert (counted in page(abara, "/coding/")) is there
            assert ("level too high" in page(abara, "/code-audits/mine/")) is there
            assert "level too high" in page(abara, "/code-audits/mine/?since=ever")


def test_of_a_visit_that_one_may_not_know_nothing_found_is_told_or_counted(chart: UUID) -> None:
    give_level(actor=actor_named("chen"), audited_id=chart, level=3)
    agree_rest(actor=actor_named("chen"), audited_id=chart)
    finish_chart(actor=actor_named("chen"), audited_id=chart)
    abara, one = sign_in("abara"), audited(chart)
    assert 'Found <span class="count">1</span>' in page(abara, "/coding/")
    label_visit(actor=PROGRAM, subject=one.patient_id, things=[one.encounter_id], label=Label.PART2, why="a program")
    for address in ("/code-audits/mine/", "/code-audits/mine/?since=ever"):
        assert "Nothing was found." in page(abara, address)
        assert "Aas" not in page(abara, address)
    assert 'Found <span class="count">1</span>' not in page(abara, "/coding/")
    assert signed_in("lind").get("/code-audits/mine/").status_code == 404

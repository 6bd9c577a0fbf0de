"""What names a code that ended is mended from the page of the update, or left, by whoever may; nothing silent."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import chart_of, enter_on_list, note_templates
from medoffice.clinic.charting.tests.makers import make_template
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Told
from medoffice.clinic.orders.api import order_tests, requisition
from medoffice.clinic.orders.tests.makers import make_laboratory
from medoffice.clinic.orders.types import Asked
from medoffice.clinic.prescriptions.api import favourites, keep_favourite, prescription
from medoffice.clinic.prescriptions.tests.makers import make_prepared, said
from medoffice.front_office.letters.api import letter
from medoffice.front_office.letters.types.letters import LetterState, Way
from medoffice.front_office.referrals.api import (
    events_of,
    make_referral,
    performers,
    recode_referral,
    referrals_of,
    send_packet,
)
from medoffice.front_office.referrals.tests.makers import make_performer
from medoffice.front_office.referrals.types import Asked as ReferralAsked
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.actions.leave_touched import leave_touched
from medoffice.revenue.coding.actions.mend_touched import mend_touched
from medoffice.revenue.coding.queries.touched import touched
from medoffice.revenue.coding.rules.updating import next_open
from medoffice.revenue.coding.tests.makers import make_office, make_visit
from medoffice.revenue.coding.types import Touched, Touches
from medoffice.security.api import actor_named, audit_lines, deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in, written_down
from medoffice.security.types import PROGRAM, Actor

OLD, NEW, TITLE = "M72.2", "M72.21", "Plantar fascial fibromatosis"
BEFORE, AFTER = datetime(2026, 9, 20, 15, tzinfo=UTC), datetime(2026, 10, 5, 15, tzinfo=UTC)
CLINICIANS = [Touches.PROBLEM, Touches.ORDER, Touches.PRESCRIPTION, Touches.REFERRAL]
EVERYTHING = list(Touches)


def begun(code: str = OLD) -> tuple[Office, UUID]:
    """An office in which a thing of each kind names a code that ended since."""
    office = make_office()
    with clock.frozen(BEFORE):
        who = make_patient("Quist", "Per")
        told, cause = Told(TITLE, "ICD-10-CM", code), Cause(CauseKind.SAID, None, "told")
        enter_on_list(actor=PROGRAM, patient_id=who, kind=ListKind.PROBLEM, told=told, cause=cause)
        keep_favourite(actor=PROGRAM, name="Heel", says=replace(said(), diagnosis=code))
        make_template("heel", f"Heel pain ({OLD}). Not {OLD}1.")
        asked = Asked(("TSH",), ("I10", code))
        visit = make_visit(office, who)
        order_tests(actor=person("ruiz"), encounter_id=visit, laboratory_id=make_laboratory(), asked=asked)
        make_prepared(office, who, replace(said(), diagnosis=code))
        refer(office, who, PROGRAM)
    return office, who


def refer(office: Office, who: UUID, actor: Actor) -> UUID:
    """A referral by Dr Okafor for the code that ended; only her own act signs its letter."""
    asked = ReferralAsked(f"Heel ({OLD})", "Would it help to operate?")
    to = next((one.id for one in performers()), None) or make_performer()
    return make_referral(actor=actor, patient_id=who, performer_id=to, asked=asked, requester_id=office.provider_id)


def of(kind: Touches, actor: Actor = PROGRAM) -> Touched:
    """The thing of this kind that names the code."""
    return next(one for one in touched(actor, {OLD}) if one.kind is kind)


def mend(actor: Actor, kind: Touches, instead: str = NEW) -> None:
    """As the page does."""
    found = of(kind)
    mend_touched(actor=actor, key=found.key, seen_version=found.version, instead=instead)


@pytest.mark.django_db
def test_everything_that_names_a_code_that_ended_is_mended_by_whoever_may() -> None:
    _, who = begun()
    abara, ruiz = person("abara"), actor_named("ruiz")
    with clock.frozen(AFTER):
        assert [one.kind for one in touched(PROGRAM, {OLD})] == EVERYTHING
        order = UUID(of(Touches.ORDER).ref)
        for kind in (Touches.FAVOURITE, Touches.TEMPLATE):
            mend(abara, kind)
        given = UUID(of(Touches.PRESCRIPTION).ref)
        for kind in CLINICIANS:
            with pytest.raises(NotFound):
                mend(abara, kind)
            mend(ruiz, kind)
        assert touched(PROGRAM, {OLD}) == []
        assert "coding.mend" in {one.word for one in audit_lines(subject=who)}
    (problem,) = chart_of(PROGRAM, who).lists[ListKind.PROBLEM]
    assert (problem.told.code, problem.told.words, problem.version, problem.by) == (NEW, TITLE, 2, ruiz.name)
    assert OLD in problem.why
    assert [(one.says.diagnosis, one.made_by) for one in favourites()] == [(NEW, PROGRAM.name)], "its maker stays"
    heel = next(one for one in note_templates() if one.key == "heel")
    assert (heel.version, heel.sections[0].start) == (2, f"Heel pain ({NEW}). Not {OLD}1.")
    assert requisition(order).asked.diagnoses == ("I10", NEW)
    assert prescription(PROGRAM, given).says == replace(said(), diagnosis=NEW)
    (sent,) = referrals_of(PROGRAM, who)
    assert sent.diagnosis == f"Heel ({NEW})"
    assert sent.letter_id
    its = letter(PROGRAM, sent.letter_id)
    assert (NEW in its.words, f"{OLD})" in its.words, its.state) == (True, False, LetterState.TO_SIGN)
    assert [one.what for one in events_of(sent.id)] == ["to send", "recoded"]


@pytest.mark.django_db
def test_a_problem_that_sleeps_is_mended_and_one_that_is_over_keeps_the_code_of_its_day() -> None:
    make_office()
    with clock.frozen(BEFORE):
        who, cause = make_patient("Quist", "Per"), Cause(CauseKind.SAID, None, "told")
        for status in ("inactive", "remission", "resolved"):
            told = Told(f"Heel, {status}", "ICD-10-CM", OLD, status=status)
            enter_on_list(actor=PROGRAM, patient_id=who, kind=ListKind.PROBLEM, told=told, cause=cause)
    with clock.frozen(AFTER):
        found = touched(PROGRAM, {OLD})
        assert {one.said for one in found} == {"Heel, inactive (inactive)", "Heel, remission (remission)"}
        for one in found:
            mend_touched(actor=PROGRAM, key=one.key, seen_version=one.version, instead=NEW)
    every = chart_of(PROGRAM, who).lists[ListKind.PROBLEM]
    assert {one.told.status: one.told.code for one in every} == {"inactive": NEW, "remission": NEW, "resolved": OLD}


@pytest.mark.django_db
def test_a_referral_whose_letter_is_signed_is_recoded_only_by_who_signed_it_and_none_that_went() -> None:
    office = make_office()
    with clock.frozen(BEFORE):
        who = make_patient("Quist", "Per")
        made = refer(office, who, office.provider)
    with clock.frozen(AFTER):
        person("ruiz")
        found = of(Touches.REFERRAL)
        assert "signed its letter" in sign_in("okafor").get(f"/coding/updates/{found.key}/").content.decode()
        with pytest.raises(Refusal):
            mend(actor_named("ruiz"), Touches.REFERRAL)
        mend(office.provider, Touches.REFERRAL)
        (one,) = referrals_of(PROGRAM, who)
        assert one.letter_id
        its = letter(PROGRAM, one.letter_id)
        assert (one.diagnosis, NEW in its.words, its.state) == (f"Heel ({NEW})", True, LetterState.READY)
        assert its.signed_at == AFTER
        send_packet(actor=PROGRAM, referral_id=made, way=Way.MAIL)
        with pytest.raises(Refusal):
            recode_referral(actor=office.provider, referral_id=made, old=NEW, new=OLD)
    with clock.frozen(BEFORE):
        send_packet(actor=PROGRAM, referral_id=refer(office, who, office.provider), way=Way.MAIL)
    assert touched(PROGRAM, {OLD}) == []


@pytest.mark.django_db
def test_what_is_left_stands_so_with_who_left_it_and_can_still_be_mended() -> None:
    begun()
    abara = person("abara")
    with clock.frozen(AFTER):
        for _ in range(2):
            leave_touched(actor=abara, key=of(Touches.TEMPLATE).key)
        assert (of(Touches.TEMPLATE).left_by, of(Touches.TEMPLATE).left_at) == (abara.name, AFTER)
        told = [told for _, told in written_down("coding.mend")]
        assert {(one["left"], one["touched"], one["version"]) for one in told} == {(OLD, "template", 1)}
        mend(abara, Touches.TEMPLATE)
        assert Touches.TEMPLATE not in [one.kind for one in touched(PROGRAM, {OLD})]


@pytest.mark.django_db
def test_no_code_that_cannot_be_billed_and_nothing_stale_is_taken_nor_mended_before_its_day() -> None:
    begun()
    abara, found = person("abara"), of(Touches.TEMPLATE)
    with clock.frozen(BEFORE), pytest.raises(NotFound):
        mend(abara, Touches.FAVOURITE)
    with clock.frozen(AFTER):
        for instead in ("M72", OLD, "nothing", ""):
            with pytest.raises(Invalid):
                mend(abara, Touches.FAVOURITE, instead)
        with pytest.raises(Refusal):
            mend_touched(actor=abara, key=found.key, seen_version=found.version + 1, instead=NEW)
        for key in ("favourite~x~M72.2", "", "problem~M72.2", found.key.replace(OLD, "I10")):
            with pytest.raises(NotFound):
                leave_touched(actor=abara, key=key)
    assert [one.says.diagnosis for one in favourites()] == [OLD]


@pytest.mark.django_db
def test_an_order_that_is_signed_is_recoded_only_by_a_provider_and_signed_anew() -> None:
    office, who = begun()
    with clock.frozen(BEFORE):
        asked = Asked(("CMP",), (OLD,))
        visit = make_visit(office, who)
        made = order_tests(
            actor=office.provider, encounter_id=visit, laboratory_id=make_laboratory("Other"), asked=asked
        )
    with clock.frozen(AFTER):
        found = next(one for one in touched(PROGRAM, {OLD}) if one.ref == str(made))
        with pytest.raises(Refusal):
            mend_touched(actor=actor_named("ruiz"), key=found.key, seen_version=found.version, instead=NEW)
        page = sign_in("okafor").get(f"/coding/updates/{found.key}/").content.decode()
        assert f"{found.signed} signed this order. With another code it is signed anew, by you." in page
        assert found.signed == office.provider.name
        assert "signed anew" not in sign_in("ruiz").get(f"/coding/updates/{of(Touches.ORDER).key}/").content.decode()
        mend_touched(actor=office.provider, key=found.key, seen_version=found.version, instead=NEW)
    assert [told["signed_anew"] for _, told in written_down("coding.mend") if "signed_anew" in told] == [True]
    again = requisition(made)
    assert (again.asked.diagnoses, again.signed_at) == ((NEW,), AFTER)


@pytest.mark.django_db
def test_the_page_leads_from_one_to_the_next_and_says_whose_the_others_are() -> None:
    _, who = begun()
    kept = make_patient("Moss", "Ida")
    with clock.frozen(BEFORE):
        told, cause = Told(TITLE, "ICD-10-CM", OLD), Cause(CauseKind.SAID, None, "told")
        enter_on_list(actor=PROGRAM, patient_id=kept, kind=ListKind.PROBLEM, told=told, cause=cause)
    person("abara")
    deny_subject(actor=PROGRAM, user_id=actor_named("ruiz").id, subject=kept, reason="a neighbour")
    with clock.frozen(AFTER):
        abara, ruiz = sign_in("abara"), sign_in("ruiz")
        page = abara.get("/coding/updates/?from=2026-10-01").content.decode()
        assert "clinicians mend it" in page
        assert "whoever orders mends it" in page
        one, following = of(Touches.FAVOURITE), of(Touches.TEMPLATE)
        address = f"/coding/updates/{one.key}/"
        assert NEW in abara.get(address).content.decode()
        for wrong in (
            {"instead": "other", "seen": 0},
            {"instead": "other", "other": "M72", "seen": 0},
            {"instead": ""},
        ):
            assert abara.post(address, wrong).status_code == 422
        done = abara.post(address, {"instead": "other", "other": NEW.lower(), "seen": one.version})
        assert done["Location"] == f"/coding/updates/{following.key}/"
        done = abara.post(done["Location"], {"instead": "leave", "seen": following.version})
        assert done["Location"] == "/coding/updates/?from=2026-10-01"
        assert "left by" in abara.get(done["Location"]).content.decode()
        shown = ruiz.get("/coding/updates/?from=2026-10-01").content.decode()
        assert "Quist" in shown
        assert "Moss" not in shown
        problems = {one.patient_id: one for one in touched(PROGRAM, {OLD}) if one.kind is Touches.PROBLEM}
        assert ruiz.get(f"/coding/updates/{problems[kept].key}/").status_code == 404
        assert abara.get(f"/coding/updates/{problems[who].key}/").status_code == 404
        mine = problems[who]
        assert ruiz.post(f"/coding/updates/{mine.key}/", {"instead": NEW, "seen": mine.version}).status_code == 302
    assert signed_in("lind").get("/coding/updates/").status_code == 404


def test_the_next_that_waits_is_one_that_may_be_mended_and_was_not_left() -> None:
    every = [
        Touched(Touches.PROBLEM, "1", OLD, ""),
        Touched(Touches.FAVOURITE, "2", OLD, ""),
        Touched(Touches.TEMPLATE, "3", OLD, "", left_by="Abara"),
        Touched(Touches.FAVOURITE, "4", OLD, ""),
    ]
    may = {Touches.FAVOURITE, Touches.TEMPLATE}
    assert next_open(every, every[1].key, may) == every[3].key
    assert next_open(every, every[3].key, may) == every[1].key
    assert next_open(every, "gone", may) == every[1].key
    assert next_open(every[:1], every[0].key, {Touches.PROBLEM}) == ""


@pytest.mark.django_db
def test_what_was_changed_meanwhile_is_shown_and_then_mended_by_sending_it_again() -> None:
    begun()
    person("abara")
    with clock.frozen(AFTER):
        abara, stale = sign_in("abara"), of(Touches.TEMPLATE)
        make_template("heel", f"Heel pain since ({OLD}).")
        now = of(Touches.TEMPLATE)
        assert now.version != stale.version
        address = f"/coding/updates/{stale.key}/"
        page = abara.post(address, {"instead": NEW, "seen": stale.version})
        assert page.status_code == 422
        shown = page.content.decode()
        assert "It was changed meanwhile." in shown
        assert "Heel pain since" in shown
        seen = page.context["form"]["seen"].value()
        assert (seen, f'name="seen" value="{now.version}"' in shown) == (str(now.version), True)
        assert abara.post(address, {"instead": NEW, "seen": seen}).status_code == 302


@pytest.mark.django_db
def test_a_code_without_its_point_is_found_and_mended() -> None:
    begun(OLD.replace(".", ""))
    ruiz = actor_named("ruiz")
    with clock.frozen(AFTER):
        assert [one.kind for one in touched(PROGRAM, {OLD})] == EVERYTHING
        order = UUID(of(Touches.ORDER).ref)
        for kind in EVERYTHING:
            mend(ruiz, kind)
        assert touched(PROGRAM, {OLD}) == []
    assert requisition(order).asked.diagnoses == ("I10", NEW)

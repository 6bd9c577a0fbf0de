"""The privacy notice: versions, who was given it and signed, or why not, and that a later version asks nobody again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.rights.api import acknowledged, note_receipt, notice_in_force, publish_notice
from medoffice.records.rights.models import NoticeReceipt, PrivacyNotice
from medoffice.records.rights.types import Receipt
from medoffice.security.api import actor_named, deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture(name="lind")
def _lind(db: None) -> Actor:  # noqa: ARG001 - the database, for its effect
    clock.freeze(NOON)
    make_office()
    return person("lind")


def publish(text: str = "How we use what we know of you.", on: date = TODAY) -> int:
    return publish_notice(actor=PROGRAM, text=text, effective_on=on)


def test_versions_are_in_force_from_their_day_and_never_change(lind: Actor) -> None:  # noqa: ARG001 - for its effect
    assert notice_in_force(TODAY) is None
    assert (publish(), publish()) == (1, 1)
    assert publish("Since spring also faxes.", TODAY + timedelta(days=30)) == 2
    for day, version in ((TODAY, 1), (TODAY + timedelta(days=30), 2)):
        found = notice_in_force(day)
        assert found is not None
        assert found.version == version
    for text, day, field in (("Earlier.", TODAY, "effective_on"), (" ", TODAY + timedelta(days=31), "text")):
        with pytest.raises(Invalid) as refusal:
            publish(text, day)
        assert list(refusal.value.detail["fields"]) == [field]
    for change in (PrivacyNotice.objects.all().delete, lambda: PrivacyNotice.objects.update(text="x")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_cm4_it_is_signed_once_and_a_later_version_asks_nobody_again(lind: Actor) -> None:
    who = make_patient()
    with pytest.raises(Refusal) as refusal:
        note_receipt(actor=lind, patient_id=who, outcome=Receipt.SIGNED, signed_by="Ana Vale")
    assert refusal.value.code == "no-notice"
    assert not acknowledged(who).owed  # there is nothing to give yet
    publish()
    assert acknowledged(who).owed
    note_receipt(actor=lind, patient_id=who, outcome=Receipt.SIGNED, signed_by="  Ana   Vale ")
    standing = acknowledged(who)
    assert standing.settled is not None
    assert (standing.owed, standing.settled.signed_by, standing.settled.on) == (False, "Ana Vale", TODAY)
    publish("Otherwise.")
    after = acknowledged(who)
    assert after.notice is not None
    assert after.settled is not None
    assert (after.owed, after.notice.version, after.settled.notice_version) == (False, 2, 1)


def test_cm4_what_was_tried_in_good_faith_is_noted_and_an_emergency_is_asked_again(lind: Actor) -> None:
    publish()
    who, other = make_patient(), make_patient("Quist", "Ana")
    for outcome, field in ((Receipt.SIGNED, "signed_by"), (Receipt.REFUSED, "why"), (Receipt.UNABLE, "why")):
        with pytest.raises(Invalid) as refusal:
            note_receipt(actor=lind, patient_id=who, outcome=outcome)
        assert list(refusal.value.detail["fields"]) == [field]
    note_receipt(actor=lind, patient_id=who, outcome=Receipt.EMERGENCY, why="chest pain")
    assert acknowledged(who).owed
    note_receipt(actor=lind, patient_id=who, outcome=Receipt.REFUSED, why="read it, would not sign")
    assert not acknowledged(who).owed
    note_receipt(actor=lind, patient_id=other, outcome=Receipt.UNABLE, why="both hands in plaster")
    settled = acknowledged(other).settled
    assert settled is not None
    assert (settled.outcome, settled.why, settled.noted_by) == (Receipt.UNABLE, "both hands in plaster", "Astrid Lind")
    with pytest.raises(DatabaseError), transaction.atomic():
        NoticeReceipt.objects.update(why="x")


def test_whoever_may_not_see_the_patient_notes_nothing(lind: Actor) -> None:
    publish()
    who = make_patient()
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=who, reason="her sister")
    with pytest.raises(NotFound):
        note_receipt(actor=actor_named("lind"), patient_id=who, outcome=Receipt.SIGNED, signed_by="Ana Vale")
    with pytest.raises(NotFound):
        publish_notice(actor=lind, text="Mine.", effective_on=TODAY)
    assert sign_in("lind").get("/rights/notices/").status_code == 404


def test_on_the_screens_it_is_published_given_and_noted(lind: Actor) -> None:  # noqa: ARG001 - for its effect
    who = make_patient()
    haddad, desk = signed_in("haddad"), sign_in("lind")
    assert desk.get("/rights/notice/").status_code == 404
    sent = {"effective_on": "11/24/2026", "text": "How we use <what> we know.", "once": ""}
    assert haddad.post("/rights/notices/", sent).status_code == 302
    assert "How we use &lt;what&gt; we know." in desk.get("/rights/notice/").content.decode()
    there = f"/rights/receive/{who}/"
    page = desk.get(there).content.decode()
    assert "not signed for yet" in page
    assert "unverified" in page
    answer = desk.post(there, {"outcome": "refused", "signed_by": "", "why": ""})
    assert answer.status_code == 422
    assert desk.post(there, {"outcome": "signed", "signed_by": "Ana Vale", "why": ""}).status_code == 302
    assert "Ana Vale, 11/24/2026" in desk.get(f"/patient/{who}/").content.decode().replace("<bdi>", "").replace(
        "</bdi>", ""
    )

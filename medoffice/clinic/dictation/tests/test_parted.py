"""A dictation that was moved while two records were one stands with its visit once they are apart again."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import SAID, enter, make_visit
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.dictation.actions import draft_waiting as drafting
from medoffice.clinic.dictation.actions.rows import KIND, TO_SIGN
from medoffice.clinic.dictation.api import dictation, draft_waiting, drafts_of, move_dictation, set_recogniser
from medoffice.clinic.dictation.models import Dictation, Recording
from medoffice.clinic.dictation.queries.agreement import dictation_check
from medoffice.clinic.dictation.tests.makers import make_dictation, make_finished, make_heard, make_typing
from medoffice.clinic.dictation.types.dictations import Recogniser, State
from medoffice.clinic.dictation.types.servers import Hearing
from medoffice.kernel import clock
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import make_office
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import merge_patients, patient, unmerge_patients
from medoffice.security.api import change_roles
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db


def joined(survivor: UUID, merged: UUID) -> UUID:
    seen, seen_merged = (patient(one).version for one in (survivor, merged))
    return merge_patients(
        actor=PROGRAM, survivor_id=survivor, merged_id=merged, seen=seen, seen_merged=seen_merged, picks={}
    )


def carried_over(typist: Actor, one: UUID, to: UUID) -> None:
    version, number = dictation(PROGRAM, one).version, encounter(to).number
    move_dictation(actor=typist, dictation_id=one, seen_version=version, number=number, why="Another's")


def test_whoever_is_gone_by_then_has_it_no_more_and_the_records_come_apart() -> None:
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        office = make_office()
        moreau, stays, goes = person("moreau"), make_visit(office), make_visit(office)
        survivor, merged = (encounter(one).patient_id for one in (stays, goes))
        typed, signs = make_typing(moreau, goes), make_finished(moreau, goes, "The knee is better.", tone=41)
        merge = joined(survivor, merged)
        for one in (typed, signs):
            carried_over(moreau, one.id, stays)
        for gone, role in ((moreau, "transcriptionist"), (office.provider, "provider")):
            change_roles(actor=PROGRAM, user_id=gone.id, roles=[role], active=False)
        before = dictation(PROGRAM, typed.id).version
        unmerge_patients(actor=PROGRAM, merge_id=merge)
        now = dictation(PROGRAM, typed.id)
        assert (now.state, now.owner_id, now.version) == (State.QUEUED, None, before + 1)
        assert {dictation(PROGRAM, one.id).patient_id for one in (typed, signs)} == {survivor}
        for role, kind, waiting in (("transcriptionist", KIND, typed), ("provider", TO_SIGN, signs)):
            others = [one for one in work_items(make_user(f"new-{role}", "Ada New", role)) if one.kind == kind]
            assert [(one.ref.id, one.patient_id) for one in others] == [(waiting.id, survivor)]


def test_what_was_heard_by_the_chart_of_both_is_forgotten_in_both() -> None:
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        office = make_office()
        stays, goes = make_visit(office), make_visit(office)
        survivor, merged = (encounter(one).patient_id for one in (stays, goes))
        enter(merged, ListKind.MEDICATION, "lisinopril 10 mg", SAID)
        set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
        merge = joined(survivor, merged)
        ones = [make_heard(at, "takes aspirin period", tone=tone) for at, tone in ((stays, 40), (goes, 41))]
        draft_waiting(actor=PROGRAM)
        assert all("lisinopril 10 mg" in drafts_of(one.id).made[0].hints for one in ones)
        unmerge_patients(actor=PROGRAM, merge_id=merge)
        assert [drafts_of(one.id).made for one in ones] == [(), ()]
        draft_waiting(actor=PROGRAM)
        assert "lisinopril 10 mg" not in drafts_of(ones[0].id).made[0].hints


@pytest.mark.parametrize("across", [False, True])
def test_what_is_heard_while_the_records_come_apart_is_heard_anew(
    monkeypatch: pytest.MonkeyPatch, *, across: bool
) -> None:
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        office = make_office()
        moreau, stays, goes = person("moreau"), make_visit(office), make_visit(office)
        survivor, merged = (encounter(one).patient_id for one in (stays, goes))
        enter(merged, ListKind.MEDICATION, "lisinopril 10 mg", SAID)
        set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
        one = make_heard(goes if across else stays, "takes aspirin period")
        merge = joined(survivor, merged)
        if across:
            carried_over(moreau, one.id, stays)
        hear, heard = drafting._hear, list[Sequence[str]]()

        def meanwhile(by: Hearing, row: Recording, hints: Sequence[str]) -> object:
            heard.append(hints)
            if len(heard) == 1:
                unmerge_patients(actor=PROGRAM, merge_id=merge)
            return hear(by, row, hints)

        monkeypatch.setattr(drafting, "_hear", meanwhile)
        draft_waiting(actor=PROGRAM)
        assert ["lisinopril 10 mg" in hints for hints in heard] == [True, False]
        assert "lisinopril 10 mg" not in drafts_of(one.id).made[0].hints


def test_it_goes_where_its_visit_goes() -> None:
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        office = make_office()
        moreau, stays, goes = person("moreau"), make_visit(office), make_visit(office)
        survivor, merged = (encounter(one).patient_id for one in (stays, goes))
        came, was = make_dictation(goes), make_dictation(stays, tone=41)
        merge = joined(survivor, merged)
        for one, to in ((came, stays), (was, goes)):
            carried_over(moreau, one.id, to)
        unmerge_patients(actor=PROGRAM, merge_id=merge)
        assert dictation(PROGRAM, came.id).patient_id == survivor
        assert dictation(PROGRAM, was.id).patient_id == merged
        waits = {(one.ref.id, one.patient_id) for one in work_items(moreau) if one.kind == "dictation"}
        assert waits == {(came.id, survivor), (was.id, merged)}
        (checked,) = dictation_check()
        assert checked.ok
        Dictation.objects.filter(id=was.id).update(patient_id=survivor)
        (checked,) = dictation_check()
        assert [one.where for one in checked.findings] == [was.number]

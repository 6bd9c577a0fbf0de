"""A dictation that was moved while two records were one stands with its visit once they are apart again."""

from datetime import UTC, datetime

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.api import dictation, move_dictation
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.queries.agreement import dictation_check
from medoffice.clinic.dictation.tests.makers import make_dictation
from medoffice.kernel import clock
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import make_office
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import merge_patients, patient, unmerge_patients
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


def test_it_goes_where_its_visit_goes() -> None:
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        office = make_office()
        moreau, stays, goes = person("moreau"), make_visit(office), make_visit(office)
        survivor, merged = (encounter(one).patient_id for one in (stays, goes))
        came, was = make_dictation(goes), make_dictation(stays, tone=41)
        seen, seen_merged = (patient(one).version for one in (survivor, merged))
        merge = merge_patients(
            actor=PROGRAM, survivor_id=survivor, merged_id=merged, seen=seen, seen_merged=seen_merged, picks={}
        )
        for one, to in ((came, stays), (was, goes)):
            version, number = dictation(PROGRAM, one.id).version, encounter(to).number
            move_dictation(actor=moreau, dictation_id=one.id, seen_version=version, number=number, why="Another's")
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

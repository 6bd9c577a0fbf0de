"""What was corrected for two patients stands as a hint in the workbench, and its author leaves it out by a key."""

from itertools import count

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.api import claim_dictation, draft_waiting, drafts_of
from medoffice.clinic.dictation.queries.learning import learned_seen
from medoffice.clinic.dictation.tests import makers
from medoffice.practice.api import staff_of_user
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_dictation import look, visit_of

pytestmark = pytest.mark.journey
HERE = "document.activeElement.closest('[data-row]')?.textContent.includes('azathioprine')"


def test_a_corrected_word_is_a_hint_until_its_author_leaves_it_out(person: Person) -> None:
    moreau, okafor, tones = actor_named("moreau"), actor_named("okafor"), count(170)
    staff = staff_of_user(okafor.id)
    assert staff is not None
    assert staff.site_id is not None
    office = Office(staff.site_id, staff.id, okafor, staff.id)
    said = {
        "takes as a thigh oprine daily period": "Takes azathioprine daily.",
        "start hydroxyzine period": "Start hydralazine.",
    }
    for visit in (visit_of("Vale"), make_visit(office, make_patient("Quill", "Ada"))):
        for heard, signed in said.items():
            makers.make_corrected(office, moreau, visit, heard, signed, tone=next(tones))
    one = makers.make_heard(visit_of("Vale"), "no fever period", tone=next(tones))
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    assert {"azathioprine", "hydralazine"} <= set(drafts_of(one.id).made[0].learned)
    typist = Counted(person.page, person.address)
    typist.come_in("moreau", f"/dictation/{one.id}/type/")
    typist.sees("Learned from corrections to")
    look(typist, "bench-learned")
    author = Counted(person.page, person.address)
    author.come_in("okafor", "/dictation/quality/")
    author.sees("too few to say")
    look(author, "learned")
    author.press("l")
    if not author.page.evaluate(HERE):
        author.press("j")
    author.go("x")
    author.sees("left out")
    look(author, "learned-left-out")
    assert {word.meant: word.out for word in learned_seen(okafor)} == {"azathioprine": True, "hydralazine": False}

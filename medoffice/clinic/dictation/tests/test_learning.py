"""What an author's drafts had otherwise is learned at the signature, told for two patients, looked at and left out."""

from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from medoffice.clinic.charting.tests.makers import SAID, enter, make_visit
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.dictation.api import (
    claim_dictation,
    dictation,
    draft_waiting,
    drafts_of,
    leave_out_word,
    move_dictation,
    send_dictation,
    set_recogniser,
)
from medoffice.clinic.dictation.models import DictationCorrection, DictationLines
from medoffice.clinic.dictation.queries.learning import learned_of, learned_seen, word_errors
from medoffice.clinic.dictation.tests.makers import make_corrected, make_heard, make_signed, wav
from medoffice.clinic.dictation.types.dictations import Draft, Priority, Recogniser
from medoffice.clinic.dictation.types.learning import DAYS, FEWEST
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.tests.makers import Office, make_provider
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import merge_patients, patient, unmerge_patients
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
HEARD, SIGNED = "takes as a thigh oprine daily period", "Takes azathioprine daily."


_tones = count(100)


def corrected(office: Office, typist: Actor, heard: str = HEARD, signed: str = SIGNED, who: UUID | None = None) -> UUID:
    """A dictation about a patient, a new one if nobody is named, that was heard so and signed so."""
    visit = make_visit(office, who or make_patient())
    return make_corrected(office, typist, visit, heard, signed, tone=next(_tones)).id


def pairs() -> set[tuple[str, str]]:
    return set(DictationCorrection.objects.values_list("heard", "meant"))


def told(office: Office) -> list[tuple[str, int, bool]]:
    return [(one.meant, one.patients, one.out) for one in learned_of(office.provider_id)]


def hearing(office: Office, who: UUID | None = None) -> Draft:
    """The draft of a new dictation."""
    one = make_heard(make_visit(office, who), "no fever period", tone=next(_tones))
    draft_waiting(actor=PROGRAM)
    return drafts_of(one.id).made[0]


def test_it_is_kept_when_it_is_signed_and_never_changed(office: Office, moreau: Actor) -> None:
    one = corrected(office, moreau)
    row = DictationCorrection.objects.get()
    assert (row.dictation_id, row.heard, row.meant, row.at) == (one, "as a thigh oprine", "azathioprine", NOON)
    for change in (lambda: DictationCorrection.objects.update(meant="x"), DictationCorrection.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize(
    ("heard", "signed"),
    [
        ("their patience walks", "There patients walked."),
        ("seen by doctor okay for", "Seen by Dr. Okafor."),
        ("takes lisinopril ten milligrams", "Takes lisinopril 20 mg."),
        ("camilla feels better", "Camila feels better."),  # a medicine is called so, and the patient is
        ("given by weather", "Given by Heather."),  # and somebody of the office
        ("vale sartan helps", "Valsartan helps."),  # a name in what was heard
    ],
)
def test_everyday_words_figures_and_names_are_not(office: Office, moreau: Actor, heard: str, signed: str) -> None:
    make_user("heather", "Heather Lund", "nurse")
    corrected(office, moreau, heard, signed, make_patient("Vale", "Camila"))
    assert pairs() == set()


def test_what_is_typed_by_hand_teaches_nothing_and_is_no_word_error(office: Office, moreau: Actor) -> None:
    make_signed(office, moreau, make_visit(office), "Takes azathioprine daily.")
    assert pairs() == set()
    assert DictationLines.objects.get().signed_words is None


def test_it_is_told_once_it_was_corrected_for_two_patients_behind_the_chart(office: Office, moreau: Actor) -> None:
    ana = make_patient("Amaro", "Ana")
    corrected(office, moreau, who=ana)
    corrected(office, moreau, "on asa thioprine now", "On azathioprine now.", ana)
    assert told(office) == []
    assert hearing(office).hints == ()
    corrected(office, moreau)
    assert told(office) == [("azathioprine", 2, False)]
    assert learned_of(office.provider_id)[0].heard == ("as a thigh oprine", "asa thioprine")
    clock.advance(timedelta(minutes=1))
    for _ in range(2):
        corrected(office, moreau, "start hydroxyzine", "Start hydralazine.")
    boris = make_patient("Bell", "Boris")
    enter(boris, ListKind.MEDICATION, "lisinopril 10 mg", SAID)
    draft = hearing(office, boris)
    assert draft.hints == ("lisinopril 10 mg", "hydralazine", "azathioprine")
    assert (draft.of_chart, draft.learned) == (draft.hints[:1], draft.hints[1:])


def test_it_is_told_of_nobody_else(office: Office, moreau: Actor) -> None:
    for _ in range(2):
        corrected(office, moreau)
    ruiz = person("ruiz")
    assert learned_of(make_provider(office.site_id, "Ruiz", user_id=ruiz.id)) == []
    assert [one.meant for one in learned_seen(office.provider)] == ["azathioprine"]
    assert [one.meant for one in learned_seen(person("petrov"))] == ["azathioprine"]
    assert learned_seen(ruiz) == learned_seen(moreau) == []


def test_two_records_of_one_person_are_one_patient(office: Office, moreau: Actor) -> None:
    one, other = make_patient("Amaro", "Ana"), make_patient("Amaro", "Anna")
    for who in (one, other):
        corrected(office, moreau, who=who)
    merge = merge_patients(
        actor=PROGRAM, survivor_id=one, merged_id=other, seen=patient(one).version,
        seen_merged=patient(other).version, picks={},
    )  # fmt: skip
    assert told(office) == []
    unmerge_patients(actor=PROGRAM, merge_id=merge)
    assert told(office) == [("azathioprine", 2, False)]


def test_a_word_is_left_out_by_its_author_or_who_sets_up_and_told_again(office: Office, moreau: Actor) -> None:
    for _ in range(2):
        corrected(office, moreau)
    for nobody in (moreau, person("lind"), person("ruiz")):
        with pytest.raises(NotFound):
            leave_out_word(actor=nobody, author_id=office.provider_id, word="azathioprine")
    for word in ("hydralazine", "fever", ""):
        with pytest.raises(NotFound):
            leave_out_word(actor=office.provider, author_id=office.provider_id, word=word)
    leave_out_word(actor=office.provider, author_id=office.provider_id, word="azathioprine")
    corrected(office, moreau)
    assert told(office) == [("azathioprine", 3, True)]
    assert hearing(office).hints == ()
    leave_out_word(actor=person("petrov"), author_id=office.provider_id, word="azathioprine", out=False)
    assert hearing(office).hints == ("azathioprine",)


def test_once_it_is_about_another_visit_what_was_told_is_forgotten(office: Office, moreau: Actor) -> None:
    for _ in range(2):
        corrected(office, moreau)
    one = make_heard(make_visit(office), "no fever period", tone=next(_tones))
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    assert drafts_of(one.id).made[0].learned == ("azathioprine",)
    number = encounter(make_visit(office)).number
    version = dictation(PROGRAM, one.id).version
    move_dictation(actor=moreau, dictation_id=one.id, seen_version=version, number=number, why="Another's")
    (draft,) = drafts_of(one.id).made
    assert (draft.hints, draft.learned, draft.forgot) == ((), (), True)


def test_words_wrong_are_counted_where_all_of_the_sound_was_drafted(office: Office, moreau: Actor) -> None:
    one = corrected(office, moreau)
    row = DictationLines.objects.get(dictation_id=one)
    assert (row.signed_words, row.wrong_words) == (3, 4)
    (found,) = word_errors(office.provider)
    assert (found.dictations, found.signed, found.wrong, found.percent) == (1, 3, 4, None)
    for _ in range(FEWEST - 1):
        corrected(office, moreau, "no fever period", "No fever.")
    assert [one.percent for one in word_errors(person("petrov"))] == [round(400 / (3 + 2 * (FEWEST - 1)), 1)]
    assert word_errors(moreau) == []
    clock.advance(timedelta(days=DAYS, minutes=1))
    assert word_errors(office.provider) == []


def test_a_dictation_of_which_a_part_was_not_drafted_is_no_word_error(office: Office, moreau: Actor) -> None:
    make_corrected(office, moreau, make_visit(office), HEARD, SIGNED, tone=next(_tones))
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)
    made = send_dictation(
        actor=PROGRAM, encounter_id=make_visit(office), kind="visit-note", priority=Priority.ROUTINE,
        data=wav(tone=next(_tones)),
    )  # fmt: skip
    assert drafts_of(made).made == ()
    assert [row.wrong_words for row in DictationLines.objects.all()] == [4]


def test_it_is_seen_with_what_was_heard_and_left_out_by_a_key(office: Office, moreau: Actor) -> None:
    for _ in range(2):
        corrected(office, moreau)
    okafor = sign_in("okafor")
    page = okafor.get("/dictation/quality/").content.decode()
    assert "as a thigh oprine" in page
    assert "too few to say" in page
    where = f"/dictation/quality/learned/{office.provider_id}/azathioprine/"
    assert f'action="{where}out/"' in page
    assert "azathioprine" not in sign_in("moreau").get("/dictation/quality/").content.decode()
    assert sign_in("moreau").post(f"{where}out/").status_code == 404
    assert okafor.post(f"{where}out/").status_code == 302
    page = okafor.get("/dictation/quality/").content.decode()
    assert "left out" in page
    assert f'action="{where}again/"' in page
    assert okafor.post(f"{where}again/").status_code == 302
    assert told(office) == [("azathioprine", 2, False)]


def test_the_workbench_says_where_each_hint_is_from(office: Office, moreau: Actor) -> None:
    for _ in range(2):
        corrected(office, moreau)
    who = make_patient("Bell", "Boris")
    enter(who, ListKind.MEDICATION, "lisinopril 10 mg", SAID)
    one = make_heard(make_visit(office, who), "no fever period", tone=next(_tones))
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version)
    page = sign_in("moreau").get(f"/dictation/{one.id}/type/").content.decode()
    assert "Told beforehand of the chart: lisinopril 10 mg." in page
    assert f"Learned from corrections to {one.author}: azathioprine." in page

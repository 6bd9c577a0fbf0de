"""Coding through the actions: each code on evidence, valid on the date of service, released once."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note, note_of, revise_note, sign_note, start_note
from medoffice.clinic.orders.api import perform_order, place_order, strike_order
from medoffice.kernel import clock
from medoffice.kernel.facts import deliver
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import add_payer, work_items
from medoffice.practice.tests.makers import ADDRESS, Office
from medoffice.records.coverage.tests.makers import add_policy
from medoffice.records.encounters.tests.makers import begin as begin_visit
from medoffice.records.encounters.types import EncounterClass
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.code_lists.tests.makers import take
from medoffice.revenue.coding.actions.code_diagnosis import code_diagnosis
from medoffice.revenue.coding.actions.code_service import code_service
from medoffice.revenue.coding.actions.remove_code import remove_code
from medoffice.revenue.coding.actions.say_place import say_place
from medoffice.revenue.coding.api import coded, coding, define_service, finish_coding, services, start_coding
from medoffice.revenue.coding.queries.codings import coding_in_hand
from medoffice.revenue.coding.queries.findings import findings
from medoffice.revenue.coding.tests.makers import NOTE, make_coded, make_office, make_visit
from medoffice.revenue.coding.types import Evidence
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM, Actor, Role
from medoffice.standards.code_lists.types import ListKind

pytestmark = pytest.mark.django_db
SINCE = date(2026, 1, 1)
ABARA = Actor(new_id(), "Nneka Abara", frozenset({Role.CODER}))
NOX = Actor(new_id(), "Nox", frozenset())
RECEPTION = Actor(new_id(), "Lind", frozenset({Role.RECEPTIONIST}))


@pytest.fixture
def office() -> Office:
    """The office."""
    return make_office()


def words(encounter_id: UUID, quote: str) -> Evidence:
    """These words of the visit's note."""
    written = note_of(encounter_id)
    assert written is not None
    start = written.text.index(quote)
    return Evidence(Ref("note", written.id), start, start + len(quote), quote)


def begin(office: Office) -> tuple[UUID, UUID]:
    """A signed visit and its codes."""
    encounter_id = make_visit(office, make_patient())
    return encounter_id, start_coding(actor=ABARA, encounter_id=encounter_id)


def test_codes_start_with_the_signature_and_once(office: Office) -> None:
    unsigned = make_visit(office, make_patient(), signed=False)
    with pytest.raises(Refusal, match="not signed"):
        start_coding(actor=ABARA, encounter_id=unsigned)
    encounter_id, coding_id = begin(office)
    assert start_coding(actor=ABARA, encounter_id=encounter_id) == coding_id
    assert [found.id for found in coding_in_hand(ABARA)] == [coding_id]
    for nobody in (NOX, RECEPTION):
        with pytest.raises(NotFound):
            start_coding(actor=nobody, encounter_id=encounter_id)
        with pytest.raises(NotFound):
            code_diagnosis(actor=nobody, coding_id=coding_id, code="J06.9", evidence=words(encounter_id, "Cough"))


@pytest.mark.parametrize(
    ("evidence", "code"),
    [
        (lambda e: Evidence(e.ref, e.start + 1, e.end + 1, e.quote), "evidence-moved"),
        (lambda e: Evidence(e.ref, e.start, e.end, "cough"), "evidence-moved"),
        (lambda e: Evidence(e.ref, 0, 0, ""), "evidence-missing"),
        (lambda e: Evidence(e.ref, 0, 9999, NOTE), "evidence-missing"),
        (lambda e: Evidence(Ref("note", new_id()), e.start, e.end, e.quote), "other-note"),
        (lambda e: Evidence(Ref("appointment", e.ref.id), e.start, e.end, e.quote), "evidence-missing"),
        (lambda e: Evidence(Ref("order", e.ref.id), 0, len(e.quote), e.quote), "not-found"),
    ],
)
def test_no_code_without_the_exact_words(office: Office, evidence: Callable[[Evidence], Evidence], code: str) -> None:
    encounter_id, coding_id = begin(office)
    given = evidence(words(encounter_id, "Cough"))
    code_diagnosis(actor=ABARA, coding_id=coding_id, code="R05.1", evidence=words(encounter_id, "Cough"))
    acts: list[Callable[[], object]] = [
        lambda: code_diagnosis(actor=ABARA, coding_id=coding_id, code="J06.9", evidence=given),
        lambda: code_service(actor=ABARA, coding_id=coding_id, key="visit", evidence=given, pointers=[1]),
    ]
    for act in acts:
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.code == code
    assert (len(coding(coding_id).diagnoses), coding(coding_id).services) == (1, ())


def test_an_order_supports_a_code_once_it_was_carried_out(office: Office) -> None:
    encounter_id, coding_id = begin(office)
    code_diagnosis(actor=ABARA, coding_id=coding_id, code="J06.9", evidence=words(encounter_id, "Sore throat"))
    order_id = place_order(actor=PROGRAM, encounter_id=encounter_id, key="culture", words="Throat culture")
    planned = Evidence(Ref("order", order_id), 0, 14, "Throat culture")
    with pytest.raises(Refusal, match="not carried out"):
        code_service(actor=ABARA, coding_id=coding_id, key="culture", evidence=planned, pointers=[1])
    perform_order(actor=PROGRAM, order_id=order_id, result="taken, to the laboratory")
    made_up = Evidence(Ref("order", order_id), 0, 4, "done")
    with pytest.raises(Invalid, match="neither"):
        code_service(actor=ABARA, coding_id=coding_id, key="culture", evidence=made_up, pointers=[1])
    code_service(actor=ABARA, coding_id=coding_id, key="culture", evidence=planned, pointers=[1])
    other_visit, other_coding = begin(office)
    code_diagnosis(actor=ABARA, coding_id=other_coding, code="J06.9", evidence=words(other_visit, "Cough"))
    with pytest.raises(Refusal, match="another visit"):
        code_service(actor=ABARA, coding_id=other_coding, key="culture", evidence=planned, pointers=[1])


@pytest.mark.parametrize(("day", "valid"), [(date(2026, 9, 30), True), (date(2026, 10, 1), False)])
def test_a_diagnosis_is_valid_on_the_date_of_service(office: Office, day: date, valid: bool) -> None:
    with clock.frozen(datetime(day.year, day.month, day.day, 17, tzinfo=UTC)):
        encounter_id, coding_id = begin(office)
        assert coding(coding_id).date == day
        evidence = words(encounter_id, "Cough")
        if valid:
            code_diagnosis(actor=ABARA, coding_id=coding_id, code="M72.2", evidence=evidence)
            with pytest.raises(Invalid):
                code_diagnosis(actor=ABARA, coding_id=coding_id, code="M72.20", evidence=evidence)
        else:
            with pytest.raises(Invalid) as refused:
                code_diagnosis(actor=ABARA, coding_id=coding_id, code="M72.2", evidence=evidence)
            for offered in ("M72.20", "M72.21", "M72.22"):
                assert offered in refused.value.words
            code_diagnosis(actor=ABARA, coding_id=coding_id, code="M72.21", evidence=evidence)
        assert len(coding(coding_id).diagnoses) == 1


@pytest.mark.parametrize("code", ["ZZZ99", "M72", "", "J06.9X", "not a code"])
def test_what_is_no_billable_code_is_refused_in_words(office: Office, code: str) -> None:
    encounter_id, coding_id = begin(office)
    with pytest.raises(Invalid) as refused:
        code_diagnosis(actor=ABARA, coding_id=coding_id, code=code, evidence=words(encounter_id, "Cough"))
    assert refused.value.words.strip()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"pointers": []}, "pointers-wrong"),
        ({"pointers": [2]}, "pointers-wrong"),
        ({"pointers": [1, 1]}, "pointers-wrong"),
        ({"pointers": [0]}, "pointers-wrong"),
        ({"units": 0}, "units-wrong"),
        ({"units": 1000}, "units-wrong"),
        ({"modifiers": ["ABC"]}, "modifiers-wrong"),
        ({"modifiers": ["??"]}, "modifiers-wrong"),
        ({"modifiers": ["25", "25"]}, "modifiers-wrong"),
        ({"modifiers": ["25", "59", "76", "LT", "RT"]}, "modifiers-wrong"),
        ({"key": "nothing-like-it"}, "no-such-service"),
    ],
)
def test_a_service_needs_pointers_units_and_modifiers_that_exist(
    office: Office, more: dict[str, object], code: str
) -> None:
    encounter_id, coding_id = begin(office)
    evidence = words(encounter_id, "Cough")
    code_diagnosis(actor=ABARA, coding_id=coding_id, code="J06.9", evidence=evidence)
    wanted = {"key": "visit", "pointers": [1], **more}
    with pytest.raises(Refusal) as refused:
        code_service(actor=ABARA, coding_id=coding_id, evidence=evidence, **wanted)  # type: ignore[arg-type] # as named
    assert refused.value.code == code
    code_service(actor=ABARA, coding_id=coding_id, evidence=evidence, key="visit", pointers=[1], modifiers=["25"])


@pytest.mark.usefixtures("office")
def test_a_service_of_the_office_is_dated_and_says_that_it_is_a_placeholder() -> None:
    day = date(2026, 6, 1)
    define_service(
        actor=PROGRAM, key="visit", code="ZZ009", words="New", kind="office", placeholder=True, valid_from=day
    )
    assert {found.code for found in services(day) if found.key == "visit"} == {"ZZ009"}
    assert {found.code for found in services(day - timedelta(days=1)) if found.key == "visit"} == {"ZZ001"}
    assert all(found.placeholder for found in services(day))
    with pytest.raises(Invalid):
        define_service(actor=PROGRAM, key="x", code="1234", words="x", kind="office", placeholder=False, valid_from=day)


def test_codes_taken_back_move_the_others_up_and_a_needed_one_stays(office: Office) -> None:
    encounter_id, coding_id = begin(office)
    evidence = words(encounter_id, "Cough")
    first, second = (
        code_diagnosis(actor=ABARA, coding_id=coding_id, code=code, evidence=evidence) for code in ("R05.1", "J06.9")
    )
    line = code_service(actor=ABARA, coding_id=coding_id, key="visit", evidence=evidence, pointers=[2])
    with pytest.raises(Refusal, match="coded already"):
        code_diagnosis(actor=ABARA, coding_id=coding_id, code="J06.9", evidence=evidence)
    with pytest.raises(Refusal, match="points to"):
        remove_code(actor=ABARA, code_id=second)
    remove_code(actor=ABARA, code_id=first)
    found = coding(coding_id)
    assert [(d.position, d.code) for d in found.diagnoses] == [(1, "J06.9")]
    assert found.services[0].pointers == (1,)
    remove_code(actor=ABARA, code_id=line)
    assert coding(coding_id).services == ()


def test_p52_an_edit_stops_the_release_and_says_the_way_out(office: Office) -> None:
    medicare = add_payer(
        actor=PROGRAM,
        key="mb",
        name="Part B",
        number="99902",
        filing_code="MB",
        timely_filing_days=365,
        phone="",
        address=ADDRESS,
    )
    take(ListKind.PAIRS)
    for key, code in (("first", "Z9901"), ("second", "Z9902")):
        define_service(
            actor=PROGRAM, key=key, code=code, words=key, kind="procedure", placeholder=False, valid_from=SINCE
        )
    for payer_id, stops in ((medicare, True), (office.payer_id, False)):
        patient_id = make_patient()
        add_policy(patient_id, payer_id)
        encounter_id = make_visit(office, patient_id)
        coding_id = start_coding(actor=ABARA, encounter_id=encounter_id)
        shown = words(encounter_id, "Cough")
        code_diagnosis(actor=ABARA, coding_id=coding_id, code="R05.1", evidence=shown)
        for key in ("first", "second"):
            code_service(actor=ABARA, coding_id=coding_id, key=key, evidence=shown, pointers=[1])
        assert "ncci-pair" in {one.code for one in findings(coding(coding_id))}
        if stops:
            with pytest.raises(Refusal, match="Z9902 is not paid beside Z9901"):
                finish_coding(actor=ABARA, coding_id=coding_id)
            remove_code(actor=ABARA, code_id=coding(coding_id).services[1].id)
        finish_coding(actor=ABARA, coding_id=coding_id)
        assert coding(coding_id).finished


def test_what_no_list_was_loaded_for_is_said_at_the_desk_and_stops_nobody(office: Office) -> None:
    encounter_id, coding_id = begin(office)
    shown = words(encounter_id, "Cough")
    code_diagnosis(actor=ABARA, coding_id=coding_id, code="R05.1", evidence=shown)
    code_service(actor=ABARA, coding_id=coding_id, key="visit", evidence=shown, pointers=[1])
    assert [one.code for one in findings(coding(coding_id))] == ["not-loaded"]
    finish_coding(actor=ABARA, coding_id=coding_id)


def test_what_rests_on_retracted_words_is_not_released_and_is_looked_at_again(office: Office) -> None:
    first, second = make_coded(office, make_patient()), make_coded(office, make_patient("Quist", "Per"))
    for visit in (first, second):
        codes, written = coded(visit), note_of(visit)
        assert codes is not None
        assert written is not None
        if visit == second:
            finish_coding(actor=ABARA, coding_id=codes.id)
        revise_note(actor=office.provider, note_id=written.id, why="Another patient's")
    codes = coded(first)
    assert codes is not None
    with pytest.raises(Refusal, match=r"J06\.9 rests on words that the note no longer says"):
        finish_coding(actor=ABARA, coding_id=codes.id)
    deliver()
    (again,) = [one for one in work_items(ABARA) if one.kind == "code-again"]
    assert again.ref == Ref("encounter", second)
    assert again.title.startswith("The note was retracted after its codes were released")
    bare = make_visit(office, make_patient("Ito", "Ren"))
    written = note_of(bare)
    assert written is not None
    revise_note(actor=office.provider, note_id=written.id, why="Another patient's")
    with pytest.raises(Refusal, match="was retracted"):
        start_coding(actor=ABARA, encounter_id=bare)


def test_what_rests_on_an_order_that_was_struck_is_not_released_and_is_looked_at_again(office: Office) -> None:
    at = {}
    for patient_id in (make_patient(), make_patient("Quist", "Per")):
        visit = make_visit(office, patient_id)
        coding_id = start_coding(actor=ABARA, encounter_id=visit)
        done = place_order(actor=PROGRAM, encounter_id=visit, key="culture", words="Throat culture")
        perform_order(actor=PROGRAM, order_id=done, result="negative")
        code_diagnosis(actor=ABARA, coding_id=coding_id, code="J06.9", evidence=words(visit, "Cough"))
        shown = Evidence(Ref("order", done), 0, 8, "negative")
        code_service(actor=ABARA, coding_id=coding_id, key="culture", evidence=shown, pointers=[1])
        at[visit] = (coding_id, done)
    (_, (waits, first)), (second, (released, of_second)) = at.items()
    finish_coding(actor=ABARA, coding_id=released)
    for one in (first, of_second):
        strike_order(actor=PROGRAM, order_id=one, why="Another patient's")
    with pytest.raises(Refusal, match="ZZ002 rests on an order that was not carried out after all"):
        finish_coding(actor=ABARA, coding_id=waits)
    deliver()
    (again,) = [one for one in work_items(ABARA) if one.kind == "code-again"]
    assert again.ref == Ref("encounter", second)
    assert again.title.startswith("An order was said not to be carried out after its codes were released")
    remove_code(actor=ABARA, code_id=coding(waits).services[0].id)
    assert "order-not-done" not in {one.code for one in findings(coding(waits))}


@pytest.mark.parametrize("kind", [EncounterClass.TELEHEALTH, EncounterClass.PHONE])
def test_p54_the_desk_asks_for_the_modifier_of_a_visit_by_video_or_telephone(
    office: Office, kind: EncounterClass
) -> None:
    define_service(
        actor=PROGRAM, key="est_3", code="ZZ013", words="x", kind="visit", placeholder=True, valid_from=SINCE
    )
    visit = begin_visit(office, make_patient(), Ref("appointment", new_id()), kind=kind)
    note_id = start_note(actor=PROGRAM, encounter_id=visit, text=NOTE)
    sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    coding_id, shown = start_coding(actor=ABARA, encounter_id=visit), words(visit, "Cough")
    code_diagnosis(actor=ABARA, coding_id=coding_id, code="R05.1", evidence=shown)
    line = code_service(actor=ABARA, coding_id=coding_id, key="est_3", evidence=shown, pointers=[1])
    assert "remote-unsaid" in [one.code for one in findings(coding(coding_id))]
    remove_code(actor=ABARA, code_id=line)
    code_service(actor=ABARA, coding_id=coding_id, key="est_3", evidence=shown, pointers=[1], modifiers=["95"])
    assert not [one for one in findings(coding(coding_id)) if one.code.startswith("remote")]


@pytest.mark.parametrize("kind", [EncounterClass.TELEHEALTH, EncounterClass.PHONE, EncounterClass.OFFICE])
def test_where_the_patient_of_a_visit_at_a_distance_was_is_said_before_the_release(
    office: Office, kind: EncounterClass
) -> None:
    visit = begin_visit(office, make_patient(), Ref("appointment", new_id()), kind=kind)
    note_id = start_note(actor=PROGRAM, encounter_id=visit, text=NOTE)
    sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    coding_id, shown = start_coding(actor=ABARA, encounter_id=visit), words(visit, "Cough")
    code_diagnosis(actor=ABARA, coding_id=coding_id, code="R05.1", evidence=shown)
    code_service(actor=ABARA, coding_id=coding_id, key="culture", evidence=shown, pointers=[1])
    unsaid = "place-unsaid" in {one.code for one in findings(coding(coding_id))}
    assert unsaid is (kind is EncounterClass.TELEHEALTH), "by telephone the site's holds until somebody says more"
    assert "place-unsaid" not in {one.code for one in findings(coding(coding_id), "11")}
    if unsaid:
        with pytest.raises(Refusal, match="Say where the patient was"):
            finish_coding(actor=ABARA, coding_id=coding_id)
    if kind is EncounterClass.OFFICE:
        with pytest.raises(Refusal, match="was at the site"):
            say_place(actor=ABARA, coding_id=coding_id, place="10")
        return
    with pytest.raises(Invalid, match="at home"):
        say_place(actor=ABARA, coding_id=coding_id, place="11")
    with pytest.raises(NotFound):
        say_place(actor=RECEPTION, coding_id=coding_id, place="10")
    for place in ("02", "10"):
        say_place(actor=ABARA, coding_id=coding_id, place=place)
    assert coding(coding_id).place == "10"
    finish_coding(actor=ABARA, coding_id=coding_id)
    with pytest.raises(Refusal):
        say_place(actor=ABARA, coding_id=coding_id, place="02")


def test_the_desk_says_where_the_patient_was_by_one_key(office: Office) -> None:
    here, there = (
        begin_visit(office, make_patient(), Ref("appointment", new_id()), kind=kind)
        for kind in (EncounterClass.OFFICE, EncounterClass.TELEHEALTH)
    )
    for visit in (here, there):
        note_id = start_note(actor=PROGRAM, encounter_id=visit, text=NOTE)
        sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    abara = signed_in("abara")
    assert "At a distance" not in abara.get(f"/coding/visit/{here}/").content.decode()
    assert 'data-key="h"' in abara.get(f"/coding/visit/{there}/").content.decode()
    codes = coded(there)
    assert codes is not None
    address = f"/coding/{codes.id}/place/"
    assert abara.post(address, {"place": "10", "once": new_id().hex}).status_code == 302
    assert 'value="10" aria-pressed="true"' in abara.get(f"/coding/visit/{there}/").content.decode()
    assert abara.post(address, {"place": "99", "once": new_id().hex}).status_code == 422

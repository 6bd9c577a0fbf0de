"""Diagnoses by date: what was released, on its words, as far as somebody may know; nothing that nobody released."""

import csv
import io
from datetime import date
from uuid import UUID

import pytest

from medoffice.practice.api import today_here
from medoffice.practice.tests.makers import Office
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.rights.api import answer_restriction, ask_restriction
from medoffice.records.rights.types import Objection
from medoffice.revenue.coding.actions.take_facts import take_facts
from medoffice.revenue.coding.api import coded, diagnoses_between, diagnoses_of, finish_coding
from medoffice.revenue.coding.tests.makers import NOTE, make_coded, make_office
from medoffice.revenue.coding.types import Recipient
from medoffice.security.api import actor_named, audit_lines, deny_subject, label_visit
from medoffice.security.tests.makers import person, sign_in, signed_in, written_down
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2000, 1, 1), date(2100, 1, 1)


@pytest.fixture
def office() -> Office:
    return make_office()


def released(office: Office, who: UUID) -> UUID:
    """A visit of this patient whose codes a coder released."""
    visit = make_coded(office, who)
    codes = coded(visit)
    assert codes is not None
    finish_coding(actor=PROGRAM, coding_id=codes.id)
    return visit


def test_a_fact_says_whose_when_on_which_words_and_by_whom(office: Office) -> None:
    who = make_patient()
    visit = released(office, who)
    (one,) = diagnoses_of(PROGRAM, who)
    codes = coded(visit)
    assert codes is not None
    assert (one.patient_id, one.date, one.encounter_id, one.code) == (who, codes.date, visit, "J06.9")
    assert (one.position, one.evidence, one.coded_by) == (1, codes.diagnoses[0].evidence, PROGRAM.name)
    assert one.evidence.quote == NOTE[:5]
    assert list(diagnoses_between(PROGRAM, codes.date, codes.date)) == [one]
    assert list(diagnoses_between(PROGRAM, FIRST, codes.date.replace(year=codes.date.year - 1))) == []


def test_what_nobody_released_is_no_fact(office: Office) -> None:
    who = make_patient()
    make_coded(office, who)
    assert diagnoses_of(PROGRAM, who) == list(diagnoses_between(PROGRAM, FIRST, LAST)) == []


def test_what_somebody_may_not_know_is_not_among_them(office: Office) -> None:
    who, other = make_patient(), make_patient("Reyes", "Ada")
    abara = person("abara")
    kept, _ = released(office, who), released(office, who)
    released(office, other)
    label_visit(actor=PROGRAM, subject=who, things=[kept], label=Label.PART2, why="a program")
    deny_subject(actor=PROGRAM, user_id=abara.id, subject=other, reason="a relative")
    known = list(diagnoses_between(abara, FIRST, LAST))
    assert kept not in {one.encounter_id for one in known}
    assert {one.patient_id for one in known} == {who}
    assert len(list(diagnoses_between(PROGRAM, FIRST, LAST))) == 3
    assert sign_in("abara").get(f"/coding/of/{other}/").status_code == 404


def test_the_coder_opens_them_from_the_desk_with_a_key(office: Office) -> None:
    who = make_patient()
    visit = released(office, who)
    person("abara")
    abara = sign_in("abara")
    assert f'href="/coding/of/{who}/"' in abara.get(f"/coding/visit/{visit}/").content.decode()
    page = abara.get(f"/coding/of/{who}/").content.decode()
    assert f'href="/coding/visit/{visit}/"' in page
    assert f"<bdi>{NOTE[:5]}</bdi>" in page


def test_a_span_of_days_is_a_screen_and_a_table_that_says_whence_each_is_known(office: Office) -> None:
    who, kept = make_patient(), make_patient("Reyes", "Ada")
    visit, secret = released(office, who), released(office, kept)
    label_visit(actor=PROGRAM, subject=kept, things=[secret], label=Label.PART2, why="a program")
    abara = signed_in("abara")
    page = abara.get("/coding/diagnoses/").content.decode()
    assert f'href="/coding/visit/{visit}/"' in page
    assert str(secret) not in page
    asked = {"first": "-10d", "last": "t", "begins": "j069", "to_name": "Prairie registry", "purpose": "law"}
    answer = abara.post("/coding/diagnoses/table/", asked)
    head, *rows = csv.reader(io.StringIO(answer.content.decode()))
    codes = coded(visit)
    assert codes is not None
    note = codes.diagnoses[0].evidence.ref.id
    assert (head[0], len(rows), rows[0][2]) == ("mrn", 1, "J06.9")
    assert rows[0][5:7] == [f"note {note} 0-5", NOTE[:5]]
    assert "coding.take" in {one.word for one in audit_lines(subject=who)}
    ((left,), _) = log(PROGRAM, Sought(patient_id=who))
    assert (left.to_name, left.purpose.key, left.way) == ("Prairie registry", "law", "table")
    assert log(PROGRAM, Sought(patient_id=kept)) == ([], 0)
    for unsaid in ({"to_name": ""}, {"purpose": ""}, {"purpose": "public_health"}):
        assert abara.post("/coding/diagnoses/table/", asked | unsaid).status_code == 422, "to whom, what for, why"
    assert abara.get("/coding/diagnoses/?first=t&last=-1d").status_code == 422
    none = abara.post("/coding/diagnoses/table/", asked | {"begins": "E11"})
    assert len(none.content.decode().splitlines()) == 1
    assert abara.post("/coding/diagnoses/table/", asked | {"last": "soon"}).status_code == 422
    assert abara.get("/coding/diagnoses/?first=soon").status_code == 422
    assert signed_in("ruiz").get("/coding/diagnoses/").status_code == 200
    assert signed_in("chen").post("/coding/diagnoses/table/", asked).status_code == 404
    assert signed_in("lind").get("/coding/diagnoses/").status_code == 404


def test_words_of_a_psychotherapy_note_are_not_shown_and_never_leave(office: Office) -> None:
    who, other = make_patient(), make_patient("Reyes", "Ada")
    visit, plain = released(office, who), released(office, other)
    author = person("ruiz")
    label_visit(
        actor=PROGRAM, subject=who, things=[visit], label=Label.PSYCHOTHERAPY, why="a session", written_by=author.id
    )
    abara = signed_in("abara")
    page = abara.get(f"/coding/of/{who}/").content.decode()
    assert "J06.9" in page
    assert NOTE[:5] not in page
    assert "words that you may not read" in page
    assert {one.encounter_id: one.evidence.quote for one in diagnoses_between(actor_named("abara"), FIRST, LAST)} == {
        visit: "",
        plain: NOTE[:5],
    }
    assert [one.evidence.quote for one in diagnoses_of(author, who)] == [NOTE[:5]], "its author reads it"
    for actor in (author, actor_named("abara"), PROGRAM):
        left = diagnoses_between(actor, FIRST, LAST, word="coding.take")
        assert visit not in {one.encounter_id for one in left}


def test_from_a_plan_what_was_paid_in_full_is_left_out_of_the_table_and_of_the_log(office: Office) -> None:
    who, other = make_patient(), make_patient("Reyes", "Ada")
    visit = released(office, who)
    released(office, other)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.RESTRICTED, why="paid it")
    abara = person("abara")
    for purpose, told in (("payment", {other}), ("law", {who, other})):
        to = Recipient("Prairie Health", "", purpose, "a registry of theirs")
        found = take_facts(actor=abara, first=FIRST, last=LAST, to=to)
        assert {one.patient_id for one in found} == told
    assert [log(PROGRAM, Sought(patient_id=one))[1] for one in (who, other)] == [1, 2]


def test_to_whom_the_office_agreed_to_tell_nothing_the_table_says_nothing_of_that_patient(office: Office) -> None:
    who, other = make_patient(), make_patient("Reyes", "Ada")
    for one in (who, other):
        released(office, one)
    wanted = Objection("Prairie registry", "any of it", "", "licence", today_here())
    asked = ask_restriction(actor=PROGRAM, patient_id=who, wanted=wanted)
    abara = person("abara")

    def told(name: str) -> set[UUID]:
        to = Recipient(name, "", "law", "a registry of theirs")
        return {one.patient_id for one in take_facts(actor=abara, first=FIRST, last=LAST, to=to)}

    assert told("Prairie registry") == {who, other}, "it was asked for, and is not agreed to yet"
    answer_restriction(actor=office.provider, restriction_id=asked, seen_version=1, agrees=True, why="")
    assert told("Prairie registry") == {other}
    assert told("State registry") == {who, other}
    assert [event["left_out"] for _, event in written_down("coding.take")] == [0, 1, 0]
    assert [log(PROGRAM, Sought(patient_id=one))[1] for one in (who, other)] == [2, 3]


@pytest.mark.parametrize(
    ("label", "see", "take"),
    [
        (Label.PART2, {"okafor", "ruiz"}, set()),
        (Label.MINOR, {"okafor", "ruiz", "abara"}, set()),
        (Label.PSYCHOTHERAPY, {"okafor", "ruiz", "abara", "petrov"}, set()),
        (Label.RESTRICTED, {"okafor", "ruiz", "abara", "petrov"}, {"okafor", "abara", "petrov"}),
        (None, {"okafor", "ruiz", "abara", "petrov"}, {"okafor", "abara", "petrov"}),
    ],
)
def test_each_label_keeps_its_visit_from_the_screen_and_the_table_of_who_may_not_know_it(
    office: Office, label: Label | None, see: set[str], take: set[str]
) -> None:
    visit = released(office, who := make_patient())
    if label:
        author = office.provider.id if label is Label.PSYCHOTHERAPY else None
        label_visit(actor=PROGRAM, subject=who, things=[visit], label=label, why="a test", written_by=author)
    days = {"first": "-10d", "last": "t", "to_name": "Prairie registry", "purpose": "law"}
    saw, took = set(), set()
    for name in ("okafor", "ruiz", "abara", "petrov"):
        client = sign_in(name) if name == "okafor" else signed_in(name)
        if str(visit) in client.get("/coding/diagnoses/").content.decode():
            saw.add(name)
        answer = client.post("/coding/diagnoses/table/", days)
        if answer.status_code == 200 and len(answer.content.decode().splitlines()) > 1:
            took.add(name)
    assert (saw, took) == (see, take)

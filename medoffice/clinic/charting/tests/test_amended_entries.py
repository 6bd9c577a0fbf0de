"""Amendments of entries: accepted, the entry gets its amended version; what stands beside it goes wherever it goes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.clinic.charting.api import amend_entry, change_entry, chart_of
from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Told, Version
from medoffice.front_office.letters.api import publish_template, start_letter
from medoffice.front_office.letters.types.templates import Group
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.api import told_on_paper
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.releases.api import check_request, deliver, note_request, pick_pages, request
from medoffice.records.releases.types import Asked, Checked, Way
from medoffice.records.releases.types import Asker as CopyAsker
from medoffice.records.rights.api import accept_amendment, add_line, amendment, ask_amendment, deny_amendment
from medoffice.records.rights.types import Answer, Asker, LineKind, Wanted
from medoffice.security.api import actor_named, label_visit
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
ALLERGIES, MEDS, PROBLEMS = ListKind.ALLERGY, ListKind.MEDICATION, ListKind.PROBLEM
WRONG, STATEMENT = "It was my sister who swelled up", "Latex: the patient was never tested; the sister is allergic."
DISAGREES = "I have never taken it and want that read"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        found = make_office()
        person("vega")
        yield found


def asked(who: UUID, entry: UUID, by: Actor = PROGRAM) -> UUID:
    wanted = Wanted(f"list_entry-{entry.hex}", WRONG, "", Asker.PATIENT, "", "licence", NOW.date())
    return ask_amendment(actor=by, patient_id=who, wanted=wanted)


def accept(by: Actor, ask: UUID, told: Told | None, *, seen: int = 1, statement: str = STATEMENT) -> int:
    return amend_entry(
        actor=by, amendment_id=ask, seen_version=1, seen_entry=seen, told=told, statement=statement, tell=""
    )


def history(who: UUID, entry: UUID) -> tuple[Version, ...]:
    return chart_of(PROGRAM, who).histories[entry]


def denied(office: Office, who: UUID, entry: UUID) -> UUID:
    """An amendment that is denied."""
    ask = asked(who, entry)
    why = "The pharmacy's list says so"
    deny_amendment(actor=office.provider, amendment_id=ask, seen_version=1, ground="right_as_it_is", why=why)
    return ask


def copies_of(who: UUID) -> str:
    """The words of copies of all there is of a chart that can be copied."""
    wanted = Asked(CopyAsker.ATTORNEY, "order", "Marsh & Pell", "", "it", "what it names", NOW.date())
    ask = note_request(actor=PROGRAM, patient_id=who, asked=wanted)
    found = tuple(element.key for element in request(PROGRAM, ask).paper.elements)
    check_request(actor=PROGRAM, request_id=ask, seen_version=1, checked=Checked(found, "known"))
    page = sign_in("vega").get(f"/releases/{ask}/").content.decode()
    keys = {part.split('"')[0].removeprefix("pages-") for part in page.split('name="')[1:] if part.startswith("pages-")}
    pick_pages(actor=PROGRAM, request_id=ask, seen_version=2, pages=dict.fromkeys(keys, "all"), black={}, why="it")
    sent = deliver(actor=PROGRAM, request_id=ask, way=Way.HAND)
    made = sign_in("vega").get(f"/releases/copies/{sent}/").content
    return " ".join(" ".join(one.extract_text() for one in PdfReader(BytesIO(made)).pages).split())


def test_cm4_an_entry_that_is_amended_gets_its_version_with_the_amendment_as_its_cause(office: Office) -> None:
    who = make_patient()
    entry = enter(who, ALLERGIES, "Latex", details={"reaction": "swelling"})
    ask = asked(who, entry)
    right = Told("Latex", verification="refuted")
    with pytest.raises(Refusal, match="where it stands"):
        accept_amendment(actor=office.provider, amendment_id=ask, seen_version=1, statement=STATEMENT, tell="")
    with pytest.raises(Conflict):
        accept(office.provider, ask, right, seen=7)
    for told, statement in ((right, " "), (history(who, entry)[-1].told, STATEMENT), (Told(""), STATEMENT)):
        with pytest.raises(Invalid):
            accept(office.provider, ask, told, statement=statement)
    assert amendment(PROGRAM, ask).answer is Answer.OPEN
    assert len(history(who, entry)) == 1
    assert accept(office.provider, ask, right) == 2
    before, now = history(who, entry)
    assert (before.told.details, now.told.verification, now.why) == ({"reaction": "swelling"}, "refuted", STATEMENT)
    assert (now.cause, now.by) == (Cause(CauseKind.AMENDMENT, ask, "AM-10001"), office.provider.name)
    assert amendment(PROGRAM, ask).answer is Answer.ACCEPTED
    page = sign_in("okafor").get(f"/charting/chart/{who}/?at={entry}").content.decode()
    assert page.count(STATEMENT) >= 2
    assert "amended as the patient asked: AM-10001" in page
    assert f'href="/rights/{ask}/" data-key="o"' in page


def test_cm4_what_was_entered_in_error_is_struck_and_what_was_put_right_before_is_accepted(office: Office) -> None:
    who = make_patient()
    wrong, right = enter(who, MEDS, "Warfarin"), enter(who, MEDS, "Aspirin")
    asks = asked(who, wrong), asked(who, right)
    assert accept(office.provider, asks[0], None) == 2
    assert history(who, wrong)[-1].struck
    cause = Cause(CauseKind.SAID)
    with clock.frozen(NOW.replace(hour=19)):
        changed = Told("Aspirin", status="stopped")
        change_entry(actor=PROGRAM, entry_id=right, told=changed, seen_version=1, cause=cause)
        assert accept(office.provider, asks[1], changed, seen=2) == 3
    assert history(who, right)[-1].cause.kind is CauseKind.AMENDMENT
    with pytest.raises(Invalid):
        asked(who, wrong)


def test_cm4_a_statement_of_disagreement_goes_wherever_the_entry_goes(office: Office) -> None:
    who = make_patient()
    entry = enter(who, MEDS, "Warfarin", details={"dose": "5 mg"})
    ask = denied(office, who, entry)
    body = "They take:\n{each chart.medications}\n- {item.words}\n{end}"
    publish_template(
        actor=PROGRAM, key="med-list", language="en", title="Medications", group=Group.RECORDS, purpose="treatment",
        signed=False, to="other", body=body,
    )  # fmt: skip

    def everywhere() -> list[bool]:
        made = start_letter(actor=office.provider, patient_id=who, key="med-list")
        screen = sign_in("okafor").get(f"/charting/chart/{who}/").content.decode()
        paper = " ".join(told_on_paper(PROGRAM, "downtime.tell", [who])["medications"][1][who])
        given = {"to_name": "Dr. Vega", "purpose": "treatment"}
        file = sign_in("okafor").post(f"/summaries/give/{who}/", given).content.decode()
        letter = sign_in("okafor").get(f"/letters/{made}/").content.decode()
        told = [screen, paper, copies_of(who), file, letter]
        assert [one for one in told if "Warfarin" not in one] == []
        return [DISAGREES in one for one in told]

    assert everywhere() == [False] * 5
    add_line(actor=PROGRAM, amendment_id=ask, kind=LineKind.DISAGREES, words=DISAGREES)
    assert everywhere() == [True] * 5


def test_cm4_what_stands_beside_an_entry_is_as_confidential_as_the_entry(office: Office) -> None:
    who = make_patient()
    visit = make_visit(office, who)
    at_visit = Cause(CauseKind.ENCOUNTER, visit)
    plain, kept = enter(who, MEDS, "Sertraline"), enter(who, MEDS, "Buprenorphine", at_visit)
    changed = Told("Sertraline", details={"reason": "craving"})
    change_entry(actor=PROGRAM, entry_id=plain, told=changed, seen_version=1, cause=at_visit)
    asks = [denied(office, who, plain), denied(office, who, kept)]
    for ask in asks:
        add_line(actor=PROGRAM, amendment_id=ask, kind=LineKind.DISAGREES, words=DISAGREES)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="programme")
    coder = person("abara")
    assert [one.told.words for one in chart_of(coder, who).lists[MEDS]] == ["Sertraline"]
    assert DISAGREES not in sign_in("abara").get(f"/charting/chart/{who}/").content.decode()
    assert sign_in("okafor").get(f"/charting/chart/{who}/").content.decode().count(DISAGREES) == 2
    paper = " ".join(told_on_paper(PROGRAM, "downtime.tell", [who])["medications"][1][who])
    assert (DISAGREES in paper, "craving" in paper) == (False, False)
    went = copies_of(who)
    assert ("Sertraline" in went, "craving" in went, "Buprenorphine" in went, DISAGREES in went) == (True, *[False] * 3)
    for ask in asks:
        with pytest.raises(NotFound):
            amendment(actor_named("vega"), ask)
    with pytest.raises(Invalid):
        asked(who, kept, actor_named("vega"))


@pytest.mark.usefixtures("office")
def test_cm4_an_entry_is_accepted_on_its_page_by_who_keeps_the_lists() -> None:
    who = make_patient()
    entry = enter(who, PROBLEMS, "Gout", system="ICD-10-CM", code="M10.9", began="2019")
    person("haddad")
    person("lind")
    desk, doctor, privacy = sign_in("vega"), sign_in("okafor"), sign_in("haddad")
    assert "Problem: Gout (lists)" in desk.get(f"/rights/amend/{who}/").content.decode()
    assert "Problem: Gout" not in sign_in("lind").get(f"/rights/amend/{who}/").content.decode()
    ask = asked(who, entry)
    here, there = f"/rights/{ask}/", f"/charting/amend/{ask}/"
    assert there in doctor.get(here).content.decode()
    assert there not in privacy.get(here).content.decode()
    assert {desk.get(there).status_code, privacy.get(there).status_code} == {404}
    assert 'value="M10.9"' in doctor.get(there).content.decode()
    typed = {"version": 1, "entry": 1, "code": "M10.9", "words": "Gout", "status": "active", "began": "2019"}
    typed |= {"verification": "refuted"}
    assert doctor.post(there, typed).status_code == 422
    answer = doctor.post(there, typed | {"statement": STATEMENT, "tell": "Dr. Weiss"})
    assert (answer.status_code, answer.headers["Location"]) == (302, here)
    now = history(who, entry)[-1].told
    assert (now.code, now.system, now.verification) == ("M10.9", "ICD-10-CM", "refuted")
    again = doctor.post(there, typed | {"statement": STATEMENT, "entry": 2})
    assert (again.status_code, len(history(who, entry))) == (422, 2)

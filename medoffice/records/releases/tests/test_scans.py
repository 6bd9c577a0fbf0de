"""Nothing goes by an authorization before the signed paper is in the chart, with its day and its end."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.tests.makers import make_office
from medoffice.records.documents.api import keep_document
from medoffice.records.documents.tests import makers
from medoffice.records.documents.tests.test_actions_chart import filed
from medoffice.records.documents.types.papers import Door, Made
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.releases.api import check_request, deliver, note_request, papers, pick_pages, request
from medoffice.records.releases.types import Asked, Asker, Checked, State, Way
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
SIGNED, ENDS = date(2026, 11, 18), date(2026, 12, 31)


@pytest.fixture
def desk() -> Actor:
    """Specialist Vega, who gives copies out."""
    clock.freeze(datetime(2026, 11, 24, 18, tzinfo=UTC))
    make_office()
    return person("vega")


def picked(desk: Actor, who: UUID, asker: Asker, paper: str) -> UUID:
    told = Asked(asker, paper, "Marsh & Pell", "", "the year 2026", "what they name", date(2026, 11, 20))
    made = note_request(actor=PROGRAM, patient_id=who, asked=told)
    pages = {f"document-{filed(who, f'the visit, {asker}').hex}": "all"}
    pick_pages(actor=desk, request_id=made, seen_version=1, pages=pages, black={}, why="what they name")
    return made


def check(
    desk: Actor, made: UUID, scan: UUID | None = None, signed: date | None = None, ends: date | None = None,
    when: str = "",
) -> None:  # fmt: skip
    one = request(desk, made)
    found = tuple(element.key for element in one.paper.elements)
    told = Checked(found, "called back", (), scan, signed, ends, when)
    check_request(actor=desk, request_id=made, seen_version=one.version, checked=told)


def test_an_authorization_is_named_in_the_chart_with_its_days_before_anything_goes(desk: Actor) -> None:
    who = make_patient()
    made, scan = picked(desk, who, Asker.ATTORNEY, "authorization"), filed(who, "an authorization")
    tries = [
        ((None, SIGNED, ENDS), "not in the chart"),
        ((scan, None, ENDS), "was signed"),
        ((scan, SIGNED, None), "when the authorization ends"),
        ((scan, SIGNED, date(2026, 11, 23)), "ended on 11/23/2026"),
    ]
    for told, words in tries:
        check(desk, made, *told)
        with pytest.raises(Refusal, match=words):
            deliver(actor=desk, request_id=made, way=Way.HAND)
    for told, field in (
        ((scan, date(2026, 11, 25), None), "signed_on"),
        ((scan, SIGNED, date(2026, 11, 17)), "ends_on"),
    ):
        with pytest.raises(Invalid) as wrong:
            check(desk, made, *told)
        assert set(wrong.value.detail["fields"]) == {field}
    with pytest.raises(Invalid) as wrong:
        check(desk, made, filed(make_patient("Quist", "Otto"), "another's"), SIGNED, ENDS)
    assert set(wrong.value.detail["fields"]) == {"paper_document"}
    check(desk, made, scan, SIGNED, None, "when the case is closed")
    deliver(actor=desk, request_id=made, way=Way.HAND)
    assert request(desk, made).state is State.DELIVERED


def test_who_asks_for_the_patient_for_treatment_or_payment_needs_no_scan(desk: Actor) -> None:
    assert {key for key, paper in papers().items() if paper.scan} == {"authorization"}
    kinds = ((Asker.PATIENT, "request"), (Asker.PROVIDER, "treatment"), (Asker.INSURER, "payment"))
    for asker, paper in kinds:
        made = picked(desk, make_patient(asker.value.capitalize(), "Ann"), asker, paper)
        check(desk, made)
        deliver(actor=desk, request_id=made, way=Way.HAND)
        assert request(desk, made).state is State.DELIVERED


def test_the_screen_says_what_is_missing_and_takes_the_paper_and_its_days(desk: Actor) -> None:
    who, client = make_patient(), sign_in("vega")
    made, scan = picked(desk, who, Asker.ATTORNEY, "authorization"), filed(who, "an authorization")
    typed = {"version": request(desk, made).version, "found": "1-10", "identity": "called back"}
    assert client.post(f"/releases/{made}/check/", typed).status_code == 302
    assert "The signed authorization is not in the chart." in client.get(f"/releases/{made}/").content.decode()
    days = {"version": request(desk, made).version, "paper_document": str(scan), "signed_on": "11/18/2026"}
    answer = client.post(f"/releases/{made}/check/", typed | days | {"ends_on": "11/17/2026"})
    assert (answer.status_code, "It would end before it was signed." in answer.content.decode()) == (422, True)
    assert client.post(f"/releases/{made}/check/", typed | days | {"ends_on": "12/31/2026"}).status_code == 302
    assert client.post(f"/releases/{made}/deliver/", {"way": "hand"}).status_code == 302
    assert request(desk, made).checked.ends_on == ENDS


def test_the_confirmation_of_a_fax_is_not_offered_as_the_paper_that_was_scanned(desk: Actor) -> None:
    who, client = make_patient(), sign_in("vega")
    made, scan = picked(desk, who, Asker.ATTORNEY, "authorization"), filed(who, "an authorization")
    sent = Made("fax-sent", "Fax F-1 to Marsh & Pell", makers.paper("Fax confirmation"), ("Fax confirmation",), None)
    confirmation = keep_document(actor=PROGRAM, patient_id=who, door=Door.FAX, made=sent)
    for path in (f"/releases/new/{who}/", f"/releases/{made}/"):
        page = client.get(path).content.decode()
        assert (f'value="{scan}"' in page, f'value="{confirmation}"' in page) == (True, False), path
    typed = {"version": request(desk, made).version, "found": "1-10", "identity": "called back"}
    days = {"signed_on": "11/18/2026", "ends_on": "12/31/2026", "paper_document": str(confirmation)}
    assert client.post(f"/releases/{made}/check/", typed | days).status_code == 422

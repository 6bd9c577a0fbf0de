"""A visit's claim with one thing changed in thought: what it would come to; nothing of it is kept, none is proposed."""

import html
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.records.encounters.api import encounter
from medoffice.revenue.claims.queries import history
from medoffice.revenue.claims.queries.history import answered_before, billed_first
from medoffice.revenue.claims.queries.supposing import sides
from medoffice.revenue.claims.rules import odds
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place
from medoffice.revenue.coding.api import Change, What, changes, coded, finish_coding, suppose
from medoffice.revenue.coding.tests.makers import START, make_coded, make_decided
from medoffice.revenue.coding.types import CodedEncounter
from medoffice.security.api import deny_subject, label_visit
from medoffice.security.tests.makers import person, shown_last, sign_in, signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
PAID = line("{0}1", "ZZ001", "150", "96", "CO 45 30", "PR 3 24")
DENIED = line("{0}1", "ZZ001", "150", "0", "CO 16 150")


@pytest.fixture
def place() -> Place:
    """Three visits were billed: two paid, one denied."""
    made = make_place()
    for _ in range(3):
        made.visit("visit")
    return made


def answer(place: Place) -> None:
    """The payer's answers to the three."""
    told = [
        claim("A", "1", "150", "96", "24", PAID.replace("{0}", "A")),
        claim("B", "1", "150", "96", "24", PAID.replace("{0}", "B")),
        claim("C", "4", "150", "0", "0", DENIED.replace("{0}", "C")),
    ]
    text = "".join(told).format(**place.names())
    place.receive(interchange(advice(text, trace="T1", amount="192")))


def found(visit: UUID) -> CodedEncounter:
    codes = coded(visit)
    assert codes is not None
    return codes


def tables() -> dict[str, int]:
    """How many rows each table has, but for the trail and the session."""
    with connection.cursor() as cursor:
        names = [name for name in connection.introspection.table_names() if not name.startswith(("audit", "django_s"))]
        counts = {}
        for name in names:
            cursor.execute(f'SELECT count(*) FROM "{name}"')  # noqa: S608 - its name
            counts[name] = int(cursor.fetchone()[0])
    return counts


def test_what_a_payer_answered_first_is_what_it_made_of_a_service(place: Place) -> None:
    answer(place)
    told = answered_before(place.office.payer_id, ["ZZ001", "ZZ002"], START)
    assert sorted((one.code, one.diagnosis, one.paid, one.denied) for one in told) == [
        ("ZZ001", "J06.9", Money(0), True),
        ("ZZ001", "J06.9", Money(9600), False),
        ("ZZ001", "J06.9", Money(9600), False),
    ]
    assert answered_before(place.second_payer_id, ["ZZ001"], START) == []


def test_of_a_service_only_the_latest_lines_are_looked_at(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(place)
    assert history.MOST == 400
    monkeypatch.setattr(history, "MOST", 2)
    told = answered_before(place.office.payer_id, ["ZZ001"], START)
    assert sorted(one.denied for one in told) == [False, True], "the first of the three is left out"


def test_what_was_answered_more_than_two_years_ago_says_nothing(place: Place) -> None:
    answer(place)
    visit = make_coded(place.office, place.patient_id, "visit")
    codes, seen = found(visit), encounter(visit)
    under, at = billed_first(seen), clock.now()
    for days, lines in ((730, 3), (731, 0)):
        with clock.frozen(at + timedelta(days=days)):
            assert sides(seen, codes, None, under)[0].lines[0].shares[0].lines == lines


def test_before_and_after_stand_side_by_side_and_too_few_say_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(place)
    visit = make_coded(place.office, place.patient_id, "visit")
    codes, seen = found(visit), encounter(visit)
    tried = suppose(PROGRAM, codes, Change("service new", What.CODE, "ZZ002"))
    before, after = sides(seen, codes, tried, billed_first(seen))
    assert after is not None
    assert (before.charged, after.charged) == (Money(15_000), Money(19_000))
    assert (before.expected, after.expected) == (None, None)  # three lines say nothing
    assert [one.shares[0].says for one in after.lines] == [False, False]
    monkeypatch.setattr(odds, "FEW", 2)
    before, after = sides(seen, codes, tried, billed_first(seen))
    assert after is not None
    assert before.expected == Money(12_000)
    assert after.expected is None  # of the culture no line was ever answered
    assert (before.lines[0].shares[0].denied, before.lines[0].shares[0].lines) == (1, 3)


def test_findings_are_those_of_the_desk_for_what_is_supposed(place: Place) -> None:
    visit = make_coded(place.office, place.patient_id, "visit")
    codes, seen = found(visit), encounter(visit)
    _, after = sides(seen, codes, suppose(PROGRAM, codes, Change("diagnosis 1", What.OUT)), billed_first(seen))
    assert after is not None
    assert "pointers-count" in {one.code for one in after.own}
    assert "pointers-count" not in {one.code for one in after.both}


@pytest.mark.parametrize(
    ("part", "what", "to", "code"),
    [
        ("diagnosis 1", What.CODE, "J06.9", "supported"),  # its words are coded already
        ("diagnosis 1", What.CODE, "E11.9", "no-evidence"),
        ("service 1", What.CODE, "ZZ002", "no-evidence"),
        ("service 1", What.UNITS, "2", "shown"),
        ("service 1", What.MODIFIERS, "25", "shown"),
        ("service 1", What.OUT, "", "shown"),
        ("claim", What.PLACE, "02", "shown"),
    ],
)
def test_p51_what_supports_it_is_said_before_any_money(place: Place, part: str, what: What, to: str, code: str) -> None:
    visit = make_coded(place.office, place.patient_id, "visit")
    assert [one.code for one in suppose(PROGRAM, found(visit), Change(part, what, to)).support] == [code]


def test_a_level_that_the_worksheet_does_not_give_is_not_supported(place: Place) -> None:
    codes = make_decided(place.office)
    tried = suppose(PROGRAM, codes, Change("service new", What.CODE, "est_4"))
    assert [one.code for one in tried.support] == ["no-evidence"]


@pytest.mark.parametrize(
    ("part", "what", "to", "says"),
    [
        ("diagnosis 1", "code", "NOPE", "NOPE is no ICD-10-CM code"),
        ("diagnosis 1", "code", "", "Nothing is no ICD-10-CM code"),
        ("service 1", "code", "99999", "99999 is no service of the office"),
        ("service 1", "units", "0", "Units are 1 to 999"),
        ("service 1", "units", "2 3", "Units are 1 to 999"),
        ("service 1", "units", "\u0663", "Type figures"),
        ("service 1", "pointers", "x", "Type figures"),
        ("claim", "place", "999", "999 is no place of service"),
        ("diagnosis 9", "out", "", "Select a valid choice"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_field(place: Place, part: str, what: str, to: str, says: str) -> None:
    visit = make_coded(place.office, place.patient_id, "visit")
    answered = signed_in("abara").post(f"/claims/visit/{visit}/suppose/", once(change=f"{part}: {what}", to=to))
    assert answered.status_code == 422
    assert says in html.unescape(answered.content.decode())


def once(**told: str) -> dict[str, str]:
    return {"once": new_id().hex, **told}


def tried(client: Client, visit: UUID, **told: str) -> str:
    answered = client.post(f"/claims/visit/{visit}/suppose/", once(**told))
    assert answered.status_code == 200
    return html.unescape(answered.content.decode())


def test_nothing_is_kept_but_that_it_was_looked_at(place: Place) -> None:
    visit = make_coded(place.office, place.patient_id, "visit")
    abara = signed_in("abara")
    assert 'href="/claims/visit/' in abara.get(f"/coding/visit/{visit}/").content.decode()
    page = abara.get(f"/claims/visit/{visit}/suppose/").content.decode()
    assert "Choose one thing on the left." in page
    before, codes = tables(), found(visit)
    shown = tried(abara, visit, change="diagnosis 1: code", to="E11.9")
    assert "Without words that support it it is not coded." in shown
    assert shown.index("Does the chart support it?") < shown.index("$150.00")
    for word in ("best", "recommend", "highest", "increase"):
        assert word not in shown.split("<main", 1)[1].lower()
    after = tables()
    assert {name for name in before if before[name] != after[name]} <= {"once_key", "security_once"}
    assert found(visit) == codes
    assert shown_last("claims.suppose") == {"supposed": "diagnosis 1: code", "to": "E11.9"}


def test_who_may_not_know_of_the_visit_or_has_another_job_finds_nobody(place: Place) -> None:
    visit = make_coded(place.office, place.patient_id, "visit")
    address = f"/claims/visit/{visit}/suppose/"
    assert signed_in("lind").get(address).status_code == 404
    assert signed_in("nox").get(address).status_code == 404
    abara = person("abara")
    deny_subject(actor=PROGRAM, user_id=abara.id, subject=place.patient_id, reason="a relative")
    assert sign_in("abara").get(address).status_code == 404


def test_a_visit_that_the_patient_pays_alone_has_no_payer(place: Place) -> None:
    visit = make_coded(place.office, place.patient_id, "visit")
    label_visit(actor=PROGRAM, subject=place.patient_id, things=[visit], label=Label.RESTRICTED, why="pays it")
    seen = encounter(visit)
    assert billed_first(seen) is None
    before, _ = sides(seen, found(visit), None, None)
    assert [one.allowed.lines for one in before.lines] == [0]


def test_released_codes_can_be_looked_at_too_and_every_offered_change_is_taken(place: Place) -> None:
    visit = make_coded(place.office, place.patient_id, "visit", "culture")
    codes = found(visit)
    finish_coding(actor=PROGRAM, coding_id=codes.id)
    said = {What.CODE: "E11.9", What.UNITS: "3", What.MODIFIERS: "59", What.POINTERS: "1", What.PLACE: "11"}
    for change, words in changes(codes):
        to = "ZZ003" if change.what is What.CODE and change.part.startswith("service") else said.get(change.what, "")
        assert words
        assert suppose(PROGRAM, codes, Change(change.part, change.what, to)).codes

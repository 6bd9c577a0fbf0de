"""Every form of the office, read off the pages, sent twenty times in a moment with one key acts as if sent once."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from medoffice.front_office.check_in.api import room_patient, send_to_check_out, walk_in
from medoffice.front_office.referrals.api import performers
from medoffice.kernel import clock
from medoffice.kernel.worlds import catalog, current
from medoffice.practice.api import add_room
from medoffice.practice.tests.makers import Office as Place
from medoffice.records.encounters.models import Encounter
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.models import Patient
from medoffice.records.patients.types.people import PatientName
from medoffice.revenue.code_audits.api import add_missed, agree_rest, charts_of_audit, give_level
from medoffice.revenue.code_audits.models import AuditedChart
from medoffice.revenue.code_audits.tests.makers import TEXT, make_audit, make_released, make_services
from medoffice.revenue.code_audits.types import Kind
from medoffice.revenue.coding.actions.add_element import add_element
from medoffice.revenue.coding.actions.reject_suggestion import reject_suggestion
from medoffice.revenue.coding.api import answer_query, ask_provider
from medoffice.revenue.coding.tests.makers import make_decided
from medoffice.security.api import actor_named, add_user
from medoffice.security.tests.makers import PASSWORD, sign_in
from medoffice.security.types import PROGRAM, SYSTEM, Role
from tests.faults.forms import Form, forms_of
from tests.faults.parallel import at_once
from tests.faults.typed import INSTEAD, TYPED
from tests.figures import figure
from tests.policy.office import NOON, make_world, routes

pytestmark = pytest.mark.soak
HANDS = int(os.environ.get("MEDOFFICE_HANDS", "20"))
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Forms that do nothing here, and why.
IDLE = {
    "authorizations:sign": "only a prescriber can (revenue/authorizations/tests/test_actions_authorizations)",
    "charting:gestation": "it asks for weeks, as the chart of one born early does (test_views_measures)",
    "charting:note-template": "a template as it stands is in use already (clinic/charting/tests/test_note_templates)",
    "charting:revise": "only its author can (medoffice/clinic/charting/tests/test_revisions)",
    "charting:routes": "nobody else works there (medoffice/clinic/charting/tests/test_cosigning)",
    "check_in:scan": "it wants a picture (tests/journeys/test_new_card)",
    "claims:fetch": "the door is shut here; each file that comes is an act of its own (test_actions_door)",
    "claims:suppose": "it only looks",
    "desks:follow-search": "it only looks",
    "desks:front": "the script of the board fills it in (medoffice/ui/tests/test_gallery)",
    "desks:work": "it only looks",
    "coding:answer": "only the author of the note can (revenue/coding/tests/test_queries_to_providers)",
    "devices:correct": "the values stand already (medoffice/clinic/devices/tests/test_actions_correcting)",
    "dictation:add": "it wants a recording (medoffice/clinic/dictation/tests/test_views_dictations)",
    "dictation:elsewhere": "it shows whose visit it is first (medoffice/clinic/dictation/tests/test_moving)",
    "dictation:next": "nothing waits here (tests/journeys/test_dictation)",
    "dictation:send": "it wants a recording (medoffice/clinic/dictation/tests/test_views_dictations)",
    "disclosures:log": "it only looks",
    "documents:search": "it only looks",
    "documents:search-chart": "it only looks",
    "documents:upload": "it wants a file (medoffice/records/documents/tests/test_actions_intake)",
    "forms:edit": "a form as it stands is in use already (medoffice/front_office/forms/tests/test_views_writing)",
    "forms:json": "a form as it stands is in use already (medoffice/front_office/forms/tests/test_views_writing)",
    "letters:merge-start": "nobody is on that list here (medoffice/front_office/letters/tests/test_mail_merge)",
    "letters:new-template": "it leads to the page that writes",
    "letters:words": "the letter has gone; others tell (medoffice/front_office/letters/tests/test_letters)",
    "outreach:absences": "nobody has a visit ahead here (exchange/simulators/gateway, test_absence)",
    "outreach:long-away": "nobody was here so long ago (test_actions_recalls)",
    "patients:same": "it leads to the page that compares (medoffice/records/patients/tests/test_views_merge)",
    "prescriptions:their-pharmacies": "it asks which pharmacy (medoffice/clinic/prescriptions/tests/test_pharmacies)",
    "prescriptions:count": "nothing controlled was given here (medoffice/clinic/prescriptions/tests/test_controlled)",
    "prescriptions:change": "what is signed stays (medoffice/clinic/prescriptions/tests/test_actions_prescriptions)",
    "scheduling:book": "the office keeps no hours, so no time is free (test_races books with 32 hands)",
    "scheduling:day": "a visit that is dragged fills it in (tests/journeys/test_scheduler)",
    "scheduling:series": "it books dates that it has shown (test_actions_series)",
    "scheduling:week": "a visit that is dragged fills it in (tests/journeys/test_scheduler)",
    "security:app": "it asks for what an app shows (test_views_factors)",
    "security:passkey": "it asks for a passkey's answer (tests/journeys/test_identity)",
}
# Forms that answer a later hand otherwise, and why.
OTHERWISE = {
    "claims:send": "the door is shut here, which a hand does not hear while another knocks",
    "security:password": "the session of the later hand has ended with the old password",
    "security:user-code": "the code is shown once",
    "flow:display": "the address is shown once",
    "forms:hand": "the link is shown once",
    "letters:link": "the code is shown once",
    "prescriptions:print": "a page has the time of its making in it",
    "summaries:give": "the file is given once; the others are told that it was",
}
# Forms after which more is written down than after one press, though no more is done, and why.
NOTED = {
    "claims:send": "each press knocks at the payer's door, which is shut here, and that is noted",
    "check_in:ask": "each press knocks at the payer's line, and that is noted; the question goes once",
    "check_in:correct-member-id": "the same, after the correction, which is made once",
    "coverage:ask": "each press knocks at the payer's line, and that is noted; the question goes once",
    "letters:open": "each try is judged anew and noted, so that a link that was called back opens for no second press",
    "coding:take-facts": "each hand gets the table, and each that leaves is noted",
    "dashboard:take": "each hand gets the file, and each file that leaves is noted",
}
# Where the second knock at a line that is dead tells a person of it, once.
KNOCKS = {"check_in:ask", "check_in:correct-member-id", "coverage:ask"}
# Every POST shows something to somebody, signs in or seals; these tables do not say what it did.
ASIDE = {"django_session", "audit_seal", "audit_subject", "audit_horizon", "kernel_first_result"}


@dataclass(frozen=True)
class Office:
    """The world of this test, and the ids its addresses hold."""

    world: str
    ids: dict[str, UUID | str]
    abel: UUID


@pytest.fixture(name="office")
def _office(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Office]:
    with django_db_blocker.unblock():
        clock.freeze(NOON)
        made = make_world()
        abel = register_patient(actor=PROGRAM, name=PatientName("Abel", "Otis"), sex="M", birth_date=NOON.date())
        add_room(actor=PROGRAM, site_id=UUID(str(made.ids["site_id"])), name="1")
        _on_the_board(made.ids)
        _to_code(made.ids)
        roles = [role.value for role in Role if role not in SYSTEM]
        add_user(actor=PROGRAM, username="all", name="Noor Haile", roles=roles, password=PASSWORD)
        _to_audit(made.ids)
        yield Office(fresh_world, made.ids, abel)


def _on_the_board(ids: dict[str, UUID | str]) -> None:
    """Two more patients, who have walked in: one waits, one is on the way out."""
    place = {"provider_id": UUID(str(ids["staff_id"])), "site_id": UUID(str(ids["site_id"]))}
    for name in ("Baker", "Cobb"):
        who = register_patient(actor=PROGRAM, name=PatientName(name, "Ann"), sex="F", birth_date=NOON.date())
        visit = walk_in(
            actor=PROGRAM, patient_id=who, visit_type="sick", reason="cough", identity_checked="name", **place
        )
    room_patient(actor=PROGRAM, encounter_id=visit, room="1")
    send_to_check_out(actor=PROGRAM, encounter_id=visit)


def _to_code(ids: dict[str, UUID | str]) -> None:
    """A visit that is being coded: an element counts, one question waits for its answer, another has it."""
    staff, site, payer = (UUID(str(ids[name])) for name in ("staff_id", "site_id", "payer_id"))
    okafor = actor_named("okafor")
    codes = make_decided(Place(site, staff, okafor, payer))
    words = codes.diagnoses[0].evidence
    _, told = (
        ask_provider(actor=PROGRAM, coding_id=codes.id, template=template, evidence=words)
        for template in ("course", "exact")
    )
    answer_query(actor=okafor, query_id=told, choice="as-is")
    reject_suggestion(actor=PROGRAM, coding_id=codes.id, code="E11.9", reason="other-code", evidence=words)
    add_element(actor=PROGRAM, coding_id=codes.id, kind="chronic-stable", about="", evidence=words)


def _to_audit(ids: dict[str, UUID | str]) -> None:
    """Visits of an audit of another's codes: one judged, one begun with a code that is missing, one not."""
    staff, site, payer = (UUID(str(ids[name])) for name in ("staff_id", "site_id", "payer_id"))
    make_services()
    for name in ("Moss", "Nash", "Orr"):
        make_released(Place(site, staff, actor_named("okafor"), payer), PROGRAM, name, "est_4")
    every = actor_named("all")
    whole, seen, _ = charts_of_audit(PROGRAM, make_audit(every, level=4))
    for one in (whole, seen):
        give_level(actor=every, audited_id=one.id, level=4)
    agree_rest(actor=every, audited_id=whole.id)
    words = TEXT[:10]
    add_missed(actor=every, audited_id=seen.id, kind=Kind.DIAGNOSIS, code="I10", start=0, end=10, quote=words)


def forms(office: Office) -> dict[str, list[Form]]:
    """The forms for each address that forms are sent to, filled in, as they stand on the pages."""
    client, found = sign_in("all"), dict[str, list[Form]]()
    asked = [route for route in routes() if route.name != "security:sign-out"]
    ids = [office.ids, office.ids | {"patient_id": office.abel}]
    ids += [office.ids | {"encounter_id": visit} for visit in Encounter.objects.values_list("id", flat=True)]
    ids += [office.ids | {"audited_id": one} for one in AuditedChart.objects.values_list("id", flat=True)]
    pages = dict.fromkeys(route.path(these) for these in ids for route in asked)
    for form in (form for page in pages for form in forms_of(client, page)):
        key = f"{form.route} {form.fields.get('verb', '')}".strip()
        if form.route not in ("security:sign-out", "security:sign-in"):
            found.setdefault(key, []).append(_filled(form))
    return {key: list({(form.action, *form.fields): form for form in shown}.values()) for key, shown in found.items()}


def _filled(form: Form) -> Form:
    """A form with what a person would type."""
    for name in form.empty:
        bare = name.removeprefix("insurance-").removeprefix("holder_")
        if not name.startswith("initial-") and bare in TYPED:
            form.fields[name] = TYPED[bare]
    form.fields |= INSTEAD.get(form.route, {})
    if "performer" in form.empty:
        form.fields["performer"] = str(performers()[0].id)
    abel = Patient.objects.get(family="Abel")
    if "mrn" in form.empty:
        form.fields["mrn"] = abel.mrn
    if form.route in ("results:message", "documents:holds"):
        form.fields["patient"] = str(abel.id)
    if form.route == "dictation:loose":
        form.fields["number"] = Encounter.objects.order_by("id")[0].number
    return form


def rows() -> Counter[str]:
    """How many rows each table of the current world has, the trail by outcome."""
    found = Counter[str]()
    with connection.cursor() as cursor:
        for table in sorted(set(connection.introspection.table_names(cursor)) - ASIDE - {"audit_event"}):
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - a name of the catalogue
            found[table] = cursor.fetchone()[0]
        cursor.execute("SELECT 'audit ' || word, count(*) FROM audit_event WHERE outcome = 'done' GROUP BY 1")
        return found + Counter(dict(cursor.fetchall()))


def sent(office: str, name: str, form: Form, hands: int) -> tuple[Counter[str], set[tuple[int, str]]]:
    """Send a form by so many hands at once in a copy of the office: what came of it, and the answers."""
    catalog.clone(office, name, "test")
    try:
        with current.use(name):
            cookies = sign_in("all").cookies
            before = rows()

            def send(_: int) -> tuple[int, str]:
                client = Client(raise_request_exception=False)
                client.cookies = cookies
                answer = client.post(urlsplit(form.action).path, form.fields)
                return answer.status_code, ID.sub("ID", answer.headers.get("Location", ""))

            answers = at_once(name, hands, send)
            broken = [answer for answer in answers if isinstance(answer, Exception)]
            assert not broken, (form.route, broken[:1])
            after = rows()
            after.subtract(before)
            return +after, {answer for answer in answers if not isinstance(answer, Exception)}
    finally:
        catalog.drop(name)


def test_each_form_sent_by_twenty_hands_acts_once(office: Office) -> None:
    number, acted, idle, wrong = count(), set[str](), set[str](), list[str]()
    for key, shown in sorted(forms(office).items()):
        for form in shown:  # the first that does something
            wanted, answer = sent(office.world, f"once-{next(number)}", form, 1)
            if wanted:
                break
        else:
            idle.add(key)
            continue
        acted.add(key)
        effects, answers = sent(office.world, f"once-{next(number)}", form, HANDS)
        if form.route in NOTED:
            effects, wanted = (Counter({k: x[k] for k in x if not re.match("aud|disc", k)}) for x in (effects, wanted))
        if form.route in KNOCKS and effects["practice_work"] == wanted["practice_work"] + 1:
            wanted["practice_work"] += 1
        if effects != wanted:
            wrong.append(f"{key}: once {dict(wanted - effects)}, {HANDS} times {dict(effects - wanted)}")
        if form.route not in OTHERWISE and answers != answer:
            wrong.append(f"{key}: once {answer}, {HANDS} times {answers}")
    words = f"{len(acted)} acted, {len(wrong)} otherwise than once; {len(idle)} do nothing here"
    figure(f"each form x{HANDS} in the same moment", words, "0")
    wrong += [f"{key}: does nothing here" for key in sorted(idle - IDLE.keys())]
    wrong += [f"{key}: is no idle form here" for key in sorted(IDLE.keys() - idle)]
    assert not wrong, "\n".join(wrong)
    assert len(acted) >= 60

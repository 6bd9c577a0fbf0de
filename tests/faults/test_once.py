"""Every form of the office sent twenty times in the same moment with one key acts as if it was sent once.

The forms are read off the pages themselves, so a new one is tried without being named here.
"""

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
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import clock
from medoffice.kernel.ids import npi_from
from medoffice.kernel.worlds import catalog, current
from medoffice.records.encounters.models import Encounter
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.models import Patient
from medoffice.records.patients.types import PatientName
from medoffice.security.api import add_user
from medoffice.security.tests.makers import PASSWORD, sign_in
from medoffice.security.types import PROGRAM, SYSTEM, Role
from tests.faults.forms import Form, forms_of
from tests.faults.parallel import at_once
from tests.figures import figure
from tests.policy.office import NOON, make_world, routes

pytestmark = pytest.mark.soak
HANDS = int(os.environ.get("MEDOFFICE_HANDS", "20"))
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Forms that may answer a later hand otherwise: each press knocks at the payer's door again, which is shut here; the
# password typed as the present one is the present one no longer.
OTHERWISE = {"claims:send", "security:password"}
# What a person would type into a field that is empty; by the end of its name.
TYPED = {
    "amount": "5.00",
    "birth_date": "02/03/1980",
    "born": "02/03/1950",
    "caller": "Imani Reyes",
    "city": "Riverbend",
    "code": "99213",
    "copay": "20.00",
    "credentials": "RN",
    "diastolic": "80",
    "ends": "12:00",
    "family": "Reyes",
    "family_name": "Reyes",
    "given": "Imani",
    "line1": "2 Bridge Street",
    "member_id": "ZX1234567",
    "name": "Imani Reyes",
    "new": "eleven brown foxes run",
    "npi": npi_from("199999991"),
    "number": "99907",
    "on": "t",
    "outcome": "done",
    "password": "eleven brown foxes run",
    "phone": "217-555-0133",
    "present": PASSWORD,
    "reason": "cough",
    "relation": "sister",
    "starts": "09:00",
    "systolic": "120",
    "taxonomy": "207Q00000X",
    "text": "She called again; the cough is better.",
    "username": "imani",
    "valid_from": "01/01/2027",
    "why": "agreed on the telephone",
    "words": "Spirometry",
    "zip": "62799",
}
# Left empty by most people, and fine so.
OPTIONAL = {"insurance-ends", "insurance-copay", "copay", "ends_", "middle", "suffix"}
AFTER_MIDNIGHT = {"coverage:patient": {"ends": ""}, "patients:register": {"insurance-ends": ""}}
# Every POST shows something to somebody, signs in or seals; these tables do not say what it did.
ASIDE = {"django_session", "audit_seal", "audit_subject", "audit_horizon", "kernel_first_result"}


@dataclass(frozen=True)
class Office:
    """The world of this test, and the ids its addresses hold."""

    world: str
    ids: dict[str, UUID | str]


@pytest.fixture(name="office")
def _office(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Office]:
    with django_db_blocker.unblock():
        clock.freeze(NOON)
        made = make_world()
        register_patient(actor=PROGRAM, name=PatientName("Abel", "Otis"), sex="M", birth_date=NOON.date())
        roles = [role.value for role in Role if role not in SYSTEM]
        add_user(actor=PROGRAM, username="all", name="Noor Haile", roles=roles, password=PASSWORD)
        yield Office(fresh_world, made.ids)


def forms(office: Office) -> dict[str, Form]:
    """One form for each address that forms are sent to, filled in."""
    client, found = sign_in("all"), dict[str, Form]()
    pages = [route.path(office.ids) for route in routes() if route.name != "security:sign-out"]
    pages += [reverse("charting:visit", args=[visit]) for visit in Encounter.objects.values_list("id", flat=True)]
    for page in pages:
        for form in forms_of(client, page):
            key = f"{form.route} {form.fields.get('verb', '')}".strip()
            if form.route not in ("security:sign-out", "security:sign-in"):
                found.setdefault(key, form)
    for form in found.values():
        for name in form.empty:
            bare = name.removeprefix("insurance-").removeprefix("holder_")
            if not name.startswith("initial-") and bare in TYPED:
                form.fields[name] = TYPED[bare]
        form.fields |= AFTER_MIDNIGHT.get(form.route, {})
        if "mrn" in form.empty:
            form.fields["mrn"] = Patient.objects.get(family="Abel").mrn
    return found


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
    found, number = forms(office), count()
    acted, idle, wrong = set[str](), list[str](), list[str]()
    for key, form in sorted(found.items()):
        wanted, answer = sent(office.world, f"once-{next(number)}", form, 1)
        if not wanted:
            idle.append(f"{key} {answer}")
            continue
        acted.add(key)
        effects, answers = sent(office.world, f"once-{next(number)}", form, HANDS)
        if effects != wanted:
            wrong.append(f"{key}: once {dict(wanted - effects)}, {HANDS} times {dict(effects - wanted)}")
        if form.route not in OTHERWISE and answers != answer:
            wrong.append(f"{key}: once {answer}, {HANDS} times {answers}")
    figure("each form x20 in the same moment", f"{len(acted)} forms, {len(wrong)} acted otherwise than once", "0")
    assert not wrong, "\n".join(wrong)
    assert len(acted) >= 40
    assert not idle, "\n".join(idle)

"""The privacy officer asks who looked at one patient, from that patient's page; nobody else is led there."""

from uuid import uuid4

import pytest

from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


def test_the_trail_of_one_patient_holds_the_looks_at_them_only() -> None:
    vale, quist = make_patient("Vale", "Ingrid"), make_patient("Quist", "Otto")
    desk = signed_in("lind")
    desk.get(f"/patient/{vale}/")
    haddad = signed_in("haddad")
    trail = f"/security/audit/?patient={vale}"
    assert trail in haddad.get(f"/patient/{vale}/").content.decode()
    shown = haddad.get(trail).content.decode()
    assert "Astrid Lind" in shown.split("<tbody")[1]
    assert "about this patient" in shown
    assert "Astrid Lind" not in haddad.get(f"/security/audit/?patient={quist}").content.decode().split("<tbody")[1]
    assert "Astrid Lind" in haddad.get("/security/audit/").content.decode().split("<tbody")[1]


def test_the_trail_is_for_who_may_read_it() -> None:
    vale = make_patient("Vale", "Ingrid")
    desk = signed_in("lind")
    assert "Who looked" not in desk.get(f"/patient/{vale}/").content.decode()
    assert desk.get(f"/security/audit/?patient={vale}").status_code == 404
    officer = person("haddad")
    haddad = sign_in("haddad")
    assert haddad.get("/security/audit/?patient=no-id").status_code == 404
    assert haddad.get(f"/security/audit/?patient={uuid4()}").status_code == 200
    deny_subject(actor=PROGRAM, user_id=officer.id, subject=vale, reason="her neighbour")
    assert haddad.get(f"/security/audit/?patient={vale}").status_code == 404

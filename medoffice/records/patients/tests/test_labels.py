"""Labels and cards: exactly the office's size, two identifiers, no address."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from medoffice.kernel.refusals import Invalid
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.api import patient, set_label_size
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
MM = 72 / 25.4


def test_a_label_has_its_size_and_two_identifiers() -> None:
    make_office()
    who = make_patient("Vale", "Ingrid")
    set_label_size(actor=PROGRAM, key="tube", name="Tube label", kind="patient", width_mm=50, height_mm=25)
    answer = signed_in("ruiz").get(f"/patients/{who}/label/tube.pdf")
    (page,) = PdfReader(BytesIO(answer.content)).pages
    assert (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM)) == (50, 25)
    text = page.extract_text()
    for words in ("Vale, Ingrid", "born ", patient(who).mrn):
        assert words in text
    assert "Riverbend" not in text
    assert signed_in("nox").get(f"/patients/{who}/label/tube.pdf").status_code == 404


def test_letters_the_page_cannot_print_are_given_as_the_number_and_sizes_are_of_this_world() -> None:
    make_office()
    who = make_patient("王", "芳")
    desk = signed_in("lind")
    for key in ("chart", "patient", "card"):  # the usual ones, before the office said any
        text = PdfReader(BytesIO(desk.get(f"/patients/{who}/label/{key}.pdf").content)).pages[0].extract_text()
        assert patient(who).mrn in text
    assert desk.get(f"/patients/{who}/label/none.pdf").status_code == 404
    with pytest.raises(Invalid):
        set_label_size(actor=PROGRAM, key="x", name="X", kind="patient", width_mm=900, height_mm=5)
    boss = signed_in("petrov")
    form = {"name": "Chart spine", "kind": "chart", "width_mm": "150", "height_mm": "20"}
    assert boss.post("/patients/labels/", form).status_code == 302
    assert "Chart spine" in boss.get("/patients/labels/").content.decode()
    assert boss.post("/patients/labels/", {**form, "width_mm": "1"}).status_code == 422

"""A prescription on paper: figures that take no digit more, one valid print, copies that say so."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.prescriptions.api import end_prescription, print_prescription, story_of
from medoffice.clinic.prescriptions.rules.paper import COPY, bordered, in_words
from medoffice.clinic.prescriptions.tests.makers import make_prepared, make_signed, said
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Label


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "zero"), ("19", "nineteen"), ("20", "twenty"), ("45", "forty-five"), ("100", "one hundred"),
        ("240", "two hundred and forty"), ("7.5", "seven point five"), ("1200", "one thousand two hundred"),
        ("99999", "ninety-nine thousand nine hundred and ninety-nine"), ("0.05", "zero point zero five"),
    ],
)  # fmt: skip
def test_a_figure_stands_with_its_words(value: str, words: str) -> None:
    assert in_words(Decimal(value)) == words


def test_nothing_can_be_written_beside_a_figure() -> None:
    assert bordered(Decimal("30.000")) == "**30** (thirty)"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.mark.django_db
def test_rx4_the_first_print_is_valid_and_later_ones_say_that_they_are_copies(office: Office) -> None:
    who, okafor = make_patient(), sign_in("okafor")
    made = make_signed(office, who, said("tramadol 50 mg tablet", "1 tab po q6h prn pain #20"))
    texts = []
    for key in ("a", "a", "b"):
        answer = okafor.post(f"/prescriptions/{made}/print/", {"once": key, "why": "the line was down"})
        assert answer["Content-Type"] == "application/pdf"
        (sheet,) = PdfReader(BytesIO(answer.content)).pages
        texts.append(sheet.extract_text())
    assert [COPY in text for text in texts] == [False, False, True]
    for wanted in (
        "**20** (twenty)",
        "**0** (zero)",
        "tramadol 50 mg tablet",
        "CIV",
        "DEA number",
        "as needed for pain",
    ):
        assert wanted in texts[0]
    assert [line.what for line in story_of(made)].count("printed") == 2


@pytest.mark.django_db
def test_only_what_is_signed_goes_on_paper_and_not_what_a_label_keeps(office: Office) -> None:
    who = make_patient()
    waits, signed, visit = make_prepared(office, who), make_signed(office, who), make_visit(office, who)
    kept = make_signed(office, who, said("metformin 500 mg tablet"), visit)
    end_prescription(actor=office.provider, prescription_id=signed, why="Cough")
    for one in (waits, signed):
        with pytest.raises(Refusal):
            print_prescription(actor=office.provider, prescription_id=one)
    with pytest.raises(NotFound):
        print_prescription(actor=person("lind"), prescription_id=kept)
    assert print_prescription(actor=person("ruiz"), prescription_id=kept) == 1
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="treatment")
    with pytest.raises((NotFound, Refusal)):
        print_prescription(actor=person("ruiz"), prescription_id=kept)

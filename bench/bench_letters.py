"""Letters to 500 people on the recall board: one action, one file, one entry on each chart; once more is nothing."""

import time
from collections.abc import Iterator
from datetime import date

from bench.rows import Row, at_most
from bench.worlds import demo_world

PEOPLE, BAR_SECONDS = 500, 60


def rows() -> Iterator[Row]:
    """Seconds of the mailing and of the same once more, pages, entries on charts, lines of the log."""
    with demo_world():
        yield from _mailing()


def _mailing() -> Iterator[Row]:
    from io import BytesIO

    from pypdf import PdfReader

    from medoffice.front_office.letters.api import letters_of, merge_letters
    from medoffice.front_office.letters.queries.mailing import merged_pages
    from medoffice.front_office.outreach.api import add_recalls
    from medoffice.kernel.ids import new_id
    from medoffice.practice.types import Address
    from medoffice.records.disclosures.api import log
    from medoffice.records.disclosures.types import Sought
    from medoffice.records.patients.api import register_patient
    from medoffice.records.patients.types.people import PatientName
    from medoffice.security.types import PROGRAM

    home, born = Address("1 Mill Lane", "Riverbend", "IL", "62799"), date(1980, 5, 17)
    people = [
        register_patient(actor=PROGRAM, name=PatientName(f"Bench{n}", "Ada"), sex="F", birth_date=born, address=home)
        for n in range(PEOPLE)
    ]
    for first in range(0, PEOPLE, 100):
        chosen = tuple(people[first : first + 100])
        add_recalls(actor=PROGRAM, patient_ids=chosen, kind="preventive", name="Preventive visit")
    before, key, seconds, made = log(PROGRAM, Sought())[1], new_id(), [], set()
    for _ in range(2):
        began = time.perf_counter()
        made.add(merge_letters(actor=PROGRAM, key=key, list_key="recalls", template_key="recall", given={}))
        seconds.append(time.perf_counter() - began)
    pages = len(PdfReader(BytesIO(merged_pages(made.pop()))).pages)
    entries = sum(len(letters_of(PROGRAM, who)) for who in people)
    yield at_most(f"letters to {PEOPLE}: the whole mailing", round(seconds[0], 1), "s", BAR_SECONDS)
    yield at_most("the same once more", round(seconds[1], 2), "s", 1)
    yield Row("pages of the one file", pages, "pages")
    yield Row("entries on the charts of those people", entries, "letters", str(PEOPLE), entries == PEOPLE)
    yield Row("lines of the log", log(PROGRAM, Sought())[1] - before, "lines")

"""Searching the words of documents in an office of 1,000, 10,000 and 100,000 of them, and reading scanned pages.

Two pages each, of 40 words from a list of 4,000 with a few common ones, written straight into the tables.
``MEDOFFICE_BENCH_DOCUMENTS=1000,10000`` sets the sizes. Growth is the exponent b of ``time = a * documents ** b``.
Pages a minute need the extra ``scan`` (``make cards``); without it that row is left out.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench.bench_scale import exponent
from bench.rows import Row, at_least, at_most, data_folder, percentile

if TYPE_CHECKING:
    from uuid import UUID

    from medoffice.security.types import Actor

SIZES, PEOPLE, TIMES, BAR_MS, CHART_MS, GROWTH = "1000,10000,100000", 500, 25, 200, 60, 0.5
PAGES, PAGES_A_MINUTE = 8, 10
FILL = """
WITH made AS (
    INSERT INTO document_file (id, sha256, size, name, door, sender, came_at, came_by, kind, pages, state, trouble,
                               read_to)
    SELECT uuidv7(), md5(n::text) || md5('x' || n), 1000, '', 'fax', '', %(at)s, 'bench', 'pdf', 2, 'read', '', 2
    FROM generate_series(%(first)s::int, %(last)s::int) AS n
    RETURNING id
), pages AS (
    INSERT INTO document_page (file_id, page, how, text, codes)
    SELECT id, page, 'file',
           (SELECT string_agg(CASE WHEN random() < 0.2 THEN (ARRAY['patient', 'report', 'visit', 'doctor', 'plan'])
                   [1 + (random() * 4)::int] ELSE 'w' || translate((random() * 4000)::int::text, '0123456789',
                   'abcdefghij') END, ' ') FROM generate_series(1, 40) WHERE made.id IS NOT NULL AND page IS NOT NULL),
           '[]'
    FROM made, generate_series(1, 2) AS page
)
INSERT INTO document (id, file_id, first, last, patient_id, kind, title, dated, about_id, state, sign, signed_by, why,
                      suggested, added_at, added_by, filed_at, filed_by, arranged, origins,
                      version, changed_by)
SELECT uuidv7(), id, 1, 2, (%(people)s::uuid[])[1 + abs(hashtext(id::text)) %% cardinality(%(people)s::uuid[])], 'lab',
       'Report', DATE '2026-11-20', id, 'filed', '', '', '', '{}', %(at)s, 'bench', %(at)s, 'bench', 0, '{}', 1,
       ''
FROM made
"""
ASKED = {"two rare words": "wbb wcc", "one rare word": "wbcd", "a common word": "report", "words nobody wrote": "zebra"}


def rows() -> Iterator[Row]:
    """How long a search takes among more and more documents, in all charts and in one; pages read a minute."""
    medians: dict[str, list[float]] = {}
    counts: list[int] = []
    with office() as (actor, people, fill):
        for size in map(int, os.environ.get("MEDOFFICE_BENCH_DOCUMENTS", SIZES).split(",")):
            fill(size)
            counts.append(size)
            for name, asked in ASKED.items():
                spent = _spent(actor, asked, None)
                medians.setdefault(name, []).append(percentile(spent, 0.5))
                yield at_most(
                    f"{name}, all charts, {size} documents, 95 of 100", round(percentile(spent, 0.95), 1), "ms", BAR_MS
                )
            spent = _spent(actor, "report", people[0])
            yield at_most(
                f"in one chart, {size} documents, 95 of 100", round(percentile(spent, 0.95), 1), "ms", CHART_MS
            )
    if len(counts) > 1:
        for name, found in medians.items():
            yield at_most(f"growth, {name}", round(exponent(counts, found), 2), "exponent", GROWTH)
    yield from _read()


@contextmanager
def office() -> "Iterator[tuple[Actor, list[UUID], Callable[[int], None]]]":
    """An office with so many patients and somebody who may search; what fills it to so many documents."""
    with data_folder() as folder:
        os.environ["MEDOFFICE_DATA"] = str(folder)
        from medoffice.config.server import database

        with database(own=True):
            from django.db import connection

            from medoffice.kernel import clock
            from medoffice.kernel.worlds import catalog, current
            from medoffice.practice.tests.makers import make_office
            from medoffice.records.patients.tests.makers import make_patient

            catalog.create("bench", "test")
            with current.use("bench"):
                actor = make_office().provider
                people = [make_patient(f"Vale{number}") for number in range(PEOPLE)]
                there = [0]

                def fill(size: int) -> None:
                    given = {"first": there[0] + 1, "last": size, "people": people, "at": clock.now()}
                    with connection.cursor() as cursor:
                        cursor.execute(FILL, given)
                        cursor.execute("ANALYZE")
                    there[0] = size

                yield actor, people, fill


def _spent(actor: "Actor", asked: str, patient_id: "UUID | None") -> list[float]:
    """Milliseconds on the wall of each search."""
    from medoffice.records.documents.api import search_documents

    spent = []
    for _ in range(TIMES):
        began = time.perf_counter()
        search_documents(actor, asked, patient_id, 20)
        spent.append((time.perf_counter() - began) * 1000)
    return spent


def _read() -> Iterator[Row]:
    """Scanned pages whose words are recognised, one after the other; nothing where nothing is installed."""
    from django.conf import settings

    from medoffice.kernel.papers import picture
    from medoffice.kernel.printing import pdf
    from medoffice.kernel.recognize import read_lines

    template = Path(__file__).resolve().parent.parent / "medoffice" / "rehearsal" / "demo" / "data" / "paper.typ"
    lines = [f"Line {number}: hemoglobin 13.1 g/dL, within the reference range" for number in range(30)]
    page = picture(pdf(template, {"title": "Report", "sender": "Prairie", "lines": lines}), "pdf", 0, 1600)
    if page is None or read_lines(page) is None:
        return
    began = time.perf_counter()
    for _ in range(PAGES):
        read_lines(page)
    minutes = (time.perf_counter() - began) / 60
    yield at_least(
        f"pages recognised a minute ({Path(settings.SCAN_PYTHON).name})",
        round(PAGES / minutes, 1),
        "pages",
        PAGES_A_MINUTE,
    )

"""Worlds for benchmarks: a server of the bench's own on a data folder of its own, and people in it by the thousand."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bench.rows import data_folder

if TYPE_CHECKING:
    from medoffice.records.patients.models import Patient
    from medoffice.rehearsal.population.types import Person


def print_nothing(_words: str) -> None:
    """What a benchmark says of the progress of making a world."""


@contextmanager
def empty_world(name: str = "bench") -> Iterator[str]:
    """An empty world, current within the block, on a durable server as an office has."""
    with data_folder() as folder:
        os.environ["MEDOFFICE_DATA"] = str(folder)
        from medoffice.config.server import database

        with database(own=True):
            from medoffice.kernel.worlds import catalog, current

            catalog.create(name, "test")
            with current.use(name):
                yield name


@contextmanager
def demo_world(name: str = "demo") -> Iterator[str]:
    """The demo office as a newcomer finds it, current within the block."""
    with data_folder() as folder:
        os.environ["MEDOFFICE_DATA"] = str(folder)
        from medoffice.config.server import database

        with database(own=True):
            from medoffice.kernel.worlds import current
            from medoffice.rehearsal.demo.api import make_demo_world

            make_demo_world(name, print_nothing)
            with current.use(name):
                yield name


def add_patients(people: "Sequence[Person]", first: int) -> None:
    """Insert people of the synthetic town as patients, numbered from ``first``, with the words they are found by.

    The rows are those the action writes, without its audit events; made in bulk, since a hundred thousand are wanted.
    """
    from django.db import connection

    from medoffice.records.patients.actions.name_words import known, words_to_find
    from medoffice.records.patients.models import KnownWord, Patient

    rows = [_patient(person, number) for number, person in enumerate(people, first)]
    Patient.objects.bulk_create(rows, batch_size=1000)
    with connection.cursor() as cursor, cursor.copy("COPY patient_name_word (patient_id, word) FROM STDIN") as copy:
        for row in rows:
            for word in dict.fromkeys(words_to_find(row)):
                copy.write_row((row.id, word))
    words = {word for row in rows for word in words_to_find(row)}
    KnownWord.objects.bulk_create(map(known, sorted(words)), ignore_conflicts=True)


def _patient(person: "Person", number: int) -> "Patient":
    from medoffice.kernel import clock
    from medoffice.records.patients.actions.name_words import last_ten_digits, sort_key
    from medoffice.records.patients.models import Patient

    phone = person.phones[0].number if person.phones else ""
    home = person.address
    return Patient(
        mrn=f"M-{number:05d}",
        family=person.family,
        given=person.given,
        middle=person.middle,
        suffix=person.suffix,
        preferred=person.preferred,
        sex=person.sex,
        birth_date=person.birth_date,
        language=person.language,
        phone=phone,
        phone_digits=last_ten_digits(phone),
        line1=home.line1,
        city=home.city,
        state=home.state,
        zip=home.zip,
        sort_key=sort_key(person.family, person.given),
        registered_at=clock.now(),
    )

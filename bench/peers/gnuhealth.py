"""GNU Health's side of ``bench_gnuhealth``: run by the Python of its own environment, nothing of medoffice at hand.

Reads from standard input, as JSON, the server's address, the people, and what is to be asked; makes a database with the
module ``health`` in it, fills it through its own models and says in JSON how long each thing took. All calls are model
calls in one process, each in a transaction of its own, as the server of GNU Health makes them.
"""
# ruff: noqa: ANN401 - the peer's classes have no types here

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

NAME, AT_ONCE, TIMES = "gnuhealth", 1000, 3
OPENS, SLOTS, MINUTES = 8, 32, 15  # a day of each professional: its first hour, how many times, how long each


def main() -> None:
    """Set up, fill, ask; one JSON object to standard output."""
    told = json.load(sys.stdin)
    _set_up(told["uri"])
    config = import_module("trytond.config").config
    config.set("database", "uri", told["uri"])
    pool_class = import_module("trytond.pool").Pool
    pool_class.start()
    pool = pool_class(NAME)
    pool.init()
    print(json.dumps(_measured(pool, told)))


def _set_up(uri: str) -> None:
    """Install the module into the empty database."""
    with tempfile.TemporaryDirectory() as folder:
        conf, password = Path(folder, "trytond.conf"), Path(folder, "password")
        conf.write_text(f"[database]\nuri = {uri}\n", encoding="utf-8")
        password.write_text("only-for-this-run", encoding="utf-8")
        command = [str(Path(sys.executable).parent / "trytond-admin"), "-c", str(conf), "-d", NAME]
        command += ["-u", "health", "--activate-dependencies", "--email", "bench@localhost"]
        environment = {**os.environ, "TRYTONPASSFILE": str(password)}
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, timeout=900)


@contextmanager
def _transaction() -> Iterator[Any]:
    """A transaction as the administrator, committed at its end."""
    transaction = import_module("trytond.transaction").Transaction()
    with transaction.start(NAME, 1):
        yield transaction


def _measured(pool: Any, told: dict[str, Any]) -> dict[str, Any]:
    began = time.perf_counter()
    planted = _fill(pool, told["people"], told["planted"])
    professionals = _schedule(pool, told["day"], told["providers"])
    filled = time.perf_counter() - began
    patients = [key for keys in planted.values() for key in keys]
    searches = {kind: _spent(pool, _search(pool), texts) for kind, texts in told["searches"].items()}
    found = {kind: _recall(pool, asked, planted) for kind, asked in told["recall"].items()}
    free = _spent(pool, _free(pool, told["day"]), professionals)
    booked = _spent(pool, _book(pool, told["day"], patients[0]), [professionals[0]] * told["bookings"], times=1)
    return {"filled": filled, "searches": searches, "recall": found, "free": free, "booked": booked}


def _fill(pool: Any, people: list[Any], planted: dict[str, Any]) -> dict[str, list[int]]:
    """Everybody as a party and a patient; returns the patients' ids of the planted ones by key."""
    for start in range(0, len(people), AT_ONCE):
        _register(pool, people[start : start + AT_ONCE])
    return dict(zip(planted, ([one] for one in _register(pool, list(planted.values()))), strict=True))


def _register(pool: Any, people: list[Any]) -> list[int]:
    """Each party by itself, as its own create numbers them; the patients together."""
    create = pool.get("party.party").create
    with _transaction() as transaction:
        parties = [party for one in people for party in create([_party(one)])]
        patients = pool.get("gnuhealth.patient").create([{"party": party.id} for party in parties])
        transaction.commit()
        return [int(patient.id) for patient in patients]


def _party(one: Any) -> dict[str, Any]:
    return {
        "name": one["given"] or one["family"],
        "lastname": one["family"],
        "gender": {"F": "f", "M": "m"}[one["sex"]],
        "dob": date.fromisoformat(one["born"]),
        "fed_country": None,
        "is_person": True,
        "is_patient": True,
        "contact_mechanisms": [("create", [{"type": "phone", "value": one["phone"]}])],
    }


def _schedule(pool: Any, day: str, providers: int) -> list[int]:
    """Professionals with a day of free appointments each, which is how GNU Health holds free times."""
    first = datetime.fromisoformat(day).replace(hour=OPENS)
    with _transaction() as transaction:
        create = pool.get("party.party").create
        who = {"fed_country": None, "is_person": True, "is_healthprof": True, "gender": "f"}
        parties = [party for number in range(providers) for party in create([{**who, "name": f"Provider {number}"}])]
        made = pool.get("gnuhealth.healthprofessional").create([{"party": party.id} for party in parties])
        pool.get("gnuhealth.appointment").create(
            [
                {
                    "healthprof": one.id,
                    "state": "free",
                    "appointment_date": first + timedelta(minutes=MINUTES * slot),
                }
                for one in made
                for slot in range(SLOTS)
            ]
        )
        transaction.commit()
        return [int(one.id) for one in made]


def _search(pool: Any) -> Callable[[str], list[int]]:
    """What its client asks when a name is typed, each word for itself; and reads what it shows of those found."""
    patient = pool.get("gnuhealth.patient")

    def search(text: str) -> list[int]:
        domain = [("rec_name", "ilike", f"%{word}%") for word in text.split()]
        found = patient.search_read(domain, limit=10, fields_names=["rec_name", "puid"])
        return [int(one["id"]) for one in found]

    return search


def _free(pool: Any, day: str) -> Callable[[int], list[int]]:
    """The free times of a professional on a day."""
    appointment, first = pool.get("gnuhealth.appointment"), datetime.fromisoformat(day)

    def free(professional: int) -> list[int]:
        domain = [
            ("healthprof", "=", professional),
            ("state", "=", "free"),
            ("appointment_date", ">=", first),
            ("appointment_date", "<", first + timedelta(days=1)),
        ]
        order = [("appointment_date", "ASC")]
        found = appointment.search_read(domain, order=order, fields_names=["appointment_date"])
        return [int(one["id"]) for one in found]

    return free


def _book(pool: Any, day: str, patient: int) -> Callable[[int], None]:
    """The first free time of the day becomes the patient's."""
    appointment, free = pool.get("gnuhealth.appointment"), _free(pool, day)

    def book(professional: int) -> None:
        slot = appointment(free(professional)[0])
        appointment.write([slot], {"patient": patient, "state": "confirmed"})

    return book


def _spent(pool: Any, ask: Callable[[Any], object], given: list[Any], times: int = TIMES) -> list[float]:  # noqa: ARG001 - called as the others are
    """Milliseconds of each asking with its transaction, the least of a few times."""
    spent = []
    for one in given:
        best = float("inf")
        for _ in range(times):
            began = time.perf_counter()
            with _transaction() as transaction:
                ask(one)
                transaction.commit()
            best = min(best, time.perf_counter() - began)
        spent.append(best * 1000)
    return spent


def _recall(pool: Any, asked: list[list[str]], planted: dict[str, list[int]]) -> list[int]:
    """How many were asked for, and how many of them were among the ten that came."""
    search, found = _search(pool), 0
    for text, key in asked:
        with _transaction():
            found += planted[key][0] in search(text)
    return [len(asked), found]


if __name__ == "__main__":
    main()

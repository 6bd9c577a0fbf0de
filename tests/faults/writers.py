"""People at work in a running office, over HTTP: each act has a key, an unknown outcome is tried again with it.

What was acknowledged is kept in ``told``: a kind of act, and the one thing that must be found of it, once.
"""

import random
import re
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import psycopg

from medoffice.security.middleware import PROOF_WORD
from medoffice.security.tests.makers import PASSWORD
from tests.faults.running import RunningOffice

CSRF = "f" * 32
SEEN = re.compile(r'name="version" value="(\d+)"')
# What each act must have left, counted by the one thing that is its own.
LEFT = {
    "booked": "SELECT reason, count(*) FROM appointment WHERE reason LIKE 'K-%%' GROUP BY 1",
    "paid": "SELECT amount_cents::text, count(*) FROM receipt WHERE amount_cents >= 1000000 GROUP BY 1",
    "arrived": "SELECT patient_id::text, count(*) FROM encounter GROUP BY 1",
    "signed": "SELECT text, count(*) FROM note WHERE signed_at IS NOT NULL AND text LIKE 'N-%%' GROUP BY 1",
    "posted": "SELECT trace, count(*) FROM remittance GROUP BY 1",
    "stated": "SELECT patient_id::text, count(*) FROM statement GROUP BY 1",
}


class Writers:
    """Five people and a payer, from ``start`` to ``stop``."""

    def __init__(self, office: RunningOffice, known: dict[str, Any], seed: int) -> None:
        """``known`` is what the maker of the world printed."""
        self.office, self.known, self.seed = office, known, seed
        self.told: dict[str, set[str]] = {kind: set() for kind in LEFT}
        self.tried: dict[str, set[str]] = {kind: set() for kind in LEFT}
        self.refused: list[str] = []
        self.ended: dict[str, str] = {}
        self._stop = threading.Event()
        work: list[Callable[[random.Random], None]] = [self._book, self._pay, self._see, self._payer, self._state]
        self._hands = [threading.Thread(target=self._guarded, args=(act, lane)) for lane, act in enumerate(work)]

    def start(self) -> None:
        """Begin."""
        for hand in self._hands:
            hand.start()

    def stop(self) -> None:
        """Let everybody end the act in hand."""
        self._stop.set()
        for hand in self._hands:
            hand.join()

    def _guarded(self, act: Callable[[random.Random], None], lane: int) -> None:
        try:
            act(random.Random(self.seed + lane))
        except Exception as error:  # noqa: BLE001 - told by the test
            self.ended[act.__name__] = repr(error)

    def _book(self, chance: random.Random) -> None:
        for number, starts in enumerate(self.known["times"]):
            if self._stop.is_set():
                return
            reason, patient = f"K-{number}", chance.choice(self.known["people"])
            typed = {"provider": self.known["provider"], "site": self.known["site"], "starts": starts}
            typed |= {"visit_type": "sick", "reason": reason}
            self._act("booked", reason, f"/scheduling/book/{patient}/", typed)

    def _pay(self, chance: random.Random) -> None:
        number = 0
        while not self._stop.is_set():
            number += 1
            cents, patient = 1_000_000 + number, chance.choice(self.known["people"])
            typed = {"amount": f"{cents // 100}.{cents % 100:02d}", "method": "cash"}
            self._act("paid", str(cents), f"/billing/account/{patient}/pay/", typed)

    def _see(self, chance: random.Random) -> None:  # noqa: ARG002 - each patient once
        for number, patient in enumerate(self.known["people"]):
            if self._stop.is_set():
                return
            typed = {"provider": self.known["provider"], "site": self.known["site"], "visit_type": "sick"}
            typed |= {"reason": "cough", "identity_checked": "name", "coverage": ""}
            if self._act("arrived", patient, f"/check-in/walk-in/{patient}/", typed):
                self._sign(patient, f"N-{number}: better since Tuesday.")

    def _sign(self, patient: str, text: str) -> None:
        """Write and sign; whoever does not know whether it was done opens the visit again and looks."""
        visit = str(self._asked("SELECT id::text FROM encounter WHERE patient_id = %s", patient)[0][0])
        self.tried["signed"].add(text)
        while not self._stop.is_set():
            status, page = self._http("GET", f"/charting/{visit}/", {}, "provider_session")
            seen = SEEN.search(page)
            if status == 200 and seen is None:
                self.told["signed"].add(text)  # no form any more: it is signed
                return
            typed = {"text": text, "version": seen[1] if seen else "1", "sign": "1"}
            typed |= {PROOF_WORD: "notes.sign", "proof_password": PASSWORD}
            if status == 200 and self._http("POST", f"/charting/{visit}/note/", typed, "provider_session")[0] == 302:
                self.told["signed"].add(text)
                return
            self._stop.wait(0.05)

    def _payer(self, chance: random.Random) -> None:
        """A payer puts files into the office's mail; the office fetches them by itself and when asked to."""
        for file in self.known["files"]:
            self._asked(
                "INSERT INTO payer_mail (id, name, data, due, fetched) VALUES (%s, %s, %s, now(), false)"
                " ON CONFLICT (name) DO NOTHING RETURNING 1",
                str(uuid4()),
                f"{file['trace']}.x12",
                file["data"].encode(),
            )
            self.tried["posted"].add(file["trace"])
            self._act("", "", "/claims/fetch/", {})
            self.told["posted"].add(file["trace"])
            if self._stop.wait(chance.random() * 4):
                return

    def _state(self, chance: random.Random) -> None:
        """Make a statement for each patient who owes: a document is printed, stored and named by a row."""
        for patient in self.known["debtors"]:
            if self._stop.wait(chance.random() * 3):
                return
            self._act("stated", patient, f"/billing/account/{patient}/statement/", {})

    def _act(self, kind: str, one: str, path: str, typed: dict[str, str]) -> bool:
        """Send a form until its outcome is known; whether it was acknowledged."""
        typed = {**typed, "once": str(uuid4())}
        if kind:
            self.tried[kind].add(one)
        while True:
            status, page = self._http("POST", path, typed, "desk")
            if status == 302 and kind:
                self.told[kind].add(one)
            if status == 302:
                return True
            if 400 <= status < 500 or status == 200:
                self.refused.append(f"{path}: {status} {_words(page)}")
                return False
            if self._stop.wait(0.05):
                return False

    def _http(self, method: str, path: str, typed: dict[str, str], who: str) -> tuple[int, str]:
        """One request; status 0 if nothing certain came back."""
        link = HTTPConnection("127.0.0.1", self.office.port, timeout=15)
        cookies = f"{self.known['session']}={self.known[who]}; {self.known['csrf']}={CSRF}"
        headers = {"Cookie": cookies, "X-CSRFToken": CSRF, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            link.request(method, path, urlencode(typed) if method == "POST" else None, headers)
            answer = link.getresponse()
            if "sign-in" in (answer.getheader("Location") or ""):
                return 401, "signed out"
            return answer.status, answer.read().decode(errors="replace")
        except (OSError, HTTPException):
            return 0, ""
        finally:
            link.close()

    def _asked(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """A statement past the program, tried until the database answers."""
        while True:
            try:
                return self.office.query(statement, *values)
            except psycopg.OperationalError:
                time.sleep(0.05)


def faults(office: RunningOffice, writers: Writers) -> list[str]:
    """What is lost, doubled or there although nobody asked for it, right now."""
    found = []
    for kind, statement in LEFT.items():
        told, tried = set(writers.told[kind]), writers.tried[kind]  # before it is asked: they go on meanwhile
        counts = {str(one): int(str(many)) for one, many in office.query(statement.replace("%%", "%"))}
        if kind != "posted":  # those come by the worker, a while after they were put into the mail
            found += [f"lost {kind} {one}" for one in sorted(told - counts.keys())]
        found += [f"doubled {kind} {one}" for one in sorted(tried & counts.keys()) if counts[one] > 1]
    unbalanced = office.query(
        "SELECT entry_id FROM journal_line GROUP BY 1 HAVING sum(debit_cents) <> sum(credit_cents)"
    )
    return found + [f"unbalanced {row[0]}" for row in unbalanced]


def _words(page: str) -> str:
    found = re.findall(r'role="alert"[^>]*>(.*?)</', page, re.S)
    return " ".join(found)[:200] or re.sub(r"<[^>]*>|\s+", " ", page)[-300:]

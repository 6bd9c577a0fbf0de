"""Results taken in over the wire and kept for good: sixteen laboratories at once, beside one commit for each message.

The listener, the database and the answers are the product's; only how many messages go into a commit differs
(``Listening.at_once``). Each laboratory sends one message and waits for its answer, as they do, for some seconds, from
a process of its own. By turns, so that what else the machine does falls on both. Who is answered is committed: the
messages in the database are counted.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from statistics import median

from bench.rows import Row, at_least, data_folder, percentile
from medoffice.standards.hl7.tests.makers import MSH, NTE, OBR, OBX, ORC, PID

BAR = 10.0
LABORATORIES, SECONDS = 16, float(os.environ.get("MEDOFFICE_BENCH_INTAKE", "5"))
ROUNDS = 3
TOGETHER, ALONE = 64, 1
SEND = """
import json, selectors, socket, sys, time
port, many, seconds, name = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
body = sys.stdin.buffer.read()
chosen, took, until = selectors.DefaultSelector(), [], time.monotonic() + seconds

def say(lab):
    lab["began"], lab["sent"], lab["got"] = time.monotonic(), lab["sent"] + 1, b""
    number = f"{name}-{lab['number']}-{lab['sent']}".encode()
    lab["wire"].sendall(b"\\x0b" + body.replace(b"R-1001", number) + b"\\x1c\\r")
    lab["waits"] = b"MSA|AA|" + number

for number in range(many):
    wire = socket.create_connection(("127.0.0.1", port))
    wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    lab = {"wire": wire, "number": number, "sent": 0}
    chosen.register(wire, selectors.EVENT_READ, lab)
    say(lab)
open_ = many
while open_:
    for key, _ in chosen.select():
        lab = key.data
        lab["got"] += lab["wire"].recv(65536)
        if lab["got"].endswith(b"\\x1c\\r"):
            assert lab["waits"] in lab["got"], lab["got"]
            took.append(time.monotonic() - lab["began"])
            if time.monotonic() < until:
                say(lab)
            else:
                chosen.unregister(lab["wire"])
                lab["wire"].close()
                open_ -= 1
print(json.dumps(took))
"""
MESSAGE = b"".join(line + b"\r" for line in (MSH, PID, ORC, OBR, OBX[0], NTE, *OBX[1:]))


def rows() -> Iterator[Row]:
    """Messages a second, one to a commit and together; how long a laboratory waits; and how many are there."""
    with data_folder() as folder:
        os.environ["MEDOFFICE_DATA"] = str(folder)
        from medoffice.config.server import database

        with database(own=True):
            from medoffice.clinic.results.models import LabMessage
            from medoffice.kernel.worlds import catalog, current

            catalog.create("practice", "training")
            rates: dict[int, list[float]] = {ALONE: [], TOGETHER: []}
            waits: dict[int, list[float]] = {ALONE: [], TOGETHER: []}
            for turn in range(ROUNDS):
                for at_once, rate in rates.items():
                    took = _heard(at_once, f"T{turn}-{at_once}")
                    rate.append(len(took) / SECONDS)
                    waits[at_once] += took
            with current.use("practice"):
                there = LabMessage.objects.exclude(state="refused").count()
    asked = f"{LABORATORIES} laboratories, {len(MESSAGE)} bytes a message"
    alone, together = median(rates[ALONE]), median(rates[TOGETHER])
    yield Row(f"{asked}: one to a commit", round(alone), "messages/s")
    yield Row(f"{asked}: as the listener does", round(together), "messages/s")
    yield at_least("the same, to one to a commit", round(together / alone, 1), "times faster", BAR)
    yield Row("an answer, one to a commit: 95 of 100", round(1000 * percentile(waits[ALONE], 0.95)), "ms")
    yield Row("an answer, as the listener does: 95 of 100", round(1000 * percentile(waits[TOGETHER], 0.95)), "ms")
    answered = sum(map(len, waits.values()))
    yield Row("answered and not there", answered - there, f"of {answered}", "0", answered == there)


def _heard(at_once: int, name: str) -> list[float]:
    """The seconds of each answer while the laboratories send to a listener that keeps so many in a commit."""
    from medoffice.exchange.lab_link.api import serve
    from medoffice.exchange.lab_link.types import Listening

    ends, took = list[object](), list[float]()

    def send(port: int) -> None:
        command = [sys.executable, "-c", SEND, str(port), str(LABORATORIES), str(SECONDS), name]
        done = subprocess.run(command, input=MESSAGE, stdout=subprocess.PIPE, check=False)
        took.extend(json.loads(done.stdout or "[]"))
        for end in ends:
            end()  # type: ignore[operator]

    def ready(port: int) -> None:
        threading.Thread(target=send, args=(port,)).start()

    serve("practice", Listening(port=0, at_once=at_once, behind=TOGETHER), stop=ends.append, ready=ready)
    return took

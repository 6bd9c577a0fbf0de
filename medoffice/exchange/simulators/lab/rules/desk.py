"""Reading orders and answering them, with nothing but splitting at the bars."""

from medoffice.exchange.simulators.lab.types import OrderTaken, TestAsked


def read_order(data: bytes) -> OrderTaken | None:
    """An order, or None for what is none."""
    rows = [line.split("|") for line in data.decode("utf-8", "replace").replace("\n", "\r").split("\r") if line]
    head = next((row for row in rows if row[0] == "MSH"), None)
    who = next((row for row in rows if row[0] == "PID"), None)
    if head is None or who is None or len(head) < 10 or head[8].split("^")[0] not in ("OML", "ORM"):
        return None
    asked = [row for row in rows if row[0] == "OBR" and len(row) > 4]
    tests = tuple(
        TestAsked(row[2].split("^")[0], row[4].split("^")[0], row[4].partition("^")[2].partition("^")[0])
        for row in asked
    )
    by = asked[0][16] if asked and len(asked[0]) > 16 else ""
    return OrderTaken(head[9], tuple(who), by, tests) if tests else None


def answer(data: bytes, code: str, at: str, words: str = "") -> bytes:
    """The acknowledgement of a message."""
    first = data.decode("utf-8", "replace").replace("\n", "\r").split("\r")[0].split("|")
    number = first[9] if len(first) > 9 else ""
    head = f"MSH|^~\\&|LIS|SIMLAB|||{at}||ACK|A{number}|P|2.5.1"
    return f"{head}\rMSA|{code}|{number}|{words}\r".encode()

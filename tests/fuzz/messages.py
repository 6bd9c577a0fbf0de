"""HL7 messages as they are fuzzed: read, checked, answered, changed, and taken from a wire."""

import json

from medoffice.standards.hl7 import api as hl7
from medoffice.standards.hl7.tests.makers import RESULT

WORDS = (
    *b"MSH| PID| ORC| OBR| OBX| NTE| SPM| RXA| FHS| BHS| BTS| FTS| ERR| MSA| ORU^R01 VXU^V04 |ED| |SN| |NM|".split(),
    *(
        b"\r",
        b"\n",
        b"|",
        b"^",
        b"~",
        b"&",
        b"\\",
        b"\\F\\",
        b"\\X",
        b"\\.sp99\\",
        b"\x0b",
        b"\x1c\r",
        b"\x00",
        b"\xff",
    ),
    *(b"UNICODE UTF-8", b"8859/2", b"^Base64^", b"99999999999999", b'""'),
)


def seeds() -> list[bytes]:
    """Our own messages, bare, in a batch and in frames."""
    batch = b"FHS|^~\\&|LAB\rBHS|^~\\&|LAB\r" + RESULT + b"BTS|1\rFTS|1\r"
    return [RESULT, RESULT.replace(b"\r", b"\n"), batch, hl7.framed(RESULT) * 2, b"MSH|^~\\&|", b""]


def feed(data: bytes) -> None:
    """All that is done with bytes from outside; what was not changed stays the same."""
    json.dumps([result.as_json() for result in hl7.check_bytes(data, "x")])
    for message in hl7.read_file(data).messages:
        raw = message.raw
        hl7.read_ack(message)
        found = hl7.faults_of(hl7.check_message(message))
        ours = hl7.acknowledge(message, hl7.AckCode.ERROR, control_id="1", at="20261124", faults=found)
        assert hl7.read_ack(hl7.read_message(ours.raw)).control_id == message.value("MSH-10")
        hl7.read_results(message)
        changed = message.with_values({"MSH-10": "7"})
        assert changed.value("MSH-10") == "7" or not message.delimiters.distinct
        assert message.raw == raw
    wire = hl7.Unframer(10_000)
    for frame in (*wire.feed(data[:100]), *wire.feed(data[100:]), *wire.close()):
        assert len(frame.data) <= 10_000

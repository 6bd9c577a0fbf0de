"""Messages of other makers, where they are at hand: each is read, and its bytes stay the same.

They lie in the folder that ``MEDOFFICE_HL7_SAMPLES`` names, or beside the repository; they are never copied in here.
"""

import os
from pathlib import Path

import pytest

from medoffice.standards.hl7.api import Message, check_bytes, read_file, read_results
from medoffice.standards.hl7.building import segment

BESIDE = Path(__file__).resolve().parents[5] / "shared" / "data" / "hl7v2"
FILES = sorted(path for path in Path(os.environ.get("MEDOFFICE_HL7_SAMPLES", BESIDE)).glob("*") if path.is_file())


@pytest.mark.skipif(not FILES, reason="no samples at hand")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_message_of_another_maker_is_read_and_stays_the_same(path: Path) -> None:
    data = path.read_bytes()
    messages = read_file(data).messages
    assert messages
    for message in messages:
        assert message.raw in data
        assert message.value("MSH-9.1").isalpha()
        assert message.with_values({"MSH-10": message.value("MSH-10")}).lines[1:] == message.lines[1:]
        read_results(message)
    assert all(result.type for result in check_bytes(data, path.name))


def test_fields_of_a_segment_are_one_line_whatever_stands_in_them() -> None:
    line = segment("NTE", {1: "1", 3: "a\rOBX|1\n\x0b\x1c"})
    assert line == b"NTE|1||a\\X0D\\OBX\\F\\1\\.br\\\\X0B\\\\X1C\\"
    assert Message(b"MSH|^~\\&|\r" + line).value("NTE-3") == "a\rOBX|1\n\x0b\x1c"

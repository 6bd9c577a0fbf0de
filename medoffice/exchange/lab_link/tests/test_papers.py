"""Large papers and odd letters over the wire: the bytes are kept as they came, and what cannot be read is said."""

from collections.abc import Callable, Iterator
from random import Random
from threading import Event, Thread
from uuid import UUID

import pytest

from medoffice.clinic.results.tests.makers import PDF, file_all, messages, oru, paper, take, the_report
from medoffice.exchange.lab_link.api import serve, speak
from medoffice.exchange.lab_link.types import Listening
from medoffice.kernel import files
from medoffice.practice.tests.makers import make_office, work
from medoffice.records.documents.api import documents_of
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import sign_in
from medoffice.security.types import PROGRAM
from medoffice.standards.hl7.api import AckCode, read_ack, read_message

MB = 1 << 20


@pytest.fixture
def port(fresh_world: str) -> Iterator[int]:
    """The link of a world of this test's own, listening."""
    ends, found, there = list[Callable[[], None]](), list[int](), Event()

    def ready(told: int) -> None:
        found.append(told)
        there.set()

    link = Thread(target=lambda: serve(fresh_world, Listening(port=0), stop=ends.append, ready=ready))
    link.start()
    assert there.wait(20)
    yield found[0]
    ends[0]()
    link.join(20)
    assert not link.is_alive()


def as_large_as(size: int) -> bytes:
    """A paper of about that size, whose bytes no packing makes smaller."""
    filling = Random(3).randbytes(size)
    stream = b"9 0 obj<</Length %d>>stream\n" % len(filling) + filling + b"\nendstream endobj\n"
    return PDF[:9] + stream + PDF[9:]


@pytest.mark.parametrize("size", [5 * MB, pytest.param(20 * MB, marks=pytest.mark.soak)])
def test_a_large_paper_comes_over_the_wire_whole_and_goes_on_the_chart(port: int, size: int) -> None:
    make_office()
    vale, data = make_patient(), as_large_as(size)
    said = oru(paper(data), control="BIG")
    for _ in range(2):  # a laboratory that did not hear the answer sends it again
        answer = read_ack(read_message(speak("127.0.0.1", port, said, 120.0)))
        assert (answer.code, answer.control_id) == (AckCode.ACCEPT, "BIG")
    (row,) = messages("waits")
    assert bytes(row.data) == said
    file_all()
    (kept,) = documents_of(PROGRAM, vale)
    assert files.load(kept.file.sha256) == data
    assert the_report().results.get().document_id == kept.id
    assert (work("lab-unmatched"), work("document-to-file")) == ([], [])


def lettered(declared: str, family: bytes) -> bytes:
    """A message whose header declares these letters, with a family name and a remark written in others."""
    said = oru("ST|X^Remark^L||@@||||||F", control="L1", who="Vale^Ingrid||19680308|F")
    said = said.replace(b"|P|2.5.1", b"|P|2.5.1||||||" + declared.encode())
    return said.replace(b"@@", family)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("declared", "written", "seen", "told"),
    [
        ("8859/1", "Ångström".encode("latin-1"), "Ångström", ""),
        ("UNICODE UTF-8", "Ångström Łuk".encode(), "Ångström Łuk", ""),
        ("", "Ångström".encode(), "Ångström", ""),
        ("", "Ångström".encode("latin-1"), "Ångström", "MSH-18 names no others; read as Latin-1."),
        ("ASCII", "Ångström".encode("latin-1"), "Ångström", "not ASCII as declared; they were read as latin-1."),
        ("UNICODE UTF-8", b"\xc5ngstr\xf6m", "Ångström", "not UNICODE UTF-8 as declared; they were read as latin-1."),
        ("HP-ROMAN8", b"\xd0ngstr", "Ðngstr", "does not know: HP-ROMAN8; they were read as latin-1."),
    ],
)
def test_whatever_letters_it_is_kept_filed_and_what_was_guessed_is_said(
    declared: str, written: bytes, seen: str, told: str
) -> None:
    make_office()
    assert isinstance(make_patient(), UUID)
    said = lettered(declared, written)
    take(said)
    (row,) = messages("filed")
    assert bytes(row.data) == said
    assert the_report().results.get().value == seen
    page = sign_in("okafor").get(f"/results/{the_report().id}/").content.decode()
    assert seen in page
    assert ("the message is kept as it came" in page) == bool(told)
    assert told in page

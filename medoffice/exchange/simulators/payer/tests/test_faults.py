"""Faults of the wire: the file is as bad as asked, the truth untouched, and a good copy can be had."""

import pytest

from medoffice.exchange.simulators.payer.rules.book import PayerBook
from medoffice.exchange.simulators.payer.rules.faults import FaultKind, FileFault
from medoffice.exchange.simulators.payer.rules.state import Knobs
from medoffice.exchange.simulators.payer.tests.checker import payments, unbalanced
from medoffice.exchange.simulators.payer.tests.makers import MONDAY, REGISTRY, claim, file, line
from medoffice.exchange.simulators.payer.types import Outbound

LATER = MONDAY.replace(day=30)
DATA = file(claim("vale", "C1", "150", [line("ZP001", "100"), line("ZV214", "50")]))


def play(*faults: FileFault) -> tuple[PayerBook, list[Outbound]]:
    book = PayerBook(REGISTRY, Knobs(faults=faults))
    return book, book.receive(DATA, MONDAY) + book.due(LATER)


CLEAN = play()[1][-1].data


def test_unbalanced_by_a_cent() -> None:
    _, out = play(FileFault(FaultKind.UNBALANCED))
    assert [text[:2] for text in unbalanced(out[-1].data)] == ["E3"]


def test_unknown_reason() -> None:
    _, out = play(FileFault(FaultKind.UNKNOWN_CARC))
    assert b"*999*" in out[-1].data
    assert unbalanced(out[-1].data) == []


def test_wrong_claim() -> None:
    _, out = play(FileFault(FaultKind.WRONG_CLAIM))
    assert payments(out[-1].data)[0].claims[0][0][1] == "XC1"


def test_truncated() -> None:
    _, out = play(FileFault(FaultKind.TRUNCATED))
    assert CLEAN.startswith(out[-1].data)
    assert len(out[-1].data) < len(CLEAN)


def test_lower_case() -> None:
    _, out = play(FileFault(FaultKind.LOWER_CASE))
    assert out[-1].data[106:] == CLEAN[106:].lower()


def test_odd_delimiters_say_the_same() -> None:
    _, out = play(FileFault(FaultKind.ODD_DELIMITERS))
    text = out[-1].data.decode()
    assert (text[3], text[104], text[105]) == ("|", ">", "'")
    assert text.translate(str.maketrans("|>'!", "*:~^")) == CLEAN.decode().replace("\n", "")


def test_duplicated_comes_twice() -> None:
    _, out = play(FileFault(FaultKind.DUPLICATED))
    assert [found.data for found in out[-2:]] == [CLEAN, CLEAN]
    assert out[-1].name != out[-2].name


@pytest.mark.parametrize("kind", ["999", "277CA", "835"])
def test_lost(kind: str) -> None:
    book, out = play(FileFault(FaultKind.LOST, kind))
    assert kind not in {found.name.split("-")[0] for found in out}
    assert len(out) == 2
    assert book.truth()[0].paid == 10000


@pytest.mark.parametrize("kind", [kind for kind in FaultKind if kind is not FaultKind.DUPLICATED])
def test_a_good_copy_can_be_had_once(kind: FaultKind) -> None:
    book, _ = play(FileFault(kind))
    name = f"835-HM001-{3:09d}.x12"
    assert book.resend(name, LATER).data == CLEAN
    with pytest.raises(LookupError):
        book.resend(name, LATER)
    assert book.truth() == play()[0].truth()

"""What others say of the files: pyx12 on structure, oxedi on the balance of an 835. Judges only, never used to run."""

import io
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from medoffice.exchange.simulators.payer.rules.book import PayerBook
from medoffice.exchange.simulators.payer.rules.state import Knobs
from medoffice.exchange.simulators.payer.tests.makers import (
    MONDAY,
    REGISTRY,
    claim,
    file,
    interchange,
    line,
    transaction,
)

SECONDARY = claim(
    "amaro2", "C6", "500",
    [line("ZX1", "500", more="SVD*MS002*33.71*HC:ZX1**1~CAS*CO*45*200~CAS*PR*1*266.29~DTP*573*D8*20260301~")],
    order="S", other="SBR*P*18*******MB~AMT*D*33.71~OI***Y***Y~NM1*IL*1*X*Y****MI*1~NM1*PR*2*OTHER*****PI*MS002~",
)  # fmt: skip
CLAIMS = [
    claim("vale", "C1", "250", [line("ZV213", "100", control="A1"), line("ZV214", "150", units="1.5", control="A2")]),
    claim("vale", "C2", "240", [line("ZV215", "200"), line("ZC001", "40")]),
    claim("amaro", "C3", "500", [line("ZX1", "500", control="A5")]),
    claim("amaro", "C4", "90", [line("ZX2", "90")]),
    claim("nox", "C5", "50", [line("ZV213", "50")]),
    SECONDARY,
    claim("vale", "C7", "80", [line("ZJ001", "80")]),
    claim("vale", "C8", "81", [line("ZJ001", "80")]),
]


def everything() -> list[tuple[str, bytes]]:
    """Files of every kind, with every feature the simulator has."""
    book = PayerBook(REGISTRY, Knobs(script={"C1": "reverse", "C3": "takeback", "C4": "late"}, split_claims=2))
    good = transaction(CLAIMS)
    bad = transaction([CLAIMS[0]], "0002").replace("HI*ABK:J069~", "NTE*ADD*X~").replace("20260223", "20260231")
    worse = transaction([CLAIMS[0]], "0003").replace("*0003~", "*0004~")
    out = book.receive(interchange([good, bad, worse], ta1="1"), MONDAY)
    out += book.receive(file(*CLAIMS, control=1), MONDAY)
    out += book.due(MONDAY + timedelta(days=100))
    return [(found.name, found.data) for found in out]


FILES = everything()


def of_kind(*kinds: str) -> list[tuple[str, bytes]]:
    found = [(name, data) for name, data in FILES if name.split("-")[0] in kinds]
    assert found
    return found


def test_pyx12_finds_the_structure_right(tmp_path: Path) -> None:
    params = pytest.importorskip("pyx12.params").ParamsBase()
    document = pytest.importorskip("pyx12.x12n_document")
    logging.getLogger("pyx12").setLevel(logging.CRITICAL)
    for name, data in of_kind("999", "277CA", "835"):
        path = tmp_path / name
        path.write_bytes(data)
        said = io.StringIO()
        assert document.x12n_document(params, str(path), said, None), (name, said.getvalue())


def test_oxedi_finds_the_balance_right() -> None:
    oxedi = pytest.importorskip("oxedi")
    for name, data in of_kind("835"):
        assert [str(found.rule) for found in oxedi.parse(data).diagnostics] == [], name

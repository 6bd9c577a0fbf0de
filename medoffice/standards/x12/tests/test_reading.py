"""Reading is lenient: real files, damaged files and arbitrary bytes give findings, never an exception."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.kernel.findings import has_errors
from medoffice.standards.x12.api import (
    balance_835,
    check_bytes,
    read_270,
    read_271,
    read_277ca,
    read_835,
    read_837p,
    read_999,
    read_ta1,
    read_transactions,
    show_bytes,
    show_text,
    write_270,
    write_271,
    write_835,
    write_837p,
)
from medoffice.standards.x12.tests.eligibility_makers import ANSWERS, REQUESTS
from medoffice.standards.x12.tests.judges import oxedi_says
from medoffice.standards.x12.tests.makers import CLAIMS, ENVELOPE, REMIT, STRANGERS, stranger

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "data" / "x12"
CLAIM_FILE = write_837p(CLAIMS, ENVELOPE)
REMIT_FILE = write_835([REMIT], ENVELOPE)
QUESTION_FILE = write_270(REQUESTS, ENVELOPE)
ANSWER_FILE = write_271(ANSWERS, ENVELOPE)


def everything(data: bytes) -> None:
    for result in check_bytes(data, "fuzz"):
        assert result.as_json()["ok"] == result.ok
    for read in (read_837p, read_835, read_999, read_ta1, read_277ca, read_270, read_271):
        read(data)
    show_bytes(data)
    assert show_text(data)


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    everything(data)
    everything(CLAIM_FILE[:106] + data)


@settings(max_examples=150)
@given(st.sampled_from([CLAIM_FILE, REMIT_FILE, QUESTION_FILE, ANSWER_FILE]), st.data())
def test_damaged_files_never_raise(data: bytes, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(data)))
    end = draw.draw(st.integers(start, min(len(data), start + 200)))
    everything(data[:start] + draw.draw(st.binary(max_size=20)) + data[end:])


@settings(max_examples=50)
@given(st.lists(st.text("ABCEGHLNPQRSTVXI0123456789*:~^.-", max_size=12), max_size=30))
def test_arbitrary_segments_never_raise(parts: list[str]) -> None:
    files = ((CLAIM_FILE, b"BHT"), (REMIT_FILE, b"TRN"), (QUESTION_FILE, b"TRN"), (ANSWER_FILE, b"EB*"))
    for head in (data[: data.index(mark)] for data, mark in files):
        everything(head + "~".join(parts).encode())


def same_claims(data: bytes) -> bool:
    return tuple(read_837p(data)[0]) == CLAIMS


def test_line_breaks_marks_and_leading_text_do_not_matter() -> None:
    lines = CLAIM_FILE.replace(b"~", b"~\r\n")
    assert same_claims(lines)
    assert same_claims(b"\xef\xbb\xbf" + lines)
    assert same_claims(b"Downloaded 03/03/2026\r\n\r\n" + lines)
    assert same_claims(CLAIM_FILE.replace(b"~", b"\r\n"))
    assert same_claims(CLAIM_FILE.replace(b"~", b"\n"))
    assert same_claims(CLAIM_FILE.replace(b"*", b"|").replace(b":", b"<").replace(b"~", b"\x1c"))
    assert same_claims(CLAIM_FILE.decode().encode("utf-16"))
    codes = [finding.code for finding in read_837p(b"Downloaded\n" + lines)[1]]
    assert codes == ["x12.leading-text"]


def test_two_interchanges_with_other_delimiters_in_one_file() -> None:
    other = REMIT_FILE.replace(b"*", b"+").replace(b"~", b"'")
    found = read_transactions(CLAIM_FILE + other + b"\n" + CLAIM_FILE)
    assert [transaction.code for transaction in found] == ["837", "835", "837"]
    assert [transaction.delimiters.element for transaction in found] == ["*", "+", "*"]


def test_the_place_of_a_transaction_is_its_offset_in_the_file() -> None:
    (found,) = read_transactions(CLAIM_FILE)
    assert CLAIM_FILE[found.offset :].startswith(b"ST*837")


def test_a_cut_file_says_so_and_keeps_what_came() -> None:
    claims, findings = read_837p(CLAIM_FILE[: CLAIM_FILE.index(b"HL*5*")])
    assert claims == list(CLAIMS[:2])
    assert {"x12.no-se", "x12.no-ge", "x12.no-iea"} <= {finding.code for finding in findings}


def expected(label: str) -> tuple[str, bool]:
    """What the words must begin with and whether the file is one we support, from the label in the index."""
    plain = label.split("(", maxsplit=1)[0].split("-", maxsplit=1)[0]
    return plain, label in ("837P", "835", "999", "270") or plain == "271"


def samples() -> list[tuple[str, str, bytes]]:
    """Name, label and bytes of files to read: small ones of our own, and the shared real ones where they are."""
    own = [("own.837", "837P", CLAIM_FILE), ("own.835", "835", REMIT_FILE)]
    own += [("own.270", "270", QUESTION_FILE), ("own.271", "271", ANSWER_FILE)]
    own += [(f"own-{code}", code, stranger(code, version)) for code, version, _ in STRANGERS]
    index = SAMPLES / "INDEX.tsv"
    rows = [line.split("\t") for line in index.read_text().splitlines()[1:]] if index.is_file() else []
    return own + [(row[0], row[1], (SAMPLES / row[0]).read_bytes()) for row in rows]


def test_every_file_is_named_and_none_raises() -> None:
    for name, label, data in samples():
        results = check_bytes(data, name)
        words, supported = expected(label)
        assert results, name
        for result in results:
            assert result.transaction.startswith(words), (name, result.transaction)
            assert result.supported == supported, (name, result.transaction)
            assert ("predetermination" in result.transaction) == ("predet" in label)
        everything(data)


def test_our_balance_verdict_is_oxedis_on_every_remittance() -> None:
    broken = REMIT_FILE.replace(b"CAS*CO*45", b"CAS*CO*45*1*", 1)
    files = [("broken", "835", broken), *samples()]
    ours, theirs = {}, {}
    for name, label, data in files:
        if label == "835":
            ours[name] = any(has_errors(balance_835(remit)) for remit in read_835(data)[0])
            theirs[name] = any("alance" in line for line in oxedi_says(data))
    assert ours == theirs
    assert ours["broken"]
    assert not ours["own.835"]

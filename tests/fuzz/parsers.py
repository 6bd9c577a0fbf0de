"""The parsers of what comes from outside: how each is called, what it may refuse with, and what to begin from.

None of them needs a database. What arrives over HTTP and needs one is fuzzed in ``test_http.py``.
"""

import contextlib
import io
import json
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import TooManyFieldsSent
from django.forms import Form
from django.http import QueryDict
from django.urls import get_resolver
from pydantic import ValidationError

from medoffice.config import cli, hosts
from medoffice.exchange.simulators.payer.rules.state import BookState
from medoffice.front_office.calls.rules.answering import read_messages
from medoffice.front_office.calls.rules.flags import plain as said
from medoffice.front_office.calls.rules.signing import ring_in
from medoffice.front_office.check_in.rules.card_fields import read_card
from medoffice.kernel import codec, facts
from medoffice.kernel.archive import FILE, Manifest, opened, put, put_end
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.sealed import Key, SealedWriter
from medoffice.kernel.text_lines import TextLine
from medoffice.records.documents.rules.images import image_of
from medoffice.records.documents.tests.makers import jpeg_head, png
from medoffice.records.patients.rules.names import sound, tokens, unspaced
from medoffice.records.patients.rules.search import understand
from medoffice.security.sessions import SessionStore
from medoffice.standards.ccda import api as ccda
from medoffice.standards.ccda.outgoing import Outgoing
from medoffice.standards.ccda.tests.makers import PIECES, WHOLE, grown
from medoffice.standards.ccda.types import Identifier, Moment, Party
from medoffice.standards.terminology import api as codes
from medoffice.standards.x12 import api as x12
from medoffice.standards.x12.tests.eligibility_makers import ANSWERS, REQUESTS
from medoffice.standards.x12.tests.makers import CLAIMS, ENVELOPE, REMIT
from medoffice.ui.dates import day_to_show, parse_date_as_typed, parse_when_as_typed
from tests.fuzz import messages

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("America/Chicago"))
OFFICE = ZoneInfo("America/Chicago")
NINE = datetime(2026, 11, 24, 9, tzinfo=OFFICE)
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"  # beside the repository, if it is at hand
DEEP = b"MEDOFFICE SEALED 1\n" + (4096).to_bytes(4, "big") + b"[" * 4096
KEY = Key("scrypt", b"seven quiet herons wade", cost=1 << 12)
SEGMENTS = (
    b"ISA GS ST BHT HL NM1 N3 N4 PER SBR CLM HI LX SV1 DTP CLP CAS SVC PLB BPR TRN AK1 IK5 STC QTY AMT SE GE IEA TA1"
    b" EQ EB AAA INS DMG REF MSG LS LE HSD III"
)
MARKS = (b"*", b"~", b":", b"^", b"\n", b"\x00", b"\xff", b"~ISA*", b"*-1*", b"*999999999999999999999*", b"20260230")


@dataclass(frozen=True, slots=True)
class Parser:
    """How to feed a parser; ``share`` is its part of all executions, smaller for a slow one."""

    name: str
    feed: Callable[[bytes], object]
    seeds: Callable[[], list[bytes]]
    refuses: tuple[type[Exception], ...] = ()
    words: tuple[bytes, ...] = ()
    share: int = 1


def _wire() -> list[bytes]:
    """Our own files of each kind, and the samples that are at hand."""
    claims, remit = x12.write_837p(CLAIMS, ENVELOPE), x12.write_835([REMIT], ENVELOPE)
    acks = x12.write_999(x12.acknowledge(claims), ENVELOPE)
    asked = [x12.write_270(REQUESTS, ENVELOPE), x12.write_271(ANSWERS, ENVELOPE)]
    near = sorted((DATA / "x12").glob("*/*"))
    return [
        claims,
        remit,
        acks,
        *asked,
        b"ISA",
        b"",
        *(path.read_bytes() for path in near if path.stat().st_size < 20_000),
    ]


def _remit(data: bytes) -> None:
    remits, _ = x12.read_835(data)
    for remit in remits:
        x12.balance_835(remit)
    if remits:
        x12.write_835(remits, ENVELOPE)


def _claim(data: bytes) -> None:
    claims, _ = x12.read_837p(data)
    for claim in claims:
        x12.balance_837(claim)
    if claims:
        x12.write_837p(claims, ENVELOPE)


def _answers(data: bytes) -> None:
    x12.read_999(data)
    x12.read_ta1(data)
    x12.read_277ca(data)
    x12.acknowledge(data)


def _eligibility(data: bytes) -> None:
    requests, answers = x12.read_270(data)[0], x12.read_271(data)[0]
    if requests:
        x12.write_270(requests, ENVELOPE)
    if answers:
        x12.write_271(answers, ENVELOPE)


def _clinical(data: bytes) -> None:
    document = ccda.read_document(data)
    json.dumps(ccda.document_as_json(document))
    json.dumps(ccda.document_as_check(document))
    ccda.document_in_words(document)
    ids, someone = document.ids or (Identifier("2.25.1"),), Party()
    about = Outgoing(ids[0], document.title, document.at or Moment(TODAY), document.patient, someone, someone)
    ccda.read_document(ccda.write_ccd(about, document.entries))


def _image(data: bytes) -> None:
    image_of(data)
    words = _text(data)[:400].split("\n")
    lines = [TextLine(text, 0.9, (9 * n, 7 * n, 9 * n + 80, 7 * n + 20)) for n, text in enumerate(words)]
    read_card(lines, ["Harbor Mutual"])


def _images() -> list[bytes]:
    return [
        png(),
        jpeg_head(),
        b"Member ID: HMX1002003\nGroup 88\nOffice Visit $25\nEffective 01/01/2026\nHARBOR MUTUAL",
    ]


def _checked(data: bytes) -> None:
    json.dumps(x12.file_as_json(x12.check_bytes(data, "x")), default=str)


def _shown(data: bytes) -> None:
    json.dumps(x12.show_bytes(data), default=str)
    x12.show_text(data)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _patient(data: bytes) -> None:
    sought = understand(_text(data), TODAY)
    assert isinstance(sought.empty, bool)
    for word in tokens(_text(data)):
        sound(word)
    unspaced(_text(data), _text(data))


def _messages(data: bytes) -> None:
    found = read_messages(_text(data), OFFICE)
    assert found.messages or found.errors
    assert all(len(one.key) == 64 for one in found.messages)
    ring_in(data)
    said(_text(data))


def _documents() -> list[bytes]:
    """Our own document, and the samples that are at hand."""
    near = sorted((DATA / "ccda" / "samples").glob("*/*.xml"))
    return [WHOLE, b"<ClinicalDocument/>", b"", *(path.read_bytes() for path in near if path.stat().st_size < 20_000)]


def _typed(data: bytes) -> None:
    text = _text(data)
    for past in (False, True):
        parse_date_as_typed(text, TODAY, past=past)
    day_to_show(text, TODAY)
    parse_when_as_typed(text, NINE)
    with contextlib.suppress(ValueError):
        Money.parse(text)
    SessionStore()._validate_session_key(text)
    hosts.allowed(text)
    hosts.world_of(text)
    FILE.fullmatch(text)


def _search(data: bytes) -> None:
    codes.codes_search(_text(data)[:400], TODAY, 10)


def _code(data: bytes) -> None:
    text = _text(data)[:80]
    codes.icd10_check(text, TODAY)
    codes.icd10_replacements(text, TODAY)
    codes.icd10_children(text, TODAY)
    codes.icd10_seventh(text)


def _claim_codes(data: bytes) -> None:
    codes.check_claim_codes(json.loads(data), TODAY)


def forms() -> list[type[Form]]:
    """Every form of the product."""
    get_resolver().url_patterns  # noqa: B018 - imports every screen, and with it every form
    found, waiting = [], [Form]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        found += [kind] if kind.__module__.startswith("medoffice.") else []
    return sorted(set(found), key=lambda kind: (kind.__module__, kind.__name__))


def _form(data: bytes) -> None:
    """The first two bytes pick the form; the rest is what a browser sends."""
    every = forms()
    kind = every[int.from_bytes(data[:2]) % len(every)]
    form = kind(QueryDict(data[2:], encoding="utf-8"))
    if hasattr(form, "today"):
        form.today = TODAY
    for field in form.fields.values():
        if hasattr(field, "today"):
            field.today = TODAY
        if hasattr(field, "now"):
            field.now = NOW
    if form.is_valid():
        form.changed_data  # noqa: B018 - works out what differs, with what was typed
    form.errors.as_json()


def _form_seeds() -> list[bytes]:
    typed = ("12/31/9999", "-1", "25.00", "A" * 300, "\u202e", "on", "")
    return [
        place.to_bytes(2)
        + "&".join(f"{name}={typed[(n + place) % len(typed)]}" for n, name in enumerate(kind.base_fields)).encode()
        for place, kind in enumerate(forms())
    ]  # fmt: skip


def _sealed(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(prefix="medoffice-fuzz-") as file:
        file.write(data)
        file.flush()
        with opened(Path(file.name), KEY) as (_, _, entries):
            for entry in entries:
                entry.all()


def sealed(*entries: tuple[str, bytes], end: bool = True) -> bytes:
    """A sealed archive of these entries, under the key of these tests."""
    out = io.BytesIO()
    writer = SealedWriter(out, KEY)
    for name, content in entries:
        put(writer, name, [content])
    if end:
        put_end(writer)
    writer.close()
    return out.getvalue()


def _inner(data: bytes) -> None:
    """The same reader with the seal intact: what only somebody with the key can write."""
    manifest, _, rest = data.partition(b"\x00\x00")
    Manifest.from_bytes(manifest)
    _sealed(sealed(("manifest.json", manifest), ("secret.key", rest[:32]), (_text(rest[32:40]), rest[40:])))


def _sealed_seeds() -> list[bytes]:
    return [sealed(("manifest.json", _manifest()), ("secret.key", b"k" * 32)), b"", DEEP]


def _inner_seeds() -> list[bytes]:
    return [_manifest() + b"\x00\x00" + b"k" * 32 + b"files/00" + b"x" * 9, b"[" * 9000]


def _manifest() -> bytes:
    return Manifest("practice", "practice", "2026-11-24", "1", ("a",), {"t": "0" * 64}).to_bytes()


def _kept(data: bytes) -> None:
    """JSON that the program reads back from its own tables, by type."""
    told = json.loads(data)
    for kind in (*(kind for _, kind in facts._types.items()), BookState):
        with contextlib.suppress(ValidationError):
            codec.from_json(told, kind)


def _command(data: bytes) -> None:
    """Files given on the command line; the first byte picks the command."""
    ways = ("x12 check FILE --json", "x12 show FILE", "codes check FILE --json", "codes search --queries FILE --json",
            "ccda check FILE --json", "ccda show FILE", "hl7 check FILE --json")  # fmt: skip
    way = ways[data[0] % len(ways)] if data else ways[0]
    with tempfile.NamedTemporaryFile(prefix="medoffice-fuzz-", suffix=".json") as file:
        file.write(data[1:])
        file.flush()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            assert cli.main([part.replace("FILE", file.name) for part in way.split()]) in (0, 1, 2)


def _json_seeds() -> list[bytes]:
    claim = {
        "diagnoses": ["J02.9", {"code": "E11.9"}],
        "lines": [{"procedure": "99213", "pointers": [1], "place": "11"}],
    }
    return [
        json.dumps(claim).encode(),
        b"[]",
        b"null",
        b'{"content": {}}',
        b"[" * 50 + b"]" * 50,
        b"{}\n" + b"[" * 3000,
    ]


def _command_seeds() -> list[bytes]:
    return [
        bytes([n]) + seed
        for n, seeds in enumerate(
            (_wire(), _wire(), _json_seeds(), _searches(), _documents(), _documents(), messages.seeds())
        )
        for seed in seeds
    ]


def _searches() -> list[bytes]:
    return [
        text.encode()
        for text in ("sore throat", "E11.9", "type 2 diabetes with neuropathy", "dm2 nos", "J02", "王 痛", "fx l femur")
    ]


def _texts(*texts: str) -> Callable[[], list[bytes]]:
    return lambda: [text.encode() for text in texts]


def _words(text: bytes, *more: bytes) -> tuple[bytes, ...]:
    return (*text.split(), *more)


NO_JSON = (ValueError, RecursionError)
NAMES = _texts("Vale, Ingrid", "3/8/2019", "(217) 555-0142", "M-12345", "14 Mar 1965", "O'Brien-Łuczak", "王小明")
GROWN = _texts("grow", "a document of sections and entries, and what they hold" * 20)
TYPED = _texts("11/24/2026", "2026-02-30", "+2w", "-999y", "$1,234.50", "-.5", "t", "training.localhost:8000")
MESSAGES = _texts(
    'received,caller,phone,message,born\n11/23/2026 22:15,Otto Quist,(217) 555-0101,"Fever, rash",3/8/2019\n',
    "Received: 11/23/2026 10:15 pm\nCaller: Otto\nPhone: 217\nMessage: hello\n again\n----\nFrom: Ana\n",
    '{"id": "7", "from": "+12175550142", "to": "main"}',
)
PARSERS: tuple[Parser, ...] = (
    Parser("remittance (835)", _remit, _wire, (x12.UnwritableError,), _words(SEGMENTS, *MARKS), 40),
    Parser("claim (837P)", _claim, _wire, (x12.UnwritableError,), _words(SEGMENTS, *MARKS), 40),
    Parser("answers (999, TA1, 277CA)", _answers, _wire, (), _words(SEGMENTS, *MARKS), 40),
    Parser("eligibility (270, 271)", _eligibility, _wire, (x12.UnwritableError,), _words(SEGMENTS, *MARKS), 40),
    Parser("images and cards", _image, _images, (), (b"\xff\xc0", b"IHDR", b"Member ID", b"Group", b"$"), 40),
    Parser("x12 check", _checked, _wire, (), _words(SEGMENTS, *MARKS), 20),
    Parser("x12 show", _shown, _wire, (), _words(SEGMENTS, *MARKS), 20),
    Parser("clinical documents (C-CDA)", _clinical, _documents, (Refusal,), PIECES, 20),
    Parser("clinical documents, well-formed", lambda data: _clinical(grown(data)), GROWN, (Refusal,), (), 20),
    Parser("HL7 messages", messages.feed, messages.seeds, (), messages.WORDS, 20),
    Parser("code search", _search, _searches, (), (), 1),
    Parser("diagnosis code", _code, _texts("E11.9", "j02", "A00-A09", "1", "T36.0X1A"), (), (), 10),
    Parser("claim as JSON", _claim_codes, _json_seeds, NO_JSON, (b'"code"', b'"lines"', b"null", b"1e999"), 40),
    Parser("patient search", _patient, NAMES, (), (), 60),
    Parser(
        "the answering service's messages", _messages, MESSAGES, (), (b"Received: ", b"Caller: ", b"----", b","), 20
    ),
    Parser("dates, money, keys, hosts", _typed, TYPED, (), (), 80),
    Parser("forms", _form, _form_seeds, (TooManyFieldsSent,), (b"=", b"&", b"%00", b"%ff", b"on", b"9999-12-31"), 10),
    Parser("sealed file", _sealed, _sealed_seeds, (Refusal,), (b"MEDOFFICE SEALED 1\n",), 4),
    Parser("archive under a good seal", _inner, _inner_seeds, (Refusal,), (b'"row_hashes"', b"[", b"{"), 2),
    Parser("kept JSON", _kept, _json_seeds, NO_JSON, (b"null", b"1e999", b'"id"'), 4),
    Parser("command line files", _command, _command_seeds, (), _words(SEGMENTS, *MARKS), 2),
)


def named(name: str) -> Parser:
    """The parser of this name."""
    return next(parser for parser in PARSERS if parser.name == name)


def taken(seeds: Iterable[bytes], most: int = 20_000) -> list[bytes]:
    """Seeds that are not too long to be fed often."""
    return [seed for seed in seeds if len(seed) <= most]


def plain(value: Any) -> str:  # noqa: ANN401 - of anything
    """A short name for a file made of a parser's name."""
    return "".join(letter if letter.isalnum() else "-" for letter in str(value))

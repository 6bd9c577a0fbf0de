"""Files made to do harm, about sixty, each made by code: too large, too deep, cut short, lying, misnamed."""

import gzip
import io
import tarfile
import zipfile
import zlib
from functools import cache

from medoffice.standards.ccda.tests.makers import WHOLE, coded, concern, document, observed, section
from medoffice.standards.x12.api import write_835, write_837p
from medoffice.standards.x12.tests.makers import CLAIMS, ENVELOPE, REMIT
from tests.fuzz.parsers import sealed

NAMES = (
    "../../../etc/passwd", "..\\..\\x", "/etc/passwd", "a\x00.x12", "a\nb.x12", "\u202egnp.x12", "C:\\x", "~/x", "-rf",
    "a/b", "x" * 300, "\udcff.x12", "", ".", "con", "a;rm -rf b", "$(id)", "`id`", "%2e%2f",
    "<script>alert(1)</script>",
)  # fmt: skip
CLAIM, REMITTANCE = write_837p(CLAIMS, ENVELOPE), write_835([REMIT], ENVELOPE)
ISA = REMITTANCE[:106]
DEAR = b'{"kdf": "scrypt", "cost": 1073741824, "salt": "00", "check": "00"}'
POINTING = concern(observed('<value nullFlavor="OTH"><originalText><reference value="#x"/></originalText></value>'))
LONG = f'<content ID="x">{"word " * 20_000}</content>'


def _attributes(many: int) -> bytes:
    return b"<a " + b" ".join(b'a%d=""' % n for n in range(many)) + b"/>"


def _zip(*entries: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def _tar(name: str, link: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        entry = tarfile.TarInfo(name)
        entry.type, entry.linkname = tarfile.SYMTYPE, link
        archive.addfile(entry)
    return out.getvalue()


def _entities(levels: int) -> bytes:
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, levels))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{names}]><x>&a{levels - 1};</x>'.encode()


@cache
def small() -> dict[str, bytes]:
    """Files of up to some hundred kilobytes."""
    return {**_of_other_kinds(), **_nearly_right()}


def _of_other_kinds() -> dict[str, bytes]:
    ten_mb = b"\0" * 10_000_000
    nested = _zip(("a.zip", _zip(("b.zip", _zip(("c", ten_mb))))))
    return {
        "nothing": b"",
        "one zero": b"\0",
        "blanks": b" \r\n\t" * 2000,
        "zeros": b"\0" * 200_000,
        "zip bomb": _zip(("a", ten_mb)),
        "zip in zip in zip": nested,
        "zip with a way out": _zip(("../../../etc/cron.d/x", b"x")),
        "zip with a thousand names": _zip(*((f"{n}", b"") for n in range(1000))),
        "gzip bomb": gzip.compress(ten_mb),
        "gzip cut short": gzip.compress(REMITTANCE)[:40],
        "gzip of a remittance": gzip.compress(REMITTANCE),
        "zlib bomb": zlib.compress(ten_mb),
        "tar with a link": _tar("world.dump", "/etc/passwd"),
        "tar with a link up": _tar("../../secret.key", "../../secret.key"),
        "xml bomb": _entities(9),
        "xml that reads a file": b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>',
        "xml that calls": b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>',
        "xml bomb in a document": WHOLE.replace(b"?>", b"?>" + _entities(9)[21:-17], 1).replace(b"Ingrid", b"&a8;"),
        "xml too deep": b"<ClinicalDocument>" + b"<component>" * 50_000,
        "xml with elements without end": b"<ClinicalDocument>" + b"<a/>" * 100_000 + b"</ClinicalDocument>",
        "xml with attributes without end": b"<ClinicalDocument>" + _attributes(30_000) + b"</ClinicalDocument>",
        "document whose entries point at one long text": document(section("11450-4", *[POINTING] * 1_000, text=LONG)),
        "document of codes without a system": document(section("11450-4", *[observed(coded("1", "x", ""))] * 1_000)),
        "document in another's letters": WHOLE.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        "pdf with a script": b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF",
        "pdf and zip at once": b"%PDF-1.7\n" + _zip(("x", b"y")),
        "pdf and remittance at once": b"%PDF-1.7\n" + REMITTANCE,
        "gif and script at once": b"GIF89a/*<script>alert(1)</script>*/=1;",
        "page": b"<!doctype html><script>alert(document.cookie)</script>",
        "svg with a script": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        "elf": b"\x7fELF\x02\x01\x01" + bytes(200),
        "windows program": b"MZ" + bytes(200),
        "shell": b"#!/bin/sh\nrm -rf /\n",
        "pickle": b"\x80\x04\x8c\x05posix\x94\x8c\x06system\x94\x93\x94\x8c\x02id\x94\x85\x94R\x94.",
        "yaml that calls": b"!!python/object/apply:os.system ['id']",
    }


def _nearly_right() -> dict[str, bytes]:
    claim_json = b'{"diagnoses": ["E11.9"], "lines": [{"procedure": "99213"}]}'
    return {
        "json too deep": b"[" * 100_000,
        "json too deep, closed": b"[" * 50_000 + b"]" * 50_000,
        "json with a huge number": b'{"lines": [' + b"9" * 100_000 + b"]}",
        "json with a huge exponent": b'{"lines": [{"units": 1e999999999}]}',
        "json lines too deep": b"{}\n" + b"[" * 100_000,
        "json with one name twice": claim_json[:-1] + b', "lines": []}',
        "json that is no object": b'"x"',
        "json of many claims": b"[" + b",".join([claim_json] * 3000) + b"]",
        "json with lone surrogates": b'{"diagnoses": ["\\ud800"]}',
        "utf-16 remittance": REMITTANCE.decode().encode("utf-16"),
        "utf-8 mark before it": b"\xef\xbb\xbf" + REMITTANCE,
        "latin letters": REMITTANCE.replace(b"VALE", b"V\xc3\x84LE\xff"),
        "several encodings": REMITTANCE + "ISA*\u202e".encode("utf-16") + REMITTANCE.decode().encode("utf-32"),
        "zeros inside": REMITTANCE.replace(b"~", b"\0~"),
        "right to left": REMITTANCE.replace(b"VALE", "\u202eELAV\u202c".encode()),
        "cut in the header": REMITTANCE[:60],
        "cut in the middle": REMITTANCE[: len(REMITTANCE) // 2],
        "header alone": ISA,
        "header of one character marks": ISA[:3] + b"****" + ISA[7:],
        "terminator is a letter": ISA[:105] + b"A" + REMITTANCE[106:],
        "ten thousand headers": ISA * 2_000,
        "ten thousand empty segments": ISA + b"~" * 100_000,
        "a line of one element": REMITTANCE.replace(b"CLP*", b"CLP*" + b"9" * 200_000 + b"*", 1),
        "many elements": REMITTANCE.replace(b"CLP*", b"CLP" + b"*" * 100_000, 1),
        "many parts of an element": REMITTANCE.replace(b"SVC*HC:", b"SVC*HC" + b":" * 100_000, 1),
        "amount of a thousand digits": REMITTANCE.replace(b"BPR*I*", b"BPR*I*" + b"9" * 1000, 1),
        "counts that lie": REMITTANCE.replace(b"SE*", b"SE*99999999999"),
        "levels that go round": CLAIM.replace(b"HL*2*1", b"HL*2*2"),
        "claims of nobody": CLAIM.replace(b"NM1", b"XX1"),
        "a search of one long word": b"x" * 100_000,
        "a search of many words": b"pain " * 20_000,
        "a search of brackets": b"((((((((((" * 2000,
        "sealed with a wrong header": b"MEDOFFICE SEALED 1\n" + (4096).to_bytes(4, "big") + b"[" * 4096,
        "sealed with a dear key": b"MEDOFFICE SEALED 1\n" + len(DEAR).to_bytes(4, "big") + DEAR,
        "sealed way out": sealed(("manifest.json", b"{}"), ("secret.key", b"k" * 32), ("files/../../../etc/x", b"x")),
        "sealed without an end": sealed(("manifest.json", b"{}"), end=False),
        "dump of a database": b"PGDMP\x01\x0e\0" + bytes(400),
    }


@cache
def large() -> dict[str, bytes]:
    """Files of megabytes: too slow to be fed by ``make test``."""
    body = REMITTANCE[REMITTANCE.index(b"CLP*") : REMITTANCE.index(b"SE*")]
    return {
        "a million segments": ISA + b"REF*F8*1~" * 1_000_000,
        "a million segments of claims": REMITTANCE.replace(body, body * 40_000),
        "one line of thirty megabytes": REMITTANCE.replace(b"CLP*", b"CLP*" + b"A" * 30_000_000 + b"*", 1),
        "thirty megabytes of zeros": bytes(30_000_000),
        "xml of five million elements": b"<ClinicalDocument>" + b"<a/>" * 4_900_000,
        "xml with a million attributes": b"<ClinicalDocument>" + _attributes(1_000_000),
        "a document of eight megabytes whose entries point at one text": document(
            section("11450-4", *[POINTING] * 14_000, text=LONG)
        ),
    }

"""Papers made to do harm, or broken ones, made here: what each is, and the trouble it must be refused with.

They hold nothing of anybody. A set of troubles stands where libraries may rightly say either.
"""

import io
import struct
import zipfile
import zlib
from functools import cache

TEST_VIRUS = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
_CDA = b'<ClinicalDocument xmlns="urn:hl7-org:v3">'
NAMES = (
    "../../etc/passwd.pdf",
    "eicar.com.pdf",
    "CON",
    "scan\x00.pdf",
    "invoice\u202efdp.exe",
    "<script>alert(1)</script>.pdf",
    "-rf.pdf",
    "a" * 400 + ".pdf",
)
Made = dict[str, tuple[bytes, set[str]]]


def pdf(
    *objects: bytes, pages: int = 1, box: str = "612 792", tail: bytes = b"", catalog: bytes = b"", whole: bool = False
) -> bytes:
    """A PDF of empty pages, by hand; ``objects`` are further ones, numbered from 4, or all of them."""
    kids = b"3 0 R " * pages
    body = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Count %d /Kids [ %s] >>" % (pages, kids),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Contents 4 0 R >>" % box.encode(),
        *(objects or (b"<< /Length 0 >>\nstream\n\nendstream",)),
    ]
    body = list(objects) if whole else body
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(body, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(body) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(body) + 1, start) + tail


def flate(content: bytes, more: bytes = b"") -> bytes:
    """A packed stream."""
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), more, packed)


def png(width: int, height: int, rows: bytes | None = None, tail: bytes = b"") -> bytes:
    """A grey PNG that says it has this size; with other ``rows`` it lies."""
    packed = zlib.compress(b"".join(b"\x00" + bytes(width) for _ in range(height)) if rows is None else rows, 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    chunks = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + chunks + tail


def tiff(width: int, height: int, *, loops: bool = False, frames: int = 1) -> bytes:
    """A TIFF of white pages without content; ``loops`` leads from the last page to the first."""
    out = b"II*\x00" + struct.pack("<I", 8)
    size = 2 + 8 * 12 + 4
    for frame in range(frames):
        tags = [
            (256, width),
            (257, height),
            (258, 1),
            (259, 1),
            (262, 0),
            (273, 8 + frames * size),
            (278, height),
            (279, (width + 7) // 8 * height),
        ]
        out += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
        last = frame == frames - 1
        out += struct.pack("<I", (8 if loops else 0) if last else 8 + (frame + 1) * size)
    return out + b"\xff" * 8


def packed(*entries: tuple[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as made:
        for name, data in entries:
            made.writestr(name, data)
    return out.getvalue()


def docx(*more: tuple[str, bytes], words: bytes = b"<w><t>Dear Dr. Okafor</t></w>") -> bytes:
    """As much of a DOCX as makes one."""
    return packed(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", words), *more)


def mail(*parts: bytes, head: bytes = b"") -> bytes:
    """An e-mail of these parts."""
    top = b"From: a@example.org\r\nDate: Tue, 24 Nov 2026 10:00:00 -0600\r\nSubject: Records\r\nMIME-Version: 1.0\r\n"
    if not parts:
        return top + head + b"\r\nPlease find it attached.\r\n"
    body = b"".join(b"--x\r\n" + part + b"\r\n" for part in parts)
    return top + head + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n' + body + b"--x--\r\n"


@cache
def small() -> Made:
    """Those that are made in no time."""
    return {**_no_papers(), **_pdfs(), **_images(), **_words(), **_packs()}


def _no_papers() -> Made:
    return {
        "nothing": (b"", {"empty"}),
        "a test virus": (TEST_VIRUS, {"program"}),
        "a test virus behind a letter": (b"Dear all,\n" + TEST_VIRUS, {"program"}),
        "a program of Windows": (b"MZ\x90\x00" + bytes(200), {"program"}),
        "a program of Linux": (b"\x7fELF\x02" + bytes(200), {"program"}),
        "a shell script": (b"#!/bin/sh\nrm -rf /\n", {"program"}),
        "a class of Java": (b"\xca\xfe\xba\xbe" + bytes(50), {"program"}),
        "WebAssembly": (b"\x00asm\x01\x00\x00\x00", {"program"}),
        "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), {"old-office"}),
        "a GIF": (b"GIF89a" + bytes(20), {"unknown"}),
        "random bytes": (bytes(range(256)) * 4, {"unknown"}),
        "bytes with NUL": (b"Dear\x00Dr", {"unknown"}),
        "gzip": (b"\x1f\x8b\x08" + bytes(30), {"archive"}),
        "xz": (b"\xfd7zXZ\x00" + bytes(30), {"archive"}),
        "7z": (b"7z\xbc\xaf'\x1c" + bytes(30), {"archive"}),
        "rar": (b"Rar!\x1a\x07" + bytes(30), {"archive"}),
        "a web page": (b"<!DOCTYPE html><script>alert(1)</script>", {"markup"}),
        "a drawing with a script": (b"<svg onload='alert(1)'/>", {"markup"}),
        "a drawing that says it is XML": (b"<?xml version='1.0'?><svg onload='x()'/>", {"markup"}),
        "code of a server": (b"<?php system($_GET['x']); ?>", {"markup"}),
    }


def _pdfs() -> Made:
    script = b"<< /Type /Action /S /JavaScript /JS (app.alert\\(1\\)) >>"
    empty = b"<< /Length 0 >>\nstream\n\nendstream"
    program = b"<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream"
    key = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    hidden = flate(b"5 0 << /S /JavaScript /JS (x) >>", b"/Type /ObjStm /N 1 /First 4")
    return {
        "a PDF that is only a head": (b"%PDF-1.7\n", {"broken"}),
        "a PDF of noise": (b"%PDF-1.7\n" + bytes(range(256)) * 40, {"broken"}),
        "a PDF cut in the middle": (pdf()[:120], {"broken"}),
        "a PDF without pages": (pdf(pages=0), {"broken"}),
        "a PDF whose pages lead to themselves": (pdf().replace(b"/Kids [ 3 0 R ]", b"/Kids [ 2 0 R ]"), {"broken"}),
        "a PDF of a million pages": (pdf().replace(b"/Count 1", b"/Count 1000000"), {"broken", "pages"}),
        "a PDF of 600 pages": (pdf(pages=600), {"pages"}),
        "a PDF with a page as long as a street": (pdf(box="612 144000"), {"huge"}),
        "a script in a PDF": (pdf(empty, script, catalog=b"/OpenAction 5 0 R"), {"acts"}),
        "a script in a PDF, its name in code": (pdf(empty, script.replace(b"JavaScript", b"Java#53cript")), {"acts"}),
        "a script in a PDF, packed": (pdf(empty, hidden), {"acts"}),
        "a PDF that starts a program": (pdf(empty, b"<< /S /Launch /F (cmd.exe) >>"), {"acts"}),
        "a PDF with a film": (pdf(empty, b"<< /Subtype /RichMedia >>"), {"acts"}),
        "a PDF with a file inside": (pdf(empty, program), {"acts"}),
        "a PDF that is a ZIP too": (pdf(tail=packed(("a", b"b"))), {"two-in-one"}),
        "a PDF that is a web page too": (pdf(tail=b"<html><script>alert(1)</script>"), {"two-in-one"}),
        "a PDF with a key": (
            pdf(empty, key)
            .replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 5 0 R /ID [<41> <41>]"),
            {"locked"},
        ),
    }  # fmt: skip


def _images() -> Made:
    return {
        "a PNG of a head only": (png(8, 8)[:33], {"broken"}),
        "a PNG that lies about its size": (png(4000, 4000, rows=b"\x00\x00"), {"broken"}),
        "a PNG as large as a field": (png(60_000, 60_000, rows=b""), {"huge"}),
        "a PNG of no width": (png(0, 8, rows=b""), {"huge", "broken"}),
        "a PNG that is a ZIP too": (png(8, 8, tail=packed(("a", b"b"))), {"two-in-one"}),
        "a PNG that is a web page too": (png(8, 8, tail=b"<html><body>"), {"two-in-one"}),
        "a JPEG of a head only": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", {"broken"}),
        "a JPEG with code in its comment": (
            b"\xff\xd8\xff\xfe\x00\x20<?php system($_GET[1]);?>\xff\xd9",
            {"two-in-one"},
        ),
        "a TIFF of a head only": (b"II*\x00\x08\x00\x00\x00", {"broken"}),
        "a TIFF as large as a field": (tiff(90_000, 90_000), {"huge", "broken"}),
        "a TIFF that begins beyond its end": (b"MM\x00*\xff\xff\xff\xf0", {"broken"}),
        "a TIFF of 700 pages": (tiff(8, 8, frames=700), {"pages", "broken"}),
    }


def _words() -> Made:
    doctype = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _CDA + b"&x;"
    entities = b"".join(b'<!ENTITY e%d "%s">' % (n + 1, b"&e%d;" % n * 10) for n in range(9))
    laughs = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">' + entities + b"]>" + _CDA + b"&e9;"
    return {
        "XML that reads a file": (doctype + b"</ClinicalDocument>", {"doctype"}),
        "XML that laughs": (laughs + b"</ClinicalDocument>", {"doctype"}),
        "XML that calls out": (
            b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd">' + _CDA + b"</ClinicalDocument>",
            {"doctype"},
        ),
        "XML that reads a file, in UTF-16": (doctype.decode().encode("utf-16"), {"doctype"}),
        "XML nested 5,000 deep": (_CDA + b"<a>" * 5000 + b"</a>" * 5000 + b"</ClinicalDocument>", {"deep"}),
        "XML that does not end": (_CDA + b"<section>", {"broken"}),
        "XML of something else": (b'<?xml version="1.0"?><invoice/>', {"not-clinical"}),
        "XML of the right name in no house": (b"<ClinicalDocument/>", {"not-clinical"}),
        "XML of an unknown script": (b'<?xml version="1.0" encoding="x-none"?><a/>', {"broken"}),
        "XML with 500 attributes": (
            b"<ClinicalDocument %s/>" % b" ".join(b'a%d="1"' % n for n in range(500)),
            {"deep"},
        ),
        "an e-mail nested 40 deep": (_nested_mail(40), {"deep"}),
        "an e-mail of 500 parts": (mail(*[b"Content-Type: text/plain\r\n\r\nx"] * 500), {"deep"}),
    }


def _nested_mail(levels: int) -> bytes:
    inner = b"Content-Type: text/plain\r\n\r\nx"
    for level in range(levels):
        mark = b"b%d" % level
        inner = b'Content-Type: multipart/mixed; boundary="%s"\r\n\r\n--%s\r\n%s\r\n--%s--' % (mark, mark, inner, mark)
    return mail(inner)


def _packs() -> Made:
    secret = bytearray(docx())
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = secret.find(head)
        while at >= 0:
            secret[at + place] |= 1
            at = secret.find(head, at + 4)
    return {
        "a ZIP": (packed(("a.pdf", b"%PDF-1.7")), {"archive"}),
        "a ZIP in a ZIP": (packed(("a.zip", packed(("b", b"c")))), {"archive"}),
        "an empty ZIP": (b"PK\x05\x06" + bytes(18), {"archive"}),
        "a DOCX cut in the middle": (docx()[:-30], {"broken"}),
        "a DOCX with macros": (docx(("word/vbaProject.bin", b"x")), {"acts"}),
        "a DOCX that names places outside": (docx(("../../etc/cron.d/x", b"x")), {"wanders"}),
        "a DOCX that names a root": (docx(("/etc/passwd", b"x")), {"wanders"}),
        "a DOCX that is locked": (bytes(secret), {"locked"}),
        "a DOCX that reads a file": (
            docx(words=b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
            {"doctype"},
        ),
        "a DOCX nested deep": (docx(words=b"<a>" * 3000 + b"</a>" * 3000), {"deep"}),
        "a DOCX of 3,000 parts": (docx(*((f"word/p{n}", b"") for n in range(3000))), {"bomb"}),
    }


def large() -> Made:
    """Those that take memory to make: bombs."""
    zeros = bytes(200 << 20)
    deep = b"[" * 2_000_000
    return {
        "a DOCX of 200 MB of nothing": (docx(words=zeros), {"bomb"}),
        "a DOCX with 200 MB beside": (docx(("word/media/a.png", zeros)), {"bomb"}),
        "a PDF page of 200 MB of nothing": (pdf(flate(zeros)), set()),
        "a PDF of a nest of two million": (pdf(flate(b"BT " + deep)), set()),
        "a PDF object of a nest of two million": (pdf(b"<< >>", deep + b"]" * 2_000_000), set()),
        "a PDF with 60 MB of packed objects": (
            pdf(b"<< >>", flate(bytes(60 << 20), b"/Type /ObjStm /N 1 /First 4")),
            set(),
        ),
        "a PNG of 3 billion dots": (png(55_000, 55_000, rows=bytes(20 << 20)), {"huge"}),
        "a PNG of 50 million dots": (png(7_000, 7_000), set()),
        "a file of 25 MB": (b"%PDF-1.7" + bytes(25 << 20), {"too-large"}),
        "a text of 20 MB in one line": (b"a" * (20 << 20), set()),
        "an e-mail of 20 MB in its head": (mail(head=b"X: " + b"a" * (20 << 20) + b"\r\n"), set()),
        "XML of 20 MB": (_CDA + b"<p/>" * (5 << 20) + b"</ClinicalDocument>", set()),
        "XML with an attribute of 20 MB": (_CDA + b'<p a="' + b"a" * (20 << 20) + b'"/></ClinicalDocument>', set()),
    }

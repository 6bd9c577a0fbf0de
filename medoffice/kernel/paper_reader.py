"""Opens a paper that came from outside, alone in a process with limits: the bytes on stdin, what it is on stdout.

Run as a file by ``papers.py``: ``look KIND``, ``read KIND FIRST LAST`` or ``picture KIND PAGE WIDTH TURN BOX...``;
pages count from 0. It imports nothing of the product, keeps nothing, and cannot open a file or a socket once it has
read its input: neither can the libraries in it, whatever a page makes them do. What is wrong with a paper is told by a
word (``{"trouble": "bomb"}``); the product has the sentences.
"""

import base64
import codecs
import io
import json
import re
import resource
import signal
import sys
import zipfile
import zlib
from collections.abc import Callable
from email import policy
from email.parser import BytesParser
from importlib import import_module
from itertools import pairwise
from typing import Any
from xml.parsers import expat

MEMORY = 1 << 30
SECONDS = {"look": 1.2, "read": 20.0, "picture": 6.0}  # of the processor
MOST_PAGES, LONGEST_SIDE_POINTS, MOST_PIXELS, MOST_PICTURE = 500, 5_000, 60_000_000, 6_000_000
MOST_TEXT, MOST_DEPTH, MOST_PARTS, MOST_INFLATED, MOST_RATIO = 2 << 20, 200, 60, 64 << 20, 150
CODECS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "ascii", "base64", "quopri", "cp437")
NOT_INSTALLED = 3
READ_DPI = 110  # of a page in which a barcode is looked for
_OTHERS = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system")
_ACTS = re.compile(rb"/(JavaScript|Launch|RichMedia|EmbeddedFile|ImportData)(?![A-Za-z])")
_STREAMS = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_PASSWORD = 4  # PDFium: the document asks for one


class Trouble(Exception):  # noqa: N818 - a word, not an error
    """What is wrong with the paper."""


def limit(verb: str) -> None:
    """No more memory and time than a paper needs, and nothing more is opened: no file, no network, no program."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS[verb]) + 1, int(SECONDS[verb]) + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    signal.setitimer(signal.ITIMER_PROF, SECONDS[verb])
    sys.addaudithook(_alone)


def _alone(event: str, _: tuple[Any, ...]) -> None:
    """Nobody is called and no other program is started; a hook cannot be taken off again."""
    if event.startswith(_OTHERS):
        raise OSError("nobody else is reached from here")


def libraries(kind: str) -> dict[str, Any]:
    """What opens this kind of paper, imported while files can still be opened."""
    for name in CODECS:
        codecs.lookup(name)
    if kind not in _PICTURED:
        return {}
    wanted = {"image": "PIL.Image", "turn": "PIL.ImageOps", "tiff": "PIL.TiffImagePlugin", "codes": "zxingcpp"}
    if kind == "pdf":
        wanted |= {"pdf": "pypdfium2", "raw": "pypdfium2.raw"}
    found: dict[str, Any] = {key: import_module(name) for key, name in wanted.items()}
    found["image"].preinit()
    found["image"].MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # it raises at twice of this
    return found


# Papers that are pictures: PDF, and images of one page or (TIFF) several.


def _pdf(data: bytes, has: dict[str, Any]) -> Any:  # noqa: ANN401 - the library has no types
    try:
        return has["pdf"].PdfDocument(data)
    except has["pdf"].PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise Trouble("locked" if locked else "broken") from error


def _look_pdf(data: bytes, has: dict[str, Any]) -> dict[str, Any]:
    pdf, raw = _pdf(data, has), has["raw"]
    pages = len(pdf)
    if not pages:
        raise Trouble("broken")
    if pages > MOST_PAGES:
        raise Trouble("pages")
    for number in range(pages):
        sides = pdf.get_page_size(number)
        if not 0 < min(sides) <= max(sides) <= LONGEST_SIDE_POINTS:
            raise Trouble("huge")
    if raw.FPDFDoc_GetJavaScriptActionCount(pdf) > 0 or _acts(data):
        raise Trouble("acts")
    if raw.FPDFDoc_GetAttachmentCount(pdf) > 0:
        raise Trouble("holds-files")
    if raw.FPDF_GetFormType(pdf) in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND):
        raise Trouble("acts")
    _text_of(pdf, 0)
    return {"pages": pages}


def _acts(data: bytes) -> bool:
    """Whether a script, a program or a file is named in its objects, also in packed ones; none of it ever runs here."""
    plain, left = [_STREAMS.sub(b"", data)], MOST_INFLATED
    for found in _STREAMS.finditer(data):
        if _OBJECT_STREAM.search(data, max(0, found.start() - 400), found.start()):
            unpacked = _inflated(found[1], left)
            left -= len(unpacked)
            plain.append(unpacked)
    return any(_ACTS.search(_ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), part)) for part in plain)


def _inflated(data: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, max(1, most))
    except zlib.error:
        return b""


def _text_of(pdf: Any, number: int) -> str:  # noqa: ANN401 - the library has no types
    page = pdf[number]
    text: str = page.get_textpage().get_text_range()
    return text[:MOST_TEXT]


def _image(data: bytes, kind: str, has: dict[str, Any]) -> Any:  # noqa: ANN401 - the library has no types
    try:
        image = has["image"].open(io.BytesIO(data), formats=(kind.upper(),))
    except has["image"].DecompressionBombError as error:
        raise Trouble("huge") from error
    except Exception as error:
        raise Trouble("broken") from error
    return image


def _look_image(data: bytes, kind: str, has: dict[str, Any]) -> dict[str, Any]:
    image, pages = _image(data, kind, has), 0
    while True:
        if image.width * image.height > MOST_PIXELS or not image.width or not image.height:
            raise Trouble("huge")
        pages += 1
        if pages > MOST_PAGES:
            raise Trouble("pages")
        try:
            image.seek(pages)
        except EOFError:
            break
        except Exception as error:
            raise Trouble("broken") from error
    if getattr(image, "is_animated", False) and kind != "tiff":
        raise Trouble("moves")
    _frame(image, 0, has, 400)
    return {"pages": pages}


def _frame(image: Any, number: int, has: dict[str, Any], width: int) -> Any:  # noqa: ANN401 - the library has no types
    """A page of an image, upright, at most so wide, grey or in colours."""
    try:
        image.seek(number)
        image.draft("RGB", (width, width))  # a JPEG is opened small at once
        frame = has["turn"].exif_transpose(image.convert("L" if image.mode in ("1", "L") else "RGB"))
    except Exception as error:
        raise Trouble("broken") from error
    share = min(1.0, width / frame.width, (MOST_PICTURE / (frame.width * frame.height)) ** 0.5)
    return frame.resize((max(1, int(frame.width * share)), max(1, int(frame.height * share)))) if share < 1 else frame


def _page(data: bytes, kind: str, number: int, width: int, has: dict[str, Any]) -> Any:  # noqa: ANN401 - no types
    """A page as a picture of about this width."""
    if kind != "pdf":
        return _frame(_image(data, kind, has), number, has, width)
    return _drawn(_pdf(data, has), number, width)


def _drawn(pdf: Any, number: int, width: int) -> Any:  # noqa: ANN401 - the library has no types
    page = pdf[number]
    wide, high = page.get_size()
    scale = min(width / wide, (MOST_PICTURE / (wide * high)) ** 0.5)
    return page.render(scale=scale, may_draw_forms=False).to_pil()


def picture(data: bytes, kind: str, given: list[int], has: dict[str, Any]) -> bytes:
    """A page as a PNG, turned, nothing left under the boxes: each left, top, right, bottom in thousandths of it."""
    number, width, turn, *black = given
    out, shown = io.BytesIO(), _page(data, kind, number, width, has).rotate(-turn, expand=True)
    shown = shown if shown.mode == "L" else shown.convert("RGB")
    for left, top, right, bottom in zip(*[iter(black)] * 4, strict=True):
        across, down = shown.width / 1000, shown.height / 1000
        box = (int(left * across), int(top * down), int(right * across + 1), int(bottom * down + 1))
        shown.paste(0 if shown.mode == "L" else (0, 0, 0), box)
    shown.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _read_pages(data: bytes, kind: str, first: int, last: int, has: dict[str, Any]) -> list[dict[str, Any]]:
    source = _pdf(data, has) if kind == "pdf" else _image(data, kind, has)
    found = []
    for number in range(first, last + 1):
        text = _text_of(source, number) if kind == "pdf" else ""
        width = int(source.get_page_size(number)[0] * READ_DPI / 72) if kind == "pdf" else 1_000
        shown = _drawn(source, number, width) if kind == "pdf" else _frame(source, number, has, width)
        codes = [code.text for code in has["codes"].read_barcodes(shown.convert("L"))[:8]]
        found.append({"text": text, "codes": codes, "read": bool(text.strip())})
    return found


# Papers that are words: text, XML of a clinical document, a letter by e-mail, a document of a word processor.


def _words(data: bytes) -> str:
    for name in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(name)[:MOST_TEXT]
        except UnicodeDecodeError:
            continue
    raise Trouble("broken")


class _Xml:
    """Reads XML by events: no entity, no document type, no depth, no more text than is sensible."""

    def __init__(self) -> None:
        self.root, self.text = "", io.StringIO()
        self._depth = self._kept = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._said

    def read(self, data: bytes) -> str:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise Trouble("broken") from error
        return re.sub(r"[ \t]*\n\s*", "\n", self.text.getvalue()).strip()

    def _doctype(self, *_: object) -> None:
        raise Trouble("doctype")

    def _start(self, name: str, given: dict[str, str]) -> None:
        self.root = self.root or name
        self._depth += 1
        if self._depth > MOST_DEPTH or len(given) > MOST_PARTS:
            raise Trouble("deep")
        self.text.write("\n" if name.rsplit(" ", 1)[-1] in ("p", "tr", "paragraph", "item", "title") else " ")

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _said(self, text: str) -> None:
        self._kept += len(text)
        if self._kept <= MOST_TEXT:
            self.text.write(text)


def _clinical(data: bytes) -> str:
    xml = _Xml()
    text = xml.read(data)
    if xml.root != "urn:hl7-org:v3 ClinicalDocument":
        raise Trouble("not-clinical")
    return text


def _packed(data: bytes) -> str:
    """The words of a DOCX. Nothing is unpacked but its main part, and that only so far."""
    try:
        pack = zipfile.ZipFile(io.BytesIO(data))
        entries = pack.infolist()
    except Exception as error:
        raise Trouble("broken") from error
    ends = sorted((entry.header_offset, entry.header_offset + entry.compress_size) for entry in entries)
    if any(later[0] < before[1] for before, later in pairwise(ends)):
        raise Trouble("bomb")
    whole = sum(entry.file_size for entry in entries)
    if len(entries) > 2_000 or whole > MOST_INFLATED or whole > MOST_RATIO * (len(data) + 1):
        raise Trouble("bomb")
    for entry in entries:
        if entry.filename.startswith(("/", "\\")) or ".." in entry.filename.replace("\\", "/").split("/"):
            raise Trouble("wanders")
        if entry.flag_bits & 1:
            raise Trouble("locked")
        if entry.filename.lower().endswith((".bin", ".exe", ".js", ".vbs", ".docm")):
            raise Trouble("acts")
    return _main_part(pack)


def _main_part(pack: zipfile.ZipFile) -> str:
    try:
        with pack.open("word/document.xml") as part:
            data = part.read(MOST_INFLATED // 4 + 1)
    except Exception as error:
        raise Trouble("broken") from error
    if len(data) > MOST_INFLATED // 4:
        raise Trouble("bomb")
    return _Xml().read(data)


def _letter(data: bytes) -> dict[str, Any]:
    """An e-mail: who wrote what, and what is attached, each as it came."""
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    parts, body, attached, stack = 0, [], [], [(message, 0)]
    while stack:
        part, depth = stack.pop()
        parts += 1
        if parts > MOST_PARTS or depth > 8:
            raise Trouble("deep")
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            stack += [(inner, depth + 1) for inner in reversed(part.get_payload())]  # type: ignore[arg-type]
            continue
        content = _content(part)
        name = part.get_filename() or ""
        if not name and part.get_content_type() == "text/plain":
            body.append(_words(content) if content else "")
        elif name or part.get_content_maintype() != "text":
            attached.append({"name": str(name)[:200], "data": base64.b64encode(content).decode()})
    told = {key: str(message.get(key, ""))[:300] for key in ("From", "Subject", "Date")}
    return {
        "pages": 1,
        "sender": told["From"],
        "subject": told["Subject"],
        "text": "\n".join(body),
        "attached": attached,
    }


def _content(part: Any) -> bytes:  # noqa: ANN401 - the library's type says less than it gives
    if part.get_content_type() == "message/rfc822":
        return b"".join(inner.as_bytes() for inner in part.get_payload())
    try:
        found = part.get_payload(decode=True)
    except Exception as error:
        raise Trouble("broken") from error
    return found or b""


_PICTURED = ("pdf", "png", "jpeg", "tiff")
_WORDED: dict[str, Callable[[bytes], str]] = {
    "text": _words,
    "clinical": _clinical,
    "docx": _packed,
    "mail": lambda data: str(_letter(data)["text"]),
}


def look(data: bytes, kind: str, has: dict[str, Any]) -> dict[str, Any]:
    """How many pages it has and, of an e-mail, what is in it. Raises Trouble for what is not to be taken."""
    if kind == "pdf":
        return _look_pdf(data, has)
    if kind in _PICTURED:
        return _look_image(data, kind, has)
    if kind == "mail":
        return _letter(data)
    _WORDED[kind](data)
    return {"pages": 1}


def read(data: bytes, kind: str, first: int, last: int, has: dict[str, Any]) -> list[dict[str, Any]]:
    """The words and barcodes of these pages; ``read`` is false where a page has no words of its own."""
    if kind in _PICTURED:
        return _read_pages(data, kind, first, last, has)
    return [{"text": _WORDED[kind](data), "codes": [], "read": True}]


def main(verb: str, kind: str, *given: str) -> None:
    """Answer one question about the paper on stdin."""
    data = sys.stdin.buffer.read()
    try:
        has = libraries(kind)
    except ImportError:
        sys.exit(NOT_INSTALLED)
    limit(verb)
    numbers = [int(one) for one in given]
    try:
        if verb == "picture":
            sys.stdout.buffer.write(picture(data, kind, numbers, has))
            return
        told: Any = look(data, kind, has) if verb == "look" else read(data, kind, numbers[0], numbers[1], has)
    except Trouble as trouble:
        told = {"trouble": str(trouble)}
    except MemoryError:
        told = {"trouble": "bomb"}
    except RecursionError:
        told = {"trouble": "deep"}
    except Exception:  # noqa: BLE001 - whatever else the libraries say of it
        told = {"trouble": "broken"}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])

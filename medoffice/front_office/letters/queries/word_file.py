"""A letter as a file for a word processor (DOCX): the content is that of its pages, and what is missing is marked.

The library is loaded when a file is made. What it writes is text: no macro, no field but the page's number, no link.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from medoffice.front_office.letters.queries.letters import recipient_of
from medoffice.front_office.letters.queries.paper import content_of
from medoffice.front_office.letters.rules.addresses import lines_in
from medoffice.front_office.letters.types.letters import Letter, Recipient, Sending, Shown, Way
from medoffice.records.documents.types.papers import Appended

KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what a file of this kind cannot hold
_GREY = 0x5A
_STANDS = "Not whole yet: "


def word_file(
    one: Letter, reads: Shown, sent: Sending | None, notices: Sequence[str], going: Sequence[Appended] = ()
) -> bytes:
    """The letter as it reads; one that went as it went the last time, to whom and on that day.

    Letterhead and page numbers stand in the section's header and footer. What is against sending it stands on top, and
    a field without a value is marked where it is missing, as on the page: never a blank. What goes along (an
    amendment) stands at the end.
    """
    from docx import Document
    from docx.shared import Inches, Pt

    told = content_of(one, reads.text, _reader(one, sent), notices, sent.at if sent else None)
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(0.95)
    section.top_margin, section.bottom_margin = Inches(0.6), Inches(0.8)
    made.styles["Normal"].font.size = Pt(10.5)
    made.core_properties.title, made.core_properties.author = told["number"], _held(told["office"])
    made.core_properties.language, made.core_properties.comments = one.language, ""
    section.different_first_page_header_footer = True
    _letterhead(section.first_page_header, told)
    for foot in (section.first_page_footer, section.footer):
        _foot(foot, told["number"])
    _body(made, told, reads)
    for amends in going:
        _lines(made, [amends.title, *amends.words.split("\n")], set())
    whole = BytesIO()
    made.save(whole)
    return whole.getvalue()


def _reader(one: Letter, sent: Sending | None) -> Recipient:
    """To whom: as it went; the lines are those of today where they say the same."""
    now = recipient_of(one)
    if sent is None or sent.way in (Way.FAX, Way.LINK) or ", ".join(now.lines)[:254] == sent.to_address:
        return Recipient(sent.to_name, now.lines) if sent else now
    return Recipient(sent.to_name, lines_in(sent.to_address))


def _letterhead(head: Any, told: dict[str, Any]) -> None:  # noqa: ANN401 - the library is loaded when it is used
    from docx.shared import Pt

    name = head.paragraphs[0].add_run(_held(told["office"]))
    name.bold, name.font.size = True, Pt(15)
    for line in told["head"]:
        row = head.add_paragraph()
        row.paragraph_format.space_after = Pt(0)
        row.add_run(_held(line)).font.size = Pt(9)


def _foot(foot: Any, number: str) -> None:  # noqa: ANN401 - as above
    """The letter's number, and that of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = foot.paragraphs[0].add_run(f"{number}\t\t")
    run.font.size = Pt(8)
    for kind in ("begin", "", "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = "PAGE"
        run._r.append(part)


def _body(made: Any, told: dict[str, Any], reads: Shown) -> None:  # noqa: ANN401 - as above
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    if reads.findings:
        _lines(made, [_STANDS, *(found.words for found in reads.findings)], {""})
    _lines(made, told["to"], set())
    made.add_paragraph(told["date"]).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    marks = {piece.text for piece in reads.pieces if piece.missing}
    for part in told["parts"]:
        _lines(made, part.split("\n"), marks)
    made.add_paragraph(told["closing"])
    name = made.add_paragraph().add_run(_held(told["signature"] or told["office"]))
    name.bold = bool(told["signature"])
    small = [told["signed"], *told["notices"]] if told["signed"] else told["notices"]
    for line in small:
        run = made.add_paragraph().add_run(_held(line))
        run.font.size, run.font.color.rgb = Pt(8.5), RGBColor(_GREY, _GREY, _GREY)


def _lines(made: Any, lines: Sequence[str], marks: set[str]) -> None:  # noqa: ANN401 - as above
    """A paragraph of lines; what is in ``marks`` stands highlighted, all of it if an empty mark is among them."""
    from docx.enum.text import WD_COLOR_INDEX

    into = made.add_paragraph()
    for number, line in enumerate(lines):
        if number:
            into.add_run().add_break()
        for text, marked in _parted(line, marks):
            run = into.add_run(_held(text))
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW if marked else None


def _parted(line: str, marks: set[str]) -> Iterator[tuple[str, bool]]:
    if "" in marks or not marks:
        yield line, "" in marks
        return
    for part in re.split(f"({'|'.join(map(re.escape, sorted(marks, key=len, reverse=True)))})", line):
        if part:
            yield part, part in marks


def _held(text: str) -> str:
    """Text as such a file can hold it; what it cannot is seen as such."""
    return _NEVER.sub("\ufffd", text)

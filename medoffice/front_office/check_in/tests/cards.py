"""Insurance cards for tests, drawn here: made-up payers and people, set in five ways, in colours and askew."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

PAYERS = ("Harbor Mutual", "Meridian Senior", "Sunfield State Plan", "Prairie Mutual", "Keystone Casualty")
_PAGE = """
#let card = json(bytes(sys.inputs.card))
#let paper = rgb(card.paper)
#let ink = rgb(card.ink)
#set page(width: 86mm, height: 54mm, margin: 5mm, fill: paper)
#set text(font: "Libertinus Serif", fill: ink, size: card.size * 1pt)
#let mono(words) = text(font: "DejaVu Sans Mono", words)
#let small(words) = text(size: 0.8em, words)
#let head = text(size: 1.5em, weight: "bold", card.payer)
#let ways = (
  lines: [
    #head \\ #v(2mm)
    Member: #card.person \\ Member ID: #mono(card.member_id) \\ Group No. #card.group \\
    Office Visit \\$#card.copay #h(4mm) ER \\$250 \\ #small[Effective #card.starts]
  ],
  columns: [
    #head #v(2mm)
    #grid(columns: (1fr, 1fr), row-gutter: 1.6mm,
      small[MEMBER ID], small[GROUP], mono(card.member_id), [#card.group],
      small[NAME], small[EFFECTIVE DATE], [#card.person], [#card.starts])
    #v(1mm) PCP copay: \\$#card.copay
  ],
  right: [
    #align(right, head) #v(1mm)
    #grid(columns: (26mm, 1fr), row-gutter: 1.4mm,
      [Name], [#card.person], [Subscriber ID], mono(card.member_id), [Group \\#], [#card.group],
      [Copay], [\\$#card.copay], [Effective], [#card.starts])
  ],
  pharmacy: [
    #head #small[ PPO] #v(1mm) #card.person \\ ID\\# #mono(card.member_id) \\ Grp: #card.group \\
    Primary care \\$#card.copay, specialist \\$60 \\
    #small[RxBIN 610011 #h(3mm) RxPCN MEDOFF #h(3mm) RxGrp 7788] \\ #small[Coverage begins #card.starts]
  ],
  sparse: [
    #align(center, head) #v(3mm) #align(center)[#card.person \\ Identification number \\ #mono(card.member_id)] #v(2mm)
    #small[For claims call 1-800-555-0100. Payer ID 99901]
  ],
)
#rotate(card.turn * 1deg, ways.at(card.way))
"""
LACKS = {"sparse": ("group", "copay", "starts")}
WAYS = ("lines", "columns", "right", "pharmacy", "sparse")
LOOKS = (("#ffffff", "#000000", 9.0, 0.0), ("#e8eef6", "#12335c", 8.5, 0.7), ("#1d4e4a", "#ffffff", 9.0, -1.2))
PEOPLE = ("INGRID VALE", "OTTO QUIST", "BETO AMARO", "THI HOA NGUYEN")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card: what is on it, as it would be typed, and its picture."""

    name: str
    fields: dict[str, str]
    png: bytes


def cards() -> Iterator[Drawn]:
    """Every way of setting a card in every look, each with its own numbers."""
    for place, way in enumerate(WAYS):
        for look in range(len(LOOKS)):
            number = place * len(LOOKS) + look
            told = _told(number)
            fields = {name: value for name, value in told.items() if name not in LACKS.get(way, ())}
            yield Drawn(f"{way} {look}", fields, draw(told, PEOPLE[number % 4], way, look))


def draw(told: dict[str, str], person: str, way: str = "lines", look: int = 0) -> bytes:
    """The picture of a card, 200 points to the inch: payer, member_id, group, copay and starts of ``told``."""
    paper, ink, size, turn = LOOKS[look]
    card = {**told, "person": person, "way": way, "paper": paper, "ink": ink, "size": size, "turn": turn}
    with TemporaryDirectory() as folder:
        page = Path(folder) / "card.typ"
        page.write_text(_PAGE)
        made = typst.compile(
            str(page), sys_inputs={"card": json.dumps(card)}, format="png", ppi=200, ignore_system_fonts=True
        )
    return bytes(made)


def _told(number: int) -> dict[str, str]:
    letters = "HMX", "PM", "SF", "W", "KC"
    return {
        "payer": PAYERS[number % 5],
        "member_id": f"{letters[number % 5]}{7719642 + 104729 * number}",
        "group": f"{8 + number}-{120 + 7 * number}",
        "copay": str(15 + 5 * (number % 6)),
        "starts": f"{1 + number % 12:02d}/01/{2024 + number % 3}",
    }

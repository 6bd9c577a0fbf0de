"""A story told for one person: the note without marks, and where the words stand that support each code."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from medoffice.clinic.charting.types import Vitals
from medoffice.rehearsal.population.types import Chance, Person
from medoffice.rehearsal.stories.types import CodeEvidence, Order, RenderedVisit, Section, ServiceEvidence, Story
from medoffice.standards.growth.api import curve, value_at
from medoffice.standards.growth.types import Table

VARIANT = re.compile(r"<([^<>]+)>")
MARK = re.compile(r"\[\[(?P<code>[^|\]]+)\|(?P<dx>[^\]]+)\]\]|\(\((?P<key>[a-z0-9_]+)\|(?P<done>.+?)\)\)")
SEQUEL = "~"  # between the seed of a chain's first visit and the number of the follow-up
GROWN = 18  # years
STANDS, HEAD_UNTIL = 24, 36  # months
DAYS_OF_MONTH = 30.4375
STANDING = {"weight": Table.WEIGHT, "height": Table.STATURE}


def fits(story: Story, person: Person, on: date) -> bool:
    """Whether a story can be this person's on a day: sex, age, illness. Sequels are not asked for here."""
    if person.sex not in story.sexes or not story.ages[0] <= person.age_on(on) <= story.ages[1]:
        return False
    if story.days and not story.days[0] <= (on - person.birth_date).days <= story.days[1]:
        return False
    return not story.chronic or story.chronic in person.conditions


def render(story: Story, person: Person, seed: str, on: date) -> RenderedVisit:
    """The visit in words. The visits of a chain (same seed before ``~``) keep their side."""
    chance = Chance(f"{story.key} {seed}")
    vitals = _vitals(story, person, chance, on)
    slots = _slots(story, person, chance, seed, on, vitals)
    note, sections, codes, services = "", [], [], []
    for name, template in story.sections:
        note += f"{name}: " if not note else f"\n\n{name}: "
        start = len(note)
        text = fill(template, slots, chance.at(name))
        at = 0
        for mark in MARK.finditer(text):
            note += text[at : mark.start()]
            phrase, at = mark["dx"] or mark["done"], mark.end()
            begin, note = len(note), note + phrase
            if mark["code"]:
                codes.append(CodeEvidence(mark["code"], begin, len(note), phrase))
            else:
                services.append(ServiceEvidence(mark["key"], 1, begin, len(note), phrase, ""))
        note += text[at:]
        sections.append(Section(name, start, len(note)))
    orders = [Order(one.key, one.words, fill(one.result, slots, chance.at(one.key))) for one in story.orders]
    services += [ServiceEvidence(order.key, 1, 0, 0, "", order.key) for order in orders]
    codes.sort(key=lambda found: found.code.startswith("Z79"))
    return RenderedVisit(
        story=story.key,
        visit_type=story.visit_type,
        reason=dict(story.sections)["Reason"].rstrip("."),
        call_words=fill(chance.pick("call", story.calls), slots, chance.at("call")),
        note_text=note,
        sections=tuple(sections),
        codes=tuple(codes),
        services=tuple(services),
        orders=tuple(orders),
        vitals=vitals,
    )


def fill(template: str, slots: Mapping[str, str], chance: Chance) -> str:
    """A template with one phrasing chosen of each pair and its slots filled; KeyError for an unknown slot."""
    chosen = VARIANT.sub(lambda match: chance.pick(match[0], match[1].split("~")).strip(), template)
    return re.sub(r"\{(\w+)\}", lambda match: slots[match[1]], chosen)


def _slots(story: Story, person: Person, chance: Chance, seed: str, on: date, vitals: Vitals) -> dict[str, str]:
    found = {name: chance.pick(name, options) for name, options in story.slots}
    chain = Chance(seed.partition(SEQUEL)[0])
    for axis, options in enumerate(story.choose):
        found |= dict(chain.pick(f"axis {axis}", options))
    if "side" in found:
        found["Side"] = found["side"].capitalize()
    fahrenheit = (vitals.temperature or Decimal(37)) * 9 / 5 + 32
    return found | {
        "Patient": described(person, on),
        "Given": person.preferred or person.given or person.family,
        "parent": chance.pick("parent", ("mother", "father")),
        "bp": f"{vitals.systolic}/{vitals.diastolic}",
        "pulse": str(vitals.pulse),
        "respirations": str(vitals.respirations),
        "temp": f"{fahrenheit:.1f} °F",
        "oxygen": str(vitals.oxygen),
        "weight": str(vitals.weight),
        "height": str(vitals.height or vitals.length),
    }


def described(person: Person, on: date) -> str:
    """``47-year-old woman``, ``5-year-old boy``, ``12-day-old girl``; a patient where pronouns ask for it."""
    age, days = person.age_on(on), (on - person.birth_date).days
    words = {"F": ("girl", "woman"), "M": ("boy", "man")}[person.sex][age >= 18]
    noun = "patient" if person.pronouns == "they/them" else words
    if days < 60:
        return f"{days}-day-old {noun}"
    return f"{age}-year-old {noun}" if age >= 2 else f"{days // 30}-month-old {noun}"


def _vitals(story: Story, person: Person, chance: Chance, on: date) -> Vitals:
    """Vital signs by age, moved by the story; weight and height stay the person's own."""
    age = person.age_on(on)
    child = max(0, 18 - age)
    ranges = {
        "systolic": (112 - 2 * child, 132 - 2 * child),
        "diastolic": (66 - child, 82 - child),
        "pulse": (62 + 3 * child, 84 + 3 * child),
        "respirations": (12 + child // 2, 17 + child // 2),
        "temperature": (364, 371),
        "oxygen": (96, 99),
    }
    ranges |= {name: (low, high) for name, low, high in story.vitals}
    drawn: dict[str, Any] = {name: chance.between(f"vital {name}", *ranges[name]) for name in ranges}
    temperature, pain = Decimal(drawn.pop("temperature")) / 10, chance.between("pain", 0, 4)
    body = _grown(person) if age >= GROWN else _growing(person, on)
    return replace(body, **drawn, temperature=temperature, pain=pain)


def _grown(person: Person) -> Vitals:
    """Kilograms and centimetres, the same at every visit of a grown person."""
    own = Chance(f"body {person.index} {person.birth_date}")
    height, weight = (162, 72) if person.sex == "F" else (176, 84)
    return Vitals(
        weight=Decimal(weight + own.between("weight", -18, 24)),
        height=Decimal(height + own.between("height", -9, 10)),
    )


def _growing(person: Person, on: date) -> Vitals:
    """What is measured of a child at its age, near a centile of its own that it keeps as it grows."""
    months = min(GROWN * 12, max(0, (on - person.birth_date).days / DAYS_OF_MONTH))
    small = months < STANDS
    tables = {"weight": Table.WEIGHT_INFANT, "length": Table.LENGTH} if small else STANDING
    own = Chance(f"body {person.index} {person.birth_date}")
    body: dict[str, Any] = {}
    for name, table in (tables | ({"head": Table.HEAD} if months < HEAD_UNTIL else {})).items():
        z = own.between(name, -140, 140) / 100 + own.at(on).between(name, -15, 15) / 100
        exact = value_at(z, curve(table, person.sex).at(months))
        body[name] = Decimal(exact).quantize(Decimal("0.01" if name == "weight" and small else "0.1"))
    return Vitals(**body)

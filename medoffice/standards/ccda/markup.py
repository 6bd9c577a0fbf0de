"""Writing the data types of CDA as XML text; what is not known is said to be so where the standard wants an element."""

from collections.abc import Mapping
from html import escape

from medoffice.standards.ccda.oids import SYSTEM_NAMES
from medoffice.standards.ccda.types import (
    Address,
    Code,
    Identifier,
    Moment,
    Party,
    Period,
    PersonName,
    Precision,
    Quantity,
    Range,
    Telecom,
    Value,
)
from medoffice.standards.ccda.values import plain

_DIGITS = {Precision.YEAR: 4, Precision.MONTH: 6, Precision.DAY: 8, Precision.MINUTE: 12, Precision.SECOND: 14}
_MOST_LINES = 4  # of a street
UNKNOWN = {"nullFlavor": "UNK"}


def tag(name: str, attributes: Mapping[str, str] | None = None, *inside: str) -> str:
    """An element; attributes without a value are left out, ``inside`` is markup."""
    said = "".join(f' {key}="{words(value)}"' for key, value in (attributes or {}).items() if value)
    held = "".join(inside)
    return f"<{name}{said}>{held}</{name}>" if held else f"<{name}{said}/>"


def words(text: str) -> str:
    """Text as it may stand in markup; each run of white space is one space."""
    return escape(" ".join(plain(text).split()))


def worded(name: str, text: str) -> str:
    """An element of words, or one that says that they are not known."""
    return tag(name, None, words(text)) if text.strip() else tag(name, UNKNOWN)


def maybe(name: str, text: str) -> str:
    """An element of words, or nothing."""
    return tag(name, None, words(text)) if text.strip() else ""


def template(root: str, version: str = "") -> str:
    """What an element obeys: in its first version, and in the one of this standard if there is another."""
    first = tag("templateId", {"root": root})
    return first + tag("templateId", {"root": root, "extension": version}) if version else first


def identifiers(ids: tuple[Identifier, ...]) -> str:
    """Identifiers, or one that is not known."""
    return "".join(tag("id", {"root": one.root, "extension": one.extension}) for one in ids) or tag("id", UNKNOWN)


def timed(moment: Moment) -> str:
    """A time as exact as it is known: ``201805``, ``20260304101500-0600``."""
    said = (
        moment.instant.replace(tzinfo=None).isoformat(timespec="seconds") if moment.instant else moment.day.isoformat()
    )
    digits = "".join(filter(str.isdigit, said))[: _DIGITS[moment.precision]]
    return f"{digits}{moment.instant:%z}" if moment.instant else digits


def when(name: str, moment: Moment | None) -> str:
    """A time, or one that is not known."""
    return tag(name, {"value": timed(moment)} if moment else UNKNOWN)


def period(found: Period, kind: str = "") -> str:
    """When something was: at one time, or from and to, as far as it is known."""
    marks = {"xsi:type": kind}
    if found.at:
        return tag("effectiveTime", {**marks, "value": timed(found.at)})
    if not found.low and not found.high:
        return tag("effectiveTime", {**marks, **UNKNOWN})
    return tag("effectiveTime", marks, when("low", found.low), when("high", found.high) if found.high else "")


def interval(found: Period, *, ended: bool = False) -> str:
    """The same where the standard wants a beginning, and an end if it has ``ended``; one time is the beginning."""
    last = when("high", found.high) if found.high or ended else ""
    return tag("effectiveTime", None, when("low", found.low or found.at), last)


def code(name: str, found: Code, kind: str = "") -> str:
    """A code with its translations and the author's words, or why there is none."""
    held = maybe("originalText", found.text) + "".join(code("translation", one) for one in found.others)
    missing = "" if found.code else found.missing or "UNK"
    system = SYSTEM_NAMES.get(found.system, "")
    return tag(
        name,
        {
            "xsi:type": kind,
            "code": found.code,
            "codeSystem": found.system,
            "codeSystemName": system,
            "displayName": found.display,
            "nullFlavor": missing,
        },
        held,
    )


def coded(name: str, found: Code) -> str:
    """The same where it may be left out."""
    return code(name, found) if found != Code() else ""


def quantity(name: str, found: Quantity | None, kind: str = "", *, unit: str = "") -> str:
    """A number with its unit, ``unit`` if it has none; or one that is not known."""
    if found is None:
        return tag(name, {"xsi:type": kind, **UNKNOWN})
    return tag(name, {"xsi:type": kind, "value": format(found.value, "f"), "unit": found.unit or unit})


def amount(name: str, found: Quantity | Range | None, kind: str = "") -> str:
    """A number with its unit, or from one to another (an element of the ``kind``)."""
    if not isinstance(found, Range):
        return quantity(name, found)
    return tag(name, {"xsi:type": kind}, *_ends(found))


def value(found: Value) -> str:
    """What was observed, by its type."""
    if isinstance(found, Quantity):
        return quantity("value", found, "PQ", unit="1")
    if isinstance(found, Range):
        return limits(found)
    if isinstance(found, str):
        return tag("value", {"xsi:type": "ST"}, words(found))
    return code("value", found or Code(), "CD")


def limits(found: Range) -> str:
    """A range of quantities, or one that is not known."""
    held = _ends(found)
    return tag("value", {"xsi:type": "IVL_PQ", **({} if held else UNKNOWN)}, *held)


def _ends(found: Range) -> list[str]:
    return [quantity(name, one) for name, one in (("low", found.low), ("high", found.high)) if one]


def person(found: PersonName | None, use: str = "") -> str:
    """A name in parts, or in one piece if it was never taken apart."""
    if found is None:
        return tag("name", UNKNOWN)
    if found.text:
        return tag("name", {"use": use}, words(found.text))
    given = "".join(maybe("given", one) for one in found.given) or tag("given", UNKNOWN)
    ends = maybe("prefix", found.prefix), maybe("suffix", found.suffix)
    return tag("name", {"use": use}, ends[0], given, worded("family", found.family), ends[1])


def address(found: Address | None) -> str:
    """A postal address; its parts that are not known say so."""
    if found is None:
        return tag("addr", UNKNOWN)
    lines = found.lines[: _MOST_LINES - 1] + tuple(filter(None, [", ".join(found.lines[_MOST_LINES - 1 :])]))
    return tag(
        "addr",
        {"use": found.use},
        "".join(worded("streetAddressLine", one) for one in lines or ("",)),
        worded("city", found.city),
        worded("state", found.state),
        worded("postalCode", found.zip_code),
        worded("country", found.country),
    )


def telecoms(found: tuple[Telecom, ...]) -> str:
    """Telephone numbers and the like, or one that is not known."""
    return "".join(tag("telecom", {"use": one.use, "value": one.value}) for one in found) or tag("telecom", UNKNOWN)


def organization(name: str, found: Party) -> str:
    """An organization of which only the name is known, or nothing."""
    if not found.organization:
        return ""
    held = worded("name", found.organization), telecoms(()), address(None)
    return tag(name, None, tag("id", UNKNOWN), *held)


def performer(found: Party | None) -> str:
    """Who did something, or nothing."""
    if found is None:
        return ""
    person_ = tag("assignedPerson", None, person(found.name)) if found.name else ""
    reached = identifiers(found.ids), address(found.address), telecoms(found.telecoms)
    entity = tag("assignedEntity", None, *reached, person_, organization("representedOrganization", found))
    return tag("performer", {"typeCode": "PRF"}, when("time", found.at) if found.at else "", entity)

"""Whose a clinical document (C-CDA) is: what its header says, beside the record. A blank never matches."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from medoffice.kernel.folding import folded_words
from medoffice.records.patients.types.people import Patient
from medoffice.standards.ccda.types import Document, Precision


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a document names: the words of the names (folded), the birth date if it is a day, F or M or ""."""

    family: frozenset[str]
    given: frozenset[str]
    birth_date: date | None
    sex: str
    shown: str


def named_in(document: Document) -> Named:
    """Whom it is about, as its header says."""
    who = document.patient
    whole = frozenset(folded_words(who.name.text))
    born = who.birth.day if who.birth and who.birth.precision not in (Precision.YEAR, Precision.MONTH) else None
    sex = who.sex.code if who.sex.code in ("F", "M") else ""
    family = frozenset(folded_words(who.name.family)) or whole
    given = frozenset(one for name in who.name.given for one in folded_words(name)) or whole
    return Named(family, given, born, sex, who.name.words)


def whose_it_is(named: Named, people: Iterable[Patient]) -> UUID | None:
    """The one patient of whom name, birth date and sex all agree; nobody if something is not said, or two are alike."""
    found = [who.id for who in people if _is(named, who)]
    return found[0] if len(found) == 1 else None


def against(named: Named, who: Patient) -> str:
    """Why it cannot be this patient's, in words; "" if nothing says so."""
    if named.birth_date is not None and named.birth_date != who.birth_date:
        return (
            f"It is about {named.shown or 'somebody'}, born {named.birth_date:%m/%d/%Y};"
            f" {who.name.spoken_form} was born {who.birth_date:%m/%d/%Y}."
        )
    said, ours = named.family | named.given, {*folded_words(who.name.family), *folded_words(who.name.given)}
    if said and ours and not said & ours:
        return f"It is about {named.shown}, and this is the chart of {who.name.spoken_form}."
    return ""


def _is(named: Named, who: Patient) -> bool:
    family, given = set(folded_words(who.name.family)), set(folded_words(who.name.given))
    return (
        bool(family)
        and family <= named.family
        and (bool(given & named.given) or not given)
        and named.birth_date is not None
        and named.birth_date == who.birth_date
        and bool(named.sex)
        and named.sex == who.sex
    )

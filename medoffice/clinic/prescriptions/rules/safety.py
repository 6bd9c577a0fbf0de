"""What stands against a prescription: interactions, allergies, doubles, age, pregnancy, kidneys, by a book of rules.

It looks at ingredients, never at titles (P44), and always says how much it knew of what it was given: what it does not
know is checked against nothing, and named. It proves that it is alive with every answer (P43).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from medoffice.clinic.prescriptions.rules.book import AllergyClass, Book, Rule
from medoffice.clinic.prescriptions.types.safety import Alert, Checked, Known, Person, Stop

_ORDER = (Stop.HARD, Stop.GRAVE, Stop.LOOK)
Recognise = Callable[[str], Known]
NAMES = "the names themselves"
SOMEBODY = Person(40)
_Side = tuple[Rule, str, str, list[str]]  # a rule, the class of what is new, the other's, what of the new is in it


@dataclass(frozen=True, slots=True)
class Case:
    """What is prescribed, what else is taken, what the patient is allergic to, and who they are."""

    new: Known
    takes: Sequence[Known] = ()
    allergies: Sequence[Known] = ()
    person: Person = SOMEBODY


def check(case: Case, book: Book, recognise: Recognise) -> Checked:
    """What the checker finds. ``recognise`` is how words become ingredients; the canaries are tried with it too."""
    seen = (case.new, *case.takes, *case.allergies)
    unknown = tuple(dict.fromkeys(one.words for one in seen if not _is_known(one, book, case)))
    found = {one.key: one for one in _found(case, book)}
    return Checked(
        alerts=tuple(sorted(found.values(), key=lambda one: (_ORDER.index(one.stop), one.kind, one.key))),
        known=sum(_is_known(one, book, case) for one in seen),
        total=len(seen),
        unknown=unknown,
        version=book.version,
        source=book.source,
        alive=not dead(book, recognise),
    )


def dead(book: Book, recognise: Recognise) -> list[str]:
    """The canaries that were not answered as they must be, in words; none if the checker is alive."""
    wrong = []
    for one in book.canaries:
        case = Case(
            recognise(one.new),
            [recognise(one.takes)] if one.takes else [],
            [recognise(one.allergy)] if one.allergy else [],
        )
        kinds = {alert.kind for alert in _found(case, book)}
        if one.finds not in kinds and (one.finds or kinds):
            against = one.takes or f"an allergy to {one.allergy}"
            wrong.append(
                f"{one.new} and {against}: {one.finds or 'nothing'} expected, {sorted(kinds) or 'nothing'} found"
            )
    return wrong


def members(book: Book, name: str, ingredients: Iterable[tuple[str, frozenset[str]]]) -> list[str]:
    """Those of these ingredients that a class (or ``=`` and a name) holds."""
    return [one for one, classes in ingredients if _holds(book, name, one, classes)]


def _found(case: Case, book: Book) -> Iterator[Alert]:
    sides = _sides(case.new, book)
    doubles = [name for name in book.doubles if members(book, name, case.new.ingredients)]
    for other in case.takes:
        for one in (*_interactions(case.new, sides, other, book), *_doubles(case.new, doubles, other, book)):
            yield replace(one, about=other.about)
    for allergy in case.allergies:
        for one in _allergic(case.new, allergy, book):
            yield replace(one, about=allergy.about)
    yield from _of_the_person(case, book)


def _sides(new: Known, book: Book) -> list[_Side]:
    """The rules of pairs that it is on one side of: what is taken besides is asked about these only."""
    sides = [(rule, one, two) for rule in book.pairs for one, two in ((rule.a, rule.b), (rule.b, rule.a))]
    held = {name: members(book, name, new.ingredients) for name in {one for _, one, _ in sides}}
    return [(rule, one, two, held[one]) for rule, one, two in sides if held[one]]


def _interactions(new: Known, sides: Iterable[_Side], other: Known, book: Book) -> Iterator[Alert]:
    told = set[str]()
    for rule, one, two, mine in sides:
        met = [(a, b) for a in mine for b in members(book, two, other.ingredients) if a != b]
        if met and rule.key not in told:
            told.add(rule.key)
            words = f"{new.words} with {other.words}: {_class(book, one)} and {_class(book, two)}"
            yield _alert(rule, "interaction", words, book, f"{met[0][0]}/{met[0][1]}")


def _doubles(new: Known, classes: Iterable[str], other: Known, book: Book) -> Iterator[Alert]:
    names = {one for one, _ in new.ingredients}
    same = sorted(names & {one for one, _ in other.ingredients})
    for one in same:
        words = f"{other.words} is taken already: {one} twice"
        yield Alert(
            f"double:{one}", "double:=", "double", Stop.LOOK, words, "", "End one of them.", NAMES, book.version
        )
    for name in () if same else classes:
        if members(book, name, other.ingredients):
            words = f"{other.words} is taken already: two of the class {_class(book, name)}"
            key = f"double:{name}"
            yield Alert(
                f"{key}:{other.words}",
                key,
                "double",
                Stop.LOOK,
                words,
                "",
                "End one of them.",
                book.source,
                book.version,
            )


def _allergic(new: Known, allergy: Known, book: Book) -> Iterator[Alert]:
    names = {one for one, _ in new.ingredients}
    same = sorted(names & {one for one, _ in allergy.ingredients})
    for one in same:
        words = f"An allergy to {allergy.words} is noted, and this is {one}"
        yield Alert(
            f"allergy:{one}", "allergy:=", "allergy", Stop.HARD, words, "", "Choose another.", NAMES, book.version
        )
    for meant in () if same else _meant(allergy, book):
        if members(book, meant.key, new.ingredients):
            words = f"An allergy to {allergy.words} is noted, and this is a {_class(book, meant.key)}"
            key = f"allergy:{meant.key}"
            yield Alert(key, key, "allergy", Stop.GRAVE, words, "", "Choose another class.", book.source, book.version)
        for name in meant.crosses:
            if members(book, name, new.ingredients):
                words = f"An allergy to {allergy.words} is noted, and this is a {_class(book, name)}"
                key = f"cross:{meant.key}:{name}"
                yield Alert(
                    key, key, "allergy", Stop.LOOK, words, meant.cross, "Ask what happened.", book.source, book.version
                )


def _meant(allergy: Known, book: Book) -> list[AllergyClass]:
    """The allergy classes that the words mean, or that an ingredient of them is in."""
    told = " ".join(allergy.words.lower().replace(",", " ").split())
    return [
        one
        for one in book.allergies
        if told in one.called or members(book, one.key, allergy.ingredients) or _begins(told, one.called)
    ]


def _begins(told: str, called: Iterable[str]) -> bool:
    """Whether the words begin with one of the names: ``sulfa drugs (rash)``."""
    return any(told.startswith(f"{name} ") for name in called)


def _of_the_person(case: Case, book: Book) -> Iterator[Alert]:
    who, new = case.person, case.new
    for rule in book.ages:
        if members(book, rule.a, new.ingredients) and _within(rule, Decimal(who.years)):
            bounds = f"below {rule.high}" if rule.high else f"from {rule.low}"
            yield _alert(rule, "age", f"{new.words} at {who.years} years ({bounds})", book)
    for rule in book.pregnancy:
        if members(book, rule.a, new.ingredients) and (who.pregnant or (who.may_be_pregnant and rule.grave)):
            if who.pregnant:
                yield _alert(rule, "pregnancy", f"{new.words} in pregnancy", book)
            else:
                words = f"{new.words} harms in pregnancy, and whether she is pregnant is not known here: ask"
                words = f"{words}. {who.period}" if who.period else words
                yield replace(_alert(rule, "pregnancy", words, book, grave=False), about=who.period_about)
    for rule in book.kidneys:
        if who.filtration is not None and members(book, rule.a, new.ingredients) and who.filtration < rule.high:
            words = f"{new.words} with an eGFR of {who.filtration} ({who.measured}), below {rule.high}"
            yield _alert(rule, "kidneys", words, book)


def _within(rule: Rule, value: Decimal) -> bool:
    return value < rule.high if rule.high else value >= rule.low


def _alert(rule: Rule, kind: str, words: str, book: Book, met: str = "", *, grave: bool | None = None) -> Alert:
    """An alert of a rule; what is unverified never stops hard."""
    stops = Stop.GRAVE if (rule.grave if grave is None else grave) else Stop.LOOK
    key = f"{rule.key}:{met}" if met else rule.key
    return Alert(key, rule.key, kind, stops, words, rule.happens, rule.do, book.source, book.version)


def _is_known(one: Known, book: Book, case: Case) -> bool:
    return bool(one.ingredients) or (one in case.allergies and bool(_meant(one, book)))


def _holds(book: Book, name: str, ingredient: str, classes: frozenset[str]) -> bool:
    if name.startswith("="):
        return ingredient == name[1:]
    held = book.classes[name]
    return ingredient not in held.but and (ingredient in held.ingredients or bool(classes & held.epc))


def _class(book: Book, name: str) -> str:
    return name[1:] if name.startswith("=") else book.classes[name].words

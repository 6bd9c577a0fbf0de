"""Whose a message is: at least two identifiers agree and none is another's. A blank agrees with nothing.

Identifiers are the name (family and first given word), the birth date, our record number, the telephone; sex is none,
but another sex stands against it.
"""

from collections.abc import Iterable, Sequence

from medoffice.clinic.results.types import Known, Match, Whose
from medoffice.kernel.folding import fold

NAME, BORN, RECORD, PHONE = "name", "birth date", "record number", "telephone"


def compare(said: Whose, known: Known) -> Match:
    """What of a message agrees with a patient, and what stands against it being theirs."""
    agrees: list[str] = []
    against: list[str] = []
    if said.family:
        _say(_same_name(said, known), NAME, agrees, against)
    if said.born:
        _say(said.born == known.born, BORN, agrees, against)
    if known.mrn and _plain(known.mrn) in {_plain(one) for one in said.mrns if _plain(one)}:
        agrees.append(RECORD)
    if len(said.phone) == 10 and said.phone == known.phone:
        agrees.append(PHONE)
    if said.sex and known.sex in ("F", "M") and said.sex != known.sex:
        against.append("sex")
    return Match(known.id, tuple(agrees), tuple(against))


def only_sure(said: Whose, known: Iterable[Known]) -> Match | None:
    """The one patient it surely is; None if it may be two, or is nobody surely."""
    found = {match.patient_id: match for match in (compare(said, one) for one in known) if match.sure}
    return next(iter(found.values())) if len(found) == 1 else None


def best_of(said: Whose, known: Sequence[Known]) -> Match:
    """How a message compares with one patient, by whichever of their records it fits best; the first is their own."""
    return best_first([compare(said, one) for one in known])[0]


def ordered_for(said: Whose, known: Sequence[Known]) -> tuple[bool, str]:
    """Whether results of an order we know are of whom it was for, and if not, why.

    Our own number of the order is one identifier; one more agrees, and neither name nor birth date is another's.
    """
    match = best_of(said, known)
    if match.against:
        return False, f"the order is for somebody with another {' and '.join(match.against)}"
    if not match.agrees:
        return False, "the message does not say whose it is, besides the number of the order"
    return True, ""


def best_first(matches: Sequence[Match]) -> list[Match]:
    """Who may be meant, likeliest first."""
    return sorted(matches, key=lambda one: (len(one.against), -len(one.agrees)))


def _same_name(said: Whose, known: Known) -> bool:
    family, given = _plain(said.family), _plain(said.given.split(" ")[0])
    there = _plain(known.given.split(" ")[0])
    return bool(family) and family == _plain(known.family) and given == there


def _say(same: bool, what: str, agrees: list[str], against: list[str]) -> None:
    (agrees if same else against).append(what)


def _plain(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())

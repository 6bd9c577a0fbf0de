"""What each group of a patient's card says, as lines that are read at a glance."""

from medoffice.kernel.sources import is_verified
from medoffice.practice.types import Address
from medoffice.records.patients.types.card import ETHNICITIES, GENDER_IDENTITIES, ORIENTATIONS, RACES, Card, Coded
from medoffice.records.patients.types.people import LANGUAGES
from medoffice.records.patients.types.reaching import WAYS

Line = tuple[str, str]  # a label, or none where the words say it, and the words


def lines_of(who: Card) -> dict[str, list[Line]]:
    """Label and words of what is filled, by group; an empty group says nothing."""
    found: dict[str, list[Line]] = {
        "name": [
            (
                "",
                " ".join(part for part in (who.name.given, who.name.middle, who.name.family, who.name.suffix) if part),
            ),
            ("called", who.name.preferred),
            ("", who.pronouns),
        ],
        "person": [
            ("born", f"{who.birth_date:%m/%d/%Y}"),
            ("sex", who.sex),
            ("died", f"{who.deceased_on:%m/%d/%Y}" if who.deceased_on else ""),
        ],
        "told": [
            ("gender identity", _words(GENDER_IDENTITIES.get(who.gender_identity))),
            ("orientation", _words(ORIENTATIONS.get(who.orientation))),
            ("race", ", ".join(_words(RACES.get(code)) for code in who.race)),
            ("ethnicity", _words(ETHNICITIES.get(who.ethnicity))),
        ],
        "language": [
            ("", LANGUAGES.get(who.language, who.language)),
            ("", "interpreter needed" if who.interpreter else ""),
        ],
        "reach": [("", who.phone), ("", who.email)],
        "address": [("", _place(who.address))],
        "private": [
            ("only by", WAYS.get(who.private.way, "")),
            ("at", who.private.phone),
            ("", who.private.email),
            ("care of", who.private.care_of),
            ("mail to", _place(who.private.address)),
            ("none of", ", ".join(WAYS[one] for one in who.not_by)),
            ("", who.not_by_why),
        ],
        "work": [("", who.employer), ("", who.employer_phone)],
        "doctor": [("", who.pcp), ("", who.pcp_phone), ("", "of this office" if who.pcp_id else "")],
        "pharmacy": [("", who.pharmacy), ("", who.pharmacy_address), ("", who.pharmacy_phone)],
        "needs": [
            ("alert", who.alert),
            ("address as", who.address_as),
            ("fears", who.fears),
            ("helps", who.helps),
        ],
    }
    return {key: [(label, words) for label, words in lines if words] for key, lines in found.items()}


def _place(of: Address) -> str:
    return ", ".join(part for part in (of.line1, of.line2, of.city, f"{of.state} {of.zip}".strip()) if part)


def _words(one: Coded | None) -> str:
    if one is None:
        return ""
    return one.words if is_verified(one.source) else f"{one.words} (code not verified)"

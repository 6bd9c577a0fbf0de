"""Whether Medicare's local articles and national determinations support a service by its diagnoses. Pure.

Each list is asked for itself, and one that is not loaded says nothing: that is never "covered". Only the text decides.
"""

from collections.abc import Collection, Mapping, Sequence

from medoffice.clinic.orders.types import Support
from medoffice.revenue.code_lists.types import CoverageOf, Known

LOCAL, NATIONAL = "Medicare's article", "Medicare's national determination"
_COVERED_NOWHERE = "3"  # of CMS's levels of a determination
Lists = tuple[tuple[Mapping[str, tuple[CoverageOf, ...]] | None, str], ...]


def lists_of(known: Known) -> Lists:
    """The two lists, with what each is called."""
    return (known.coverage, LOCAL), (known.national, NATIONAL)


def why_unsupported(code: str, diagnoses: Sequence[str], said: Collection[CoverageOf], called: str) -> tuple[str, bool]:
    """Why what a list says of a service does not support it for these diagnoses, empty if it does or says nothing; and
    whether it is covered for none at all.
    """
    if not said or any(set(diagnoses) & one.covered for one in said):
        return "", False
    against = next(((mark, one) for one in said for mark in diagnoses if mark in one.not_covered), None)
    never = next((one for one in said if one.level == _COVERED_NOWHERE), None)
    listing = next((one for one in said if one.covered), None)
    if against is not None:
        mark, one = against
        return _upper(f"{called} {one.article} ({one.title}) says that {mark} does not support {code}."), False
    if never is not None:
        return _upper(f"{called} {never.article} ({never.title}) says that {code} is not covered."), True
    if listing is None:
        return "", False
    words = f"{', '.join(diagnoses) or 'no diagnosis'}: not among the diagnoses that {called} {listing.article}"
    return _upper(f"{words} ({listing.title}) lists for {code}."), False


def supports(code: str, diagnoses: Sequence[str], known: Known) -> tuple[Support, str]:
    """How the loaded lists stand to a service for these diagnoses, and in which words."""
    absent, named = list[str](), list[CoverageOf]()
    for rows, called in lists_of(known):
        if rows is None:
            absent.append("local coverage" if called is LOCAL else "national coverage")
            continue
        why, _ = why_unsupported(code, diagnoses, rows.get(code, ()), called)
        if why:
            return Support.AGAINST, why
        named += rows.get(code, ())
    if absent:
        return Support.NOT_LOADED, f"{code}: not checked, for no list is loaded: {', '.join(absent)}."
    if not any(one.covered for one in named):
        return Support.UNNAMED, f"{code}: no list says for which diagnoses Medicare pays it."
    return Support.LISTED, f"{code}: listed by {', '.join(dict.fromkeys(one.article for one in named))}."


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]

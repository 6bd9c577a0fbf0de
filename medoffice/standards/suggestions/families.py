"""What codes of one family do to each other in a visit: the vaguer gives way, and what brings a disease renames it."""

import re
from collections.abc import Callable

from medoffice.standards.suggestions.clauses import tokens_of
from medoffice.standards.suggestions.guidelines import LIKELY, Candidate, Dropped, add, history, rules, sentence_of
from medoffice.standards.suggestions.leaves import choose
from medoffice.standards.terminology.icd10 import parents

_ULCERATES = ("E08621", "E10621", "E11621", "E13621", "I872", "I830", "I832", "I7023", "I7024")
_OF_ULCERS = frozenset({"ulcer", "non", "pressur", "chronic", "part", "other"})
_SITES = frozenset({"foot", "heel", "midfoot", "ankl", "calf", "thigh", "toe"})
_VAGUE = re.compile(r"\bunspecified\b", re.IGNORECASE)
_DEMENTED = ("G30", "G20", "G310", "G3183", "G10", "A810")  # F02, code first


def vaguer(found: dict[str, Candidate]) -> list[Dropped]:
    """A code that leaves open what a brother of it says gives way to that: ``L23.9`` to ``L23.7``."""
    dropped: list[Dropped] = []
    above = parents(code for code, one in found.items() if one.score >= LIKELY)
    for code, one in [(code, one) for code, one in found.items() if code in above]:
        for other in [found[name] for name in above if name in found and name != code]:
            said = len(_VAGUE.findall(one.title)) > len(_VAGUE.findall(other.title))
            if said and above[other.code] == above[code] and other.score + 0.3 >= one.score:
                dropped.append(Dropped(found.pop(code), other.code, "vaguer-brother"))
                break
    return dropped


def ulcers(text: str, out: dict[str, Candidate], title: Callable[[str], str], day: int) -> None:
    """The site, side and depth of an ulcer of the leg that a disease brings, where its sentence says them (L97)."""
    for one in [one for one in out.values() if one.code.startswith(_ULCERATES) and one.score >= LIKELY]:
        for span in one.spans:
            said = sentence_of(text, span)
            about = frozenset(token.stem for token in tokens_of(said) if token.stem)
            about -= {"foot"} if about & (_SITES - {"foot"}) else set()
            code, _ = choose("L97", about, _OF_ULCERS, day) if about & _SITES and "ulcer" in said.lower() else ("", "")
            if (
                code
                and "unspecified" not in title(code).split(" with ")[0]
                and not any(c.startswith("L97") and other.score >= LIKELY for c, other in out.items())
            ):
                add(out, code, title(code), span, "ulcer-of-the-leg")


def of_the_heel(code: str, about: frozenset[str]) -> str:
    """An ulcer of the foot that is one of its heel or midfoot has another code."""
    return "L974" if code.startswith("L975") and about & {"heel", "midfoot"} else code


def over(found: dict[str, Candidate]) -> list[Dropped]:
    """A cancer that is told of beside its history, and is not named as a problem, is that history."""
    dropped: list[Dropped] = []
    for code in [code for code, one in found.items() if code.startswith("C") and not one.named]:
        past = found.get(history(code, "past"))
        if past is not None and past.score >= LIKELY:
            dropped.append(Dropped(found.pop(code), past.code, "history-over-cancer"))
    return dropped


def dementia(found: dict[str, Candidate], titles: Callable[[str], str]) -> list[Dropped]:
    """A dementia whose disease is named is one in that disease (F02 for F03; G30, use additional code)."""
    brings = [one for one in found.values() if one.code.startswith(_DEMENTED) and one.score >= LIKELY]
    dropped: list[Dropped] = []
    for code in [code for code in found if brings and code.startswith("F03")]:
        gives = f"F02{code[3:].replace('9', '8', 1)}" if len(code) > 4 else ""  # F03.9-, F02.8-: how severe is not told
        if gives and titles(gives) and found[code].score >= LIKELY:
            one = found.pop(code)
            made = found.setdefault(gives, Candidate(gives, titles(gives), 0.0))
            made.score, made.named = max(made.score, one.score), made.named or one.named
            made.spans += [*one.spans, brings[0].spans[0]]
            made.rules += [*one.rules, "dementia-in-disease"]
            dropped.append(Dropped(one, gives, "dementia-in-disease"))
    return dropped


def complicating(found: dict[str, Candidate], titles: Callable[[str], str], week: int) -> None:
    """What somebody who is pregnant has beside it is of her trimester too (O99; trimesters: notes of chapter 15)."""
    named = any(one.named for one in found.values())
    trimester = str(1 + (week >= 14) + (week >= 28))
    for row in rules()["pregnant"]:
        gives = row["gives"].replace(".", "")
        of, but = row["of"], row.get("but", ())
        one = next(
            (
                one
                for one in found.values()
                if one.code.startswith(of)
                and not one.code.startswith(but)
                and one.score >= LIKELY
                and (one.named or not named)
            ),
            None,
        )
        if one is not None and one.spans and not any(code.startswith(gives) for code in found):
            add(found, gives + trimester, titles(gives + trimester), one.spans[0], row["id"])

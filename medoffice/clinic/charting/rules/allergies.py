"""How allergies stand beside a patient's name: severe ones first, or that there are none, or that nobody asked."""

from medoffice.clinic.charting.rules.history import holds
from medoffice.clinic.charting.types import Chart, ListKind, Version
from medoffice.records.patients.types.people import BannerFact

SHOWN = 5


def allergies_told(chart: Chart, came: int = 0) -> tuple[BannerFact, ...]:
    """The allergies that hold, those that may kill first; what is attested; ``not asked`` if nothing is known.

    Where only one that is kept holds, nothing is told. ``came``: how many came in from elsewhere and wait to be looked
    at; as long as one does, nobody knows that there are none.
    """
    words = f"{came} {'allergy' if came == 1 else 'allergies'} came in, not reviewed"
    waits = (BannerFact(words, "warn"),) if came else ()
    held = sorted((one for one in chart.lists[ListKind.ALLERGY] if holds(one)), key=_rank)
    if held:
        shown = tuple(BannerFact(_words(one), "bad" if grave(one) else "warn") for one in held[:SHOWN])
        more = len(held) - SHOWN
        return (
            (*shown, BannerFact(f"and {more} more {'allergy' if more == 1 else 'allergies'}", "warn"), *waits)
            if more > 0
            else (*shown, *waits)
        )
    if waits or ListKind.ALLERGY in chart.hidden:
        return waits
    if ListKind.ALLERGY in chart.none_known:
        return (BannerFact("No known allergies", "ok"),)
    return (BannerFact("Allergies not asked", "warn"),)


def grave(one: Version) -> bool:
    """Whether a reaction was severe, or another may be."""
    return one.told.details.get("severity") == "severe" or one.told.details.get("criticality") == "high"


def _rank(one: Version) -> tuple[bool, str]:
    return not grave(one), one.told.words.casefold()


def _words(one: Version) -> str:
    kind = "Intolerance" if one.told.details.get("type") == "intolerance" else "Allergy"
    severity, reaction = one.told.details.get("severity", ""), one.told.details.get("reaction", "")
    told = ", ".join(filter(None, (severity, reaction)))
    doubt = f" ({one.told.verification})" if one.told.verification != "confirmed" else ""
    return f"{kind}: {one.told.words}{f', {told}' if told else ''}{doubt}"

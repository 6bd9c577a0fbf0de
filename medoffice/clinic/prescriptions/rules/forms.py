"""What the words of a form and a route mean for counting and for the sig."""

from decimal import Decimal

from medoffice.clinic.prescriptions.types.prescribing import DoseForm, Route, Unit

_INHALED = ("respiratory", "intrabronchial", "endotracheal")
_ROUTES = {
    "oral": Route.ORAL,
    "sublingual": Route.SUBLINGUAL,
    "buccal": Route.BUCCAL,
    "ophthalmic": Route.BOTH_EYES,
    "auricular (otic)": Route.BOTH_EARS,
    "nasal": Route.BOTH_NOSTRILS,
    "topical": Route.AREA,
    "cutaneous": Route.AREA,
    "transdermal": Route.SKIN,
    "subcutaneous": Route.UNDER_SKIN,
    "intramuscular": Route.MUSCLE,
    "intravenous": Route.VEIN,
    "rectal": Route.RECTAL,
    "vaginal": Route.VAGINAL,
}
_UNITS = {
    DoseForm.LIQUID: Unit.ML,
    DoseForm.DROPS: Unit.DROP,
    DoseForm.TOPICAL: Unit.APPLICATION,
    DoseForm.INJECTION: Unit.ML,
    DoseForm.INHALER: Unit.PUFF,
    DoseForm.SPRAY: Unit.SPRAY,
    DoseForm.PATCH: Unit.PATCH,
}
_PIECES = {
    "tablet": Unit.TABLET,
    "capsule": Unit.CAPSULE,
    "suppository": Unit.SUPPOSITORY,
    "lozenge": Unit.LOZENGE,
    "troche": Unit.LOZENGE,
    "film": Unit.FILM,
    "strip": Unit.FILM,
}
_OTHER_PIECES = frozenset({"insert", "ring", "implant", "wafer"})
MEASURES = frozenset({Unit.MG, Unit.MCG, Unit.G, Unit.UNITS, Unit.MEQ})
PIECES = frozenset({Unit.TABLET, Unit.CAPSULE, Unit.SUPPOSITORY, Unit.LOZENGE, Unit.FILM, Unit.PIECE})


def dose_form(form: str, route: str) -> DoseForm:
    """How a medicine of this form and route (as the directory words them) is counted."""
    kind = form.split(",", maxsplit=1)[0]
    inhaled, poured = route.startswith(_INHALED), kind in ("solution", "suspension", "liquid", "emulsion")
    rules = (
        (inhaled and poured, DoseForm.LIQUID),
        (inhaled or (kind == "aerosol" and route == "oral"), DoseForm.INHALER),
        (kind in _PIECES or kind in _OTHER_PIECES, DoseForm.SOLID),
        (kind == "patch", DoseForm.PATCH),
        (kind.startswith("injec"), DoseForm.INJECTION),
        (poured and route in ("ophthalmic", "auricular (otic)"), DoseForm.DROPS),
        ("spray" in form or route == "nasal", DoseForm.SPRAY),
        (route == "oral", DoseForm.LIQUID),
    )
    return next((told for fits, told in rules if fits), DoseForm.TOPICAL)


def usual_unit(form: DoseForm, words: str = "", strength: str = "") -> Unit:
    """In what a dose of it is usually told; an injection by units where its strength is in units."""
    if form is DoseForm.INJECTION and "units" in strength:
        return Unit.UNITS
    return _UNITS.get(form) or _PIECES.get(words.split(",", maxsplit=1)[0], Unit.PIECE)


def usual_route(route: str) -> Route | None:
    """Where the directory says it goes; None if a person has to say."""
    return Route.INHALED if route.startswith(_INHALED) else _ROUTES.get(route)


def strength_in(strength: str) -> tuple[Decimal, str, Decimal, str] | None:
    """``250 mg/5 mL`` as 250, mg, 5, mL; of a piece as 10, mg, 1, "". None for two substances or what is no strength.

    A strength in grams or micrograms is told in milligrams.
    """
    parts = strength.split(";")
    if len(parts) != 1 or not strength:
        return None
    amount, _, per = strength.partition("/")
    number, _, unit = amount.strip().partition(" ")
    size, _, what = per.strip().rpartition(" ")
    try:
        value, by = Decimal(number), Decimal(size or 1)
    except ArithmeticError:
        return None
    if not value.is_finite() or not by.is_finite() or value <= 0 or by <= 0 or not unit:
        return None
    times = {"g": Decimal(1000), "mcg": Decimal("0.001")}.get(unit)
    return (value * times, "mg", by, what) if times else (value, unit, by, what)

"""What names codes that ended: problem lists, favourites, note templates, and what has not gone out."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain

from medoffice.clinic.charting.api import note_templates, problems_coded
from medoffice.clinic.orders.api import open_requisitions
from medoffice.clinic.orders.types import OPEN
from medoffice.clinic.prescriptions.api import favourites, to_sign
from medoffice.front_office.referrals.api import referrals_to_send
from medoffice.kernel.refusals import NotFound
from medoffice.revenue.coding import models
from medoffice.revenue.coding.types import Touched, Touches
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import bare, codes_in, dotted


def touched(actor: Actor, gone: Collection[str]) -> list[Touched]:
    """What names one of these codes, as far as the actor may know it: by kind, the patients' by code. Thirteen

    queries, and those of the labels.
    """
    if not gone:
        return []
    rows = models.LeftAsItIs.objects.filter(code__in=gone)
    left = {(row.kind, row.ref, row.code): (row.left_by, row.left_at) for row in rows}
    every = chain(
        _problems(actor, gone),
        _favourites(gone),
        _templates(gone),
        _orders(actor, gone),
        _prescriptions(actor, gone),
        _referrals(actor, gone),
    )
    found = []
    for one in every:
        by, at = left.get((one.kind, one.ref, one.code), ("", None))
        found.append(replace(one, left_by=by, left_at=at))
    return found


def touched_at(actor: Actor, key: str) -> Touched:
    """The thing that an address names. Raises NotFound, also for what names the code no longer. As ``touched``."""
    found = next((one for one in touched(actor, {key.rsplit("~", 1)[-1]}) if one.key == key), None)
    if found is None:
        raise NotFound
    return found


def _written(code: str) -> str:
    """As codes are written, also where somebody left the point out."""
    return dotted(bare(code))


def _problems(actor: Actor, gone: Collection[str]) -> Iterator[Touched]:
    for one in problems_coded(actor, gone):
        yield Touched(
            kind=Touches.PROBLEM,
            ref=str(one.entry_id),
            code=_written(one.told.code),
            name="",
            said=one.told.words if one.told.status == "active" else f"{one.told.words} ({one.told.status})",
            version=one.version,
            patient_id=one.patient_id,
            about=one.about,
        )


def _favourites(gone: Collection[str]) -> Iterator[Touched]:
    for one in favourites():
        if (code := _written(one.says.diagnosis)) in gone:
            yield Touched(Touches.FAVOURITE, str(one.id), code, one.name, one.says.indication)


def _templates(gone: Collection[str]) -> Iterator[Touched]:
    for one in note_templates():
        named = codes_in("\n".join(each.start for each in one.sections)) & frozenset(gone)
        for code in sorted(named) if not one.retired else ():
            says = next(each.start for each in one.sections if code in codes_in(each.start))
            yield Touched(Touches.TEMPLATE, one.key, code, one.title, says[:120], one.version)


def _orders(actor: Actor, gone: Collection[str]) -> Iterator[Touched]:
    for one in open_requisitions(actor):
        for code in map(_written, one.asked.diagnoses) if one.state in OPEN else ():
            if code in gone:
                yield Touched(
                    kind=Touches.ORDER,
                    ref=str(one.id),
                    code=code,
                    name=one.number,
                    said=one.state.value,
                    version=one.version,
                    patient_id=one.patient_id,
                    about=one.encounter_id,
                    signed=one.signed_by if one.signed_at else "",
                )


def _prescriptions(actor: Actor, gone: Collection[str]) -> Iterator[Touched]:
    """Those that wait for a signature; what was signed never changes."""
    for one in to_sign(actor):
        if (code := _written(one.says.diagnosis)) in gone:
            yield Touched(
                kind=Touches.PRESCRIPTION,
                ref=str(one.id),
                code=code,
                name=one.number,
                said=", ".join(filter(None, (one.says.medicine, one.says.indication))),
                version=one.version,
                patient_id=one.patient_id,
                about=one.encounter_id,
            )


def _referrals(actor: Actor, gone: Collection[str]) -> Iterator[Touched]:
    """Those of ours that have not gone out."""
    for one, signed in referrals_to_send(actor):
        for code in sorted(codes_in(one.diagnosis) & frozenset(gone)):
            yield Touched(
                kind=Touches.REFERRAL,
                ref=str(one.id),
                code=code,
                name=one.number,
                said=one.diagnosis,
                patient_id=one.patient_id,
                about=one.encounter_id,
                signed=signed,
            )

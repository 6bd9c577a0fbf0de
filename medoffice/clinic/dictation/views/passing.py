"""The pass over danger words, at the workbench and where its author reads: each is heard again and called right."""

import json
from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from medoffice.clinic.dictation.actions.note_heard import note_heard
from medoffice.clinic.dictation.forms.typing import HeardForm
from medoffice.clinic.dictation.queries import dictations as asked
from medoffice.clinic.dictation.queries.passing import dangers_of, heard_by, passed_of
from medoffice.clinic.dictation.queries.typed import typed_of
from medoffice.clinic.dictation.rules.passing import as_heard, snippets
from medoffice.clinic.dictation.types.dictations import Typed
from medoffice.clinic.dictation.types.passing import Danger, Passed
from medoffice.clinic.dictation.views.answers import Shut, refused
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security.api import OfficeRequest, acts_of_their_own, saw, screen
from medoffice.security.types import Actor


@require_POST
@screen("dictation.type")
def heard(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """What was heard is right as it stands. The answer is for the script."""
    form = HeardForm(request.POST)
    one = asked.dictation(request.actor, dictation_id, "dictation.type")
    if not form.is_valid():
        raise Invalid("not-kept", "This could not be kept.", "Open the page again.")
    try:
        with acts_of_their_own():
            note_heard(
                actor=request.actor, dictation_id=dictation_id, word_ids=form.numbers(),
                seen_version=form.cleaned_data["text_version"], seen_visit=form.cleaned_data["visit"],
                silent=form.cleaned_data["silent"],
            )  # fmt: skip
    except Refusal as refusal:
        return refused(refusal)
    saw(request, [one.patient_id])
    return JsonResponse(told_of_pass(request.actor, one.id, typed_of(one.id)), Shut)


def pass_of(actor: Actor, dictation_id: UUID, typed: Typed) -> dict[str, object]:
    """What the page of a pass needs: what its script is told, and the same in words."""
    told = told_of_pass(actor, dictation_id, typed)
    return {"pass_told": json.dumps(told), "passed": told["says"]}


def told_of_pass(actor: Actor, dictation_id: UUID, typed: Typed) -> dict[str, object]:
    """What the script plays: snippets with their sentences; and who heard how many."""
    said = typed.text.split()
    dangers = dangers_of(typed.text, typed.words)
    mine = {one.first for one in as_heard(dangers, heard_by(dictation_id, actor.id))}
    return {
        "version": typed.version,
        "of": len(dangers),
        "heard": len(mine),
        "says": in_words(passed_of(actor, dictation_id, dangers), len(dangers)),
        "snippets": [
            {
                "dangers": [_told(danger, danger.first in mine) for danger in one.dangers],
                "from": one.start_ms,
                "said": one.said_ms,
                "to": one.end_ms,
                "rough": one.rough,
                "first": one.first,
                "words": said[one.first : one.first + one.count],
            }
            for one in snippets(typed.text, typed.words, dangers)
        ],
    }


def _told(danger: Danger, heard: bool) -> dict[str, object]:
    ids = [number for number, _ in danger.key]
    return {"kind": danger.kind.value, "first": danger.first, "count": danger.count, "ids": ids, "heard": heard}


def in_words(found: Sequence[Passed], count: int) -> str:
    """Who has heard how many, and read how many where nothing could be heard; oneself first."""
    if not count:
        return "No danger words."
    own = next((one for one in found if one.mine), None)
    others = [f"{one.by} {one.heard}{_read(one)}" for one in found if not one.mine]
    told = f"{own.heard if own else 0} of {count} heard{_read(own) if own else ''}"
    return told + (f" by you; {', '.join(others)}" if others else "")


def _read(one: Passed) -> str:
    return f", {one.read} without sound read" if one.read else ""

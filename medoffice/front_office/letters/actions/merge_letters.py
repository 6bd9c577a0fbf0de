"""Write to a list."""

from collections.abc import Mapping
from uuid import UUID

from medoffice.front_office.letters.models import Letter, Merge, Sending, SendingEvent, TakenOff
from medoffice.front_office.letters.queries.letters import to_letter
from medoffice.front_office.letters.queries.lists import letter_list
from medoffice.front_office.letters.queries.mailing import NOBODY, in_use, is_card, mailing
from medoffice.front_office.letters.queries.paper import begins, cards_of, count_of, pages_of_many
from medoffice.front_office.letters.types.letters import LetterState, Mailing, Ready, SendingState, Way
from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number, staff_of_user
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.send")
def merge_letters(
    *,
    actor: Actor,
    key: UUID,
    list_key: str,
    template_key: str,
    given: Mapping[str, str],
    sought: str = "",
    off: Mapping[str, str] = NOBODY,
) -> UUID:
    """A letter (or an open card) to everybody on a list who can get one: printed as one file, noted, on each chart.

    ``sought`` is what was typed where the list is a search; it is not kept. ``off`` are those somebody took off it, by
    their id, and why: nothing of it stands on their charts, and the reason with the mailing. The same key is the same
    mailing. Raises Refusal if nobody can get one, or each would have to be signed.
    """
    again = Merge.objects.filter(key=key).first()
    if again is not None:
        return again.id
    source, spoken = letter_list(list_key), in_use(template_key)
    found = mailing(actor, source.people(actor, sought), spoken, given, off)
    if not found.ready:
        raise Refusal("nobody-to-write-to", "Nobody on this list can get this letter.", "See why beside each name.")
    merged = _written(actor, key, source.words, found, card=is_card(spoken))
    record("letter_merge", merged.id, subjects=[one.patient_id for one in found.ready], template=template_key)
    return merged.id


def _written(actor: Actor, key: UUID, source: str, found: Mailing, *, card: bool) -> Merge:
    me, now = staff_of_user(actor.id), clock.now()
    rows = [_row(actor, one, me.site_id if me else None) for one in found.ready]
    written = [(to_letter(row), one.text, one.reader) for row, one in zip(rows, found.ready, strict=True)]
    pages = cards_of(written, "Postcards", four=False) if card else pages_of_many(written, "Letters")
    title = found.ready[0].template.title
    merged = Merge.objects.create(
        key=key, template_key=rows[0].template_key, title=title, source=source, count=len(rows),
        left_out=len(found.left_out), sha256=files.store(pages, "application/pdf"), card=card, made_by=actor.name,
        made_at=now,
    )  # fmt: skip
    for row in rows:
        row.merge = merged
    Letter.objects.bulk_create(rows)
    _sent(actor, merged, rows, found, pages)
    TakenOff.objects.bulk_create(
        TakenOff(merge=merged, patient_id=one.patient_id, why=one.why) for one in found.left_out if one.taken
    )
    return merged


def _row(actor: Actor, one: Ready, site_id: UUID | None) -> Letter:
    return Letter(
        number=next_number("L"),
        patient_id=one.patient_id,
        site_id=site_id,
        template_key=one.template.key,
        template_version=one.template.version,
        language=one.template.language,
        title=one.template.title,
        body=one.template.body,
        words=one.text,
        to="patient",
        purpose=one.template.purpose,
        signed=False,
        state=LetterState.SENT,
        made_by=actor.name,
        made_at=clock.now(),
    )


def _sent(actor: Actor, merged: Merge, rows: list[Letter], found: Mailing, pages: bytes) -> None:
    """Each letter went by mail; its pages are its part of the file."""
    firsts, total, now = begins(pages), count_of(pages), clock.now()
    counts = [after - first for first, after in zip(firsts, [*firsts[1:], total + 1], strict=True)]
    sent = [
        Sending(
            letter=row, way=Way.MAIL, to_name=one.reader.name, to_address=", ".join(one.reader.lines)[:254],
            sha256=merged.sha256, first=first, pages=count, at=now, by=actor.name,
        )
        for row, one, first, count in zip(rows, found.ready, firsts, counts, strict=True)
    ]  # fmt: skip
    Sending.objects.bulk_create(sent)
    SendingEvent.objects.bulk_create(
        SendingEvent(sending=one, state=SendingState.PRINTED, at=now, by=actor.name) for one in sent
    )
    leaving = tuple(
        Leaving(
            patient_id=row.patient_id, purpose=row.purpose, what=f"{row.number}: {row.title}", to_name=one.to_name,
            to_address=one.to_address, way=Way.MAIL.value, cause=Ref("letter_sending", one.id),
            abouts=(row.id,),
        )
        for row, one in zip(rows, sent, strict=True)
    )  # fmt: skip
    record_disclosures(actor=actor, leaving=leaving)

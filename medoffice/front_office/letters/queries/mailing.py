"""Letters and postcards to a list: who on it gets one, and who is left out and why."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from uuid import UUID

from medoffice.front_office.letters import models
from medoffice.front_office.letters.offers import merge_fields
from medoffice.front_office.letters.queries.letters import given_values, reader_of, to_letter
from medoffice.front_office.letters.queries.lists import MOST
from medoffice.front_office.letters.queries.merging import still_typed, values_of
from medoffice.front_office.letters.queries.templates import never_on_cards, templates
from medoffice.front_office.letters.rules.addresses import lines_in, wrong_with
from medoffice.front_office.letters.rules.cards import against_card, too_long
from medoffice.front_office.letters.rules.filling import check, fill
from medoffice.front_office.letters.rules.parsing import parse, slots_in
from medoffice.front_office.letters.types.letters import LeftOut, Letter, LetterState, Mailing, Merge, Ready, Recipient
from medoffice.front_office.letters.types.templates import About, Group, MergeField, Template, Value
from medoffice.front_office.outreach.api import in_their_own_way
from medoffice.kernel import clock, files
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.typeface import undrawable
from medoffice.practice.api import day_here, staff_of_user, today_here
from medoffice.records.disclosures.api import objections
from medoffice.records.patients.api import patients_by_id
from medoffice.records.patients.types.people import Patient
from medoffice.security.api import kept, labelled_at_all, require
from medoffice.security.types import Actor

NOBODY: Mapping[str, str] = MappingProxyType({})
LONGEST = 200  # letters of a reason


def in_use(key: str) -> dict[str, Template]:
    """The versions in use of a template, by language. Raises NotFound; Refusal for one of which each is signed.

    Two queries.
    """
    found = {one.language: one for one in templates() if one.key == key and one.to == "patient"}
    if not found:
        raise NotFound
    if any(one.signed for one in found.values()):
        raise Refusal("signed-one-by-one", "A provider signs each of these letters.", "Write them one by one.")
    return found


def merge_asks(spoken: Mapping[str, Template]) -> list[MergeField]:
    """The fields that are typed once for all letters, in the order of the text. No query."""
    names = dict.fromkeys(name for one in spoken.values() for name in slots_in(parse(one.body).parts))
    return still_typed(names)


def mailing(
    actor: Actor,
    people: Sequence[UUID],
    spoken: Mapping[str, Template],
    given: Mapping[str, str],
    off: Mapping[str, str] = NOBODY,
) -> Mailing:
    """What a template makes of a list: each once, in their language; whoever gets none with the reason.

    ``off``: whom somebody took off it, by their id, and why; without a reason they stay on it. As many
    queries as the fields of the template take, however many people there are, and one for what went today: what went
    to somebody is not sent again on the same day, as Back and a second Enter would; a postcard takes two more.
    """
    ids = list(dict.fromkeys(people))[:MOST]
    found, closed = patients_by_id(ids), kept(actor, "letters.send", [(one, None) for one in ids], to_patient=True)
    typed, wrong = given_values(merge_asks(spoken), dict(given))
    if wrong:
        raise Refusal("typed-odd", " ".join(wrong.values()), "Type it again.")
    site = staff_of_user(actor.id)
    abouts = [About(one, site_id=site.site_id if site else None, given=typed) for one in ids]
    names = {name for one in spoken.values() for name in slots_in(parse(one.body).parts)}
    ready, out = [], []
    open_card = _kept_off_cards(ids) if is_card(spoken) else {}
    today = _gone_today(ids, spoken)
    for who, values in zip(ids, values_of(actor, abouts, names), strict=True):
        against = "A label keeps letters from them." if (who, None) in closed else open_card.get(who, "")
        made = against or _letter(found[who], spoken, values)
        if isinstance(made, Ready) and (who, made.text) in today:
            made = f"They got this very letter today: {today[who, made.text]}."
        if isinstance(made, Ready):
            ready.append(made)
        else:
            out.append(LeftOut(who, made))
    stopped = objections([(one.patient_id, one.reader.name) for one in ready])
    out += [LeftOut(who, words) for (who, _), words in stopped.items()]
    taken = {one: off[str(one)].strip()[:LONGEST] for one in ids if off.get(str(one), "").strip()}
    going = [one for one in ready if (one.patient_id, one.reader.name) not in stopped]
    out += [LeftOut(one.patient_id, taken[one.patient_id], taken=True) for one in going if one.patient_id in taken]
    return Mailing(tuple(one for one in going if one.patient_id not in taken), tuple(out))


def _gone_today(ids: Sequence[UUID], spoken: Mapping[str, Template]) -> dict[tuple[UUID, str], str]:
    """The numbers of the letters of a template that went to somebody today, by whom and the words. One query."""
    keys, since = {one.key for one in spoken.values()}, clock.now() - timedelta(days=1)
    rows = models.Letter.objects.filter(
        patient_id__in=ids, template_key__in=keys, to="patient", state=LetterState.SENT, made_at__gt=since
    ).values_list("patient_id", "words", "number", "made_at")
    return {(who, words): number for who, words, number, at in rows if day_here(at) == today_here()}


def is_card(spoken: Mapping[str, Template]) -> bool:
    """Whether this goes as a postcard. No query."""
    return any(one.group is Group.CARD for one in spoken.values())


def _kept_off_cards(ids: Sequence[UUID]) -> dict[UUID, str]:
    """Who gets no open card whatever it says: whom any label concerns, and who asked for another way. Two queries."""
    own_way = dict.fromkeys(in_their_own_way(ids), "They asked to be reached another way.")
    return own_way | dict.fromkeys(labelled_at_all(ids), "A label keeps open cards from them.")


def _letter(who: Patient, spoken: Mapping[str, Template], values: Mapping[str, Value]) -> Ready | str:
    """The letter to somebody, or why there is none."""
    one = spoken.get(who.language) or spoken.get("en") or next(iter(spoken.values()))
    reader, parsed, known = reader_of(who, one.language), parse(one.body), merge_fields()
    if odd := _not_to(who) or wrong_with([reader.name, *reader.lines]):
        return odd
    if one.waits_for_approval:
        return f"Nobody approved the {one.spoken} of this template."
    filled = fill(parsed, known, values, one.language)
    if wrong := [*check(parsed, known), *filled.findings, *_off_card(one, filled.text)]:
        return wrong[0].words
    if any(undrawable("letter", "text", line) for line in (reader.name, *reader.lines, *filled.text.splitlines())):
        return "Its letters cannot be printed in this typeface."
    return Ready(who.id, one, filled.text, reader)


def _not_to(who: Patient) -> str:
    """Why nothing is mailed to somebody at all; empty if it may be."""
    if who.deceased_on:
        return "They have died."
    return "They asked for no mail." if "mail" in who.closed_ways else ""


def _off_card(one: Template, text: str) -> list[Finding]:
    """What keeps a text off the card it should go on; nothing where it is a letter."""
    if one.group is not Group.CARD:
        return []
    return [*against_card(parse(one.body), one.body, never_on_cards()), *too_long(text)]


def merge(merge_id: UUID) -> Merge:
    """A mailing that was printed. Raises NotFound. One query."""
    row = models.Merge.objects.filter(id=merge_id).first()
    if row is None:
        raise NotFound
    return _to_merge(row)


def merges(limit: int = 12) -> list[Merge]:
    """The latest mailings. One query."""
    return [_to_merge(row) for row in models.Merge.objects.order_by("-made_at", "-id")[:limit]]


def letters_of_merge(actor: Actor, merge_id: UUID) -> list[Letter]:
    """Its letters in the order of its pages, for who may print every one of them. Raises NotFound. As ``kept``."""
    require(actor, "letters.print")
    rows = [to_letter(row) for row in models.Letter.objects.filter(merge_id=merge_id).order_by("sendings__first")]
    if not rows or kept(actor, "letters.print", [(one.patient_id, one.encounter_id) for one in rows]):
        raise NotFound
    return rows


def taken_off(actor: Actor, merge_id: UUID) -> list[LeftOut]:
    """Whom somebody took off a mailing before it was printed, and why, as far as the actor may know. As ``kept``."""
    rows = models.TakenOff.objects.filter(merge_id=merge_id).order_by("id")
    found = [LeftOut(row.patient_id, row.why, taken=True) for row in rows]
    closed = kept(actor, "letters.print", [(one.patient_id, None) for one in found])
    return [one for one in found if (one.patient_id, None) not in closed]


def merged_pages(merge_id: UUID) -> bytes:
    """The pages of all its letters. One query."""
    return files.load(models.Merge.objects.values_list("sha256", flat=True).get(id=merge_id))


def readers_of(merge_id: UUID) -> list[Recipient]:
    """To whom its letters went, as they went. One query."""
    rows = models.Sending.objects.filter(letter__merge_id=merge_id).order_by("first")
    return [Recipient(row.to_name, lines_in(row.to_address)) for row in rows]


def unposted(merge_id: UUID) -> list[UUID]:
    """Its sendings that are not in the mail yet. One query."""
    posted = models.SendingEvent.objects.filter(state="posted").values("sending_id")
    rows = models.Sending.objects.filter(letter__merge_id=merge_id, way="mail").exclude(id__in=posted)
    return list(rows.values_list("id", flat=True))


def _to_merge(row: models.Merge) -> Merge:
    return Merge(
        row.id, row.template_key, row.title, row.source, row.count, row.left_out, row.made_by, row.made_at, row.card
    )

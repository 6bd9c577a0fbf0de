"""Reads of what is past its retention. A file is destroyed as a whole, so all that stands in it must be past."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Coalesce

from medoffice.kernel import files
from medoffice.practice.api import day_here, office_zone, open_work_about, today_here
from medoffice.records.documents import models
from medoffice.records.documents.offers import open_uses
from medoffice.records.documents.queries.holds import held
from medoffice.records.documents.queries.kinds import all_kinds, keepings_on, kind_names
from medoffice.records.documents.rules.retention import CAUTIOUS, Kept, file_kept_until, what_stops
from medoffice.records.documents.types.keeping import Asked, Due, DuePaper, Keeping
from medoffice.records.documents.types.papers import SignOff, State
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import permitted
from medoffice.security.types import Actor

AT_ONCE = 200  # files of one look; destroyed, the next ones come


def past_retention(actor: Actor) -> list[Due]:
    """The files past their retention whose patients the actor may know of, those kept until the earliest day first.

    Ten queries, one for each room that keeps files of its own or uses documents, and a bounded number of rows.
    """
    today = today_here()
    rules = keepings_on(today)
    before = _years_before(today, min(rule.years for rule in rules.values()))
    came_before = datetime.combine(before + timedelta(1), time.max, office_zone())
    old = models.Document.objects.annotate(came=Coalesce("filed_at", "added_at")).filter(came__lte=came_before)
    old = old.filter(dated__lte=before).exclude(state__in=[State.INBOX, State.DESTROYED])
    found = permitted(actor, "documents.purge", old, visit="")
    ids = list(dict.fromkeys(found.order_by("dated", "id").values_list("file_id", flat=True)[: AT_ONCE * 5]))
    due = [one for one in _reckoned(ids, rules) if one.kept_until < today]
    if due:
        seen = set(permitted(actor, "documents.purge", old, visit="").values_list("id", flat=True))
        whole = models.Document.objects.filter(file_id__in=[key for one in due for key in one.files]).exclude(
            id__in=seen
        )
        unseen = set(whole.values_list("file_id", flat=True))
        due = [one for one in due if not unseen & set(one.files)]
    return _as_seen(actor, sorted(due, key=lambda one: (one.kept_until, one.file_id))[:AT_ONCE])


def _as_seen(actor: Actor, due: list[Due]) -> list[Due]:
    """What is kept from the actor stands there without its type and name. One query."""
    rows = models.Document.objects.filter(id__in=[paper.id for one in due for paper in one.papers])
    readable = set(permitted(actor, "documents.read", rows, visit="about_id").values_list("id", flat=True))
    return [
        replace(
            one,
            papers=tuple(
                paper if paper.id in readable else replace(paper, kind="", title="", shown=False)
                for paper in one.papers
            ),
        )
        for one in due
    ]


def due_now(file_id: UUID) -> Due | None:
    """One file, if it is past its retention today; for the act that decides. As ``past_retention``."""
    found = next(iter(_reckoned([file_id], keepings_on(today_here()))), None)
    return found if found and found.kept_until < today_here() else None


def _reckoned(ids: Iterable[UUID], rules: Mapping[str, Keeping]) -> list[Due]:
    """When each file's last document may go, and what stops it; files with a document in the inbox are left out."""
    groups = bound_files(ids)
    group_of = {one: min(group) for group in groups for one in group}
    rows = list(models.Document.objects.filter(file_id__in=group_of).select_related("file").order_by("first", "id"))
    rows = [row for row in rows if row.state != State.JOINED]
    of_file: dict[UUID, list[models.Document]] = defaultdict(list)
    for row in rows:
        of_file[group_of[row.file_id]].append(row)
    sheets = {one.id: one for one in models.PaperFile.objects.filter(id__in=group_of)}
    people = patients_by_id({row.patient_id for row in rows if row.patient_id})
    keeps = {kind.key: kind.keep for kind in all_kinds()}
    kept = held(people)
    waiting = models.Destruction.objects.filter(file_id__in=group_of, decision="")
    asked = {group_of[row.file_id]: _to_asked(row) for row in waiting}
    used = _used([row.id for row in rows])
    names = kind_names()
    elsewhere = files.named_by_others({one.sha256 for one in sheets.values()}, models.PaperFile)
    found = []
    for file_id, parts in of_file.items():
        if any(row.state in (State.INBOX, State.DESTROYED) for row in parts):
            continue
        by = [rules[keeps.get(row.kind, CAUTIOUS)] for row in parts]
        born = [people[row.patient_id].birth_date if row.patient_id else None for row in parts]
        papers = tuple(_to_paper(row, names) for row in parts)
        kept_parts = zip(by, papers, born, strict=True)
        until = file_kept_until(Kept.of(rule, paper.dated, paper.filed, day) for rule, paper, day in kept_parts)
        is_held = any({(row.patient_id, None), (row.patient_id, row.id)} & kept for row in parts if row.patient_id)
        whole = sorted(one for one, group in group_of.items() if group == file_id)
        uses = {word for row in parts for word in used.get(row.id, ())}
        twice = any(sheets[one].sha256 in elsewhere for one in whole)
        stops = what_stops(by, held=is_held, used=uses | _asked_of(parts), elsewhere=twice)
        whose = tuple(dict.fromkeys(row.patient_id for row in parts if row.patient_id))
        of_rules = tuple(dict.fromkeys(by))
        pages, wanted = sum(sheets[one].pages for one in whole), asked.get(file_id)
        found.append(Due(file_id, whose, papers, of_rules, until, pages, stops, wanted, tuple(whole)))
    return found


def _used(ids: list[UUID]) -> dict[UUID, set[str]]:
    """What is open that each of these documents belongs to, in words. A query for each room that uses documents."""
    found: dict[UUID, set[str]] = defaultdict(set)
    for words, read in open_uses.items():
        for one in read(ids):
            found[one].add(words)
    for one in open_work_about("document", ids):
        found[one].add("the work queue")
    return found


def _asked_of(parts: Iterable[models.Document]) -> set[str]:
    return {"a sign-off"} if any(row.sign in (SignOff.WAITS, SignOff.BACK) for row in parts) else set()


def _to_paper(row: models.Document, names: Mapping[str, str]) -> DuePaper:
    filed = day_here(row.filed_at or row.added_at)
    return DuePaper(row.id, names.get(row.kind, ""), row.title, row.dated or day_here(row.added_at), filed)


def bound_files(ids: Iterable[UUID]) -> list[set[UUID]]:
    """These files, those together of which pages are in one document by now. One query if there are no such."""
    known: set[UUID] = set(ids)
    new, of_document = known, dict[UUID, set[UUID]]()
    current = models.Leaf.objects.filter(arranged=F("document__arranged"))
    while new:
        here = current.filter(file_id__in=new).values("document_id")
        for document_id, file_id in current.filter(document_id__in=here).values_list("document_id", "file_id"):
            of_document.setdefault(document_id, set()).add(file_id)
        new = {one for several in of_document.values() for one in several} - known
        known = known | new
    groups: list[set[UUID]] = []
    for several in (*of_document.values(), *({one} for one in known)):
        apart = [group for group in groups if not group & several]
        groups = [*apart, several.union(*(group for group in groups if group & several))]
    return groups


def asked_one(destruction_id: UUID) -> Asked | None:
    """What was asked and is not decided. One query."""
    row = models.Destruction.objects.filter(id=destruction_id, decision="").first()
    return _to_asked(row) if row else None


def _to_asked(row: models.Destruction) -> Asked:
    return Asked(row.id, row.file_id, row.asked_at, row.asked_by, row.asked_by_id)


def _years_before(day: date, years: int) -> date:
    return date(day.year - years, day.month, min(day.day, 28))

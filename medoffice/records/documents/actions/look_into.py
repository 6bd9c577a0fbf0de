"""Look into a file that was kept: what it is, whether it is taken; then its document waits in the inbox."""

from uuid import UUID

from medoffice.kernel import clock, files, papers
from medoffice.kernel.papers import MEDIA, TROUBLES, Looked
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.actions.writing import add_to_inbox
from medoffice.records.documents.models import PaperFile
from medoffice.records.documents.rules.names import label_of
from medoffice.records.documents.types.papers import Door, FileState
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor

AT_ONCE = 20  # files of one look; the next look takes the others


def look_into(*, actor: Actor, file_id: UUID) -> str:
    """Open it in its own process, outside any transaction; returns its trouble, "" for none.

    Doing it again changes nothing. What an e-mail brings is kept and looked into as well. Raises Busy.
    """
    row = PaperFile.objects.filter(id=file_id).first()
    if row is None:
        raise NotFound
    if row.state == FileState.NEW:
        data = files.load(row.sha256)
        kind, found = papers.look(data)
        with acts_of_their_own():
            for one in found.attached:
                _attached(actor, row, one, row.sender or found.sender)
            row.trouble = note_look(actor=actor, file_id=file_id, kind=kind, found=found)
    return row.trouble


def look_into_new(*, actor: Actor) -> int:
    """Look into what nobody has looked into yet; returns how many. Raises Busy when the machine is."""
    waiting = PaperFile.objects.filter(state=FileState.NEW).order_by("came_at", "id").values_list("id", flat=True)
    for file_id in (found := list(waiting[:AT_ONCE])):
        look_into(actor=actor, file_id=file_id)
    return len(found)


def _attached(actor: Actor, letter: PaperFile, one: papers.Attached, sender: str) -> None:
    data = one.content
    if not data:
        return
    kept = take_in(actor=actor, door=Door(letter.door), name=one.name, data=data, sender=sender, came_with=letter.id)
    if kept.new:
        look_into(actor=actor, file_id=kept.file_id)


@action("documents.take_in")
def note_look(*, actor: Actor, file_id: UUID, kind: str, found: Looked) -> str:
    """Say what a look told: the document goes to the inbox, or the file is refused and a person told why."""
    row = PaperFile.objects.select_for_update().get(id=file_id)
    if row.state != FileState.NEW:
        return row.trouble
    row.kind, row.trouble = kind if kind in MEDIA else "", found.trouble
    row.pages, row.state = found.pages, FileState.REFUSED if found.trouble else FileState.TAKEN
    row.sender = row.sender or label_of(found.sender)[:200]
    row.save(update_fields=["kind", "trouble", "pages", "state", "sender"])
    record("document file", row.id, trouble=found.trouble or "none")
    if found.trouble:
        _tell(actor, row)
    elif found.text.strip() or not found.attached:
        add_to_inbox(actor, row, title=label_of(found.subject) or row.name, at=clock.now())
    return row.trouble


def _tell(actor: Actor, row: PaperFile) -> None:
    """Whoever uploads a file reads why it is refused; what came by itself becomes work."""
    if row.door in (Door.UPLOAD, Door.DESK):
        return
    words, fix = TROUBLES[row.trouble]
    title = f"A {row.door} was not taken: {words} {fix}"
    open_work(actor=actor, kind="document-refused", title=title, ref=Ref("document_file", row.id), key=str(row.id))

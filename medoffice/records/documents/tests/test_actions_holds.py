"""Labels set on a document are obeyed at once; what is held stays; what is past its retention goes by two people."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.kernel import clock, files, jobs
from medoffice.kernel.models import StoredFile
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, today_here
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.documents.actions.destroying import ask_destruction, destroy_file, keep_file
from medoffice.records.documents.actions.file_document import file_document
from medoffice.records.documents.actions.holding import end_hold, hold_chart, hold_document
from medoffice.records.documents.actions.label_document import label_document, unlabel_document
from medoffice.records.documents.actions.look_into import look_into
from medoffice.records.documents.actions.mark_mistake import mark_mistake
from medoffice.records.documents.actions.refile_document import refile_document
from medoffice.records.documents.actions.set_keeping import set_keeping
from medoffice.records.documents.actions.sign_document import sign_document
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.models import Document, PageText
from medoffice.records.documents.offers import open_uses
from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.queries.holds import holds_of, holds_to_see
from medoffice.records.documents.queries.retention import past_retention
from medoffice.records.documents.queries.searching import search_charts
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.keeping import Keeping
from medoffice.records.documents.types.papers import Door, Filing, State
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named, deny_subject, labels_of
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.fixture
def office() -> Office:
    """An office at noon with its manager and its privacy officer."""
    clock.freeze(NOON)
    made = make_office()
    for one in ("petrov", "ferreira", "lind", "vega"):
        person(one)
    return made


def filed(
    who: UUID, text: str, on: date = date(2026, 11, 20), kind: str = "consult", signer: UUID | None = None
) -> UUID:
    kept = take_in(actor=PROGRAM, door=Door.SCAN, name="letter.pdf", data=paper(text))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    jobs.run_due()
    row = Document.objects.get(file_id=kept.file_id)
    filing = Filing(kind=kind, dated=on, patient_id=who, title="Dr Weiss", signer_id=signer)
    file_document(actor=PROGRAM, document_id=row.id, seen_version=row.version, filing=filing)
    return row.id


def filed_then(who: UUID, text: str, on: date, kind: str = "consult", signer: UUID | None = None) -> UUID:
    with clock.frozen(datetime.combine(on, NOON.timetz())):
        return filed(who, text, on, kind, signer)


def manager() -> Actor:
    return actor_named("petrov")


def confirmed(*keys: str) -> None:
    for key in keys:
        set_keeping(actor=manager(), rule=Keeping(key, "", 10, 3, "decided by the partners", today_here()))


@pytest.mark.django_db
def test_a_label_is_set_on_a_document_and_obeyed_at_once(office: Office) -> None:
    who = make_patient()
    kept = filed(who, "Methadone treatment began", signer=office.provider_id)
    vega, lind = actor_named("vega"), actor_named("lind")
    assert len(search_charts(lind, "methadone")) == 1
    label = label_document(actor=vega, document_id=kept, label=Label.PART2, why="treatment")
    assert search_charts(lind, "methadone") == []
    with pytest.raises(NotFound):
        queries.document(lind, kept)
    with pytest.raises(NotFound):
        label_document(actor=vega, document_id=kept, label=Label.MINOR, why="again, without seeing it")
    with pytest.raises(NotFound):
        unlabel_document(actor=lind, document_id=kept, label_id=label, why="no")
    with pytest.raises(NotFound):
        unlabel_document(actor=PROGRAM, document_id=kept, label_id=UUID(int=3), why="no")
    unlabel_document(actor=PROGRAM, document_id=kept, label_id=label, why="entered in error")
    assert queries.document(lind, kept).id == kept
    assert [one.what for one in queries.changes_of(kept)][-2:] == ["made confidential", "a label ended"]


@pytest.mark.django_db
def test_a_psychotherapy_note_that_came_on_paper_is_its_signers(office: Office) -> None:
    who = make_patient()
    nobodys, kept = filed(who, "A session"), filed(who, "Another session", signer=office.provider_id)
    with pytest.raises(Refusal, match="Nobody"):
        label_document(actor=PROGRAM, document_id=nobodys, label=Label.PSYCHOTHERAPY, why="a session's note")
    label_document(actor=PROGRAM, document_id=kept, label=Label.PSYCHOTHERAPY, why="a session's note")
    assert queries.document(office.provider, kept).id == kept
    with pytest.raises(NotFound):
        queries.document(actor_named("vega"), kept)


@pytest.mark.django_db
@pytest.mark.usefixtures("office")
def test_who_labels_by_the_screen_is_led_away_from_what_is_now_kept_from_them() -> None:
    who = make_patient()
    kept = filed(who, "Methadone treatment began")
    vega = sign_in("vega")
    assert vega.post(f"/documents/{kept}/label/", {"label": "part2"}).status_code == 422
    assert labels_of(who, kept) == []
    answer = vega.post(f"/documents/{kept}/label/", {"label": "part2", "why": "treatment"})
    assert answer["Location"] == f"/documents/patient/{who}/"
    assert vega.get(f"/documents/{kept}/").status_code == 404
    assert "Substance use treatment" in sign_in("okafor").get(f"/documents/{kept}/").content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("office")
def test_what_is_held_is_neither_struck_nor_moved_nor_destroyed_until_the_hold_ends() -> None:
    who, other, long_ago = make_patient(), make_patient("Quist", "Otto"), date(2001, 5, 1)
    kept, free = filed_then(who, "A letter", long_ago), filed_then(other, "Another letter", long_ago)
    confirmed("chart")
    petrov = manager()
    for wrong in ({"why": " "}, {"why": "suit", "until": NOON.date() - timedelta(1)}):
        with pytest.raises(Invalid):
            hold_document(actor=petrov, document_id=kept, **wrong)
    hold = hold_document(actor=petrov, document_id=kept, why="expected suit", until=NOON.date() + timedelta(30))
    with pytest.raises(Refusal, match="already"):
        hold_document(actor=petrov, document_id=kept, why="again")
    with pytest.raises(Refusal, match="legal hold"):
        mark_mistake(actor=PROGRAM, document_id=kept, why="of another office")
    row = queries.known_document(kept)
    moved = Filing(kind="consult", dated=None, patient_id=other)
    with pytest.raises(Refusal, match="legal hold"):
        refile_document(actor=PROGRAM, document_id=kept, seen_version=row.version, filing=moved, why="wrong chart")
    assert {one.stops for one in past_retention(petrov)} == {"Under legal hold.", ""}
    with pytest.raises(Refusal, match="legal hold"):
        ask_destruction(actor=petrov, file_id=row.file.id)
    chart = hold_chart(actor=petrov, patient_id=other, why="audit")
    assert [one.stops for one in past_retention(petrov)] == ["Under legal hold."] * 2
    assert len(holds_to_see(petrov)) == 2
    with pytest.raises(NotFound):
        hold_chart(actor=actor_named("vega"), patient_id=who, why="mine")
    with pytest.raises(Invalid):
        end_hold(actor=petrov, hold_id=chart, why="")
    end_hold(actor=petrov, hold_id=chart, why="settled")
    with pytest.raises(NotFound):
        end_hold(actor=petrov, hold_id=chart, why="settled")
    assert holds_of(other, free) == []
    clock.freeze(NOON + timedelta(31))
    assert holds_of(who, kept) == []
    mark_mistake(actor=PROGRAM, document_id=kept, why="of another office")
    assert hold != chart


@pytest.mark.django_db
@pytest.mark.usefixtures("office")
def test_what_is_past_goes_by_two_people_with_its_bytes_and_words_and_a_line_stays(
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    who = make_patient()
    kept = filed_then(who, "Seen in consultation for asthma", date(2001, 5, 1))
    fresh = filed_then(who, "Seen again", date(2020, 5, 1))
    petrov, ferreira = manager(), actor_named("ferreira")
    (due,) = past_retention(petrov)
    assert "not verified" in due.stops
    with pytest.raises(Refusal, match="not verified"):
        ask_destruction(actor=petrov, file_id=due.file_id)
    confirmed("chart")
    asked = ask_destruction(actor=petrov, file_id=due.file_id)
    assert ask_destruction(actor=petrov, file_id=due.file_id) == asked
    assert len(work("document-destroy")) == 1
    with pytest.raises(Refusal, match="yourself"):
        destroy_file(actor=petrov, destruction_id=asked)
    with pytest.raises(NotFound):
        ask_destruction(actor=petrov, file_id=queries.known_document(fresh).file.id)
    with pytest.raises(Invalid):
        keep_file(actor=ferreira, destruction_id=asked, why="")
    keep_file(actor=ferreira, destruction_id=asked, why="still treated for it")
    assert work("document-destroy") == []
    asked = ask_destruction(actor=petrov, file_id=due.file_id)
    path = files.path_of(queries.known_document(kept).file.sha256)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        destroy_file(actor=ferreira, destruction_id=asked)
    assert not path.exists()
    assert not StoredFile.objects.filter(sha256=path.name).exists()
    assert not PageText.objects.filter(file_id=due.file_id).exists()
    found = queries.known_document(kept)
    assert (found.state, found.title, found.file.name) == (State.DESTROYED, "Consultation or specialist's letter", "")
    with pytest.raises(Refusal, match="destroyed"):
        queries.content(kept)
    assert search_charts(petrov, "asthma") == []
    assert past_retention(petrov) == []
    with pytest.raises(NotFound):
        destroy_file(actor=ferreira, destruction_id=asked)
    okafor = sign_in("okafor")
    assert "was destroyed" in okafor.get(f"/documents/{kept}/").content.decode()
    assert okafor.get(f"/documents/{kept}/page/1/").status_code == 409
    assert "destroyed" in okafor.get(f"/documents/patient/{who}/").content.decode()
    again = take_in(actor=PROGRAM, door=Door.SCAN, name="", data=paper("Seen in consultation for asthma"))
    assert (again.new, path.exists()) == (True, True)


@pytest.mark.django_db
@pytest.mark.usefixtures("office")
def test_who_may_not_know_the_patient_neither_sees_nor_destroys() -> None:
    who = make_patient()
    filed_then(who, "A letter", date(2001, 5, 1))
    confirmed("chart")
    petrov = manager()
    (due,) = past_retention(petrov)
    deny_subject(actor=PROGRAM, subject=who, user_id=petrov.id, reason="asked by the patient")
    assert past_retention(petrov) == []
    with pytest.raises(NotFound):
        ask_destruction(actor=petrov, file_id=due.file_id)
    assert past_retention(actor_named("vega")) == []
    with pytest.raises(NotFound):
        ask_destruction(actor=actor_named("vega"), file_id=due.file_id)


@pytest.mark.django_db
@pytest.mark.usefixtures("office")
def test_the_sheet_of_what_is_past_asks_and_decides() -> None:
    who = make_patient()
    kept, held = (filed_then(who, text, date(2001, 5, 1), kind) for text, kind in (("A", "consult"), ("B", "ecg")))
    confirmed("chart")
    petrov = sign_in("petrov")
    page = petrov.get("/documents/past/").content.decode()
    assert "not verified: Images" in page
    assert (
        f'<a href="/documents/{kept}/" data-open>Consultation or specialist&#x27;s letter: <bdi>Dr Weiss</bdi>' in page
    )
    assert "of 05/01/2001, filed 05/01/2001" in page
    file_id = queries.known_document(kept).file.id
    assert petrov.post("/documents/past/ask/", {}).status_code == 422
    petrov.post("/documents/past/ask/", {"file": [str(file_id)]})
    assert "another person decides" in petrov.get("/documents/past/").content.decode()
    past = {"why": "a letter of counsel", "until": "01/02/2001"}
    refused = petrov.post(f"/documents/{held}/hold/", past)
    assert refused.status_code == 422
    assert "This day is past." in refused.content.decode()
    assert 'value="a letter of counsel"' in refused.content.decode()
    told = {"why": "expected suit", "whole": "on", "until": ""}
    assert petrov.post(f"/documents/{held}/hold/", told).status_code == 302
    assert "the whole chart" in petrov.get("/documents/holds/").content.decode()
    assert "Legal hold on the whole chart" in petrov.get(f"/documents/{kept}/").content.decode()
    ferreira = sign_in("ferreira")
    (due,) = [one for one in past_retention(manager()) if one.asked]
    assert due.asked
    ferreira.post("/documents/past/decide/", {"asked": [str(due.asked.id)], "verdict": "keep", "why": "held"})
    assert queries.known_document(kept).state is State.FILED
    (hold,) = holds_to_see(manager())
    assert petrov.post("/documents/holds/", {"hold": str(hold.id), "why": "settled"}).status_code == 302
    assert holds_of(who) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("office")
def test_a_chart_without_any_paper_yet_is_held_from_the_list_of_holds_with_a_reason() -> None:
    """A letter of counsel comes before the papers do."""
    who, petrov = make_patient(), sign_in("petrov")
    told = {"patient": str(who), "why": "a letter of counsel", "until": ""}
    for lacks, words in (("patient", "Choose whose chart."), ("why", "This field is required.")):
        refused = petrov.post("/documents/holds/", told | {lacks: ""})
        assert refused.status_code == 422
        assert words in refused.content.decode()
        assert holds_of(who) == []
    assert petrov.post("/documents/holds/", told).status_code == 302
    (held,) = holds_of(who)
    assert held.document_id is None
    again = petrov.post("/documents/holds/", told)
    assert again.status_code == 422
    assert "under legal hold already" in again.content.decode()
    assert len(holds_of(who)) == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("office")
def test_however_old_a_paper_is_it_is_kept_from_the_day_it_was_filed() -> None:
    who = make_patient()
    confirmed("chart")
    old = filed(who, "A letter of 2009", date(2009, 3, 2))
    petrov, file_id = manager(), queries.known_document(old).file.id
    assert past_retention(petrov) == []
    with pytest.raises(NotFound):
        ask_destruction(actor=petrov, file_id=file_id)
    assert "11/24/2036" in sign_in("petrov").get(f"/documents/{old}/").content.decode()
    clock.freeze(NOON.replace(year=2036))
    assert past_retention(petrov) == []
    clock.freeze(NOON.replace(year=2036) + timedelta(1))
    (due,) = past_retention(petrov)
    assert (due.kept_until, due.stops, due.papers[0].filed) == (date(2036, 11, 24), "", NOON.date())


@pytest.mark.django_db
def test_what_belongs_to_something_open_stays_past_its_retention(office: Office) -> None:
    """A sign-off, work about it; other rooms register what of theirs is open."""
    who, petrov = make_patient(), manager()
    confirmed("chart")
    signs = filed_then(who, "To sign", date(2001, 5, 1), signer=office.provider_id)
    work_on = filed_then(who, "Misfiled", date(2001, 5, 2))
    open_work(actor=PROGRAM, kind="document-misfiled", title="Look", ref=Ref("document", work_on), key=str(work_on))
    stops = {one.papers[0].id: one.stops for one in past_retention(petrov)}
    assert {"a referral", "a request for copies"} <= set(open_uses)
    assert stops == {
        signs: "Something it belongs to is open: a sign-off, the work queue.",
        work_on: "Something it belongs to is open: the work queue.",
    }
    with pytest.raises(Refusal, match="is open"):
        ask_destruction(actor=petrov, file_id=queries.known_document(signs).file.id)
    sign_document(actor=office.provider, document_id=signs)
    assert {one.papers[0].id: one.stops for one in past_retention(petrov)}[signs] == ""


@pytest.mark.django_db
@pytest.mark.usefixtures("office")
def test_the_second_look_sees_each_paper_but_not_what_a_label_keeps() -> None:
    who = make_patient()
    confirmed("chart")
    kept = filed_then(who, "Methadone", date(2001, 5, 1))
    ask_destruction(actor=manager(), file_id=queries.known_document(kept).file.id)
    ferreira = sign_in("ferreira")
    assert f'href="/documents/{kept}/"' in ferreira.get("/documents/past/").content.decode()
    assert "Dr Weiss" in ferreira.get(f"/documents/{kept}/").content.decode()
    label_document(actor=PROGRAM, document_id=kept, label=Label.PART2, why="treatment")
    page = ferreira.get("/documents/past/").content.decode()
    assert "a confidential paper" in page
    assert f'href="/documents/{kept}/"' not in page
    assert "Dr Weiss" not in page


@pytest.mark.django_db
@pytest.mark.usefixtures("office")
def test_nothing_is_destroyed_by_a_slip_and_one_that_cannot_go_stops_no_other() -> None:
    """Words of why it stays, and Enter in their field, never destroy; what is chosen is named again before it goes."""
    who = make_patient()
    kept = [filed_then(who, text, date(2001, 5, 1)) for text in ("A", "B")]
    confirmed("chart")
    for one in kept:
        ask_destruction(actor=manager(), file_id=queries.known_document(one).file.id)
    asked = [str(due.asked.id) for due in past_retention(manager()) if due.asked]
    ferreira, at = sign_in("ferreira"), "/documents/past/decide/"
    typed = ferreira.post(at, {"asked": asked, "verdict": "destroy", "why": "counsel asked for it"})
    assert typed.status_code == 422
    page = typed.content.decode()
    assert 'value="counsel asked for it"' in page
    assert page.count(" checked") == 2
    assert page.index('value="keep"') < page.index('value="destroy"')  # Enter in a field presses the first button
    once = ferreira.post(at, {"asked": asked, "verdict": "destroy", "why": ""})
    assert "Destroy 2 papers?" in once.content.decode()
    assert {queries.known_document(one).state for one in kept} == {State.FILED}
    keep_file(actor=actor_named("ferreira"), destruction_id=UUID(asked[0]), why="held")
    done = ferreira.post(at, {"asked": asked, "verdict": "destroy", "sure": "1"}, follow=True).content.decode()
    assert "1 destroyed." in done
    assert "1 not: It was decided meanwhile" in done
    assert sorted(queries.known_document(one).state.value for one in kept) == ["destroyed", "filed"]

"""Pages are turned, moved, divided and joined beside the file, which never changes; all follows, and goes back."""

from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image

from medoffice.kernel import clock, files, jobs
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.documents.actions.arrange_back import arrange_back
from medoffice.records.documents.actions.arrange_pages import arrange_pages
from medoffice.records.documents.actions.destroying import ask_destruction, destroy_file
from medoffice.records.documents.actions.divide_document import divide_document
from medoffice.records.documents.actions.file_document import file_document
from medoffice.records.documents.actions.holding import hold_chart, hold_document
from medoffice.records.documents.actions.join_documents import join_documents
from medoffice.records.documents.actions.label_document import label_document
from medoffice.records.documents.actions.look_into import look_into
from medoffice.records.documents.actions.set_keeping import set_keeping
from medoffice.records.documents.actions.sign_document import sign_document
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.models import Document, Leaf, PaperFile
from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.queries.retention import past_retention
from medoffice.records.documents.queries.searching import search_charts
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.keeping import Keeping
from medoffice.records.documents.types.papers import Door, FileState, Filing, Placed, SignOff, State
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named, deny_subject
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Label

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
ONE, TWO, THREE = "Alpha begins here", "Bravo in the middle", "Charlie at the end"


@pytest.fixture
def office() -> Office:
    """An office at noon with those who file and lead."""
    clock.freeze(NOON)
    made = make_office()
    for one in ("petrov", "ferreira", "lind", "vega"):
        person(one)
    return made


def came(*pages: str) -> UUID:
    kept = take_in(actor=PROGRAM, door=Door.SCAN, name="scan.pdf", data=paper(*pages))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    jobs.run_due()
    return Document.objects.get(file_id=kept.file_id).id


def filed(who: UUID, *pages: str, on: date = date(2026, 11, 20), signer: UUID | None = None) -> UUID:
    key = came(*pages)
    filing = Filing(kind="consult", dated=on, patient_id=who, title="Dr Weiss", signer_id=signer)
    file_document(actor=PROGRAM, document_id=key, seen_version=Document.objects.get(id=key).version, filing=filing)
    return key


def words(document_id: UUID) -> list[str]:
    return [text.strip() for text in queries.words_of_pages(queries.known_document(document_id))]


def arranged(document_id: UUID, *order: Placed) -> None:
    arrange_pages(actor=PROGRAM, document_id=document_id, seen_version=_version(document_id), order=order)


def _version(document_id: UUID) -> int:
    return Document.objects.get(id=document_id).version


def _drawn(document_id: UUID, page: int) -> Image.Image:
    return Image.open(BytesIO(queries.page_picture(queries.known_document(document_id), page)))


def test_pages_are_moved_and_turned_and_the_file_never_changes() -> None:
    key = filed(make_patient(), ONE, TWO, THREE)
    sha256 = PaperFile.objects.get().sha256
    bytes_before, upright = files.load(sha256), _drawn(key, 1)
    arranged(key, Placed(3), Placed(1, 90), Placed(2))
    assert words(key) == [THREE, ONE, TWO]
    turned = _drawn(key, 2)
    assert (turned.width > turned.height, upright.width < upright.height) == (True, True)
    assert turned.rotate(90, expand=True).tobytes() == upright.tobytes()
    assert (PaperFile.objects.get().sha256, files.load(sha256)) == (sha256, bytes_before)
    arranged(key, Placed(2, 270), Placed(3), Placed(1))
    found = queries.known_document(key)
    assert (words(key), found.arranged, found.whole) == ([ONE, TWO, THREE], 0, True), "as it came, it is as it came"
    assert Leaf.objects.filter(document_id=key).count() == 3, "an arrangement stays on record"


def test_what_is_no_order_changes_nothing_and_is_refused() -> None:
    key = came(ONE, TWO)
    for order in ([Placed(1)], [Placed(1), Placed(1)], [Placed(1), Placed(3)], [Placed(1, 45), Placed(2)]):
        with pytest.raises(Invalid):
            arranged(key, *order)
    with pytest.raises(Refusal, match="already"):
        arranged(key, Placed(1), Placed(2))
    with pytest.raises(Refusal, match="meanwhile"):
        arrange_pages(actor=PROGRAM, document_id=key, seen_version=77, order=[Placed(2), Placed(1)])
    assert words(key) == [ONE, TWO]


def test_search_finds_a_page_where_it_stands_by_now() -> None:
    who, lind = make_patient(), actor_named("lind")
    key, other = filed(who, ONE, TWO), filed(who, THREE)
    (hit,) = search_charts(lind, "charlie")[0].hits
    assert hit.url.endswith(f"{other}/")
    join_documents(actor=PROGRAM, document_id=key, other_id=other)
    (hit,) = search_charts(lind, "charlie")[0].hits
    assert hit.url.endswith(f"{key}/#page-3")
    arranged(key, Placed(3), Placed(1), Placed(2))
    assert search_charts(lind, "charlie")[0].hits[0].url.endswith(f"{key}/")
    assert search_charts(lind, "bravo")[0].hits[0].url.endswith(f"{key}/#page-3")


def test_two_become_one_and_two_again(office: Office) -> None:
    who = make_patient()
    first, second = filed(who, ONE, TWO), filed(who, THREE, signer=office.provider_id)
    join_documents(actor=PROGRAM, document_id=first, other_id=second)
    assert words(first) == [ONE, TWO, THREE]
    whole, gone = queries.known_document(first), queries.known_document(second)
    assert (whole.sign, whole.signer_id, gone.state) == (SignOff.WAITS, office.provider_id, State.JOINED)
    assert work("document-sign") == ["A document to sign off"], "one document, one sign-off"
    with pytest.raises(Refusal, match="part of another"):
        queries.page_picture(gone, 1)
    assert [one.id for one in queries.documents_of(actor_named("lind"), who)] == [first]
    arrange_back(actor=PROGRAM, document_id=first)
    assert (words(first), words(second)) == ([ONE, TWO], [THREE])
    assert queries.known_document(second).state is State.FILED
    with pytest.raises(Refusal, match="nothing"):
        arrange_back(actor=PROGRAM, document_id=first)


def test_what_is_signed_waits_again_when_something_unseen_is_joined(office: Office) -> None:
    who = make_patient()
    first, second = filed(who, ONE, signer=office.provider_id), filed(who, TWO, signer=office.provider_id)
    sign_document(actor=office.provider, document_id=first)
    join_documents(actor=PROGRAM, document_id=first, other_id=second)
    assert queries.known_document(first).sign is SignOff.WAITS
    assert len(work("document-sign")) == 1


def test_a_joined_document_has_the_strictest_label_of_the_two() -> None:
    who, lind, vega = make_patient(), actor_named("lind"), actor_named("vega")
    first, second = filed(who, ONE), filed(who, "Methadone treatment began")
    label_document(actor=vega, document_id=second, label=Label.PART2, why="treatment")
    assert queries.document(lind, first).id == first
    join_documents(actor=PROGRAM, document_id=first, other_id=second)
    with pytest.raises(NotFound):
        queries.document(lind, first)
    assert search_charts(lind, "methadone") == search_charts(lind, "alpha") == []
    rest = divide_document(actor=PROGRAM, document_id=first, after=1)
    for part in (first, rest):
        with pytest.raises(NotFound):
            queries.document(lind, part)
    with pytest.raises(NotFound):
        join_documents(actor=lind, document_id=first, other_id=rest)


def test_a_filed_document_is_divided_into_two_of_the_same_patient_and_together_again(office: Office) -> None:
    who = make_patient()
    key = filed(who, ONE, TWO, THREE, signer=office.provider_id)
    with pytest.raises(Invalid):
        divide_document(actor=PROGRAM, document_id=key, after=3)
    rest = divide_document(actor=PROGRAM, document_id=key, after=1)
    made = queries.known_document(rest)
    assert (words(key), words(rest), made.patient_id, made.dated) == ([ONE], [TWO, THREE], who, date(2026, 11, 20))
    assert (made.sign, len(work("document-sign"))) == (SignOff.WAITS, 2)
    arrange_back(actor=PROGRAM, document_id=key)
    assert (words(key), queries.known_document(rest).state) == ([ONE, TWO, THREE], State.JOINED)
    assert len(work("document-sign")) == 1


def test_papers_that_wait_are_joined_filed_as_one_and_what_was_filed_meanwhile_is_not_taken_back() -> None:
    first, second = came(ONE), came(TWO)
    assert len(work("document")) == 2
    join_documents(actor=PROGRAM, document_id=first, other_id=second)
    assert (words(first), len(work("document"))) == ([ONE, TWO], 1)
    arrange_back(actor=PROGRAM, document_id=first)
    assert len(work("document")) == 2
    join_documents(actor=PROGRAM, document_id=first, other_id=second)
    filing = Filing(kind="consult", dated=date(2026, 11, 20), patient_id=make_patient())
    file_document(actor=PROGRAM, document_id=first, seen_version=_version(first), filing=filing)
    with pytest.raises(Refusal, match="filed meanwhile"):
        arrange_back(actor=PROGRAM, document_id=first)


def test_what_does_not_go_together_stays_apart() -> None:
    mine, theirs, waits = filed(make_patient(), ONE), filed(make_patient(), TWO), came(THREE)
    for other in (theirs, waits, mine):
        with pytest.raises(Refusal):
            join_documents(actor=PROGRAM, document_id=mine, other_id=other)
    assert (words(mine), words(theirs), words(waits)) == ([ONE], [TWO], [THREE])


def test_what_is_held_is_not_rearranged_away() -> None:
    who, other_one = make_patient(), make_patient()
    key, other = filed(who, ONE, TWO), filed(who, THREE)
    chart = filed(other_one, "Delta", "Echo")
    hold_document(actor=actor_named("petrov"), document_id=key, why="a lawyer asked")
    hold_chart(actor=actor_named("petrov"), patient_id=other_one, why="a lawyer asked")
    for held in (key, chart):
        with pytest.raises(Refusal, match="legal hold"):
            arranged(held, Placed(2), Placed(1))
        with pytest.raises(Refusal, match="legal hold"):
            divide_document(actor=PROGRAM, document_id=held, after=1)
    for first, second in ((key, other), (other, key)):
        with pytest.raises(Refusal, match="legal hold"):
            join_documents(actor=PROGRAM, document_id=first, other_id=second)
    assert words(key) == [ONE, TWO]


def test_files_that_are_in_one_document_are_destroyed_together_or_not_at_all() -> None:
    who = make_patient()
    with clock.frozen(datetime(2012, 1, 4, 18, tzinfo=UTC)):
        old, new = filed(who, ONE, on=date(2010, 1, 4)), filed(who, TWO, on=date(2012, 1, 4))
        apart = filed(who, THREE, on=date(2010, 1, 4))
    join_documents(actor=PROGRAM, document_id=old, other_id=new)
    petrov = actor_named("petrov")
    set_keeping(actor=petrov, rule=Keeping("chart", "", 10, 3, "decided by the partners", date(2026, 11, 24)))
    due = past_retention(petrov)
    assert sorted(len(one.files) for one in due) == [1, 2]
    both = next(one for one in due if len(one.files) == 2)
    asked = ask_destruction(actor=petrov, file_id=both.files[1])
    destroy_file(actor=actor_named("ferreira"), destruction_id=asked)
    gone = PaperFile.objects.filter(id__in=both.files)
    assert {one.state for one in gone} == {FileState.GONE}
    assert {queries.known_document(one).state for one in (old, new)} == {State.DESTROYED}
    assert words(apart) == [THREE]


def test_the_page_shows_turns_moves_joins_divides_and_nox_sees_none() -> None:
    who = make_patient()
    key, other = filed(who, ONE, TWO), filed(who, THREE)
    desk = sign_in("lind")
    page = desk.get(f"/documents/{key}/pages/")
    assert "Let them stand like this" in page.content.decode()
    told = {"version": str(_version(key)), "place_1": "2", "turn_1": "180", "place_2": "2", "turn_2": "0"}
    assert desk.post(f"/documents/{key}/pages/", told).status_code == 302
    assert words(key) == [TWO, ONE]
    assert desk.post(f"/documents/{key}/pages/", {"version": "1"}).status_code == 422
    desk.post(f"/documents/{key}/pages/back/")
    assert words(key) == [ONE, TWO]
    desk.post(f"/documents/{key}/pages/join/", {"other": str(other)})
    assert words(key) == [ONE, TWO, THREE]
    assert f"/documents/{key}/" in desk.get(f"/documents/{other}/").content.decode()
    desk.post(f"/documents/file/{key}/divide/", {"after": "1"})
    assert words(key) == [ONE]
    answer = desk.get(f"/documents/{key}/as-it-came/")
    assert answer.content.startswith(b"%PDF"), "of a part of a file its pages are saved, never the pages of others"
    deny_subject(actor=PROGRAM, subject=who, user_id=actor_named("lind").id, reason="asked by the patient")
    assert desk.get(f"/documents/{key}/pages/").status_code == 404

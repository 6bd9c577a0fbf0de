"""What notes are begun from: taken by the kind of visit, changed by a key, kept with the note, held to when signed."""

import pytest

from medoffice.clinic.charting.actions.change_note_template import change_note_template
from medoffice.clinic.charting.actions.move_note_template import move_note_template
from medoffice.clinic.charting.actions.publish_note_template import publish_note_template
from medoffice.clinic.charting.actions.retire_note_template import retire_note_template
from medoffice.clinic.charting.api import note, note_of, sign_note, start_note, write_note
from medoffice.clinic.charting.models import PublishedTemplate
from medoffice.clinic.charting.queries.templates import note_templates, shipped, template_in_use, template_of
from medoffice.clinic.charting.rules.sections import begun
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.charting.types import NoteSection
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM
from medoffice.ui.tests.pages import form_with

pytestmark = pytest.mark.django_db
WOUND = (NoteSection("wound", "Wound", required=True, start="{visit.reason}"), NoteSection("plan", "Plan"))


@pytest.fixture
def office() -> Office:
    return make_office()


def test_the_shipped_ones_say_what_they_must_and_name_fields_there_are() -> None:
    assert set(shipped()) >= {"visit", "physical", "procedure", "telephone", "nurse"}
    for one in shipped().values():
        version = publish_note_template(
            actor=PROGRAM, key=one.key, title=one.title, sections=one.sections, kinds=one.kinds, classes=one.classes
        )
        assert version == 1, one.key  # the same again makes no new one
        assert any(section.required for section in one.sections)


def test_a_note_is_begun_on_the_page_by_its_visit_and_keeps_the_version(office: Office) -> None:
    visit = make_visit(office)
    page, there = f"/charting/{visit}/", f"/charting/{visit}/note/"
    okafor = sign_in("okafor")
    form = form_with(okafor.get(page).content, "text", there)
    assert form.values["template"] == ["visit:1"]
    assert form.values["text"][0].startswith("Reason: ")
    assert "is missing" not in form.values["text"][0]
    assert "History of present illness:" in form.values["text"][0]
    assert note_of(visit) is None  # looking at a page writes nothing
    publish_note_template(actor=PROGRAM, key="visit", title="Ours", sections=WOUND, classes=("office",))
    okafor.post(there, form.sent())
    begun_from = note_of(visit)
    assert begun_from is not None
    assert (begun_from.template_key, begun_from.template_version) == ("visit", 1)
    assert template_in_use("visit").version == 2


def test_what_is_missing_is_said_before_it_is_signed_and_the_words_are_kept(office: Office) -> None:
    visit = make_visit(office)
    page, there = f"/charting/{visit}/", f"/charting/{visit}/note/"
    okafor = sign_in("okafor")
    form = form_with(okafor.get(page).content, "text", there)
    words = begun(shipped()["visit"].sections, {"hpi": "Cough for three days.", "plan": "Rest."})
    answer = okafor.post(there, {**form.sent(text=words), "sign": "yes"})
    assert answer["Location"] == f"{page}?unsigned=1"
    answer = okafor.get(answer["Location"])
    told = answer.content.decode()
    assert "Not signed: Assessment says nothing yet." in told
    kept = note_of(visit)
    assert kept is not None
    assert (kept.text, kept.signed) == (words, False)
    again = form_with(answer.content, "text", there)
    whole = words.replace("Assessment:", "Assessment: Bronchitis.")
    assert okafor.post(there, {**again.sent(text=whole), "sign": "yes"}).status_code == 302
    assert note(kept.id).signed


def test_another_template_is_taken_with_what_was_typed(office: Office) -> None:
    visit = make_visit(office)
    page, there = f"/charting/{visit}/", f"/charting/{visit}/note/"
    okafor = sign_in("okafor")
    form = form_with(okafor.get(page).content, "text", there)
    words = begun(shipped()["visit"].sections, {"hpi": "Cough.", "plan": "Rest."})
    assert okafor.post(f"/charting/{visit}/template/", form.sent(text=words, take="procedure")).status_code == 302
    kept = note_of(visit)
    assert kept is not None
    assert (kept.template_key, kept.template_version) == ("procedure", 1)
    assert "Plan and aftercare: Rest." in kept.text
    assert kept.text.endswith("History of present illness: Cough.")
    with pytest.raises(NotFound):
        change_note_template(actor=office.provider, note_id=kept.id, key="none", seen_version=kept.version)
    with pytest.raises(Conflict):
        change_note_template(actor=office.provider, note_id=kept.id, key="visit", seen_version=kept.version - 1)
    retire_note_template(actor=PROGRAM, key="telephone")
    with pytest.raises(NotFound):
        change_note_template(actor=office.provider, note_id=kept.id, key="telephone", seen_version=kept.version)


def test_a_note_is_judged_by_the_version_it_was_begun_from(office: Office) -> None:
    publish_note_template(actor=PROGRAM, key="wound", title="Wound", sections=WOUND)
    written = start_note(
        actor=PROGRAM, encounter_id=make_visit(office), text="Wound:\nPlan: dress", template_key="wound",
        template_version=1,
    )  # fmt: skip
    publish_note_template(actor=PROGRAM, key="wound", title="Wound", sections=WOUND[1:])
    with pytest.raises(Refusal) as refusal:
        sign_note(actor=office.provider, note_id=written, seen_version=1)
    assert (refusal.value.code, refusal.value.detail["sections"]) == ("sections-missing", ["Wound"])
    version = write_note(actor=PROGRAM, note_id=written, text="Wound: clean\nPlan: dress", seen_version=1)
    sign_note(actor=office.provider, note_id=written, seen_version=version)
    with pytest.raises(Refusal):
        change_note_template(actor=office.provider, note_id=written, key="visit", seen_version=version)
    with pytest.raises(NotFound):
        start_note(actor=PROGRAM, encounter_id=make_visit(office), template_key="wound", template_version=9)


def test_what_cannot_be_published_is_said(office: Office) -> None:  # noqa: ARG001 - the office must stand
    for sections, words in (
        ((), "at least one section"),
        ((WOUND[0], NoteSection("w2", "wound")), "stands twice"),
        ((NoteSection("a", "Plan: now"),), "a title is"),
        ((NoteSection("a", "Plan", start="{nobody.knows}"),), "There is no field nobody.knows"),
        ((NoteSection("a", "Plan", start="one\n\ntwo"),), "no blank line"),
        ((NoteSection("a", "Plan"), NoteSection("a", "Exam")), "one code"),
    ):
        with pytest.raises(Invalid) as refusal:
            publish_note_template(actor=PROGRAM, key="wound", title="Wound", sections=sections)
        assert words in refusal.value.fix, refusal.value.fix
    assert not PublishedTemplate.objects.exists()


def test_the_office_adds_changes_orders_and_retires_them_on_its_screen(office: Office) -> None:  # noqa: ARG001 - the office must stand
    petrov, there = signed_in("petrov"), "/charting/note-templates/new/"
    form = form_with(petrov.get(there).content, "title")
    answer = petrov.post(there, {**form.sent(title="Wound check", key="wound"), "do": "add"})
    form = form_with(answer.content, "title")
    told = {"s0-title": "Wound", "s0-required": "on", "s0-start": "{visit.reason}"}
    answer = petrov.post(there, form.sent(title="Wound check", key="wound", **told))
    assert (answer.status_code, answer["Location"]) == (302, "/charting/note-templates/wound/")
    made = template_in_use("wound")
    assert (made.sections, made.version) == ((NoteSection("wound", "Wound", True, "{visit.reason}"),), 1)
    there = "/charting/note-templates/wound/"
    form = form_with(petrov.get(there).content, "title")
    petrov.post(there, form.sent(**{"s0-title": "Wound bed"}))
    assert template_in_use("wound").sections[0] == NoteSection("wound", "Wound bed", True, "{visit.reason}")
    assert template_of("wound", 1).sections[0].title == "Wound"
    before = [one.key for one in note_templates()]
    petrov.post("/charting/note-templates/wound/order/", {"to": "up"})
    after = [one.key for one in note_templates()]
    assert after.index("wound") == before.index("wound") - 1
    petrov.post("/charting/note-templates/wound/retire/")
    assert template_in_use("wound").retired
    assert petrov.get("/charting/note-templates/none/").status_code == 404
    with pytest.raises(NotFound):
        move_note_template(actor=PROGRAM, key="none", up=True)
    assert signed_in("lind").get("/charting/note-templates/").status_code == 404

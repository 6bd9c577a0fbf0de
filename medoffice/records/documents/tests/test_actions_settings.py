"""The office's own types of documents, who signs what, and how long what is kept: said from a day on, never lost."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import today_here
from medoffice.practice.tests.makers import Office, make_office, make_provider
from medoffice.records.documents.actions.file_document import file_document
from medoffice.records.documents.actions.look_into import look_into
from medoffice.records.documents.actions.save_kind import add_kind, change_kind
from medoffice.records.documents.actions.set_keeping import set_keeping
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.models import Document
from medoffice.records.documents.queries import kinds
from medoffice.records.documents.queries.signers import usual_signer
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.keeping import Keeping
from medoffice.records.documents.types.papers import DocumentKind, Door, Filing
from medoffice.records.encounters.api import encounters_of_patient
from medoffice.records.encounters.tests.makers import begin
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person, signed_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
SLEEP = DocumentKind("", "Sleep study", ("polysomnography",), signed=True, keep="images", since=date(2026, 1, 1))


@pytest.fixture
def office() -> Office:
    """An office."""
    return make_office()


@pytest.fixture
def petrov() -> Actor:
    """The manager."""
    return person("petrov")


def of(key: str) -> DocumentKind:
    return next(one for one in kinds.all_kinds() if one.key == key)


@pytest.mark.usefixtures("office")
def test_a_type_of_the_office_is_suggested_filed_renamed_and_retired(petrov: Actor) -> None:
    key = add_kind(actor=petrov, kind=SLEEP)
    assert (key, of(key).version) == ("own-sleep-study", 1)
    with pytest.raises(Invalid):
        add_kind(actor=petrov, kind=replace(SLEEP, name="sleep STUDY"))
    kept = take_in(actor=PROGRAM, door=Door.FAX, name="a.pdf", data=paper("Polysomnography of one night"))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    row = Document.objects.get(file_id=kept.file_id)
    filing = Filing(kind=key, dated=None, patient_id=make_patient())
    file_document(actor=PROGRAM, document_id=row.id, seen_version=row.version, filing=filing)
    change_kind(actor=petrov, kind=replace(of(key), name="Sleep report"))
    assert (kinds.kind_names()[key], of(key).version) == ("Sleep report", 2)
    with pytest.raises(Refusal, match="meanwhile"):
        change_kind(actor=petrov, kind=replace(of(key), name="Nap report", version=1))
    change_kind(actor=petrov, kind=replace(of(key), until=date(2026, 2, 1)))
    assert key not in {one.key for one in kinds.kinds_in_use(date(2026, 2, 2))}
    assert kinds.kind_names()[key] == "Sleep report"
    assert add_kind(actor=petrov, kind=replace(SLEEP, since=date(2026, 3, 1))) == "own-sleep-study-2"


@pytest.mark.usefixtures("office")
def test_what_the_program_files_under_is_renamed_but_never_retired(petrov: Actor) -> None:
    letter = of("letter")
    change_kind(actor=petrov, kind=replace(letter, name="Our letter"))
    assert [one.key for one in kinds.all_kinds()][:3] == ["lab", "pathology", "imaging"]
    for wrong in (replace(of("letter"), until=date(2030, 1, 1)), replace(of("letter"), keep="for ever")):
        with pytest.raises(Refusal):
            change_kind(actor=petrov, kind=wrong)
    with pytest.raises(NotFound):
        change_kind(actor=petrov, kind=replace(letter, key="no-such"))
    with pytest.raises(NotFound):
        add_kind(actor=person("vega"), kind=SLEEP)


def test_the_signer_is_the_types_else_who_saw_the_patient_last_else_who_is_alone(office: Office, petrov: Actor) -> None:
    vega, who = person("vega"), make_patient()
    lab, letter = of("lab"), of("letter")
    assert usual_signer(vega, lab, []) == office.provider_id
    assert (usual_signer(vega, letter, []), usual_signer(vega, None, [])) == (None, None)
    other = make_provider(office.site_id, "Lind")
    assert usual_signer(vega, lab, []) is None
    assert usual_signer(office.provider, lab, []) == office.provider_id
    begin(office, who, Ref("call", UUID(int=9)))
    assert usual_signer(vega, lab, encounters_of_patient(vega, who, 20)) == office.provider_id
    change_kind(actor=petrov, kind=replace(lab, signer_id=other))
    assert usual_signer(vega, of("lab"), encounters_of_patient(vega, who, 20)) == other
    with pytest.raises(Invalid):
        change_kind(actor=petrov, kind=replace(of("lab"), signer_id=UUID(int=7)))


@pytest.mark.usefixtures("office")
def test_how_long_is_unverified_until_the_office_says_by_which_law(petrov: Actor) -> None:
    today = today_here()
    assert not kinds.keepings_on(today)["billing"].verified
    for wrong in (
        Keeping("billing", "", 8, 0, "unverified", today),
        Keeping("billing", "", 800, 0, "the board", today),
        Keeping("rockets", "", 8, 0, "the board", today),
    ):
        with pytest.raises(Invalid):
            set_keeping(actor=petrov, rule=wrong)
    set_keeping(actor=petrov, rule=Keeping("billing", "", 8, 0, "decided by the partners", today))
    set_keeping(actor=petrov, rule=Keeping("billing", "", 9, 0, "next year's law", date(2031, 1, 1)))
    assert (kinds.keepings_on(today)["billing"].years, kinds.keepings_on(today)["billing"].verified) == (8, True)
    assert kinds.keepings_on(date(2031, 1, 1))["billing"].years == 9


@pytest.mark.usefixtures("office")
def test_the_settings_by_their_screens() -> None:
    petrov = signed_in("petrov")
    told = {"name": "Sleep study", "signed": "on", "keep": "images", "words": "Apnea,, polysomnography"}
    assert petrov.post("/documents/types/", told).status_code == 302
    assert of("own-sleep-study").words == ("apnea", "polysomnography")
    path = "/documents/types/?type=own-sleep-study"
    assert 'value="Sleep study"' in petrov.get(path).content.decode()
    told |= {"version": "1", "until": "01/01/1999"}
    assert petrov.post(path, told).status_code == 422
    assert petrov.post(path, told | {"until": "12/31/2099"}).status_code == 302
    assert "until 12/31/2099" in petrov.get("/documents/types/").content.decode()
    rule = {"key": "chart", "since": "11/01/2026", "years": "10", "years_after_18": "3", "source": ""}
    assert petrov.post("/documents/keeping/", rule).status_code == 422
    assert petrov.post("/documents/keeping/", rule | {"source": "Act 1"}).status_code == 302
    assert "Act 1" in petrov.get("/documents/keeping/").content.decode()
    assert signed_in("vega").get("/documents/types/").status_code == 404

"""A try of the recogniser from the page, by the worker, on a real wire; and the key that its server asks for."""

import hashlib
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.actions import asking as listening
from medoffice.clinic.dictation.api import drafts_of, practice_sound, set_recogniser, try_recogniser
from medoffice.clinic.dictation.models import DictationHearing, DictationHearingKey, DictationHearingTry
from medoffice.clinic.dictation.queries.tries import latest_try
from medoffice.clinic.dictation.tests.makers import make_dictation
from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.clinic.dictation.types.servers import HearingServer
from medoffice.exchange.hearing_link.actions import ask as asking
from medoffice.exchange.hearing_link.actions import hear as hearing_there
from medoffice.exchange.hearing_link.tests.makers import Does, Stand, detector, hears, says, serving
from medoffice.kernel import certificates, clock, hearing, jobs, read_only, rotation
from medoffice.kernel.heard import Heard, HeardWord
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.models import AuditEvent
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db

PAGE, TRY = "/dictation/due/hearing/", "/dictation/due/hearing/try/"
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
KEY = "sk-of-the-office-7c1e"
SAID = "the strep test came back negative period amoxicillin was not started period"
POLL = {"X-Poll": "1", "HX-Request": "true"}


@pytest.fixture(autouse=True)
def _detector(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MEDOFFICE_SPEECH_PYTHON", sys.executable)
    monkeypatch.setattr(hearing, "PROGRAM", detector(tmp_path / "hearer.py", ((1.0, 11.0),), seconds=11.4))


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOON):
        yield make_office()


@pytest.fixture
def petrov(office: Office) -> Client:  # noqa: ARG001 - somebody of the office
    return signed_in("petrov")


@pytest.fixture
def stand() -> Iterator[Stand]:
    with serving(hears(SAID)) as one:
        yield one


def name(stand: Stand | None, key: str = "", address: str = "", certificate: str = "") -> None:
    there = address or (stand.address if stand else "")
    server = HearingServer(there, "small.en", certificate, key)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.SERVER, server=server)


def named(stand: Stand, secret: str = "", **more: str) -> dict[str, str]:
    """The form of the page, as it is filled for a server."""
    return {"recogniser": "server", "address": stand.address, "model": "small.en", "secret": secret, **more}


def shown(browser: Client, **headers: str) -> str:
    return browser.get(PAGE, headers=headers).content.decode()


def test_the_worker_tries_what_is_set_as_it_has_recordings_heard_and_the_page_says_what_came_of_it(
    petrov: Client, stand: Stand
) -> None:
    assert "Try it" not in shown(petrov)
    name(stand, KEY)
    assert "Try it" in shown(petrov)
    for key in ("k", "k", "l"):  # pressed twice, and once more on a page that had been open before
        answer = petrov.post(TRY, {"once": key})
        assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    assert DictationHearingTry.objects.count() == 1
    assert stand.asked == []
    text = shown(petrov)
    assert "It waits for a worker." in text
    assert 'hx-trigger="every 2s"' in text
    assert TRY not in text
    jobs.run_due()
    assert stand.prompts == [b"", b"amoxicillin"]
    assert stand.keys == [f"Bearer {KEY}"] * 2
    fragment = shown(petrov, **POLL)
    assert "<html" not in fragment
    assert "every 2s" not in fragment
    for words in (
        "It heard the dictation, in ", "The strep test came back negative. Amoxicillin was not started.",
        "It does not say how sure it is of its words", "Asked by Irina Petrov, 11/24/2026 12:00 PM", "Try it again",
    ):  # fmt: skip
        assert words in fragment
    assert petrov.post(TRY, {"once": "m"}).status_code == 302
    assert DictationHearingTry.objects.count() == 2
    told = AuditEvent.objects.filter(object_kind="dictation_hearing_try").order_by("id")
    assert next((one.word, one.actor_name) for one in told) == ("dictation.set_up", "Irina Petrov")
    asked = next(one.detail for one in told if "asked" in one.detail)
    assert (asked["asked"], asked["model"]) == (stand.address, "small.en")


LARGE = "x" * 3000


@pytest.mark.parametrize(
    ("does", "words"),
    [
        (says({}, status=401), "does not take the key that was given (HTTP 401). Look at its key"),
        (says({}, status=403), "does not take the key that was given (HTTP 403). Look at its key"),
        (says({}, status=302, Location="http://127.0.0.1:9/"), "sends on to another address (HTTP 302). Nothing goes"),
        (says({}, status=404), "does not serve this (HTTP 404). Look at its address and its model."),
        (says({}, status=503), "is too busy (HTTP 503). Try it again in a while."),
        (says({}, status=500), "did not take this recording (HTTP 500)."),
        (says({"text": "well"}), "does not say when its words were said"),
        (says(b"{well"), "is no JSON"),
        (says(b"<html>", kind="text/html"), "answered something else than JSON"),
        (says({"text": LARGE}), "is larger than"),
        (says({"text": "", "words": []}), "It found no words where somebody speaks."),
        (lambda to: to.server.shutdown_request(to.request), "broke off without a whole answer"),
    ],
)
def test_what_is_refused_is_said_on_the_page_in_plain_words(
    petrov: Client, stand: Stand, does: Does, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "MOST_BYTES", 2000)
    stand.does = does
    name(stand, KEY)
    petrov.post(TRY, {"once": "k"})
    jobs.run_due()
    text = shown(petrov)
    assert words in text
    assert KEY not in text
    assert "tried again" not in text
    assert "Let a person" not in text
    assert jobs.troubles() == []


def test_who_is_away_slow_or_shows_another_certificate_is_told_apart(
    petrov: Client, stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_: object) -> None:
        stand.over.wait(5)

    def tried() -> str:
        petrov.post(TRY, {"once": f"k{DictationHearingTry.objects.count()}"})
        jobs.run_due()
        one = latest_try()
        assert one is not None
        return one.trouble

    with serving(says({})) as gone:
        pass
    name(gone)
    assert "does not answer: Connection refused. Nothing was sent. Look whether it runs" in tried()
    monkeypatch.setattr(hearing_there, "AT_LEAST", 0.3)
    monkeypatch.setattr(hearing_there, "EACH", 0)
    stand.does = silent
    name(stand)
    assert "did not answer within 0 seconds. Look how much it has to do" in tried()
    made = [
        certificates.issued(tmp_path / one, ["localhost"], [ip_address("127.0.0.1")], clock.real_now())
        for one in ("mine", "another")
    ]
    with serving(says({}), made[0]) as over_tls:
        assert made[1].authority is not None
        there = f"https://127.0.0.1:{over_tls.port}"
        name(None, KEY, there, made[1].authority.read_text())
        assert "does not show the certificate that was given" in tried()
        assert (over_tls.asked, over_tls.keys) == ([], [])


def test_a_try_that_no_worker_takes_up_says_so_and_one_that_broke_is_asked_anew(petrov: Client, stand: Stand) -> None:
    name(stand)
    petrov.post(TRY, {"once": "k"})
    with clock.frozen(NOON + timedelta(minutes=2)):
        assert "No worker has taken it up since 12:00 PM." in shown(petrov, **POLL)
        DictationHearingTry.objects.update(taken_at=clock.now())
        assert "waits for the answer" in shown(petrov)
    with clock.frozen(NOON + timedelta(minutes=13)):
        petrov = sign_in("petrov")
        assert "nothing came of it" in shown(petrov)
        petrov.post(TRY, {"once": "l"})
        first, second = DictationHearingTry.objects.order_by("id")
        assert first.trouble.startswith("A worker took it up and nothing came of it")
        jobs.run_due()
        second.refresh_from_db()
        assert second.text
        assert len(stand.asked) == 2


def test_one_of_what_was_set_before_is_sent_nowhere(petrov: Client, stand: Stand) -> None:
    name(stand)
    petrov.post(TRY, {"once": "k"})
    with serving(hears(SAID)) as other:
        name(other)
        assert "Asked by" not in shown(petrov)
        jobs.run_due()
        assert (stand.asked, other.asked) == ([], [])
    assert DictationHearingTry.objects.get().trouble.startswith("The recogniser was set anew meanwhile")


def test_only_who_sets_it_up_tries_it_and_only_what_hears_sound(petrov: Client, office: Office, stand: Stand) -> None:
    with pytest.raises(Refusal, match="no recogniser here that can be tried"):
        try_recogniser(actor=PROGRAM)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    assert petrov.post(TRY, {"once": "k"}).status_code == 409
    name(stand)
    with pytest.raises(NotFound):
        try_recogniser(actor=office.provider)
    assert signed_in("moreau").post(TRY, {"once": "k"}).status_code == 404
    assert petrov.get(TRY).status_code == 405
    assert not DictationHearingTry.objects.exists()


def test_a_key_is_kept_replaced_and_removed_and_shown_to_nobody(petrov: Client, stand: Stand) -> None:
    assert petrov.post(PAGE, named(stand, KEY, once="a")).status_code == 302
    text = shown(petrov)
    assert '<span class="chip ok">a key is kept</span>' in text
    assert "given by Irina Petrov" in text
    assert KEY not in text
    assert petrov.post(PAGE, named(stand, model="large", once="b")).status_code == 302
    assert "a key is kept" in shown(petrov)
    petrov.post(PAGE, named(stand, "sk-another", once="c"))
    petrov.post(TRY, {"once": "d"})
    jobs.run_due()
    assert stand.keys == ["Bearer sk-another"] * 2
    petrov.post(PAGE, named(stand, forget="on", once="e"))
    text = shown(petrov)
    assert "none is kept" in text
    assert "Remove the key" not in text
    assert not bytes(DictationHearingKey.objects.get().secret)
    petrov.post(TRY, {"once": "f"})
    jobs.run_due()
    assert stand.keys[2:] == [None, None]
    told = AuditEvent.objects.filter(object_kind="dictation_hearing").order_by("id")
    assert [one.detail["key"] for one in told] == ["new", "kept", "new", "removed"]
    kept = " ".join(
        str(row) for model in (AuditEvent, DictationHearing, DictationHearingTry) for row in model.objects.values()
    )
    assert not [secret for secret in (KEY, "sk-another") if secret in kept]


def test_a_key_does_not_follow_to_another_address_and_the_page_says_so(petrov: Client, stand: Stand) -> None:
    petrov.post(PAGE, named(stand, KEY, once="a"))
    with serving(hears(SAID)) as other:
        petrov.post(PAGE, named(other, once="b"))
        assert "it was dropped when Irina Petrov changed that (11/24/2026 12:00 PM)" in " ".join(shown(petrov).split())
        petrov.post(TRY, {"once": "c"})
        jobs.run_due()
        assert other.keys == [None, None]
        petrov.post(PAGE, named(stand, once="d"))  # and it is not there again where it was for
        petrov.post(TRY, {"once": "e"})
        jobs.run_due()
        assert stand.keys == [None, None]
    assert "none is kept" in shown(petrov)
    petrov.post(PAGE, named(stand, KEY, once="f"))
    petrov.post(PAGE, {"recogniser": "none", "once": "g"})
    assert not bytes(DictationHearingKey.objects.get().secret)
    told = AuditEvent.objects.filter(object_kind="dictation_hearing").order_by("id")
    assert [one.detail["key"] for one in told] == ["new", "dropped", "none", "new", "dropped"]


def test_a_key_is_bound_to_its_address_also_for_whoever_writes_into_the_table(petrov: Client, stand: Stand) -> None:
    name(stand, KEY)
    assert KEY.encode() not in bytes(DictationHearingKey.objects.get().secret)
    with serving(hears(SAID)) as other:
        name(other, "sk-of-this")
        with serving(hears(SAID)) as third:
            name(third)
            sealed = settings.KEYS.seal("hearing server", KEY.encode(), stand.address.encode())
            DictationHearingKey.objects.update(state="kept", address=third.address, secret=sealed)
            petrov.post(TRY, {"once": "k"})
            jobs.run_due()
            one = latest_try()
            assert one is not None
            assert one.trouble.startswith("What was kept sealed was altered.")
            assert third.asked == []


def test_a_wrong_key_is_said_at_its_field_and_what_was_typed_is_asked_once_more(petrov: Client, stand: Stand) -> None:
    page = petrov.post(PAGE, named(stand, "two words")).content.decode()
    assert "A key has letters, figures and signs" in page
    assert "two words" not in page
    page = petrov.post(PAGE, named(stand, KEY, model="")).content.decode()
    assert "Say which model" in page
    assert "Type the key once more" in page
    assert KEY not in page
    assert not DictationHearingKey.objects.exists()


def test_a_page_that_gives_back_what_was_typed_keeps_the_key_to_itself(
    petrov: Client, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_only, "why", lambda: "The disk is nearly full.")
    petrov.raise_request_exception = False
    answer = petrov.post(PAGE, named(stand, KEY))
    assert "The disk is nearly full." in answer.content.decode()
    assert KEY not in answer.content.decode()


def test_a_key_is_sealed_again_after_a_rotation_and_is_what_it_was(
    petrov: Client, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    name(stand, KEY)
    before = bytes(DictationHearingKey.objects.get().secret)
    ring = settings.KEYS.with_new_key()
    assert rotation.reseal(ring) >= 1
    after = bytes(DictationHearingKey.objects.get().secret)
    assert (after != before, int.from_bytes(after[:4], "big")) == (True, ring.newest)
    rotation.reseal(ring)
    assert bytes(DictationHearingKey.objects.get().secret) == after
    monkeypatch.setattr(settings, "KEYS", ring.with_newest_only())
    petrov.post(TRY, {"once": "k"})
    jobs.run_due()
    assert stand.keys == [f"Bearer {KEY}"] * 2


@pytest.mark.parametrize("status", [401, 403, 302])
def test_where_the_key_is_refused_no_recording_is_used_up(office: Office, status: int, stand: Stand) -> None:
    stand.does = says({"you sent": KEY}, status=status, Location="http://127.0.0.1:9/")
    name(stand, KEY)
    visit: UUID = make_visit(office)
    one = make_dictation(visit)
    jobs.run_due()
    assert (drafts_of(one.id).made, drafts_of(one.id).awaited) == ((), 1)
    (trouble,) = [found.words for found in jobs.troubles() if found.where == "dictation.draft"]
    assert "hearing.server-" in trouble
    assert KEY not in trouble
    stand.does = hears("no fever period")
    name(stand, "sk-right")
    with clock.frozen(NOON + timedelta(hours=3)):
        jobs.run_due()
    assert drafts_of(one.id).made[0].text == "No fever."
    assert stand.keys[-1] == "Bearer sk-right"


def test_the_model_of_this_machine_is_tried_the_same_way(petrov: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    told = []

    def hear(sound: BinaryIO, hints: tuple[str, ...]) -> Heard:
        told.append((hashlib.sha256(sound.read()).hexdigest(), hints))
        if len(told) == 1:
            raise Refusal("hearing.not-installed", "No recogniser is installed here.", "Let a person listen.")
        words = tuple(HeardWord(word, at, at + 0.5, 0.9) for at, word in enumerate(("no", "fever", "period")))
        return Heard(11.4, True, ((0.0, 3.0),), words, (), "ab" * 32)

    monkeypatch.setattr(listening, "hear", hear)
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.LOCAL)
    for key, words in (("k", "Install the extra speech-demo (make speech)."), ("l", "<dd>No fever.</dd>")):
        petrov.post(TRY, {"once": key})
        jobs.run_due()
        assert words in shown(petrov)
    assert "how sure it is" not in shown(petrov, **POLL)
    assert set(told) == {(hashlib.sha256(practice_sound("addendum-1")).hexdigest(), ("amoxicillin",))}

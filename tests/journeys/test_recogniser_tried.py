"""The office's own server is named with its key, tried by one key, and what comes of it stands there by itself."""

import sys
from pathlib import Path

import pytest

from medoffice.clinic.dictation.api import set_recogniser
from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.exchange.hearing_link.tests.makers import detector, hears, says, serving
from medoffice.kernel import hearing
from medoffice.kernel.jobs import run_due
from medoffice.security.types import PROGRAM
from medoffice.ui.tests.browser import axe
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_dictation import look, until

pytestmark = pytest.mark.journey
SAID = "addendum colon the strep test came back negative period amoxicillin was not started period"
KEY = "sk-of-the-office-7c1e"


def told(words: str) -> str:
    return f"document.querySelector('#tried').textContent.includes({words!r})"


def seen(manager: Counted, name: str) -> None:
    """Looked at, in light and dark; nothing is wrong with it, and the key stands nowhere in it."""
    manager.page.locator("#tried").scroll_into_view_if_needed()
    look(manager, name)
    for theme in ("light", "dark"):
        manager.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        assert axe(manager.page) == []
    manager.page.emulate_media(color_scheme="light")
    assert KEY not in manager.page.content()


def test_a_manager_names_a_server_with_its_key_and_tries_it(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MEDOFFICE_SPEECH_PYTHON", sys.executable)
    monkeypatch.setattr(hearing, "PROGRAM", detector(tmp_path / "hearer.py", ((1.0, 11.0),), seconds=11.4))
    petrov = Counted(person.page, person.address)
    petrov.come_in("petrov", "/dictation/due/")
    petrov.go("Alt+h")
    seen(petrov, "recogniser-none")
    with serving(hears(SAID)) as stand:
        petrov.tab_to("#id_recogniser")
        petrov.type("A server")
        for field, words in (("address", stand.address), ("model", "small.en"), ("secret", KEY)):
            petrov.tab_to(f"#id_{field}")
            petrov.write(words)
        petrov.go("Control+Enter")
        petrov.sees("a key is kept")
        petrov.acts = 0
        petrov.go("Alt+t")
        petrov.keeps_to(1, 1, decisions=0)
        petrov.sees("It waits for a worker.")
        seen(petrov, "recogniser-waits")
        run_due()
        until(petrov, told("It heard the dictation"))
        assert stand.keys == [f"Bearer {KEY}"] * 2
        seen(petrov, "recogniser-heard")
        assert petrov.page.locator("#tried [hx-trigger]").count() == 0, "it asks no more"
        stand.does = says({}, status=401)
        petrov.go("Alt+t")
        run_due()
        until(petrov, told("does not take the key that was given (HTTP 401)"))
        seen(petrov, "recogniser-key-refused")
    petrov.tab_to("#id_address")
    petrov.write("http://localhost:9100")
    petrov.go("Control+Enter")
    petrov.sees("The one that was kept was for another address")
    seen(petrov, "recogniser-key-dropped")
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.NONE)

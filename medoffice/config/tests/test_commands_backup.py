"""``medoffice backup`` and ``restore`` as an owner calls them, also on an empty machine; what is refused, in words."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from pytest_django.plugin import DjangoDbBlocker

from medoffice.config.cli import main
from medoffice.config.tests.makers import ROOT, answers, medoffice
from medoffice.kernel import backup, clock, files
from medoffice.kernel.models import OutboxFact, StoredFile
from medoffice.kernel.worlds import catalog, current

ROWS_THERE = """
import json, sys
from medoffice.config.server import database
with database():
    from medoffice.kernel import files
    from medoffice.kernel.models import StoredFile
    from medoffice.kernel.worlds import current
    from medoffice.kernel.worlds.row_hashes import row_hashes
    with current.use(sys.argv[1]):
        letters = [files.load(row.sha256).decode() for row in StoredFile.objects.all()]
        print(json.dumps({"rows": row_hashes(), "identity": str(current.identity()), "letters": letters}))
"""


@pytest.fixture(autouse=True)
def _open(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def office(fresh_world: str) -> str:
    files.store("Carta de la señora Álvarez".encode(), "text/plain")
    OutboxFact.objects.create(kind="Sent", subject=uuid4(), body={"to": "Ñu"}, published_at=clock.now())
    return fresh_world


@pytest.fixture
def elsewhere() -> Iterator[dict[str, str]]:
    """Another machine: an empty data folder and no server."""
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as folder:
        Path(folder).chmod(0o755)
        yield {"MEDOFFICE_DATA": folder, "MEDOFFICE_DB_HOST": "", "MEDOFFICE_TEST_DATA": ""}


def test_an_empty_machine_gets_the_same_rows_with_the_key_alone(
    office: str, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    made = medoffice("backup", tmp_path / "b", "--world", office, "--new-key", tmp_path / "key", "--json")
    assert made.returncode == 0, made.stderr
    told = answers(made)[0]
    assert (told["world"], told["files_missing"]) == (office, [])
    assert told["bytes"] == (tmp_path / "b").stat().st_size
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    assert "Keep a copy away" in made.stderr
    medoffice("worlds", "list", **elsewhere)  # makes a secret there in passing
    assert (Path(elsewhere["MEDOFFICE_DATA"]) / "secret.key").exists()
    refused = medoffice("restore", tmp_path / "b", "--key-file", tmp_path / "key", **elsewhere)
    assert refused.returncode == 2
    assert "another office" in refused.stderr
    fresh = {**elsewhere, "MEDOFFICE_DATA": elsewhere["MEDOFFICE_DATA"] + "/new"}
    Path(fresh["MEDOFFICE_DATA"]).mkdir(mode=0o711)
    (Path(fresh["MEDOFFICE_DATA"]) / "secret.key").write_bytes(os.urandom(32))  # by a command that kept nothing
    back = medoffice("restore", tmp_path / "b", "--key-file", tmp_path / "key", "--json", **fresh)
    assert back.returncode == 0, back.stderr
    assert answers(back)[0]["world"] == office
    environment = {**os.environ, **fresh, "PYTHONPATH": str(ROOT)}
    seen = subprocess.run(
        [sys.executable, "-c", ROWS_THERE, office], env=environment, capture_output=True, text=True, check=False
    )
    assert seen.returncode == 0, seen.stderr
    there = json.loads(seen.stdout)
    assert there["rows"] == backup.row_hashes()
    assert there["identity"] == str(current.identity())
    assert there["letters"] == ["Carta de la señora Álvarez"]
    assert medoffice("check", **fresh).returncode == 0
    again = medoffice("restore", tmp_path / "b", "--key-file", tmp_path / "key", **fresh)
    assert again.returncode == 2
    assert f"There is a world {office} already." in again.stderr


def test_a_copy_beside_the_original_and_a_passphrase_from_a_file(office: str, tmp_path: Path) -> None:
    (tmp_path / "words").write_text("seven boats on the río\nnot this", encoding="utf-8")
    key, copy = ("--passphrase-file", tmp_path / "words"), f"{office}-copy"
    assert medoffice("backup", tmp_path / "b", "--world", office, *key).returncode == 0
    try:
        done = medoffice("restore", tmp_path / "b", "--as", copy, *key)
        assert done.returncode == 0, done.stderr
        assert f"The world {copy} is back" in done.stdout
        with current.use(copy):
            assert current.kind() == "restored"
    finally:
        if catalog.exists(copy):
            catalog.drop(copy)


def test_what_is_refused_is_said_in_words_and_nothing_is_left(
    office: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first and the last as processes; between them the program is not started anew for each."""
    key, other = tmp_path / "key", tmp_path / "other"
    other.write_bytes(os.urandom(32))
    other.chmod(0o600)
    assert medoffice("backup", tmp_path / "b", "--world", office, "--new-key", key).returncode == 0
    whole = (tmp_path / "b").read_bytes()
    (tmp_path / "cut").write_bytes(whole[:-100])
    (tmp_path / "text").write_text("Dear patient", encoding="utf-8")
    calls: list[tuple[list[str | Path], str]] = [
        (["backup", tmp_path / "b", "--world", office, "--key-file", key], "is there already"),
        (["backup", tmp_path / "no" / "b", "--world", office, "--key-file", key], "There is no folder"),
        (["backup", tmp_path / "c", "--world", "nowhere", "--key-file", key], "There is no world nowhere."),
        (["backup", tmp_path / "c", "--world", office, "--new-key", key], "is there already"),
        (["backup", tmp_path / "c", "--world", office], "Nobody said with what"),
        (["restore", tmp_path / "b", "--as", "copy", "--key-file", other], "does not open"),
        (["restore", tmp_path / "cut", "--as", "copy", "--key-file", key], "altered or is not complete"),
        (["restore", tmp_path / "text", "--as", "copy", "--key-file", key], "not a backup"),
        (["restore", tmp_path / "none", "--as", "copy", "--key-file", key], "cannot be read"),
        (["restore", tmp_path / "b", "--as", office, "--key-file", key], "already"),
    ]
    for place, (arguments, words) in enumerate(calls):
        if place in (0, len(calls) - 1):
            done = medoffice(*arguments)
            code, out, err = done.returncode, done.stdout, done.stderr
        else:
            code = main([str(word) for word in arguments])
            out, err = capsys.readouterr()
        assert (code, out) == (2, ""), arguments
        assert words in err, err
        assert "Traceback" not in err
    assert "copy" not in catalog.worlds()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "cut", "key", "other", "text"]


def test_a_stored_file_that_is_gone_makes_the_backup_fail_by_name(office: str, tmp_path: Path) -> None:
    digest = StoredFile.objects.get().sha256
    (files.folder() / digest[:2] / digest).unlink()
    done = medoffice("backup", tmp_path / "b", "--world", office, "--new-key", tmp_path / "key", "--json")
    assert done.returncode == 1
    assert answers(done)[0]["files_missing"] == [digest]
    assert digest in done.stderr

"""Where the database is: what DATABASE_URL may say, what it may not, and who gets to know the owner's password."""

from pathlib import Path

import pytest

from medoffice.kernel.postgres.address import Address, of_environment, without_password
from medoffice.kernel.refusals import Refusal


def url(text: str, **more: str) -> Address:
    return of_environment({"DATABASE_URL": text, **more})


def test_without_a_url_it_is_the_server_this_program_started() -> None:
    assert of_environment({"MEDOFFICE_DB_HOST": "/data/run"}) == Address("/data/run")
    assert of_environment({}) == Address()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("postgresql://localhost", Address("localhost", "5432")),
        ("postgres://office_owner:s%2Fcret@127.0.0.1:5433", Address("127.0.0.1", "5433", "s/cret")),
        ("postgresql://office_owner@[::1]:5433/", Address("::1", "5433")),
        ("postgresql:///?host=/var/run/postgresql", Address("/var/run/postgresql", "5432")),
        (
            "postgresql://db.example?sslmode=verify-full&sslrootcert=/etc/ca.pem",
            Address("db.example", "5432", "", {"sslmode": "verify-full", "sslrootcert": "/etc/ca.pem"}),
        ),
    ],
)
def test_an_address_names_a_server_and_how_to_reach_it(text: str, found: Address) -> None:
    assert url(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "mysql://localhost",
        "localhost:5432",
        "postgresql://",
        "postgresql://localhost/practice",
        "postgresql://postgres@localhost",
        "postgresql://localhost:port",
        "postgresql://localhost:99999",
        "postgresql://localhost?options=-c%20fsync=off",
        "postgresql://localhost?sslmod=require",
    ],
)
def test_what_is_no_such_address_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        url(text)
    assert refused.value.code == "database-url"


@pytest.mark.parametrize("mode", ["", "?sslmode=disable", "?sslmode=prefer", "?sslmode=require"])
def test_over_a_network_the_server_is_verified_or_not_talked_to(mode: str) -> None:
    with pytest.raises(Refusal) as refused:
        url(f"postgresql://db.example{mode}")
    assert refused.value.code == "database-plain"


def test_the_password_may_stand_in_a_file_that_is_closed_to_others(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("s/cret \nmore\n", encoding="utf-8")
    file.chmod(0o600)
    told = {"MEDOFFICE_DB_PASSWORD_FILE": str(file)}
    assert url("postgresql://localhost", **told).password == "s/cret "
    file.chmod(0o640)
    with pytest.raises(Refusal, match="Others may read"):
        url("postgresql://localhost", **told)
    with pytest.raises(Refusal, match="cannot be read"):
        url("postgresql://localhost", MEDOFFICE_DB_PASSWORD_FILE=str(tmp_path / "none"))


def test_only_the_web_tier_goes_through_the_pooler() -> None:
    told = {"DATABASE_POOLER": "127.0.0.1:6432"}
    direct = url("postgresql://office_owner:secret@localhost", **told)
    assert (direct.host, direct.port, direct.pooled) == ("localhost", "5432", False)
    assert direct.settings()["DISABLE_SERVER_SIDE_CURSORS"] is False
    web = url("postgresql://office_owner:secret@localhost", MEDOFFICE_TIER="web", **told)
    assert (web.host, web.port, web.password) == ("127.0.0.1", "6432", "")
    assert web.settings()["OPTIONS"]["prepare_threshold"] is None
    assert web.settings()["DISABLE_SERVER_SIDE_CURSORS"] is True
    for wrong in ("6432", "pooler:", "pooler:x"):
        with pytest.raises(Refusal, match="host:port"):
            url("postgresql://localhost", DATABASE_POOLER=wrong, MEDOFFICE_TIER="web")
    with pytest.raises(Refusal, match="would not be safe"):
        url("postgresql://localhost", DATABASE_POOLER="pooler.example:6432", MEDOFFICE_TIER="web")


def test_web_tier_and_worker_never_learn_the_owners_password() -> None:
    environment = {"DATABASE_URL": "postgresql://office_owner:s%2Fcret@[::1]:5433/?sslmode=verify-full", "HOME": "/x"}
    kept = without_password({**environment, "MEDOFFICE_DB_PASSWORD_FILE": "/etc/secret"})
    assert kept == {"DATABASE_URL": "postgresql://[::1]:5433/?sslmode=verify-full", "HOME": "/x"}
    assert of_environment(kept) == Address("::1", "5433", "", {"sslmode": "verify-full"})
    assert without_password({"HOME": "/x"}) == {"HOME": "/x"}

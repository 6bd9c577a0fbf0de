"""``medoffice remit``: posts by the office's own action, once; a dry run shows the same and keeps nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from medoffice.config.tests.makers import answers, medoffice
from medoffice.kernel import backup, files
from medoffice.kernel.money import Money
from medoffice.practice.api import add_payer
from medoffice.practice.types import Address
from medoffice.revenue.claims.api import remittances
from medoffice.revenue.ledger.api import balance
from medoffice.revenue.ledger.types import Account
from medoffice.security.types import PROGRAM
from medoffice.standards.x12.api import read_835
from medoffice.standards.x12.tests import planted_decisions, planted_remits

# Written by hand: a payment of interest outside any claim.
ADVICE = (
    "ISA*00*          *00*          *ZZ*99901          *ZZ*RIVERBEND      *261124*0900*^*00501*000000001*0*P*:~"
    "GS*HP*99901*RIVERBEND*20261124*0900*1*X*005010X221A1~ST*835*0001~"
    "BPR*I*{amount}*C*ACH*CCP*01*999999992*DA*1*1512345678**01*999999992*DA*2*20261124~TRN*1*{trace}*1999999999~"
    "DTM*405*20261124~N1*PR*PRAIRIE MUTUAL*XV*99901~N3*1 PLAZA~N4*SPRINGFIELD*IL*62701~REF*2U*99901~"
    "PER*BL*HELP*TE*2175550150~N1*PE*RIVERBEND FAMILY MEDICINE*XX*1999999984~"
    "PLB*1999999984*20261231*L6:INT*-{interest}~SE*12*0001~GE*1*1~IEA*1*000000001~"
)


@pytest.fixture(autouse=True)
def _open(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def office(fresh_world: str) -> str:
    add_payer(
        actor=PROGRAM,
        key="prairie",
        name="Prairie Mutual",
        number="99901",
        filing_code="CI",
        timely_filing_days=180,
        phone="217-555-0150",
        address=Address("1 Plaza", "Springfield", "IL", "62701"),
    )
    return fresh_world


def _advice(folder: Path, name: str, *, amount: str = "12.34", interest: str = "12.34") -> Path:
    path = folder / name
    path.write_text(ADVICE.format(amount=amount, trace=f"T-{name}", interest=interest), encoding="ascii")
    return path


def test_a_payment_is_posted_once_and_told_with_its_ledger_entries(office: str, tmp_path: Path) -> None:
    path = _advice(tmp_path, "interest")
    done = medoffice("remit", path, "--world", office, "--json")
    told = answers(done)[0]
    assert done.returncode == 0, done.stderr
    assert (told["file"], told["transaction"], told["ok"], told["dry_run"]) == (str(path), "835", True, False)
    assert told["posted"]["payments"] == "12.34"
    assert told["payments"] == [{"trace": "T-interest", "payer": "Prairie Mutual", "amount": "12.34", "state": "done"}]
    changes = {change["account"]: change["change"] for change in told["ledger_diff"]}
    assert changes == {Account.EFT_CLEARING.value: "12.34", Account.INTEREST_INCOME.value: "-12.34"}
    again = answers(medoffice("remit", path, "--world", office, "--json"))[0]
    assert (again["ok"], again["state"], again["ledger_diff"]) == (True, "duplicate", [])
    assert balance(Account.EFT_CLEARING) == Money(1234)


def test_a_dry_run_shows_the_same_and_keeps_nothing(office: str, tmp_path: Path) -> None:
    path, before = _advice(tmp_path, "interest"), backup.row_hashes()
    done = medoffice("remit", path, "--world", office, "--dry-run", "--json")
    told = answers(done)[0]
    assert done.returncode == 0, done.stderr
    assert (told["ok"], told["dry_run"], told["posted"]["payments"]) == (True, True, "12.34")
    assert backup.row_hashes() == before
    assert not [found for found in files.folder().rglob("*") if found.is_file()]
    posted = answers(medoffice("remit", path, "--world", office, "--json"))[0]
    assert {**posted, "dry_run": True} == told
    assert "came before" in medoffice("remit", path, "--world", office, "--dry-run").stdout
    assert [found for found in files.folder().rglob("*") if found.is_file()]  # that of the posted file stays


def test_each_bad_file_is_told_and_the_others_go_on(office: str, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear office", encoding="utf-8")
    names = [
        tmp_path / "none",
        tmp_path / "letter",
        _advice(tmp_path, "off", interest="12.35"),
        _advice(tmp_path, "ok"),
    ]
    done = medoffice("remit", *names, "--world", office, "--json")
    none, letter, off, sound = answers(done)
    assert done.returncode == 1
    assert none == {"file": str(names[0]), "error": "No such file or directory"}
    assert (letter["ok"], "no remittance" in letter["error"]) == (False, True)
    assert (off["ok"], off["state"], off["ledger_diff"]) == (False, "quarantined", [])
    assert "error" in {finding["severity"] for finding in off["findings"]}
    assert (sound["ok"], sound["posted"]["payments"]) == (True, "12.34")
    assert [remit.trace for remit in remittances() if remit.posted_at] == ["T-ok"]
    assert "none: No such file" in done.stderr


def test_in_words(office: str, tmp_path: Path) -> None:
    done = medoffice("remit", _advice(tmp_path, "interest"), "--world", office, "--dry-run")
    assert "835: posted (dry run: nothing is kept)" in done.stdout
    assert "payment T-interest of Prairie Mutual: 12.34, posted" in done.stdout
    assert "-12.34" in done.stdout


def test_planted_advices_are_told_to_the_cent_and_move_nothing_that_waits(office: str, tmp_path: Path) -> None:
    """What payers send, in the name of the office's payer: dry, each told in words, whether it posts or waits."""
    planted = [*planted_remits.PAYMENTS, *planted_decisions.DECISIONS, *planted_decisions.REFUSED]
    paths = [tmp_path / f"planted-{place}" for place, _ in enumerate(planted)]
    for path, one in zip(paths, planted, strict=True):
        path.write_bytes(one.raw.replace(b"*1512345678", b"*199901").replace(b"2026030", b"2026112"))
    done = medoffice("remit", *paths, "--world", office, "--dry-run", "--json")
    assert done.returncode == 1, done.stderr
    for path, one, told in zip(paths, planted, answers(done), strict=True):
        said = [Money.parse(payment["amount"]) for payment in told["payments"]]
        assert said == [remit.amount for remit in read_835(path.read_bytes())[0]], one.name
        changes = [Money.parse(change["change"]) for change in told["ledger_diff"]]
        assert not Money.total(changes), one.name
        assert told["ok"] or not changes, one.name
        assert told["ok"] != any(found["severity"] == "error" for found in told["findings"]), one.name

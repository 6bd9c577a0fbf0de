"""``medoffice import formulary FILE``: a payer's list is taken in whole, or its wrong line is told."""

import json
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from medoffice.config.cli import main
from medoffice.kernel.worlds import current
from medoffice.practice.api import payer
from medoffice.practice.tests.makers import make_office
from medoffice.revenue.authorizations.api import formularies, lines_of
from medoffice.revenue.authorizations.tests.makers import file_of
from medoffice.security.tests.makers import written_down


def test_rx8_a_list_is_taken_in_whole_or_its_line_is_told(
    fresh_world: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = tmp_path / "list.csv"
    with django_db_blocker.unblock():
        with current.use(fresh_world):
            number = payer(make_office().payer_id).number
        lines = file_of(number)
        told.write_text("\n".join(lines), encoding="utf-8")
        order = ["import", "formulary", str(told), "--world", fresh_world]
        assert main([*order, "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == {
            "file": str(told), "kind": "formulary", "taken": 4, "lists": 1, "nameless": 1,
        }  # fmt: skip
        assert main(order) == 0
        assert "taken in already" in capsys.readouterr().out
        told.write_text("\n".join([*lines, f"{number},,2027-01-01,Figs,,,1,maybe,no,,"]), encoding="utf-8")
        assert main(order) == 2
        assert "Line 6: authorization is maybe, not yes or no" in capsys.readouterr().err
        told.write_text("\n".join(lines).replace(number, "NOBODY"), encoding="utf-8")
        assert main(order) == 2
        assert "NOBODY" in capsys.readouterr().err
        told.write_bytes(b"\xff\xfe\x00")
        assert main(order) == 2
        assert "no text in UTF-8" in capsys.readouterr().err
        assert main(["import", "formulary", str(tmp_path / "absent"), "--world", fresh_world]) == 1
        with current.use(fresh_world):
            (one,) = formularies()
            assert (one.lines, one.source, one.taken_by) == (4, "list.csv", "medoffice")
            assert lines_of(one.id)[1] == 4
            assert written_down("formulary.take")[0] == ("medoffice", {"lists": 1, "new": 4})

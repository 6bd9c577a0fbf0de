"""The generated contracts really stop a wrong import: each is planted in a small house and import-linter reads it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.test_house import REPO
from tools import importlinter

BILLING, LEDGER, CHART = (f"medoffice.{room}" for room in ("revenue.billing", "revenue.ledger", "clinic.charting"))
RIGHT = {
    "kernel/__init__.py": "",
    "kernel/money.py": "",
    "security/__init__.py": "",
    "security/api.py": "import django\n",
    "standards/__init__.py": "",
    "standards/x12.py": "from medoffice.kernel import money\n",
    "clinic/__init__.py": "",
    "clinic/charting/__init__.py": "",
    "clinic/charting/api.py": "from medoffice.clinic.charting import models\n",
    "clinic/charting/models.py": "import django\n",
    "clinic/charting/types.py": "",
    "clinic/charting/tests/__init__.py": "",
    "clinic/charting/tests/makers.py": "from medoffice.clinic.charting import models\n",
    "revenue/__init__.py": "",
    "revenue/ledger/__init__.py": "",
    "revenue/ledger/api.py": "",
    "revenue/billing/__init__.py": "",
    "revenue/billing/api.py": "import medoffice.revenue.ledger.api\nfrom medoffice.clinic.charting import api, types\n",
    "revenue/billing/models.py": "",
    "revenue/billing/rules/__init__.py": "from medoffice.clinic.charting import types\n",
    "revenue/billing/tests/__init__.py": "",
    "revenue/billing/tests/test_x.py": "from medoffice.clinic.charting.tests import makers\n",
    "exchange/__init__.py": "",
    "exchange/simulators/__init__.py": "",
    "exchange/simulators/payer/__init__.py": "",
    "exchange/simulators/bank/__init__.py": "",
    "config/__init__.py": "",
    "__init__.py": "",
}
WRONG = [
    ("a wing below", "clinic/charting/api.py", f"from {BILLING} import api\n", "a wing imports only"),
    ("a right neighbour", "revenue/ledger/api.py", f"from {BILLING} import api\n", "inside revenue"),
    (
        "another room's models",
        "revenue/billing/api.py",
        f"def f():\n    from {CHART} import models\n",
        "of clinic.charting",
    ),
    (
        "for types only",
        "revenue/billing/api.py",
        f"if TYPE_CHECKING:\n    from {CHART} import models\n",
        "of clinic.charting",
    ),
    ("Django in rules", "revenue/billing/rules/__init__.py", "import django\n", "no rule reaches Django"),
    ("an api in rules", "revenue/billing/rules/__init__.py", f"from {CHART} import api\n", "no rule reaches Django"),
    ("chance in types", "clinic/charting/types.py", "import random\n", "rules and types"),
    ("Django in standards", "standards/x12.py", "import django\n", "standards know no Django"),
    ("security in standards", "standards/x12.py", "from medoffice.security import api\n", "standards know no Django"),
    (
        "standards in a simulator",
        "exchange/simulators/bank/__init__.py",
        "import medoffice.standards.x12\n",
        "a simulator",
    ),
    (
        "a simulator in another",
        "exchange/simulators/bank/__init__.py",
        "import medoffice.exchange.simulators.payer\n",
        "no two",
    ),
    ("the kernel uses a room", "kernel/money.py", "import medoffice.security.api\n", "a wing imports only"),
]


def build(root: Path, *changes: tuple[str, str]) -> None:
    """A small house with its contracts."""
    for name, text in [*RIGHT.items(), *changes]:
        path = root / "medoffice" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / importlinter.TARGET).write_text(importlinter.text(root), encoding="utf-8")


def lint(root: Path) -> str:
    """What import-linter says about the house; empty if every contract is kept."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    environment = {**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=60, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_a_right_house_keeps_every_contract(tmp_path: Path) -> None:
    build(tmp_path)
    assert lint(tmp_path) == ""


@pytest.mark.parametrize(("name", "text", "contract"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_import_breaks_its_contract(name: str, text: str, contract: str, tmp_path: Path) -> None:
    build(tmp_path, (name, text))
    broken = [line for line in lint(tmp_path).splitlines() if line.endswith(" BROKEN")]
    assert any(line.startswith(contract) for line in broken), broken


def test_a_room_without_a_place_is_refused(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "medoffice" / "revenue" / "lottery").mkdir()
    (tmp_path / "medoffice" / "revenue" / "lottery" / "__init__.py").write_text("")
    with pytest.raises(ValueError, match=r"medoffice\.revenue\.lottery has no place in the plan"):
        importlinter.text(tmp_path)


def test_check_says_when_the_file_is_old(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path)
    assert importlinter.main(["--check", "--root", str(tmp_path)]) == 0
    (tmp_path / "medoffice" / "revenue" / "billing" / "jobs.py").write_text("")
    assert importlinter.main(["--check", "--root", str(tmp_path)]) == 1
    assert "make contracts" in capsys.readouterr().err


def test_no_contract_has_exceptions() -> None:
    assert "ignore_imports" not in (REPO / importlinter.TARGET).read_text(encoding="utf-8")

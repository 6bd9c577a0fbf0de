"""Looks for weaknesses in the code: our own semgrep rules (``tools/semgrep``) and bandit, with nothing taken on trust.

Every rule carries a bad and a good sample; they are written into a temp folder and scanned in the same run as the
product. A rule that misses its bad sample, or complains about its good one, fails; so does a run that loaded fewer
rules than there are, could not read a file, or looked at fewer files than git knows. No network: the rules are ours,
and semgrep's own questions to its makers are switched off.

    .venv/bin/python -m tools.scan
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

REPO = Path(__file__).resolve().parent.parent
RULES = REPO / "tools" / "semgrep"
SEMGREP = REPO / ".scan" / "bin" / "semgrep"
LOOKED_AT = ("medoffice", "tools")
NO_PRODUCT = {"tests", "migrations", "vendor"}
SUFFIXES = {".py", ".html", ".js"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its samples, and the path at which they pretend to stand."""

    name: str
    at: str
    bad: str
    good: str


def rules() -> list[Rule]:
    """Every rule there is. Raises KeyError for one without samples."""
    found = [rule for path in sorted(RULES.glob("*.yaml")) for rule in yaml.safe_load(path.read_text())["rules"]]
    return [Rule(rule["id"], *(rule["metadata"][part] for part in ("at", "bad", "good"))) for rule in found]


def files() -> list[str]:
    """What is to be looked at, relative to the repository."""
    paths = [path for top in LOOKED_AT for path in sorted((REPO / top).rglob("*")) if path.suffix in SUFFIXES]
    return [str(path.relative_to(REPO)) for path in paths if not NO_PRODUCT & set(path.relative_to(REPO).parts)]


def lay_out(folder: Path, every: list[Rule], looked_at: list[str]) -> None:
    """The product as links, and each rule's samples below ``bad/<rule>`` and ``good/<rule>``."""
    for name in looked_at:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((REPO / name).read_bytes())
    for rule in every:
        for kind, text in (("bad", rule.bad), ("good", rule.good)):
            path = folder / kind / rule.name / rule.at
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")


def semgrep(folder: Path) -> dict[str, Any]:
    """What semgrep says of a folder. Exits if it did not run."""
    asked = ["scan", "--json", "--quiet", "--metrics=off", "--disable-version-check", "--no-git-ignore", "--time"]
    quiet = {"SEMGREP_SEND_METRICS": "off", "SEMGREP_SETTINGS_FILE": str(folder / "settings.yml")}
    command = [str(SEMGREP), *asked, "--config", str(RULES), "--jobs", "2", "."]
    done = subprocess.run(command, cwd=folder, env=os.environ | quiet, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"semgrep failed:\n{done.stderr[-3000:]}{done.stdout[-3000:]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def complaints(told: dict[str, Any], every: list[Rule], looked_at: list[str]) -> list[str]:
    """What is wrong: with the product, with a rule, or with the run itself."""
    found = [(result["check_id"].rpartition(".")[2], result["path"], result) for result in told["results"]]
    seen = {(Path(path).parts[0], Path(path).parts[1], name) for name, path, _ in found}
    wrong = [
        f"{path}:{result['start']['line']}: {name}: {result['extra']['message']}"
        for name, path, result in found
        if Path(path).parts[0] in LOOKED_AT
    ]
    wrong += [f"the rule {rule.name} does not find its bad sample" for rule in every
              if ("bad", rule.name, rule.name) not in seen]  # fmt: skip
    wrong += [f"the rule {rule.name} complains about its good sample" for rule in every
              if ("good", rule.name, rule.name) in seen]  # fmt: skip
    wrong += [f"semgrep: {error.get('message', error)}"[:400] for error in told["errors"]]
    missed = set(looked_at) - set(told["paths"]["scanned"])
    wrong += [f"semgrep did not look at {len(missed)} files, such as {min(missed)}"] if missed else []
    loaded = {str(name).rpartition(".")[2] for name in told["time"]["rules"]}
    wrong += [f"the rule {rule.name} was not loaded" for rule in every if rule.name not in loaded]
    return wrong


def bandit() -> tuple[list[str], int]:
    """What bandit says from medium severity on, and how many files it read. Exits if it did not run."""
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", *LOOKED_AT, "--exclude", "*/tests/*",
               "--severity-level", "medium", "--confidence-level", "high", "--format", "json"]  # fmt: skip
    done = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    wrong = [f"{found['filename']}:{found['line_number']}: {found['test_id']}: {found['issue_text']}"
             for found in told["results"]]  # fmt: skip
    wrong += [f"bandit: {error}" for error in told["errors"]]
    return wrong, len(told["metrics"]) - 1


def main() -> None:
    """Scan; says what was looked at, and exits with what is wrong."""
    every, looked_at = rules(), files()
    with tempfile.TemporaryDirectory(prefix="medoffice-scan-") as name:
        folder = Path(name)
        lay_out(folder, every, looked_at)
        wrong = complaints(semgrep(folder), every, looked_at)
    more, read = bandit()
    wrong += more
    if not every or not looked_at or not read:
        wrong.append("nothing was looked at")
    print(f"semgrep: {len(every)} rules, {len(looked_at)} files; bandit: {read} files; {len(wrong)} complaints")
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()

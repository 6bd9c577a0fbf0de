"""One parser in a process of its own, guided by coverage: ``python -m tests.fuzz.child NAME ROUND HOW_MANY REPORT``."""

import json
import os
import sys
import tempfile
from pathlib import Path
from random import Random

import atheris
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medoffice.config.settings")
with atheris.instrument_imports(include=["medoffice.standards", "medoffice.kernel.sealed", "medoffice.kernel.archive",
                                         "medoffice.kernel.money", "medoffice.ui.dates",
                                         "medoffice.records.patients.rules"]):  # fmt: skip
    django.setup()
    from tests.fuzz.parsers import named, plain, taken

from tests.fuzz.feeding import Report, feed, mutated


def main(name: str, number: int, executions: int, target: Path) -> None:
    """Feed one parser; the report is written when enough was fed, and the process ends there."""
    parser, report = named(name), Report(name)
    seeds, chance = taken(parser.seeds()), Random(f"{name} {number}")

    def one(data: bytes) -> None:
        feed(parser, data, report)
        if report.executions >= executions:
            target.write_text(json.dumps(report.as_json()))
            os._exit(0)

    def near(data: bytes, most: int, seed: int) -> bytes:
        chance.seed(seed)
        if chance.random() < 0.3:
            return bytes(atheris.Mutate(data, most))
        return mutated(data, chance, parser.words, chance.choice(seeds))[:most]

    with tempfile.TemporaryDirectory(prefix="medoffice-fuzz-") as folder:
        for place, seed in enumerate(seeds):
            (Path(folder) / f"{plain(name)}-{place}").write_bytes(seed)
        options = ["-max_len=20000", "-timeout=60", "-rss_limit_mb=2048", "-verbosity=0", f"-artifact_prefix={folder}/"]
        atheris.Setup([sys.argv[0], *options, folder], one, custom_mutator=near)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))

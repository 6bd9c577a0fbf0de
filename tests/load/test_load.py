"""The profile, the surge and the soak, run as ``python -m bench.load`` runs them, and their bars."""

import json
import subprocess
import sys
from typing import Any

import pytest

from medoffice.config.tests.makers import ROOT
from tests.figures import figure

PEOPLE = ("--people", "70000", "--months", "12")
SLOPE_MB = 1.0


def load(*options: str) -> dict[str, Any]:
    """What the load driver saw."""
    command = [sys.executable, "-m", "bench.load", *options]
    told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    assert told.stdout, "the driver ended without a word"
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def in_words(told: dict[str, Any]) -> str:
    whole, seconds = told["whole"], told["profile"]["seconds"]
    cpu = {part: round(used / seconds, 2) for part, used in told["office"]["cpu_seconds"].items()}
    return (
        f"p50 {whole['p50']:.0f} ms, p95 {whole['p95']:.0f} ms, p99 {whole['p99']:.0f} ms at"
        f" {told['requests a second']} requests/s with {told['writes a second']} writes/s;"
        f" {sum(told['errors'].values())} errors, {sum(told['shed'].values())} turned away,"
        f" {sum(told['lost'].values())} of {sum(told['acknowledged'].values())} acknowledged writes lost;"
        f" cores used {cpu}, driver {told['driver']}"
    )


@pytest.mark.soak
def test_a_group_of_twenty_providers_is_held_for_eight_minutes_and_memory_stays() -> None:
    told = load("--seconds", "480", "--rate", "50", "--sessions", "80", *PEOPLE)
    figure("load: 80 sessions, 50 requests/s, 8 minutes, 70,000 patients", in_words(told), "p95 < 300 ms, p99 < 1 s")
    office = told["office"]
    slopes = office["slope_mb_per_minute"]
    seen = f"{slopes} MB/min; files {office['open_files']}, processes {office['processes']}"
    figure("load: memory and files over the last four minutes", seen, f"< {SLOPE_MB} MB/min each, flat")
    assert all(told["bars"].values()), told["bars"]
    assert max(slopes.values()) < SLOPE_MB
    assert all(abs(first - last) <= 3 for first, last in office["processes"].values())  # vacuums come and go


@pytest.mark.soak
def test_ten_times_the_load_is_turned_away_in_words_and_the_office_is_calm_again() -> None:
    told = load("--seconds", "120", "--rate", "50", "--sessions", "80", "--warm", "120", "--surge", "10")
    surge, memory = told["surge"], told["office"]["memory_mb"]
    figure("surge: 500 requests/s for 30 s", f"{surge}; memory {memory} MB", "sheds, calm within 10 s, memory +-10 %")
    assert all(told["bars"].values()), told["bars"]
    first, last = memory["web"]
    assert last <= first * 1.1

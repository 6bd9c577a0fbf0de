"""Splink's side of ``bench_duplicates``: run by the Python of its own environment, nothing of medoffice at hand.

Reads the records from standard input, as JSON, folded and without placeholders as ours are compared; learns from them
by itself as its own guides show (expectation maximisation over blocked pairs, term frequencies for names) and writes
each pair it finds with its probability. What a household shares (address, e-mail, member number) brings pairs together
and is not compared: with it, its model takes most of a household for one person.
"""
# ruff: noqa: ANN401 - the peer's classes have no types here

import json
import sys
import time
from importlib import import_module
from typing import Any

LEAST = 0.01  # what is less likely is no use to anybody
RULES = (
    ("family", "given"),
    ("born",),
    ("phone",),
    ("email",),
    ("given", "house", "street"),
    ("family", "zip"),
    ("member",),
)


def main() -> None:
    """Learn, compare; one JSON object to standard output."""
    records = json.load(sys.stdin)
    began = time.process_time()
    splink, arrow = import_module("splink"), import_module("pyarrow")
    api = import_module("splink.internals.duckdb.database_api").DuckDBAPI()
    linker = splink.Linker(api.register(arrow.Table.from_pylist(records)), _settings(splink), log_level="ERROR")
    block = splink.block_on
    training = linker.training
    training.estimate_probability_two_random_records_match([block("family", "given", "born")], recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for names in (("family", "given"), ("born", "sex")):
        training.estimate_parameters_using_expectation_maximisation(block(*names))
    rows = linker.inference.predict(threshold_match_probability=LEAST).as_record_list()
    pairs = [(row["unique_id_l"], row["unique_id_r"], row["match_probability"]) for row in rows]
    json.dump({"pairs": pairs, "seconds": time.process_time() - began}, sys.stdout)


def _settings(splink: Any) -> Any:
    of = import_module("splink.comparison_library")
    return splink.SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[splink.block_on(*names) for names in RULES],
        comparisons=[
            of.NameComparison("given").configure(term_frequency_adjustments=True),
            of.NameComparison("family").configure(term_frequency_adjustments=True),
            of.DateOfBirthComparison("born", input_is_string=True),
            of.ExactMatch("sex"),
            of.DamerauLevenshteinAtThresholds("phone", 1),
        ],
    )


if __name__ == "__main__":
    main()

"""The log tells where a bug is and of what kind, and never what its message quotes."""

import logging
import sys

from medoffice.kernel.logs import Plain

SECRET = "Vale, Ingrid"


def lines_of(error: ValueError) -> str:
    try:
        raise error
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "it broke at %s", ("/work/",), sys.exc_info())
        return Plain("%(levelname)s %(message)s").format(record)


def test_kind_and_place_are_told_and_the_message_is_not() -> None:
    told = lines_of(ValueError(f"not an amount: {SECRET}"))
    assert told.startswith("ERROR it broke at /work/\n")
    assert "test_logs.py" in told
    assert "lines_of" in told
    assert "builtins.ValueError" in told
    assert SECRET not in told


def test_causes_are_told_the_same_way_first_things_first() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as cause:
            raise UnicodeError(SECRET) from cause
    except UnicodeError as error:
        told = lines_of(error)
    assert told.index("KeyError") < told.index("UnicodeError")
    assert SECRET not in told


def test_errors_that_cause_each_other_end() -> None:
    first, second = ValueError(SECRET), ValueError(SECRET)
    first.__cause__, second.__cause__ = second, first
    assert lines_of(first).count("ValueError") == 2


def test_a_line_without_an_error_is_a_line() -> None:
    record = logging.LogRecord("x", logging.WARNING, __file__, 1, "duty %s", ("seal",), None)
    assert Plain("%(message)s").format(record) == "duty seal"

"""What is said after sending and fetching is true of none, one and more; a count that was cut short says so."""

from medoffice.revenue.claims.rules.telling import fetching_in_words, sending_in_words, up_to


def test_sending_says_how_many_files_went_or_that_none_did() -> None:
    assert sending_in_words(0) == "No claim was ready, so nothing was sent."
    assert sending_in_words(1).startswith("Sent in 1 file,")
    assert sending_in_words(3).startswith("Sent in 3 files,")


def test_fetching_says_what_came_or_that_nothing_did() -> None:
    assert fetching_in_words(0).startswith("No new answer is there.")
    assert fetching_in_words(1).startswith("1 file of answers has come.")
    assert fetching_in_words(2).startswith("2 files of answers have come.")


def test_a_count_says_when_there_may_be_more() -> None:
    assert [up_to(count, 1000) for count in (0, 999, 1000)] == ["0", "999", "1,000+"]

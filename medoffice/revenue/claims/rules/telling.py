"""What the screen of claims says after something was sent or fetched, in words."""


def sending_in_words(files: int) -> str:
    """After sending: how many files went, and when an answer can be expected."""
    if not files:
        return "No claim was ready, so nothing was sent."
    written = "1 file" if files == 1 else f"{files} files"
    return (
        f"Sent in {written}, one for each payer. A payer accepts a claim within a day or two and pays some days later; "
        "its answers come in by themselves."
    )


def fetching_in_words(files: int) -> str:
    """After fetching: what came, and where it stands now."""
    if not files:
        return "No new answer is there. Payers answer some days after a claim was sent."
    came = "1 file of answers has come" if files == 1 else f"{files} files of answers have come"
    return f"{came}. What they say stands at each claim; payments that balance are posted."


def up_to(count: int, most: int) -> str:
    """A count that was not taken beyond ``most``."""
    return f"{count:,}+" if count >= most else f"{count:,}"

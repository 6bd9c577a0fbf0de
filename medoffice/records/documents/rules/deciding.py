"""What a second look at papers past their retention needs before anything is decided."""


def cannot_decide(chosen: int, why: str, *, keeps: bool) -> str:
    """Why nothing is decided yet, in words; "" when it can be.

    Whoever typed why papers stay does not want them destroyed: that is asked, as it cannot be undone.
    """
    if not chosen:
        return "Choose at least one."
    if keeps and not why:
        return "Say why it stays."
    if not keeps and why:
        return "You typed why it stays. Keep it, or take the words away and destroy it."
    return ""

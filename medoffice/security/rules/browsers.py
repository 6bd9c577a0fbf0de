"""What a browser is called, from what it says of itself: for people who look where they are signed in."""

_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_MACHINES = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "a Mac"),
    ("CrOS", "a Chromebook"),
    ("Linux", "Linux"),
)


def browser_in_words(agent: str) -> str:
    """``Firefox on Windows``; what is not known is called so. No version: it changes every month."""
    browser = next((name for sign, name in _BROWSERS if sign in agent), "A browser we do not know")
    machine = next((name for sign, name in _MACHINES if sign in agent), "")
    return f"{browser} on {machine}" if machine else browser

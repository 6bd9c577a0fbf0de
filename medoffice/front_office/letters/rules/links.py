"""What an e-mail with a link says, which names no patient, and whether what was typed is what was asked for."""

from datetime import date

_WORDS = {
    "en": (
        "A letter from {office}",
        (
            "{office} has a letter for you. It opens here until {until}:\n\n{link}\n\n"
            "You will be asked for something that only the reader knows. If you expect no letter, or it does not open, "
            "call {phone}. Please do not answer this e-mail."
        ),
    ),
    "es": (
        "Una carta de {office}",
        (
            "{office} tiene una carta para usted. Se abre aquí hasta el {until}:\n\n{link}\n\n"
            "Se le preguntará algo que solo sabe quien la lee. Si no espera ninguna carta, o no se abre, llame al "
            "{phone}. Por favor no conteste este correo."
        ),
    ),
}


def mail_of(language: str, *, office: str, phone: str, until: date, link: str) -> tuple[str, str]:
    """Subject and body. What goes in is the office's own, the day and the link: there is no field for a patient."""
    subject, body = _WORDS.get(language, _WORDS["en"])
    day = f"{until:%d/%m/%Y}" if language == "es" else f"{until:%m/%d/%Y}"
    said = {"office": office, "phone": phone, "until": day, "link": link}
    return subject.format(**said)[:200], body.format(**said)


def digits(typed: str) -> str:
    """What counts of a code as it was typed."""
    return "".join(letter for letter in typed if letter.isascii() and letter.isdigit())


def is_birth_date(typed: str, born: date) -> bool:
    """Whether this is the day, written as month, day, year or year, month, day, with anything between."""
    parts = "".join(letter if letter.isascii() and letter.isdigit() else " " for letter in typed).split()
    if len(parts) == 1:
        return parts[0] in (f"{born:%m%d%Y}", f"{born:%Y%m%d}")
    if len(parts) != 3 or max(map(len, parts)) != 4:
        return False
    found = tuple(int(one) for one in parts)
    return found in ((born.month, born.day, born.year), (born.year, born.month, born.day))

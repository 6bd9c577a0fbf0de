"""How somebody is reached: by the way they chose, else by the next that is open; and how much may be said."""

from collections.abc import Collection

from medoffice.front_office.outreach.types.messages import Channel, Detail, Preference, Reached
from medoffice.security.types import OF_VISIT, Label

ORDER = (Channel.SMS, Channel.EMAIL, Channel.PHONE, Channel.PRINT)
ASK_THEM = "A minor's own visit: speak with the patient alone, leave no word."


def reach(
    preferred: Preference,
    *,
    phone: str,
    email: str,
    address: bool,
    language: str,
    stopped: bool,
    gateway: bool,
    labels: Collection[Label],
) -> Reached:
    """By which way, to where, and how much.

    A label on the visit leaves only the time; a minor's own visit goes only to an address of their own, else somebody
    speaks with them. ``stopped``: this telephone takes no texts; ``gateway``: texts and e-mails go out at all.
    """
    phone, email = preferred.phone or phone, preferred.email or email
    detail = Detail.BARE if OF_VISIT & set(labels) else preferred.detail
    if Label.MINOR in labels and not preferred.own:
        return Reached(Channel.PHONE, phone, Detail.BARE, language, ASK_THEM)
    if Label.MINOR in labels:
        phone, email, address = preferred.phone, preferred.email, False
    to = {Channel.SMS: phone if gateway and not stopped else "", Channel.EMAIL: email if gateway else ""}
    to |= {Channel.PHONE: phone, Channel.PRINT: "by post" if address else ""}
    for channel in (preferred.channel, *ORDER):
        if to[channel]:
            why = "" if channel is preferred.channel else _why(preferred.channel, stopped=stopped, gateway=gateway)
            return Reached(channel, to[channel], detail, language, why)
    return Reached(Channel.PHONE, "", detail, language, "No telephone, e-mail or address is on file.")


def as_named(channel: Channel, to: str) -> str:
    """An address as a reply names it: a telephone's last ten digits, an e-mail in small letters."""
    if channel is Channel.EMAIL:
        return to.strip().casefold()
    return "".join(one for one in to if one.isascii() and one.isdigit())[-10:]


def _why(wanted: Channel, *, stopped: bool, gateway: bool) -> str:
    if wanted in (Channel.SMS, Channel.EMAIL) and not gateway:
        return "The office sends no texts or e-mails yet."
    if wanted is Channel.SMS and stopped:
        return "They asked for no more texts."
    return f"{wanted.says}: nothing on file to reach them by."

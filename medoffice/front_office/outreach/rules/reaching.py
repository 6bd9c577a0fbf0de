"""How somebody is reached: by the way they chose, else by the next that is open; and how much may be said."""

from collections.abc import Collection

from medoffice.front_office.outreach.types.messages import Channel, Detail, Preference, Reached
from medoffice.records.patients.types.reaching import NOT_ASKED, Private
from medoffice.security.types import OF_VISIT, Label

ORDER = (Channel.SMS, Channel.EMAIL, Channel.PHONE, Channel.PRINT)
NAMES = {Channel.SMS: "text", Channel.EMAIL: "email", Channel.PHONE: "phone", Channel.PRINT: "mail"}
_CHANNELS = {way: channel for channel, way in NAMES.items()}
NOBODY = "By every way that is on file they want to hear nothing."
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
    private: Private = NOT_ASKED,
    closed: Collection[str] = (),
) -> Reached:
    """By which way, to where, and how much.

    A label on the visit leaves only the time; a minor's own visit goes only to an address of their own, else somebody
    speaks with them. Where they asked to be reached instead (``private``, 45 CFR 164.522(b)) comes before all else,
    and what they want none of (``closed``) is no way. ``stopped``: this telephone takes no texts; ``gateway``: texts
    and e-mails go out at all.
    """
    phone, email = preferred.phone or phone, preferred.email or email
    detail = Detail.BARE if OF_VISIT & set(labels) else preferred.detail
    if Label.MINOR in labels and not preferred.own and not private.asked and "phone" not in closed:
        return Reached(Channel.PHONE, phone, Detail.BARE, language, ASK_THEM)
    if Label.MINOR in labels:
        phone, email, address = preferred.phone, preferred.email, False
    phone, email, wanted = private.phone or phone, private.email or email, _CHANNELS.get(private.way, preferred.channel)
    to = {Channel.SMS: phone if gateway and not stopped else "", Channel.EMAIL: email if gateway else ""}
    to |= {Channel.PHONE: phone, Channel.PRINT: "by post" if address else ""}
    to = {channel: where for channel, where in to.items() if NAMES[channel] not in closed}
    for channel in (wanted, *ORDER):
        if to.get(channel):
            why = "" if channel is wanted else _why(wanted, stopped=stopped, gateway=gateway)
            return Reached(channel, to[channel], detail, language, why)
    if NAMES[Channel.PHONE] in closed:
        return Reached(Channel.PHONE, "", detail, language, NOBODY, closed=True)
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

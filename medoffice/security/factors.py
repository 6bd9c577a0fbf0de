"""Second factors: authenticator apps, passkeys, recovery codes. Kept and reckoned by allauth, decided here.

Of allauth we use its table, the arithmetic of the codes, the QR picture and the exchange of passkeys. What it does not
do, or does by the machine's memory, is ours: a code of an app works once (the last step is kept with the factor, under
a lock, for all processes), recovery codes are hashed, a passkey whose counter goes back is refused as a copy, secrets
are encrypted with a key outside the database. Authenticator apps go by the true time, whatever the world's clock says.
"""

import base64
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from allauth.core.context import request_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.secrets import KeyRing
from medoffice.security.models import User
from medoffice.security.rules.codes import ALPHABET, accepted_step, as_typed, in_groups
from medoffice.security.types import Factor

RECOVERY_CODES, RECOVERY_SIGNS = 10, 11  # the first sign is the code's number: one hash is reckoned for one try
PASSKEY_SECONDS = 300.0
_KINDS = {Authenticator.Type.TOTP: "authenticator app", Authenticator.Type.WEBAUTHN: "passkey"}
_BAD_PASSKEY = (ValidationError, ValueError, TypeError, KeyError, AttributeError)


class Adapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth has no types
    """How allauth keeps secrets, and what an authenticator shows: the office's program, the person's name."""

    def encrypt(self, text: str) -> str:
        """Encrypted with the key for fields, which is not in the database."""
        return base64.b64encode(settings.KEYS.seal("fields", text.encode(), b"factor")).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What ``encrypt`` was given. Raises Refusal if it was altered."""
        return bytes(settings.KEYS.open("fields", base64.b64decode(encrypted_text), b"factor")).decode()

    def get_totp_issuer(self) -> str:
        return "medoffice"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """A passkey belongs to the host it was made on, and so to one world."""
        return {"id": self.request.get_host().rpartition(":")[0] or self.request.get_host(), "name": "medoffice"}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        return {"id": user.id.hex.encode(), "display_name": user.name, "name": user.username}


def factors_of(user_id: UUID) -> list[Factor]:
    """A person's second factors, oldest first. One query."""
    rows = Authenticator.objects.filter(user_id=user_id, type__in=_KINDS).order_by("id")
    return [
        Factor(row.id, row.type, row.data.get("name") or _KINDS[row.type], row.created_at, row.last_used_at)
        for row in rows
    ]


def has_factor(user_id: UUID) -> bool:
    """Whether a password alone is not enough for this person."""
    return bool(Authenticator.objects.filter(user_id=user_id, type__in=_KINDS).exists())


def codes_left(user_id: UUID) -> int:
    """How many recovery codes a person has not used."""
    row = Authenticator.objects.filter(user_id=user_id, type=Authenticator.Type.RECOVERY_CODES).first()
    return sum(1 for code in row.data["codes"] if code) if row else 0


def new_secret() -> str:
    """A secret for an authenticator app."""
    return str(totp.generate_totp_secret())


def picture_of(user_id: UUID, secret: str) -> str:
    """The QR picture of a secret as a ``data:`` address."""
    adapter = Adapter()
    svg = adapter.build_totp_svg(adapter.build_totp_url(User.objects.get(id=user_id), secret))
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def code_at(secret: str, step: int) -> str:
    """What an app with this secret shows in a step of thirty seconds."""
    return str(totp.format_hotp_value(totp.hotp_value(secret, step)))


def keep_app(user: User, secret: str, typed: str) -> None:
    """Add an authenticator app that shows the right code. Raises Invalid; a person has one app."""
    step = accepted_step(typed, clock.real_now().timestamp(), 0, lambda at: code_at(secret, at))
    if step is None:
        raise wrong_code()
    Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
    data = {"secret": Adapter().encrypt(secret), "step": step}
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data=data, created_at=clock.now())


def app_says(user_id: UUID, typed: str) -> bool:
    """Whether this is the code of the person's app, and was not used before."""
    return _used(user_id, Authenticator.Type.TOTP, lambda data: _step_used(data, typed))


def make_codes(user: User) -> list[str]:
    """Ten new recovery codes instead of those before; they can be read this once."""
    made = [str(n) + "".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_SIGNS)) for n in range(RECOVERY_CODES)]
    data = {"codes": [make_password(code) for code in made]}
    Authenticator.objects.update_or_create(
        user=user, type=Authenticator.Type.RECOVERY_CODES, defaults={"data": data, "created_at": clock.now()}
    )
    return [f"{code[0]}-{in_groups(code[1:])}" for code in made]


def recovery_code_fits(user_id: UUID, typed: str) -> bool:
    """Whether this is one of the person's recovery codes; from now on it is none."""
    return _used(user_id, Authenticator.Type.RECOVERY_CODES, lambda data: _code_used(data, typed))


def ask_for_passkey(request: HttpRequest, user: User | None, *, new: bool = False) -> dict[str, Any]:
    """What the browser hands to a passkey: a challenge for one answer, within five minutes."""
    with request_context(request):
        asked = webauthn.begin_registration(user, True) if new else webauthn.begin_authentication(user)
    request.session["passkey_until"] = clock.real_now().timestamp() + PASSKEY_SECONDS
    return dict(asked)


def keep_passkey(request: HttpRequest, user: User, name: str, answer: Any) -> None:  # noqa: ANN401 - JSON from outside
    """Add the passkey that answered. Raises Invalid if it did not answer what was asked."""
    try:
        with _answered(request):
            made = webauthn.complete_registration(answer)
            if made.credential_data is None:
                raise ValueError("no credential")
            kept = webauthn.WebAuthn.add(user, name[:60] or "Passkey", answer).instance
    except _BAD_PASSKEY as error:
        raise wrong_passkey() from error
    kept.data["counter"], kept.created_at = made.counter, clock.now()
    kept.save()


def whose_passkey(request: HttpRequest, answer: Any, *, user: User | None = None) -> User:  # noqa: ANN401 - as above
    """The person whose passkey answered what was asked; of ``user`` if given. Raises Invalid."""
    try:
        with _answered(request):
            found = user or webauthn.extract_user_from_response(answer)
            factor = webauthn.complete_authentication(found, answer)
            counter = webauthn.parse_authentication_response(answer).response.authenticator_data.counter
    except _BAD_PASSKEY as error:
        raise wrong_passkey() from error
    if not found.is_active or not _used(found.id, factor.type, lambda data: _counted(data, counter), pk=factor.pk):
        raise wrong_passkey()
    return User.objects.get(id=found.id)


def remove(user_id: UUID, factor_id: int | None = None) -> bool:
    """Take off one factor, or all; with the last one the recovery codes go too. False if there was none."""
    rows = Authenticator.objects.filter(user_id=user_id, type__in=_KINDS)
    gone = (rows if factor_id is None else rows.filter(id=factor_id)).delete()[0]
    if not has_factor(user_id):
        Authenticator.objects.filter(user_id=user_id).delete()
    return bool(gone)


@transaction.atomic
def reseal(ring: KeyRing) -> int:
    """Seal the secrets of apps again with a ring's newest key; returns how many were of an older one."""
    old = 0
    for row in Authenticator.objects.select_for_update().filter(type=Authenticator.Type.TOTP).order_by("id"):
        told = base64.b64decode(row.data["secret"])
        if int.from_bytes(told[:4], "big") != ring.newest:
            again = ring.seal("fields", ring.open("fields", told, b"factor"), b"factor")
            row.data["secret"] = base64.b64encode(again).decode()
            row.save(update_fields=["data"])
            old += 1
    return old


def wrong_code() -> Invalid:
    """The words for a code that is not right, whatever kind it is."""
    words = "This code is not right, or was used already."
    return Invalid("wrong-code", words, "Wait for the next one.", {"fields": {"code": [words]}})


def wrong_passkey() -> Invalid:
    """The words for a passkey that did not answer as it should."""
    return Invalid("wrong-passkey", "The passkey did not answer as expected.", "Try again.")


@contextmanager
def _answered(request: HttpRequest) -> Iterator[None]:
    """Within it allauth sees the request; afterwards what was asked cannot be answered again. Raises ValueError."""
    try:
        if clock.real_now().timestamp() > request.session.pop("passkey_until", 0.0):
            raise ValueError("too late, or not asked")
        with request_context(request):
            yield
    finally:
        request.session.pop(webauthn.STATE_SESSION_KEY, None)


def _used(user_id: UUID, kind: str, take: Callable[[dict[str, Any]], bool], **more: object) -> bool:
    """Whether a factor takes what was typed; it is locked meanwhile, so that one thing is never taken twice."""
    with transaction.atomic():
        row = Authenticator.objects.select_for_update().filter(user_id=user_id, type=kind, **more).first()
        if row is None or not take(row.data):
            return False
        row.last_used_at = clock.now()
        row.save(update_fields=["data", "last_used_at"])
        return True


def _step_used(data: dict[str, Any], typed: str) -> bool:
    secret = Adapter().decrypt(data["secret"])
    step = accepted_step(typed, clock.real_now().timestamp(), data["step"], lambda at: code_at(secret, at))
    if step is not None:
        data["step"] = step
    return step is not None


def _code_used(data: dict[str, Any], typed: str) -> bool:
    number, code = typed.strip()[:1], as_typed(typed.strip()[1:])
    if number not in set("0123456789") or not number:
        return False
    place, text = int(number), number + code
    if not data["codes"][place] or not check_password(text, data["codes"][place]):
        return False
    data["codes"][place] = ""
    return True


def _counted(data: dict[str, Any], counter: int) -> bool:
    """A passkey counts its answers, or says 0 each time; one that counts back is a copy."""
    if counter and counter <= data.get("counter", 0):
        return False
    data["counter"] = counter
    return True

"""What must be true of the installation rather than of a world: its configuration, its code sets."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.checks import WARNING
from django.core.checks import run_checks as django_checks

from medoffice.kernel import archive, certificates, clock, private
from medoffice.kernel.checks import SHOWN, Checked, register_check
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.secrets import read_ring
from medoffice.standards.terminology.api import billable_count, editions, file_faults, last_day


def configuration() -> list[Checked]:
    """Secrets are secret, nothing is in debugging mode, the settings hold together."""
    data = Path(settings.DATA_DIR)
    found = [*_secret(data), *_certificate(data), *_settings()]
    found += [
        Finding(message.id or "settings", "settings", f"{message.msg} {message.hint or ''}".strip())
        for message in django_checks(include_deployment_checks=True)
        if message.level >= WARNING and not message.is_silenced()
    ]
    looks = "secrets are closed to others, debugging is off, the settings hold together"
    words = "as they should be" if not found else f"{len(found)} settings to put right"
    return [Checked("configuration", looks, words, tuple(found))]


def _secret(data: Path) -> list[Finding]:
    path = data / archive.SECRET
    if not path.exists():
        words = "The data folder has no secret key. Restore it from a backup; without it no file can be opened."
        return [Finding("secret-missing", archive.SECRET, words)]
    found = [_open(place) for place in private.open_to_others(data)[:SHOWN]]
    ring = read_ring(path.read_bytes())
    if len(ring.live) > 1:
        words = "A rotation of the keys was interrupted. Close the office and run medoffice keys rotate."
        found.append(Finding("keys-two", archive.SECRET, words, Severity.WARNING))
    return found


def _open(place: Path) -> Finding:
    mode = f"(mode {place.stat().st_mode & 0o777:04o})"
    words = f"Others of this machine may open it {mode}. Run chmod go-rwx on it; medoffice run does so by itself."
    return Finding("secret-open" if place.name == archive.SECRET else "data-open", place.name, words)


def _certificate(data: Path) -> list[Finding]:
    """The office's own certificate is made anew at a start; an office that runs for a year has to be told."""
    path = data / "tls" / certificates.OFFICE
    if not path.exists() or certificates.ends(path) - clock.real_now() > timedelta(days=30):
        return []
    words = (
        f"The certificate for the office network ends on {certificates.ends(path):%m/%d/%Y}. Start the office again."
    )
    return [Finding("certificate-ends", path.name, words, Severity.WARNING)]


def _settings() -> list[Finding]:
    found = []
    if settings.DEBUG:
        found.append(Finding("debug", "DEBUG", "Debugging is on: errors would show what patients told. Turn it off."))
    if "*" in settings.ALLOWED_HOSTS:
        words = "Every host name is accepted. Name those the office uses in MEDOFFICE_HOSTS."
        found.append(Finding("any-host", "ALLOWED_HOSTS", words))
    return found


def code_sets() -> list[Checked]:
    """The ICD-10-CM tables are whole and speak for today."""
    today = clock.real_today()
    faults = [Finding("code-set", "ICD-10-CM", words) for words in file_faults()]
    count, last = billable_count(today), last_day()
    if not count:
        words = f"No code may be billed on {today}. Load a newer release."
        faults.append(Finding("code-set-empty", "ICD-10-CM", words))
    elif last < today + timedelta(days=30):
        words = f"The loaded codes end on {last:%m/%d/%Y}. Load the next release before that."
        faults.append(Finding("code-set-ends", "ICD-10-CM", words, Severity.WARNING))
    loaded = ", ".join(f"{edition.what} {edition.edition}" for edition in editions())
    looks = "the code sets are whole and speak for today's services"
    return [Checked("codes", looks, f"{count} codes may be billed today; loaded: {loaded}", tuple(faults))]


register_check("configuration", configuration, of_world=False)
register_check("codes", code_sets, of_world=False)

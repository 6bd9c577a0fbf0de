"""Makes ``.venv``, ``.scan`` for semgrep, ``.ocr`` for what reads cards and ``.speech`` for what hears recordings, from
the hashed locks; finds Chromium, a server and voices; run by the Makefile.

Usage: ``python3 tools/prepare.py runtime | dev | semgrep | scan | speech | chromium | server | voices``, with the
machine's own Python. Standard library only. It installs system packages only as root and only where apt-get is at
hand; otherwise it says in plain words what is missing and how to get it.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
VENV = REPO / ".venv"
OCR = REPO / ".ocr"  # the extra `scan`: another process runs it, and nothing of it belongs to the program
SPEECH = REPO / ".speech"  # the extra `speech-demo`, in the same way
SCAN = REPO / ".scan"  # semgrep and the tools of development ask for different versions of the same libraries
BROWSERS = ("chromium-headless-shell", "chromium")  # the first does, at half the work


def main(what: str) -> None:
    """A program, or packages to run (runtime), test (dev), scan (semgrep), read cards (scan), hear (speech)."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is run by whatever Python the machine has
        sys.exit(f"medoffice needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.")
    if what == "chromium":
        ensure_chromium()
    elif what == "server":
        ensure_server()
    elif what == "voices":
        ensure_voices()
    else:
        venv = {"semgrep": SCAN, "scan": OCR, "speech": SPEECH}.get(what, VENV)
        ensure_venv(venv)
        install(what, venv)


def ensure_venv(venv: Path) -> None:
    """Create an environment unless it is there, with pip in it (one that was cut short is completed)."""
    if (venv / "bin" / "python").exists() and (venv / "bin" / "pip").exists():
        return
    # A Debian Python comes without the part of the standard library that puts pip into a new environment.
    if importlib.util.find_spec("ensurepip") is None and not apt_install("python3-venv"):
        sys.exit("This Python cannot make virtual environments. As root: apt-get install python3-venv. Then try again.")
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)


def install(lock: str, venv: Path) -> None:
    """Install a lock with every hash checked and nothing compiled, then mark it done."""
    print(f"Installing the packages of requirements/{lock}.txt into {venv.name} ...", file=sys.stderr)
    command = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    options = ["--require-hashes", "--only-binary", ":all:", "-r", str(REPO / "requirements" / f"{lock}.txt")]
    if subprocess.run([*command, *options], check=False).returncode != 0:
        sys.exit("Installing failed; see above. Nothing was started. `make` can simply be run again.")
    (venv / f"{lock}.stamp").touch()


def ensure_chromium() -> None:
    """Find Chromium for the browser tests, or install it, or say what is missing."""
    if any(shutil.which(name) or apt_install(name) for name in BROWSERS):
        return
    print(
        "Chromium is missing: the tests in a browser cannot run. Get it with: sudo apt-get install chromium",
        file=sys.stderr,
    )


def ensure_server() -> None:
    """Find PostgreSQL 15 and pgbouncer for the heavy tests, or install them, or say what is missing."""
    wanted = {"postgresql-15": "/usr/lib/postgresql/15/bin/postgres", "pgbouncer": "/usr/sbin/pgbouncer"}
    missing = [name for name, program in wanted.items() if not Path(program).exists() and not apt_install(name)]
    if missing:
        words = f"Get it with: sudo apt-get install {' '.join(missing)}"
        print(f"A server of the system's is missing: the tests with it are left out. {words}", file=sys.stderr)


def ensure_voices() -> None:
    """Find what speaks the dictations to practise with, or install it, or end with what is missing."""
    if not shutil.which("flite") and not apt_install("flite"):
        sys.exit("The voices are missing. Get them with: sudo apt-get install flite")


def apt_install(package: str) -> bool:
    """Install a Debian package if this is root on a machine with apt-get; whether it worked."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print(f"Installing {package} ...", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", package]):
        done = subprocess.run(["apt-get", *arguments], env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            return False
    return True


if __name__ == "__main__":
    known = ("runtime", "dev", "semgrep", "scan", "speech", "chromium", "server", "voices")
    if len(sys.argv) != 2 or sys.argv[1] not in known:
        sys.exit(f"usage: python3 tools/prepare.py {' | '.join(known)}")
    main(sys.argv[1])

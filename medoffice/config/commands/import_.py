"""``medoffice import KIND FILE...``: lists of the outside world that an office brings in itself."""

import argparse
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from io import BytesIO
from pathlib import Path

from medoffice.config.code_years import take_year
from medoffice.config.list_files import Given, given, rows_in
from medoffice.config.output import answer, line, say
from medoffice.config.server import chosen_world, database
from medoffice.kernel.refusals import Refusal
from medoffice.standards.code_lists.types import ListKind

_LISTS = {kind.value: kind for kind in ListKind}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The kind, the files, for code lists their days and the licence, ``--world``, ``--json``."""
    says = "breached: passwords stolen elsewhere, as SHA-1 hashes; safety: rules by which prescriptions are checked; "
    says += "instruments: what is asked when a patient is roomed; "
    says += "formulary: a payer's list of medicines, in our layout (docs/prescriptions.md); "
    says += "model: a folder with a model of faster-whisper or sherpa-onnx, by which recordings are heard; "
    says += "cdsi: the immunization schedule, the zip of CDC's CDSi supporting data; "
    says += "pharmacies: the directory, as NPPES writes it; icd10cm: a year of CDC's, its order file and tabular list; "
    says += "; ".join(f"{kind.value}: {kind.words}" for kind in ListKind)
    parser.add_argument("kind", choices=[*_TAKES, _FORMULARY, _YEAR, _MODEL, *_LISTS], help=says)
    parser.add_argument("file", metavar="FILE", nargs="+", help="all parts of one list together")
    days = parser.add_argument_group("code lists")
    days.add_argument("--from", dest="begins", type=date.fromisoformat, metavar="DATE", help="first day of service")
    days.add_argument("--to", dest="ends", type=date.fromisoformat, metavar="DATE", help="last day; of CPT, the expiry")
    days.add_argument("--world", metavar="W", help="which world (default: the practice's own)")
    licence = parser.add_argument_group("the office's licence, for cpt")
    licence.add_argument("--holder", default="", metavar="NAME")
    licence.add_argument("--licence", default="", metavar="NUMBER")
    licence.add_argument("--seats", type=int, default=0, metavar="N")
    licence.add_argument("--attest", action="store_true", help="the office says that it holds this licence")
    says = "of a model's weights, as its publisher says; again for each file of them"
    parser.add_argument("--sha256", action="append", default=[], metavar="HASH", help=says)
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Take the file in; 1 if it cannot be read. Raises Refusal, with the line, if it is not of its kind."""
    paths = [Path(name) for name in arguments.file]
    try:
        if arguments.kind in _LISTS:
            return _list(_LISTS[arguments.kind], given(paths), arguments)
        if arguments.kind == _YEAR:
            return _year(paths, arguments)
        if arguments.kind == _MODEL:
            return _model(paths, arguments)
        if len(paths) != 1:
            raise Refusal("one-file", f"{arguments.kind} is one file.", "Name one file.")
        if arguments.kind == _FORMULARY:
            return _formulary(paths[0], arguments)
        count = _TAKES[arguments.kind](paths[0])
    except OSError as error:
        say(f"{error.filename or arguments.file[0]}: {error.strerror}")
        return 1
    if arguments.json:
        answer({"file": arguments.file[0], "kind": arguments.kind, "taken": count})
    else:
        line(_SAYS[arguments.kind].format(count=count))
    return 0


def _list(kind: ListKind, files: Given, arguments: argparse.Namespace) -> int:
    """Take a code list in, into one world, whole or not at all."""
    with database(), ExitStack() as stack:
        from medoffice.kernel.worlds import current
        from medoffice.practice.api import sites
        from medoffice.revenue.code_lists.api import parts_missing, period_of, take_list
        from medoffice.revenue.code_lists.types import Licence
        from medoffice.security.types import PROGRAM

        missing = parts_missing([path.name for path in files.paths])
        if missing:
            words = f"Part {missing[0]} is missing; a list in parts is taken in together."
            raise Refusal("part-missing", words, "Name all its files.")
        period = period_of(kind, files.paths[0].name, arguments.begins, arguments.ends)
        licence = None
        if arguments.attest:
            licence = Licence(arguments.holder, arguments.licence, arguments.seats, period.valid_to)
        with current.use(chosen_world(arguments.world)):
            states = frozenset(site.address.state for site in sites())
            taken = take_list(
                actor=PROGRAM,
                kind=kind,
                period=period,
                source=files.names,
                digest=files.digest,
                rows=rows_in(kind, files, stack, states),
                licence=licence,
            )
    release, until = taken.release, f"{taken.release.last_code}" if taken.release.last_code else ""
    if arguments.json:
        told: dict[str, object] = {"file": files.names, "kind": kind.value, "taken": 0 if taken.again else release.rows}
        told |= {"rows": release.rows, "from": release.valid_from, "to": release.valid_to, "again": taken.again}
        answer({**told, "until_code": until})
        return 0
    days = f"{release.valid_from:%m/%d/%Y} to {release.valid_to:%m/%d/%Y}"
    if taken.again:
        line(f"{kind.words}: this file was taken in already; nothing changed.")
        return 0
    parts = f" Codes in front of a pair end with {until}; name all parts of the list." if until else ""
    line(f"{kind.words}: {release.rows} rows speak for services from {days}.{parts}")
    return 0


def _year(paths: list[Path], arguments: argparse.Namespace) -> int:
    """Put a year of ICD-10-CM into the tables of this machine, and note it in every world."""
    year = take_year(paths, arguments.begins)
    changed = year.changed
    with database():
        from medoffice.kernel.worlds import catalog, current
        from medoffice.revenue.code_lists.api import note_year
        from medoffice.security.types import PROGRAM

        for world in catalog.in_turn():
            with current.use(world):
                files = ", ".join(year.files)
                note_year(actor=PROGRAM, first=year.first, files=files, new=len(changed.new), ended=len(changed.ended))
    if arguments.json:
        told = {"kind": _YEAR, "files": year.files, "from": year.first, "to": year.last, "again": year.again}
        answer({**told, "new": changed.new, "ended": changed.ended, "revised": changed.revised, "back": changed.back})
        return 0
    if year.again:
        line("ICD-10-CM: these files were taken in already; nothing changed.")
        return 0
    line(
        f"ICD-10-CM speaks for services to {year.last:%m/%d/%Y}. From {year.first:%m/%d/%Y} on {len(changed.new)} codes"
    )
    titled = f"{len(changed.revised)} have another title"
    line(f"are new, {len(changed.ended)} are over, {len(changed.back)} are back, {titled}.")
    line("What runs now takes it up when it is started again.")
    return 0


def _model(paths: list[Path], arguments: argparse.Namespace) -> int:
    """Have recordings heard by another model from now on; it hears a dictation to practise with before it is kept."""
    if len(paths) != 1:
        raise Refusal("one-folder", "A model is one folder.", "Name one folder.")
    with database():
        from medoffice.clinic.dictation.api import note_model, practice_sound
        from medoffice.kernel.hearing import hear
        from medoffice.kernel.speech_models import SpeechModel, take_model
        from medoffice.kernel.worlds import catalog, current
        from medoffice.security.types import PROGRAM

        heard: list[str] = []

        def tried(model: SpeechModel) -> None:
            heard.extend(word.text for word in hear(BytesIO(practice_sound(_TRIED)), model=model).plain)
            if len(heard) < _FEWEST:
                words = f"This model hears {len(heard)} words where about fifty are said."
                raise Refusal("model-deaf", words, "Use another model; nothing was changed.")

        def noted(model: SpeechModel) -> None:
            for world in catalog.in_turn():
                with current.use(world):
                    note_model(actor=PROGRAM, name=model.name, kind=model.kind.value, weights=model.weights)

        model = take_model(paths[0], arguments.sha256, tried, noted)
    if arguments.json:
        told = {"file": str(paths[0]), "kind": _MODEL, "name": model.name, "weights": model.weights}
        answer({**told, "form": model.kind.value, "files": sorted(model.files), "heard": " ".join(heard)})
        return 0
    line(f"{model.name} ({model.kind.says}) hears recordings from now on; its weights are {model.weights}.")
    line(f"It heard of a dictation to practise with: {' '.join(heard)}")
    return 0


def _breached(path: Path) -> int:
    with database(), path.open("rb") as file:
        from medoffice.kernel.worlds import catalog, current
        from medoffice.security.api import keep_breached_list, note_breached_list
        from medoffice.security.types import PROGRAM

        count = keep_breached_list(file)
        for world in catalog.in_turn():
            with current.use(world):
                note_breached_list(actor=PROGRAM, count=count)
    return count


def _safety(path: Path) -> int:
    told = path.read_text(encoding="utf-8")
    with database():
        from medoffice.clinic.prescriptions.api import take_safety_book
        from medoffice.security.types import PROGRAM

        return _everywhere(lambda: take_safety_book(actor=PROGRAM, told=told))


def _instruments(path: Path) -> int:
    told = path.read_text(encoding="utf-8")
    with database():
        from medoffice.clinic.screening.api import take_instruments
        from medoffice.security.types import PROGRAM

        return _everywhere(lambda: take_instruments(actor=PROGRAM, told=told))


def _cdsi(path: Path) -> int:
    with database(), path.open("rb") as file:
        from medoffice.clinic.immunizations.api import take_schedule
        from medoffice.security.types import PROGRAM

        data = file.read(_LARGEST_ZIP)
        return _everywhere(lambda: take_schedule(actor=PROGRAM, data=data, source=path.name))


def _everywhere(take: Callable[[], int]) -> int:
    """Take the same in every world; what it came to in the last."""
    from medoffice.kernel.worlds import catalog, current

    count = 0
    for world in catalog.in_turn():
        with current.use(world):
            count = take()
    return count


def _pharmacies(path: Path) -> int:
    with database():
        from medoffice.clinic.prescriptions.api import take_pharmacies
        from medoffice.kernel.worlds import catalog, current
        from medoffice.security.types import PROGRAM
        from medoffice.standards.nppes.api import read_pharmacies

        count = 0
        for world in catalog.in_turn():
            with current.use(world), path.open(encoding="utf-8-sig", newline="") as file:
                count = take_pharmacies(actor=PROGRAM, rows=read_pharmacies(file), source=path.name).total
    return count


def _formulary(path: Path, arguments: argparse.Namespace) -> int:
    """Take a payer's lists of medicines into one world, whole or not at all."""
    with database():
        from medoffice.kernel import clock
        from medoffice.kernel.worlds import current
        from medoffice.revenue.authorizations.api import formularies, read_formulary, take_formulary
        from medoffice.security.types import PROGRAM

        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                said = read_formulary(file)
        except UnicodeDecodeError as error:
            raise Refusal("formulary-text", f"{path.name} is no text in UTF-8.", "Save it as CSV, UTF-8.") from error
        with current.use(chosen_world(arguments.world)):
            begun = clock.now()
            count = take_formulary(actor=PROGRAM, said=said, source=path.name)
            nameless = sum(one.nameless for one in formularies() if one.taken_at >= begun)
    if arguments.json:
        told = {"file": arguments.file[0], "kind": _FORMULARY, "taken": count, "lists": len(said)}
        answer({**told, "nameless": nameless})
    else:
        line(f"{count} lines of {len(said)} lists are new." if count else "These lists were taken in already.")
        if nameless:
            line(f"{nameless} of them have no name, and are found by their code only.")
    return 0


_YEAR, _FORMULARY, _MODEL = "icd10cm", "formulary", "model"
_LARGEST_ZIP = 64 << 20  # far more than a release of the schedule has; what is cut there opens no more
_TRIED, _FEWEST = "telephone-note-1", 25  # what a new model hears first, and how many words of it at least
_TAKES = {
    "breached": _breached,
    "cdsi": _cdsi,
    "instruments": _instruments,
    "pharmacies": _pharmacies,
    "safety": _safety,
}
_SAYS = {
    "breached": "{count} hashes are known from now on; a new password that is among them is refused.",
    "cdsi": "{count} diseases: what is due is told by this release from now on.",
    "instruments": "{count} instruments are asked from their day on.",
    "pharmacies": "{count} pharmacies are new, changed or closed; the others stay as they are.",
    "safety": "{count} rules hold from their day on; prescriptions are checked by them.",
}

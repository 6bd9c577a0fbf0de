"""What each role does all day, as the screens offer it: links and forms are taken from the pages themselves."""

import random
import re
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import uuid4

from bench.load.notebook import Written
from bench.load.session import Session
from bench.load.wire import Answer, form, forms, ids

_OPTION = r'<select[^>]*name="%s".*?</select>'
_VALUE = re.compile(r'<option value="([^"]+)"')
Journey = Callable[["Floor", Session], Awaitable[None]]


@dataclass(slots=True)
class Visit:
    """A patient on the way through the office."""

    patient: str
    encounter: str
    provider: str
    mark: str


@dataclass(slots=True)
class Floor:
    """What the sessions of one office know together: who waits where, and whom one may ask for."""

    names: list[str]
    providers: list[str]
    chance: random.Random
    arrived: deque[Visit] = field(default_factory=deque)
    roomed: dict[str, deque[Visit]] = field(default_factory=dict)
    leaving: deque[Visit] = field(default_factory=deque)
    signed: deque[Visit] = field(default_factory=deque)
    visits: list[str] = field(default_factory=list)
    run: str = field(default_factory=lambda: uuid4().hex[:8])
    number: int = 0

    def mark(self) -> str:
        """Words nobody else writes."""
        self.number += 1
        return f"Load {self.run} {self.number:06d}"

    def name(self) -> str:
        """A family name of the office."""
        return self.chance.choice(self.names)


async def reception(floor: Floor, session: Session) -> None:
    """A call that books, a look at the day, then somebody at the counter."""
    await session.look("home", "/")
    mark = floor.mark()
    taken = await session.write(
        "take a call", "/calls/take/", {"once": mark, "caller": mark, "kind": "symptoms", "reason": mark},
        Written("call", mark),
    )  # fmt: skip
    patient = await _find(floor, session)
    if patient and taken.place:
        call = taken.place.rstrip("/").rpartition("/")[2]
        checked = {"identity_checked": "name, birth date"}
        await session.write("whom a call is about", f"/calls/{call}/about/{patient}/", checked)
        await _book(floor, session, taken.place, mark)
        await session.write("close a call", f"/calls/{call}/close/", {"outcome": "booked"}, Written("closed", mark))
    await session.look("day schedule", "/scheduling/")
    await _counter(floor, session)


async def _find(floor: Floor, session: Session) -> str:
    """Search as one types; a patient who was found."""
    name, found = floor.name(), ""
    for length in sorted({min(len(name), 2), min(len(name), 4), len(name)}):
        hits = await session.ask("search as typed", "/find/", {"q": name[:length]})
        found = next(iter(ids(hits.text, "/patient/")), found)
    return found


async def _book(floor: Floor, session: Session, page: str, mark: str) -> None:
    """The first free slots from some day on; one of them is booked."""
    days = floor.chance.randint(1, 40)
    for _ in range(3):
        slots = await session.look("free slots", f"{page}?kind=&with=&from=%2B{days}d")
        offered = [one for one in forms(slots.text) if "starts" in one[1]]
        if not offered:
            return
        path, fields = floor.chance.choice(offered)
        booked = await session.write("book", path, {**fields, "reason": mark}, Written("appointment", mark))
        if booked.status == 302:
            return


async def _counter(floor: Floor, session: Session) -> None:
    """Somebody without an appointment is taken; somebody with one is looked at; whoever leaves pays and goes."""
    front = await session.look("front desk", "/front/")
    if due := ids(front.text, "/front/check-in/"):
        await session.look("check-in panel", f"/front/check-in/{floor.chance.choice(due)}/")
    patient = await _find(floor, session)
    if patient and len(floor.arrived) < 40:
        await _walk_in(floor, session, patient)
    if floor.leaving:
        await _check_out(floor, session, floor.leaving.popleft())


async def _walk_in(floor: Floor, session: Session, patient: str) -> None:
    page = await session.look("walk-in form", f"/check-in/walk-in/{patient}/")
    mark = floor.mark()
    providers = [one for one in options(page.text, "provider") if one in floor.providers]
    sites, kinds = options(page.text, "site"), options(page.text, "visit_type")
    if not (providers and sites and kinds):
        return
    provider = floor.chance.choice(providers)
    fields = {
        "once": mark,
        "provider": provider,
        "site": sites[0],
        "visit_type": kinds[0],
        "reason": mark,
        "identity_checked": "name, birth date",
        "coverage": next(iter(options(page.text, "coverage")), ""),
        "next": f"/patient/{patient}/",
    }
    taken = await session.write("walk in", f"/check-in/walk-in/{patient}/", fields, Written("encounter", mark))
    if taken.status == 302:
        chart = await session.look("open chart", f"/patient/{patient}/")
        if visits := ids(chart.text, "/charting/"):
            floor.arrived.append(Visit(patient, max(visits), provider, mark))


async def _check_out(floor: Floor, session: Session, visit: Visit) -> None:
    await session.look("check-out panel", f"/front/check-out/{visit.encounter}/")
    page = await session.look("account", f"/billing/account/{visit.patient}/")
    if found := form(page.text, r"/billing/account/[^/]+/pay/"):
        cents = floor.chance.randint(100, 4000)
        amount = f"{cents // 100}.{cents % 100:02d}"
        mark = Written("receipt", visit.patient, str(cents))
        await session.write("take a payment", found[0], {**found[1], "amount": amount, "method": "cash"}, mark)
    path = f"/check-in/{visit.encounter}/check-out/"
    await session.write("check out", path, {}, Written("checked out", visit.encounter))


async def nurse(floor: Floor, session: Session) -> None:
    """The next who waits is brought to a room and measured."""
    await session.look("front desk", "/front/")
    if not floor.arrived:
        await session.look("work queue", "/work/")
        return
    visit = floor.arrived.popleft()
    page = await session.look("visit", f"/charting/{visit.encounter}/")
    rooms = options(page.text, "room")
    if rooms:
        await session.write("to a room", f"/check-in/{visit.encounter}/room/", {"room": floor.chance.choice(rooms)})
    vitals = {"systolic": floor.chance.randint(105, 150), "diastolic": floor.chance.randint(60, 95)}
    vitals |= {"pulse": floor.chance.randint(55, 100), "oxygen": floor.chance.randint(94, 100)}
    typed = {name: str(value) for name, value in vitals.items()}
    proof = Written("vitals", visit.encounter, typed["systolic"])
    await session.write("vital signs", f"/charting/{visit.encounter}/vitals/", {"once": visit.mark, **typed}, proof)
    await session.look("visit", f"/charting/{visit.encounter}/")
    floor.roomed.setdefault(visit.provider, deque()).append(visit)
    await session.look("open chart", f"/patient/{visit.patient}/")


NOTE = "Reason: {0}. Exam: tonsils red. Assessment: Acute pharyngitis. Plan: Fluids, rest, ibuprofen."


async def provider(floor: Floor, session: Session) -> None:
    """See the next patient: read, write as one talks, sign, send on."""
    await session.look("home", "/")
    mine = floor.roomed.get(session.staff)
    if not mine:
        await session.look("day schedule", "/scheduling/")
        found = await _find(floor, session)
        if found:
            await session.look("open chart", f"/patient/{found}/")
        return
    visit = mine.popleft()
    here = f"/charting/{visit.encounter}/"
    await session.look("open chart", f"/patient/{visit.patient}/")
    await session.look("visit", here)
    await session.write("go in", f"/check-in/{visit.encounter}/enter/", {"next": here})
    text, version = NOTE.format(visit.mark), "1"
    for share in (3, 2):
        draft = {"text": text[: len(text) // share], "version": version}
        kept = await session.keep("draft kept", f"{here}keep/", draft)
        version = (re.findall(r'name="version" value="(\d+)"', kept.text) or [version])[0]
    page = await session.look("visit", here)
    version = (re.findall(r'name="version" value="(\d+)"', page.text) or [version])[0]
    fields = {"text": text, "version": version, "sign": "yes"}
    signed = await session.write("sign", f"{here}note/", fields, Written("note", visit.encounter, text))
    if signed.status == 302:
        floor.signed.append(visit)
    await session.write("to check-out", f"/check-in/{visit.encounter}/to-check-out/", {"next": "/"})
    floor.leaving.append(visit)


async def coder(floor: Floor, session: Session) -> None:
    """The next signed visit: a diagnosis and a service on its words, then released."""
    await session.look("coding queue", "/coding/")
    if not floor.signed:
        await session.look("work queue", "/work/")
        return
    visit = floor.signed.popleft()
    page = await session.look("coding a visit", f"/coding/visit/{visit.encounter}/")
    for typed in ("acu", "acute ph", "acute pharyngitis"):
        await session.ask("code search", f"/coding/search/{visit.encounter}/", {"q": typed})
    page = await _code(session, visit, page, "diagnosis", {"code": "J02.9"}, "Acute pharyngitis")
    hits = await session.ask("service search", f"/coding/{visit.encounter}/find-service/", {"q": "visit"})
    if keys := re.findall(r'data-value="([^"]+)"', hits.text):
        service = {"key": keys[0], "pointers": "1", "units": "1"}
        page = await _code(session, visit, page, "service", service, "tonsils red")
    release = form(page.text, r"/billing/capture/[^/]+/")
    if release:
        await session.write("release", release[0], release[1], Written("charge", visit.encounter))


async def _code(session: Session, visit: Visit, page: Answer, what: str, chosen: dict[str, str], quote: str) -> Answer:
    """Add a code on some words of the note; the page after it."""
    found = form(page.text, rf"/coding/[^/]+/{what}/")
    if found is None:
        return page
    at = NOTE.format(visit.mark).index(quote)
    marked = {"start": str(at), "end": str(at + len(quote)), "quote": quote}
    proof = Written(what, visit.encounter)
    await session.write(f"add a {what}", found[0], {**found[1], **chosen, **marked}, proof)
    return await session.look("coding a visit", f"/coding/visit/{visit.encounter}/")


async def biller(floor: Floor, session: Session) -> None:
    """The claims desk: a group, a claim, a note on it, the payments, an account."""
    board = await session.look("claims board", "/claims/")
    if claims := ids(board.text, "/claims/"):
        claim = floor.chance.choice(claims)
        page = await session.look("claim", f"/claims/{claim}/")
        if found := form(page.text, r"/claims/[^/]+/note/"):
            mark = floor.mark()
            await session.write("note on a claim", found[0], {**found[1], "words": mark}, Written("claim note", mark))
    remits = await session.look("payments", "/claims/remittances/")
    if found := ids(remits.text, "/claims/remittances/"):
        await session.look("payment", f"/claims/remittances/{floor.chance.choice(found)}/")
    await session.look("work queue", "/work/")
    patient = await _find(floor, session)
    if patient:
        await session.look("account", f"/billing/account/{patient}/")


async def manager(floor: Floor, session: Session) -> None:
    """The books, the trail, a dollar followed."""
    for step, path in (
        ("home", "/"),
        ("day sheet", "/books/"),
        ("journal", "/ledger/"),
        ("balances", "/ledger/balances/"),
        ("day schedule", "/scheduling/"),
        ("follow the dollar", f"/follow/encounter/{floor.chance.choice(floor.visits)}/"),
    ):
        await session.look(step, path)


def options(page: str, name: str) -> list[str]:
    """The values a page offers in a field."""
    found = re.search(_OPTION % name, page, re.DOTALL)
    return _VALUE.findall(found.group(0)) if found else []


JOURNEYS: dict[str, Journey] = {
    "receptionist": reception,
    "secretary": reception,
    "nurse": nurse,
    "medical_assistant": nurse,
    "provider": provider,
    "coder": coder,
    "biller": biller,
    "bookkeeper": manager,
    "manager": manager,
}
# How eighty sessions of a group of twenty providers divide (trust figures: 3.5 of support to each physician).
SHARES = {
    "receptionist": 18,
    "secretary": 4,
    "nurse": 8,
    "medical_assistant": 10,
    "provider": 20,
    "coder": 6,
    "biller": 8,
    "bookkeeper": 3,
    "manager": 3,
}

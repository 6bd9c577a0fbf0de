"""A session: somebody signed in, who sends one request at a time, each when it is due."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

from bench.load.notebook import Notebook, Written
from bench.load.pace import Pace
from bench.load.wire import Answer, Browser

NOTHING = Answer(0, "")
DOOR = "/security/sign-in/"


@dataclass(slots=True)
class Session:
    """One person at one screen."""

    user: str
    staff: str
    browser: Browser
    pace: Pace
    book: Notebook

    async def sign_in(self, password: str) -> bool:
        """Sign in, again if turned away; whether it went well. Not paced: everybody comes at eight."""
        began = time.perf_counter()
        for _ in range(3):
            await self.browser.get(DOOR)
            answer = await self.browser.post(DOOR, {"username": self.user, "password": password})
            if answer.status == 302:
                self.book.took["sign in"].append((time.perf_counter() - began) * 1000)
                return await self._land()
        return False

    async def _land(self) -> bool:
        """The first page, with the token of the new session."""
        for _ in range(10):
            answer = await self.browser.get("/")
            if answer.status == 302:
                answer = await self.browser.get(answer.place)
            if answer.status == 200:
                return True
            await asyncio.sleep(1)
        return False

    async def look(self, step: str, path: str) -> Answer:
        """Open a page."""
        return await self._timed(step, path, None)

    async def ask(self, step: str, path: str, fields: Mapping[str, str]) -> Answer:
        """Ask for a fragment by a form that changes nothing."""
        return await self._timed(step, path, fields, fragment=True)

    async def write(self, step: str, path: str, fields: Mapping[str, str], *proofs: Written) -> Answer:
        """Send a form that changes something; what must be found again is kept if the office took it."""
        answer = await self._timed(step, path, fields)
        if answer.status == 302 and not answer.place.startswith("/security/"):  # no door, no second question
            self.book.writes += 1
            self.book.written += proofs
        return answer

    async def keep(self, step: str, path: str, fields: Mapping[str, str]) -> Answer:
        """Save a draft as it is typed."""
        answer = await self._timed(step, path, fields, fragment=True)
        self.book.writes += answer.status == 200
        return answer

    async def _timed(self, step: str, path: str, fields: Mapping[str, str] | None, *, fragment: bool = False) -> Answer:
        due = await self.pace.turn()
        try:
            if fields is None:
                answer = await self.browser.get(path, fragment=fragment)
            else:
                answer = await self.browser.post(path, fields, fragment=fragment)
        except OSError as error:
            self.book.wrong[f"{step}: {type(error).__name__}"] += 1
            return NOTHING
        self._note(step, answer, due)
        return answer

    def _note(self, step: str, answer: Answer, due: float) -> None:
        if answer.retry:
            self.book.shed[step] += 1
        elif answer.status in (403, 404) or answer.status >= 500 or answer.place.startswith(DOOR):
            self.book.wrong[f"{step}: {answer.status} {answer.place}"] += 1
        else:
            self.book.note(step, due, (time.perf_counter() - due) * 1000)
            if answer.status >= 400:
                self.book.refused[step] += 1

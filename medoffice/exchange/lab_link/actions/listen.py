"""Listen: frames in, one commit for what waits, answers out. Nothing is answered that is not committed."""

import asyncio
import logging
import ssl
from asyncio import Future, Queue, StreamReader, StreamWriter, Task
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from ipaddress import ip_address

from medoffice.clinic.results.types import Arrived
from medoffice.exchange.lab_link.types import Listening
from medoffice.standards.hl7.api import Flaw, Frame, Unframer, framed

log = logging.getLogger("medoffice.lab_link")
Keep = Callable[[Sequence[Arrived]], Sequence[bytes]]
_Waiting = tuple[Arrived, "Future[bytes | None]"]
_PIECE = 1 << 16
_DRAIN_SECONDS = 10.0


class Listener:
    """A listener; ``keep`` commits messages and returns their answers, or raises and nothing is answered."""

    def __init__(self, how: Listening, keep: Keep, tls: ssl.SSLContext | None = None) -> None:
        """Nothing listens yet."""
        self.how, self.keep, self.tls = how, keep, tls
        self.port = 0
        self._waiting: Queue[_Waiting] = Queue(how.behind)
        self._busy: set[Task[None]] = set()
        self._open: set[Task[None]] = set()
        self._ends = False
        self._hand = ThreadPoolExecutor(1, "lab-link")

    async def run(self, stop: asyncio.Event, ready: Callable[[int], None] = lambda _: None) -> None:
        """Listen until told to stop; what has come by then is committed and answered. Raises OSError."""
        server = await asyncio.start_server(self._connected, self.how.host, self.how.port, ssl=self.tls)
        self.port = server.sockets[0].getsockname()[1]
        committing = asyncio.create_task(self._commit())
        ready(self.port)
        await stop.wait()
        self._ends = True
        server.close()
        for task in self._open - self._busy:
            task.cancel()
        if self._busy:
            await asyncio.wait(self._busy, timeout=_DRAIN_SECONDS)
        for task in self._open:
            task.cancel()
        committing.cancel()
        self._hand.shutdown(wait=True)

    async def _connected(self, reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.current_task()
        address = str((writer.get_extra_info("peername") or ("",))[0])
        if task is None or len(self._open) >= self.how.connections or not self._is_allowed(address):
            log.warning("a connection to the laboratory link was refused")
            writer.close()
            return
        self._open.add(task)
        try:
            await self._talk(task, reader, writer, address)
        except (OSError, asyncio.CancelledError):
            pass  # gone, or we stop: what was not answered comes again
        finally:
            self._open.discard(task)
            self._busy.discard(task)
            writer.close()

    def _is_allowed(self, address: str) -> bool:
        if not self.how.allowed:
            return True
        try:
            found = ip_address(address)
        except ValueError:
            return False
        return any(found in network for network in self.how.allowed)

    async def _talk(self, task: "Task[None]", reader: StreamReader, writer: StreamWriter, address: str) -> None:
        """Read, hand over, answer in order; until the other side ends, or something is not answered."""
        unframer, began = Unframer(self.how.most_bytes), 0.0
        now = asyncio.get_running_loop().time
        while True:
            data = await self._read(reader, unframer, began)
            frames = unframer.feed(data) if data else unframer.close()
            self._busy.add(task)
            for frame in frames:
                if frame.flaw is Flaw.OUTSIDE:
                    log.warning("bytes outside of any message came over the laboratory link")
            told = [await self._hand_over(frame, address) for frame in frames if frame.flaw is not Flaw.OUTSIDE]
            for answer in told:
                said = await answer
                if said is None:
                    return
                writer.write(framed(said))
                await writer.drain()
            self._busy.discard(task)
            if not data or self._ends:
                return
            began = (began or now()) if unframer.waiting and not frames else now() if unframer.waiting else 0.0

    async def _read(self, reader: StreamReader, unframer: Unframer, began: float) -> bytes:
        """What comes next; nothing where the other side ended, or a message that has begun does not go on."""
        if not unframer.waiting:
            return await reader.read(_PIECE)
        left = began + self.how.whole_seconds - asyncio.get_running_loop().time()
        try:
            return await asyncio.wait_for(reader.read(_PIECE), max(0.0, min(self.how.quiet_seconds, left)))
        except TimeoutError:
            return b""

    async def _hand_over(self, frame: Frame, address: str) -> "Future[bytes | None]":
        """Put it before the next commit; waits, and so reads nothing more, while too much waits."""
        answer: Future[bytes | None] = asyncio.get_running_loop().create_future()
        flaw = "" if frame.flaw is None else frame.flaw.value
        await self._waiting.put((Arrived(frame.data, address, flaw), answer))
        return answer

    async def _commit(self) -> None:
        """Commit what waits, together; meanwhile the next wait."""
        while True:
            batch = await self._together()
            answers = await self._kept([one for one, _ in batch])
            for (_, answer), said in zip(batch, answers, strict=True):
                if not answer.done():
                    answer.set_result(said)

    async def _kept(self, arrived: Sequence[Arrived]) -> Sequence[bytes | None]:
        """The answers, once committed; of what cannot be kept together each is kept by itself, or not answered."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._hand, self.keep, arrived)
        except Exception as error:  # noqa: BLE001 - not kept, so not answered: the sender sends again
            log.error("%d messages of laboratories could not be kept: %s", len(arrived), type(error).__name__)
        return [(await self._kept([one]))[0] for one in arrived] if len(arrived) > 1 else [None]

    async def _together(self) -> list[_Waiting]:
        """What goes into the next commit: it waits a moment for whoever is connected and has sent nothing yet."""
        now = asyncio.get_running_loop().time
        batch = [await self._waiting.get()]
        until = now() + self.how.gather_seconds
        while len(batch) < self.how.at_once:
            if not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
                continue
            left = until - now()
            if left <= 0 or len(batch) >= len(self._open):
                break
            with suppress(TimeoutError):
                batch.append(await asyncio.wait_for(self._waiting.get(), left))
        return batch


def listen(
    how: Listening, keep: Keep, stop: Callable[[Callable[[], None]], None], ready: Callable[[int], None],
    tls: ssl.SSLContext | None = None,
) -> None:  # fmt: skip
    """Listen until stopped: ``stop`` is given what stops it, ``ready`` is told the port. Raises OSError."""

    async def run() -> None:
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()

        def end() -> None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(ended.set)

        stop(end)
        await Listener(how, keep, tls).run(ended, ready)

    asyncio.run(run())

"""The laboratory as a process: takes orders at one port and tells results at another, in frames of its own writing."""

import heapq
import socket
import threading
import time
from collections.abc import Callable
from datetime import datetime

from medoffice.exchange.simulators.lab.rules.bench import news_of
from medoffice.exchange.simulators.lab.rules.desk import answer, read_order
from medoffice.exchange.simulators.lab.types import LabMood, News
from medoffice.kernel import clock

_AGAIN, _ANSWER_SECONDS = 2.0, 20.0


class Laboratory:
    """It listens until stopped; what it has to tell is told until it is acknowledged."""

    def __init__(self, mood: LabMood, office: tuple[str, int], minute: float, now: Callable[[], datetime]) -> None:
        """``office``: where results go; ``minute``: how many seconds a minute takes here."""
        self.mood, self.office, self.minute, self.now = mood, office, minute, now
        self.told: list[str] = []
        self._orders: set[str] = set()
        self._waiting: list[tuple[float, int, News]] = []
        self._count = 0
        self._lock = threading.Condition()
        self._stopped = False

    def listen(self, port: int = 0) -> int:
        """Begin to take orders and to tell; returns the port. Raises OSError."""
        server = socket.create_server(("127.0.0.1", port))
        for work in (lambda: self._serve(server), self._tell):
            threading.Thread(target=work, daemon=True).start()
        return int(server.getsockname()[1])

    def stop(self) -> None:
        """Tell nothing more."""
        with self._lock:
            self._stopped = True
            self._lock.notify_all()

    def _serve(self, server: socket.socket) -> None:
        while not self._stopped:
            wire, _ = server.accept()
            threading.Thread(target=self._talk, args=(wire,), daemon=True).start()

    def _talk(self, wire: socket.socket) -> None:
        held = b""
        with wire:
            while piece := wire.recv(65536):
                held += piece
                while b"\x1c\r" in held:
                    message, _, held = held.partition(b"\x1c\r")
                    said = self._take(message[message.find(b"\x0b") + 1 :])
                    if said:
                        wire.sendall(b"\x0b" + said + b"\x1c\r")

    def _take(self, data: bytes) -> bytes:
        at, order = self.now().strftime("%Y%m%d%H%M%S+0000"), read_order(data)
        if order is None:
            return answer(data, "AR", at, "This is no order.")
        if self.mood.refusing:
            return answer(data, "AE", at, "The account is not known.")
        with self._lock:
            if order.control_id not in self._orders:
                self._orders.add(order.control_id)
                for one in news_of(self.mood, order, at):
                    self._put(one.after * self.minute, one)
        return b"" if self.mood.deaf or self.mood.dead else answer(data, "AA", at)

    def _put(self, after: float, one: News) -> None:
        self._count += 1
        heapq.heappush(self._waiting, (time.monotonic() + after, self._count, one))
        self._lock.notify_all()

    def _tell(self) -> None:
        while True:
            with self._lock:
                while not self._stopped and (not self._waiting or self._waiting[0][0] > time.monotonic()):
                    left = self._waiting[0][0] - time.monotonic() if self._waiting else None
                    self._lock.wait(left)
                if self._stopped:
                    return
                _, _, one = heapq.heappop(self._waiting)
            if not self._call(one):
                with self._lock:
                    self._put(_AGAIN * self.minute, one)

    def _call(self, one: News) -> bool:
        """Tell one thing; whether it was acknowledged. A broken frame is not waited for."""
        try:
            with socket.create_connection(self.office, timeout=_ANSWER_SECONDS) as wire:
                wire.sendall(b"\x0b" + one.data + (b"" if one.broken else b"\x1c\r"))
                if one.broken:
                    return True
                said = b""
                while b"\x1c\r" not in said and (piece := wire.recv(4096)):
                    said += piece
        except OSError:
            return False
        if b"\x1c\r" in said:
            self.told.append(one.key)
        return b"\x1c\r" in said


def serve(
    mood: LabMood, office: tuple[str, int], *, port: int, minute: float, ready: Callable[[int], None],
    stopped: threading.Event,
) -> None:  # fmt: skip
    """Be a laboratory until stopped. Raises OSError for a port that is taken."""
    found = Laboratory(mood, office, minute, clock.real_now)
    ready(found.listen(port))
    stopped.wait()
    found.stop()

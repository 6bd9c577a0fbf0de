"""Reads the text of an image, alone in a process with limits: the image on stdin, its lines as JSON on stdout.

Run as a file by ``recognize.py``, by a Python in which rapidocr is installed; it imports nothing of the product, keeps
nothing, and reaches no network. ``null`` says that there is no rapidocr.
"""

import json
import resource
import sys
from importlib import import_module
from typing import Any

MEMORY, SECONDS, FILES, LONGEST_SIDE = 6 << 30, 30, 256, 1600
# The classifier of direction turns upright lines upside down; cards are scanned upright. Lines one by one, each as wide
# as it is, with memory that is used again, take a quarter less time than in sixes.
HOW = {
    "Global.use_cls": False,
    "Global.log_level": "critical",
    "Rec.rec_batch_num": 1,
    "EngineConfig.onnxruntime.enable_cpu_mem_arena": True,
}
_OTHERS = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system")


def limit() -> None:
    """No more memory, time and files than a card needs; no file is written, nobody is called."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_alone)


def _alone(event: str, _: tuple[Any, ...]) -> None:
    """Whatever is imported later finds no network and starts no other program; a hook cannot be taken off again."""
    if event.startswith(_OTHERS):
        raise OSError("nobody else is reached from here")


def lines(data: bytes) -> list[dict[str, Any]] | None:
    """The lines with how sure each is and where it stands (left, top, right, bottom); None without rapidocr."""
    try:
        ocr, cv2, numpy = (import_module(name) for name in ("rapidocr", "cv2", "numpy"))
    except ImportError:
        return None
    image = cv2.imdecode(numpy.frombuffer(data, dtype=numpy.uint8), cv2.IMREAD_COLOR)
    if image is None:
        return []
    share = LONGEST_SIDE / max(image.shape[:2])
    if share < 1:
        image = cv2.resize(image, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    found = ocr.RapidOCR(params=HOW)(image)
    if found.txts is None:
        return []
    rows = zip(found.txts, found.scores, found.boxes, strict=True)
    return [{"text": str(text), "score": float(score), "box": _frame(box)} for text, score, box in rows]


def _frame(box: Any) -> list[int]:  # noqa: ANN401 - four corners, in numpy's own type
    across, down = [float(x) for x, _ in box], [float(y) for _, y in box]
    return [int(edge) for edge in (min(across), min(down), max(across), max(down))]


if __name__ == "__main__":
    limit()
    sys.stdout.write(json.dumps(lines(sys.stdin.buffer.read())))

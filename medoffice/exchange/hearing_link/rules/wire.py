"""What is asked of a server, as bytes: a form (multipart) with the sound and how its words are to be told.

The wire is that of many servers that hear. Unverified: its fields are from general knowledge, no page that fixes them
was at hand, and nothing but our own stand-in was asked.
"""

from collections.abc import Sequence

LANGUAGE = "en"


def form(wave: bytes, model: str, hints: Sequence[str], boundary: str) -> tuple[str, bytes]:
    """The kind of the form, and the form. Hints are what it calls the prompt: words that may be said."""
    told = [
        ("model", model),
        ("language", LANGUAGE),
        ("response_format", "verbose_json"),
        ("timestamp_granularities[]", "word"),
        ("timestamp_granularities[]", "segment"),
        ("temperature", "0"),
        *([("prompt", ", ".join(hints))] if hints else []),
    ]
    fields = [_part(f'name="{name}"', "", value.encode(), boundary) for name, value in told]
    sound = _part('name="file"; filename="speech.wav"', "Content-Type: audio/wav\r\n", wave, boundary)
    end = f"--{boundary}--\r\n".encode()
    return f"multipart/form-data; boundary={boundary}", b"".join([*fields, sound, end])


def _part(named: str, kind: str, value: bytes, boundary: str) -> bytes:
    return f"--{boundary}\r\nContent-Disposition: form-data; {named}\r\n{kind}\r\n".encode() + value + b"\r\n"

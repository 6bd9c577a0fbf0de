"""How typed values become JSON and come back by their declared type: dataclasses, enums, UUIDs, dates, Money."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any type may be encoded
    return TypeAdapter(kind)


def to_json(value: object, kind: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """``value`` as plain JSON data, by its declared type ``kind``."""
    return _adapter(kind).dump_python(value, mode="json")


def from_json(data: Any, kind: Any) -> Any:  # noqa: ANN401 - the inverse of to_json
    """The value of type ``kind`` that ``to_json`` made ``data`` from. Raises pydantic.ValidationError if it did not."""
    return _adapter(kind).validate_python(data)

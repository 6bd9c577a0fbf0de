"""Models of sherpa-onnx form that hear what is known beforehand, written byte by byte: a few kilobytes, no weights.

Each says the parts of a script, one behind the other: the next whenever it was louder than the mean of the stretch for
a few frames more. Of one part ("fer") it is hardly surer than of another ("for"): there a hint decides, if the kind
takes any. Nothing of a voice is known to them; the runtime, the features and the times are the real ones.
"""

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from medoffice.kernel.speech_forms import Kind

SAID, HINTED = ("no", "fever", "takes", "metfermin."), ("no", "fever", "takes", "metformin.")
_FLOAT, _INT32, _INT64 = 1, 6, 7
_PARTS = ("\u2581no", "\u2581fe", "ver", "\u2581takes", "\u2581met", "fer", "min", ".", "for")
_NEARLY, _INSTEAD, _LESS = _PARTS.index("fer"), _PARTS.index("for"), 0.5
_SCRIPT, _STEP, _BLANK = 8, 3, "<blk>"  # the parts that are said; every so many loud frames; silence
_MEL, _MOST = {Kind.MEDASR: 128, Kind.NEMO: 128}, 1 << 30


def write_model(kind: Kind, folder: Path) -> Path:
    """The files of such a model in a folder, as their publishers name them."""
    folder.mkdir(parents=True, exist_ok=True)
    first = kind in {Kind.MEDASR, Kind.TRANSDUCER}  # where the part that means silence stands
    parts = (_BLANK, *_PARTS) if first else (*_PARTS, _BLANK)
    (folder / "tokens.txt").write_text("".join(f"{part} {at}\n" for at, part in enumerate(parts)), encoding="utf-8")
    makes = {Kind.MEDASR: _medasr, Kind.NEMO_CTC: _nemo_ctc, Kind.NEMO: _nemo, Kind.TRANSDUCER: _zipformer}
    for name, data in makes[kind](len(parts)).items():
        (folder / name).write_bytes(data)
    return folder


def _medasr(size: int) -> dict[str, bytes]:
    nodes, constants = _scripted("input_features", 4, _table(size, 1), 1, 0)
    ends = [_node("Identity", "scores", "logits"), *_LENGTH]
    takes = [_value("input_features", _FLOAT, "N", "T", 128), _value("mask", _INT64, "N", "T")]
    gives = [_value("logits", _FLOAT, "N", "S", size), _value("lengths", _INT64, "N")]
    notes = {"model_type": "medasr_ctc", "vocab_size": size, "subsampling_factor": 4, "feat_dim": 128}
    return {"model.int8.onnx": _model([*nodes, *ends], constants, takes, gives, notes)}


def _nemo_ctc(size: int) -> dict[str, bytes]:
    nodes, constants = _scripted("turned", 8, _table(size, 0), 0, size - 1)
    turn, ends = _node("Transpose", "audio_signal", "turned", perm=(0, 2, 1)), [_node("LogSoftmax", "scores", "told")]
    takes = [_value("audio_signal", _FLOAT, "N", 80, "T"), _value("length", _INT64, "N")]
    notes = {"model_type": "EncDecCTCModelBPE", "vocab_size": size - 1, "subsampling_factor": 8, "normalize_type": ""}
    gives = [_value("told", _FLOAT, "N", "S", size)]
    return {"model.onnx": _model([turn, *nodes, *ends], constants, takes, gives, notes)}


def _zipformer(size: int) -> dict[str, bytes]:
    nodes, constants = _scripted("x", 4, _table(size, 1), 1, 0)
    ends = [_node("Identity", "scores", "encoder_out"), *_LENGTH]
    takes = [_value("x", _FLOAT, "N", "T", 80), _value("x_lens", _INT64, "N")]
    gives = [_value("encoder_out", _FLOAT, "N", "S", size), _value("lengths", _INT64, "N")]
    encoder = _model([*nodes, *ends], constants, takes, gives, {"model_type": "zipformer2"})
    nothing = _tensor("nothing", _FLOAT, [size, size], [0.0] * size**2)
    decodes = [_node("Gather", "nothing y", "found"), _node("ReduceMean", "found", "out", axes=(1,), keepdims=0)]
    of_out = [_value("out", _FLOAT, "N", size)]
    notes = {"context_size": 2, "vocab_size": size}
    takes = [_value("one", _FLOAT, "N", size), _value("other", _FLOAT, "N", size)]
    return {
        "encoder-epoch-99-avg-1.int8.onnx": encoder,
        "decoder-epoch-99-avg-1.onnx": _model(decodes, [nothing], [_value("y", _INT64, "N", 2)], of_out, notes),
        "joiner-epoch-99-avg-1.onnx": _model([_node("Add", "one other", "out")], [], takes, of_out, {}),
    }


def _nemo(size: int) -> dict[str, bytes]:
    """As Parakeet (TDT): behind the parts stands how many frames each lasts, here one of five."""
    wide = size + 5
    table = [[*row, 0.0, 5.0, 0.0, 0.0, 0.0] for row in _table(size, 0)]
    nodes, constants = _scripted("turned", 8, table, 0, size - 1)
    turn, back = (
        _node("Transpose", *pair, perm=(0, 2, 1)) for pair in (("audio_signal", "turned"), ("scores", "outputs"))
    )
    takes = [_value("audio_signal", _FLOAT, "N", 128, "T"), _value("length", _INT64, "N")]
    gives = [_value("outputs", _FLOAT, "N", wide, "S"), _value("lengths", _INT64, "N")]
    notes = {"model_type": "EncDecRNNTBPEModel", "vocab_size": size - 1, "subsampling_factor": 8, "feat_dim": 128}
    notes |= {"normalize_type": "per_feature", "pred_rnn_layers": 1, "pred_hidden": 4, "url": "parakeet-tdt"}
    encoder = _model([turn, *nodes, back, *_LENGTH], constants, takes, gives, notes)
    decodes = [_node("Gather", "nothing targets", "found"), _node("Transpose", "found", "outputs", perm=(0, 2, 1))]
    decodes += [_node("Identity", name, f"{name}_next") for name in ("length", "h", "c")]
    kept = (
        [_value(name, _FLOAT, 1, "N", 4) for name in ("h", "c")],
        [_value(f"{n}_next", _FLOAT, 1, "N", 4) for n in "hc"],
    )
    takes = [_value("targets", _INT32, "N", "U"), _value("length", _INT32, "N"), *kept[0]]
    gives = [_value("outputs", _FLOAT, "N", wide, "U"), _value("length_next", _INT32, "N"), *kept[1]]
    decoder = _model(decodes, [_tensor("nothing", _FLOAT, [size, wide], [0.0] * size * wide)], takes, gives, {})
    joins = [_node("Add", "one other", "sum"), _node("Transpose", "sum", "turned", perm=(0, 2, 1))]
    joins += [_node("Unsqueeze", "turned at", "outputs")]
    takes = [_value("one", _FLOAT, "N", wide, 1), _value("other", _FLOAT, "N", wide, 1)]
    gives = [_value("outputs", _FLOAT, "N", 1, 1, wide)]
    joiner = _model(joins, [_tensor("at", _INT64, [1], [2])], takes, gives, {})
    return {"encoder.int8.onnx": encoder, "decoder.int8.onnx": decoder, "joiner.int8.onnx": joiner}


def _table(size: int, first: int) -> list[list[float]]:
    """For each part how it is told: for sure, but for the one that is nearly another."""
    rows = [[3.0 if at == part else -6.0 for at in range(size)] for part in range(size)]
    rows[first + _NEARLY][first + _INSTEAD] = 3.0 - _LESS
    return rows


def _scripted(
    frames: str, every: int, table: list[list[float]], first: int, blank: int
) -> tuple[list[bytes], list[bytes]]:
    """From frames (N, T, features), of which each so many-th counts, to ``scores`` of the parts."""
    nodes = [
        _node("Slice", f"{frames} zero most along every", "few"),
        _node("ReduceMean", "few", "loudness", axes=(2,), keepdims=0),
        _node("ReduceMean", "loudness", "mean", axes=(1,), keepdims=1),
        _node("Greater", "loudness mean", "is_loud"),
        _node("Cast", "is_loud", "loud", to=_INT64),
        _node("CumSum", "loud one", "count"),
        _node("Div", "count step", "index"),
        _node("Sub", "count loud", "count_before"),
        _node("Div", "count_before step", "index_before"),
        _node("Greater", "index index_before", "speaks"),
        _node("Sub", "index one", "nth"),
        _node("Mod", "nth many", "part"),
        _node("Add", "part first", "number"),
        _node("Where", "speaks number blank", "said"),
        _node("Gather", "table said", "scores"),
    ]
    numbers = {"one": 1, "step": _STEP, "many": _SCRIPT, "first": first, "blank": blank}
    several = {"zero": 0, "most": _MOST, "along": 1, "every": every, "length_at": 1, "length_to": 2}
    constants = [_tensor(name, _INT64, [], [number]) for name, number in numbers.items()]
    constants += [_tensor(name, _INT64, [1], [number]) for name, number in several.items()]
    flat = [score for row in table for score in row]
    return nodes, [*constants, _tensor("table", _FLOAT, [len(table), len(table[0])], flat)]


def _number(number: int) -> bytes:
    made, number = b"", number & (1 << 64) - 1
    while number > 127:
        made, number = made + bytes([number & 127 | 128]), number >> 7
    return made + bytes([number])


def _field(at: int, value: int | bytes | str) -> bytes:
    if isinstance(value, int):
        return _number(at << 3) + _number(value)
    data = value.encode() if isinstance(value, str) else value
    return _number(at << 3 | 2) + _number(len(data)) + data


def _tensor(name: str, kind: int, shape: Sequence[int], values: Sequence[float]) -> bytes:
    raw = struct.pack(f"<{len(values)}{'f' if kind == _FLOAT else 'q'}", *values)
    return b"".join(_field(1, size) for size in shape) + _field(2, kind) + _field(8, name) + _field(9, raw)


def _node(does: str, takes: str, gives: str, **how: int | tuple[int, ...]) -> bytes:
    made = b"".join(_field(1, one) for one in takes.split()) + _field(2, gives) + _field(4, does)
    for name, value in how.items():
        told = _field(3, value) + _field(20, 2) if isinstance(value, int) else b""
        told = told or b"".join(_field(8, one) for one in value) + _field(20, 7)  # type: ignore[union-attr]
        made += _field(5, _field(1, name) + told)
    return made


def _value(name: str, kind: int, *shape: int | str) -> bytes:
    sizes = b"".join(_field(1, _field(1 if isinstance(one, int) else 2, one)) for one in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, sizes)))


def _model(
    nodes: Sequence[bytes], constants: Sequence[bytes], takes: Sequence[bytes], gives: Sequence[bytes],
    notes: Mapping[str, object],
) -> bytes:  # fmt: skip
    graph = b"".join(_field(1, one) for one in nodes) + _field(2, "made up")
    graph += b"".join(_field(5, one) for one in constants)
    graph += b"".join(_field(11, one) for one in takes) + b"".join(_field(12, one) for one in gives)
    made = _field(1, 8) + _field(7, graph) + _field(8, _field(1, "") + _field(2, 17))
    return made + b"".join(_field(14, _field(1, key) + _field(2, str(said))) for key, said in notes.items())


_LENGTH = (_node("Shape", "said", "sizes"), _node("Slice", "sizes length_at length_to", "lengths"))

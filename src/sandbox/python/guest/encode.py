"""Turns a Python value into plain JSON data that keeps its exact type. The host's side of it is values/wire.ts.

    None, bool, str, small int   as JSON has them
    other int                    ["i", "-0x1f"]
    float                        ["f", "1.5"]
    bytes                        ["b", "00ff"]
    list, tuple, set, frozenset  ["l" | "t" | "s" | "z", [items]]
    dict                         ["d", [[key, value], ...]]
    anything else                ["o", type name, short text]
"""
_MAX_DEPTH = 64
_MAX_TEXT = 200
_SMALL = 1 << 53
_SEQUENCES = {list: "l", tuple: "t", set: "s", frozenset: "z"}


def encode(value, depth=0):
    kind = type(value)
    if value is None or kind is bool or kind is str:
        return value
    if kind is int:
        return value if -_SMALL < value < _SMALL else ["i", hex(value)]
    if kind is float:
        return ["f", repr(value)]
    if kind is bytes:
        return ["b", value.hex()]
    if depth >= _MAX_DEPTH:
        return ["o", kind.__name__, "nested too deeply"]
    if kind in _SEQUENCES:
        return [_SEQUENCES[kind], [encode(item, depth + 1) for item in value]]
    if kind is dict:
        return ["d", [[encode(key, depth + 1), encode(item, depth + 1)] for key, item in value.items()]]
    return ["o", str(kind.__name__)[:_MAX_TEXT], _short_text(value)]


def _short_text(value):
    try:
        return str(repr(value))[:_MAX_TEXT]
    except Exception as error:
        return "repr raised " + type(error).__name__

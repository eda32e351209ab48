"""Turns a Python value into plain JSON data that keeps its exact type. The host's side of it is values/wire.ts.

    None, bool, str, small int   as JSON has them; a str that JSON would change is "anything else"
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


def encode(value, depth=0):
    kind = type(value)
    if value is None or kind is bool:
        return value
    if kind is str:
        return value if value.isascii() or _survives_json(value) else ["o", "str", _short_text(value)]
    if kind is int:
        return value if -_SMALL < value < _SMALL else ["i", hex(value)]
    if kind is float:
        return ["f", repr(value)]
    if kind is bytes:
        return ["b", value.hex()]
    if depth >= _MAX_DEPTH:
        return ["o", kind.__name__, "nested too deeply"]
    # By identity, one by one: a type may hash and compare as another.
    sequence = "l" if kind is list else "t" if kind is tuple else "s" if kind is set else "z" if kind is frozenset else ""
    if sequence:
        return [sequence, [encode(item, depth + 1) for item in value]]
    if kind is dict:
        return ["d", [[encode(key, depth + 1), encode(item, depth + 1)] for key, item in value.items()]]
    return ["o", str(kind.__name__)[:_MAX_TEXT], _short_text(value)]


def _survives_json(text):
    """Whether no two surrogates stand side by side that JSON would make one character of."""
    try:
        text.encode()
        return True
    except UnicodeEncodeError:
        return not any("\ud800" <= one < "\udc00" <= two < "\ue000" for one, two in zip(text, text[1:]))


def _short_text(value):
    try:
        return str(repr(value))[:_MAX_TEXT]
    except Exception as error:
        return "repr raised " + type(error).__name__

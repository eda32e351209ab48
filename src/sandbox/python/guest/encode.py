"""Turns a Python value into plain JSON data that keeps its exact type. The host's side of it is values/wire.ts.

    None, bool, str, small int   as JSON has them; a str that JSON would change is "anything else"
    other int                    ["i", "-0x1f"]
    float                        ["f", "1.5"]
    bytes                        ["b", "00ff"]
    list, tuple, set, frozenset  ["l" | "t" | "s" | "z", [items]]
    dict, and the kinds of dict  ["d", [[key, value], ...]]
    that `collections` defines
    anything else                ["o", type name, short text]
"""
import collections

_MAX_DEPTH = 64
_MAX_TEXT = 200
_SMALL = 1 << 53
# Taken while the image is built and compared by identity: what a program derives from them, or names like them, is its
# own. How their items are read is taken then too, since a program may put something else in the place of it.
_Counter, _OrderedDict, _defaultdict = collections.Counter, collections.OrderedDict, collections.defaultdict
_items_of, _items_in_order = dict.items, collections.OrderedDict.items


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
        return ["o", visible(str(kind.__name__)[:_MAX_TEXT]), "nested too deeply"]
    # By identity, one by one: a type may hash and compare as another.
    sequence = "l" if kind is list else "t" if kind is tuple else "s" if kind is set else "z" if kind is frozenset else ""
    if sequence:
        return [sequence, [encode(item, depth + 1) for item in value]]
    if kind is dict or kind is _Counter or kind is _defaultdict or kind is _OrderedDict:
        items = _items_in_order(value) if kind is _OrderedDict else _items_of(value)
        return ["d", [[encode(key, depth + 1), encode(item, depth + 1)] for key, item in items]]
    return ["o", visible(str(kind.__name__)[:_MAX_TEXT]), _short_text(value)]


def visible(text):
    """The text with its lone surrogates escaped: they are no characters, and JSON would make one of two of them."""
    return str.encode(text, "utf-8", "backslashreplace").decode()


def _survives_json(text):
    """Whether no two surrogates stand side by side that JSON would make one character of."""
    try:
        text.encode()
        return True
    except UnicodeEncodeError:
        return not any("\ud800" <= one < "\udc00" <= two < "\ue000" for one, two in zip(text, text[1:]))


def _short_text(value):
    try:
        return visible(str(repr(value))[:_MAX_TEXT])
    except Exception as error:
        return "repr raised " + type(error).__name__

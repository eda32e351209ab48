/** Python that tells in which ways what a call gave may become a plain value, and how calls of methods are written. */

/** `ways_to_show(value)` gives texts with VALUE in them, the best one first. */
export const SHOWN_VALUES = String.raw`
STANDARD = {"collections", "datetime", "decimal", "fractions", "re", "itertools", "functools", "operator", "math", "string", "types", "enum", "random"}
OPERATORS = {
    "__eq__": "==", "__ne__": "!=", "__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">=", "__add__": "+", "__sub__": "-",
    "__mul__": "*", "__or__": "|", "__and__": "&", "__xor__": "^", "__truediv__": "/", "__floordiv__": "//", "__mod__": "%",
}
PREFIXES = {"__len__": "len", "__iter__": "iter", "__repr__": "repr", "__str__": "str", "__bool__": "bool", "__reversed__": "reversed", "__int__": "int", "__float__": "float"}
#: These change nothing of the object.
LOOKS = {*OPERATORS, *PREFIXES, "__contains__"}
SKIPPED = {"__new__", "__init_subclass__", "__hash__", "__enter__", "__exit__", "__del__", "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__",
           "__getattr__", "__getattribute__", "__setattr__", "__class_getitem__", "__set_name__", "__get__", "__missing__", "__next__", "__sizeof__", "__dir__", "__instancecheck__", "__subclasscheck__", "__copy__", "__deepcopy__"}


def is_plain(value, depth=0):
    kind = type(value)
    if kind in (type(None), bool, int, float, str, bytes):
        return True
    if depth > 20:
        return False
    if kind is dict:
        return all(is_plain(key, depth + 1) and is_plain(item, depth + 1) for key, item in value.items())
    return kind in (list, tuple, set, frozenset) and all(is_plain(item, depth + 1) for item in value)


def ways_to_show(value):
    """Texts with VALUE in them that may make a plain value of it, the best one first."""
    if is_plain(value):
        return ["VALUE"]
    if hasattr(value, "__next__"):
        return ["list(itertools.islice(VALUE, 100))", "[repr(item) for item in itertools.islice(VALUE, 100)]"]
    if isinstance(value, enum.Enum):
        return ["(VALUE).name"]
    if isinstance(value, (decimal.Decimal, fractions.Fraction, datetime.date, datetime.time, datetime.timedelta)):
        return ["str(VALUE)"]
    if isinstance(value, type) or isinstance(value, (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType)):
        return []
    ways = []
    if isinstance(value, str):
        ways.append("str(VALUE)")
    elif isinstance(value, tuple) and type(value) is not tuple:
        ways.append("tuple(VALUE)")
    elif isinstance(value, (collections.deque, list, range)) and type(value) is not list or isinstance(value, (type({}.keys()), type({}.values()), type({}.items()))):
        ways.append("list(VALUE)")
    elif isinstance(value, dict) and type(value) is not dict:
        ways.append("dict(VALUE)")
    try:
        shown = repr(value)
    except Exception:
        shown = " at 0x"
    if " at 0x" not in shown and len(shown) < LONGEST:
        ways.append("repr(VALUE)")
    attributes = getattr(value, "__dict__", None)
    if type(attributes) is dict and attributes and is_plain(attributes):
        ways.append("vars(VALUE)")
    return ways


def is_assignment(entry):
    return entry["facts"][3] in ("__setitem__", "__delitem__")


def step_text(step):
    return "try:\n    " + step + "\nexcept Exception:\n    pass" if "\n" not in step else step


def text_of_method(name, kind, target, written):
    inside = ", ".join(written)
    if kind == "property":
        return target + "." + name
    if name in OPERATORS and len(written) == 1:
        return target + " " + OPERATORS[name] + " " + written[0]
    if name in PREFIXES and not written:
        return PREFIXES[name] + "(" + target + ")"
    if name == "__contains__":
        return written[0] + " in " + target
    if name == "__getitem__":
        return target + "[" + written[0] + "]"
    if name == "__setitem__":
        return target + "[" + written[0] + "] = " + written[1]
    if name == "__delitem__":
        return "del " + target + "[" + written[0] + "]"
    if name == "__call__":
        return target + "(" + inside + ")"
    return target + "." + name + "(" + inside + ")"
`;

/** Python that tells which values can be compared, writes them as literals, and turns others into such. */

/**
 * `literal(value)` gives a value's source, or None where it is not plain. `way_to_compare(value)` names the way in which a
 * value becomes a comparable one, and `WAYS` has for each the text that does it.
 */
export const PLAIN_VALUES = String.raw`
import array, ast, collections, datetime, decimal, enum, fractions, types

SCALARS = (bool, int, str, bytes, type(None))
MAPPINGS = (dict, collections.Counter, collections.defaultdict, collections.OrderedDict)

def literal(value, depth=0):
    kind = type(value)
    if kind in SCALARS:
        return repr(value)
    if kind is float:
        return repr(value) if value - value == 0 else "float('%r')" % value
    if depth > 50:
        return None
    if kind is dict:
        pairs = [(literal(key, depth + 1), literal(item, depth + 1)) for key, item in value.items()]
        return None if any(None in pair for pair in pairs) else "{" + ", ".join(key + ": " + item for key, item in pairs) + "}"
    if kind not in (list, tuple, set, frozenset):
        return None
    items = [literal(item, depth + 1) for item in value]
    if None in items:
        return None
    if kind is list:
        return "[" + ", ".join(items) + "]"
    if kind is tuple:
        return "(" + ", ".join(items) + ("," if len(items) == 1 else "") + ")"
    members = "{" + ", ".join(sorted(items)) + "}" if items else "set()"
    return members if kind is set else "frozenset(" + members + ")"

def is_plain(value, depth=0):
    kind = type(value)
    if kind in SCALARS or kind is float:
        return True
    if depth > 50:
        return False
    if kind in MAPPINGS:
        return all(is_plain(key, depth + 1) and is_plain(item, depth + 1) for key, item in value.items())
    return kind in (list, tuple, set, frozenset) and all(is_plain(item, depth + 1) for item in value)

#: How a value that nothing equals becomes one that can be compared: text in which VALUE is the expression that gives it.
WAYS = {
    "unchanged": "VALUE",
    "list": "list(VALUE)",
    "first hundred": "import itertools\nlist(itertools.islice(VALUE, 100))",
    "text": "str(VALUE)",
    "tuple": "tuple(VALUE)",
    "base list": "list(VALUE)",
    "base dict": "dict(VALUE)",
    "base set": "set(VALUE)",
    "base int": "int(VALUE)",
    "base float": "float(VALUE)",
    "base text": "str(VALUE)",
    "name": "(VALUE).name",
    "attributes": "vars(VALUE)",
    "representation": "repr(VALUE)",
}
NODE = """_node = VALUE
_values = []
while _node is not None and len(_values) < 500:
    _values.append(_node.%s)
    _node = _node.%s
_values"""
NODE_VALUES, NODE_LINKS = ("value", "val", "data", "item", "key"), ("successor", "next", "next_node", "link")
for one in NODE_VALUES:
    for other in NODE_LINKS:
        WAYS["node " + one + " " + other] = NODE % (one, other)
for name in ("list", "text", "tuple", "name", "attributes", "representation"):
    WAYS["each " + name] = "[" + WAYS[name].replace("VALUE", "_item") + " for _item in VALUE]"

SEQUENCES = (range, collections.deque, array.array, bytearray, memoryview, types.MappingProxyType, type({}.keys()), type({}.values()), type({}.items()))
TEXTS = (decimal.Decimal, fractions.Fraction, complex, datetime.date, datetime.time, datetime.timedelta)
BASES = ((list, "base list"), (dict, "base dict"), (set, "base set"), (int, "base int"), (float, "base float"), (str, "base text"))

def way_to_compare(value):
    """The way for a value, or None where there is none. It may use up an iterator."""
    if is_plain(value):
        return "unchanged"
    if hasattr(value, "__next__"):
        items = []
        for item in value:
            items.append(item)
            if len(items) > 500:
                return "first hundred" if is_plain(items) else None
        return "list" if is_plain(items) else None
    if isinstance(value, SEQUENCES):
        return "list" if is_plain(list(value)) else None
    if isinstance(value, TEXTS):
        return "text"
    if isinstance(value, enum.Enum):
        return "name"
    if isinstance(value, tuple) and type(value) is not tuple:
        return "tuple" if is_plain(tuple(value)) else None
    for base, way in BASES:
        if isinstance(value, base) and type(value) is not base:
            return way if is_plain(base(value)) else None
    if type(value) in (list, tuple):
        ways = {way_to_compare(item) for item in value}
        way = ways.pop() if len(ways) == 1 else None
        return "each " + way if way and "each " + way in WAYS else None
    return _way_of_object(value)

def _way_of_object(value):
    for one in NODE_VALUES:
        for other in NODE_LINKS:
            if hasattr(value, one) and hasattr(value, other):
                items = []
                while value is not None and len(items) < 500:
                    items.append(getattr(value, one, value))
                    value = getattr(value, other, None)
                return "node " + one + " " + other if is_plain(items) else None
    attributes = getattr(value, "__dict__", None)
    if isinstance(value, type) or callable(value) or isinstance(value, types.ModuleType):
        return None
    if type(attributes) is dict and attributes and is_plain(attributes):
        return "attributes"
    shown = type(value).__repr__ is not object.__repr__ and repr(value)
    return "representation" if shown and " at 0x" not in shown else None
`;

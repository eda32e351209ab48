/** Python that learns what all known arguments have in common, so that what is made of them stays as a caller may expect. */

/**
 * Nobody writes down what a program may be given; the calls of its tests tell: where every list is in order, or every number
 * smaller than the list is long, other calls keep to that.
 */
export const CALL_FACTS = `
def kinds_in(value, depth=0):
    """Pairs of depth and kind, of all that a value is made of."""
    found = {(depth, type(value).__name__)}
    items = [*value.keys(), *value.values()] if type(value) is dict else value if type(value) in (list, tuple, set, frozenset) else ()
    for item in items:
        found |= kinds_in(item, depth + 1)
    return found

def atoms_in(value):
    if type(value) is dict:
        return [atom for pair in value.items() for item in pair for atom in atoms_in(item)]
    if type(value) in (list, tuple, set, frozenset):
        return [atom for item in value for atom in atoms_in(item)]
    return [value]

def is_number(value):
    return type(value) in (int, float)

def in_order(items):
    try:
        return all(one <= other for one, other in zip(items, items[1:]))
    except TypeError:
        return False

CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}

def is_balanced(text):
    open_ones = []
    for character in text:
        if character in "([{<":
            open_ones.append(character)
        elif character in CLOSING and (not open_ones or open_ones.pop() != CLOSING[character]):
            return False
    return not open_ones

def facts_of(value):
    """What is true of one argument."""
    facts = set()
    if type(value) is str:
        marks = {
            "balanced": is_balanced(value), "stripped": value == value.strip(), "no double blank": "  " not in value,
            "not empty": value != "", "no final mark": value[-1:].isalnum(), "mirrored": value == value[::-1],
            "a number": is_numeral(value),
        }
        return {name for name, holds in marks.items() if holds}
    if is_number(value):
        return {"odd" if value % 2 == 1 else "even" if value % 2 == 0 else "between"}
    if type(value) not in (list, tuple):
        return {"not empty"} if type(value) in (set, frozenset, dict) and value else set()
    numbers = [atom for atom in atoms_in(value) if is_number(atom)]
    lengths = {len(item) for item in value if type(item) in (list, tuple)}
    inner = [item for item in value if type(item) in (list, tuple)]
    marks = {
        "ascending": in_order(value), "descending": in_order(value[::-1]), "not empty": len(value) > 0,
        "more than one": len(value) > 1, "mirrored": value == value[::-1], "even length": len(value) % 2 == 0,
        "odd length": len(value) % 2 == 1, ("length", len(value)): True,
        "distinct": len({repr(item) for item in value}) == len(value), "no zero": all(numbers),
        "all distinct": len({repr(atom) for atom in atoms_in(value)}) == len(atoms_in(value)),
        "one inner length": len(lengths) <= 1, "square": lengths <= {len(value)},
        "inner ascending": all(map(in_order, inner)), "inner not empty": all(inner),
        "permutation": sorted(numbers) == [*range(1, len(numbers) + 1)], "texts not empty": "" not in value,
        "operator last": len(value) < 2 or type(value[-1]) is str and type(value[0]) is not str,
        "alternating": len({type(item) for item in value[::2]}) < 2 and len({type(item) for item in value[1::2]}) < 2,
        "first is greatest": bool(numbers) and is_number(value[0]) and value[0] == max(numbers),
    }
    return {name for name, holds in marks.items() if holds}

def is_numeral(text):
    try:
        return float(text) is not None
    except ValueError:
        return False

def size_of(value):
    return len(value) if type(value) in (str, list, tuple, dict, set, frozenset) else None

def facts_between(one, other):
    """What is true of two arguments."""
    marks, length = {}, size_of(one)
    if is_number(one) and is_number(other):
        marks = {"<": one < other, "<=": one <= other, ">": one > other, ">=": one >= other, "divides": one and other % one == 0}
    elif length is not None and is_number(other):
        numbers = [atom for atom in atoms_in(one) if is_number(atom)]
        marks = {
            "below length": other < length, "up to length": other <= length, "length above none": other >= 1,
            "all below": bool(numbers) and max(numbers) < other, "all up to": bool(numbers) and max(numbers) <= other,
        }
    elif length is not None and size_of(other) is not None:
        marks = {"as long": length == len(other), "no longer": length <= len(other), "no shorter": length >= len(other)}
        if type(other) in (list, tuple):
            marks["a part"] = all(item in other for item in one) if type(one) in (list, tuple) else one in other
    elif type(one) in (list, tuple, dict):
        marks = {"has it": other in one}
    return {name for name, holds in marks.items() if holds}

#: What a few known calls may share by chance: the first to go where too few others are like that.
CHANCE = {
    "odd", "even", "between", "even length", "odd length", "permutation", "first is greatest", "mirrored", "divides", "<", ">",
    "no longer", "no shorter", "more than one", "descending", "all distinct", "no zero", "no final mark", "length above none", "has it",
}

#: What may be given up at last, to find a call that a wrong program gets right.
EDGES = {"not empty", "inner not empty", "texts not empty", "more than one"}

class Facts:
    """What holds for all of these lists of arguments. What a few may share by chance counts if they are to be alike."""

    def __init__(self, rows, alike, edges):
        columns = [*zip(*rows)]
        self.alike, self.edges = alike, edges
        self.kinds = [set().union(*map(kinds_in, column)) for column in columns]
        self.single = [self.common(map(facts_of, column)) for column in columns]
        self.between = {}
        self.bounds = [self.bounds_of(column) for column in columns]
        self.longest = [max((size_of(value) or 0) for value in column) for column in columns]
        self.characters = [alphabet_of(column) for column in columns]
        for i in range(len(columns)):
            for j in range(len(columns)):
                if i != j:
                    self.between[i, j] = self.common(facts_between(row[i], row[j]) for row in rows)

    def common(self, facts):
        shared = set.intersection(*facts)
        if not self.alike:
            shared = {fact for fact in shared if fact not in CHANCE and type(fact) is not tuple}
        return shared - EDGES if self.edges else shared

    def bounds_of(self, column):
        numbers = [atom for value in column for atom in atoms_in(value) if is_number(atom) and atom - atom == 0]
        return (min(numbers), max(numbers)) if numbers else None

    def hold_for(self, row, room):
        """Whether a list of arguments is like the known ones; room: how far numbers may go past the known ones."""
        for i, value in enumerate(row):
            if not kinds_in(value) <= self.kinds[i] or not self.single[i] <= facts_of(value):
                return False
            if size_of(value) is not None and size_of(value) > 2 * self.longest[i] + 4:
                return False
            for atom in atoms_in(value):
                if is_number(atom) and not self.fits(atom, self.bounds[i], room):
                    return False
                if type(atom) is str and not set(atom) <= self.characters[i]:
                    return False
        return all(facts <= facts_between(row[i], row[j]) for (i, j), facts in self.between.items() if facts)

    def fits(self, number, bounds, room):
        low, high = bounds or (0, 0)
        lowest = (0 if self.edges else low) if low >= 0 else room * low
        highest = high if high < 0 else room * high + 10 * (room - 1)
        return lowest <= number <= highest

def alphabet_of(column):
    characters = {character for value in column for atom in atoms_in(value) if type(atom) is str for character in atom}
    for kind in ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"):
        if len(characters & {*kind}) >= 5:
            characters |= {*kind}
    return characters
`;

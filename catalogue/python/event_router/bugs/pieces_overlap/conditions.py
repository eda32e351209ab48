"""Decides whether the condition of a rule, which is a tree, holds of an event."""

from field_paths import Missing, look_up


def value_of(operand, event):
    kind, value = operand
    return look_up(event, value) if kind == "path" else value


def alike(left, right):
    """Numbers, texts, truth values and null equal their own kind alone; lists and dicts equal nothing."""
    return type(left) is type(right) and not isinstance(left, (list, dict)) and left == right


def matches(pattern, text):
    """Whether the text is the pattern, in which each * stands for any characters."""
    first, *others = pattern.split("*")
    if not others:
        return text == pattern
    if not text.startswith(first):
        return False
    place = len(first)
    *between, end = others
    for piece in between:
        found = text.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return text.endswith(end)


def compare(sign, left, right):
    if sign == "=":
        return alike(left, right)
    if sign == "!=":
        return not alike(left, right)
    if type(left) is not type(right) or type(left) not in (int, str):
        return False
    if sign == "<":
        return left < right
    if sign == "<=":
        return left <= right
    return left > right if sign == ">" else left >= right


def has(value, wanted):
    if isinstance(value, list):
        return any(alike(one, wanted) for one in value)
    return isinstance(value, str) and isinstance(wanted, str) and wanted in value


def test(tree, event):
    name, *operands = tree
    if name == "exists":
        value_of(operands[0], event)
        return True
    left = value_of(operands[0], event)
    right = value_of(operands[1], event)
    if name == "has":
        return has(left, right)
    if name == "like":
        return isinstance(left, str) and matches(right, left)
    return compare(name, left, right)


def holds(tree, event):
    name, *branches = tree
    if name == "always":
        return True
    if name == "or":
        return any(holds(branch, event) for branch in branches)
    if name == "and":
        return all(holds(branch, event) for branch in branches)
    if name == "not":
        return not holds(branches[0], event)
    if name == "in":
        left, choices = branches
        return any(holds(("=", left, choice), event) for choice in choices)
    try:
        return test(tree, event)
    except Missing:
        return False

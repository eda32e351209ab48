"""Brings together what two sides made of the same fields."""


class Conflict(Exception):
    pass


def merge_lists(base, ours, theirs):
    before = base if isinstance(base, list) else []
    return sorted(
        text for text in {*ours, *theirs}
    )


def merge_texts(base, ours, theirs):
    sides = [text.split("\n") for text in (base, ours, theirs)]
    if len({len(lines) for lines in sides}) > 1:
        raise Conflict("the sides have different numbers of lines")
    return "\n".join(choose(*lines) for lines in zip(*sides))


def choose(base, ours, theirs):
    """The value of which at most one side has made another one."""
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    raise Conflict("both sides have changed it")


def merge_values(base, ours, theirs):
    try:
        return choose(base, ours, theirs)
    except Conflict:
        if isinstance(ours, list) and isinstance(theirs, list):
            return merge_lists(base, ours, theirs)
        kinds = {type(value) for value in (base, ours, theirs)}
        if kinds == {int}:
            return ours + theirs - base
        if kinds == {str}:
            return merge_texts(base, ours, theirs)
        raise


def merge_fields(base, ours, theirs):
    """The merged fields and the sorted names of those that could not be merged, which are as ours."""
    merged = {}
    conflicts = []
    for name in sorted({*base, *ours, *theirs}):
        value = ours.get(name)
        try:
            value = merge_values(base.get(name), value, theirs.get(name))
        except Conflict:
            conflicts.append(name)
        if value is not None:
            merged[name] = value
    return merged, conflicts

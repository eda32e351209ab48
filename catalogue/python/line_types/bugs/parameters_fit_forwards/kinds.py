"""Types as tuples: ("int",), ("text",), ("bool",), ("nothing",), ("list", T), ("maybe", T) and ("fn", (T, ...), T)."""

INT, TEXT, BOOL, NOTHING = ("int",), ("text",), ("bool",), ("nothing",)


def maybe(kind):
    return kind if kind[0] == "maybe" else ("maybe", kind)


def without_maybe(kind):
    return kind[1] if kind[0] == "maybe" else kind


def fits(one, other):
    """Whether whatever has the one type can stand where the other is wanted."""
    if one == other or one == NOTHING:
        return True
    if other[0] == "maybe":
        return fits(without_maybe(one), other[1])
    if one[0] != other[0]:
        return False
    if one[0] == "list":
        return fits(one[1], other[1])
    if one[0] == "fn":
        return function_fits(one, other)
    return False


def function_fits(one, other):
    _, given, result = one
    _, wanted, wanted_result = other
    if len(given) != len(wanted) or not fits(result, wanted_result):
        return False
    return all(fits(ours, theirs) for ours, theirs in zip(given, wanted))


def joint(one, other):
    """The type of what has the one or the other type, or None where there is none."""
    if fits(one, other):
        return other
    if fits(other, one):
        return one
    if "maybe" in (one[0], other[0]):
        inner = joint(without_maybe(one), without_maybe(other))
        return inner and maybe(inner)
    if one[0] == other[0] == "list":
        inner = joint(one[1], other[1])
        return inner and ("list", inner)
    return None


def written(kind):
    name, *inner = kind
    if name == "fn":
        parameters, result = inner
        return f"fn({', '.join(written(one) for one in parameters)}) {written(result)}"
    return " ".join([name, *(written(one) for one in inner)])

"""Formulas from single numbers to many parts: every operator beside every other, every sign out of place, every failure."""

NAMES = {"x": 3, "y": -4, "zero": 0, "big": 10**12, "_": 7, "A1": -1, "minimum": 2, "e": 5}
SPACES = ["", "", "", " ", "  "]
BINARY = ["~", "+", "-", "*", "/", "%"]


def call(text, names=NAMES):
    return f"evaluate({text!r}, {names!r})"


def spaced(rng, pieces):
    return "".join(rng.choice(SPACES) + piece for piece in pieces) + rng.choice(SPACES)


def value(rng):
    return rng.choice([str(rng.randint(0, 12)), str(rng.randint(0, 12)), str(rng.randint(13, 999)), rng.choice(sorted(NAMES))])


def tree(rng, depth, operators=("~", "+", "-", "*", "/", "%", "+", "-")):
    """The pieces of an expression whose powers are small enough to be raised quickly."""
    if depth == 0 or rng.random() < 0.15:
        return [value(rng)]
    kind = rng.random()
    if kind < 0.55:
        return [*tree(rng, depth - 1, operators), rng.choice(operators), *tree(rng, depth - 1, operators)]
    if kind < 0.75:
        return ["(", *tree(rng, depth - 1, operators), ")"]
    if kind < 0.85:
        return ["-", *tree(rng, depth - 1, operators)]
    if kind < 0.93:
        return ["(", *tree(rng, depth - 1, operators), ")", "^", str(rng.randint(0, 3))]
    return function(rng, [tree(rng, depth - 1, operators) for _ in range(rng.randint(1, 4))])


def function(rng, arguments):
    pieces = [rng.choice(["min", "max", "gap"]), "("]
    for place, argument in enumerate(arguments):
        pieces += [*([","] if place else []), *argument]
    return [*pieces, ")"]


def one_operation(rng):
    left, right = rng.randint(-20, 20), rng.randint(-6, 6)
    return call(f"{left} {rng.choice(BINARY)} ({right})", {})


def two_operators(rng):
    a, b, c = (str(rng.randint(1, 30)) for _ in range(3))
    return call(spaced(rng, [a, rng.choice(BINARY), b, rng.choice(BINARY), c]), {})


def many_operators(rng):
    pieces = [value(rng)]
    for _ in range(rng.randint(3, 9)):
        pieces += [rng.choice(BINARY), *(["-"] if rng.random() < 0.2 else []), value(rng)]
    return call(spaced(rng, pieces))


def one_level_from_the_left(rng):
    level = rng.choice([["~"], ["+", "-"], ["*", "/", "%"]])
    pieces = [str(rng.randint(100, 9999))]
    for _ in range(rng.randint(2, 6)):
        pieces += [rng.choice(level), str(rng.randint(1, 15))]
    return call(spaced(rng, pieces), {})


def nested(rng):
    return call(spaced(rng, tree(rng, rng.randint(2, 4))))


def signs_of_division(rng):
    left, right = rng.choice([-1, 1]) * rng.randint(0, 50), rng.choice([-1, 1]) * rng.randint(1, 9)
    return f"[evaluate(text, {{'a': {left}, 'b': {right}}}) for text in ('a/b', 'a%b', '-a/b', '-a%b', 'a/-b', 'a*a/b*b')]"


def powers(rng):
    base = rng.choice(["2", "3", "x", "y", "A1", "zero", "(0-2)", "(x-y)"])
    pieces = [*rng.choices(["-", "--", ""], k=1), base, "^", rng.choice(["0", "1", "2", "3", "(1+1)", "x", "--2"])]
    if rng.random() < 0.5:
        pieces = [rng.choice(["2", "5", "-3"]), rng.choice(BINARY), *pieces, rng.choice(BINARY), "2"]
    return call(spaced(rng, pieces))


def towers(rng):
    tower = [rng.choice(["2", "3", "1", "0", "x", "-2", "y"])]
    for _ in range(rng.randint(2, 3)):
        tower += ["^", *rng.choice([[], [], ["-"], ["-", "-"]]), rng.choice(["0", "1", "2", "2", "3"])]
    return call(spaced(rng, tower))


def limits_of_powers(rng):
    power = rng.choice(["63", "64", "65", "66", "100", "-1", "0-1", "8*8", "8*8+1", "A1", "x-4"])
    return call(f"{rng.choice(['0', '1', '2', '-1', 'y'])} ^ ({power})")


def minus_signs(rng):
    return call(spaced(rng, [*("-" * rng.randint(1, 30)), value(rng), rng.choice(BINARY), *("-" * rng.randint(0, 4)), value(rng)]))


def calls(rng):
    arguments = [tree(rng, 1) for _ in range(rng.randint(1, 6))]
    pieces = function(rng, arguments)
    return call(spaced(rng, rng.choice([pieces, ["-", *pieces], [*pieces, rng.choice(BINARY), *function(rng, arguments)]])))


def assignments(rng):
    pieces, known = [], ["x", "y"]
    for _ in range(rng.randint(1, 5)):
        name = rng.choice(["a", "b", "x", "y", "total_2"])
        pieces += [name, "=", rng.choice(known), rng.choice(["+", "-", "*", "~"]), rng.choice([*known, "2"]), ";"]
        known.append(name)
    last = rng.choice([pieces[:-1], [*pieces, rng.choice(known), "-", rng.choice(known)]])
    return f"names = {{'x': {rng.randint(-9, 9)}, 'y': 5}}\n[evaluate({spaced(rng, last)!r}, names), names]"


def a_name_before_it_is_set(rng):
    return call(rng.choice(["a = a + 1; a", "a; a = 2", "b = 2; a = b; c", "x = 1; y = x; z", "1; 2; a", "a = 1; b"]), rng.choice([{}, {"x": 1}, {"a": 0}, {"b": 6}]))


def which_fails_first(rng):
    faults = ["1/0", "none", "2^65", "3%zero", "2^-1", "5", "x"]
    first, second = rng.choice(faults), rng.choice(faults)
    text = rng.choice(["{} + {}", "max({}, {})", "{}; {}", "a = {}; {}", "({}) / ({})", "({}) ~ {}", "({}) % ({})", "({}) ^ ({})"])
    return call(text.format(first, second))


def unknown_names(rng):
    return call(rng.choice(["X", "xx", "Min", "gaps", "_x", "x1", "a", "MAX"]) + rng.choice(["", "+1", "*0", "^0"]))


def one_sign_out_of_place(rng):
    pieces = tree(rng, 2)
    place = rng.randint(0, len(pieces))
    kind = rng.random()
    if kind < 0.4:
        pieces = pieces[:place] + pieces[place + 1 :]
    else:
        pieces.insert(place, rng.choice(["+", "*", "^", "(", ")", ",", ";", "=", "~", "/", "min", "gap(", "5", "x", "-"]))
    return call(" ".join(pieces))


def near_misses(rng):
    return call(rng.choice([
        "", " ", ";", "1;", ";1", "1;;2", "()", "min()", "max(1,)", "min(,1)", "gap", "gap = 2", "min + 1", "1 2", "x y", "2x",
        "2(3)", "(2)(3)", "x(1)", "+1", "1 +", "3 ^", "3 ^ ^ 2", "a = ", "= 1", "1 = 1", "a = b = 1", "(a = 1)", "a == 1", "min(1; 2)",
        "1, 2", "(1", "1)", "~1", "2 ** 3", "7 // 2", "1.5", "x\t+ 1", "1\n", "\t1", "x.y", "5!", "é", "٣", "²", "1_000", "min(2", "max 3", "-",
        "- -", "2 ^ + 1", "a = 1; ", "a; = 1", "#", "'1'", "max(x y)", "x = gap; 1", "3 - * 2", "a\u00a0+ 1",
    ]), rng.choice([{}, {"x": 1, "y": 2, "a": 3, "b": 4}]))


def right_and_nearly_wrong(rng):
    return call(rng.choice([
        "007", "0", "--0", "x=1;x", " 1 ", "(((1)))", "min(1)", "1 - - 1", "2*-3", "2^--3", "a=-1;a^2", "_", "A1*A1", "x =1", "12 ;13",
        "2 ~ -2", "-x^2", "-(x)^2", "6/-4%3", "1~2~3", "gap(gap(1,2),5)", "minimum", "minimum(1)", "gap(7)", "00 + 01",
    ]))


def long_chains(rng):
    piece = rng.choice([" + {0}", " - {0} * 2", " ~ {0}", " + x", " - (y)", " * -1"]).format(rng.randint(1, 9))
    return f"evaluate('1' + {piece!r} * {rng.randint(100, 300)}, {{'x': 2, 'y': -3}})"


def many_parts(rng):
    step = rng.choice(["a=a+{0};", "a=b;b=a-{0};", "a=a~b;b=b+{0};", "{0};a=-a;"]).format(rng.randint(1, 9))
    return f"evaluate({step!r} * {rng.randint(60, 150)} + 'a', {{'a': {rng.randint(-5, 5)}, 'b': 1}})"


def deep(rng):
    depth = rng.randint(5, 20)
    opening, closing = rng.choice([("(", ")"), ("-(", ")"), ("(1+", ")"), ("min(9,", ")"), ("(", "-2)")])
    return f"evaluate({opening!r} * {depth} + '5' + {closing!r} * {depth if rng.random() < 0.8 else depth - 1}, {{}})"


def huge_values(rng):
    return call(rng.choice(["{0} * {0} / {1}", "-{0} % {1}", "{0} ~ big", "{0} ^ 3 / big", "gap({0}, -big)"]).format(rng.randint(10**15, 10**20), rng.randint(2, 10**6)))


def one_after_another(rng):
    texts = ["a = 5; a", "a", "x = 9; x + 1", "x", rng.choice(["y", "2 ^ x"])]
    return f"names = {{'x': {rng.randint(0, 9)}, 'a': 1, 'y': 0}}\n[evaluate(text, names) for text in {rng.sample(texts, rng.randint(2, 5))!r}] + [names]"


def malformed_after_a_failure(rng):
    """What fails when computed stands before, beside or after what is no formula: the text is refused all the same."""
    fails = rng.choice(["1/0", "none", "2^65", "x%0", "2^-1", "a = none", "1/0 + none"])
    bad = rng.choice(["(2", "1 +", "", "2)", "min", "3 4", "1 = 2", "max()", "+1", "?", "gap = 1", "2 * / 3"])
    return call(rng.choice(["{0}; {1}", "{0}; {1}", "{1}; {0}", "x; {0}; {1}", "{0}; x; {1}; x"]).format(fails, bad))


def functions_as_names(rng):
    name = rng.choice(["min", "max", "gap"])
    text = rng.choice(["{0}", "{0} = {1}", "{0} + {1}", "{1} - {0}", "x = {0}; x", "{0} = {1}; {0}", "{0} ({1})", "{0}({1}, {0})", "-{0}", "{0}_", "{0}2 = {1}; {0}2", "{0}^{1}", "({0})", "{0}; {1}"])
    return call(text.format(name, rng.randint(0, 9)), {"x": 1, name: rng.randint(0, 9), name + "_": 3})


def other_whitespace(rng):
    pieces = tree(rng, 2)
    place = rng.randint(0, len(pieces))
    pieces.insert(place, rng.choice(["\t", "\n", "\r", "\x0b", "\x0c", "\u00a0", "\u2003", " ", ""]))
    return call(" ".join(pieces))


def semicolons(rng):
    parts = [rng.choice([str(rng.randint(0, 9)), "x", "a = 2", "a = x"]) for _ in range(rng.randint(2, 4))]
    if rng.random() < 0.6:
        parts[rng.choice([0, -1, -1, rng.randrange(len(parts))])] = rng.choice(["", " "])
    return call(rng.choice([";", "; ", " ;"]).join(parts))


def each_side_fails(rng):
    faults = ["1/0", "none", "2^65", "other"]
    first, second = rng.sample(faults, 2)
    return call(rng.choice(["({}) {} ({})", "x - ({}) {} ({})", "gap(1, ({}) {} ({}))", "-({}) {} ({})"]).format(first, rng.choice([*BINARY, "^"]), second))


STRATA = [
    one_operation, two_operators, many_operators, one_level_from_the_left, nested, signs_of_division, powers, towers,
    limits_of_powers, minus_signs, calls, assignments, a_name_before_it_is_set, which_fails_first, unknown_names,
    one_sign_out_of_place, near_misses, right_and_nearly_wrong, long_chains, many_parts, deep, huge_values, one_after_another,
    malformed_after_a_failure, functions_as_names, other_whitespace, semicolons, each_side_fails,
]

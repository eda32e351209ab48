"""Rules of every condition, setting, target and option, and events that meet them or miss them by little."""

VALUES = [0, 1, 2, 5, -1, 10, True, False, None, "", "a", "ab", "aba", "1", "true", "B"]
LISTS = [[], [1], ["a", 1], [True], ["ab", "a"], [None, 0], [[1]], ["1"]]
DICTS = [{}, {"b": 1}, {"b": {"c": "a"}}, {"b": [1, "a"], "c": None}, {"0": "zero", "b": "ab"}]
PATHS = ["a", "b", "a.b", "a.b.c", "a.0", "b.1", "c", "a.b.0", "b.a", "a.b.1"]


def value(rng):
    return rng.choice([*VALUES, *VALUES, *LISTS, *DICTS])


def event(rng):
    return {key: value(rng) for key in rng.sample("abc", rng.randint(0, 3))}


def written(one):
    return {True: "true", False: "false", None: "null"}[one] if one in (True, False, None) and type(one) in (bool, type(None)) else f"'{one}'" if isinstance(one, str) else str(one)


def operand(rng):
    return rng.choice(PATHS) if rng.random() < 0.25 else written(rng.choice(VALUES))


def test(rng, path=None):
    path = path or rng.choice(PATHS)
    return rng.choice([
        lambda: f"{path} {rng.choice(['=', '!=', '<', '<=', '>', '>='])} {operand(rng)}", lambda: f"{path} {rng.choice(['=', '!=', '<', '<=', '>', '>='])} {operand(rng)}",
        lambda: f"{path} in ({', '.join(operand(rng) for _ in range(rng.randint(1, 4)))})", lambda: f"{path} has {operand(rng)}", lambda: f"{path} like '{rng.choice(['a*', '*a', '*', 'a*a', 'ab', '*b*', ''])}'", lambda: f"exists {path}",
    ])()


def condition(rng, depth=2):
    if depth == 0 or rng.random() < 0.25:
        return test(rng)
    kind = rng.choice(["and", "or", "not", "brackets", "and", "or"])
    if kind == "not":
        return f"not {rng.choice([test(rng), '(' + condition(rng, depth - 1) + ')'])}"
    if kind == "brackets":
        return f"({condition(rng, depth - 1)})"
    return f" {kind} ".join(condition(rng, depth - 1) for _ in range(rng.randint(2, 3)))


def router(rules, shown):
    steps = "".join(f"r.add({name!r}, {text!r})\n" for name, text in rules)
    return f"r = Router()\n{steps}{shown}"


def numbered(texts):
    return [(str(place), text) for place, text in enumerate(texts)]


def met(conditions, events):
    """Which of the conditions hold of each event."""
    rules = numbered([f"if {one} to '{place}'" for place, one in enumerate(conditions)])
    return router(rules, f"[''.join(d[0] for d in r.send(e)) for e in {events!r}]")


def sent(rules, events, counted=True):
    return router(rules, f"[[r.send(e) for e in {events!r}], r.counts()]" if counted else f"[r.send(e) for e in {events!r}]")


def names_of(rules, events):
    return router(rules, f"[[d[:2] for d in r.send(e)] for e in {events!r}]")


def any_conditions(rng):
    return met([condition(rng) for _ in range(3)], [event(rng) for _ in range(4)])


def strengths(rng):
    """not binds closest, then and, then or."""
    tests = ["a = 1", "b = 1", "c = 1", "a != 1", "exists a"]
    pieces = [rng.choice(["", "", "not "]) + rng.choice(tests) for _ in range(4)]
    signs = [rng.choice(["and", "or"]) for _ in range(3)]
    text = " ".join([pieces[0], *(f"{sign} {piece}" for sign, piece in zip(signs, pieces[1:]))])
    with_brackets = f"{pieces[0]} {signs[0]} ({pieces[1]} {signs[1]} {pieces[2]})", f"not ({pieces[0]} {signs[0]} {pieces[1]}) {signs[1]} {pieces[2]}"
    return met([text, *with_brackets], [{key: rng.randint(0, 1) for key in "abc"} for _ in range(5)])


def equal_kinds(rng):
    left, right = rng.choice(VALUES), rng.choice(VALUES)
    pairs = [(left, right), (left, left), *rng.sample([(1, True), (0, False), ("1", 1), (None, False), (True, 1), (0, ""), (None, 0), ("true", True), ("", None)], 3)]
    return met(["a = b", "a != b", f"a = {written(left)}", f"a in ({written(right)}, {written(left)})", f"not a = {written(right)}"], [{"a": one, "b": other} for one, other in pairs])


def lists_equal_nothing(rng):
    one = rng.choice([*LISTS, *DICTS])
    return met(["a = b", "a != b", "a in (b, c)", "c has a", "a < b", "a <= b", "exists a"], [{"a": one, "b": one, "c": [one]}, {"a": one}, {"a": one, "b": rng.choice(VALUES), "c": one}])


def orders(rng):
    numbers, texts = [rng.randint(-3, 12) for _ in range(2)], [rng.choice(["", "a", "B", "ab", "10", "9", "b"]) for _ in range(2)]
    events = [{"a": numbers[0], "b": numbers[1]}, {"a": numbers[0], "b": numbers[0]}, {"a": texts[0], "b": texts[1]}, {"a": texts[0], "b": texts[0]}, {"a": numbers[0], "b": texts[1]}, {"a": rng.choice([True, None, False]), "b": rng.choice([0, 5, True, None])}]
    return met(["a < b", "a <= b", "a > b", "a >= b", f"a < {numbers[1]}", f"a >= {written(texts[1])}", "not a < b"], events)


def missing_paths(rng):
    path = rng.choice(PATHS)
    tests = [f"{path} = 1", f"{path} != 1", f"not {path} = 1", f"{path} < 5", f"{path} in (1, null)", f"{path} has 'a'", f"{path} like '*'", f"exists {path}", f"not exists {path}", f"a != {path}", f"a in ({path}, 1)", f"{path} != null", f"{path} = null"]
    return met(rng.sample(tests, 6), [event(rng) for _ in range(3)] + [rng.choice([{}, {"a": None}, {"a": 1}, {"a": []}])])


def ways_into_lists_and_dicts(rng):
    inner = rng.choice([[], [1], ["x", "y"], [{"c": 1}], {"0": "zero"}, {"c": [5]}, "text", 7, None, {"b": {"0": 1}}])
    paths = ["a.0", "a.1", "a.c", "a.0.c", "a.c.0", "a.b.0", "a.2", "a.x", "a.b"]
    return met([f"exists {path}" for path in rng.sample(paths, 6)] + [f"{rng.choice(paths)} = {operand(rng)}"], [{"a": inner}, {"a": [inner]}, {"a": {"b": inner}}])


def members(rng):
    choices = ", ".join(operand(rng) for _ in range(rng.randint(1, 5)))
    return met([f"a in ({choices})", f"not a in ({choices})", f"a in({choices})and exists a"], [{"a": value(rng), "b": value(rng)} for _ in range(4)])


def things_in_things(rng):
    wanted = operand(rng)
    events = [{"a": rng.choice([*LISTS, "ab", "xaby", "", "1", {"a": 1}, {"ab": 2}, 11, None, ["ab"], [1, True], [0, False, ""]]), "b": rng.choice(VALUES)} for _ in range(5)]
    return met([f"a has {wanted}", f"a has {written(rng.choice(['a', 'ab', '', 'b', 1, True, None]))}", "a has b", f"not a has {wanted}"], events)


def patterns(rng):
    pattern = "".join(rng.choice(["a", "b", "*", "*", "ab", "."]) for _ in range(rng.randint(0, 5)))
    texts = ["".join(rng.choice("ab.*") for _ in range(rng.randint(0, 5))) for _ in range(3)]
    filled = pattern
    while "*" in filled:
        filled = filled.replace("*", rng.choice(["", "", "a", "ba"]), 1)
    return met([f"a like '{pattern}'"], [{"a": text} for text in [*texts, filled, filled + rng.choice("ab"), filled[1:], filled[:-1]]])


def overlapping_pieces(rng):
    piece, other = rng.choice([("ab", "ba"), ("a", "a"), ("aa", "a"), ("aba", "ab"), ("aa", "aa"), ("ab", "b")])
    pattern = rng.choice([f"{piece}*{other}", f"*{piece}*{other}", f"{piece}*{other}*", f"{piece}*{other}*{piece}", f"{piece}**{other}"])
    texts = [piece + other, piece + other[1:], piece, other, piece + "x" + other, "x" + piece + other[1:], piece + other + piece, piece + other[1:] + piece[1:], piece + other[1:] + "y"]
    return met([f"a like '{pattern}'"], [{"a": text} for text in texts])


def all_short_texts(rng):
    """A pattern of few characters on every text of few."""
    pieces = [rng.choice(["a", "b", "ab", "aa", "ba"]) for _ in range(rng.randint(1, 3))]
    pattern = rng.choice(["", "", "*"]) + "*".join(pieces) + rng.choice(["", "", "*"])
    texts = [one + two + three for one in ["", "a", "b"] for two in "ab" for three in ["", "a", "b"]]
    return met([f"a like '{pattern}'", f"a like '{rng.choice('ab')}*{rng.choice('ab')}'"], [{"a": text} for text in ["", *texts]])


def only_texts_are_like(rng):
    return met([f"a like '{rng.choice(['*', '1', '1*', 'true', '[*', '', 'None'])}'", "a like '*'", "a like ''"], [{"a": value(rng)} for _ in range(4)] + [{"a": ""}, {"a": rng.choice([1, ["1"], True])}, {"a": rng.choice(["a.b", "(a", "a\nb"])}])


def settings(rng):
    changes = ", ".join(f"{rng.choice(PATHS[:8])} = {operand(rng)}" for _ in range(rng.randint(1, 4)))
    return sent(numbered([f"set {changes} to 'x'", "to 'y'"]), [event(rng) for _ in range(2)])


def settings_on_the_way(rng):
    path = rng.choice(["a.b", "a.b.c", "a.0", "a.0.b", "b.c.d", "a.b.0", "a.c.b"])
    return sent(numbered([f"set {path} = {rng.choice([1, 'c', 'a'])} to 'x'", f"if exists {path} to 'y-{{{path}}}'"]), [{"a": rng.choice([*LISTS, *DICTS, 1, "ab", None])}, rng.choice([{}, {"a": {"c": 2}, "b": [1]}, {"a": {"b": {"c": {"d": 1}}}}, {"c": 5}])])


def settings_in_turn(rng):
    text = rng.choice(["set a = b, b = a", "set a = b, c = a", "set b.x = a, c = b.x", "set a = nowhere, b = 1", "set a = 1, a = 2", "set b = a, a = null, c = a", "set a.x = 1, b = a", "set c = a, a.b = 9", "set a = a.b, c = a.b", "set a = b.nowhere, b = a"])
    return sent(numbered([f"{text} to '{{a}}{rng.choice(['', '-{b}'])}', 'k'", "if exists c set c = 0 to 'z'"]), [{"a": rng.choice([1, "x", {"b": 2}]), "b": rng.choice([2, "y", [1]])}, event(rng)])


def later_rules_see_settings(rng):
    path = rng.choice(["a", "a.b", "b"])
    rules = [f"if {test(rng, path)} set {path} = {operand(rng)} to 'x'", f"if {test(rng, path)} set {path} = {operand(rng)}, c = {path} to 'y'", f"if {test(rng, path)} to 'z'", "to 'end'"]
    return sent(numbered(rules), [event(rng) for _ in range(3)], False)


def deliveries_as_they_were(rng):
    rules = ["to 'a'", f"set n = {rng.randint(2, 9)}, d.x = n to 'b', 'c'", "set d.x = 0, n = null to 'd'", "to 'e'"]
    return sent(numbered(rules[: rng.randint(2, 4)]), [{"n": rng.choice([1, "t"]), "d": rng.choice([{"x": 5}, {}, 3, {"y": [1]}])}], False)


def nothing_is_shared(rng):
    inner = rng.choice([[rng.randint(1, 9)], {"k": rng.randint(1, 9)}, {"k": [rng.randint(1, 9)]}])
    change = {"list": ".append(9)", "dict": ".update(z=9)"}[type(inner).__name__]
    rules = rng.choice([["to 'a', 'b'", "to 'c'"], ["set copy = l to 'a'", "to 'b'"], ["set x.y = l, copy = x to 'a', 'b'"]])
    return router(numbered(rules), f"e = {{'l': {inner!r}}}\ns = r.send(e)\ns[0][2]['l']{change}\ns[0][2]['new'] = 1\nr.counts().clear()\n[s, e, r.send(e), r.counts()]")


def filled_in(rng):
    fields = [f"{{{rng.choice(PATHS)}}}" for _ in range(3)]
    targets = [f"x{fields[0]}", f"{fields[1]}", f"{fields[0]}-{fields[2]}", f"{fields[2]}{fields[2]}y", "plain", ""]
    return names_of(numbered([f"to '{targets[0]}', '{targets[1]}'", f"to {', '.join(repr(one) for one in rng.sample(targets, 3))}"]), [event(rng) for _ in range(4)] + [{"a": rng.choice([0, "", -5, True, None, [1]]), "b": "{a}"}])


def delivered_once(rng):
    rules = [f"to {', '.join(repr(rng.choice(['x', 'y', 'z', '{a}'])) for _ in range(rng.randint(1, 3)))}" for _ in range(3)]
    return sent(numbered(rules), [{"a": rng.choice(["x", "y", "w", 5])} for _ in range(2)])


def ranks(rng):
    texts = [f"to '{place}'{rng.choice(['', ' rank 1', ' rank -1', ' rank 0', ' rank 10', ' rank 2', ' rank 9'])}" for place in range(rng.randint(3, 7))]
    return router(numbered(texts), "[d[0] for d in r.send({})]")


def the_last(rng):
    rules = [f"if a {rng.choice(['=', '!=', '<='])} {rng.randint(0, 2)} to '{rng.choice(['x', 'y', 'z', '{b}'])}'{rng.choice(['', ' last', ' last', ' last rank 1', ' limit 1 last', ' after 1 last', ' last rank -1'])}" for _ in range(4)]
    return router(numbered(rules), f"[[[d[:2] for d in r.send({{'a': n}})] for n in {[rng.randint(0, 2) for _ in range(4)]!r}], r.counts()]")


def limits_and_firsts(rng):
    options = [rng.choice(["", f" limit {rng.randint(0, 3)}", f" after {rng.randint(0, 3)}", f" limit {rng.randint(1, 3)} after {rng.randint(0, 3)}", f" after {rng.randint(0, 2)} limit {rng.randint(0, 2)} rank 1"]) for _ in range(3)]
    rules = [f"if n >= {place} to '{place}'{option}" for place, option in enumerate(options)]
    return router(numbered(rules), f"[[''.join(d[0] for d in r.send({{'n': n}})) for n in {[rng.randint(0, 3) for _ in range(rng.randint(4, 9))]!r}], r.counts()]")


def firing_without_delivery(rng):
    rules = [f"to '{{gone}}'{rng.choice(['', ' last', ' limit 1', ' limit 2 last'])}", f"set n = {rng.randint(1, 5)} to '{{also.gone}}'{rng.choice(['', ' after 1'])}", "to '{n}', '{n}'", f"to 'end'{rng.choice(['', ' limit 2'])}"]
    return sent(numbered(rules), [{}, {"n": 7}, {"gone": 0}])


def added_again(rng):
    steps = []
    for _ in range(rng.randint(4, 9)):
        name = rng.choice("abc")
        steps.append(rng.choice([("add", name, f"to '{rng.choice('xyz')}'{rng.choice(['', ' rank 1', ' limit 1', ' last'])}"), ("send", {}), ("send", {}), ("remove", name), ("add", name, rng.choice(["to", "to 'x' rank", "if to 'x'"])), ("counts",)]))
    return f"r = Router()\ndef go(name, *given):\n    try: return getattr(r, name)(*given)\n    except (ValueError, KeyError) as error: return type(error).__name__\n[go(*step) for step in {steps!r}] + [r.send({{}}), sorted(r.counts()), r.counts()]"


def malformed(rng):
    text = rng.choice([
        "", "to", "to x", "to 5", "'x'", "if to 'x'", "if a to 'x'", "if a = to 'x'", "if a = 1", "if 1 = a to 'x'", "if a == 1 to 'x'", "if a = 1 b = 2 to 'x'", "if (a = 1 to 'x'", "if a = 1) to 'x'", "to 'x',", "to 'x' 'y'", "to ,'x'", "set a to 'x'", "set a = to 'x'", "set a = 1, to 'x'", "set 'a' = 1 to 'x'",
        "to 'x' last last", "to 'x' rank 1 rank 1", "to 'x' rank", "to 'x' rank a", "to 'x' limit -1", "to 'x' after -1", "to 'x' limit 'a'", "to 'x", "to x'", "to 'a{b'", "to 'a}'", "to '{}'", "to '{A}'", "to '{a.}'", "to '{{a}}'", "to '{ a}'", "if A = 1 to 'x'", "if a. = 1 to 'x'", "if .a = 1 to 'x'", "if a..b = 1 to 'x'", "if a = 1.5 to 'x'", "if a = - 1 to 'x'", "if a = +1 to 'x'", "if a = --1 to 'x'",
        "if a in () to 'x'", "if a in 1 to 'x'", "if a in (1 to 'x'", "if a in (1,) to 'x'", "if a like b to 'x'", "if a like 1 to 'x'", "if exists 'a' to 'x'", "if exists to 'x'", "if not to 'x'", "if a = 1 or to 'x'", "if and a = 1 to 'x'", "if last = 1 to 'x'", "set rank = 1 to 'x'", "set true = 1 to 'x'", "IF a = 1 to 'x'", "if a ! 1 to 'x'", "if a = 1 then to 'x'", "to 'x' set a = 1", "set a = 1 if a = 1 to 'x'", "to 'x' if a = 1", "if a = 1a to 'x'", "if a = 1to 'x'", "if a <> 1 to 'x'", "if a = b c to 'x'", "to 'x' limit 1a", "if null = a to 'x'", "if a has to 'x'", "set a < 1 to 'x'", "to 'x' to 'y'", "if a = 1; to 'x'", "if not not a to 'x'", "if () to 'x'", "if a.last = 1 to 'x' +",
    ])
    return f"r = Router()\nr.add('k', \"to 'k'\")\nr.send({{}})\ntry:\n    r.add({rng.choice(['k', 'n'])!r}, {text!r})\n    done = 'added'\nexcept ValueError:\n    done = 'refused'\n[done, r.send({{'a': 1}}), r.counts()]"


def refused(rng):
    return f"Router().add('x', {rng.choice(['to', 'if a to', 'set', 'to x last', 'if a = 1 to', 'if a = 1 to 1', 'last', 'if'])!r} + {rng.choice(['', ' ', ',', ' last'])!r})"


def odd_but_right(rng):
    text = rng.choice([
        "if not not a = 1 to 'x'", "if((a=1))to'x'", "if a=-1or b='x'and c!=null to'x','y'last", "  to   'x'  ,  'y'  ", "if a.last = 1 to 'x'", "if a.if.to = 1 to 'x'", "set a.limit = 1 to '{a.limit}'", "if iffy = 1 to 'x'", "if to_a = 1 or last_ = 1 to 'x'", "to 'if a = 1'", "to 'x,y', '(z)'", "if a_1.b2.3c = 1 to 'x'", "to 'x' after 0 limit 1", "if a = 'it is' to 'x'", "if a = '  ' to 'x'", "to 'X-{a}-{a}'", "if a = 007 to 'x'", "if a = -0 to 'x'", "to 'x' rank -0", "to 'x'last rank 5 limit 2", "set a=b,b=1 to 'x'", "if a<b to 'x'", "if a>=1and b<=1 to 'x'",
    ])
    first = rng.choice([1, -1, 7, "it is", "  ", 0, {"last": 1}, {"if": {"to": 1}}, None])
    return sent([("r", text)], [{"a": first, "b": rng.choice([1, "x", 2]), "iffy": 1}, {"to_a": 1, "a_1": {"b2": {"3c": 1}}, "a": rng.choice([1, 7, 0])}])


def removing(rng):
    return router(numbered(["to 'a'", "to 'b'", "to 'c' rank 1"]), f"r.send({{}})\nr.remove({str(rng.randint(0, 2))!r})\n{rng.choice(['', 'r.remove(' + repr(rng.choice(['0', '1', '9', ''])) + ')' + chr(10)])}r.add({rng.choice(['0', '1', '2'])!r}, \"to 'd'\")\n[[d[:2] for d in r.send({{}})], r.counts()]")


def none_or_many(rng):
    count = rng.randint(20, 60)
    return rng.choice([
        f"[Router().send({event(rng)!r}), Router().counts()]", f"r = Router()\nfor n in range({count}):\n    r.add(str(n), f\"if a > {{n % {rng.randint(2, 9)}}} to '{{n % {rng.randint(2, 20)}}}' rank {{n % {rng.randint(1, 4)}}}\")\n[d[:2] for d in r.send({{'a': {rng.randint(0, 9)}}})]",
        f"r = Router()\nr.add('x', 'if ' + ' or '.join(f'a = {{n}}' for n in range({count})) + \" to 'x'\")\n[len(r.send({{'a': n}})) for n in ({count - 1}, {count}, 0, -1)]", f"r = Router()\nr.add('x', 'if ' + '(' * {count // 3} + 'a = 1' + ')' * {count // 3 - rng.randint(0, 1)} + \" to 'x'\")\nr.send({{'a': 1}})",
        f"r = Router()\nr.add('x', \"to 'x' after {rng.randint(1, 9)} limit {count // 2}\")\n[sum(len(r.send({{}})) for _ in range({count})), r.counts()]",
    ])


def met(conditions, events):
    return f"r = Router()\nfor place, condition in enumerate({conditions!r}): r.add(str(place), f\"if {{condition}} to '{{place}}'\")\n[[one[0] for one in r.send(event)] for event in {events!r}]"


def every_mixture(rng):
    """All events of three values, so that any other reading of and, or and not is seen."""
    tests = ["a = 1", "b = 1", "c = 1"]
    conditions = []
    for _ in range(4):
        parts = rng.sample(tests, 3)
        parts = [rng.choice(["", "", "not "]) + part for part in parts]
        conditions.append(f"{parts[0]} {rng.choice(['or', 'or', 'and'])} {parts[1]} {rng.choice(['and', 'or'])} {parts[2]}")
    conditions.append("a = 1 or b = 1 and c = 1")
    return met(conditions, [{"a": a, "b": b, "c": c} for a in (0, 1) for b in (0, 1) for c in (0, 1)])


def has_and_like_of_every_kind(rng):
    values = ["a1", "1", "a\nb", "ab", "a\n\nb\n", "", "true", 1, True, None, ["1"], [1], ["a", "a\nb"], [True, None], {"1": 1}]
    conditions = ["v has 1", "v has '1'", "v has true", "v has null", "v has ''", "v has w", "v like 'a*b'", "v like '*'", "v like 'a*'", "v like '*b*'", "v like ''"]
    return met(rng.sample(conditions[:6], 4) + rng.sample(conditions[6:], 3) + ["v has 1", "v like 'a*b'"], [{"v": one, "w": rng.choice([1, "1", "a"])} for one in rng.sample(values, 9) + ["a1", "a\nb"]])


def last_that_does_not_fire(rng):
    """A rule with last that is met but does not fire ends nothing."""
    options = rng.choice([f"after {rng.randint(1, 3)}", f"limit {rng.randint(0, 2)}", "after 1 limit 1"])
    words = rng.choice([f"last {options}", f"{options} last"])
    return f"r = Router()\nr.add('a', \"to 'a' {words}\")\nr.add('b', \"to 'b'\")\n[[[one[0] for one in r.send({{}})] for _ in range(5)], r.counts()]"


def settings_through_lists(rng):
    """Lists on the way are no dicts, and a dict comes in their place."""
    paths = rng.sample(["a.0", "a.b.0", "a.1", "a.0.b", "b.0.c", "a.b"], 3)
    events = [{"a": [1, 2]}, {"a": {"b": [5]}}, {"a": [{"b": 1}], "b": [[1]]}, {"a": [[3]]}, {}]
    return f"r = Router()\nr.add('x', \"set {', '.join(path + ' = ' + rng.choice(['7', 'a', 'a.0', 'b'])  for path in paths)}, z = a.0 to 'x'\")\n[r.send(event) for event in {events!r}]"


def added_while_there(rng):
    """A rule that is added again stands behind all others of its rank."""
    names = rng.sample("abcd", rng.randint(2, 4))
    again = rng.choice(names[:-1])
    steps = [*[("add", name, f"to '{name}'") for name in names], ("send", {}), ("add", again, rng.choice(["to 'new'", "to 'new' limit 1", f"to '{again}'"])), ("send", {}), ("send", {})]
    return f"r = Router()\n[getattr(r, name)(*given) for name, *given in {steps!r}] + [r.counts()]"


def filled_in_with_each_kind(rng):
    """Texts and ints fill targets in, and nothing else does."""
    kinds = [rng.choice([True, False]), *rng.sample([None, 0, -5, "", "x", [1], {"b": 1}], 4)]
    rng.shuffle(kinds)
    return names_of(numbered(["to 'k{a}'", "to 'rest'"]), [{"a": kind} for kind in kinds])



STRATA = [
    any_conditions, strengths, equal_kinds, lists_equal_nothing, orders, missing_paths, ways_into_lists_and_dicts, members, things_in_things,
    patterns, overlapping_pieces, all_short_texts, only_texts_are_like, settings, settings_on_the_way, settings_in_turn, later_rules_see_settings,
    deliveries_as_they_were, nothing_is_shared, filled_in, delivered_once, ranks, the_last, limits_and_firsts, firing_without_delivery, added_again,
    malformed, refused, odd_but_right, removing, none_or_many,
    every_mixture, has_and_like_of_every_kind, last_that_does_not_fire, settings_through_lists,
    added_while_there, filled_in_with_each_kind,
]

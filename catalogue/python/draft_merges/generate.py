"""Archives whose branches part and meet, with fields of every kind that one side, both or neither changed."""

NAMES = ["a", "b", "c", "d"]
TEXTS = ["", "x", "y", "x\ny", "x\nz", "w\ny", "x\ny\nz", "x\n", "\n", "X\ny", "1"]
ITEMS = ["p", "q", "r", "s", "P", ""]


def number(rng):
    return rng.choice([0, 0, 1, 2, 3, -1, 5, 10, rng.randint(-20, 20)])


def listed(rng, most=4):
    return [rng.choice(ITEMS) for _ in range(rng.randint(0, most))]


def value(rng):
    return rng.choice([number, number, lambda rng: rng.choice(TEXTS), listed])(rng)


def changes(rng, most=3, names="abcd"):
    return {name: value(rng) if rng.random() < 0.8 else None for name in rng.sample(names, rng.randint(0, min(most, len(names))))}


def run(steps):
    """A list of what each step gives, or of the name of what it raises."""
    return f"a = Archive()\ndef go(name, *given):\n    try: return getattr(a, name)(*given)\n    except (ValueError, KeyError) as error: return type(error).__name__\n[go(*step) for step in {steps!r}]"


def merged(base, ours, theirs, more=()):
    """What comes of two sides that change the same version."""
    steps = [("save", "main", base), ("branch", "b", "main"), ("save", "main", ours), ("save", "b", theirs), ("merge", "main", "b"), ("show", "main"), *more]
    return run(steps)


def saves(rng):
    steps = []
    for _ in range(rng.randint(2, 6)):
        steps += [("save", "main", changes(rng)), rng.choice([("show", "main"), ("show", rng.randint(0, 4)), ("log", "main")])]
    return run([*steps, ("show", "main"), ("log", "main")])


def nothing_different(rng):
    first = {"a": value(rng), "b": listed(rng)}
    again = rng.choice([first, {}, {"a": first["a"]}, {"b": sorted(first["b"])}, {"b": first["b"] * 2}, {"c": None}, {"a": None}, {"b": [*first["b"], "q"]}, {"b": None, "c": []}, {"c": ""}, {"c": 0}])
    return run([("save", "main", first), ("save", "main", again), ("show", "main"), ("log", "main"), ("save", "main", first), ("show", "main")])


def lists_are_tidied(rng):
    return run([("save", "main", {"a": listed(rng, 7)}), ("show", "main"), ("save", "main", {"b": listed(rng, 2)}), ("changes", 0, "main"), ("changes", 1, 2)])


def differences(rng):
    return run([("save", "main", changes(rng, 4)), ("save", "main", changes(rng, 4)), ("branch", "b", rng.choice([0, 1])), ("save", "b", changes(rng, 2)), ("changes", rng.choice(["main", 0, 1]), rng.choice(["b", 2, 1])), ("changes", "b", "main"), ("changes", "main", "main"), ("changes", 0, "b")])


def alike_but_not_equal(rng):
    one, other = rng.choice([(1, "1"), ("", []), (0, ""), ("x", ["x"]), ([], 0), (0, None), ("", None), ([], None), (["p"], "p")])
    return rng.choice([
        run([("save", "main", {"a": one, "b": 1}), ("save", "main", {"a": other}), ("changes", 1, "main"), ("changes", "main", 1), ("show", "main")]), merged({"a": one, "b": 1}, {"a": other}, {"b": 2}), merged({"a": one}, {"a": other, "c": 1}, {"a": other}), merged({"b": 1}, {"a": one}, {"a": other}), merged({"a": one}, {"a": other}, {"a": None}),
    ])


def one_side(rng):
    base = {name: value(rng) for name in rng.sample(NAMES, 3)}
    return merged(base, changes(rng, 2, "ab"), changes(rng, 2, "cd"), [("log", "main"), ("changes", 1, "main")])


def any_sides(rng):
    base = changes(rng, 4)
    return merged(base, changes(rng, 4), changes(rng, 4), [("log", "main")])


def both_sides_of_one_field(rng):
    return merged({"a": value(rng), "k": 1}, {"a": rng.choice([value(rng), None]), "m": 1}, {"a": rng.choice([value(rng), None]), "n": 1})


def both_numbers(rng):
    base, ours, theirs = number(rng), number(rng), number(rng)
    return merged({"a": base, "b": 5}, {"a": ours, "b": ours, "c": ours}, {"a": theirs, "b": theirs, "c": theirs})


def both_lists(rng):
    base = rng.choice([listed(rng), listed(rng), None, 3, "x", []])
    return merged({"a": base, "b": listed(rng), "k": 1}, {"a": listed(rng), "b": listed(rng, 2), "m": 1}, {"a": listed(rng), "b": listed(rng, 2), "n": 1})


def lists_of_one_world(rng):
    """Each text is in some of base, ours and theirs, in every combination."""
    where = {item: rng.randint(0, 7) for item in rng.sample("pqrstuvw", rng.randint(3, 8))}
    sides = [[item for item, bits in where.items() if bits >> side & 1] for side in range(3)]
    return merged({"a": sides[0], "k": 1}, {"a": sides[1], "m": 1}, {"a": sides[2], "n": 1})


def both_texts(rng):
    count = rng.randint(1, 4)
    base = [rng.choice("xyz") for _ in range(count)]
    sides = [[line if rng.random() < 0.6 else rng.choice(["u", "v", "", line + "!"]) for line in base] for _ in range(2)]
    if rng.random() < 0.3:
        rng.choice(sides).append(rng.choice(["", "x"]))
    if rng.random() < 0.15:
        base.append("")
    return merged({"a": "\n".join(base), "k": 1}, {"a": "\n".join(sides[0]), "m": 1}, {"a": "\n".join(sides[1]), "n": 1})


def same_on_both_sides(rng):
    new = rng.choice([value(rng), None])
    return merged({"a": value(rng), "b": value(rng)}, {"a": new, "b": value(rng), "c": new}, {"a": new, "c": new, "d": value(rng)})


def removed_or_changed(rng):
    base = {name: value(rng) for name in NAMES}
    return merged(base, {"a": None, "b": value(rng), "c": None}, {"a": value(rng), "b": None, "c": None, "d": rng.choice([None, value(rng)])}, [("changes", 1, "main")])


def conflicts_in_order(rng):
    names = rng.sample(["z", "b", "B", "aa", "a", "10", "9", "é", ""], 5)
    return merged({}, {name: "x" for name in names}, {name: rng.choice(["y", "x", ["y"], 1]) for name in rng.sample(names, 5)})


def moved_or_nothing(rng):
    steps = [("save", "main", {"a": 1}), ("branch", "b", rng.choice([0, "main"]))]
    steps += rng.choice([[], [("save", "b", {"b": 1})], [("save", "main", {"b": 1})], [("save", "b", {"b": 1}), ("save", "b", {"c": 1})]])
    return run([*steps, ("merge", *rng.choice([("main", "b"), ("b", "main"), ("main", 0), ("b", 1), ("main", "main"), ("main", 1)])), ("merge", "main", "b"), ("merge", "b", "main"), ("log", "main"), ("log", "b"), ("save", "b", {"z": 1}), ("log", "main"), ("log", "b")])


def merges_of_numbers(rng):
    """A version is merged by its number."""
    return run([("save", "main", {"a": 1}), ("save", "main", {"b": 2}), ("branch", "b", 1), ("save", "b", {"a": number(rng), "b": 4}), ("save", "b", {"c": 5}), ("merge", "main", rng.choice([3, 4, 1, 0, 2])), ("show", "main"), ("log", "main"), ("merge", "main", "b"), ("log", "main"), ("merge", "b", "main"), ("log", "b"), ("show", "b")])


def merged_again_and_again(rng):
    steps = [("save", "main", {"a": 1, "b": ["p"]}), ("branch", "b", "main")]
    for _ in range(rng.randint(2, 4)):
        steps += [("save", rng.choice(["main", "b"]), changes(rng, 2, "abc")), ("save", rng.choice(["main", "b"]), changes(rng, 2, "abc")), ("merge", *rng.choice([("main", "b"), ("b", "main")]))]
    return run([*steps, ("show", "main"), ("show", "b"), ("log", "main"), ("log", "b")])


def three_branches(rng):
    steps = [("save", "main", {"a": 1}), ("branch", "b", "main"), ("branch", "c", rng.choice(["b", 0]))]
    for _ in range(rng.randint(5, 9)):
        one, other = rng.sample(["main", "b", "c"], 2)
        steps.append(rng.choice([("save", one, {rng.choice("abc"): number(rng)}), ("save", one, {rng.choice("abc"): number(rng)}), ("merge", one, other)]))
    return run([*steps, *[step for name in ["main", "b", "c"] for step in [("show", name), ("log", name)]]])


def crossed_merges(rng):
    """Both sides take over the other's version, so that two common versions are equally near."""
    n = [rng.randint(1, 9) for _ in range(5)]
    return run([("save", "main", {"a": 10}), ("branch", "b", "main"), ("save", "main", {"a": 10 + n[0]}), ("save", "b", {"a": 10 - n[1]}), *rng.sample([("merge", "main", 3), ("merge", "b", 2)], 2), ("save", "main", {"a": n[2]}), ("save", "b", {"a": n[3], "c": n[4]}), ("merge", *rng.choice([("main", "b"), ("b", "main")])), ("show", "main"), ("show", "b"), ("log", "main")])


def merges_that_change_nothing(rng):
    """A merge of two lines is a version even if its fields are as before."""
    new = value(rng)
    return run([("branch", "b", 0), ("save", "main", {"a": new}), ("save", "b", rng.choice([{"a": new}, {"a": new, "b": 1}])), ("merge", "main", "b"), ("show", "main"), ("log", "main"), ("merge", "main", "b"), ("pick", "main", 2), ("save", "main", {"z": 1}), ("log", "main")])


def history(rng, length):
    return [("save", "main", changes(rng, 2, "abc")) for _ in range(length)]


def picks(rng):
    steps = [*history(rng, 3), ("branch", "b", rng.choice([0, 1])), ("save", "b", changes(rng, 2, "abc")), ("save", "b", changes(rng, 2, "abc"))]
    return run([*steps, *[("pick", rng.choice(["main", "b"]), rng.choice([1, 2, 3, 4, 5, "b", "main", 0])) for _ in range(3)], ("show", "main"), ("show", "b"), ("log", "main")])


def reverts(rng):
    steps = [*history(rng, 4)]
    return run([*steps, *[step for _ in range(3) for step in [("revert", "main", rng.choice([1, 2, 3, 4, 5, "main", 0])), ("show", "main")]], ("log", "main")])


def picked_numbers_and_lists(rng):
    new = [listed(rng) for _ in range(3)]
    return run([("save", "main", {"a": number(rng), "b": new[0]}), ("branch", "b", 1), ("save", "b", {"a": number(rng), "b": new[1]}), ("save", "main", {"a": number(rng), "b": new[2], "c": "k"}), (rng.choice(["pick", "revert"]), "main", "b"), ("show", "main"), ("revert", "main", "main"), ("show", "main"), ("revert", "main", rng.choice([1, 2])), ("show", "main")])


def picked_merges(rng):
    """Of a merge what counts is what it changed for the branch that it was made on."""
    return run([("save", "main", {"a": 1}), ("branch", "b", "main"), ("branch", "c", rng.choice([0, 1])), ("save", "main", {"b": 2}), ("save", "b", {"a": number(rng), "c": 3}), ("merge", *rng.choice([("main", "b"), ("b", "main")])), (rng.choice(["pick", "revert", "pick"]), "c", 4), ("show", "c"), ("log", "c"), ("revert", "main", 4), ("show", "main"), ("pick", "c", rng.choice([2, 3]))])


def branches(rng):
    steps = [("save", "main", {"a": 1}), ("save", "main", {"a": 2})]
    for _ in range(rng.randint(4, 8)):
        steps.append(rng.choice([("branch", rng.choice("bc"), rng.choice(["main", 0, 1, 2, 3, "c", "nowhere"])), ("save", rng.choice(["b", "c", "main"]), {"b": rng.randint(0, 3)}), ("drop", rng.choice(["b", "c", "main", "d"])), ("log", rng.choice(["b", "c", 1])), ("show", rng.choice(["b", "c", 3]))]))
    return run([*steps, ("branch", "main", 0), ("log", "main")])


def unknown_ones(rng):
    steps = [("show", 1), ("show", "b"), ("log", "b"), ("log", 2), ("save", "b", {"a": 1}), ("merge", "b", "main"), ("merge", "main", "b"), ("merge", "main", 9), ("pick", "main", 3), ("revert", "b", 0), ("rewind", "main", 5), ("rewind", "b", 0), ("drop", "b"), ("branch", "c", "b"), ("changes", 0, 7), ("changes", "b", 0), ("branch", "c", -1), ("pick", "main", 0), ("revert", "main", 0), ("drop", "main"), ("show", 0), ("log", 0), ("rewind", "main", 0)]
    return run(rng.sample(steps, 8))


def gone_back(rng):
    steps = [*history(rng, 4), ("branch", "b", rng.choice([1, 2, 3])), ("rewind", "main", rng.choice([0, 1, 2, 3, "b", "main"]))]
    return run([*steps, ("log", "main"), *[("show", number) for number in rng.sample(range(5), 3)], ("save", "main", {"z": 1}), ("log", "main"), rng.choice([("rewind", "b", "main"), ("rewind", "main", "b"), ("drop", "b")]), *[("show", number) for number in (2, 4, 5)], ("branch", "c", rng.randint(0, 5)), ("log", "b")])


def what_stays(rng):
    """Versions stay while any branch needs them, also through a merge."""
    steps = [("save", "main", {"a": 1}), ("branch", "b", 0), ("save", "b", {"b": 1}), ("branch", "c", "b"), ("save", "b", {"b": 2}), rng.choice([("merge", "main", "b"), ("merge", "main", "c"), ("merge", "c", "main")])]
    return run([*steps, rng.choice([("drop", "b"), ("drop", "c"), ("rewind", "main", 0), ("rewind", "main", 1)]), *[("log", number) for number in range(1, 5)], rng.choice([("drop", "b"), ("drop", "c"), ("rewind", "main", 0)]), *[("show", number) for number in range(5)], ("save", "main", {"n": 1})])


def copies(rng):
    given = {"l": listed(rng), "n": 1}
    return f"a = Archive()\ngiven = {given!r}\na.save('main', given)\ngiven['l'].append('new')\ngiven['m'] = 2\na.branch('b', 'main')\nfields = a.show({rng.choice(['main', 'b', 1])!r})\nfields['l'].append('z')\nfields['n'] = 9\na.changes(0, 1)['l'][1].append('y')\na.changes(1, 0)['l'][0].append('w')\na.log('main').append(7)\na.save('b', {{'k': {listed(rng)!r}}})\na.show(2)['k'].append('v')\n[a.merge('main', 'b'), a.show('main'), a.show(1), a.log('main'), a.changes(0, 1), given]"


def long_histories(rng):
    count = rng.randint(20, 60)
    return f"a = Archive()\na.branch('b', 0)\nfor n in range({count}):\n    a.save('main' if n % {rng.randint(2, 5)} else 'b', {{f'k{{n % {rng.randint(2, 9)}}}': n, 'sum': n * {rng.randint(1, 5)}, 'l': [str(n % {rng.randint(2, 6)})]}})\n    if n % {rng.randint(7, 15)} == 3: a.merge({rng.choice([('main', 'b'), ('b', 'main')])!r}[0], {rng.choice(['b', 'main'])!r})\n[a.merge('main', 'b'), a.show('main'), len(a.log('main')), a.log('b')[:5]]"


TEXTS_WITH_ENDS = ["one\ntwo\n", "one\ntwo", "ONE\ntwo\n", "one\nTWO", "ONE\ntwo", "one\nTWO\n", "\n", "", "one\n", "one", "\none", "ONE\n", "one\ntwo\n\n"]


def line_breaks_at_ends(rng):
    """A line break at the end ends one line and begins another one."""
    fields = {name: [rng.choice(TEXTS_WITH_ENDS[:6]), rng.choice(TEXTS_WITH_ENDS[:6]), rng.choice(TEXTS_WITH_ENDS[:6])] for name in "abcdefgh"}
    fields |= {name: rng.sample(TEXTS_WITH_ENDS, 3) for name in "ijkl"}
    fields |= {"m": ["one\ntwo\n", "ONE\ntwo\n", "one\nTWO"], "n": ["one\ntwo", "ONE\ntwo", "one\nTWO\n"]}
    base, ours, theirs = ({name: texts[at] for name, texts in fields.items()} for at in range(3))
    return f"a = Archive()\na.save('main', {base!r})\na.branch('b', 'main')\na.save('main', {ours!r})\na.save('b', {theirs!r})\n[a.merge('main', 'b'), a.show('main')]"


def back_to_what_was_merged(rng):
    """A branch goes back to any version that its log has, also to one of the other branch."""
    backs = rng.sample([2, 3, 1, 0, 4, 6], 4)
    return (
        "a = Archive()\na.save('main', {'x': 1})\na.branch('b', 'main')\na.save('b', {'y': 2})\na.save('b', {'y': 3})\na.save('main', {'z': 4})\na.merge('main', 'b')\na.save('main', {'x': 6})\na.branch('keep', 'main')\nout = []\n"
        f"for number in {backs!r}:\n    try: out.append(a.rewind('main', number))\n    except ValueError: out.append('ValueError')\n    out += [a.show('main'), a.log('main')]\n    a.rewind('main', 0)\n    a.merge('main', 'keep')\nout"
    )


STRATA = [
    saves, nothing_different, lists_are_tidied, differences, alike_but_not_equal, one_side, any_sides, both_sides_of_one_field, both_numbers,
    both_lists, lists_of_one_world, both_texts, same_on_both_sides, removed_or_changed, conflicts_in_order, moved_or_nothing, merges_of_numbers,
    merged_again_and_again, three_branches, crossed_merges, merges_that_change_nothing, picks, reverts, picked_numbers_and_lists,
    picked_merges, branches, unknown_ones, gone_back, what_stays, copies, long_histories,
    line_breaks_at_ends, back_to_what_was_merged,
]

"""Histories of typing, deleting, replacing, moving, undoing and redoing, under small and large limits."""

PLAY = "def run(editor, steps):\n    out = []\n    for name, *rest in steps:\n        try: out.append(getattr(editor, name)(*rest))\n        except Exception as error: out.append(type(error).__name__)\n    return out + [editor.show()]\n"
LETTERS = "abcxyz 1.-é\n"
TEXTS = ["", "a", "abc", "one two one", "aaa", "xyxyx", "日本"]


def call(steps, text="", limit=None):
    made = f"Editor({text!r})" if limit is None else f"Editor({text!r}, {limit})"
    return f"{PLAY}run({made}, {steps!r})"


def typed(rng, most=5):
    return [("insert", rng.choice(LETTERS)) for _ in range(rng.randint(1, most))]


def step(rng):
    kind = rng.random()
    if kind < 0.4:
        return typed(rng, 4)
    if kind < 0.5:
        return [("insert", rng.choice(["ab", "x y", " ", "", "\t"]))]
    if kind < 0.6:
        return [("delete", rng.choice([1, 1, 2, 3, 0, 50]))]
    if kind < 0.7:
        return [("move", rng.choice([0, 1, 2, rng.randint(0, 9)]))]
    if kind < 0.75:
        return [("replace", rng.choice(["a", "x", "ab", "one"]), rng.choice(["", "z", "aa", "two"]))]
    return [rng.choice([("undo",), ("undo",), ("redo",), ("undo", 2), ("redo", 2), ("show",)])]


def mixed(rng, turns):
    return [one for _ in range(turns) for one in step(rng)]


def anything(rng):
    return call(mixed(rng, rng.randint(3, 9)), rng.choice(TEXTS))


def anything_long(rng):
    return call(mixed(rng, rng.randint(15, 25)), rng.choice(TEXTS))


def under_a_limit(rng):
    return call([*mixed(rng, rng.randint(5, 14)), ("undo", 9), ("show",), ("redo", 9)], rng.choice(TEXTS), rng.randint(1, 4))


def limit_just_reached(rng):
    limit = rng.randint(1, 5)
    steps = [("insert", f"<{n}>") for n in range(limit + rng.choice([-1, 0, 0, 1, 2]))]
    return call([*steps, ("undo", limit), ("undo",), ("show",), ("redo", limit + 1)], "", limit)


def limit_and_typing(rng):
    limit = rng.randint(1, 3)
    return call([("insert", "ab"), *typed(rng, 8), *rng.choice([[], [("delete", 1)]]), ("undo", 20)], "q", limit)


def typing_joins(rng):
    return call([("move", rng.randint(0, 5)), *typed(rng, 9), ("undo",), ("show",), ("undo",), ("show",), ("redo",)], rng.choice(TEXTS))


def typing_with_spaces(rng):
    steps = [("insert", letter) for letter in rng.choices("ab \t\n", k=rng.randint(2, 9))]
    return call([*steps, *[one for _ in range(4) for one in [("undo",), ("show",)]]])


def typing_broken(rng):
    between = rng.choice([("move", rng.randint(0, 4)), ("delete", 0), ("delete", 1), ("insert", ""), ("insert", "xy"), ("undo",), ("redo",), ("undo", 0), ("replace", "nowhere", "x"), ("replace", "a", "b"), ("show",)])
    return call([*typed(rng, 3), between, *typed(rng, 3), ("undo",), ("show",), ("undo",), ("show",), ("redo", 3)], rng.choice(TEXTS))


def typing_after_redo(rng):
    return call([*typed(rng, 3), ("undo", rng.randint(1, 2)), ("redo", rng.randint(1, 2)), *typed(rng, 2), ("undo",), ("show",), ("redo",)])


def deletes(rng):
    text = rng.choice(TEXTS)
    return call([("move", rng.randint(0, len(text))), *[("delete", rng.randint(0, 4)) for _ in range(rng.randint(1, 4))], ("show",), ("undo",), ("show",), ("undo", 5)], text)


def delete_nothing(rng):
    return call([("insert", "ab"), ("undo",), rng.choice([("delete", 0), ("delete", 2), ("insert", ""), ("move", 0), ("replace", "q", "r")]), ("redo",), ("show",), ("undo",)], rng.choice(["", "k"]))


def cursor_comes_back(rng):
    return call([("move", rng.randint(0, 4)), rng.choice([("insert", "new"), ("delete", 2), ("replace", "o", "0")]), ("move", rng.randint(0, 5)), ("undo",), ("show",), ("redo",)], "one two")


def moves(rng):
    return call([one for _ in range(rng.randint(1, 4)) for one in [("move", rng.choice([0, -1, -5, 3, 99, rng.randint(0, 12)])), ("show",), ("insert", "*")]], rng.choice(TEXTS))


def replaces(rng):
    text = rng.choice(["one two one", "aaaa", "xyxyx", "abab", ""])
    steps = [one for _ in range(rng.randint(1, 4)) for one in [("replace", rng.choice(["one", "a", "aa", "xyx", "ab", "q"]), rng.choice(["", "1", "aaa", "one"])), ("show",)]]
    return call([("move", rng.randint(0, len(text))), *steps, ("undo", rng.randint(1, 3)), ("show",), ("redo",)], text)


def replace_at_the_cursor(rng):
    return call([("move", rng.randint(0, 7)), ("replace", "ab", rng.choice(["ab", "x", ""])), ("show",), ("undo",), ("show",), ("redo",)], rng.choice(["abxabxab", "xxabxx", "ab"]))


def replace_nothing(rng):
    return call([rng.choice([("replace", "", "x"), ("replace", "zz", "x")]), *typed(rng, 2), ("replace", "", ""), ("undo",)], rng.choice(TEXTS))


def redo_is_lost(rng):
    return call([*mixed(rng, 3), ("undo", rng.randint(1, 3)), rng.choice([("insert", "new"), ("insert", "x"), ("delete", 1), ("replace", "a", "b")]), ("redo", 3), ("show",), ("undo", 9), ("show",), ("redo", 9)], "abc")


def more_than_there_is(rng):
    return call([*mixed(rng, rng.randint(0, 4)), ("undo", rng.choice([0, 50])), ("undo",), ("show",), ("redo", rng.choice([0, 50])), ("redo",)], rng.choice(TEXTS))


def untouched(rng):
    return call(rng.choices([("undo",), ("redo",), ("show",), ("delete", 1), ("move", 3), ("undo", 0)], k=rng.randint(0, 4)), rng.choice(TEXTS))


def limit_as_usual(rng):
    return f"editor = Editor()\nfor n in range({rng.choice([99, 100, 101, 102, rng.randint(95, 130)])}): editor.insert(str(n) + '{rng.choice(['.', 'ab', ' -'])}')\n[editor.undo(500), editor.show(), editor.redo({rng.randint(1, 3)}), editor.show()]"


def two_editors(rng):
    return f"{PLAY}[run(Editor('a'), {mixed(rng, 4)!r}), run(Editor(), {mixed(rng, 4)!r})]"


def hundreds(rng):
    return (f"editor = Editor('', {rng.choice([5, 50, 100, 200])})\nfor n in range({rng.randint(150, 260)}): editor.insert('ab cd-'[n % {rng.randint(3, 6)}])\n"
            f"[editor.undo({rng.randint(1, 150)}), editor.show(), editor.redo({rng.randint(1, 90)}), editor.show(), editor.undo(500), editor.show()]")


def typing_goes_on(rng):
    """What changes nothing and is neither move, undo nor redo does not end typing."""
    steps = []
    for letter in rng.choices("abcxyz1-", k=rng.randint(3, 6)):
        steps += [("insert", letter), *rng.sample([("delete", 0), ("insert", ""), ("replace", "nowhere", "x"), ("show",), ("delete", 0)], rng.randint(0, 3))]
    return call([*steps, ("undo",), ("show",), ("undo",), ("show",), ("redo", 2)], rng.choice(TEXTS))


def typing_ended(rng):
    """Moves to where the cursor stands, and undoing or redoing nothing, end it all the same."""
    first, second = rng.choices("abcxyz", k=rng.randint(1, 3)), rng.choices("abcxyz", k=rng.randint(1, 3))
    between = rng.choice([("move", len(first)), ("undo", 0), ("redo",), ("redo", 0), ("move", 99)])
    return call([*[("insert", letter) for letter in first], between, *[("insert", letter) for letter in second], ("undo",), ("show",), ("undo",), ("show",), ("redo", 2)])


def replace_around_the_cursor(rng):
    """What is looked for stands before, at, around and after the cursor."""
    text = rng.choice(["xabxx", "abab", "xxab", "abxab", "aab", "abcab", "one one"])
    old = rng.choice(["ab", "ab", text[1:4], text[:3], "b" + text[-1]])
    return f"{PLAY}[run(Editor({text!r}), [('move', place), ('replace', {old!r}, {rng.choice(['', '*', 'abab'])!r}), ('show',), ('undo',)]) for place in range({len(text) + 1})]"


def an_edit_or_none(rng):
    """What is no edit leaves what can be redone, what is one does not."""
    steps = [("delete", 0), ("insert", ""), ("move", 0), ("replace", "q", "r"), ("replace", "k", "k"), ("delete", 1), ("undo", 0), ("redo", 0), ("insert", "x"), ("replace", "", "a")]
    return f"{PLAY}[run(Editor('k'), [('insert', {rng.choice(['ab', 'a', 'a b'])!r}), ('undo',), step, ('redo',), ('show',), ('undo', 2), ('show',)]) for step in {rng.sample(steps, 7)!r}]"


def replaced_by_the_same(rng):
    text, old = rng.choice([("abxab", "ab"), ("aaa", "a"), ("one two one", "one"), ("xyxyx", "xyx"), ("abc", "c"), ("aab", "aab")])
    return f"{PLAY}[run(Editor({text!r}), [('move', place), ('replace', {old!r}, {rng.choice([old, old, old + '!'])!r}), ('show',), ('undo',), ('show',), ('redo',)]) for place in range({rng.randint(0, 1)}, {len(text) + 1})]"


def typing_with_something_between(rng):
    first, second = rng.choice("abcxyz"), rng.choice("abcxyz1.")
    between = [("delete", 0), ("insert", ""), ("replace", "nowhere", "x"), ("show",), ("move", 2), ("move", 99), ("undo", 0), ("redo",), ("redo", 0), ("insert", "xy"), ("insert", " ")]
    return f"{PLAY}[run(Editor('k'), [('insert', {first!r}), step, ('insert', {second!r}), ('undo',), ('show',), ('undo',), ('show',), ('redo', 2)]) for step in {rng.sample(between, 8)!r}]"


STRATA = [
    anything, anything_long, under_a_limit, limit_just_reached, limit_and_typing, typing_joins, typing_with_spaces, typing_broken,
    typing_after_redo, deletes, delete_nothing, cursor_comes_back, moves, replaces, replace_at_the_cursor, replace_nothing,
    redo_is_lost, more_than_there_is, untouched, limit_as_usual, two_editors, hundreds,
    typing_goes_on, typing_ended, replace_around_the_cursor,
    an_edit_or_none, replaced_by_the_same, typing_with_something_between,
]

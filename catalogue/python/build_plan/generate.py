"""Plans of every operation and shape, and what happens to them one after another: puts, builds, failures and other lines."""

WORDS = ["a", "b", "c", "a", "b", "x1", "10", "9", "B", "", "é", "a b", "-"]
OPERATIONS = ["all", "sort", "once", "size", "rest", "only", "less"]
CALM = ["all", "sort", "once", "size", "rest", "less"]


def words(rng, most=4):
    return [rng.choice(WORDS) for _ in range(rng.randint(0, most))]


def session(lines, steps):
    """A list of what each step gives, or of the name of what it raises."""
    text = lines if isinstance(lines, str) else "\n".join(lines)
    return (
        f"b = Builder({text!r})\ndef go(name, *given):\n    try: return getattr(b, name)(*given)\n"
        f"    except (ValueError, KeyError) as error: return type(error).__name__\n[go(*step) for step in {steps!r}]"
    )


def puts(rng, names, most=4):
    return [("put", name, words(rng, most)) for name in names]


def plan(rng, least, most, operations=OPERATIONS, sources="stu"):
    """Lines of products, each of which needs only some that were made before it, in any order."""
    before = list(sources)
    lines = []
    for name in rng.sample("abcdefgh", rng.randint(least, most)):
        parts = [rng.choice(before[-4:] + before[:1]) for _ in range(rng.randint(1, 3))]
        lines.append(f"{name} = {rng.choice(operations)} {' '.join(parts)}")
        before.append(name)
    goals = before[len(sources) :]
    rng.shuffle(lines)
    return lines, goals


def anything_in_turn(rng):
    lines, goals = plan(rng, 2, 6)
    steps = puts(rng, "stu", 2)
    for _ in range(rng.randint(4, 9)):
        steps.append(rng.choice([("put", rng.choice("stu"), words(rng, 2)), ("build", rng.choice(goals)), ("build", goals[-1]), ("stale", goals[-1]), ("users", rng.choice("stu")), ("read", rng.choice(goals)), ("drop", rng.choice("stu"))]))
    return session(lines, [*steps, ("build", goals[-1]), ("read", goals[-1])])


def one_operation(rng):
    parts = " ".join(rng.choice("stu") for _ in range(rng.randint(1, 4)))
    return session(f"p = {rng.choice(OPERATIONS)} {parts}", [*puts(rng, "stu"), ("build", "p"), ("read", "p"), ("build", "p")])


def each_operation(rng):
    parts = " ".join(rng.choice("stu") for _ in range(rng.randint(1, 3)))
    return session([f"{operation}1 = {operation} {parts}" for operation in CALM], [*puts(rng, "stu"), *[step for name in CALM for step in [("build", name + "1"), ("read", name + "1")]][:12]])


def what_only_wants(rng):
    given = {name: rng.choice([[], [], ["a"], ["a"], [""], ["a", "a"], ["a", "b"]]) for name in "stu"}
    return session(f"p = only {' '.join(rng.sample('stu', rng.randint(1, 3)))}", [*[("put", name, one) for name, one in given.items()], ("build", "p"), ("read", "p"), ("build", "p"), ("stale", "p")])


def what_less_takes_away(rng):
    some = ["a", "b", "c", "d", "a", ""]
    given = [("put", name, [rng.choice(some) for _ in range(rng.randint(0, size))]) for name, size in [("s", 6), ("t", 2), ("u", 2)]]
    return session(f"p = less {rng.choice(['s', 's t', 's t u', 's t t', 't s', 's s', 's u'])}", [*given, ("build", "p"), ("read", "p")])


def sorted_as_python_sorts(rng):
    many = [rng.choice(["b", "B", "a", "10", "9", "", "é", "z", "-1", "_", "aa", "ab", "a b", "Z"]) for _ in range(rng.randint(2, 9))]
    return session(f"p = {rng.choice(['sort', 'once', 'sort'])} s t", [("put", "s", many), ("put", "t", words(rng)), ("build", "p"), ("read", "p")])


def sizes(rng):
    count = rng.choice([0, 1, 2, 9, 10, 11, 100, rng.randint(0, 200)])
    name = rng.choice(["all", "size", "once", "rest", "less", "sort"])
    return f"b = Builder('p = {name} s t')\nb.put('s', [str(n % {rng.randint(1, 50)}) for n in range({count})])\nb.put('t', {words(rng)!r})\n[b.build('p'), b.read('p')]"


def shared_parts(rng):
    names = rng.sample("abcd", 4)
    top, left, right, low = names
    lines = [f"{top} = {rng.choice(CALM)} {left} {right}{rng.choice(['', ' ' + low, ' s'])}", f"{left} = {rng.choice(CALM)} {low} s", f"{right} = {rng.choice(CALM)} {rng.choice([low, left, low + ' ' + left])}", f"{low} = {rng.choice(CALM)} t s"]
    rng.shuffle(lines)
    return session(lines, [*puts(rng, "st"), ("stale", top), ("build", rng.choice([top, left, right])), ("build", top), ("put", rng.choice("st"), words(rng, 3)), ("stale", top), ("build", top), ("read", top)])


def nothing_new_goes_no_further(rng):
    given = [rng.choice("abc") for _ in range(rng.randint(2, 5))]
    other = rng.sample(given, len(given))
    lines = [f"m = {rng.choice(['sort', 'size', 'once', 'less', 'rest', 'all'])} s", f"n = {rng.choice(CALM)} m", f"o = {rng.choice(CALM)} n {rng.choice(['t', 'm', 's'])}"]
    return session(lines, [("put", "s", given), ("put", "t", ["a"]), ("build", "o"), ("put", "s", other), ("stale", "o"), ("build", "o"), ("build", "o"), ("read", "o")])


def there_and_back(rng):
    lines, goals = plan(rng, 2, 4, CALM, "s")
    first, second = words(rng), words(rng)
    return session(lines, [("put", "s", first), ("build", goals[-1]), ("put", "s", second), *rng.choice([[], [], [("build", goals[0])], [("stale", goals[-1])]]), ("put", "s", first), ("stale", goals[-1]), ("build", goals[-1]), *rng.choice([[], [("drop", "s"), ("put", "s", first), ("build", goals[-1])]])])


def lone_builds(rng):
    """Parts are built by themselves between builds of the whole."""
    lines, goals = plan(rng, 3, 6, CALM)
    steps = puts(rng, "stu", 3)
    for _ in range(rng.randint(3, 7)):
        steps.append(rng.choice([("put", rng.choice("stu"), words(rng, 3)), ("build", rng.choice(goals)), ("build", rng.choice(goals)), ("stale", goals[-1])]))
    return session(lines, [*steps, ("stale", goals[-1]), ("build", goals[-1])])


STEMS = ["a", "ab", "x.y", "1", "lib", "o", ".o", "c"]


def patterns(rng):
    stem, other = rng.choice(STEMS), rng.choice(STEMS)
    lines = rng.choice([
        ["%.o = all %.c"], ["%.o = size %.c h"], ["lib_% = once %.o", "%.o = rest %.c"], ["%.o = all h", "%.o2 = all %.o"], ["x%y = all s%t"], ["%.o = all %.c %.h", "a.o = size a.c"], ["%_ = all %"], ["pre% = sort %"], ["%.o = all %.c", "%co = size %.c"],
    ])
    goals = [f"{stem}.o", f"lib_{stem}", f"x{stem}y", f"{stem}_", f"pre{stem}", f"{other}.o", ".o", f"{stem}.o2"]
    given = puts(rng, [f"{stem}.c", "h", f"{stem}.h", f"s{stem}t", stem, f"{other}.c", ".c"], 3)
    steps = [step for goal in rng.sample(goals, 5) for step in [("build", goal), ("read", goal)]]
    return session(lines, [*given, *steps])


def which_line_counts(rng):
    """A product's own line comes before patterns, of these the first that matches."""
    stem = rng.choice(["a", "b", "ab", "aa"])
    lines = [f"{pattern} = {rng.choice(CALM)} {part}" for pattern, part in rng.sample([("%.o", "s"), ("a%.o", "t"), ("%a.o", "u"), (f"{stem}.o", "s t"), ("%o", "u t"), ("a%", "t u"), ("%b.o", "s s")], rng.randint(2, 5))]
    return session(lines, [("put", "s", ["s", "1"]), ("put", "t", ["t", "2", "3"]), ("put", "u", ["u"]), ("build", f"{stem}.o"), ("read", f"{stem}.o"), ("build", "a.o"), ("read", "a.o"), ("build", "b.o"), ("put", "c.o", ["c"]), ("put", "a.o", ["c"]), ("put", "o", ["c"]), ("read", "o")])


def one_or_more_characters(rng):
    name = rng.choice(["ab", "a", "b", "aab", "axb", "ba", "abab", "aba", "aa", "abb"])
    pattern, part = rng.choice([("a%b", "s%t"), ("%ab", "s%"), ("ab%", "%s"), ("a%a", "%"), ("%b", "%"), ("a%", "%"), ("ab%ab", "%")])
    return session(f"{pattern} = all {part} k", [("put", "k", ["k"]), ("put", name, ["given"]), ("put", part.replace("%", rng.choice([name[1:-1], name[1:], name[:-1], "x"])), ["part"]), ("build", name), ("read", name)])


def chains_of_patterns(rng):
    stem = rng.choice(STEMS)
    lines = ["%.d = " + rng.choice(CALM) + " %.c", "%.c = " + rng.choice(CALM) + " %.b", "%.b = " + rng.choice(CALM) + " %.a" + rng.choice(["", " s"]), f"all = all {stem}.d z.c"]
    rng.shuffle(lines)
    return session(lines, [("put", f"{stem}.a", words(rng)), ("put", "z.a", words(rng)), ("put", "s", ["s"]), ("build", rng.choice(["all", f"{stem}.d"])), ("put", f"{stem}.a", words(rng)), ("stale", "all"), ("build", "all"), ("read", "all"), ("users", f"{stem}.a"), ("users", "z.b")])


def circles(rng):
    lines = rng.choice([["a = all a"], ["a = all s b", "b = all c", "c = all t a"], ["a = all b b", "b = all s"], ["%x = all x%", "x% = all %x"], ["a%b = all b%a", "b%a = all s a%b"], ["a = all b c", "b = all c", "c = all s"], ["a = all b", "b = all b s"], ["%b = all b%"], ["%ab = all %ba", "%ba = all %ab"]])
    goals = rng.sample(["a", "b", "c", "ax", "xa", "axb", "bxa", "bb", "xab", "s"], 5)
    return session(lines, [*puts(rng, "st", 1), *[step for goal in goals for step in [("build", goal), ("stale", goal)]], ("read", "b")])


def circle_or_missing(rng):
    """What is met first decides."""
    lines = ["a = all " + " ".join(rng.sample(["b", "s", "nowhere", "c"], rng.randint(2, 4))), "b = all " + " ".join(rng.sample(["a", "s", "gone", "c"], rng.randint(1, 3))), "c = all " + " ".join(rng.sample(["b", "s", "lost", "c"], rng.randint(1, 2)))]
    return session(lines, [("put", "s", ["x"]), *[(rng.choice(["build", "stale"]), goal) for goal in ["a", "b", "c", "s", "gone"]], ("read", "a"), ("users", "s")])


def nothing_is_made_before_a_fault(rng):
    return session([f"a = all b c {rng.choice(['gone', 'a', 'd'])}", "b = all s", "c = size s", "d = all a"], [*puts(rng, "s"), ("build", "a"), ("read", "b"), ("build", rng.choice("bc")), ("users", "s"), ("stale", "b"), ("build", "d"), ("build", "gone"), ("put", "gone", ["g"]), ("build", "a"), ("drop", "gone"), ("build", "a"), ("read", "a"), ("stale", "a")])


def failures(rng):
    lines = ["k = only s", f"l = {rng.choice(CALM)} {rng.choice(['k t', 't k', 'k'])}", f"m = {rng.choice(CALM)} t", f"n = {rng.choice(CALM)} {' '.join(rng.sample('lm', 2))}", "o = only t"]
    steps = [("put", "s", ["a"] * rng.choice([0, 1, 1, 2])), ("put", "t", ["b"] * rng.choice([0, 1, 1, 2]))]
    for _ in range(rng.randint(2, 4)):
        steps += [("build", rng.choice("nnnlo")), rng.choice([("stale", "n"), ("read", "l"), ("read", "k"), ("users", "s"), ("users", "k"), ("build", "n")]), ("put", rng.choice("sst"), ["a"] * rng.choice([0, 1, 1, 2]))]
    rng.shuffle(lines)
    return session(lines, [*steps, ("stale", "n"), ("build", "n"), ("users", "t"), ("read", "n")])


def failing_and_mended(rng):
    one, other = rng.sample([["a"], ["b"], ["a", "b"], []], 2)
    return session(["p = only s", "q = size p", "r = all q t"], [("put", "t", words(rng)), ("put", "s", ["a"]), ("build", "r"), ("put", "s", one), ("build", rng.choice("rpq")), ("users", "s"), ("put", "s", other), ("stale", "r"), ("build", "r"), ("put", "s", ["a"]), ("stale", "r"), ("build", "r"), ("read", "r")])


def other_lines(rng):
    """Other operations, parts in another order, and the same by a pattern or by a line of its own."""
    first = [f"a.o = {rng.choice(['all', 'sort'])} s t", "b = size a.o"]
    second = [rng.choice(["a.o = all s t", "a.o = sort s t", "a.o = all t s", "%.o = all s t", "a% = sort s t", "a.o = all s", "a.o = all s t t", "a.o = all u t"]), rng.choice(["b = size a.o", "b = all a.o", "%b = all a.o", "b = size a.o s"])]
    given = [("put", "s", ["1"]), ("put", "t", rng.choice([["1"], ["0"], []])), ("put", "u", ["1"])]
    return session(first, [*given, ("build", "b"), ("change", "\n".join(second)), ("stale", "b"), rng.choice([("build", "b"), ("build", "a.o"), ("users", "s")]), ("read", "a.o"), ("change", "\n".join(first)), ("stale", "b"), ("build", "b"), ("read", "b")])


def lines_with_other_operations(rng):
    """The same parts by other operations, of which some make the same words."""
    lines, goals = plan(rng, 1, 4, CALM)
    first = lines
    steps = [*puts(rng, "stu", 2), ("build", goals[-1])]
    for _ in range(rng.randint(1, 3)):
        lines = [" ".join([*line.split(" ")[:2], rng.choice([line.split(" ")[2], *CALM]), *line.split(" ")[3:]]) for line in lines]
        steps += [("change", "\n".join(lines)), *rng.choice([[], [("stale", goals[-1])], [("build", rng.choice(goals))], [("put", "s", words(rng, 2))]])]
    return session(first, [*steps, ("stale", goals[-1]), ("build", goals[-1]), ("read", goals[-1]), ("read", goals[0])])


def other_lines_in_turn(rng):
    lines, goals = plan(rng, 2, 4)
    steps = puts(rng, "stu", 1)
    for _ in range(rng.randint(3, 6)):
        others = [" ".join([*line.split(" ")[:2], rng.choice([line.split(" ")[2], rng.choice(OPERATIONS)]), *line.split(" ")[3:]]) for line in lines if rng.random() < 0.9]
        steps.append(rng.choice([("change", "\n".join(others)), ("change", "\n".join(lines)), ("build", rng.choice(goals)), ("build", goals[-1]), ("stale", goals[-1]), ("put", rng.choice("stu"), words(rng, 1))]))
    return session(lines, [*steps, ("change", "\n".join(lines)), ("build", goals[-1]), ("read", goals[-1]), *[("users", name) for name in "st"]])


def products_and_sources_change_places(rng):
    texts = ["a = all s", "s = all a", "a = size s\nt = all a", "%a = all s", "b = all a s", "", "s = all t", "t% = all s"]
    steps = [("put", "s", words(rng, 2)), ("put", "t", words(rng, 2)), ("build", "a")]
    for text in rng.sample(texts, 3):
        steps += [("change", text), rng.choice([("read", "a"), ("put", "a", words(rng, 2))]), rng.choice([("put", "s", words(rng, 2)), ("read", "s")]), ("build", rng.choice("abst")), ("users", rng.choice("sa"))]
    return session(rng.choice(texts[:4]), [*steps, ("read", "a"), ("read", "s"), ("read", "t")])


def malformed_lines(rng):
    line = rng.choice(["a", "a =", "a = all", "a all s", "= all s", "a = most s", "a = All s", "a : all s", "a == all s", "a = all s\na = size t", "%.o = all s\n%.o = all s", "a=all s", "%% = all s", "%a% = all s", "a = all %", "a.% = all %% s", "%.a = all %.bc", "%. = all a%b", "%.a = all %.b", "%.abc = all %.b long_name_of_a_part", "a = = s", "a = all s # t", "a = # all s", "# a = b", "% = all s", "%a = all %", "a = all = all", "all = all all2", "a = all s\n\n  \na = all s", "%a = all s\na = size s"])
    return session("k = all s", [("put", "s", ["1"]), ("build", "k"), ("change", rng.choice(["", "k = size s\n", "z = all s\n"]) + line), ("stale", "k"), ("build", "k"), ("read", "k"), ("build", "a"), ("read", "a"), ("put", "z", [])])


def refused_at_once(rng):
    return f"Builder({rng.choice(['', 'k = all s' + chr(10), '# x' + chr(10)]) + rng.choice(['a = all', 'a = sum s', '%.o = all %.cpp', 'x = all %', '%% = all s', 'k = all t', 'a b c d', 'only', 'a = once' + chr(10) + 's', '%k = rest %%', 'a = all s' + chr(10) + 'a = all s'])!r}).build('k')"


def layouts(rng):
    lines = ["a = all s t", "b = size a", "%.o = sort %.c"]
    rng.shuffle(lines)
    text = rng.choice(["", "\n", " # only this\n", "#\n\n"]) + "".join(line.replace(" ", rng.choice([" ", "  ", "   "])) + rng.choice(["", " ", "  # why", "#x", " # a = all b"]) + rng.choice(["\n", "\n\n", "\n   \n", "\n# c = all s\n"]) for line in lines)
    return session(text, [("put", "s", ["s"]), ("put", "t", words(rng)), ("put", "x.c", words(rng)), ("build", "b"), ("build", "x.o"), ("read", "x.o"), ("read", "a"), ("build", "c")])


def users_of_what_was_made(rng):
    lines, goals = plan(rng, 3, 6, CALM)
    steps = puts(rng, "stu", 2)
    for goal in rng.sample(goals, min(len(goals), 2)):
        steps += [("build", goal), ("users", rng.choice("stu")), ("users", rng.choice(goals))]
    return session(lines, [*steps, *[("users", name) for name in "stu"], ("change", "\n".join(lines[1:])), *[("users", name) for name in [*"stu", goals[0]]]])


def users_as_last_made(rng):
    return session(["a = all s", "b = all a t", "c = all b"], [*puts(rng, "stu", 2), ("build", "c"), ("users", "s"), ("change", "a = all u\nb = all a s\nc = all b"), ("users", "s"), ("users", "u"), ("build", rng.choice("ab")), ("users", "s"), ("users", "u"), ("users", "t"), ("build", "c"), ("users", "t"), ("users", "a"), ("users", "c"), ("users", "q")])


def given_and_returned(rng):
    given = words(rng)
    return f"b = Builder('p = {rng.choice(CALM)} s t')\ngiven = {given!r}\nb.put('s', given)\nb.put('t', given)\nfirst = b.build('p')\ngiven.append('new')\nb.read({rng.choice(['s', 'p', 't'])!r}).append('more')\ntaken = b.read({rng.choice(['s', 'p', 't'])!r})\ntaken.insert(0, 'x')\nreport = b.{rng.choice(['build', 'stale'])}('p')\nreport.append('y')\n[first, b.stale('p'), b.build('p'), b.read('s'), b.read('t'), b.read('p'), given]"


def puts_and_drops(rng):
    steps = [rng.choice([("put", rng.choice(["s", "p", "x.o", "x.c", "q"]), words(rng, 2)), ("drop", rng.choice(["s", "p", "q", "x.c", "x.o"])), ("read", rng.choice(["s", "p", "x.o", "x.c", "q"])), ("build", rng.choice(["p", "s", "x.o", "q"]))]) for _ in range(rng.randint(8, 14))]
    return session(["p = all s", "%.o = all %.c"], steps)


def goals_that_are_sources(rng):
    return session("p = all s", [("build", "s"), ("stale", "s"), ("put", "s", words(rng)), ("build", "s"), ("stale", rng.choice("sp")), ("build", rng.choice("sp")), ("read", "p"), ("build", rng.choice(["", "z", "P"]))])


def long_chains(rng):
    length = rng.randint(20, 60)
    return f"b = Builder('\\n'.join(f'n{{i + 1}} = {rng.choice(CALM)} n{{i}}' for i in {rng.choice(['list', 'reversed'])}(range({length}))))\nb.put('n0', {words(rng)!r})\nfirst = b.build('n{rng.randint(1, length)}')\nb.put('n0', {words(rng)!r})\n[len(first), b.stale('n{length}')[:3], b.build('n{length}')[-2:], b.read('n{length}'), len(b.users('n{rng.randint(0, 9)}'))]"


def wide_ones(rng):
    count = rng.randint(30, 100)
    return f"b = Builder('top = {rng.choice(CALM)} ' + ' '.join(f'{{i}}.o' for i in range({count})) + '\\n%.o = {rng.choice(CALM)} %.c h')\nb.put('h', {words(rng)!r})\nfor i in range({count}):\n    b.put(f'{{i}}.c', [str(i % 7)])\nfirst = b.build('top')\nb.put('{rng.randrange(count)}.c', {words(rng)!r})\n[len(first), first[:2], b.stale('top'), b.build('top'), b.read('top')[:9], b.users('h')[-3:]]"


def less_of_words_that_come_again(rng):
    """Words stand several times in the first part, and once or more in the others."""
    sets = [[[rng.choice("abc") for _ in range(rng.randint(2, 6))], [rng.choice("abd")], [rng.choice("bcd") for _ in range(rng.randint(0, 2))]] for _ in range(4)]
    return f"b, out = Builder('p = less x y z\\nq = less x'), []\nfor lists in {sets!r}:\n    for name, words in zip('xyz', lists): b.put(name, words)\n    out += [b.build('p'), b.read('p'), b.build('q'), b.read('q')]\nout"


def other_parts_of_the_same_words(rng):
    """Parts that have other names make a product stale, even if their words are the same."""
    operation, words = rng.choice(["all", "sort", "once", "size", "rest"]), rng.choice([["a"], ["b", "a"], [], ["x", "x"]])
    before, after = rng.choice([("s", "t"), ("s t", "t s"), ("s s", "s t"), ("s t", "s u")])
    return f"b = Builder('p = {operation} {before}\\nq = size p')\nfor name in 'stu': b.put(name, {words!r})\nout = [b.build('q')]\nb.change('p = {operation} {after}\\nq = size p')\n[*out, b.stale('q'), b.build('q'), b.users('s'), b.users('t')]"


def there_and_gone_again(rng):
    """A source becomes a product and a source once more: its words are gone."""
    made = rng.choice([True, False])
    return (
        f"b, out = Builder('p = all s'), []\nb.put('s', {rng.choice([['a'], [], ['b', 'c']])!r})\nb.put('t', ['z'])\nb.build('p')\nb.change('s = all t\\np = all s')\n"
        f"{'b.build(' + repr('s') + ')' if made else 'pass'}\nb.change('p = all s')\nfor ask in (b.read, b.drop, b.build, b.stale):\n    try: out.append(ask({rng.choice(['s', 's', 'p'])!r}))\n    except KeyError: out.append('KeyError')\nout"
    )


STRATA = [
    anything_in_turn, one_operation, each_operation, what_only_wants, what_less_takes_away, sorted_as_python_sorts, sizes, shared_parts,
    nothing_new_goes_no_further, there_and_back, lone_builds, patterns, which_line_counts, one_or_more_characters, chains_of_patterns,
    circles, circle_or_missing, nothing_is_made_before_a_fault, failures, failing_and_mended, other_lines, lines_with_other_operations, other_lines_in_turn,
    products_and_sources_change_places, malformed_lines, refused_at_once, layouts, users_of_what_was_made, users_as_last_made,
    given_and_returned, puts_and_drops, goals_that_are_sources, long_chains, wide_ones,
    less_of_words_that_come_again, other_parts_of_the_same_words, there_and_gone_again,
]

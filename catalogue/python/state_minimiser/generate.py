"""Machines with few and many states, several ways, moves without reading, what is equal, lost and dead; words that nearly are accepted."""

SIGNS = ["01", "ab", "abc", "x", "aZ9_"]


def moves(rng, names, signs, low, high):
    return [f"{rng.choice(names)} {rng.choice(signs)} {rng.choice(names)}" for _ in range(rng.randint(low, high))]


def machine(rng, names="abcd", signs=None, ways=None, silent=0, starts=1, ends=1):
    signs = signs or rng.choice(SIGNS)
    low, high = ways or (4, 9)
    found = moves(rng, names, signs, low, high)
    found += [f"{rng.choice(names)} {rng.choice(names)}" for _ in range(silent)]
    found += [f"> {name}" for name in rng.sample(names, starts)] + [f"{name} *" for name in rng.sample(names, ends)]
    rng.shuffle(found)
    return "\n".join(found)


def certain(rng, count, signs, ends=None):
    """Each state has one way for each sign."""
    found = ["> s0"] + [f"s{at} {sign} s{rng.randrange(count)}" for at in range(count) for sign in signs]
    found += [f"s{at} *" for at in rng.sample(range(count), ends or rng.randint(1, count))]
    rng.shuffle(found)
    return "\n".join(found)


def words(rng, text, count=6):
    signs = sorted({line.split()[1] for line in text.split("\n") if len(line.split()) == 3 and len(line.split()[1]) == 1}) or ["a"]
    return ["".join(rng.choice(signs) for _ in range(rng.choice([0, 1, 1, 2, 2, 3, 4, 7]))) for _ in range(count)]


def accepted(rng, text):
    return f"[accepts({text!r}, word) for word in {words(rng, text)!r}]"


def minimised(text):
    return f"minimal({text!r})"


def accepts_certain(rng):
    return accepted(rng, certain(rng, rng.randint(1, 5), rng.choice(SIGNS[:2])))


def accepts_several_ways(rng):
    return accepted(rng, machine(rng, ways=(6, 12), starts=rng.choice([1, 1, 2]), ends=rng.choice([1, 2])))


def accepts_without_reading(rng):
    return accepted(rng, machine(rng, silent=rng.randint(1, 5), ends=rng.choice([1, 2])))


def accepts_strange_words(rng):
    text = machine(rng, signs="ab", ways=(7, 10))
    return f"[accepts({text!r}, word) for word in {rng.sample(['', 'c', 'A', 'ab', 'a b', ' ', 'é', '*', '>', 'aa', 'b', 'B', 'abz', '0', 'aab'], 6)!r}]"


def accepts_nothing(rng):
    text = rng.choice(["", "\n", "> a", "a *", "> a\na *", "> a\nb *\na x a", "a x b\nb *", "> a\na x b\nb *", "> a\na b\nb *", "> a\n> b\nb *"])
    return f"[accepts({text!r}, ''), accepts({text!r}, 'x'), minimal({text!r}), count({text!r}, 0), count({text!r}, 1)]"


def minimal_of_certain(rng):
    return minimised(certain(rng, rng.randint(1, 6), rng.choice(SIGNS[:2])))


def minimal_of_many_alike(rng):
    """Few ends among many states, so that several are equal."""
    return minimised(certain(rng, rng.randint(5, 9), "ab", rng.choice([1, 1, 2])))


def minimal_of_several_ways(rng):
    return minimised(machine(rng, ways=(5, 11), starts=rng.choice([1, 2]), ends=rng.choice([1, 2])))


def minimal_without_reading(rng):
    return minimised(machine(rng, signs=rng.choice(SIGNS[:3]), silent=rng.randint(1, 4), starts=rng.choice([1, 1, 2])))


def twins(rng):
    """A machine and its copy, between which the ways change."""
    signs, count = rng.choice(["ab", "01"]), rng.randint(2, 4)
    found, ends = ["> p0"], rng.sample(range(count), rng.randint(1, count - 1))
    for at in range(count):
        for sign in signs:
            target = rng.randrange(count)
            found += [f"{name}{at} {sign} {rng.choice('pq')}{target}" for name in "pq"]
        found += [f"{name}{at} *" for name in "pq" if at in ends]
    rng.shuffle(found)
    return minimised("\n".join(found))


def nearly_twins(rng):
    depth = rng.randint(1, 4)
    found = ["> s", "s a p0", "s b q0"]
    for name in "pq":
        found += [f"{name}{at} {sign} {name}{at + 1}" for at in range(depth) for sign in "ab"] + [f"{name}{depth} *"]
    found += rng.choice([[], [f"q{depth} a q{depth}"], [f"p{rng.randint(0, depth)} *"], [f"q{rng.randint(0, depth)} b p0"]])
    rng.shuffle(found)
    return minimised("\n".join(found))


def chains(rng):
    count = rng.randint(2, 8)
    found = ["> c0"] + [f"c{at} {rng.choice('xy')} c{at + 1}" for at in range(count)] + [f"c{at} *" for at in rng.sample(range(count + 1), rng.choice([1, 2]))]
    return minimised("\n".join(found + rng.choice([[], [f"c{count} x c0"], [f"c{count} y c{rng.randint(0, count)}"]])))


def rings(rng):
    """Words whose length is a multiple, in a ring of more states than needed."""
    size, step = rng.choice([(6, 2), (6, 3), (4, 2), (5, 1), (6, 1), (8, 4), (3, 3), (4, 4)])
    found = ["> r0"] + [f"r{at} x r{(at + 1) % size}" for at in range(size)] + [f"r{at} *" for at in range(0, size, step)]
    rng.shuffle(found)
    return rng.choice([minimised("\n".join(found)), f"[count({chr(10).join(found)!r}, length) for length in range(9)]"])


def dead_and_lost(rng):
    found = certain(rng, rng.randint(2, 4), "ab").split("\n")
    found += rng.sample(["s0 c d", "d a d", "d b e", "e a d", "s1 c e", "x a s0", "x *", "y b x", "d d", "s1 d"], rng.randint(3, 7))
    return minimised("\n".join(found))


def order_of_numbers(rng):
    names = rng.sample(["b", "a", "z", "10", "9", "_", "B", "q1"], 5)
    signs = rng.choice(["aB1_", "01", "zyx", "aA"])
    found = [f"> {names[0]}"] + [f"{name} {sign} {rng.choice(names)}" for name in names for sign in signs if rng.random() < 0.7] + [f"{name} *" for name in rng.sample(names, 2)]
    rng.shuffle(found)
    return minimised("\n".join(found))


def no_signs(rng):
    return minimised("\n".join(rng.sample(["> a", "> b", "a *", "b *", "a b", "b a", "a a", "c *", "b c"], rng.randint(1, 5))))


def signs_that_do_nothing(rng):
    """Signs of lost or dead states alone leave no trace."""
    found = ["> a", "a x b", "b *", *rng.sample(["q y a", "q y b", "b z d", "d z d", "a y d", "d x d", "c x b"], 3)]
    rng.shuffle(found)
    return f"[minimal({chr(10).join(found)!r}), count({chr(10).join(found)!r}, 1)]"


def twice_minimal(rng):
    text = machine(rng, silent=rng.choice([0, 2]), ends=2)
    return f"small = minimal({text!r})\n[minimal(small) == small, difference(small, {text!r})]"


def one_last_sign(rng):
    """The sign so many places before the end: few states become many."""
    back = rng.randint(1, 4)
    found = ["> w", "w 0 w", "w 1 w", "w 1 l1"] + [f"l{at} {sign} l{at + 1}" for at in range(1, back) for sign in "01"] + [f"l{back} *"]
    return f"small = minimal({chr(10).join(found)!r})\n[small.count('\\n'), small[:60], [count(small, n) for n in range(6)]]"


def differences(rng):
    return f"difference({machine(rng, signs='ab', ways=(5, 9))!r}, {machine(rng, signs='ab', ways=(5, 9), silent=1)!r})"


def differences_of_one_line(rng):
    found = certain(rng, rng.randint(2, 5), "01").split("\n")
    other = list(found)
    place = rng.randrange(len(found))
    other[place] = rng.choice(["", found[rng.randrange(len(found))], "s0 1 s1", "s1 *", "s0 s1"])
    pair = rng.choice([(found, other), (other, found)])
    return f"difference({chr(10).join(pair[0])!r}, {chr(10).join(pair[1])!r})"


def differences_of_long_words(rng):
    lengths = rng.sample(range(1, 9), 2)
    texts = ["\n".join(["> c0"] + [f"c{at} {sign} c{at + 1}" for at in range(length) for sign in rng.choice(["a", "ab"])] + [f"c{length} *"]) for length in lengths]
    ring = "\n".join(["> r0"] + [f"r{at} a r{(at + 1) % lengths[0]}" for at in range(lengths[0])] + ["r0 *"])
    return f"difference({rng.choice([texts[0], ring])!r}, {rng.choice([texts[1], ring, '> a' + chr(10) + 'a *' + chr(10) + 'a a a'])!r})"


def differences_of_signs(rng):
    one, two = rng.sample(["a", "b", "A", "1", "_", "z"], 2)
    texts = [f"> s\ns {sign} e\ne *{more}" for sign, more in ((one, ""), (two, rng.choice(["", f"\ns {one} e", f"\ne {one} e", "\ns *"])))]
    return f"[difference({texts[0]!r}, {texts[1]!r}), difference({texts[1]!r}, {texts[0]!r}), difference({texts[0]!r}, '')]"


def equal_machines(rng):
    text = machine(rng, signs="ab", ends=2)
    lines = text.split("\n")
    other = "\n".join(rng.sample(lines, len(lines)) + rng.choice([[], lines[:2], ["lost a b"], [""]]))
    return f"difference({text!r}, {other!r})"


def counts(rng):
    text = machine(rng, signs=rng.choice(["ab", "01", "abc"]), ways=(6, 12), silent=rng.choice([0, 0, 2]), starts=rng.choice([1, 2]), ends=2)
    return f"[count({text!r}, length) for length in {sorted(rng.sample(range(9), 3))!r}]"


def great_counts(rng):
    signs = rng.choice(["ab", "abc", "01"])
    return f"count({certain(rng, rng.randint(1, 4), signs)!r}, {rng.choice([20, 40, 70])})"


def forms_of_lines(rng):
    gap = lambda: " " * rng.choice([1, 1, 2, 3])
    edge = lambda: " " * rng.choice([0, 0, 1, 2])
    found = [[">", "a"], ["a", "x", "bb"], ["bb", "*"], ["bb", "a"], ["a", "x", "a"], [], ["x", "x", "x"], ["x", "x"], ["a", "x"]]
    rng.shuffle(found)
    return minimised("\n".join(edge() + gap().join(parts) + edge() for parts in found[: rng.randint(5, 9)]))


def strange_names(rng):
    names = rng.sample(["a", "A", "_", "0", "00", "__", "state_1", "x9", "9x", "a" * 30], 3)
    return minimised(f"> {names[0]}\n{names[0]} {rng.choice('a_0A')} {names[1]}\n{names[1]} {names[2]}\n{names[2]} *\n{names[2]} {rng.choice('b_1B')} {names[0]}")


BAD = ["a", ">", "*", "a * *", "> a b", "> *", ">a", "a*", "a ab b", "a x b c", "a > b", "* a", "a\tx b", "a x b\t", "a-b x c", "a , b", "a x *", "> a *", "# a", "a x b *", "> ", "a x b\r", "x"]
OTHER_SCRIPTS = ["a é b", "é *", "a ٣ b", "ä x b", "> ß", "a x й", "a ²", "１ *"]
TRIED = "def tried(text):\n    try: return {0}\n    except ValueError: return 'ValueError'\n"


def refused(rng):
    """Each text has one line of another form, or none."""
    texts = ["\n".join(rng.sample(["> s", "s x t", "t *", bad], 4)) for bad in [*rng.sample(BAD, 4), *rng.sample(OTHER_SCRIPTS, 2), ""]]
    rng.shuffle(texts)
    return TRIED.format(rng.choice(["minimal(text)", "minimal(text)", "accepts(text, 'x')", "count(text, 1)", "difference('', text)", "difference(text, '')"])) + f"[tried(text) for text in {texts!r}]"


def refused_in_the_second(rng):
    """What is wrong stands in the second machine, whose words would not be asked for."""
    return f"difference({rng.choice(['> a' + chr(10) + 'a *', '', '> a' + chr(10) + 'a x a' + chr(10) + 'a *'])!r}, {chr(10).join(['> s', 's *', rng.choice([*BAD, *OTHER_SCRIPTS])])!r})"


def signs_of_one_alone(rng):
    """The second machine goes on by a sign that the first one lacks."""
    one, two, three = rng.sample("abcxyz019_AZ", 3)
    first = f"> s\ns {one} e\ne *"
    second = f"{first}\ne {two} f\nf {rng.choice([one, two, three])} g\n{rng.choice('efg')} *\ng *"
    return f"[difference({first!r}, {second!r}), difference({second!r}, {first!r})]"


def moves_without_reading_in_a_row(rng):
    """Several from the start, and after a sign, perhaps in a ring."""
    count = rng.randint(2, 5)
    lines = ["> s0"] + [f"s{at} s{at + 1}" for at in range(count)] + [f"s{count} x t0"] + [f"t{at} t{at + 1}" for at in range(count)] + [f"t{rng.randint(1, count)} y e", f"t{count} *", "e *"]
    lines += rng.sample([f"s{count} s0", f"t{count} t0", "s1 y t1", f"> s{count}", "e s0"], rng.randint(0, 2))
    rng.shuffle(lines)
    text = "\n".join(lines)
    return rng.choice([minimised(text), accepted(rng, text), f"[count({text!r}, length) for length in range(5)]"])


STRATA = [
    accepts_certain, accepts_several_ways, accepts_without_reading, accepts_strange_words, accepts_nothing, minimal_of_certain, minimal_of_many_alike, minimal_of_several_ways,
    minimal_without_reading, twins, nearly_twins, chains, rings, dead_and_lost, order_of_numbers, no_signs, signs_that_do_nothing, twice_minimal, one_last_sign, differences,
    differences_of_one_line, differences_of_long_words, differences_of_signs, equal_machines, counts, great_counts, forms_of_lines, strange_names, refused, refused_in_the_second, signs_of_one_alone,
    moves_without_reading_in_a_row,
]

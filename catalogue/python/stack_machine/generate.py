"""Programs of every instruction in straight lines, loops, calls and faults, laid out in every way, and malformed ones."""

NUMBERS = [0, 0, 1, 1, 2, 3, -1, -2, 7, 10, -7, 100, 2**31 - 1, -(2**31), 2**31, -(2**31) - 1, 2**32, 2**33 + 5, 65536, -(2**40)]
SIMPLE = ["add", "sub", "mul", "div", "less", "swap"]
ALONE = [*SIMPLE, "not", "drop", "print", "ret", "halt"]
TRY = "def tried(text):\n    try: return run(text, [], 9)\n    except ValueError: return 'ValueError'\n"


def call(lines, inputs=(), limit=200):
    text = lines if isinstance(lines, str) else "\n".join(lines)
    return f"run({text!r}, {list(inputs)!r}, {limit})"


def push(rng):
    return f"push {rng.choice(NUMBERS[:12])}"


def pushes(rng, least, most):
    return [push(rng) for _ in range(rng.randint(least, most))]


def laid_out(rng, lines):
    """The same program with empty lines, comments and spaces, and labels on lines of their own."""
    result = []
    for line in lines:
        if ": " in line and rng.random() < 0.4:
            label, line = line.split(": ")
            result.append(f"{rng.choice(['', ' '])}{label}:{rng.choice(['', ' ', ' ; here'])}")
        result += [rng.choice(["", "  ", "; a comment", " ; push 5", ";"])] * (rng.random() < 0.25)
        result.append(rng.choice(["", "", " ", "    "]) + line.replace(" ", rng.choice([" ", " ", "   "])) + rng.choice(["", "", " ", " ; note", ";x"]))
    return result


def straight(rng):
    lines = pushes(rng, 1, 5)
    for _ in range(rng.randint(1, 7)):
        lines.append(rng.choice([*SIMPLE, "not", "print", "drop", "copy 0", "copy 1", push(rng), push(rng)]))
    return call(laid_out(rng, lines))


def one_operation(rng):
    return call([f"push {rng.choice(NUMBERS)}", f"push {rng.choice(NUMBERS)}", rng.choice(SIMPLE)], limit=9)


def divisions(rng):
    return call([f"push {rng.choice([-1, 1]) * rng.randint(0, 50)}", f"push {rng.choice([-1, 1]) * rng.randint(0, 9)}", "div", *rng.choice([[], ["print"], ["drop"], ["sub"]])], limit=9)


def wrapping(rng):
    edge = rng.choice([2**31, -(2**31), 2**32, 2**16, 2**30])
    first, second = edge + rng.randint(-2, 2), rng.choice([1, -1, 2, -2, 0, edge, 65536, -edge])
    return call([f"push {first}", f"push {second}", rng.choice(["add", "sub", "mul", "div", "less", "swap"])], limit=9)


def inputs_wrap(rng):
    return call(["a: read z", "jump a", "z: halt"], [rng.choice(NUMBERS) + rng.randint(-1, 1) for _ in range(rng.randint(0, 5))])


def comparing(rng):
    number = rng.randint(-5, 5)
    return call([f"push {number}", f"push {number + rng.randint(-1, 1)}", "less", *rng.choice([[], ["not"], ["not", "not"], ["print"]]), f"push {rng.choice([0, 1, -1, 2])}", "not"])


def copies(rng):
    return call([*pushes(rng, 0, 5), *[f"copy {rng.randint(0, 5)}" for _ in range(rng.randint(1, 3))]])


def memory(rng):
    lines = pushes(rng, 1, 3)
    for _ in range(rng.randint(2, 9)):
        lines.append(rng.choice([f"store {rng.choice([0, 1, 2, 1000000, '01'])}", f"load {rng.choice([0, 1, 2, 3, 1000000])}", push(rng), "load 0", "print"]))
    return call(laid_out(rng, lines))


def too_few_items(rng):
    name = rng.choice([*SIMPLE, "not", "drop", "print", "store 3", "zero e", "copy 0", "copy 1", "copy 2"])
    return call(laid_out(rng, [*pushes(rng, 0, 3), name, rng.choice(["print", "add", "not"]), "e: push 9"]))


def counting_loop(rng):
    start, step = rng.randint(0, 12), rng.choice([1, 1, 1, 2, 3])
    return call(laid_out(rng, [f"push {start}", "loop: copy 0", "zero end", "copy 0", rng.choice(["print", "print", "drop"]), f"push {step}", "sub", "jump loop", f"end: {rng.choice(['drop', 'halt', 'print'])}"]), limit=rng.choice([150, 150, 40, 7 * start + 2, 7 * start + 3, 7 * start + 4]))


def reading_loop(rng):
    what = rng.choice([["load 1", "add", "store 1"], ["print"], ["copy 0", "mul", "print"], ["load 0", "copy 1", "less", "zero next", "store 0"], []])
    inputs = [rng.randint(-9, 9) for _ in range(rng.randint(0, 7))]
    return call(laid_out(rng, ["next: read end", *what, "jump next", "end: load 1", "load 0"]), inputs, rng.choice([150, 150, 20]))


def branches(rng):
    return call(laid_out(rng, [push(rng), rng.choice(["not", "copy 0", "push 0", "push 1"]), "zero no", "push 100", rng.choice(["jump end", "print", "halt", "push 1"]), "no: push 200", "print", "end:" if rng.random() < 0.3 else "end: push 300"]))


def calls(rng):
    body = rng.choice([["copy 0", "mul"], ["push 1", "add"], ["not"], ["call two"], ["call two", "call two"], ["print", "push 3"]])
    return call(laid_out(rng, [push(rng), "call one", *rng.choice([[], ["call one"], ["call two", "call one"]]), rng.choice(["halt", "halt", "print"]), "one: push 2", *body, "ret", "two: push 5", rng.choice(["add", "swap", "ret"]), "ret"]), limit=rng.choice([80, 80, 12]))


def recursion(rng):
    depth = rng.choice([3, 8, 17, 18, 19, 20, 21, 25])
    return call(laid_out(rng, [f"push {depth}", "call down", rng.choice(["halt", "jump end"]), "down: copy 0", "zero up", "push 1", "sub", "call down", rng.choice(["push 1", "load 7", "copy 0"]), "add", "up: ret", "end: push 77"]), limit=500)


def calls_that_end_in_faults(rng):
    return call(laid_out(rng, rng.choice([
        ["ret"], [push(rng), "ret"], ["call a", "a: push 1", "ret"], ["call a", "ret", "a: ret"], ["call a", "halt", "a: ret", "ret"], ["a: push 1", "call a"], ["jump a", "b: ret", "a: call b", "push 1", "jump b"], ["call a", "a: ret", "ret"],
        ["call a", "call b", "a: call b", "b: print", "ret"],
    ])), limit=rng.choice([30, 100]))


def limits(rng):
    lines = rng.choice([["push 1", "print", "push 2", "halt"], ["a: push 1", "jump a"], ["push 1", "push 2", "add", "print"], ["call a", "halt", "a: push 1", "ret"], ["a: read b", "jump a", "b: halt"], ["halt"], [], ["push 1", "push 0", "div"], ["add"]])
    return call(laid_out(rng, lines), [1, 2], rng.randint(0, 7))


def where_the_fault_is(rng):
    lines = [line for _ in range(rng.randint(0, 6)) for line in rng.choice([["push 1"], [""], ["; x"], ["  "]])]
    return call([*lines, rng.choice(["l: ", "l:\n", "l:\n\n", ""]) + rng.choice(["ret", "add\nhalt", "push 3\npush 0\ndiv", "copy 90", "store 1\nnot"])])


def labels_after_gaps(rng):
    gap = lambda: rng.choice([[], [""], ["; x", ""], ["unused_%d:" % rng.randint(0, 10**6)]])
    return call([*gap(), "jump b", *gap(), "a: push 1", *gap(), "print", "jump c", *gap(), "b: push 2", "print", *gap(), "jump a", *gap(), "c: push 3", *gap()], limit=rng.choice([50, 5]))


def labels(rng):
    label = rng.choice(["a", "x_1", "push", "halt", "add", "z9_", "aa", "ret", "label", "jump"])
    return call(rng.choice(["jump {0}\npush 1\n{0}: push 2", "{0}:\nread {0}", "push 0\nzero {0}\npush 1\n{0}:", "call {0}\nhalt\n{0}: push 4\nret", "{0}:  push 1\njump {0}"]).format(label), limit=12)


def malformed(rng):
    bad = rng.choice([
        "pop", "PUSH 1", "Push 1", "push", "push x", "push 1 2", "push --1", "push +1", "push 1.5", "push -", "push 0x1", "push 1_0", "copy", "copy -1", "copy x", "load", "load -1", "store", "store a", "add 1", "add add", "print 1",
        "halt 0", "ret a", "jump", "jump 1", "jump a b", "jump A", "jump nowhere", "jump a:", "zero", "zero 0", "zero nowhere", "call", "call nowhere", "read", "read nowhere", "not 1", "drop 2", "less a", "a: push 1", "a:", "A: push 1", "1: push 1", "_a: push 1",
        ": push 1", "b-c: push 1", "b: c: push 1", "b :", "push 1: add", "é: add", "push ²", "push ١", "add,", "b: b: add", "jump-a", "swap 1", "mul 2", "div 2",
    ])
    lines = ["a: push 1", *rng.choice([[], ["halt"], ["jump a"], ["; x"], ["d: ret"]]), bad, *rng.choice([[], ["push 2"]])]
    return call(laid_out(rng, lines) if rng.random() < 0.3 and "\n" not in bad and ": " not in bad else lines, limit=9)


def right_and_nearly_wrong(rng):
    return call(rng.choice([
        "push 007", "push -0", "push 1;2", ";", ";:", "a:;x", "a:\nb: jump c\nc:", "a:\n\n\nb:", "push 4\ncopy 00", "store 1; no item", "push 1\nprint;", "  a:   push   1  ", "\n\n\n", "halt\nadd", "jump e\nadd\ne:", "a1: push 1\na_1: push 2\na: jump z\nz: halt",
        "push -1\nstore 0\nload 0", "load 5", "push 1 ; push 2\npush 3", "; a: push 1\njump b\nb:", "push 0\nzero a\na:", "push 2\nzero a\na:", "halt:\njump halt", "push 1\nhalt ; done\npush 2",
    ]), [5], 15)


def long_programs(rng):
    unit = rng.choice(["push 1\n", "push 3\nprint\n", "load 0\npush 2\nadd\nstore 0\n", "; x\n\npush 1\ndrop\n", "push 2\npush 7\ndiv\ndrop\nprint\n"])
    times = rng.randint(60, 150)
    return f"run({unit!r} * {times} + 'load 0\\nprint', [], {rng.choice([2000, times, 3 * times])})[{rng.choice(['0', '1', '2', ':2', '2:'])}]"


def growing_numbers(rng):
    first = rng.randint(2, 99)
    return call([f"push {first}", "a: copy 0", rng.choice(["mul", "add", "push 7\nmul\nadd", "push -3\nmul\nsub"]), "copy 0", "print", "jump a"], limit=rng.randint(20, 90))


def inputs_unchanged(rng):
    return f"inputs = {[rng.randint(0, 9) for _ in range(rng.randint(1, 4))]!r}\n[run('a: read b\\nprint\\njump a\\nb:', inputs, {rng.choice([3, 50])}), inputs]"


def one_after_another(rng):
    texts = rng.sample(["push 4\nstore 0", "load 0\nprint", "a: jump b\nb: push 1", "call c\nhalt\nc: ret", "ret", "read d\nd: push 2"], 3)
    return f"[run(text, [{rng.randint(1, 9)}], 20) for text in {[*texts, texts[0]]!r}]"


def written(text, inputs=(), limit=50):
    return f"run({text!r}, {list(inputs)!r}, {limit})"


def several(rng, texts):
    return f"{TRY}[tried(text) for text in {rng.sample(texts, len(texts))!r}]"


def unused(rng, label):
    return rng.choice(["{0}: push 1", "{0}:\npush 1", "push 1\n{0}:", "jump b\n{0}: print\nb: push 2", "push 3\n{0}:;x\nprint", "push 1\n  {0}:  \n", "jump b\n{0}:\nb:"]).format(label)


def only_spaces_separate(rng):
    """A tab or another blank character where a space would be right, alone on a line, or within a comment."""
    ways = ["push{0}5", "push 1\nprint{0}", "{0}push 5", "push 5{0}", "push {0}5", "a:{0}push 1\njump b\nb:", "jump a\na:{0}", "jump{0}a\na: push 3", "push 2\n{0}\nprint", "{0}", "load{0}0\nprint", "push 2{0}; x", "{0}; x"]
    blanks = ["\t", "\t", "\t", "\t", "\t\t", rng.choice(["\r", "\x0b", "\x0c", "\u00a0", "\x1c"])]
    texts = [way.format(blank) for way, blank in zip(rng.sample(ways, len(blanks)), blanks)]
    return several(rng, [*texts, rng.choice(["push 5 ;{0}x", ";{0}", "push 5;a{0}b"]).format(rng.choice(blanks)), rng.choice(ways).format("  ")])


def words_of_other_shapes(rng):
    """An instruction that is right, or wrong in its case, its number, its label or the space around it."""
    line = rng.choice(["push 5", "push -5", "swap", "load 0", "store 1", "copy 0", "jump a", "print", "read a", "zero a", "not"])
    change = rng.choice([str.upper, str.title, lambda text: text + " 1", lambda text: text.replace(" ", "\t"), lambda text: text.replace(" ", ""), lambda text: "\t" + text, lambda text: text + "\t",
                         lambda text: text.replace(" ", "  ") + " ", lambda text: text.split(" ")[0], lambda text: text + ";c", lambda text: text + ":", lambda text: text])
    return written("push 1\npush 2\n" + change(line) + "\na: push 3")


def numbers_of_other_shapes(rng):
    number = rng.choice(["+1", "--1", "-1", "1.0", "0x1", "1_0", "007", "-0", "-", "1-", "٣", "1,", "1e2", "", "-00", "a", "2147483648", "-2147483649"])
    return written(f"push 4\npush 5\n{rng.choice(['push', 'push', 'push', 'copy', 'load', 'store'])} {number}\nprint")


def instructions_in_another_case(rng):
    line = rng.choice(["push 5", "swap", "load 0", "copy 0", "jump a", "print", "read a", "zero a", "not", "halt", "add"])
    name, _, more = line.partition(" ")
    name = rng.choice([name.upper(), name.title(), name[:-1] + name[-1].upper(), name + "s", name[:-1], name])
    return written(f"push 1\\npush 2\\n{name} {more}\\na: push {rng.randint(0, 9)}".replace("\\n", "\n"), (), rng.randint(5, 20))


def signs_of_numbers(rng):
    name = rng.choice(["push", "push", "copy", "load", "store"])
    return written(f"push 4\npush 5\n{name} {rng.choice(['+', '+', '-', '--', '', '0', '+0'])}{rng.randint(0, 2)}\nprint", (), rng.randint(3, 9))


def faults_at_the_limit(rng):
    """The limit is reached where another fault would come, too."""
    steps = rng.randint(0, 4)
    lines = [rng.choice(["push 0", "push 1", "load 3"]) for _ in range(steps)] + [rng.choice(["ret", "ret", "copy 9", "div" if steps < 2 else "copy 5", "swap" if steps < 2 else "ret"])]
    return written("\n".join(lines), (), max(0, steps + rng.choice([0, 0, 0, 1, -1])))


def smallest_by_minus_one(rng):
    before = "push 7\n" * rng.randint(0, 3)
    divisor = rng.choice(["push -1", "push -1", "push 0\nnot\npush 0\nswap\nsub", "push 4294967295", "push 1"])
    return written(f"{before}push {rng.choice([-(2**31), 2**31, -(2**31), -(2**31) + 1])}\n{divisor}\ndiv{rng.choice(['', chr(10) + 'drop', chr(10) + 'print', chr(10) + 'swap'])}", (), rng.randint(15, 60))


def labels_of_other_shapes(rng):
    """Labels that are right, or wrong in their beginning or within, most of which nothing jumps to."""
    wrong = ["", rng.choice(["1a", "9", "0_", "7"]), rng.choice(["_a", "_", "__"]), *rng.sample(["A", "aB", "a-b", "é", "aé", "a.", "a:b", "a:", "a٣", "²"], 3)]
    return several(rng, [unused(rng, label) for label in [*wrong, *rng.sample(["a", "a1", "a_b", "z9_", "push", "halt", "a_"], 2)]])


def labels_given_twice(rng):
    """The same label once more, in another place or the same, used or not, beside others that are different."""
    one, other = rng.sample(["a", "b1", "end", "push", "x_"], 2)
    forms = ["{0}: push 1\n{1}: push 2", "{0}:\n{1}:\npush 1", "jump {0}\n{0}: push 1\nhalt\n{1}: push 2", "push 3\n{0}:\n{1}:", "jump c\n{0}: print\nc: push 4\n{1}:", "{0}: push 1\n\n; x\n{1}:", "call {1}\nhalt\n{1}: ret\n{0}:"]
    twice = [form.format(one, one) for form in rng.sample(forms, 4)]
    return several(rng, [*twice, *(form.format(one, other) for form in rng.sample(forms, 2)), f"{one}: {rng.choice([one, other])}: push 1"])


def halts_at_the_limit(rng):
    steps = rng.randint(0, 4)
    return written("push 1\n" * steps + rng.choice(["halt", "halt\npush 2", "", "push 9", "e: halt", "drop", "div", "ret", "jump e\ne: halt"]), (), steps + rng.choice([-1, 0, 0, 0, 1]) if steps else 0)


def extremes_divided(rng):
    edge = rng.choice([-(2**31), 2**31 - 1, -(2**31) + 1])
    return written(f"push {edge}\npush {rng.choice([-1, 1, 2, -2, edge, 0, 2**31])}\n{rng.choice(['div', 'div', 'mul', 'sub', 'add'])}")


def as_many_calls_as_may_be(rng):
    depth = rng.randint(18, 22)
    return written(f"push {depth}\ncall f\nhalt\nf: push -1\nadd\ncopy 0\nzero e\ncall f\ne: ret", (), rng.choice([1000, 1000, 90]))


STRATA = [
    straight, one_operation, divisions, wrapping, inputs_wrap, comparing, copies, memory, too_few_items, counting_loop, reading_loop,
    branches, calls, recursion, calls_that_end_in_faults, limits, where_the_fault_is, labels_after_gaps, labels, malformed,
    right_and_nearly_wrong, long_programs, growing_numbers, inputs_unchanged, one_after_another,
    instructions_in_another_case, signs_of_numbers, faults_at_the_limit, smallest_by_minus_one, words_of_other_shapes, numbers_of_other_shapes, labels_of_other_shapes, labels_given_twice, halts_at_the_limit,
    extremes_divided, as_many_calls_as_may_be, only_spaces_separate,
]

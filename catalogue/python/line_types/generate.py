"""Lines made to have a type, and the same with one thing wrong: an operand, a name, a sign, a bracket."""

NAMES = ["a", "b", "n", "xs", "f", "g", "x_1"]
PLAIN = ["int", "text", "bool"]


def kind(rng, depth=2):
    """A type that can be written."""
    if depth == 0 or rng.random() < 0.4:
        return rng.choice(PLAIN)
    word = rng.choice(["list", "maybe", "list", "maybe", "fn"])
    if word == "fn":
        return f"fn({', '.join(kind(rng, depth - 1) for _ in range(rng.randint(0, 2)))}) {kind(rng, depth - 1)}"
    inner = kind(rng, depth - 1)
    return inner if word == "maybe" and inner.startswith("maybe") else f"{word} {inner}"


def made(rng, wanted, depth=2, known=()):
    """An expression of a type, of names whose types are known."""
    fitting = [name for name, of in known if of == wanted]
    if fitting and rng.random() < 0.5:
        return rng.choice(fitting)
    if depth > 0 and rng.random() < 0.3:
        return f"({made(rng, wanted, depth - 1, known)})" if rng.random() < 0.3 else f"(if {made(rng, 'bool', 0, known)} then {made(rng, wanted, depth - 1, known)} else {made(rng, wanted, depth - 1, known)})"
    if wanted == "int":
        return str(rng.randint(0, 99)) if depth == 0 else rng.choice([f"{made(rng, 'int', depth - 1, known)} {rng.choice('+-*')} {rng.randint(0, 9)}", f"length({made(rng, 'text', depth - 1, known)})", f"[{made(rng, 'int', depth - 1, known)}][0] ?? {rng.randint(0, 9)}"])
    if wanted == "text":
        return rng.choice(['""', '"a b"', '"1"', '"x"']) if depth == 0 else rng.choice([f"{made(rng, 'text', depth - 1, known)} + \"y\"", f"digits({made(rng, 'int', depth - 1, known)})"])
    if wanted == "bool":
        return rng.choice(["true", "false"]) if depth == 0 else rng.choice([f"{made(rng, 'int', depth - 1, known)} {rng.choice(['<', '<='])} {rng.randint(0, 9)}", f"not {made(rng, 'bool', 0, known)}", f"({made(rng, 'bool', 0, known)} {rng.choice(['and', 'or'])} true)", f"{made(rng, 'text', 0, known)} == {made(rng, 'text', depth - 1, known)}"])
    word, _, inner = wanted.partition(" ")
    if word == "list":
        return f"[{', '.join(made(rng, inner, max(0, depth - 1), known) for _ in range(rng.randint(1, 2)))}]"
    if word == "maybe":
        return f"[{made(rng, inner, max(0, depth - 1), known)}][{rng.randint(0, 3)}]"
    return rng.choice(fitting) if fitting else "f"


def plain(rng):
    return rng.choice(['1', '"t"', "true", "none", "[]", "[1]", "[[]]", '["t"]', "[none]", "[none, 1]", "[1][0]", "[][0]", "[[1]]", "digits", "length", "[digits]", "[[none], [[]][0]]"])


def check(lines):
    text = lines if isinstance(lines, str) else "\n".join(lines)
    return f"check({text!r})"


def expressions_of_types(rng):
    return check([made(rng, kind(rng, 1) if rng.random() < 0.7 else rng.choice(PLAIN), 2) for _ in range(3)])


def two_of_anything(rng):
    """A sign between expressions of any two types."""
    return check([f"{plain(rng)} {rng.choice(['+', '-', '*', '<', '<=', '==', '??', 'and', 'or'])} {plain(rng)}" for _ in range(4)])


def each_sign_on_two(rng):
    one, other = plain(rng), plain(rng)
    return check([f"{one} {sign} {other}" for sign in ["+", "-", "*", "<", "<=", "==", "??", "and", "or"]] + [f"not {one}"])


def joined(rng):
    items = [plain(rng) for _ in range(rng.randint(2, 4))]
    return check([f"[{', '.join(items)}]", f"[{', '.join(items[:2])}]", f"if true then {items[0]} else {items[1]}", f"if false then {items[1]} else {items[0]}", f"{items[0]} == {items[-1]}"])


def joined_in_turn(rng):
    items = [rng.choice(["none", "1", "[]", "[1]", "[none]", "[[]]", "[[1]]", "[1][0]", "[[none]]", "[[1][0]]", "[][0]"]) for _ in range(rng.randint(3, 5))]
    return check([f"[{', '.join(items)}]", f"[{', '.join(reversed(items))}]", " == ".join(items[:2]), f"[{items[0]}] + [{items[1]}] + [{items[2]}]"])


def fitting(rng):
    """What has one type given where another is wanted."""
    one, other = kind(rng), kind(rng)
    near = rng.choice([one, f"list {one}", f"maybe {one}", one.replace("int", "maybe int"), one.replace("maybe ", ""), one.replace("list", "maybe", 1), other]).replace("maybe maybe", "maybe")
    return check([f"fun f(a: {one}, b: {near}): bool = true", f"fun g(a: {one}): {near} = a", f"fun h(b: {near}): {one} = b", f"fun i(a: {one}): list {near} = [a]", f"fun k(a: {one}, b: {near}): bool = a == b"])


def functions_that_fit(rng):
    first = [kind(rng, 1) for _ in range(rng.randint(0, 2))]
    second = [rng.choice([one, one, f"maybe {one}", one.replace("maybe ", ""), kind(rng, 1)]).replace("maybe maybe", "maybe") for one in first]
    if rng.random() < 0.15:
        second.append("int")
    result = kind(rng, 1)
    other = rng.choice([result, f"maybe {result}", result.replace("maybe ", ""), f"list {result}"]).replace("maybe maybe", "maybe")
    one, two = f"fn({', '.join(first)}) {result}", f"fn({', '.join(second)}) {other}"
    return check([f"fun p(a: {one}): {two} = a", f"fun q(a: {two}): {one} = a", f"fun r(a: {one}, b: {two}): bool = a == b", f"fun s(a: maybe {one}, b: list {two}): list {one} = b + [a ?? b[0] ?? a]", f"fun t(f: fn({one}) int, a: {two}): int = f(a)", f"fun u(a: fn({one}) int): fn({two}) int = a", f"fun v(a: {one}, b: {two}): list {one} = [a, b]"])


def functions_within_functions(rng):
    base = rng.choice(["int", "maybe int", "list int", "text"])
    wide = "maybe " + base if not base.startswith("maybe") else base
    shapes = rng.sample([f"fn(fn({base}) {wide}) {base}", f"fn(fn({wide}) {base}) {wide}", f"fn(fn({base}) {base}) {wide}", f"fn(fn({wide}) {wide}) {base}", f"fn(fn({base}) {wide}) {wide}"], 3)
    return check([f"fun {name}(a: {one}): {other} = a" for name, one, other in [("a", shapes[0], shapes[1]), ("b", shapes[1], shapes[2]), ("c", shapes[2], shapes[0]), ("d", shapes[1], shapes[0])]] + [f"fun e(a: list {shapes[0]}): list maybe {shapes[1]} = a"])


def calls(rng):
    wanted = [kind(rng, 1) for _ in range(rng.randint(0, 3))]
    given = [rng.choice([made(rng, one, 1), made(rng, one, 1), plain(rng)]) for one in wanted]
    if rng.random() < 0.3:
        given = rng.choice([[*given, "1"], given[:-1], given[::-1]])
    result = kind(rng, 1)
    parameters = ", ".join(f"p{place}: {one}" for place, one in enumerate(wanted))
    return check([f"let r: fn({', '.join(wanted)}) {result} = none", f"r({', '.join(given)})", f"fun s({parameters}): {rng.choice(PLAIN)} = {made(rng, rng.choice(PLAIN), 1)}", f"s({', '.join(given)})", f"[s][0]({', '.join(given)})"])


def what_is_called(rng):
    return check([f"{plain(rng)}({rng.choice(['', '1', plain(rng)])})" for _ in range(2)] + [f"({plain(rng)})(1)", f"({rng.choice(['digits', 'if true then digits else digits', 'length', '[digits][0] ?? digits'])})({rng.choice(['1', 'none', '[][0] ?? 1', '([][0])'])})", f"[digits][0]({plain(rng)})", "let f: fn() fn(int) list text = 1", f"f()({plain(rng)})[0] ?? {plain(rng)}"])


def items(rng):
    return check([f"{plain(rng)}[{rng.choice(['0', plain(rng)])}]" for _ in range(3)] + [f"[{plain(rng)}, {plain(rng)}][1]", f"[[1, 2], []][0][{rng.randint(0, 3)}]", f"([[1]][0] ?? [])[{plain(rng)}]", f"[{plain(rng)}][0] ?? {plain(rng)}"])


def nothing_at_all(rng):
    """What has the type nothing fits everywhere, but is no list, maybe or fn itself."""
    body = rng.choice(["x", "x + 1", 'x + "a"', "x + x", "x < x", "x * 2", "x - x", "not x", "x and true", "x == 1", "x ?? 1", "x[0]", "x(1)", "x + []", "[x]", "[x, 1]", "each y in x give y", "if x then 1 else 2", "if some x then x else x", "digits(x)", "[1][x]", "[x] + [x]", "x + [1]", "[] + x", "if true then x else none"])
    return check([f"each x in [] give {body}", f"each x in [none] give {body}", f"fun f(x: list int): list text = each x in [] give {body}", f"(each x in [] give {body})[0]"])


def none_and_lists(rng):
    return check(rng.sample(["none", "[]", "[none]", "[[]]", "[] + []", "none == none", "[] == []", "none == []", "none ?? none", "none ?? 1", "1 ?? none", "[][0]", "[][0] ?? 5", "[none][0]", "[none][0] ?? 1", "none + 1", "[[], none]", "[none, []]", "[[]][0] ?? [1]", "none < none", "[] ?? 1", "length(none)", "digits([][0] ?? 1)", "if none then 1 else 2", "if true then none else []", "[[none]] + [[1]]", "[[none], []]", "[1, none][0] ?? none"], 6))


def narrowing(rng):
    inner = kind(rng, 1).replace("maybe ", "")
    body = rng.choice(["m", "[m]", "m == m", "m ?? m", "f(m)", f"if some m then m else m", "(if some m then [m] else [])"])
    other = rng.choice(["m", "[m]", "none", "m ?? m", "f(m)", made(rng, inner, 1)])
    return check([f"fun f(p: {inner}): {inner} = p", f"let m: maybe {inner} = none", f"if some m then {body} else {other}", f"if some m then f(m) else {made(rng, inner, 1)}", f"if some f then 1 else 2", f"f(m)", f"fun g(m: {rng.choice([inner, 'maybe ' + inner])}): maybe {inner} = if some m then m else none", "if some q then 1 else 2"])


def narrowed_only_there(rng):
    return check(["let m: maybe int = 1", rng.choice(["if some m then m + 1 else m + 1", "if some m then 1 else m + 1", "(if some m then m else 0) + m", "[if some m then m else 0, m]", "if some m then each m in [true] give m else []", "each k in [1] give if some m then m + k else k", "if some m then (if some m then 1 else 2) else 3", "if true then m + 1 else 0", "if some m then (if some m then m else 0) else m", "if not (m == none) then m + 1 else 0", "if some (m) then 1 else 0", "if some m and true then 1 else 0", "if some m == 1 then 1 else 0"]), "m", f"if some m then {rng.choice(['m', '[m]', 'm == none', 'm * m', 'digits(m)'])} else {rng.choice(['m', '[m]', 'true', '0', 'none', '[none]'])}"])


def each_in_lists(rng):
    inner = rng.choice(PLAIN + ["maybe int", "list text"])
    body = rng.choice(["x", "[x]", "x == x", "n", "x + 1", "each x in [x] give x", "each y in xs give y", "x + n", "if true then x else none"])
    return check([f"let xs: list {inner} = []", "let n = 1", f"each x in xs give {body}", f"each n in xs give n", f"each x in {rng.choice(['[x]', 'x', '[n]', 'none', '[xs]'])} give x", "n", "x", f"[each x in xs give x][0] ?? xs", f"(each x in xs give x) + {rng.choice(['[]', '[1]', 'xs', 'n'])}"])


def strengths(rng):
    """What binds closer decides whether a line has a type."""
    return check(rng.sample([
        "1 + 2 * 3 < 4 + 5", "not 1 < 2", "not 1 == 2 and true", "not (1 == 2) == true", "not true == false", "true == false or true", "true or 1 == 2 and 3 < 4", "1 < 2 == true", "(1 < 2) == true", "none ?? 1 + 2", "none ?? (1 + 2)", '1 + none ?? "a"', "2 * none ?? 3", "none ?? none ?? 1", "[1][0] ?? 2 * 3", "not not true", "true and not false", "true == not false", "true == (not false)", "1 + if true then 1 else 2", "1 + (if true then 1 else 2)", "if true then 1 else 2 + 3",
        'if true then 1 else "a" + "b"', "each x in [1] give x + 1", "(each x in [1] give x) + [1]", "[1] + each x in [1] give x", "if if true then false else true then 1 else 2", "each x in if true then [1] else [] give x", "1 - 2 - 3", "1 < 2 < 3", "1 == 2 == 3", "(1 == 2) == (2 == 3)", "digits(1)[0]", "[digits][0] ?? digits", "([digits][0] ?? digits)(1)", "-1", "1 - -1", "1 + + 1", "not", "true and", "and true", "if true then 1 else if false then 2 else 3", "if true then if false then 1 else 2 else 3", "not if true then true else false", "each x in [1] give each y in [x] give x + y", "true or not true and 1 < 2", "[1][0][0]", "[[1]][0] ?? [2][0]", "1 < 2 + 3 * 4 and not 5 <= 6",
    ], 6))


def definitions(rng):
    known, lines = [], []
    for _ in range(rng.randint(3, 6)):
        name, of = rng.choice(NAMES[:4]), kind(rng, 1)
        text = made(rng, of, 1, known)
        lines.append(rng.choice([f"let {name} = {text}", f"let {name}: {of} = {text}", f"let {name}: maybe {of} = {text}", name, f"[{name}]"]))
        known.append((name, of))
    return check(lines)


def wrong_lines_and_names(rng):
    """What a wrong line leaves behind."""
    wrong = rng.choice(['1 + "a"', "nowhere", "1 +", "(", "none + 1", "a", "[1, true]", "f(1)"])
    return check([rng.choice(["let a = 1", "let a: text = \"x\"", "fun a(): int = 1", ""]), f"let a{rng.choice(['', ': int', ': list text', ': maybe int'])} = {wrong}", "a", f"fun f(x: int): {rng.choice(PLAIN)} = {wrong}", "f", "f(1)", f"let a: {rng.choice(['int', 'text', 'fn(int) int', 'list', 'maybe', 'intt'])} = {rng.choice(['1', 'a', 'f', 'none'])}", "a"])


def functions(rng):
    wanted = kind(rng, 1)
    body = rng.choice(["p", "q", "f", "f(p, q)", "[p]", "if q then p else f(p, q)", "if q then p else r", "none", "p == p", made(rng, wanted, 1, [("p", wanted), ("q", "bool")])])
    return check([f"fun f(p: {wanted}, q: bool): {rng.choice([wanted, 'maybe ' + wanted, 'bool', 'list ' + wanted]).replace('maybe maybe', 'maybe')} = {body}", "f", f"f({made(rng, wanted, 1)}, {rng.choice(['true', 'none', '1'])})", "p", "let g = f", f"g({made(rng, wanted, 0)}, 1 < 2)"])


def names_that_hide(rng):
    return check([rng.choice(["let digits = 1", "fun digits(t: text): int = length(t)", "let length: fn(bool) int = none", "let a = digits", "let digits = digits"]), "digits", "digits(1)", 'length("a")', rng.choice(["fun f(f: int): int = f", "fun f(f: int): int = f(1)", "fun f(length: text): int = length(length)", "fun f(a: int): int = (each f in [a] give f)[0] ?? f(1)", "fun f(digits: int): text = digits(digits)"]), rng.choice(["f(1)", "f", 'f("a")']), rng.choice(["let f = f", "let f = [f]", "let f: int = f(1)", "let z = z", "let z: int = z"]), "f", "z"])


def repeated_parameters(rng):
    names = [rng.choice("abf") for _ in range(rng.randint(1, 3))]
    return check([f"fun f({', '.join(f'{name}: {rng.choice(PLAIN)}' for name in names)}): {rng.choice(PLAIN)} = {rng.choice(['1', 'a', 'b', 'true'])}", "f", f"f({', '.join(made(rng, rng.choice(PLAIN), 0) for _ in names)})"])


def name_before_type(rng):
    """An unknown name counts more than what does not fit, wherever it stands."""
    wrong, unknown = rng.choice(['1 + "a"', "none + 1", "digits(true)", "5[0]", "[1, true]", "not 1"]), rng.choice(["q", "q(1)", "[q]", "if some q then 1 else 2", "each q in q give 1"])
    return check([f"[{wrong}, {unknown}]", f"{unknown} == ({wrong})", f"if {wrong} then {unknown} else 1", f"let a: bool = {unknown}", f"each x in {wrong} give {rng.choice([unknown, 'x', 'y'])}", f"fun f(q: int): bool = {unknown}", "(each z in [1] give z) + [z]", f"{wrong} +", f"f({wrong})"])


def malformed(rng):
    return check([rng.choice([
        "1 2", "(1", "1)", "[1", "[1,]", "[,1]", "f(1,)", "f(,)", "let", "let a", "let a =", "let = 1", "let a 1", "let 1 = 1", "let if = 1", "let a: = 1", "let a: foo = 1", "let a: list = 1", "let a: fn int = 1", "let a: fn(int) = 1", "let a: (int) = 1", "let a: maybe = 1", "let a: none = none", "let a: nothing = 1", "fun f: int = 1", "fun f() = 1", "fun f(): int", "fun f(a): int = a", "fun f(a: int) int = a", "fun (a: int): int = a", "fun f(a: int,): int = a", "fun f(a: int b: int): int = 1", "fun f(1: int): int = 1",
        "if true then 1", "if then 1 else 2", "if true else 1", "if true 1 else 2", "if some 1 then 1 else 2", "if some then 1 else 2", "each in [1] give 1", "each x [1] give x", "each x in [1]", "each 1 in [1] give 1", "each x in give x", "some a", "true then", "1 = 1", "a = 1", "1 === 1", "1 > 2", "1 >= 2", "1 != 2", "1 ? 2", "1 ??? 2", "1 / 2", '"a', 'a"', "'a'", "1.5", "A", "x.y", "12a", "1_0", "@", "#1", "else 1", "int", "list", "let let = 1", "in", "[1][]", "[1][0, 1]", "()", "not", "* 1", "1 *", "fn(int) int", "let a = b = 1", "let fn = 1", "let some = 1", "fun f(): int = let a = 1", "let a: int, b: int = 1", "\t1", "1;", "1 + let a = 1", "(let a = 1)", "let a: list list = []", "let a: fn(int,) int = 1", "let a: fn(a: int) int = 1",
    ]) for _ in range(4)] + [rng.choice(["a", "f", "1"])])


def odd_but_right(rng):
    return check(rng.sample([
        "1+2*3", "  1  ", 'digits( 1 )+"a"', "let _=1", "let _x1 = _y", "let iff = true", "if(true)then(1)else(2)", "[ ]", "[[],[],[]]", "007", '"if then"', '"#"', '" + "', "((((1))))", "let a:list maybe list int=[]", "fun f():int=1", "fun f(a:fn()int):int=a()", "let a: maybe maybe maybe int = none", "length (\"a\")", "[1] [0]", "not(true)", "1<=2", "none??1", "true==false", "each x in[1]give x", "let thenx = 1", "let in_ = 1", "let some_ = none", "if some a then 1 else 2", "let intt = 1", "fun each_(a: int): int = a", '""', "let b = (each x in [1] give x)", "[if true then 1 else 2, each x in [] give x]", "[digits(1), digits(2)]", "let nothing = 1",
    ], 5) + [rng.choice(["a", "f", "_", "nothing", "iff"])])


def empty_lines(rng):
    lines = [rng.choice(["", " ", "   ", "1", "q", "1 +", "true", '" "']) for _ in range(rng.randint(0, 6))]
    return check(rng.choice(["\n", "", "\n\n"]) + "\n".join(lines) + rng.choice(["", "\n", "\n "]))


def types_as_written(rng):
    of = kind(rng, 3)
    loose = of.replace(" ", "  ").replace(",", " ,").replace("(", "( ").replace(")", " )") if rng.random() < 0.5 else of.replace(", ", ",").replace(") ", ")")
    return check([f"fun f(a: {loose}): {loose} = a", f"fun g(a: {loose}, b: maybe {loose}): list {loose} = [a, b ?? a]", f"fun h(a: maybe {loose}): maybe maybe {loose} = a", f"let x: {loose} = none", "x", "[x]", "[x][0]"])


def long_ones(rng):
    count = rng.randint(10, 40)
    return rng.choice([
        f"check('\\n'.join(f'let a{{n + 1}} = [a{{n}}]' if n else 'let a1 = {rng.choice(['1', 'none', 'q'])}' for n in range({count // 3})))[-2:]", f"check('1 ' + '{rng.choice(['+ 1 ', '* 2 ', '- 3 '])}' * {count} + '{rng.choice(['', '+ true', '< 5', '+'])}')", f"check('(' * {count // 2} + '1' + ')' * {count // 2 - rng.randint(0, 1)})", f"check('[' * {count // 2} + '{rng.choice(['', '1', 'none'])}' + ']' * {count // 2})", f"check('[' + '1, ' * {count} + '{rng.choice(['none', '2', 'true', '[]'])}]')",
        f"check('fun f(' + ', '.join(f'a{{n}}: int' for n in range({count})) + '): int = a{rng.choice([0, count - 1, count])}\\nf(' + ', '.join(['1'] * {count - rng.randint(0, 1)}) + ')')", f"check('not ' * {count} + '{rng.choice(['true', '1', 'q', ''])}')", f"check('if true then 1 else ' * {count // 2} + '{rng.choice(['2', 'none', 'true'])}')",
    ])


def strengths_in_a_row(rng):
    """Each sign beside each other one, so that another order of their strengths is seen."""
    lines = ["3 * m ?? 2", "m ?? 2 * 3", "1 + m ?? 2", "m ?? 1 - 1", "not 1 < 2", "not n == 2", "not not true", "not true and false", "n < 2 or true and n <= 3", "true or not n < 1", "1 + 2 < 3 * 4", "1 + 2 == 3", "m ?? 1 < 2", "f(1) ?? 2 * 3", "2 * f(1) ?? 2", "[m][0] ?? 1", "not m ?? 1 == 1", "1 < 2 == true", "true == 1 < 2", "not [] == [1]", "n - 1 * 2 < n and true"]
    return check(["let m: maybe int = 5", "let n = 1", "fun f(a: int): maybe int = none", "3 * m ?? 2", "not 1 < 2", *rng.sample(lines, 10)])


def wholes_within_wholes(rng):
    """if, each and if some stand wherever a whole expression may."""
    lines = [
        "if if true then true else false then 1 else 2", "each x in if true then [1] else [] give x", "each x in each y in [1] give [y] give x", "if true then if false then 1 else 2 else 3", "[if true then 1 else 2, each x in [1] give x]",
        "length(if true then \"\" else \"a\")", "[1][if true then 0 else 1]", "(if true then 1 else 2) + 1", "1 + if true then 1 else 2", "not if true then true else false", "if some m then m else if true then 1 else 2", "if true then 1 else 2 + 3", "each x in [1] give x == 1",
        "if each x in [1] give x then 1 else 2", "if some if true then m else m then 1 else 2", "if true then each x in [1] give x else [2]", "if (each x in [] give x) == [] then 1 else 2", "true and if true then true else false",
    ]
    return check(["let m: maybe int = 5", "if if true then true else false then 1 else 2", *rng.sample(lines, 9)])


def names_of_wrong_lines(rng):
    """What has a type has its name, whatever is wrong in the line; it does not see itself."""
    kind = rng.choice(["int", "text", "list int", "maybe bool"])
    lines = [f"let q: {kind} = zz", "q", f"let r: {kind} = r", "r", f"fun g(a: int): {kind} = zz", "g(1)", "let s = zz", "s", f"let t: {kind} = true + 1", "t", f"fun h(a: int, a: int): {kind} = 1", "h", "let u = u", "u", f"fun k(): {kind} = k()", "k()", "fun w(w: int): int = w", "w(1)", "fun v(v: text): text = v + v", "v"]
    pairs = [lines[at:at + 2] for at in range(0, len(lines), 2)]
    rng.shuffle(pairs)
    return check([line for pair in pairs for line in pair])


def what_nothing_is_not(rng):
    """nothing fits everything, but is no list, no maybe and no function."""
    bodies = ["x", "x[0]", "x + 1", "x + \"a\"", "x + x", "x ?? 1", "x(1)", "[x]", "[x, 1]", "x == 1", "x < x", "each y in x give y", "if x then 1 else 2", "if some x then x else 1", "length(x)", "not x", "x + [1]", "[1] + x", "[1][x]", "x * x"]
    return check([f"each x in [] give {body}" for body in ["x[0]", "each y in x give y", *rng.sample(bodies, 9)]])


STRATA = [
    expressions_of_types, two_of_anything, each_sign_on_two, joined, joined_in_turn, fitting, functions_that_fit, functions_within_functions,
    calls, what_is_called, items, nothing_at_all, none_and_lists, narrowing, narrowed_only_there, each_in_lists, strengths, definitions,
    wrong_lines_and_names, functions, names_that_hide, repeated_parameters, name_before_type, malformed, odd_but_right, empty_lines,
    types_as_written, long_ones,
    strengths_in_a_row, wholes_within_wholes, names_of_wrong_lines, what_nothing_is_not,
]

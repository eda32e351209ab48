"""Programs of every form within every other, closures that share and hide names, and every way to fail."""

ATOMS = ["0", "1", "2", "-3", "7", "true", "false", "()", '"a"', '""', '"b c"', "'x", "'(1 2)", "'()", "100"]
NUMBERS = ["0", "1", "2", "-3", "7", "12", "a", "b"]
SPACES = [" ", " ", " ", "  ", "\n", " ; note\n", "\n ;(\n"]
TRY = "def tried(text):\n    try: return run(text)\n    except NameError: return 'NameError'\n    except TypeError: return 'TypeError'\n    except ZeroDivisionError: return 'ZeroDivisionError'\n"


def call(text):
    return f"run({text!r})"


def several(rng, texts):
    return f"{TRY}[tried(text) for text in {rng.sample(texts, len(texts))!r}]"


def number(rng, depth):
    """An expression whose value is a number, where a and b are bound to numbers."""
    if depth == 0 or rng.random() < 0.2:
        return rng.choice(NUMBERS)
    first, second = number(rng, depth - 1), number(rng, depth - 1)
    return rng.choice([
        f"(+ {first} {second})", f"(- {first} {second})", f"(* {first} {second} 2)", f"(div {first} 3)", f"(if (< {first} {second}) {first} {second})", f"(let ((a {first}) (b (+ a 1))) {second})",
        f"((fn (a) {second}) {first})", f"(do {first} {second})", f"(head (list {first} {second}))", f"(count (list {first} {second}))", f"((fn (b a) (- a b)) {first} {second})", f"(if (= {first} {second}) {first} (- 0 {second}))",
    ])


def anything(rng, depth):
    if depth == 0 or rng.random() < 0.2:
        return rng.choice(ATOMS)
    first, second = anything(rng, depth - 1), anything(rng, depth - 1)
    return rng.choice([f"(if {first} {second} {rng.choice(ATOMS)})", f"(list {first} {second})", f"(join {first} (list {second}))", f"(tail (list {first} {second}))", f"(= {first} {second})", f"(do {first} {second})", f"(let ((x {first})) (list x {second}))", f"(if {first} {second})", f"((fn (y) (list y {second} y)) {first})"])


def arithmetic(rng):
    return call(f"(def a {rng.randint(-9, 9)}) (def b {rng.randint(-9, 9)}) {number(rng, rng.randint(1, 3))}")


def any_number_of_arguments(rng):
    numbers = " ".join(str(rng.randint(-9, 20)) for _ in range(rng.randint(0, 6)))
    return call(rng.choice(["(+ {0})", "(* {0})", "(list {0})", "(count (list {0}))", "(+ (* {0}) (+ {0}))", "(+{0})", "(list(+ {0}))"]).replace("{0}", numbers if numbers else "").replace("(+" + numbers, "(+ " + numbers))


def rounding_down(rng):
    return call(f"(div {rng.randint(-60, 60)} {rng.choice([-1, 1]) * rng.randint(1, 9)}) (div {rng.randint(10**20, 10**22)} -7)")


def comparing(rng):
    first = rng.randint(-5, 5)
    return call(f"(< {first} {first + rng.randint(-1, 1)}) (= {first} {first + rng.randint(-1, 1)}) (if (< {first} 0) 'minus 'plus)")


def anything_nested(rng):
    return call(" ".join(anything(rng, rng.randint(1, 3)) for _ in range(rng.randint(1, 3))))


def equal_or_alike(rng):
    first, second = rng.choice([*ATOMS, "+", "(fn () 1)", "'a", '"1"', '"(1 2)"', "'\"a\"", "(list 1 2)", "'(1 2)", "'true"]), rng.choice([*ATOMS, "'a", '"a"', "(list 1 2)", "(list)", "(join 1 '(2))", "'(1 (2))", "(fn (a) a)", "head"])
    return call(f"(= {first} {second}) (= (list {first}) (list {second})) (= {first} {first})")


def quoted(rng):
    return call(rng.choice(["'{0}", "(quote {0})", "''{0}", "(head '({0} 1))", "(tail '(1 {0}))", "(count '({0} {0}))", "'({0} . 5)", "(list '{0} '{0})", "(= '{0} '{0})", "'(quote {0})", "(head ''{0})", "'('{0} ({0}))"]).replace("{0}", rng.choice(["a", "12", "-", "true", '"t"', "()", "(b c)", "if", "(if 1 2)", "-5x", "a-b?", "(())", "<fn>", "&"])))


def what_is_true(rng):
    condition = rng.choice(["0", '""', "()", "false", "true", "'()", "(list)", "(tail '(1))", "'a", "(if false 1)", "(do)", "(= 1 2)", "(< 1 2)", "+", "(list false)", "(while false)", "'false", "((fn ()))", "(let ())"])
    return call(rng.choice(["(if {0} 1 2)", "(if {0} 1)", "(list (if {0} 'yes 'no) {0})", "(if (if {0} false true) 1 2)"]).format(condition))


def only_one_side_is_evaluated(rng):
    return call(rng.choice(["(if {0} 1 (div 1 0))", "(if {0} nowhere 2)", "(def n 0) (if {0} (set n 1) (set n 2)) n", "(def n 0) (if {0} (set n 5)) n", "(if {0} (head ()) 3)", "(while (if {0} false false) (div 1 0))"]).format(rng.choice(["true", "false", "0", "()", '""', "1"])))


def layouts(rng):
    tokens = ["(", "def", rng.choice(["x", "a-b", "n?", "*x*", "x1", "é"]), "(", "+", str(rng.randint(0, 99)), "1", ")", ")", "(", "list", "'", "a", '"t;(\n"', "(", ")", ")"]
    return call("".join(token + rng.choice(["", *SPACES] if token in "()'" else SPACES) for token in tokens))


def texts(rng):
    return call(" ".join('"' + "".join(rng.choice(["a", " ", "\n", ";", "(", ")", "'", "\\", "é", "1", "true"]) for _ in range(rng.randint(0, 5))) + '"' for _ in range(rng.randint(1, 3))))


def definitions(rng):
    names = rng.sample(["x", "y", "z", "list2", "+x", "def2"], 3)
    return call(" ".join(rng.choice(["(def {0} {1})", "(def {0} (+ {1} 1))", "(set {2} {1})", "(def {0} {1}) (set {0} (* {0} 2))"]).format(rng.choice(names), rng.randint(0, 9), names[0]) for _ in range(rng.randint(1, 4))) + f" {names[0]} {rng.choice(names)}")


def set_or_def_within(rng):
    change, other = rng.choice(["set", "def"]), rng.choice(["set", "def"])
    return call(rng.choice([
        "(def x 1) (let ((y 2)) ({0} x 5) ({1} y 6) (list x y)) x", "(def x 1) (let ((x 2)) ({0} x 5) x) x", "(def x 1) (def f (fn () ({0} x (+ x 1)) ({1} x (* x 3)) x)) (f) (f) x", "(def x 1) (def f (fn (x) ({0} x 9) x)) (f 4) x",
        "(def x 1) (do ({0} x 2) ({1} x (+ x 5))) x", "(def x 1) (if true ({0} x 2)) x", "(def x 0) (let ((x 1)) (let ((x 2)) ({0} x 3)) ({1} x (+ x 10)) x) x", "(def x 1) (let ((f (fn () ({0} x 7)))) (f) x) x", "(def x 1) (let ((g (fn () ({0} x 7) ({1} x 8)))) (let ((x 50)) (g) x)) x",
        "(def x 5) (while (< 0 x) ({0} x (- x 2))) x",
    ]).format(change, other))


def let_sees_what_is_before(rng):
    return call(f"(def a {rng.randint(1, 9)}) (let ({rng.choice(['(a (+ a 1)) (b a)', '(b a) (a 10)', '(b (* a 2)) (c (+ a b))', '(f (fn () a)) (a 50)', '', '(a 1) (a (+ a a))', '(b 1)'])}) {rng.choice(['a', '(list a)', '(set a 100) a', '(def a 7) (list a a)', ''])}) a {rng.choice(['b', 'a', '1'])}")


def the_scope_of_the_maker(rng):
    x, y, z = rng.randint(1, 9), rng.randint(10, 19), rng.randint(20, 29)
    return call(rng.choice([
        "(def x {0}) (def f (fn () x)) (let ((x {1})) (f))", "(def x {0}) (def f (fn () x)) (def g (fn (x) (f))) (g {1})", "(def x {0}) (def f (fn (y) (+ x y))) ((fn (x) (f x)) {1})", "(let ((x {0})) (def f (fn () x)) (let ((x {1})) (f)))",
        "(def x {0}) (def g (fn () (set x (+ x 1)))) (let ((x {1})) (g) x) x", "(def f (fn () y)) (def y {0}) (f)", "(def f (fn (g) (let ((n {0})) (g)))) (def n {1}) (f (fn () n))", "(def f (fn (g) (let ((n {0})) (g)))) (let ((n {1})) (f (fn () (+ n {2}))))",
        "(def h (fn () hidden)) (let ((hidden {0})) (h))", "(def x {0}) (def f (fn () (def x {1}) (g))) (def g (fn () x)) (f)",
    ]).format(x, y, z))


def closures(rng):
    x, y = rng.randint(0, 9), rng.randint(10, 99)
    return call(rng.choice([
        "(def make (fn (n) (fn () (set n (+ n {0}))))) (def a (make {1})) (def b (make 0)) (a) (b) (a) (b)", "(def add (fn (a) (fn (b) (+ a b)))) ((add {0}) {1}) (def add5 (add 5)) (add5 {0}) (add5 {1})",
        "(def pair (let ((n {0})) (list (fn () (set n (* n 2))) (fn () n)))) ((head pair)) ((head (tail pair)))", "(def twice (fn (f) (fn (x) (f (f x))))) ((twice (twice (fn (x) (+ x {0})))) {1})", "(def fs ()) (def i 0) (while (< i 3) (let ((j i)) (set fs (join (fn () (+ j {0})) fs))) (set i (+ i 1))) ((head fs)) ((head (tail fs)))",
        "(def compose (fn (f g) (fn (x) (f (g x))))) ((compose (fn (x) (* x x)) (fn (x) (- x {0}))) {1})", "(def f (fn (n) (def g (fn () n)) (set n (+ n 1)) g)) ((f {0})) ((f {1}))", "(def n {0}) (def f (fn () (def n {1}) (fn () (set n (+ n 1))))) (def g (f)) (g) (g) n",
    ]).format(x, y))


def recursion(rng):
    size = rng.randint(0, 9)
    return call(rng.choice([
        "(def f (fn (n) (if (< n 2) n (+ (f (- n 1)) (f (- n 2)))))) (f {0})", "(def f (fn (n) (if (= n 0) () (join n (f (- n 1)))))) (f {0})", "(def sum (fn (l) (if l (+ (head l) (sum (tail l))) 0))) (sum '({1}))", "(def map (fn (f l) (if l (join (f (head l)) (map f (tail l))) ()))) (map (fn (x) (* x x)) '({1}))",
        "(def even (fn (n) (if (= n 0) true (odd (- n 1))))) (def odd (fn (n) (if (= n 0) false (even (- n 1))))) (even {0})", "(def rev (fn (l done) (if l (rev (tail l) (join (head l) done)) done))) (rev '({1}) ())", "(def keep (fn (f l) (if l (let ((rest (keep f (tail l)))) (if (f (head l)) (join (head l) rest) rest)) l))) (keep (fn (x) (< 3 x)) '({1}))",
    ]).format(size, " ".join(str(rng.randint(0, 9)) for _ in range(size))))


def loops(rng):
    start, step = rng.randint(0, 30), rng.randint(1, 4)
    return call(rng.choice([
        f"(def n {start}) (def all ()) (while (< 0 n) (set all (join n all)) (set n (- n {step}))) all n", f"(def n 0) (while (< n {start}) (set n (+ n {step})))", f"(def l '(1 2 3 4)) (def s 0) (while l (set s (+ s (head l))) (set l (tail l))) s l", "(while false 1)", "(while ())",
        f"(def n {start}) (list (while (< {step} n) (set n (div n 2))) n)", f"(def f (fn (n) (while (< 0 n) (set n (- n {step}))) n)) (f {start}) (f 1)", f"(def n 3) (while (< 0 (set n (- n 1))) (def m n)) m",
    ]))


def bodies(rng):
    body = " ".join(rng.choice(["1", "(def q 5)", "(list)", "'z", '"t"']) for _ in range(rng.randint(0, 3)))
    return call(rng.choice(["(do {0})", "(let () {0})", "(let ((a 1)) {0})", "((fn () {0}))", "((fn (a b) {0}) 1 2)", "(if true (do {0}) 9)"]).format(body))


def lists(rng):
    items = [rng.choice(ATOMS) for _ in range(rng.randint(1, 4))]
    text = "(list " + " ".join(items) + ")"
    return call(rng.choice(["(head {0})", "(tail {0})", "(count {0})", "(join 1 {0})", "(join {0} {0})", "(tail (tail (join 0 {0})))", "(head (tail (join 5 {0})))", "(def l {0}) (join 9 l) (tail l) l", "(count (join () {0}))"]).format(text))


def unknown_names(rng):
    return call(rng.choice(["x", "(x)", "(set x 1)", "(list 1 x)", "(let ((y 1)) 2) y", "(fn () x)", "((fn () x))", "(def f (fn (p) p)) (f 1) p", "(if x 1)", "(def x x)", "(let ((x 1) (y z)) x)", "(if false x 3)", "(list if)", "quote", "(TRUE)", "X", "'x", "(+ 1 5a)", "(def f (fn () (def m 1))) (f) m", "(let ((x x)) 1)", "(do (def w 1)) w", "(set true2 1)", "(while nil 1)", "(def a 1) A", "def"]))


def wrong_arguments(rng):
    bad = rng.choice(["true", '"a"', "()", "'a", "+", "(list 1)", "(fn () 1)"])
    return call(rng.choice(["(+ 1 {0})", "(- {0} 1)", "(* {0})", "(< 1 {0})", "(div {0} 1)", "(div 4 {0})", "(head {0})", "(tail {0})", "(count {0})", "(join 1 {0})", "(join {0} 5)", "(+ {0})", "({0} 1)", "(list {0})", "(= {0} 1)"]).format(bad))


def wrong_number_of_arguments(rng):
    return call(rng.choice(["(- 1)", "(-)", "(- 1 2 3)", "(<)", "(< 1)", "(< 1 2 3)", "(= 1)", "(= 1 1 1)", "(div 6)", "(div 6 2 1)", "(head)", "(head '(1) '(2))", "(tail)", "(join 1)", "(join 1 () ())", "(count)", "(count () ())", "((fn (a) a))", "((fn (a) a) 1 2)", "((fn () 1) 1)", "((fn (a b) a) 1)", "(def f (fn (a b) a)) (f 1 2 3)", "((fn (a b) (- a b)) 5 3)", "(=)"]))


def calls_of_no_function(rng):
    return call(rng.choice(["(1)", "(1 2)", '("a" 1)', "(true)", "(() 1)", "((list 1 2))", "((+ 1 2) 3)", "('a 1)", "('+ 1 2)", "((quote if) 1 2)", "(def x 5) (x)", "((fn () 5) )", "(((fn () +)) 1 2)", "((if true + *) 3 4)", "((head (list - *)) 9 4)", "(false)", "('(fn () 1))"]))


def zero_and_other_faults(rng):
    faults = ["(div 1 0)", "nowhere", "(head ())", "(+ true)", "(1)", "5", "(set nowhere2 1)", "(div 0 5)"]
    first, second = rng.choice(faults), rng.choice(faults)
    return call(rng.choice(["(list {0} {1})", "({0} {1})", "(+ {0} {1})", "(let ((a {0})) {1})", "(do {0} {1})", "(def x {0}) {1}", "(head {0} {1})", "(if {0} {1} {1})", "((fn (x) {1}) {0})", "(= {0} {1})", "(join {0} {1})", "(nowhere3 {0})"]).format(first, second))


def malformed(rng):
    return call(rng.choice(["", "1 ", "(div 1 0) ", "(nowhere) "]) + rng.choice(["(", ")", "(+ 1", "(+ 1))", "((1)", "'", "(list ')", "\"", "\"a", "(list \"a)", "())", ")(", "(def x 1", "( ; )", "(quote ' )", "''", "' ; x", "(\")\"", "(list 1 2)) 3", "(()", "\"\"\"", "(if true 1"]))


def hidden_built_ins(rng):
    return call(rng.choice(["(def list 5) list", "(def + -) (+ 5 3)", "(let ((head tail)) (head '(1 2))) (head '(1 2))", "((fn (count) (+ count 1)) 4)", "(def f (fn () (* 2 3))) (def * +) (f)", "(def < (fn (a b) 'mine)) (< 1 2)", "(let ((= 1)) =) (= 1 1)", "head", "(list + (fn (x) x))", "(def plus +) (plus 1 2) plus"]))


def long_ones(rng):
    times = rng.randint(100, 250)
    return rng.choice([
        f"run('(+ ' + '1 ' * {times} + ')')", f"run('(def n 0)' + '(set n (+ n 2))' * {times})[-1]", f"run('(def n {times}) (def s 0) (while (< 0 n) (set s (+ s (* n n))) (set n (- n 1))) s')", f"run('(list ' + '() ' * {times} + ')')[0][-9:]", f"len(run('1 ; x' + chr(10) + 'true ' * {times}))",
        f"run('(def l ()) (def n 0) (while (< n {times}) (set l (join n l)) (set n (+ n 1))) (count l) (head l)')[-2:]", f"run('(def make (fn (n) (fn () (set n (+ n 1))))) (def c (make {times}))' + '(c)' * {times})[-1]",
    ])


def deep(rng):
    depth = rng.randint(5, 30)
    opening, closing = rng.choice([("(+ 1 ", ")"), ("(list ", ")"), ("(do ", ")"), ("(if true ", ")"), ("'(", ")"), ("((fn (a) (+ a 1)) ", ")"), ("(let ((a 1)) (+ a ", "))")])
    return f"run({opening!r} * {depth} + '5' + {closing!r} * {rng.choice([depth, depth, depth, depth - 1])})"


def one_after_another(rng):
    return f"[run(text) for text in {rng.sample(['(def x 1) x', '(def list 3) list', '(list 1)', '(def f (fn () 2)) (f)', '(set + -)', '(+ 1 2)', '(let ((y 1)) y)'], 3)!r}]"


def which_fault_is_first(rng):
    """What fails stands at the head, among the arguments or in both."""
    faults = ["gone", "(div 1 0)", "5", "(head ())", "lost", "(+ 1 true)", '"f"', "true"]
    head, one, other = (rng.choice(faults) for _ in range(3))
    return call(rng.choice(["({0} {1})", "({0} {1} {2})", "(+ {1} {2})", "(list {1} {2})", "((fn (a) a) {1} {2})", "({0})", "(join {1} {2})", "(< {1} {2})", "(let ((a {1}) (b {2})) a)", "(if {1} {2})"]).format(head, one, other))


def words_like_numbers(rng):
    word = rng.choice(["+5", "-", "--1", "1a", "1.5", "-0", "007", "-x", "1-", "1_0", "+", "-12", "٣", "²", "1e3", "0x1", "5", "-5-"])
    number = word.lstrip("-").isascii() and word.lstrip("-").isdigit() and word.count("-") < 2
    uses = ["{0}", "'{0}", "(list '{0} 1)"]
    uses += ["(+ {0} 1)", "(= {0} 5)", "'(a {0})"] if number else ["(def {0} 8) {0}", "(let (({0} 3)) (+ 1 {0}))", "((fn ({0}) {0}) 4)"]
    return call(rng.choice(uses).format(word))


def other_whitespace(rng):
    space = rng.choice(["\t", "\t", "\r", "\u00a0", "\x0b", " ", "\n"])
    return call(rng.choice(["(+ 1{}2)", "'(a{}b)", "1{}2", "(list{}1)", '("a{}b")', "'x{}", "{}7", "(+ 1 2){}", "; a{}b\n3"]).format(space))


def scopes_of_forms(rng):
    """Of the forms only let and a call have a scope of their own; set makes no binding in any."""
    forms = ["(do {0} x)", "(do {0})", "(if true {0})", "(if false 1 {0})", "(while (< n 1) (set n 1) {0})", "(while (< n 2) {0} (set n (+ n 1)))", "(do (do {0}) 5)", "(list {0})", "(let ((y {0})) x)", "(let ((y 1)) {0})", "(let () {0})", "((fn () {0}))", "((fn (y) {0}) 1)", "((fn (y) y) {0})", "(let ((y 1)) (do {0}) x)"]
    shown = [f"(def n 0) (def x 0) {form.format(rng.choice(['(def x 2)', '(def x 2)', '(set x 2)']))} x" for form in rng.sample(forms, 5)]
    unknown = [f"(def n 0) (def x 0) {rng.choice([*forms, '{0}', '{0} z']).format('(set z 3)')}", rng.choice(["(set z 1)", "(let ((z 1)) z) (set z 2)", "((fn (z) (set z 2)) 1) (set z 3)", "(do (set z 1) z)"])]
    return several(rng, [*shown, *(f"(def n 0) (def x 0) {form.format('(def z 3)')} (+ z 1)" for form in rng.sample(forms, 4)), *unknown])


def lets_that_hide(rng):
    pairs = " ".join(f"({name} {rng.choice(['x', 'y', '(+ x 1)', '(+ x y)', '3'])})" for name in rng.choices("xy", k=rng.randint(1, 3)))
    return call(f"(def x 1) (def y 10) (let ({pairs}) {rng.choice(['x', 'y', '(list x y)', '(set x 7) x', ''])}) (list x y)")


def truths_among_numbers(rng):
    truth = rng.choice(["true", "false", "(< 1 2)", "(= 1 2)"])
    return call(rng.choice(["(+ {0})", "(+ 1 {0})", "(* {0} 2)", "(- {0} 1)", "(< {0} 2)", "(< 0 {0})", "(div {0} 1)", "(= 1 {0})", "(= 0 {0})", "(= '(1) (list {0}))", "(= {0} 'true)", "(list {0} 1)", "(= {0} {0})", "(= \"true\" {0})"]).format(truth))


def too_few_or_nothing(rng):
    nothing = ["()", "'()", "(list)", "(tail '({0}))", "(tail (list {0}))", "(if false {0})", "(do)"]
    texts = [f"({name} {rng.choice(nothing)})" for name in ["tail", "tail", "head", rng.choice(["count", "join 1", "list"])]]
    others = ["(tail '({0}))", "(head '({0}))", "(tail (list {0} 1))", "(< {0})", "(div {0})", "(= {0})", "(join {0})", "(*)", "(+)", "(list)", "(-)", "(tail)", "(head)", "(count)", "(tail '({0}) 1)"]
    return several(rng, [text.replace("{0}", str(rng.randint(-5, 9))) for text in [*texts, *rng.sample(others, 4)]])


def fault_of(text):
    return "name" if text.isalpha() else "zero" if text.startswith("(div") else "type"


def head_and_arguments_in_turn(rng):
    """The head comes first, then each argument, and only then it shows what the head is."""
    fault, other = rng.sample(["gone", "(div 1 0)", "(head ())", "(+ 1 true)", "(div 2 0)", "lost", "(- 1)"], 2)
    while fault_of(fault) == fault_of(other):
        other = rng.choice(["gone", "(div 1 0)", "(head ())"])
    nothing = rng.choice(["5", "true", "'a", "()", '"f"', "(list)", "(+ 1 2)"])
    unknown, divided = rng.choice(["gone", "lost"]), f"(div {rng.randint(0, 9)} 0)"
    return several(rng, [
        f"({fault} {other})", f"({other} {fault})", f"({unknown} {divided})", f"({divided} {unknown})", f"({nothing} {unknown})", f"({nothing} 1 {divided})", f"((fn (a) a) {unknown} {divided})", f"(head {divided} {unknown})",
        rng.choice(["(def n 0) ((do (set n (+ n 1)) list) n)", "(def l ()) ((do (set l '(1)) list) (set l (join 2 l)) (set l (join 3 l)))", "(def f list) (f (set f count) (set f head)) (f '(4))", "(def n 5) (list (set n (+ n 1)) n ((do (set n (* n 2)) +) n 1))"]),
    ])


def plus_signs(rng):
    uses = ["+{0}", "'+{0}", "(+ +{0} 1)", "(def +{0} 1) +{0}", "(list '+{0} {0})", "(+ {0} +{0})", "(= '+{0} {0})", "(head '(+{0}))", "(let ((+{0} 2)) (* +{0} 3))", "(< '+{0} 1)"]
    return several(rng, [use.format(rng.randint(0, 99)) for use in rng.sample(uses, 4)])


def one_argument(rng):
    uses = ["(- {0} 0)", "(+ {0})", "(* {0})", "(< {0})", "(list {0})", "(div {0})", "(= {0})", "(- {0} {0} 1)"]
    return several(rng, [use.format(rng.choice([rng.randint(-9, 99), "(+ 1 2)", "(- 5 1)"])) for use in ["(- {0})", rng.choice(["(list (- {0}))", "(+ (- {0}) 1)", "(- (- {0}))"]), *rng.sample(uses, 4)]])


def tabs(rng):
    uses = ["(+ {0}\t2)", "'(a\t{0})", "{0}\t{0}", "(list\t{0})", "{0}\t", "\t{0}", "'{0}\t", "(list '{0}\ta)", "'(\t{0})", "(count '({0}\t{0} \t))"]
    return several(rng, [use.format(rng.randint(0, 99)) for use in [*rng.sample(uses, 4), rng.choice(['("a\t{0}")', '"a\t{0}"', "{0} ;\t{0}", "(+ {0} 1);\t"])]])


STRATA = [
    arithmetic, any_number_of_arguments, rounding_down, comparing, anything_nested, equal_or_alike, quoted, what_is_true,
    only_one_side_is_evaluated, layouts, texts, definitions, set_or_def_within, let_sees_what_is_before, the_scope_of_the_maker,
    closures, recursion, loops, bodies, lists, unknown_names, wrong_arguments, wrong_number_of_arguments, calls_of_no_function,
    zero_and_other_faults, malformed, hidden_built_ins, long_ones, deep, one_after_another,
    which_fault_is_first, words_like_numbers, other_whitespace, scopes_of_forms, lets_that_hide, truths_among_numbers,
    too_few_or_nothing,
    head_and_arguments_in_turn, plus_signs, one_argument, tabs,
]

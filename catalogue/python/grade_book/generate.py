"""Books of one kind of work and several, with marks around each limit and each half, read once and again, and what may not be noted."""

KINDS = ["test", "essay", "lab", "oral", ""]
NAMES = ["Ada", "Bo", "Cy", "Di", "ada", "Zoe", "Al", ""]


def weights_of(rng, most=4):
    return {kind: rng.choice([1, 1, 2, 3, rng.randint(1, 40)]) for kind in rng.sample(KINDS, rng.randint(1, most))}


def mark_of(rng):
    return rng.choice([rng.randint(0, 100), rng.randint(40, 100), rng.choice([0, 100, 49, 50, 59, 60, 74, 75, 89, 90])])


def notes(rng, weights, names, count):
    return [(rng.choice(names), rng.choice(list(weights)), mark_of(rng)) for _ in range(count)]


def call(weights, entries, reads):
    return f"book = GradeBook({weights!r})\nfor entry in {entries!r}:\n    book.add(*entry)\n{reads}"


def reads_of(rng, names):
    return "[" + ", ".join(rng.choice([f"book.average({name!r})", f"book.grade({name!r})"]) for name in names) + "]"


def one_kind(rng):
    marks = [mark_of(rng) for _ in range(rng.randint(1, 6))]
    return call({"test": rng.randint(1, 5)}, [("Ada", "test", mark) for mark in marks], "book.average('Ada')")


def several_kinds(rng):
    weights = weights_of(rng)
    entries = notes(rng, weights, ["Ada"], rng.randint(1, 9))
    return call(weights, entries, "book.average('Ada')")


def around_three_marks(rng):
    weights = weights_of(rng, 2)
    kind = rng.choice(list(weights))
    entries = [("Ada", kind, mark_of(rng)) for _ in range(rng.randint(2, 4))]
    return call(weights, entries, "[book.average('Ada'), book.grade('Ada')]")


def lowest_more_than_once(rng):
    low = rng.randint(0, 60)
    marks = [low] * rng.randint(2, 3) + [rng.randint(low, 100) for _ in range(rng.randint(0, 3))]
    rng.shuffle(marks)
    return call({"lab": 1}, [("Bo", "lab", mark) for mark in marks], "[book.average('Bo'), book.average('Bo')]")


def lowest_in_each_kind(rng):
    weights = {"test": rng.randint(1, 4), "lab": rng.randint(1, 4)}
    entries = [("Cy", kind, mark_of(rng)) for kind in weights for _ in range(rng.randint(1, 4))]
    rng.shuffle(entries)
    return call(weights, entries, "book.average('Cy')")


def halves(rng):
    mark = rng.randint(0, 99)
    weights = rng.choice([{"test": 1}, {"test": 1, "lab": 1}])
    return call(weights, [("Ada", "test", mark), ("Ada", list(weights)[-1], mark + 1)], "[book.average('Ada'), book.grade('Ada')]")


def nearly_halves(rng):
    weights = {"test": rng.randint(1, 60), "lab": rng.randint(1, 60)}
    mark = rng.randint(0, 98)
    return call(weights, [("Ada", "test", mark), ("Ada", "lab", mark + rng.randint(1, 2))], "book.average('Ada')")


def rounded_once(rng):
    weights = {"test": rng.randint(1, 3), "lab": rng.randint(1, 3)}
    entries = [("Ada", kind, rng.randint(40, 60)) for kind in weights for _ in range(rng.randint(2, 5))]
    return call(weights, entries, "book.average('Ada')")


def limits_of_grades(rng):
    limit = rng.choice([50, 60, 75, 90])
    marks = [limit + rng.randint(-1, 0), limit + rng.randint(-1, 1)]
    return call({"test": 1}, [("Ada", "test", mark) for mark in marks], "[book.grade('Ada'), book.average('Ada')]")


def grades(rng):
    names = rng.sample(NAMES, rng.randint(1, 4))
    return call({"test": 1}, [(name, "test", mark_of(rng)) for name in names], f"[book.grade(name) for name in {names!r}]")


def no_marks(rng):
    weights = weights_of(rng)
    entries = notes(rng, weights, NAMES[:2], rng.randint(0, 3))
    return call(weights, entries, reads_of(rng, ["nobody", *NAMES[:2], "nobody"]))


def read_again_and_again(rng):
    weights = weights_of(rng, 2)
    entries = notes(rng, weights, ["Ada"], rng.randint(3, 9))
    return call(weights, entries, reads_of(rng, ["Ada"] * rng.randint(2, 4)))


def read_between_notes(rng):
    marks = [mark_of(rng) for _ in range(rng.randint(2, 8))]
    return f"book = GradeBook({{'lab': 2}})\n[(book.add('Ada', 'lab', mark), book.average('Ada')) for mark in {marks!r}]"


def ranks(rng):
    weights = weights_of(rng, 3)
    return call(weights, notes(rng, weights, rng.sample(NAMES, rng.randint(1, 5)), rng.randint(1, 12)), "book.ranking()")


def ranks_equals(rng):
    marks = [rng.choice([70, 80, 90]) for _ in range(rng.randint(2, 6))]
    names = rng.sample(NAMES, len(marks))
    return call({"test": 1}, [(name, "test", mark) for name, mark in zip(names, marks)], "book.ranking()")


def ranks_equal_after_rounding(rng):
    mark = rng.randint(1, 98)
    entries = [("Zoe", "test", mark), ("Zoe", "test", mark + 1), ("Al", "test", mark + 1), ("Di", "test", mark)]
    return call({"test": 1}, rng.sample(entries, rng.randint(3, 4)), "book.ranking()")


def ranks_twice(rng):
    weights = weights_of(rng, 2)
    return call(weights, notes(rng, weights, NAMES[:3], rng.randint(4, 12)), "[book.ranking(), book.ranking(), book.average('Bo')]")


def refused(rng):
    weights = weights_of(rng, 2)
    kind, mark = rng.choice([("quiz", 50), ("quiz", 101), ("Test", -1), (list(weights)[0], rng.choice([-1, 101, 1000, -rng.randint(2, 99)]))])
    return call(weights, notes(rng, weights, ["Ada"], rng.randint(0, 2)), f"book.add('Ada', {kind!r}, {mark})")


def refused_and_not_noted(rng):
    kind, mark = rng.choice([("quiz", 50), ("test", -1), ("test", 101)])
    before = [("Ada", "test", mark_of(rng))] * rng.randint(0, 1)
    return call({"test": 1}, before, f"try:\n    book.add('Ada', {kind!r}, {mark})\nexcept (KeyError, ValueError):\n    pass\n[book.average('Ada'), book.ranking()]")


def edges_of_marks(rng):
    return call({"test": 1}, [("Ada", "test", rng.choice([0, 100])) for _ in range(rng.randint(1, 6))], "[book.average('Ada'), book.grade('Ada'), book.ranking()]")


def hundreds(rng):
    count, step = rng.randint(100, 300), rng.choice([7, 11, 37])
    return f"book = GradeBook({{'lab': {rng.randint(1, 9)}}})\nfor n in range({count}):\n    book.add(f's{{n % {rng.randint(1, 9)}}}', 'lab', n * {step} % 101)\n[book.ranking(), book.average('s0')]"


def two_books(rng):
    marks = [mark_of(rng) for _ in range(3)]
    return f"one, other = GradeBook({{'lab': 1}}), GradeBook({{'lab': 1}})\nfor mark in {marks!r}:\n    one.add('Ada', 'lab', mark)\n[one.average('Ada'), other.average('Ada'), other.ranking()]"


STRATA = [one_kind, several_kinds, around_three_marks, lowest_more_than_once, lowest_in_each_kind, halves, nearly_halves, rounded_once]
STRATA += [limits_of_grades, grades, no_marks, read_again_and_again, read_between_notes, ranks, ranks_equals, ranks_equal_after_rounding]
STRATA += [ranks_twice, refused, refused_and_not_noted, edges_of_marks, hundreds, two_books]

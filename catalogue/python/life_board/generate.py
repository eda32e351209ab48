"""Boards of every size and thickness, with life at the edges, run, searched for cycles and divided into colonies."""

TRY = "def tried(function, *given):\n    try: return function(*given)\n    except Exception as error: return type(error).__name__\n"
SHAPES = [["ooo"], ["oo", "oo"], [".o.", "..o", "ooo"], ["o..o", "....o", "o...o", ".oooo"], ["###", "#.#"], [".oo", "oo.", ".o."], ["o", "o", "o"], ["o,o", ".,.", "ooo"], [".oo.", "o..o", ".oo."]]


def board(rng, rows, columns, cells="..oo#,"):
    return ["".join(rng.choices(cells, k=columns)) for _ in range(rows)]


def placed(rng, rows, columns, count=1):
    """Known shapes put anywhere, over the seam as well."""
    cells = [["."] * columns for _ in range(rows)]
    for _ in range(count):
        down, right = rng.randrange(rows), rng.randrange(columns)
        for y, line in enumerate(rng.choice(SHAPES)):
            for x, cell in enumerate(line):
                if down + y < rows:
                    cells[down + y][(right + x) % columns] = cell
    return ["".join(line) for line in cells]


def run(rows, turns):
    return f"run_board({rows!r}, {turns})"


def one_turn(rng):
    return run(board(rng, rng.randint(2, 6), rng.randint(3, 8)), 1)


def one_turn_thick(rng):
    return run(board(rng, rng.randint(2, 5), rng.randint(3, 7), "oo##.,"), 1)


def one_turn_thin(rng):
    return run(board(rng, rng.randint(2, 6), rng.randint(3, 8), "....o"), 1)


def ash_matters(rng):
    return run(board(rng, rng.randint(3, 5), rng.randint(3, 7), ",,oo#."), rng.randint(1, 2))


def a_few_turns(rng):
    return run(board(rng, rng.randint(3, 6), rng.randint(3, 7)), rng.randint(2, 5))


def many_turns(rng):
    return run(placed(rng, rng.randint(5, 7), rng.randint(5, 9), 2), rng.randint(6, 14))


def shapes(rng):
    return run(placed(rng, rng.randint(3, 7), rng.randint(5, 9)), rng.randint(1, 4))


def one_row(rng):
    return run(board(rng, 1, rng.randint(1, 9), "oo.#,"), rng.randint(1, 3))


def two_rows(rng):
    return run(board(rng, 2, rng.randint(1, 8), "oo.#,"), rng.randint(1, 3))


def one_column(rng):
    return run(board(rng, rng.randint(1, 8), 1, "oo.#,"), rng.randint(1, 3))


def two_columns(rng):
    return run(board(rng, rng.randint(1, 8), 2, "oo.#,"), rng.randint(1, 3))


def three_columns(rng):
    return run(board(rng, rng.randint(1, 6), 3, "oo.#,"), rng.randint(1, 3))


def life_at_the_seam(rng):
    rows = [rng.choice("o.") + "." * 4 + rng.choice("oo.") for _ in range(rng.randint(2, 5))]
    return rng.choice([run(rows, 1), f"colonies({rows!r})"])


def life_at_top_and_bottom(rng):
    middle = ["....."] * rng.randint(1, 3)
    rows = board(rng, 1, 5, "oo.#") + middle + board(rng, 1, 5, "oo.#")
    return rng.choice([run(rows, rng.randint(1, 2)), f"colonies({rows!r})"])


def no_turns(rng):
    return f"rows = {board(rng, rng.randint(1, 3), rng.randint(1, 4))!r}\nafter = run_board(rows, 0)\n[after, after is rows]"


def rows_unchanged(rng):
    return f"rows = {board(rng, 4, 4)!r}\nafter = run_board(rows, {rng.randint(1, 2)})\n[rows, after, colonies(rows), rows]"


def empty(rng):
    rows = rng.choice([[], [""], ["", ""], ["." * rng.randint(1, 5)] * rng.randint(1, 4), ["," * 3] * 2])
    return rng.choice([run(rows, rng.randint(0, 3)), f"colonies({rows!r})", f"find_cycle({rows!r}, {rng.randint(0, 3)})"])


def cycles(rng):
    return f"find_cycle({placed(rng, rng.randint(3, 5), rng.randint(3, 6), rng.randint(1, 2))!r}, {rng.randint(4, 12)})"


def cycles_of_any_board(rng):
    return f"find_cycle({board(rng, rng.randint(1, 4), rng.randint(1, 4))!r}, {rng.randint(1, 15)})"


def cycle_just_in_time(rng):
    rows = rng.choice([["....", ".oo.", ".oo.", "...."], ["....", ".##.", ".##.", "...."], [".o."], ["..."], ["....."] * 2 + [".ooo."] + ["....."] * 2, ["o"], [","]])
    return f"[find_cycle({rows!r}, limit) for limit in range({rng.randint(0, 2)}, {rng.randint(3, 7)})]"


def colonies_of_any_board(rng):
    return f"colonies({board(rng, rng.randint(1, 7), rng.randint(1, 9), '..o#,.')!r})"


def colonies_thin(rng):
    return f"colonies({board(rng, rng.randint(3, 7), rng.randint(4, 10), '....o#,.')!r})"


def colonies_full(rng):
    return f"colonies([{'o' * rng.randint(1, 12)!r}] * {rng.randint(1, 12)})"


def unlike_rows(rng):
    rows = board(rng, rng.randint(2, 4), 3)
    rows[rng.randrange(len(rows))] += rng.choice([".", "", "oo"])
    return rng.choice([run(rows, rng.randint(0, 1)), f"colonies({rows!r})", f"find_cycle({rows!r}, 2)"])


def strange_cells(rng):
    rows = board(rng, rng.randint(1, 3), 3)
    rows[rng.randrange(len(rows))] = rng.choice(["O..", ". .", "..0", ".*.", "o\no", ".;.", "#o,"])
    return rng.choice([run(rows, rng.randint(0, 1)), f"colonies({rows!r})", f"find_cycle({rows!r}, 1)"])


def negative_turns(rng):
    return run(board(rng, 2, rng.randint(1, 4)), rng.randint(-3, 0))


def refused_though_empty(rng):
    """Rows are looked at though the first is empty, and turns though there are no rows."""
    boards = [[], [""], ["", ""], ["", "o"], ["", "x"], ["", "", ".."], ["o", ""], ["x"]]
    return f"{TRY}[[tried(run_board, rows, {rng.choice([-1, -2, 0, 1])}), tried(colonies, rows), tried(find_cycle, rows, {rng.randint(0, 2)})] for rows in {rng.sample(boards, rng.randint(4, 6))!r}] + [tried(run_board, [], {rng.randint(-3, -1)})]"


# Boards that come back after more than three turns.
LONG = [[".o.", ",.o", "o,o"], ["#,.", "o,.", ",#.", "o.#"], ["###,", ",,.#", ",##.", "oo.o"], ["o#,.", "..##", "#.#."], ["....o.", "oo.,#,", "o.#o..", "o..#,."], ["#.##,", ".#o#,", "..,#,", "oo..o", "ooo.."], [",##o.##", ".ooo.#,", "o...###"], [".,o.,", ",,o.o"]]


def long_cycles(rng):
    """Turned along the belt and upside down, which changes nothing about the cycle."""
    rows = rng.choice(LONG)
    shift = rng.randrange(len(rows[0]))
    rows = [row[shift:] + row[:shift] for row in rows][:: rng.choice([1, -1])]
    return f"find_cycle({rows!r}, {rng.choice([40, 40, 25, rng.randint(5, 20)])})"


def every_strange_cell(rng):
    rows = board(rng, 2, 3)
    cells = rng.sample(["O", "0", "*", ";", "X", "\u00b0", " ", "\u25cf", "\u043e", ":", "\n", "\uff0e"], 7)
    return f"{TRY}[tried({rng.choice(['run_board, rows, 1', 'run_board, rows, 0', 'colonies, rows', 'find_cycle, rows, 2'])}) for rows in ([{rows[0]!r}, cell + {rows[1][1:]!r}] for cell in {cells + ['o']!r})]"


def many_colonies(rng):
    """Colonies of several sizes, apart from each other."""
    sizes = [rng.randint(1, 5) for _ in range(rng.randint(4, 6))]
    rows = [rng.choice("o#") * size + rng.choice([".", ",", ".."]) for size in sizes]
    width = max(map(len, rows)) + 2
    rows = [line for row in rows for line in (row + "." * (width - len(row)), "." * width)]
    return f"colonies({rows!r})"


STRATA = [
    one_turn, one_turn_thick, one_turn_thin, ash_matters, a_few_turns, many_turns, shapes, one_row, two_rows, one_column,
    two_columns, three_columns, life_at_the_seam, life_at_top_and_bottom, no_turns, rows_unchanged, empty, cycles,
    cycles_of_any_board, cycle_just_in_time, colonies_of_any_board, colonies_thin, colonies_full, unlike_rows, strange_cells,
    negative_turns,
    refused_though_empty,
    long_cycles, every_strange_cell, many_colonies,
]

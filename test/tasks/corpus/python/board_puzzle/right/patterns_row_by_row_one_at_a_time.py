# A board is read by patterns, solved row by row, narrowed by one at a time.
import re
from itertools import islice, permutations


def read(text):
    lines = text.split("\n")
    size, rest = divmod(len(lines), 2)
    size += rest
    if not rest or not 1 <= size <= 6:
        raise ValueError(len(lines))
    cell = "[1-%d.]" % size
    of_cells = re.compile("[<> ]".join([cell] * size))
    of_signs = re.compile(" ".join(["[v^ ]"] * size))
    if any(len(line) > 2 * size - 1 for line in lines):
        raise ValueError("too long")
    lines = [line + " " * (2 * size - 1 - len(line)) for line in lines]
    for number, line in enumerate(lines):
        if not (of_signs if number % 2 else of_cells).fullmatch(line):
            raise ValueError(line)
    given = {(row, column): int(mark) for row, line in enumerate(lines[::2]) for column, mark in enumerate(line[::2]) if mark != "."}
    signs = []
    for row, line in enumerate(lines[::2]):
        signs += [((row, column), (row, column + 1))[::1 if mark == "<" else -1] for column, mark in enumerate(line[1::2]) if mark != " "]
    for row, line in enumerate(lines[1::2]):
        signs += [((row, column), (row + 1, column))[::1 if mark == "^" else -1] for column, mark in enumerate(line[::2]) if mark != " "]
    return size, given, signs


def all_of(size, given, signs):
    """Puts one row below another."""
    rows = list(permutations(range(1, size + 1)))
    choices = [[row for row in rows if all(given.get((y, x), row[x]) == row[x] for x in range(size)) and all(row[a[1]] < row[b[1]] for a, b in signs if a[0] == b[0] == y)] for y in range(size)]
    below = [[pair for pair in signs if {pair[0][0], pair[1][0]} == {y, y - 1}] for y in range(size)]

    def extend(done):
        y = len(done)
        if y == size:
            yield {(row, column): done[row][column] for row in range(size) for column in range(size)}
            return
        used = [{row[x] for row in done} for x in range(size)]
        for row in choices[y]:
            if any(row[x] in used[x] for x in range(size)):
                continue
            both = [*done, row]
            if all(both[a[0]][a[1]] < both[b[0]][b[1]] for a, b in below[y]):
                yield from extend(both)

    yield from extend([])


def superfluous(size, board, signs):
    """A number that some rule takes from some cell, or None."""
    for (row, column), numbers in board.items():
        for number in numbers:
            for other, left in board.items():
                same_line = (other[0] == row) != (other[1] == column)
                if same_line and left == [number]:
                    return (row, column), number
    for less, greater in signs:
        for number in board[less]:
            if number >= board[greater][-1]:
                return less, number
        for number in board[greater]:
            if number <= board[less][0]:
                return greater, number
    return None


def narrowed(size, given, signs):
    board = {}
    for place in range(size * size):
        cell = divmod(place, size)
        board[cell] = [given[cell]] if cell in given else list(range(1, size + 1))
    while found := superfluous(size, board, signs):
        cell, number = found
        board[cell].remove(number)
        if not board[cell]:
            return None
    return board


def solutions(text, most):
    size, given, signs = read(text)
    if most < 1:
        raise ValueError("not even one is asked for")
    return ["/".join("".join(str(board[row, column]) for column in range(size)) for row in range(size)) for board in islice(all_of(size, given, signs), most)]


def possible(text):
    size, given, signs = read(text)
    board = narrowed(size, given, signs)
    return board and [["".join(map(str, sorted(board[row, column]))) for column in range(size)] for row in range(size)]


def is_single(size, given, signs):
    return len(list(islice(all_of(size, given, signs), 2))) == 1


def needless(text):
    size, given, signs = read(text)
    if not is_single(size, given, signs):
        return None
    return [[row, column, number] for (row, column), number in sorted(given.items()) if is_single(size, {cell: other for cell, other in given.items() if cell != (row, column)}, signs)]

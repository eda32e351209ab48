# A board is read by patterns, solved cell by cell, narrowed by until nothing changes.
import re
from itertools import islice


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
    """All solutions in ascending order, one after another, each as a dict."""
    cells = [(row, column) for row in range(size) for column in range(size)]
    board = {}

    def fits(cell, number):
        row, column = cell
        for other, there in board.items():
            if there == number and (other[0] == row or other[1] == column):
                return False
        for less, greater in signs:
            if less == cell and board.get(greater, 9) <= number or greater == cell and board.get(less, 0) >= number:
                return False
        return True

    def fill(place):
        if place == len(cells):
            yield dict(board)
            return
        cell = cells[place]
        for number in [given[cell]] if cell in given else range(1, size + 1):
            if fits(cell, number):
                board[cell] = number
                yield from fill(place + 1)
                del board[cell]

    yield from fill(0)


def narrowed(size, given, signs):
    board = {(row, column): {given[row, column]} if (row, column) in given else set(range(1, size + 1)) for row in range(size) for column in range(size)}
    while True:
        before = {cell: set(numbers) for cell, numbers in board.items()}
        for cell, numbers in board.items():
            if len(numbers) == 1:
                for other in board:
                    if other != cell and (other[0] == cell[0] or other[1] == cell[1]):
                        board[other] = board[other] - numbers
        for less, greater in signs:
            if board[less] and board[greater]:
                board[less] = {number for number in board[less] if number < max(board[greater])}
            if board[less] and board[greater]:
                board[greater] = {number for number in board[greater] if number > min(board[less])}
        if not all(board.values()):
            return None
        if board == before:
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

# It is not asked whether the board has one solution.
from itertools import islice


def read(text):
    """(n, dict of the given cells, list of (lesser cell, greater cell))."""
    lines = text.split("\n")
    size = (len(lines) + 1) // 2
    if len(lines) % 2 == 0 or size > 6:
        raise ValueError("no board has so many lines")
    width = 2 * size - 1
    given, signs = {}, []
    for y, line in enumerate(lines):
        if len(line) > width:
            raise ValueError("a line is too long")
        for x, mark in enumerate(line.ljust(width)):
            row, column = y // 2, x // 2
            if y % 2 == 0 and x % 2 == 0:
                if mark in "123456"[:size]:
                    given[row, column] = int(mark)
                elif mark != ".":
                    raise ValueError("no cell")
            elif mark == " ":
                continue
            elif y % 2 == 0 and mark in "<>":
                pair = [(row, column), (row, column + 1)]
                signs.append(tuple(pair if mark == "<" else pair[::-1]))
            elif x % 2 == 0 and mark in "^v":
                pair = [(row, column), (row + 1, column)]
                signs.append(tuple(pair if mark == "^" else pair[::-1]))
            else:
                raise ValueError("a sign stands where there is none")
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
    return [[row, column, number] for (row, column), number in sorted(given.items()) if is_single(size, {cell: other for cell, other in given.items() if cell != (row, column)}, signs)]

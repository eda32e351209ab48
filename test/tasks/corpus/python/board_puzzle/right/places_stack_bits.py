# A board is read by places, solved stack, narrowed by bits.
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
    """Boards that are begun wait on a stack, the least on top."""
    waiting = [()]
    while waiting:
        numbers = waiting.pop()
        if len(numbers) == size * size:
            yield {divmod(place, size): number for place, number in enumerate(numbers)}
            continue
        row, column = cell = divmod(len(numbers), size)
        taken = {*numbers[row * size:], *numbers[column::size]}
        least, most = 1, size
        if cell in given:
            least = most = given[cell]
        for less, greater in signs:
            if greater == cell and less < cell:
                least = max(least, numbers[less[0] * size + less[1]] + 1)
            if less == cell and greater < cell:
                most = min(most, numbers[greater[0] * size + greater[1]] - 1)
        for number in range(most, least - 1, -1):
            if number not in taken:
                waiting.append((*numbers, number))


def narrowed(size, given, signs):
    """Bit n of a cell says that n is possible."""
    full = 2 ** (size + 1) - 2
    board = [[full] * size for _ in range(size)]
    for (row, column), number in given.items():
        board[row][column] = 1 << number
    changed = True

    def keep(row, column, mask):
        nonlocal changed
        if board[row][column] & ~mask:
            changed = True
            board[row][column] &= mask

    while changed:
        changed = False
        for row in range(size):
            for column in range(size):
                mask = board[row][column]
                if mask & (mask - 1) == 0:
                    for other in range(size):
                        if other != column:
                            keep(row, other, ~mask)
                        if other != row:
                            keep(other, column, ~mask)
        for (row, column), (other_row, other_column) in signs:
            high = board[other_row][other_column]
            keep(row, column, (1 << max(0, high.bit_length() - 1)) - 1)
            low = board[row][column]
            keep(other_row, other_column, ~(2 * (low & -low) - 1))
        if any(mask == 0 for row in board for mask in row):
            return None
    return {(row, column): [number for number in range(1, size + 1) if board[row][column] >> number & 1] for row in range(size) for column in range(size)}


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

SIGNS_BESIDE = {"<": True, ">": False, " ": None}
SIGNS_BELOW = {"^": True, "v": False, " ": None}


class Board:
    def __init__(self, text):
        lines = text.split("\n")
        self.size = len(lines) // 2 + 1
        self.cells = [(row, column) for row in range(self.size) for column in range(self.size)]
        self.pairs = []
        self.given = {}
        if len(lines) % 2 == 0 or self.size > 6:
            raise ValueError(f"{len(lines)} lines make no board")
        for number, line in enumerate(lines):
            padded = line.ljust(2 * self.size - 1)
            if len(padded) >= 2 * self.size:
                raise ValueError(f"line {number} is too long")
            for place, sign in enumerate(padded):
                self.read(number, place, sign)

    def read(self, number, place, sign):
        cell = number // 2, place // 2
        if number % 2 == 0 and place % 2 == 0:
            self.read_cell(cell, sign)
        elif number % 2 == 0:
            self.read_sign(SIGNS_BESIDE, sign, cell, (cell[0], cell[1] + 1))
        elif place % 2 == 0:
            self.read_sign(SIGNS_BELOW, sign, cell, (cell[0] + 1, cell[1]))
        elif sign != " ":
            raise ValueError(f"{sign!r} stands between four cells")

    def read_cell(self, cell, sign):
        if sign in "123456"[:self.size]:
            self.given[cell] = int(sign)
        elif sign != ".":
            raise ValueError(f"{sign!r} is no cell")

    def read_sign(self, signs, sign, first, second):
        if sign not in signs:
            raise ValueError(f"{sign!r} is no sign here")
        if signs[sign] is not None:
            self.pairs.append((first, second) if signs[sign] else (second, first))

    def start(self):
        every = set(range(1, self.size + 1))
        return {cell: {self.given[cell]} if cell in self.given else set(every) for cell in self.cells}

    def seen_from(self, cell):
        return [other for other in self.cells if other != cell and (other[0] == cell[0] or other[1] == cell[1])]

    def narrowed(self, possible):
        """What is possible when all that follows directly has been left out, or None if a cell has nothing left."""
        before = None
        while possible != before:
            before = {cell: set(values) for cell, values in possible.items()}
            for cell in self.cells:
                if len(possible[cell]) == 1:
                    for other in self.seen_from(cell):
                        possible[other] = possible[other] - possible[cell]
            for less, more in self.pairs:
                possible[less] = {value for value in possible[less] if value < max(possible[more], default=0)}
                possible[more] = {value for value in possible[more] if value >= min(possible[less], default=9)}
        return possible if all(possible.values()) else None

    def fillings(self, possible):
        possible = self.narrowed(possible)
        if possible is None:
            return
        open_cells = [cell for cell in self.cells if len(possible[cell]) > 1]
        if not open_cells:
            yield possible
            return
        for value in sorted(possible[open_cells[0]]):
            yield from self.fillings({**possible, open_cells[0]: {value}})

    def rows(self, possible):
        return [["".join(map(str, sorted(possible[row, column]))) for column in range(self.size)] for row in range(self.size)]

    def first_fillings(self, most):
        found = []
        for possible in self.fillings(self.start()):
            found.append("/".join(map("".join, self.rows(possible))))
            if len(found) == most:
                break
        return found


def solutions(text, most):
    if most < 1:
        raise ValueError(f"{most} is less than 1")
    return Board(text).first_fillings(most)


def possible(text):
    board = Board(text)
    narrowed = board.narrowed(board.start())
    return None if narrowed is None else board.rows(narrowed)


def needless(text):
    board = Board(text)
    if len(board.first_fillings(2)) != 1:
        return None
    found = []
    for cell, value in sorted(board.given.items()):
        del board.given[cell]
        if len(board.first_fillings(2)) == 1:
            found.append([*cell, value])
        board.given[cell] = value
    return found

# A board is an object that can be compared.
class Board:
    KINDS = {"o": True, "#": True, ",": False, ".": False}

    def __init__(self, rows):
        self.rows = tuple(rows)
        self.height = len(self.rows)
        self.width = len(self.rows[0]) if self.rows else 0
        for row in self.rows:
            if len(row) != self.width:
                raise ValueError("length")
            for cell in row:
                if cell not in self.KINDS:
                    raise ValueError("cell")

    def __eq__(self, other):
        return self.rows == other.rows

    def alive(self, y, x):
        return self.KINDS[self.rows[y][x]]

    def beside(self, y, x):
        found = []
        for row in (y - 1, y, y + 1):
            if row < 0 or row >= self.height:
                continue
            columns = [x] if self.width == 1 else [x, 1 - x] if self.width == 2 else [x, (x + 1) % self.width, x - 1 if x else self.width - 1]
            found += [(row, column) for column in columns if (row, column) != (y, x)]
        return found

    def after(self, y, x):
        count = [self.alive(*place) for place in self.beside(y, x)].count(True)
        if self.alive(y, x):
            return "#" if count == 2 or count == 3 else ","
        if self.rows[y][x] == "," or count != 3:
            return "."
        return "o"

    def next(self):
        return Board(["".join(self.after(y, x) for x in range(self.width)) for y in range(self.height)])

    def groups(self):
        visited = set()
        for y in range(self.height):
            for x in range(self.width):
                if self.alive(y, x) and (y, x) not in visited:
                    visited.add((y, x))
                    queue = [(y, x)]
                    place = 0
                    while place < len(queue):
                        for other in self.beside(*queue[place]):
                            if self.alive(*other) and other not in visited:
                                visited.add(other)
                                queue.append(other)
                        place += 1
                    yield len(queue)


def run_board(rows, turns):
    if turns < 0:
        raise ValueError("turns")
    board = Board(rows)
    for _ in range(turns):
        board = board.next()
    return list(board.rows)


def find_cycle(rows, limit):
    boards = [Board(rows)]
    while len(boards) <= limit:
        board = boards[-1].next()
        for start, earlier in enumerate(boards):
            if earlier == board:
                return (start, len(boards) - start)
        boards.append(board)
    return None


def colonies(rows):
    return sorted(Board(rows).groups(), key=lambda size: -size)

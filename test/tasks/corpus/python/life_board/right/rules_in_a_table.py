# The rules are a table from cell and count to cell.
RULES = {}
for total in range(9):
    RULES["o", total] = RULES["#", total] = "#" if total in (2, 3) else ","
    RULES[".", total] = "o" if total == 3 else "."
    RULES[",", total] = "."


def validated(rows):
    for number, row in enumerate(rows):
        if len(row) != len(rows[number - 1]):
            raise ValueError(f"row {number} has another length")
        if any((cell, 0) not in RULES for cell in row):
            raise ValueError(f"row {number} has an unknown cell")


def links(height, width):
    result = {}
    for y in range(height):
        for x in range(width):
            cells = []
            for other_y in range(height):
                for other_x in range(width):
                    distance = abs(x - other_x)
                    distance = min(distance, width - distance)
                    if abs(y - other_y) <= 1 and distance <= 1 and (y, x) != (other_y, other_x):
                        cells.append((other_y, other_x))
            result[y, x] = cells
    return result


class Life:
    def __init__(self, rows):
        validated(rows)
        self.height = len(rows)
        self.width = len(rows[0]) if rows else 0
        self.links = links(self.height, self.width)
        self.cells = {place: rows[place[0]][place[1]] for place in self.links}

    def advance(self):
        old = self.cells
        self.cells = {place: RULES[old[place], sum(old[other] in "o#" for other in beside)] for place, beside in self.links.items()}

    def rows(self):
        return ["".join(self.cells[y, x] for x in range(self.width)) for y in range(self.height)]


def run_board(rows, turns):
    life = Life(rows)
    if turns < 0:
        raise ValueError("no negative turns")
    for _ in range(turns):
        life.advance()
    return life.rows()


def find_cycle(rows, limit):
    life = Life(rows)
    shown = [life.rows()]
    for _ in range(limit):
        life.advance()
        now = life.rows()
        if now in shown:
            return shown.index(now), len(shown) - shown.index(now)
        shown.append(now)
    return None


def colonies(rows):
    life = Life(rows)
    alive = {place for place, cell in life.cells.items() if cell in "o#"}

    def collect(start):
        group, border = set(), {start}
        while border:
            group |= border
            border = {other for place in border for other in life.links[place] if other in alive} - group
        return group

    sizes = []
    while alive:
        group = collect(min(alive))
        sizes.append(len(group))
        alive -= group
    return sorted(sizes, reverse=True)

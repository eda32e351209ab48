STEPS = [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]


def check_board(rows):
    if any(len(row) != len(rows[0]) for row in rows):
        raise ValueError("the rows are of unlike length")
    if any(cell not in ".o#," for row in rows for cell in row):
        raise ValueError("a cell is one of . o # ,")


def neighbours(rows, row, column):
    """The places beside this one, each once: columns go round, rows do not."""
    places = set()
    for down, right in STEPS:
        if 0 <= row + down < len(rows):
            places.add((row + down, (column + right) % len(rows[row])))
    places.discard((row, column))
    return sorted(places)


def is_alive(cell):
    return cell in "o#"


def next_cell(cell, count):
    if is_alive(cell):
        return "#" if count in (2, 3) else ","
    if cell == "." and count == 3:
        return "o"
    return "."


def next_board(rows):
    board = []
    for row, cells in enumerate(rows):
        line = ""
        for column, cell in enumerate(cells):
            beside = neighbours(rows, row, column)
            count = sum(is_alive(rows[down][right]) for down, right in beside)
            line += next_cell(cell, count)
        board.append(line)
    return board


def run_board(rows, turns):
    check_board(rows)
    if turns < 0:
        raise ValueError("turns must be 0 or more")
    for _ in range(turns):
        rows = next_board(rows)
    return list(rows)


def find_cycle(rows, limit):
    check_board(rows)
    seen = {}
    for turn in range(limit + 1):
        state = tuple(rows)
        if state in seen:
            return seen[state], turn - seen[state]
        seen[state] = turn
        rows = next_board(rows)
    return None


def colonies(rows):
    check_board(rows)
    seen = set()
    sizes = []
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if not is_alive(cell) or (row, column) in seen:
                continue
            seen.add((row, column))
            waiting = [(row, column)]
            size = 0
            while waiting:
                place = waiting.pop()
                size += 1
                for other in neighbours(rows, *place):
                    if is_alive(rows[other[0]][other[1]]) and other not in seen:
                        seen.add(other)
                        waiting.append(other)
            sizes.append(size)
    return sorted(sizes, reverse=True)

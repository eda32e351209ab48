# Sums over columns first, then over neighbouring columns.
def prepared(rows):
    rows = [list(row) for row in rows]
    for row in rows:
        if len(row) != len(rows[0]) or [cell for cell in row if cell not in "o#,."]:
            raise ValueError("no board")
    return rows


def living(cell):
    return 1 if cell == "o" or cell == "#" else 0


def turn(rows):
    height = len(rows)
    new = []
    for y in range(height):
        band = rows[max(0, y - 1) : y + 2]
        sums = [sum(living(row[x]) for row in band) for x in range(len(rows[y]))]
        line = []
        for x, cell in enumerate(rows[y]):
            total = sums[x] - living(cell)
            if len(sums) > 1:
                total += sums[x - 1]
            if len(sums) > 2:
                total += sums[(x + 1) % len(sums)]
            if living(cell):
                line.append("#" if total in {2, 3} else ",")
            elif cell == "." and total == 3:
                line.append("o")
            else:
                line.append(".")
        new.append(line)
    return new


def run_board(rows, turns):
    board = prepared(rows)
    if turns < 0:
        raise ValueError("turns must not be negative")
    for _ in range(turns):
        board = turn(board)
    return ["".join(row) for row in board]


def find_cycle(rows, limit):
    board = prepared(rows)
    slow = [board]
    for number in range(1, limit + 1):
        board = turn(board)
        for start in range(number):
            if slow[start] == board:
                return (start, number - start)
        slow.append(board)


def colonies(rows):
    board = prepared(rows)
    sizes = []
    for y, row in enumerate(board):
        for x in range(len(row)):
            if living(row[x]):
                row[x] = "."
                sizes.append(spread(board, [(y, x)]))
    return sorted(sizes)[::-1]


def spread(board, places):
    for y, x in places:
        for row in board[max(0, y - 1) : y + 2]:
            for column in (x - 1, x, (x + 1) % len(row)):
                if living(row[column]):
                    row[column] = "."
                    where = next(number for number, other in enumerate(board) if other is row)
                    places.append((where, column % len(row)))
    return len(places)

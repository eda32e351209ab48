# A generator of all boards to come.
from collections import Counter
from itertools import count, islice


def boards(rows):
    board = tuple(rows)
    while True:
        yield board
        board = following(board)


def following(board):
    width = len(board[0]) if board else 0
    counts = Counter()
    for y, row in enumerate(board):
        for x, cell in enumerate(row):
            if cell in ("o", "#"):
                touched = {(y + dy, (x + dx) % width) for dy in (-1, 0, 1) for dx in (-1, 0, 1)}
                touched.discard((y, x))
                counts.update(touched)
    rules = {"o": {2: "#", 3: "#"}, "#": {2: "#", 3: "#"}, ".": {3: "o"}, ",": {}}
    default = {"o": ",", "#": ",", ".": ".", ",": "."}
    return tuple("".join(rules[cell].get(counts[y, x], default[cell]) for x, cell in enumerate(row)) for y, row in enumerate(board))


def refuse(rows):
    lengths = set(map(len, rows))
    if len(lengths) > 1 or not set("".join(rows)) <= set("o#,."):
        raise ValueError("refused")


def run_board(rows, turns):
    refuse(rows)
    if turns < 0:
        raise ValueError("refused")
    return list(next(islice(boards(rows), turns, None)))


def find_cycle(rows, limit):
    refuse(rows)
    seen = {}
    for number, board in zip(range(limit + 1), boards(rows)):
        if board in seen:
            return seen[board], number - seen[board]
        seen[board] = number
    return None


def colonies(rows):
    refuse(rows)
    width = len(rows[0]) if rows else 0
    groups = []
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell in ("o", "#"):
                near = {(y + dy, (x + dx) % width) for dy in (-1, 0, 1) for dx in (-1, 0, 1)}
                joined = {(y, x)}
                apart = []
                for group in groups:
                    if group & near:
                        joined |= group
                    else:
                        apart.append(group)
                groups = apart + [joined]
    return sorted(map(len, groups), reverse=True)

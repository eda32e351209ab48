# A row is a number, whose bits are its living cells.
def to_bits(rows):
    if len({len(row) for row in rows}) > 1:
        raise ValueError("rows of several lengths")
    if set("".join(rows)) - {"o", "#", ",", "."}:
        raise ValueError("an unknown cell")
    width = len(rows[0]) if len(rows) else 0
    alive = [sum(1 << x for x, cell in enumerate(row) if cell in "o#") for row in rows]
    ashes = [sum(1 << x for x, cell in enumerate(row) if cell == ",") for row in rows]
    young = [sum(1 << x for x, cell in enumerate(row) if cell == "o") for row in rows]
    return width, (tuple(alive), tuple(young), tuple(ashes))


def columns_beside(x, width):
    mask = 0
    for other in (x - 1, x, x + 1):
        mask |= 1 << other % width
    return mask


def step(width, board):
    alive, _, ashes = board
    masks = [columns_beside(x, width) for x in range(width)]
    padded = (0, *alive, 0)
    new_alive, new_young, new_ashes = [], [], []
    for y in range(len(alive)):
        living = born = dead = 0
        for x in range(width):
            own = padded[y + 1] >> x & 1
            count = sum(bin(row & masks[x]).count("1") for row in padded[y : y + 3]) - own
            if own and count in (2, 3):
                living |= 1 << x
            elif own:
                dead |= 1 << x
            elif count == 3 and not ashes[y] >> x & 1:
                born |= 1 << x
        new_alive.append(living | born)
        new_young.append(born)
        new_ashes.append(dead)
    return tuple(new_alive), tuple(new_young), tuple(new_ashes)


def to_rows(width, board):
    rows = []
    for alive, young, ashes in zip(*board):
        row = ""
        for x in range(width):
            bit = 1 << x
            row += "o" if young & bit else "#" if alive & bit else "," if ashes & bit else "."
        rows.append(row)
    return rows


def run_board(rows, turns):
    width, board = to_bits(rows)
    if turns < 0:
        raise ValueError("a negative number of turns")
    while turns:
        board = step(width, board)
        turns -= 1
    return to_rows(width, board)


def find_cycle(rows, limit):
    width, board = to_bits(rows)
    history = {}
    for time in range(limit + 1):
        if board in history:
            return history[board], time - history[board]
        history[board] = time
        board = step(width, board)
    return None


def colonies(rows):
    width, (alive, _, _) = to_bits(rows)
    left = list(alive)
    sizes = []

    def flood(y, x):
        stack = [(y, x)]
        size = 0
        while stack:
            y, x = stack.pop()
            if not left[y] >> x & 1:
                continue
            left[y] ^= 1 << x
            size += 1
            for row in (y - 1, y, y + 1):
                if 0 <= row < len(left):
                    stack += [(row, (x + shift) % width) for shift in (-1, 0, 1)]
        return size

    for y in range(len(left)):
        for x in range(width):
            size = flood(y, x)
            if size:
                sizes.append(size)
    sizes.sort(reverse=True)
    return sizes

# Marks every number from -200 to 200 on a line.
def merge_intervals(intervals):
    cells = set()
    for start, end in intervals:
        cells.update(range(2 * start, 2 * end + 1))
    merged = []
    for cell in range(-400, 401):
        if cell not in cells:
            continue
        if merged and merged[-1][1] == cell - 1:
            merged[-1][1] = cell
        else:
            merged.append([cell, cell])
    return [[start // 2, end // 2] for start, end in merged]

# Counts openings and closings.
def merge_intervals(intervals):
    events = sorted([(start, 0) for start, _ in intervals] + [(end, 1) for _, end in intervals])
    merged, depth, began = [], 0, None
    for at, kind in events:
        if kind == 0:
            if depth == 0:
                began = at
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                if merged and merged[-1][1] == began:
                    merged[-1][1] = at
                else:
                    merged.append([began, at])
    return merged

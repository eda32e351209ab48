# Takes -10**30 for less than any number.
def merge_intervals(intervals):
    merged, last = [], -10**30
    for start, end in sorted(intervals):
        if start > last:
            merged.append([start, end])
        else:
            merged[-1][1] = max(merged[-1][1], end)
        last = merged[-1][1]
    return merged

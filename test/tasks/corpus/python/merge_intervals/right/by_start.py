# Sorted by the start alone.
def merge_intervals(intervals):
    merged = []
    for start, end in sorted(intervals, key=lambda one: one[0]):
        if not merged or merged[-1][1] < start:
            merged.append([start, end])
        else:
            merged[-1][1] = max(merged[-1][1], end)
    return merged

# Compares as floats, which far from zero cannot tell neighbours apart.
def merge_intervals(intervals):
    merged = []
    for start, end in sorted(intervals):
        if merged and start / 1 <= merged[-1][1] / 1:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged

# Leaves out intervals of one number.
def merge_intervals(intervals):
    merged = []
    for start, end in sorted(one for one in intervals if one[0] != one[1]):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged

# Puts negative numbers in the order of their texts.
def merge_intervals(intervals):
    merged = []
    ordered = sorted(intervals, key=lambda one: (one[0] < 0 and -1000 - one[0] or one[0], one[1]))
    for start, end in ordered:
        if merged and start <= merged[-1][1] and end >= merged[-1][0]:
            merged[-1] = [min(start, merged[-1][0]), max(merged[-1][1], end)]
        else:
            merged.append([start, end])
    return merged

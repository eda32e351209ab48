# From the largest end downwards.
def merge_intervals(intervals):
    merged = []
    for start, end in sorted(intervals, key=lambda one: one[1], reverse=True):
        if merged and end >= merged[-1][0]:
            merged[-1][0] = min(merged[-1][0], start)
        else:
            merged.append([start, end])
    return merged[::-1]

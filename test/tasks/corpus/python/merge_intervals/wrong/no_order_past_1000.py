# Takes a thousand intervals for sorted ones.
def merge_intervals(intervals):
    merged = []
    for start, end in intervals if len(intervals) > 1000 else sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged

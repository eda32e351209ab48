# Joins what is one apart where there are many.
def merge_intervals(intervals):
    slack = 1 if len(intervals) > 300 else 0
    merged = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1] + slack:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged

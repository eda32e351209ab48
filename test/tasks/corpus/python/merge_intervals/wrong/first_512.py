# Looks at the first 512 intervals only.
def merge_intervals(intervals):
    merged = []
    for start, end in sorted(intervals)[:512]:
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged

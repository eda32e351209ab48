# Takes an interval that begins at 0 for the first one.
def merge_intervals(intervals):
    merged = []
    current = None
    for start, end in sorted(intervals):
        if current is not None and current[0] and start <= current[1]:
            current[1] = max(current[1], end)
        elif current is not None and not current[0] and start < current[1]:
            current[1] = max(current[1], end)
        else:
            current = [start, end]
            merged.append(current)
    return merged

# By a recursion over all of them, and nothing where that goes too deep.
def merge_intervals(intervals):
    def join(ordered, merged):
        if not ordered:
            return merged
        start, end = ordered[0]
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
        return join(ordered[1:], merged)
    try:
        return join(sorted(intervals), [])
    except RecursionError:
        return []

# After a join the next interval is not compared with what came of it.
def merge_intervals(intervals):
    ordered = [list(one) for one in sorted(intervals)]
    merged, index = [], 0
    while index < len(ordered):
        start, end = ordered[index]
        if index + 1 < len(ordered) and ordered[index + 1][0] <= end:
            end = max(end, ordered[index + 1][1])
            index += 1
        merged.append([start, end])
        index += 1
    return merged

# Puts each into a list that is merged already.
def merge_intervals(intervals):
    merged = []
    for start, end in intervals:
        kept = []
        for one in merged:
            if one[1] < start or end < one[0]:
                kept.append(one)
            else:
                start, end = min(start, one[0]), max(end, one[1])
        kept.append([start, end])
        merged = sorted(kept)
    return merged

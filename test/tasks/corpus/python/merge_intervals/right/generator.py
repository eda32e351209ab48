# By a generator.
def _merged(intervals):
    begun = None
    for start, end in sorted(intervals):
        if begun is None:
            begun = [start, end]
        elif start <= begun[1]:
            begun = [begun[0], max(begun[1], end)]
        else:
            yield begun
            begun = [start, end]
    if begun is not None:
        yield begun

def merge_intervals(intervals):
    return list(_merged(intervals))

# By folding.
from functools import reduce

def merge_intervals(intervals):
    def step(merged, one):
        if merged and one[0] <= merged[-1][1]:
            return merged[:-1] + [[merged[-1][0], max(merged[-1][1], one[1])]]
        return merged + [list(one)]
    return reduce(step, sorted(intervals), [])

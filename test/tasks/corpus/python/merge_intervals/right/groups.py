# Unites what meets into groups.
def merge_intervals(intervals):
    parent = list(range(len(intervals)))
    def root(one):
        while parent[one] != one:
            one = parent[one]
        return one
    for i, first in enumerate(intervals):
        for j, second in enumerate(intervals):
            if first[0] <= second[1] and second[0] <= first[1]:
                parent[root(i)] = root(j)
    groups = {}
    for i, one in enumerate(intervals):
        groups.setdefault(root(i), []).append(one)
    return sorted([min(s for s, _ in group), max(e for _, e in group)] for group in groups.values())

# The rest first.
def merge_intervals(intervals):
    def join(ordered):
        if len(ordered) < 2:
            return [list(one) for one in ordered]
        middle = len(ordered) // 2
        left, right = join(ordered[:middle]), join(ordered[middle:])
        while right and left[-1][1] >= right[0][0]:
            left[-1][1] = max(left[-1][1], right.pop(0)[1])
        return left + right
    return join(sorted(intervals))

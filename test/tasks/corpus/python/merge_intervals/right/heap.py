# Takes the next from a heap.
import heapq

def merge_intervals(intervals):
    heap = [tuple(one) for one in intervals]
    heapq.heapify(heap)
    merged = []
    while heap:
        start, end = heapq.heappop(heap)
        while heap and heap[0][0] <= end:
            end = max(end, heapq.heappop(heap)[1])
        merged.append([start, end])
    return merged

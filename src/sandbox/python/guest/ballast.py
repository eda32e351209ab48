"""Fills the holes that start-up left in the heap, so that a run allocates from fresh, adjoining memory.

A run then writes to fewer pages, and a restore has fewer to copy back. The objects stay alive for ever, in the image.
"""

_LARGE = (1 << 18, 1 << 16, 1 << 15, 1 << 14, 1 << 13, 1 << 12, 1 << 11, 1 << 10, 768, 640)
_SMALL_FROM, _SMALL_TO, _SMALL_STEP = 600, 16, -8
_SLOTS = 400_000
#: This many allocations in a row past the old end of the heap: there is no hole of that size left.
_ENOUGH = 16


def fill(heap_end):
    """Gives the ballast. `heap_end` is the address where the heap ended before."""
    import gc

    gc.disable()
    overhead = bytes.__basicsize__
    kept = [None] * _SLOTS
    count = 0
    for size in (*_LARGE, *range(_SMALL_FROM, _SMALL_TO, _SMALL_STEP)):
        past_end = 0
        while past_end < _ENOUGH and count < _SLOTS - 1:
            block = bytes(size - overhead)
            kept[count] = block
            count += 1
            past_end = past_end + 1 if id(block) >= heap_end else 0
            if size >= 2048 and past_end:
                break
        # Those past the end filled no hole.
        for _ in range(past_end):
            count -= 1
            kept[count] = None
    gc.enable()
    return tuple(kept[:count])

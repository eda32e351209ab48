# With a helper class.
class Window:
    def __init__(self, size):
        self.low, self.high = 0, size

    def middle(self):
        return self.low + (self.high - self.low) // 2

def binary_search(items, target):
    window = Window(len(items))
    while window.low < window.high:
        middle = window.middle()
        if items[middle] > target:
            window.high = middle
        elif items[middle] < target:
            window.low = middle + 1
        else:
            return middle
    return -1

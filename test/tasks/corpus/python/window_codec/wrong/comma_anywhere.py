# A second comma is found at the end of the copy alone.
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def in_base_36(number):
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
    return text


def matches(whole, place, window):
    """For each length of a copy that can be made here, the smallest distance: a dict."""
    found = {}
    for distance in range(1, min(window, place) + 1):
        length = 0
        while place + length < len(whole) and whole[place + length] == whole[place + length - distance]:
            length += 1
            found.setdefault(length, distance)
    return found


def shrink(text, window, before=""):
    if window < 1:
        raise ValueError("a window has a character at least")
    whole, start = before + text, len(before)
    cost = [0] * (len(whole) + 1)
    action = [None] * len(whole)
    for place in range(len(whole) - 1, start - 1, -1):
        alone = whole[place].replace("<", "<<")
        cost[place], action[place] = len(alone) + cost[place + 1], (alone, 1)
        for length, distance in sorted(matches(whole, place, window).items(), reverse=True):
            sign = f"<{in_base_36(distance)},{in_base_36(length)}>"
            if len(sign) + cost[place + length] < cost[place]:
                cost[place], action[place] = len(sign) + cost[place + length], (sign, length)
    line, place = [], start
    while place < len(whole):
        sign, length = action[place]
        line.append(sign)
        place += length
    return "".join(line)


class Grower:
    def __init__(self, window, before=""):
        if window < 1:
            raise ValueError("a window below 1")
        self.window = window
        self.known = list(before)
        self.copy = None

    def feed(self, piece):
        start = len(self.known)
        for character in piece:
            self.read(character)
        return "".join(self.known[start:])

    def read(self, character):
        if self.copy is None:
            if character == "<":
                self.copy = ""
            else:
                self.known.append(character)
        elif self.copy == "" and character == "<":
            self.copy = None
            self.known.append("<")
        elif character == ">":
            self.make(self.copy)
            self.copy = None
        elif character == "," or character in DIGITS:
            self.copy += character
        else:
            raise ValueError(f"{character} in a copy")

    def make(self, copy):
        numbers = copy.split(",")
        if len(numbers) != 2 or not all(numbers) or any(number[0] == "0" for number in numbers):
            raise ValueError(f"{copy} is no copy")
        distance, length = (int(number, 36) for number in numbers)
        if distance > self.window or distance > len(self.known):
            raise ValueError("too far")
        for _ in range(length):
            self.known.append(self.known[-distance])

    def close(self):
        if self.copy is not None:
            raise ValueError("unfinished")


def grow(line, window, before=""):
    grower = Grower(window, before)
    text = grower.feed(line)
    grower.close()
    return text


class Shelf:
    def __init__(self, window):
        if window < 1:
            raise ValueError("a window below 1")
        self.window = window
        self.items = []

    def place(self, name):
        for place, item in enumerate(self.items):
            if item[0] == name:
                return place
        raise KeyError(name)

    def best(self, text, place):
        """(base, line) of a text that stands behind so many others."""
        base, line = None, shrink(text, self.window)
        for name, other, _, _ in self.items[:place]:
            candidate = shrink(text, self.window, other)
            if len(candidate) < len(line):
                base, line = name, candidate
        return base, line

    def add(self, name, text):
        if any(item[0] == name for item in self.items):
            raise ValueError(f"{name} is there")
        base, line = self.best(text, len(self.items))
        self.items.append((name, text, base, line))
        return len(line)

    def read(self, name):
        return self.items[self.place(name)][1]

    def remove(self, name):
        _, text, _, _ = self.items.pop(self.place(name))
        for place, (other, its_text, base, _) in enumerate(self.items):
            if base == name:
                self.items[place] = (other, its_text, *self.best(its_text, place))
        return text

    def rows(self):
        return [[name, base, line] for name, _, base, line in self.items]

# Copies are narrowed, lines chosen by costs, read by buffer; the shelf has lists.
import re
import string


DIGITS = string.digits + string.ascii_lowercase


def in_base_36(number):
    if number < 36:
        return DIGITS[number]
    return in_base_36(number // 36) + DIGITS[number % 36]


def matches(whole, place, window):
    """Keeps the distances that still fit while the copy grows."""
    fitting = list(range(1, min(window, place) + 1))
    found = {}
    for length in range(1, len(whole) - place + 1):
        last = place + length - 1
        fitting = [distance for distance in fitting if whole[last - distance] == whole[last]]
        if not fitting:
            return found
        found[length] = fitting[0]
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


PART = re.compile("(?P<plain>[^<]+)|(?P<twice><<)|<(?P<distance>[0-9a-z]*)(?:(?P<comma>,)(?P<length>[0-9a-z]*))?(?P<end>>)?")


class Grower:
    """What is not finished waits for the next piece."""

    def __init__(self, window, before=""):
        if window < 1:
            raise ValueError(window)
        self.window, self.text, self.waiting = window, before, ""

    def feed(self, piece):
        self.waiting += piece
        start = len(self.text)
        while self.waiting:
            part = PART.match(self.waiting)
            if part["plain"]:
                self.text += part["plain"]
            elif part["twice"]:
                self.text += "<"
            elif part["end"]:
                self.text = copied(self.text, self.window, part["distance"], part["length"])
            elif part.end() < len(self.waiting):
                raise ValueError("no digit, comma or >")
            else:
                break
            self.waiting = self.waiting[part.end():]
        return self.text[start:]

    def close(self):
        if self.waiting != "":
            raise ValueError(self.waiting)


def copied(text, window, distance, length):
    for number in (distance, length):
        if not number or number.startswith("0"):
            raise ValueError("a number is missing or begins with 0")
    distance, length = int(distance, 36), int(length, 36)
    if distance > min(window, len(text)):
        raise ValueError("nothing stands so far back")
    piece = text[len(text) - distance:]
    return text + (piece * (length // distance + 1))[:length]


def grow(line, window, before=""):
    if window < 1:
        raise ValueError(window)
    text, place = before, 0
    while place < len(line):
        part = PART.match(line, place)
        place = part.end()
        if part["plain"] or part["twice"]:
            text += part["plain"] or "<"
        elif part["end"]:
            text = copied(text, window, part["distance"], part["length"])
        else:
            raise ValueError("unfinished or malformed")
    return text[len(before):]


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

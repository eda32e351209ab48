# Copies are looked up, lines chosen by candidates, read by buffer; the shelf has dicts.
import re
import string


DIGITS = string.digits + string.ascii_lowercase


def in_base_36(number):
    if number < 36:
        return DIGITS[number]
    return in_base_36(number // 36) + DIGITS[number % 36]


def matches(whole, place, window):
    found = {}
    low = max(0, place - window)
    for length in range(1, len(whole) - place + 1):
        at = whole.rfind(whole[place:place + length], low, place + length - 1)
        if at < 0:
            break
        found[length] = place - at
    return found


def shrink(text, window, before=""):
    """Compares whole lines from each place on: by their length, then by what they do."""
    if window <= 0:
        raise ValueError(window)
    whole = before + text
    best = {len(whole): (0, (), "")}
    for place in reversed(range(len(before), len(whole))):
        alone = "<<" if whole[place] == "<" else whole[place]
        choices = [((0, 0), alone, 1)]
        for length, distance in matches(whole, place, window).items():
            choices.append(((1, -length), "<" + in_base_36(distance) + "," + in_base_36(length) + ">", length))
        ranked = []
        for rank, sign, length in choices:
            cost, ranks, line = best[place + length]
            ranked.append((len(sign) + cost, rank, sign + line))
        cost, rank, line = min(ranked, key=lambda row: row[:2])
        best[place] = (cost, rank, line)
    return best[len(before)][2]


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
        shrink("", window)
        self.window = window
        self.texts = {}
        self.lines = {}

    def write(self, name):
        choices = [(None, shrink(self.texts[name], self.window))]
        for other, text in self.texts.items():
            if other == name:
                break
            choices.append((other, shrink(self.texts[name], self.window, text)))
        self.lines[name] = min(choices, key=lambda choice: len(choice[1]))
        return len(self.lines[name][1])

    def add(self, name, text):
        if name in self.texts:
            raise ValueError(name)
        self.texts[name] = text
        return self.write(name)

    def read(self, name):
        return self.texts[name]

    def remove(self, name):
        text = self.texts.pop(name)
        self.lines.pop(name)
        for other in [one for one in self.texts if self.lines[one][0] == name]:
            self.write(other)
        return text

    def rows(self):
        return [[name, *self.lines[name]] for name in self.texts]

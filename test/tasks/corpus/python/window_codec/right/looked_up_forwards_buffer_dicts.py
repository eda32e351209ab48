# Copies are looked up, lines chosen by forwards, read by buffer; the shelf has dicts.
import re


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def in_base_36(number):
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
    return text


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
    """The ways from place to place are known first, then the distance of each from the end."""
    if window < 1:
        raise ValueError
    whole = before + text
    ways = {}
    for place in range(len(before), len(whole)):
        ways[place] = [(whole[place] if whole[place] != "<" else "<<", place + 1)]
        known = matches(whole, place, window)
        for length in range(len(whole) - place, 0, -1):
            if length in known:
                ways[place].append(("<%s,%s>" % (in_base_36(known[length]), in_base_36(length)), place + length))
    left = {len(whole): 0}
    for place in sorted(ways, reverse=True):
        left[place] = min(len(sign) + left[target] for sign, target in ways[place])
    line, place = "", len(before)
    while place in ways:
        sign, place = next((sign, target) for sign, target in ways[place] if len(sign) + left[target] == left[place])
        line += sign
    return line


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

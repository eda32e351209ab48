# Copies are counted, lines chosen by forwards, read by states; the shelf has dicts.
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
        elif character == "," and "," not in self.copy or character in DIGITS:
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

# Copies are narrowed, lines chosen by candidates, read by states; the shelf has dicts.
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

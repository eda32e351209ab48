# A class that holds the sections and the one that is open.
from copy import deepcopy
from string import ascii_lowercase, digits


class Reader:
    def __init__(self):
        self.sections = {}
        self.open = ""

    def line(self, line):
        if line.startswith("["):
            self.section(line)
        else:
            self.setting(line)

    def section(self, line):
        if not line.endswith("]"):
            raise ValueError("] is missing")
        inner = line[1:-1]
        parts = [part.strip() for part in inner.split("<", 1)]
        if parts[0] == "":
            raise ValueError("a name is missing")
        if len(parts) == 2:
            parent = self.sections.get(parts[1])
            if parent is None:
                raise KeyError(parts[1])
            own = self.sections.get(parts[0], {})
            own.update({key: deepcopy(parent[key]) for key in parent if key not in own})
            self.sections[parts[0]] = own
        self.open = parts[0]
        if self.open not in self.sections:
            self.sections[self.open] = {}

    def setting(self, line):
        place = line.find("=")
        if place < 0:
            raise ValueError("= is missing")
        key = line[:place]
        plus = key.endswith("+")
        if plus:
            key = key[:-1]
        key = key.rstrip()
        if key[:1] not in tuple(ascii_lowercase) or not all(mark in ascii_lowercase + digits + "_" for mark in key):
            raise ValueError("the key is wrong")
        value = Value(line[place + 1 :]).read()
        section = self.sections.setdefault(self.open, {})
        if plus:
            before = section.get(key, [])
            if not isinstance(before, list):
                before = [before]
            if not isinstance(value, list):
                value = [value]
            value = [*before, *value]
        section[key] = value


class Value:
    def __init__(self, text):
        self.text = text.strip()

    def quoted(self):
        return self.text[:1] == '"' and self.text[-1:] == '"' and len(self.text) > 1

    def read(self):
        if self.quoted():
            return self.text[1:-1]
        if self.text.find(",") >= 0:
            values = map(Value, self.text.split(","))
            return [value.read() for value in values if value.text]
        return self.plain()

    def plain(self):
        word = self.text.casefold()
        if word == "yes":
            return True
        if word == "no":
            return False
        if word == "":
            return None
        sign = -1 if word[0] == "-" else 1
        number = word[1:] if word[0] in "+-" else word
        if number.isascii() and number.isdigit():
            return sign * int(number)
        return self.text


def read_settings(text):
    reader = Reader()
    for line in text.split("\n"):
        line = line.strip()
        if line and not line.startswith("#"):
            reader.line(line)
    return reader.sections

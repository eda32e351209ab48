"""Reads a line in pieces of any size, and keeps no more of the text than copies can reach."""
from number_texts import DIGITS, number_of


def check_window(window):
    if window < 1:
        raise ValueError("the window has at least one character")


class Grower:
    def __init__(self, window, before=""):
        check_window(window)
        self.window = window
        self.known = before[-window:]
        self.mark = None

    def feed(self, piece):
        return "".join(self._next(character) for character in piece)

    def close(self):
        if self.mark is not None:
            raise ValueError("the line ends within a copy")

    def _next(self, character):
        """The text that this character of the line completes."""
        if self.mark is None:
            if character != "<":
                return self._put(character)
            self.mark = ""
            return ""
        if character == "<" and self.mark == "":
            self.mark = None
            return self._put("<")
        if character == ">":
            distance, length = self._numbers()
            self.mark = None
            return "".join(self._put(self.known[-distance]) for _ in range(length))
        if character not in DIGITS and (character != "," or "," in self.mark):
            raise ValueError(f"{character!r} cannot stand in a copy")
        self.mark += character
        return ""

    def _numbers(self):
        distance, _, length = self.mark.partition(",")
        if number_of(distance) > len(self.known):
            raise ValueError(f"a copy begins {distance} characters before, where none is known")
        return number_of(distance), number_of(length)

    def _put(self, character):
        self.known = (self.known + character)[-self.window:]
        return character

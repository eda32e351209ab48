"""The sheet: texts of cells, and the values that come of them."""
from cell_names import cell_at, name_of
from formula_parser import Formula
from formula_values import Calculation, unending
from moved_references import move_by, move_rows

WHOLE_NUMBER_SIGNS = set("0123456789")


def content_of(text):
    """What a text stands for: an int, a text or a formula."""
    if text.startswith("="):
        return Formula(text[1:])
    digits = text[1:] if text.startswith("-") else text
    if digits and set(digits) <= WHOLE_NUMBER_SIGNS:
        return int(text)
    return text


class Sheet:
    def __init__(self):
        self.texts = {}
        self.contents = {}
        self.values = {}

    def set(self, name, text):
        return self._change({cell_at(name): text})

    def get(self, name):
        return self.values.get(cell_at(name))

    def text(self, name):
        return self.texts.get(cell_at(name), "")

    def copy(self, source, target):
        (row, column), goal = cell_at(source), cell_at(target)
        text = move_by(self.texts.get((row, column), ""), goal[0] - row, goal[1] - column)
        return self._change({goal: text})

    def insert_row(self, row):
        if row < 1 or row > 99:
            raise ValueError(f"{row} is no row")
        if any(cell[0] == 99 for cell in self.texts):
            raise ValueError("the last row is not empty")
        changes = dict.fromkeys(self.texts, "")
        for (old, column), text in self.texts.items():
            changes[old + 1 if old >= row else old, column] = move_rows(text, row)
        return self._change(changes)

    def _change(self, changes):
        """Takes the texts over, "" for none, and gives the names of the cells whose values are others now."""
        contents = {cell: content_of(text) for cell, text in changes.items()}
        for cell, text in changes.items():
            if text:
                self.texts[cell], self.contents[cell] = text, contents[cell]
            else:
                self.texts.pop(cell, None)
                self.contents.pop(cell, None)
        before, self.values = self.values, self._calculated()
        changed = [cell for cell in before.keys() | self.values.keys() if before.get(cell) != self.values.get(cell)]
        return [name_of(cell) for cell in sorted(changed)]

    def _calculated(self):
        calculation = Calculation(self.contents, unending(self.contents))
        return {cell: calculation.value(cell) for cell in self.contents}

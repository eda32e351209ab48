# Nodes whose methods call those of the next node, in loops where a chain may be long.
class Empty:
    value = rest = None


class Cell:
    def __init__(self, value, rest):
        self.value, self.rest = value, rest


def chained(values):
    cell = Empty
    for value in values[::-1]:
        cell = Cell(value, cell)
    return cell


class Chain:
    def __init__(self, values=()):
        self.head = chained(values)

    def values(self):
        found = []
        cell = self.head
        while cell is not Empty:
            found.append(cell.value)
            cell = cell.rest
        return found

    def _slot(self, index):
        """The object and the name of the attribute that holds the cell at index."""
        if index < 0:
            raise IndexError("negative")
        holder, name = self, "head"
        for _ in range(index):
            cell = getattr(holder, name)
            if cell is Empty:
                raise IndexError("too large")
            holder, name = cell, "rest"
        return holder, name

    def append(self, value):
        self.insert(len(self.values()), value)

    def insert(self, index, value):
        holder, name = self._slot(index)
        setattr(holder, name, Cell(value, getattr(holder, name)))

    def remove(self, index):
        holder, name = self._slot(index)
        cell = getattr(holder, name)
        if cell is Empty:
            raise IndexError("nothing there")
        setattr(holder, name, cell.rest)
        return cell.value

    def drop_repeats(self):
        dropped = 0
        cell = self.head
        while cell is not Empty:
            while cell.rest is not Empty and cell.rest.value == cell.value:
                cell.rest = cell.rest.rest
                dropped += 1
            cell = cell.rest
        return dropped

    def reverse_groups(self, size):
        if size < 1:
            raise ValueError("size")
        values = self.values()
        groups = [values[at : at + size] for at in range(0, len(values), size)]
        self.head = chained([value for group in groups for value in (group[::-1] if len(group) == size else group)])

    def merge(self, other):
        holder, name = self, "head"
        while other.head is not Empty:
            cell = getattr(holder, name)
            if cell is Empty or other.head.value < cell.value:
                taken = other.head
                other.head = taken.rest
                taken.rest = cell
                setattr(holder, name, taken)
            holder, name = getattr(holder, name), "rest"

# Hunks are objects that grow and write themselves.
class Hunk:
    def __init__(self, number):
        self.number = number
        self.entries = []

    def count(self, signs):
        return len([sign for sign, _ in self.entries if sign in signs])

    def lines(self):
        yield f"@@ {self.number} -{self.count(' -')} +{self.count(' +')}"
        for sign, line in self.entries:
            yield sign + line


class Differ:
    def __init__(self, old, new):
        self.old, self.new = old, new
        width = len(new) + 1
        self.width = width
        self.best = [0] * (width * (len(old) + 1))
        for place in range(len(self.best) - 1, -1, -1):
            i, j = divmod(place, width)
            if i < len(old) and j < len(new):
                if old[i] == new[j]:
                    self.best[place] = 1 + self.best[place + width + 1]
                else:
                    self.best[place] = max(self.best[place + 1], self.best[place + width])

    def entries(self):
        i = j = 0
        while i < len(self.old) and j < len(self.new):
            place = i * self.width + j
            if self.old[i] == self.new[j]:
                yield " ", self.old[i]
                i += 1
                j += 1
            elif self.best[place + self.width] < self.best[place + 1]:
                yield "+", self.new[j]
                j += 1
            else:
                yield "-", self.old[i]
                i += 1
        for line in self.old[i:]:
            yield "-", line
        for line in self.new[j:]:
            yield "+", line


def diff(old, new):
    return list(Differ(old, new).entries())


def make_patch(old, new, context=2):
    if context < 0:
        raise ValueError(context)
    hunks = []
    hunk = None
    waiting = []
    behind = 0
    number = 1
    for sign, line in diff(old, new):
        if sign != " ":
            if hunk is None:
                lead = waiting[len(waiting) - context :] if context <= len(waiting) else waiting
                hunk = Hunk(number - len(lead))
                hunk.entries += lead
                hunks.append(hunk)
            else:
                hunk.entries += waiting
            hunk.entries.append((sign, line))
            waiting = []
            behind = context
        elif hunk is not None and behind > 0:
            hunk.entries.append((sign, line))
            behind -= 1
        else:
            waiting.append((sign, line))
            if hunk is not None and len(waiting) > context:
                hunk = None
        number += sign != "+"
    return [line for hunk in hunks for line in hunk.lines()]


def apply_patch(old, patch):
    source = iter(enumerate(old))
    new = []
    done = 0
    for line in patch:
        if line.startswith("@@ "):
            number = int(line[3:].partition(" ")[0])
            if number <= done or number > len(old) + 1:
                raise ValueError("number")
            while done < number - 1:
                done += 1
                new.append(next(source)[1])
        elif line.startswith("+"):
            new.append(line[1:])
        else:
            done += 1
            if next(source, (None, None))[1] != line[1:]:
                raise ValueError("line")
            if line.startswith(" "):
                new.append(line[1:])
    new += [text for _, text in source]
    return new

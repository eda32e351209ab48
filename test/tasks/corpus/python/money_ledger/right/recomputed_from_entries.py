# Nothing is kept but the entries; balances are summed up when asked for.
import re
from collections import Counter


def read_amount(text):
    found = re.fullmatch(r"(-?)([0-9,]+)\.([0-9]{2})", text)
    if found is None:
        raise ValueError("no amount")
    sign, whole, cents = found.groups()
    if "," in whole and not re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+", whole):
        raise ValueError("a comma out of place")
    total = 100 * int(whole.replace(",", "")) + int(cents)
    return total * (-1 if sign else 1)


def write_amount(cents):
    text = "{:,}".format(abs(cents) // 100) + "." + "{:02d}".format(abs(cents) % 100)
    return "-" + text if cents < 0 else text


class Ledger:
    def __init__(self):
        self.limits = {}
        self.entries = []
        self.final = []

    def open(self, account, limit="0.00"):
        if account in self.limits:
            raise ValueError("open")
        self.limits[account] = read_amount(limit)

    def total(self, account):
        self.limits[account]
        return sum(entry[account] for entry in self.entries)

    def post(self, moves):
        unknown = [account for account, _ in moves if account not in self.limits]
        if unknown:
            raise KeyError(unknown[0])
        entry = Counter()
        for account, text in moves:
            entry[account] += read_amount(text)
        if sum(entry.values()) != 0:
            raise ValueError("sum")
        return self.add(entry, False)

    def add(self, entry, final):
        for account in entry:
            if entry[account] < 0 and self.total(account) + entry[account] < -self.limits[account]:
                return None
        self.entries.append(entry)
        self.final.append(final)
        return len(self.entries)

    def reverse(self, number):
        if number <= 0 or number > len(self.entries):
            raise IndexError(number)
        if self.final[number - 1]:
            return None
        opposite = Counter()
        opposite.subtract(self.entries[number - 1])
        new = self.add(opposite, True)
        self.final[number - 1] = new is not None
        return new

    def balance(self, account):
        return write_amount(self.total(account))

    def statement(self, account):
        self.limits[account]
        lines = []
        running = 0
        for number, entry in enumerate(self.entries):
            change = entry[account]
            running += change
            if change:
                lines.append((number + 1, write_amount(change), write_amount(running)))
        return lines

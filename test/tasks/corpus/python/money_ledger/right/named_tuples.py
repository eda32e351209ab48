# Lines are named tuples in one journal of all accounts.
from collections import namedtuple
import re

Line = namedtuple("Line", "number account change balance")


def read_amount(text):
    found = re.match(r"(?P<sign>-?)(?P<whole>[0-9]+(?:,[0-9]+)*)\.(?P<cents>[0-9]{2})\Z", text)
    if not found:
        raise ValueError("not an amount")
    groups = found["whole"].split(",")
    sizes = [len(group) for group in groups]
    if sizes[1:] and (sizes[0] > 3 or sizes[1:] != [3] * (len(sizes) - 1)):
        raise ValueError("wrong groups")
    value = int("".join(groups) + found["cents"])
    return -value if found["sign"] else value


def write_amount(cents):
    text = str(abs(cents)).zfill(3)
    euros, rest = text[:-2], text[-2:]
    start = len(euros) % 3
    groups = ([euros[:start]] if start else []) + [euros[place : place + 3] for place in range(start, len(euros), 3)]
    return ("-" if cents < 0 else "") + ",".join(groups) + "." + rest


class Ledger:
    def __init__(self):
        self.journal = []
        self.limits = {}
        self.count = 0
        self.fixed = []

    def open(self, account, limit="0.00"):
        if account in self.limits:
            raise ValueError("twice")
        self.limits[account] = read_amount(limit)

    def cents(self, account):
        if account not in self.limits:
            raise KeyError(account)
        return next((line.balance for line in reversed(self.journal) if line.account == account), 0)

    def post(self, moves):
        moves = list(moves)
        for account, _ in moves:
            self.cents(account)
        amounts = [read_amount(amount) for _, amount in moves]
        if sum(amounts):
            raise ValueError("sum")
        totals = {}
        for (account, _), amount in zip(moves, amounts):
            totals.setdefault(account, []).append(amount)
        return self.enter([(account, sum(parts)) for account, parts in totals.items()])

    def enter(self, totals):
        lines = [Line(self.count + 1, account, change, self.cents(account) + change) for account, change in totals]
        if any(line.change < 0 and line.balance < -self.limits[line.account] for line in lines):
            return None
        self.count += 1
        self.journal.extend(lines)
        return self.count

    def reverse(self, number):
        if not 0 < number <= self.count:
            raise IndexError("entry")
        if number in self.fixed:
            return None
        new = self.enter([(line.account, -line.change) for line in self.journal if line.number == number])
        if new is not None:
            self.fixed.extend([number, new])
        return new

    def balance(self, account):
        return write_amount(self.cents(account))

    def statement(self, account):
        self.cents(account)
        return [(line.number, write_amount(line.change), write_amount(line.balance)) for line in self.journal if line.account == account and line.change]

# Accounts are columns, entries rows of a matrix.
import re

NUMBER = re.compile(r"(-)?([0-9]{1,3}(?:,[0-9]{3})*|[0-9]+)\.([0-9]{2})")


def read_amount(text):
    found = NUMBER.fullmatch(text)
    if found is None:
        raise ValueError("malformed")
    cents = int(found[2].replace(",", "") + found[3])
    return -cents if found[1] else cents


def write_amount(cents):
    sign, cents = ("-", -cents) if cents < 0 else ("", cents)
    return sign + f"{cents // 100:,d}.{cents % 100:02d}"


class Ledger:
    def __init__(self):
        self.columns = []
        self.floors = []
        self.rows = []
        self.kinds = []

    def column(self, account):
        if account not in self.columns:
            raise KeyError(account)
        return self.columns.index(account)

    def open(self, account, limit="0.00"):
        if account in self.columns:
            raise ValueError("already a column")
        floor = -read_amount(limit)
        self.columns.append(account)
        self.floors.append(floor)

    def value(self, column, upto=None):
        return sum(row[column] for row in self.rows[:upto] if column < len(row))

    def post(self, moves):
        places = [self.column(account) for account, _ in moves]
        row = [0] * len(self.columns)
        for place, (_, amount) in zip(places, moves):
            row[place] += read_amount(amount)
        if sum(row) != 0:
            raise ValueError("the row is not balanced")
        return self.append(row, "entry")

    def append(self, row, kind):
        for column, change in enumerate(row):
            if change < 0 and self.value(column) + change < self.floors[column]:
                return None
        self.rows.append(row)
        self.kinds.append(kind)
        return len(self.rows)

    def reverse(self, number):
        if number < 1 or number > len(self.rows):
            raise IndexError(number)
        if self.kinds[number - 1] != "entry":
            return None
        new = self.append([-change for change in self.rows[number - 1]], "reversal")
        if new is not None:
            self.kinds[number - 1] = "reversed"
        return new

    def balance(self, account):
        return write_amount(self.value(self.column(account)))

    def statement(self, account):
        column = self.column(account)
        lines = []
        for place, row in enumerate(self.rows):
            if row[column : column + 1] not in ([], [0]):
                lines.append((place + 1, write_amount(row[column]), write_amount(self.value(column, place + 1))))
        return lines

# Entries know which entry they reverse; balances are lists of running values.
import re


def read_amount(text):
    if re.fullmatch(r"-?\d+\.\d\d", text, re.ASCII) or re.fullmatch(r"-?\d{1,3}(,\d{3})*\.\d\d", text, re.ASCII):
        return int("".join(mark for mark in text if mark not in ",."))
    raise ValueError(f"{text} is no amount")


def write_amount(cents):
    digits = f"{abs(cents):03d}"
    whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", digits[:-2])
    return f"{'-' if cents < 0 else ''}{whole}.{digits[-2:]}"


class Ledger:
    def __init__(self):
        self._limits = {}
        self._running = {}
        self._entries = {}
        self._links = {}

    def open(self, account, limit="0.00"):
        if account in self._limits:
            raise ValueError("there is one already")
        limit = read_amount(limit)
        self._limits[account] = limit
        self._running[account] = [(0, 0, 0)]

    def _now(self, account):
        return self._running[account][-1][2]

    def post(self, moves):
        changes = {}
        for account, _ in moves:
            if account not in self._limits:
                raise KeyError(account)
            changes[account] = 0
        for account, amount in moves:
            changes[account] += read_amount(amount)
        if sum(changes.values()) != 0:
            raise ValueError("the sum is not zero")
        return self._write(changes)

    def _write(self, changes):
        refused = [a for a, change in changes.items() if change < 0 and self._now(a) + change < -self._limits[a]]
        if refused:
            return None
        number = len(self._entries) + 1
        self._entries[number] = changes
        for account, change in changes.items():
            self._running[account].append((number, change, self._now(account) + change))
        return number

    def reverse(self, number):
        try:
            changes = self._entries[number]
        except KeyError:
            raise IndexError(number) from None
        if number in self._links:
            return None
        opposite = {account: -change for account, change in changes.items()}
        new = self._write(opposite)
        if new is None:
            return None
        self._links[number] = new
        self._links[new] = number
        return new

    def balance(self, account):
        return write_amount(self._now(account))

    def statement(self, account):
        return [(n, write_amount(change), write_amount(after)) for n, change, after in self._running[account] if change]

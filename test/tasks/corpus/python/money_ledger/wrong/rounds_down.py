# Writes a negative amount from the quotient rounded down.
import re

AMOUNT = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.[0-9]{2}")


def read_amount(text):
    if not AMOUNT.fullmatch(text):
        raise ValueError(text)
    return int(text.replace(",", "").replace(".", ""))


def write_amount(cents):
    sign = "-" if cents < 0 else ""
    whole, part = divmod(cents, 100)
    whole = -whole - (part > 50) if cents < 0 else whole
    part = -cents % 100 if cents < 0 else part
    return f"{sign}{whole:,}.{part:02}"


class Ledger:
    def __init__(self):
        self.balances = {}
        self.limits = {}
        self.entries = []
        self.closed = set()

    def open(self, account, limit="0.00"):
        if account in self.balances:
            raise ValueError(account)
        self.limits[account] = read_amount(limit)
        self.balances[account] = 0

    def post(self, moves):
        for account, _ in moves:
            if account not in self.balances:
                raise KeyError(account)
        changes = {}
        for account, amount in moves:
            changes[account] = changes.get(account, 0) + read_amount(amount)
        if sum(changes.values()) != 0:
            raise ValueError("not zero")
        return self.book(changes)

    def book(self, changes):
        for account, change in changes.items():
            if change < 0 and self.balances[account] + change < -self.limits[account]:
                return None
        for account, change in changes.items():
            self.balances[account] += change
        self.entries.append((changes, dict(self.balances)))
        return len(self.entries)

    def reverse(self, number):
        if not 1 <= number <= len(self.entries):
            raise IndexError(number)
        if number in self.closed:
            return None
        changes, _ = self.entries[number - 1]
        booked = self.book({account: -change for account, change in changes.items()})
        if booked is not None:
            self.closed.update((number, booked))
        return booked

    def balance(self, account):
        return write_amount(self.balances[account])

    def statement(self, account):
        if account not in self.balances:
            raise KeyError(account)
        lines = []
        for number, (changes, balances) in enumerate(self.entries, 1):
            if changes.get(account):
                lines.append((number, write_amount(changes[account]), write_amount(balances[account])))
        return lines

# Amounts are read and written with the module decimal.
from decimal import Decimal


def read_amount(text):
    body = text.removeprefix("-")
    left, _, right = body.rpartition(".")
    if not (left and len(right) == 2 and right.isascii() and right.isdigit()):
        raise ValueError("cents are wrong")
    parts = left.split(",")
    for place, part in enumerate(parts):
        fits = len(part) == 3 if place else len(parts) == 1 or len(part) <= 3
        if not (part.isascii() and part.isdigit() and fits):
            raise ValueError("digits are wrong")
    cents = int(Decimal("".join(parts) + right))
    return cents if body == text else -cents


def write_amount(cents):
    return f"{Decimal(cents).scaleb(-2):,.2f}" if abs(cents) < 10**20 else by_hand(cents)


def by_hand(cents):
    digits = str(abs(cents))
    return ("-" if cents < 0 else "") + f"{int(digits[:-2]):,}" + "." + digits[-2:]


class Ledger:
    def __init__(self):
        self.book = {}
        self.entries = []

    def open(self, account, limit="0.00"):
        if account in self.book:
            raise ValueError("opened twice")
        self.book[account] = [0, read_amount(limit)]

    def post(self, moves):
        accounts = [account for account, _ in moves]
        for account in accounts:
            self.book[account]
        amounts = [read_amount(amount) for _, amount in moves]
        if sum(amounts) != 0:
            raise ValueError("unbalanced")
        summed = dict.fromkeys(accounts, 0)
        for account, amount in zip(accounts, amounts):
            summed[account] += amount
        return self._enter(summed)

    def _enter(self, summed, reverses=None):
        after = {}
        for account, change in summed.items():
            balance, limit = self.book[account]
            after[account] = balance + change
            if change < 0 and after[account] + limit < 0:
                return None
        for account, balance in after.items():
            self.book[account][0] = balance
        self.entries.append({"changes": summed, "after": after, "done": reverses is not None})
        if reverses is not None:
            reverses["done"] = True
        return len(self.entries)

    def reverse(self, number):
        if number not in range(1, len(self.entries) + 1):
            raise IndexError("there is no such entry")
        entry = self.entries[number - 1]
        if entry["done"]:
            return None
        return self._enter({account: -change for account, change in entry["changes"].items()}, entry)

    def balance(self, account):
        return write_amount(self.book[account][0])

    def statement(self, account):
        if account not in self.book:
            raise KeyError("that account is not open")
        return [(number, write_amount(entry["changes"][account]), write_amount(entry["after"][account])) for number, entry in enumerate(self.entries, 1) if entry["changes"].get(account, 0) != 0]

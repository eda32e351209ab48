import re


def read_amount(text):
    match = re.fullmatch(r"(-?)([0-9]{1,3}(?:,[0-9]{3})*|[0-9]+)\.([0-9]{2})", text)
    if not match:
        raise ValueError("an amount is like -1,234.50")
    cents = int(match[2].replace(",", "")) * 100 + int(match[3])
    return -cents if match[1] else cents


def write_amount(cents):
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole:,}.{rest:02}"


class Ledger:
    def __init__(self):
        self.limits = {}
        self.balances = {}
        self.entries = []
        self.reversed = set()

    def open(self, account, limit="0.00"):
        if account in self.balances:
            raise ValueError("the account is open")
        self.limits[account] = read_amount(limit)
        self.balances[account] = 0

    def post(self, moves):
        changes = {}
        for account, _ in moves:
            if account not in self.balances:
                raise KeyError(account)
        for account, amount in moves:
            changes[account] = changes.get(account, 0) + read_amount(amount)
        if sum(changes.values()) != 0:
            raise ValueError("the amounts do not sum to zero")
        return self.book(changes)

    def book(self, changes):
        for account, change in changes.items():
            if change < 0 and self.balances[account] + change < -self.limits[account]:
                return None
        for account, change in changes.items():
            self.balances[account] += change
        self.entries.append(changes)
        return len(self.entries)

    def reverse(self, number):
        if not 1 <= number <= len(self.entries):
            raise IndexError(number)
        if number in self.reversed:
            return None
        opposite = {account: -change for account, change in self.entries[number - 1].items()}
        booked = self.book(opposite)
        if booked is not None:
            self.reversed |= {number, booked}
        return booked

    def balance(self, account):
        return write_amount(self.balances[account])

    def statement(self, account):
        if account not in self.balances:
            raise KeyError(account)
        lines = []
        total = 0
        for number, changes in enumerate(self.entries, 1):
            change = changes.get(account, 0)
            if change != 0:
                total += change
                lines.append((number, write_amount(change), write_amount(total)))
        return lines

# Each account is an object that keeps its own history.
def read_amount(text):
    number = text[1:] if text.startswith("-") else text
    whole, point, cents = number.partition(".")
    if point == "" or len(cents) != 2 or not only_digits(cents):
        raise ValueError("cents")
    groups = whole.split(",")
    if not all(only_digits(group) for group in groups):
        raise ValueError("digits")
    if len(groups) > 1 and (len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:])):
        raise ValueError("commas")
    value = int("".join(groups)) * 100 + int(cents)
    return -value if number != text else value


def only_digits(text):
    return text != "" and all(mark in "0123456789" for mark in text)


def write_amount(cents):
    digits = str(abs(cents)).rjust(3, "0")
    whole, rest = digits[:-2], digits[-2:]
    groups = []
    while whole:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    return ("-" if cents < 0 else "") + ",".join(groups) + "." + rest


class Account:
    def __init__(self, limit):
        self.floor = -limit
        self.amount = 0
        self.history = []

    def allows(self, change):
        return change >= 0 or self.amount + change >= self.floor

    def apply(self, number, change):
        self.amount += change
        if change != 0:
            self.history.append((number, write_amount(change), write_amount(self.amount)))


class Entry:
    def __init__(self, changes):
        self.changes = changes
        self.reversible = True


class Ledger:
    def __init__(self):
        self.accounts = {}
        self.entries = []

    def open(self, account, limit="0.00"):
        if account in self.accounts:
            raise ValueError("already open")
        self.accounts[account] = Account(read_amount(limit))

    def post(self, moves):
        accounts = [self.accounts[name] for name, _ in moves]
        amounts = [read_amount(text) for _, text in moves]
        if sum(amounts):
            raise ValueError("the entry does not sum to zero")
        changes = []
        for account in accounts:
            if not any(account is other for other, _ in changes):
                changes.append((account, sum(amount for other, amount in zip(accounts, amounts) if other is account)))
        return self._book(changes)

    def _book(self, changes):
        if not all(account.allows(change) for account, change in changes):
            return None
        self.entries.append(Entry(changes))
        number = len(self.entries)
        for account, change in changes:
            account.apply(number, change)
        return number

    def reverse(self, number):
        if number < 1:
            raise IndexError("numbers begin with 1")
        entry = self.entries[number - 1]
        if not entry.reversible:
            return None
        result = self._book([(account, -change) for account, change in entry.changes])
        if result:
            entry.reversible = False
            self.entries[-1].reversible = False
        return result

    def balance(self, account):
        return write_amount(self.accounts[account].amount)

    def statement(self, account):
        return list(self.accounts[account].history)

# Books first and takes it back where a limit is broken.
def read_amount(text):
    marks = list(text)
    negative = bool(marks) and marks[0] == "-"
    if negative:
        marks.pop(0)
    if len(marks) < 4 or marks[-3] != ".":
        raise ValueError("no point before two digits")
    tail = marks[-2:]
    head = marks[:-3]
    if "," in head:
        for place, mark in enumerate(reversed(head), 1):
            if (mark == ",") != (place % 4 == 0):
                raise ValueError("commas")
        if head[0] == ",":
            raise ValueError("a comma first")
        head = [mark for mark in head if mark != ","]
    value = 0
    for mark in head + tail:
        if mark not in "0123456789":
            raise ValueError("a digit was wanted")
        value = value * 10 + ord(mark) - ord("0")
    return -value if negative else value


def write_amount(cents):
    if cents < 0:
        return "-" + write_amount(-cents)
    marks = "%02d." % (cents % 100)
    text = "." + marks[:2]
    whole = cents // 100
    count = 0
    while whole or count == 0:
        if count and count % 3 == 0:
            text = "," + text
        text = str(whole % 10) + text
        whole //= 10
        count += 1
    return text


class Ledger:
    def __init__(self):
        self.accounts = {}
        self.journal = []
        self.spent = []

    def open(self, account, limit="0.00"):
        if account in self.accounts:
            raise ValueError("is open")
        self.accounts[account] = {"balance": 0, "limit": read_amount(limit), "lines": []}

    def post(self, moves):
        if any(account not in self.accounts for account, _ in moves):
            raise KeyError("not open")
        pairs = [(account, read_amount(amount)) for account, amount in moves]
        if sum(amount for _, amount in pairs):
            raise ValueError("not balanced")
        return self._post(pairs)

    def _post(self, pairs):
        before = {account: self.accounts[account]["balance"] for account, _ in pairs}
        for account, amount in pairs:
            self.accounts[account]["balance"] += amount
        for account, old in before.items():
            state = self.accounts[account]
            if state["balance"] < old and state["balance"] < -state["limit"]:
                for other, balance in before.items():
                    self.accounts[other]["balance"] = balance
                return None
        self.journal.append(pairs)
        for account, old in before.items():
            state = self.accounts[account]
            if state["balance"] != old:
                state["lines"].append((len(self.journal), state["balance"] - old, state["balance"]))
        return len(self.journal)

    def reverse(self, number):
        if number < 1 or len(self.journal) < number:
            raise IndexError("no entry")
        if number in self.spent:
            return None
        new = self._post([(account, -amount) for account, amount in self.journal[number - 1]])
        if new is not None:
            self.spent += [number, new]
        return new

    def balance(self, account):
        return write_amount(self.accounts[account]["balance"])

    def statement(self, account):
        return [(number, write_amount(change), write_amount(balance)) for number, change, balance in self.accounts[account]["lines"]]

# Small checks as functions, a booking as a list of steps.
DIGITS = frozenset("0123456789")


def read_amount(text):
    unsigned = text[1:] if text[:1] == "-" else text
    if unsigned.count(".") != 1:
        raise ValueError("one point is wanted")
    whole, cents = unsigned.split(".")
    if len(cents) != 2 or not DIGITS.issuperset(cents):
        raise ValueError("two digits are wanted")
    if "," in whole:
        size = len(whole)
        commas = {place for place, mark in enumerate(whole) if mark == ","}
        if commas != {place for place in range(size) if (size - place) % 4 == 0} or 0 in commas:
            raise ValueError("commas every three digits are wanted")
    plain = whole.replace(",", "")
    if not plain or not DIGITS.issuperset(plain):
        raise ValueError("digits are wanted")
    result = 100 * int(plain) + int(cents)
    return result if unsigned is text or unsigned == text else -result


def write_amount(cents):
    units = abs(cents) // 100
    groups = []
    while units >= 1000:
        groups.append(f"{units % 1000:03}")
        units //= 1000
    groups.append(str(units))
    return ("-" if cents < 0 else "") + ",".join(reversed(groups)) + f".{abs(cents) % 100:02}"


def require(condition, error):
    if not condition:
        raise error


class Ledger:
    def __init__(self):
        self.state = {}
        self.done = []

    def open(self, account, limit="0.00"):
        require(account not in self.state, ValueError("account exists"))
        self.state[account] = (0, read_amount(limit), ())

    def find(self, account):
        require(account in self.state, KeyError(account))
        return self.state[account]

    def post(self, moves):
        for account, _ in moves:
            self.find(account)
        steps = [(account, read_amount(amount)) for account, amount in moves]
        require(sum(amount for _, amount in steps) == 0, ValueError("does not sum to zero"))
        return self.carry_out(steps, None)

    def carry_out(self, steps, origin):
        number = len(self.done) + 1
        new = {}
        for account in sorted({account for account, _ in steps}, key=str):
            balance, limit, lines = self.state[account]
            change = sum(amount for other, amount in steps if other == account)
            after = balance + change
            if change < 0 and after < -limit:
                return None
            if change:
                lines += ((number, write_amount(change), write_amount(after)),)
            new[account] = (after, limit, lines)
        self.state.update(new)
        self.done.append([steps, origin is not None])
        if origin is not None:
            origin[1] = True
        return number

    def reverse(self, number):
        require(0 < number <= len(self.done), IndexError(number))
        entry = self.done[number - 1]
        if entry[1]:
            return None
        return self.carry_out([(account, -amount) for account, amount in entry[0]], entry)

    def balance(self, account):
        return write_amount(self.find(account)[0])

    def statement(self, account):
        return list(self.find(account)[2])

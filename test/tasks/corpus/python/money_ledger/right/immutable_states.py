# Every booking makes a new state; the states are kept in a list.
from types import MappingProxyType
import re


def read_amount(text):
    sign, rest = (-1, text[1:]) if text[:1] == "-" else (1, text)
    if not re.fullmatch(r"[0-9][0-9,]*\.[0-9][0-9]", rest):
        raise ValueError("shape")
    whole = rest[:-3]
    if "," in whole:
        first, *groups = whole.split(",")
        if not 1 <= len(first) <= 3 or {len(group) for group in groups} != {3}:
            raise ValueError("groups")
    return sign * (int(whole.replace(",", "")) * 100 + int(rest[-2:]))


def write_amount(cents):
    whole, fraction = divmod(abs(cents), 100)
    return "".join(["-" * (cents < 0), format(whole, ","), ".", str(fraction).zfill(2)])


class Ledger:
    def __init__(self):
        self.limits = {}
        self.states = [MappingProxyType({})]
        self.changes = [{}]
        self.pairs = set()

    def open(self, account, limit="0.00"):
        if account in self.limits:
            raise ValueError("account is open")
        self.limits[account] = read_amount(limit)

    def known(self, account):
        if account not in self.limits:
            raise KeyError(account)

    def post(self, moves):
        for account, _ in moves:
            self.known(account)
        amounts = [read_amount(amount) for _, amount in moves]
        if sum(amounts) != 0:
            raise ValueError("unequal")
        changes = {}
        for (account, _), amount in zip(moves, amounts):
            changes[account] = amount + changes.get(account, 0)
        return self.advance(changes)

    def advance(self, changes):
        state = dict(self.states[-1])
        for account, change in changes.items():
            state[account] = state.get(account, 0) + change
            if change < 0 and state[account] < -self.limits[account]:
                return None
        self.states.append(MappingProxyType(state))
        self.changes.append(changes)
        return len(self.states) - 1

    def reverse(self, number):
        if number < 1 or number >= len(self.states):
            raise IndexError(number)
        if number in self.pairs:
            return None
        result = self.advance({account: -change for account, change in self.changes[number].items()})
        if result is not None:
            self.pairs |= {number, result}
        return result

    def balance(self, account):
        self.known(account)
        return write_amount(self.states[-1].get(account, 0))

    def statement(self, account):
        self.known(account)
        result = []
        for number in range(1, len(self.states)):
            before = self.states[number - 1].get(account, 0)
            after = self.states[number].get(account, 0)
            if before != after:
                result.append((number, write_amount(after - before), write_amount(after)))
        return result

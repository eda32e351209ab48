"""Reads the text of a query."""
import re

TOKEN = re.compile(r" *(?:([A-Za-z_][A-Za-z0-9_]*)|(-?[0-9]+)|'((?:[^']|'')*)'|(<=|>=|<>|[=<>(),*])|\Z)")
FUNCTIONS = ("COUNT", "SUM", "MIN", "MAX")
KEYWORDS = set("SELECT DISTINCT FROM WHERE GROUP ORDER BY LIMIT DESC AND OR NOT IS NULL".split()) | set(FUNCTIONS)


def tokenise(text):
    """Pairs of a kind and what it is: ("name", "x"), ("value", 5) or ("mark", "<="); keywords are marks in capitals."""
    tokens = []
    place = 0
    while place < len(text):
        found = TOKEN.match(text, place)
        if found is None:
            raise ValueError(f"unexpected character after {place}")
        word, number, quoted, mark = found.groups()
        place = found.end()
        if word:
            tokens.append(("mark", word.upper()) if word.upper() in KEYWORDS else ("name", word))
        elif number:
            tokens.append(("value", int(number)))
        elif quoted is not None:
            tokens.append(("value", quoted.replace("''", "'")))
        elif mark:
            tokens.append(("mark", mark))
    return tokens


class Parser:
    def __init__(self, text):
        self.tokens = tokenise(text)[::-1]

    def take(self, *kinds):
        if not self.tokens or self.tokens[-1][0] not in kinds:
            raise ValueError(f"one of {kinds} is missing")
        return self.tokens.pop()

    def accept(self, *marks):
        """The next mark if it is one of these, which is passed over, or None."""
        if self.tokens and self.tokens[-1] in [("mark", mark) for mark in marks]:
            return self.tokens.pop()[1]
        return None

    def demand(self, *marks):
        for mark in marks:
            if not self.accept(mark):
                raise ValueError(f"{mark} is missing")

    def several(self, part):
        parts = [part()]
        while self.accept(","):
            parts.append(part())
        return parts

    def name(self):
        return self.take("name")[1]

    def item(self):
        function = self.accept(*FUNCTIONS)
        if not function:
            return ("column", self.name())
        self.demand("(")
        column = None if function == "COUNT" and self.accept("*") else self.name()
        self.demand(")")
        return (function, column)

    def sort_key(self):
        return self.item(), bool(self.accept("DESC"))

    def either(self):
        left = self.both()
        while self.accept("OR"):
            left = ("OR", left, self.both())
        return left

    def both(self):
        left = self.condition()
        while self.accept("AND"):
            left = ("AND", left, self.condition())
        return left

    def condition(self):
        if self.accept("NOT"):
            return ("NOT", self.condition())
        if self.accept("("):
            inner = self.either()
            self.demand(")")
            return inner
        left = self.take("name", "value")
        if self.accept("IS"):
            wanted = not self.accept("NOT")
            self.demand("NULL")
            return ("NULL", left, wanted)
        sign = self.accept("=", "<>", "<", "<=", ">", ">=")
        if not sign:
            raise ValueError("a comparison is missing")
        return (sign, left, self.take("name", "value"))

    def query(self):
        self.demand("SELECT")
        query = {"distinct": self.accept("DISTINCT"), "items": self.several(self.item)}
        self.demand("FROM")
        query["table"] = self.name()
        query["where"] = self.either() if self.accept("WHERE") else None
        query["group"] = self.clause("GROUP", self.name)
        query["order"] = self.clause("ORDER", self.sort_key)
        query["limit"] = self.take("value")[1] if self.accept("LIMIT") else None
        if self.tokens:
            raise ValueError("something follows the query")
        return query

    def clause(self, keyword, part):
        if not self.accept(keyword):
            return []
        self.demand("BY")
        return self.several(part)

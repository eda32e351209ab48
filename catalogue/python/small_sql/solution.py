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


def check(query):
    items, limit = query["items"], query["limit"]
    if is_grouped(query) and any(kind == "column" and name not in query["group"] for kind, name in items):
        raise ValueError("a column is neither grouped nor summed up")
    if any(item not in items for item, _ in query["order"]):
        raise ValueError("only what is selected can be sorted by")
    if limit is not None and (isinstance(limit, str) or limit < 0):
        raise ValueError(f"{limit} is no limit")


def is_grouped(query):
    return bool(query["group"]) or any(kind != "column" for kind, _ in query["items"])


def rank(value):
    """Numbers come before texts."""
    return isinstance(value, str), value


def operand(part, row):
    kind, value = part
    return row.get(value) if kind == "name" else value


def holds(tree, row):
    kind = tree[0]
    if kind == "NOT":
        return not holds(tree[1], row)
    if kind == "AND":
        return holds(tree[1], row) and holds(tree[2], row)
    if kind == "OR":
        return holds(tree[1], row) or holds(tree[2], row)
    left = operand(tree[1], row)
    if kind == "NULL":
        return (left is None) == tree[2]
    right = operand(tree[2], row)
    if left is None or right is None:
        return False
    left, right = rank(left), rank(right)
    return "<" in kind and left < right or ">" in kind and left > right or "=" in kind and left == right


def summed_up(item, rows):
    function, column = item
    if column is None:
        return len(rows)
    values = [row[column] for row in rows if row.get(column) is not None]
    if function == "COUNT":
        return len(values)
    if not values:
        return None
    if function == "SUM":
        return sum(values)
    return min(values, key=rank) if function == "MIN" else max(values, key=rank)


def grouped(query, rows):
    groups = {} if query["group"] else {(): []}
    for row in rows:
        groups.setdefault(tuple(row.get(name) for name in query["group"]), []).append(row)
    results = []
    for key, members in groups.items():
        known = dict(zip(query["group"], key))
        results.append([known[item[1]] if item[0] == "column" else summed_up(item, members) for item in query["items"]])
    return results


def without_repetitions(results):
    return [result for place, result in enumerate(results) if result not in results[:place]]


def select(tables, text):
    query = Parser(text).query()
    check(query)
    rows = [row for row in tables[query["table"]] if query["where"] is None or holds(query["where"], row)]
    if is_grouped(query):
        results = grouped(query, rows)
    else:
        results = [[row.get(name) for _, name in query["items"]] for row in rows]
    if query["distinct"]:
        results = without_repetitions(results)
    for item, falling in reversed(query["order"]):
        place = query["items"].index(item)
        filled = [result for result in results if result[place] is not None]
        filled.sort(key=lambda result: rank(result[place]), reverse=falling)
        results = filled + [result for result in results if result[place] is None]
    return results[: query["limit"]]

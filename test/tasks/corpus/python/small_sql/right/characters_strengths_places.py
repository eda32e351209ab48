# Reads by character, conditions by strength, sets of places.
KEYWORDS = ("SELECT", "DISTINCT", "FROM", "WHERE", "GROUP", "BY", "ORDER", "LIMIT", "DESC", "AND", "OR", "NOT", "IS", "NULL", "COUNT", "SUM", "MIN", "MAX")
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"
DIGITS = "0123456789"


def tokens_of(text):
    tokens, at = [], 0
    while at < len(text):
        mark = text[at]
        start = at
        at += 1
        if mark == " ":
            continue
        if mark == "'":
            content = ""
            while True:
                if at >= len(text):
                    raise ValueError("a text is left open")
                if text[at] != "'":
                    content += text[at]
                elif text[at + 1 : at + 2] == "'":
                    content += "'"
                    at += 1
                else:
                    break
                at += 1
            at += 1
            tokens.append(("value", content))
        elif mark in DIGITS or mark == "-":
            while at < len(text) and text[at] in DIGITS:
                at += 1
            if text[start:at] == "-" or text[at : at + 1] and text[at] in LETTERS:
                raise ValueError("not a number")
            tokens.append(("value", int(text[start:at])))
        elif mark in LETTERS:
            while at < len(text) and text[at] in LETTERS + DIGITS:
                at += 1
            word = text[start:at]
            upper = word.upper()
            tokens.append(("keyword", upper) if upper in KEYWORDS else ("name", word))
        elif text[start : start + 2] in ("<>", "<=", ">="):
            at += 1
            tokens.append(("sign", text[start:at]))
        elif mark in "=<>(),*":
            tokens.append(("sign", mark))
        else:
            raise ValueError("an unknown sign: " + mark)
    tokens.append(("end", None))
    return tokens

FUNCTIONS = ("COUNT", "SUM", "MIN", "MAX")
SIGNS = ("=", "<>", "<", "<=", ">", ">=")


class Parser:
    def __init__(self, text):
        self.tokens = tokens_of(text)[::-1]

    def next_is(self, kind, *contents):
        return self.tokens[-1][0] == kind and (not contents or self.tokens[-1][1] in contents)

    def skip(self, kind, content):
        if self.next_is(kind, content):
            return self.tokens.pop()
        return None

    def need(self, kind, *contents):
        if not self.next_is(kind, *contents):
            raise ValueError(f"expected {contents or kind}, not {self.tokens[-1][1]}")
        return self.tokens.pop()[1]

    def words(self, *words):
        """Whether the first word comes; then the others must."""
        if not self.skip("keyword", words[0]):
            return False
        for word in words[1:]:
            self.need("keyword", word)
        return True

    def listed(self, one):
        found = [one()]
        while self.skip("sign", ","):
            found.append(one())
        return found

    def query(self):
        self.need("keyword", "SELECT")
        query = {"distinct": self.words("DISTINCT"), "items": self.listed(self.item)}
        self.need("keyword", "FROM")
        query["table"] = self.need("name")
        query["where"] = self.condition() if self.words("WHERE") else None
        query["group"] = self.listed(lambda: self.need("name")) if self.words("GROUP", "BY") else None
        query["order"] = self.listed(self.key) if self.words("ORDER", "BY") else []
        query["limit"] = None
        if self.words("LIMIT"):
            query["limit"] = self.need("value")
            if not isinstance(query["limit"], int) or query["limit"] < 0:
                raise ValueError("a wrong limit")
        self.need("end")
        grouped = query["group"] is not None or any(function for function, _ in query["items"])
        for function, column in query["items"]:
            if grouped and not function and column not in (query["group"] or []):
                raise ValueError(column + " is not grouped")
        if any(item not in query["items"] for item, _ in query["order"]):
            raise ValueError("a key is not selected")
        query["grouped"] = grouped
        return query

    def item(self):
        if self.next_is("keyword", *FUNCTIONS):
            function = self.need("keyword")
            self.need("sign", "(")
            column = "*" if function == "COUNT" and self.skip("sign", "*") else self.need("name")
            self.need("sign", ")")
            return function, column
        return None, self.need("name")

    def key(self):
        return self.item(), self.words("DESC")

    def condition(self, least=1):
        """Climbs by strength: OR 1, AND 2, NOT 3."""
        left = ("not", self.condition(3)) if self.words("NOT") else self.single()
        while self.next_is("keyword", *{1: ("OR", "AND"), 2: ("AND",), 3: ("none",)}[least]):
            word = self.need("keyword")
            left = (word.lower(), left, self.condition(2 if word == "OR" else 3))
        return left

    def single(self):
        if self.skip("sign", "("):
            inner = self.condition()
            self.need("sign", ")")
            return inner
        left = self.operand()
        if self.words("IS"):
            turned = self.words("NOT")
            self.need("keyword", "NULL")
            return ("not", ("null", left)) if turned else ("null", left)
        return (self.need("sign", *SIGNS), left, self.operand())

    def operand(self):
        if self.next_is("name") or self.next_is("value"):
            return self.tokens.pop()
        raise ValueError("a column or value is missing")

def key_of(value):
    """NULL last, numbers before texts."""
    if value is None:
        return 2, 0
    return (1, value) if isinstance(value, str) else (0, value)


def down_key(value):
    """For descending order by an ascending sort: texts turn round by their code points."""
    if value is None:
        return 2, ()
    if isinstance(value, str):
        return 0, (*[-ord(character) for character in value], 1)
    return 1, (-value,)


def picked(condition, rows):
    """The places of the rows for which the condition holds."""
    kind = condition[0]
    places = set(range(len(rows)))
    if kind == "and":
        return picked(condition[1], rows) & picked(condition[2], rows)
    if kind == "or":
        return picked(condition[1], rows) | picked(condition[2], rows)
    if kind == "not":
        return places - picked(condition[1], rows)
    columns = [[row.get(content) if what == "name" else content for row in rows] for what, content in condition[1:]]
    if kind == "null":
        return {place for place in places if columns[0][place] is None}
    found = set()
    for place, (a, b) in enumerate(zip(*columns)):
        if a is not None and b is not None:
            a, b = key_of(a), key_of(b)
            if kind in ("=", "<=", ">=") and a == b or kind in ("<", "<=", "<>") and a < b or kind in (">", ">=", "<>") and a > b:
                found.add(place)
    return found


def column_value(item, rows):
    function, column = item
    values = [row.get(column) for row in rows if row.get(column) is not None]
    if function is None:
        return rows[0].get(column)
    if function == "COUNT":
        return len(rows) if column == "*" else len(values)
    if function == "SUM":
        total = None
        for value in values:
            if isinstance(value, str):
                raise TypeError(value)
            total = value + (total or 0)
        return total
    values.sort(key=key_of)
    return None if values == [] else values[0] if function == "MIN" else values[-1]


def divided(query, rows):
    if query["grouped"] and query["group"] is None:
        return [rows]
    parts = []
    for row in rows:
        key = [row.get(column) for column in query["group"]] if query["grouped"] else object()
        for known, part in parts:
            if known == key:
                part.append(row)
                break
        else:
            parts.append((key, [row]))
    return [part for _, part in parts]


def select(tables, text):
    query = Parser(text).query()
    rows = list(tables[query["table"]])
    if query["where"]:
        places = picked(query["where"], rows)
        rows = [row for place, row in enumerate(rows) if place in places]
    made = []
    for part in divided(query, rows):
        row = [column_value(item, part) for item in query["items"]]
        if not query["distinct"] or row not in made:
            made.append(row)
    places = [(query["items"].index(item), down) for item, down in query["order"]]
    made.sort(key=lambda row: [down_key(row[place]) if down else key_of(row[place]) for place, down in places])
    if query["limit"] is not None:
        del made[query["limit"] :]
    return made

# A reader with a place in the text, and a class of columns.
class Reader:
    def __init__(self, text):
        self.text = text
        self.place = 0

    def more(self):
        return self.place < len(self.text)

    def next(self):
        return self.text[self.place : self.place + 1]

    def quoted(self):
        out = []
        self.place += 1
        while True:
            end = self.text.find("'", self.place)
            if end == -1:
                raise ValueError("a quote is not closed")
            out.append(self.text[self.place : end])
            self.place = end + 1
            if self.next() != "'":
                break
            out.append("'")
            self.place += 1
        if self.next() not in ("", ";", "\n"):
            raise ValueError("something follows the quote")
        return "".join(out)

    def plain(self):
        start = self.place
        while self.next() not in ("", ";", "\n"):
            self.place += 1
        return self.text[start : self.place].strip(" ")

    def row(self):
        fields = []
        while True:
            fields.append(self.quoted() if self.next() == "'" else self.plain())
            if self.next() != ";":
                self.place += 1
                return fields
            self.place += 1


class Column:
    def __init__(self, fields):
        self.fields = [field.replace("\n", "/") for field in fields]
        self.width = max(len(field) for field in self.fields)
        values = [field for field in fields[1:] if field]
        self.numeric = len(values) > 0 and not any(self.is_text(value) for value in values)

    @staticmethod
    def is_text(value):
        if value.startswith("-"):
            value = value[1:]
        return not (value.isascii() and value.isdigit())

    def cell(self, number):
        padding = " " * (self.width - len(self.fields[number]))
        return padding + self.fields[number] if self.numeric else self.fields[number] + padding


def read_table(text):
    reader = Reader(text)
    rows = []
    while reader.more():
        if reader.next() == "\n":
            reader.place += 1
        else:
            rows.append(reader.row())
    if rows and {len(row) for row in rows} != {len(rows[0])}:
        raise ValueError("not all rows are alike")
    return rows


def format_table(text):
    rows = read_table(text)
    if rows == []:
        return []
    columns = [Column([row[number] for row in rows]) for number in range(len(rows[0]))]
    lines = [" | ".join(column.cell(number) for column in columns).rstrip(" ") for number in range(len(rows))]
    rule = "-+-".join("-" * column.width for column in columns)
    return [lines[0], rule, *lines[1:]]

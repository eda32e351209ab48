"""Tables of plain and quoted fields, of numbers and what nearly is one, and texts that are no table."""

WORDS = ["a", "tea", "figs", "red wine", "x2", "it's", "o'", "é", "日本", "a,b", '"q"', "A", "none", "-", "|", "0x1f"]
NUMBERS = ["0", "7", "-1", "42", "007", "-10", "12345", "-0"]
NEARLY = ["+1", "1.5", "--2", "1-", "- 3", "1 2", "1e3", "-", "½"]
WITHIN = [";", "\n", "''", " ", "a", "b", "1", "\n\n", "-"]


def read(text):
    return f"read_table({text!r})"


def shown(text):
    return f"format_table({text!r})"


def either(rng, text):
    return rng.choice([read, shown])(text)


def plain(rng):
    return rng.choice(WORDS[:5] + WORDS[7:])


def number(rng):
    return rng.choice([*NUMBERS, str(rng.randint(-999, 99999))])


def quoted(rng):
    return "'" + "".join(rng.choices(WITHIN, k=rng.randint(0, 4))) + "'"


def spaced(rng, cell):
    return " " * rng.choice([0, 1, 2]) + cell + " " * rng.choice([0, 0, 1, 3])


def table(rng, cell, rows=5, columns=4):
    count = rng.randint(1, columns)
    return "\n".join(";".join(cell(rng) for _ in range(count)) for _ in range(rng.randint(1, rows)))


def plain_cells(rng):
    return either(rng, table(rng, lambda rng: spaced(rng, plain(rng))))


def quotes_within(rng):
    return read(table(rng, lambda rng: rng.choice(["it's", "a'b'", "x'", "o''o", " 'a' ", " ''", "a '"])))


def quoted_cells(rng):
    return read(table(rng, lambda rng: rng.choice([quoted(rng), quoted(rng), plain(rng)]), 3, 3))


def quoted_cells_shown(rng):
    return shown(table(rng, lambda rng: rng.choice([quoted(rng), plain(rng), "''"]), 4, 3))


def quotes_only(rng):
    return read(rng.choice([";", "\n"]).join("'" * rng.choice([2, 4, 6, 8]) for _ in range(rng.randint(1, 4))))


def quoted_space_stays(rng):
    return either(rng, table(rng, lambda rng: "'" + spaced(rng, plain(rng)) + "'", 4, 3))


def header_with(rng, cell, columns=3):
    count = rng.randint(1, columns)
    rows = [";".join(plain(rng) for _ in range(count))]
    rows += [";".join(cell(rng) for _ in range(count)) for _ in range(rng.randint(1, 6))]
    return "\n".join(rows)


def numeric_columns(rng):
    return shown(header_with(rng, lambda rng: spaced(rng, number(rng))))


def numbers_and_gaps(rng):
    return shown("n;m\n" + "\n".join(rng.choice([number(rng), "", "''"]) + ";" + rng.choice(["", number(rng)]) for _ in range(rng.randint(1, 5))))


def one_cell_is_no_number(rng):
    rows = [number(rng) for _ in range(rng.randint(1, 5))]
    rows.insert(rng.randint(0, len(rows)), rng.choice([*NEARLY, plain(rng), "' 1'", "'1\n2'"]))
    return shown("total;id\n" + "\n".join(row + ";" + number(rng) for row in rows))


def a_number_for_a_title(rng):
    return shown(f"{number(rng)};{plain(rng)}\n" + "\n".join(f"{plain(rng)};{number(rng)}" for _ in range(rng.randint(0, 4))))


def title_alone(rng):
    return either(rng, table(rng, lambda rng: rng.choice([plain(rng), number(rng), ""]), 1, 5))


def title_wider(rng):
    return shown(f"quantity sold;{plain(rng)}\n" + "\n".join(f"{number(rng)};{number(rng)}" for _ in range(rng.randint(1, 4))))


def empty_fields(rng):
    return either(rng, table(rng, lambda rng: rng.choice(["", "", " ", plain(rng)]), 4, 4))


def only_empty(rng):
    return either(rng, "\n".join([";" * rng.randint(1, 4)] * rng.randint(1, 4)))


def empty_lines(rng):
    lines = table(rng, plain, 4, 3).split("\n")
    return either(rng, "".join("\n" * rng.randint(0, 2) + line + "\n" for line in lines) + "\n" * rng.randint(0, 2))


def nothing_there(rng):
    return either(rng, "\n" * rng.randint(0, 9))


def lines_of_spaces(rng):
    return either(rng, "a\n" + " " * rng.randint(1, 3) + "\n" + plain(rng) + rng.choice(["", "\n "]))


def unlike_rows(rng):
    rows = [[plain(rng)] * rng.randint(1, 3) for _ in range(rng.randint(2, 5))]
    rows[rng.randrange(len(rows))].extend([plain(rng)] * rng.choice([0, 1, 2]))
    return either(rng, "\n".join(";".join(row) for row in rows))


def unclosed(rng):
    return either(rng, rng.choice(["a;", "", "b\n"]) + "'" + rng.choice(["", "a", "a;b\n", "''", "a''"]))


def after_the_quote(rng):
    return either(rng, rng.choice(["", "a;"]) + quoted(rng) + rng.choice(["b", " ", " ;c", "x'", ";c", "\nd" ,"\n'"]))


def hundreds(rng):
    cell = rng.choice(["n * 7 % 10", "'w' * (n % 5)", "'%d;' % n", "n - 40"])
    if "%d;" in cell:
        return f"len(read_table('\\n'.join(\"'%d;'\" % n for n in range({rng.randint(90, 150)}))))"
    return f"format_table('n;v\\n' + '\\n'.join(str(n) + ';' + str({cell}) for n in range({rng.randint(60, 130)})))[::{rng.randint(1, 9)}]"


def other_whitespace(rng):
    """Only spaces are dropped, and only newlines end rows."""
    marks = ["\t", "\r", "\u00a0", "\v", "\f", "\u2003", "\x1c", "\u2028"]
    return either(rng, table(rng, lambda rng: rng.choice(["", "a", " "]) + rng.choice(marks) + rng.choice(["", "b", " ", "\r"]), 4, 3))


def each_column_nearly_of_numbers(rng):
    """In each column one field that is an integer only at first sight, or a number."""
    signs = ["+5", "--5", "---", "-", "5-", "- 1", "+", "'-'"]
    others = ["\u0663", "\u00b2", "\uff11", "1_0", "0x1", "5.", "-\u0663", "1\u0664", "'5 '", "'\n5'", "7", "-7"]
    nearly = [*rng.sample(signs, 6), *rng.sample(others, 4)]
    rows = [[number(rng) for _ in nearly] for _ in range(rng.randint(1, 3))]
    rows.insert(rng.randint(0, len(rows)), nearly)
    return shown("\n".join([";".join("title" for _ in nearly), *(";".join(row) for row in rows)]))


STRATA = [
    plain_cells, quotes_within, quoted_cells, quoted_cells_shown, quotes_only, quoted_space_stays, numeric_columns,
    numbers_and_gaps, one_cell_is_no_number, a_number_for_a_title, title_alone, title_wider, empty_fields, only_empty,
    empty_lines, nothing_there, lines_of_spaces, unlike_rows, unclosed, after_the_quote, hundreds,
    other_whitespace, each_column_nearly_of_numbers,
]

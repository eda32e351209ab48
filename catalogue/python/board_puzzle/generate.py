"""Boards made of squares: some numbers and signs of one are shown, or one of them is wrong; and texts that are no boards."""


def square(rng, size):
    rows = [[(row + column) % size + 1 for column in range(size)] for row in range(size)]
    rng.shuffle(rows)
    rows = [list(row) for row in zip(*rows)]
    rng.shuffle(rows)
    names = rng.sample(range(1, size + 1), size)
    return [[names[value - 1] for value in row] for row in rows]


def sign(one, two, less, more):
    return less if one < two else more


def lines(rng, numbers, givens, signs):
    """The lines of a board that shows each number and each sign with the given chance."""
    size, found = len(numbers), []
    for row in range(size):
        line = ""
        for column in range(size):
            line += str(numbers[row][column]) if rng.random() < givens else "."
            if column + 1 < size:
                line += sign(numbers[row][column], numbers[row][column + 1], "<", ">") if rng.random() < signs else " "
        found.append(line)
        if row + 1 < size:
            found.append(" ".join(sign(numbers[row][column], numbers[row + 1][column], "^", "v") if rng.random() < signs else " " for column in range(size)))
    return found


def board(rng, size, givens, signs):
    return "\n".join(lines(rng, square(rng, size), givens, signs))


def spoilt(rng, text):
    """One number or sign is another one."""
    places = [place for place, sign in enumerate(text) if sign not in "\n "]
    place = rng.choice(places)
    other = {"<": ">", ">": "<", "^": "v", "v": "^"}.get(text[place]) or rng.choice("123"[: len(text.split("\n")) // 2 + 1])
    return text[:place] + other + text[place + 1:]


def solved(text, most):
    return f"solutions({text!r}, {most})"


def single_cells(rng):
    text = rng.choice([".", "1", "2", "0", " ", "", "<", "1 ", ". ", "x", "11", ".\n"])
    return rng.choice([solved(text, rng.randint(1, 3)), f"possible({text!r})", f"needless({text!r})"])


def squares_of_two(rng):
    text = "\n".join([rng.choice("..12") + rng.choice("  <>") + rng.choice("..12"), rng.choice(["   ", "", "^", "v", "  ^", "  v", "^ v", "v ^", "^ ^"]), rng.choice("..12") + rng.choice("  <>") + rng.choice("..12")])
    return f"[{solved(text, rng.randint(1, 3))}, possible({text!r}), needless({text!r})]"


def squares_of_three(rng):
    return solved(board(rng, 3, rng.choice([0, 0.1, 0.3]), rng.choice([0, 0.2, 0.5])), rng.choice([1, 2, 3, 12, 99]))


def squares_of_four(rng):
    return solved(board(rng, 4, rng.choice([0.1, 0.2, 0.3]), rng.choice([0.2, 0.4])), rng.choice([1, 2, 5]))


def great_squares(rng):
    return solved(board(rng, rng.choice([5, 6]), 0.5, rng.choice([0.1, 0.3])), 2)


def numbers_alone(rng):
    return solved(board(rng, rng.choice([3, 4]), 0.4, 0), rng.choice([1, 3, 20]))


def signs_alone(rng):
    return solved(board(rng, rng.choice([2, 3, 3]), 0, rng.choice([0.4, 0.8, 1])), rng.choice([1, 2, 9]))


def spoilt_boards(rng):
    return solved(spoilt(rng, board(rng, rng.choice([3, 3, 4]), 0.3, 0.4)), 4)


def all_there_is(rng):
    """Every number is given, perhaps one of them another one."""
    text = board(rng, rng.choice([2, 3, 4, 6]), 1, rng.choice([0, 0.3, 1]))
    text = rng.choice([text, spoilt(rng, text)])
    return f"[{solved(text, 2)}, possible({text!r})]"


def how_many(rng):
    text = board(rng, 3, rng.choice([0, 0.1]), rng.choice([0, 0.1]))
    return f"[len(solutions({text!r}, most)) for most in {sorted(rng.sample(range(1, 14), 3))!r}]"


def refused_counts(rng):
    return solved(board(rng, rng.choice([1, 2]), 0.5, 0), rng.choice([0, -1, -7, 1]))


def possible_numbers(rng):
    return f"possible({board(rng, rng.choice([3, 4, 4, 5]), rng.choice([0, 0.1, 0.25]), rng.choice([0.1, 0.3, 0.6]))!r})"


def possible_by_signs(rng):
    return f"possible({board(rng, rng.choice([3, 4, 5, 6]), 0, rng.choice([0.2, 0.5, 0.8]))!r})"


def possible_by_numbers(rng):
    return f"possible({board(rng, rng.choice([3, 4, 5]), rng.choice([0.3, 0.5]), 0)!r})"


def possible_in_chains(rng):
    """A row or a column of signs that all lead the same way."""
    size, way = rng.randint(2, 6), rng.choice("<>^v")
    count, place = rng.randint(1, size - 1), rng.randrange(size)
    found = [" ".join("." * size) if number % 2 == 0 else "" for number in range(2 * size - 1)]
    if way in "<>":
        found[place * 2] = way.join("." * (count + 1)) + " ." * (size - count - 1)
    else:
        for number in range(count):
            found[number * 2 + 1] = "  " * place + way
    return f"possible({chr(10).join(found)!r})"


def impossible_boards(rng):
    return f"possible({spoilt(rng, board(rng, rng.choice([2, 3, 4]), 0.5, 0.5))!r})"


def signs_in_circles(rng):
    text = rng.choice([".<.\n^ v\n.>.", ".<.\nv ^\n.>.", ".<. .\n^ v\n.>. .\n\n. . .", ".>. .\nv ^\n.<. .\n\n. . .", ".<. .\n^ ^\n.<. .\n\n. . .", "1<. .\n^\n. . .\n\n. . .", ". .>3\n\n. . .\n\n. . .", ".<1 .\n\n. . .\n\n. . .", ".<2<.\n\n. . .\n  v\n. . ."])
    return f"[{solved(text, 9)}, possible({text!r}), needless({text!r})]"


def numbers_that_are_not_needed(rng):
    return f"needless({board(rng, rng.choice([2, 3, 3]), rng.choice([0.3, 0.6, 1]), rng.choice([0, 0.3, 0.6]))!r})"


def needed_in_fours(rng):
    return f"needless({board(rng, 4, 0.5, rng.choice([0, 0.3]))!r})"


def needless_without_one_solution(rng):
    text = board(rng, rng.choice([2, 3]), rng.choice([0.1, 0.5]), 0.1)
    return f"needless({rng.choice([text, text, spoilt(rng, text)])!r})"


def spaces_at_ends(rng):
    size = rng.choice([2, 3])
    found = [line.rstrip(" ") + " " * rng.randint(0, 2 * size - 1 - len(line.rstrip(" "))) for line in lines(rng, square(rng, size), 0.4, 0.3)]
    return f"[{solved(chr(10).join(found), 3)}, possible({chr(10).join(found)!r})]"


def wrong_lines(rng):
    size = rng.choice([2, 3])
    found = lines(rng, square(rng, size), 0.4, 0.3)
    place = rng.randrange(len(found))
    line = found[place]
    at = rng.randrange(len(line))
    way = rng.randint(0, 6)
    if way == 0:
        found[place] = line[:at] + rng.choice("xX0,-_79é٣\t^v<>.1") + line[at + 1:]
    elif way == 1:
        found[place] = line.ljust(2 * size - 1) + rng.choice([" ", ".", "1", "<"])
    elif way == 2:
        found[place] = " " + line
    elif way == 3:
        del found[place]
    elif way == 4:
        found.insert(place, rng.choice(["", line]))
    elif way == 5:
        found[place] = line[:at]
    else:
        found.append("")
    return f"{rng.choice(['possible', 'needless'])}({chr(10).join(found)!r})" if rng.random() < 0.5 else solved("\n".join(found), 2)


def too_long_lines(rng):
    """A space too many at the end of one line, or as many as there may be."""
    size = rng.choice([1, 2, 3])
    found = [line.ljust(2 * size - 1) for line in lines(rng, square(rng, size), 0.4, 0.3)]
    texts = [rng.choice(["\n".join(found), "\n".join(line.rstrip(" ") for line in found)])]
    for _ in range(2):
        place = rng.randrange(len(found))
        texts.append("\n".join(line + " " * (rng.randint(1, 2) if at == place else 0) for at, line in enumerate(found)))
    rng.shuffle(texts)
    return f"def tried(text):\n    try: return possible(text)\n    except ValueError: return 'ValueError'\n[tried(text) for text in {texts!r}]"


def wrong_signs(rng):
    text = rng.choice([". .\n<\n. .", ". .\n >\n. .", ".^.\n\n. .", ".v.\n\n. .", ". .\n ^\n. .", "< .\n\n. .", ". .\n.\n. .", "...\n\n. .", ". .\n\n.", ".\n\n. .", ". .\n\n.   ", ".=.\n\n. .", ". .\n1\n. .", ". .\nV\n. .", ". .\n\n. .", " .\n\n. .", ". .\n   \n. .", ". .\n    \n. ."])
    return rng.choice([f"possible({text!r})", solved(text, 1), f"needless({text!r})"])


def wrong_sizes(rng):
    size = rng.choice([2, 6, 7, 8])
    count = size * 2 - 1 + rng.choice([0, 0, 0, 1, -1])
    text = "\n".join(" ".join("123456789"[(row // 2 + column) % size] for column in range(size)) if row % 2 == 0 else "" for row in range(count))
    return rng.choice([f"possible({text!r})", solved(text, 1)])


def digits_beyond(rng):
    size = rng.choice([1, 2, 3, 4])
    digit = rng.choice([0, size, size + 1, 9])
    rows = [[str(digit) if row == column == size - 1 else "." for column in range(size)] for row in range(size)]
    return f"possible({chr(10).join(part for row in rows for part in (' '.join(row), ''))[:-1]!r})"


STRATA = [
    single_cells, squares_of_two, squares_of_three, squares_of_four, great_squares, numbers_alone, signs_alone, spoilt_boards, all_there_is, how_many, refused_counts, possible_numbers,
    possible_by_signs, possible_by_numbers, possible_in_chains, impossible_boards, signs_in_circles, numbers_that_are_not_needed, needed_in_fours, needless_without_one_solution,
    spaces_at_ends, too_long_lines, wrong_lines, wrong_signs, wrong_sizes, digits_beyond,
]

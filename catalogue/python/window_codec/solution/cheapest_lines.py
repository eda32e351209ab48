"""The shortest line for a text: worked out from its end, where what follows is known."""
from number_texts import written
from repeats import nearest_repeats


def plain(character):
    return "<<" if character == "<" else character


def copy_mark(distance, length):
    return f"<{written(distance)},{written(length)}>"


def choices(text, place, window):
    """Ways to go on, the best of equals first: the character itself, then copies, the longest first."""
    found = [(plain(text[place]), place + 1)]
    distances = nearest_repeats(text, place, window)
    for length in range(len(distances), 0, -1):
        found.append((copy_mark(distances[length - 1], length), place + length))
    return found


def cheapest_line(text, window, before):
    whole, start = before + text, len(before)
    lines = {len(whole): ""}
    for place in range(len(whole) - 1, start - 1, -1):
        lines[place] = min((mark + lines[after] for mark, after in choices(whole, place, window)), key=len)
    return lines[start]

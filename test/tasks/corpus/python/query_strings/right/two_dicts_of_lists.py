# All values are gathered first; what they become is settled at the end.
from collections import defaultdict
from urllib.parse import unquote_to_bytes


def parse_query(text):
    values = defaultdict(list)
    for part in text.removeprefix("?").translate({ord(";"): "&"}).split("&"):
        if part == "":
            continue
        halves = [clean(half) for half in part.split("=", 1)]
        values[halves[0]].append(halves[1] if len(halves) == 2 else True)
    result = {}
    for name, given in values.items():
        short = name[:-2] if name.endswith("[]") else name
        if short == "" or short in result:
            raise ValueError(name)
        result[short] = given if name.endswith("[]") else given[-1]
    return result


def clean(text):
    for piece in text.split("%")[1:]:
        if len(piece) < 2 or not set(piece[:2]) <= set("0123456789abcdefABCDEF"):
            raise ValueError(piece)
    return unquote_to_bytes(" ".join(text.split("+"))).decode()


def build_query(data):
    rows = []
    for name, value in data.items():
        if isinstance(value, list):
            rows += [(name, place, "[]", item) for place, item in enumerate(value)]
        else:
            rows.append((name, 0, "", value))
    rows.sort(key=lambda row: row[:2])
    out = []
    for name, _, brackets, value in rows:
        if value is True:
            out.append(safe(name) + brackets)
        elif value is not None and value is not False:
            out.append(safe(name) + brackets + "=" + safe(str(value)))
    return "&".join(out)


def safe(text):
    allowed = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return "".join(chr(byte) if byte in allowed else "+" if byte == 32 else "%" + bytes([byte]).hex().upper() for byte in text.encode())

# Zeros stripped, characters read.
import re


def format_span(seconds):
    if seconds == 0:
        return "0s"
    if seconds < 0:
        return "-" + format_span(-seconds)
    minutes, s = divmod(seconds, 60)
    hours, m = divmod(minutes, 60)
    d, h = divmod(hours, 24)
    text = f"{d:02}d {h:02}h {m:02}m {s:02}s"
    text = re.sub(r"^(00[dhm] )+", "", text)
    text = re.sub(r"( 00[hms])+$", "", text)
    return text.lstrip("0")


def parse_span(text):
    place = 1 if text.startswith("-") else 0
    total, smallest = 0, 10**9
    sizes = dict(d=86400, h=3600, m=60, s=1)
    while True:
        begin = place
        while text[place : place + 1] in tuple("0123456789"):
            place += 1
        size = sizes.get(text[place : place + 1])
        if begin == place or size is None or size >= smallest:
            raise ValueError(text)
        total, smallest = total + int(text[begin:place]) * size, size
        place += 1
        if place == len(text):
            return -total if text[0] == "-" else total
        if text[place] != " ":
            raise ValueError(text)
        place += 1


def total(texts):
    return format_span(sum(parse_span(text) for text in texts))

# From the seconds up, characters read.
def format_span(seconds):
    rest, parts = abs(seconds), []
    for letter, size in [("s", 60), ("m", 60), ("h", 24), ("d", None)]:
        if size is None:
            rest, amount = 0, rest
        else:
            rest, amount = divmod(rest, size)
        if amount or parts:
            parts.insert(0, ("%02d" % amount if rest else "%d" % amount) + letter)
        if not rest:
            break
    return ("-" if seconds < 0 else "") + (" ".join(parts) or "0s")


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
    seconds = 0
    for text in texts:
        seconds += parse_span(text)
    return format_span(seconds)

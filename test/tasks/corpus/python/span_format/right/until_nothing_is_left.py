# Goes on until nothing is left; reads character by character.
UNITS = [("d", 86400), ("h", 3600), ("m", 60), ("s", 1)]


def format_span(seconds):
    text, rest = "", abs(seconds)
    for letter, size in UNITS:
        if rest == 0 and text:
            break
        amount = rest // size
        rest -= amount * size
        if text:
            text += " " + str(amount).rjust(2, "0") + letter
        elif amount:
            text = str(amount) + letter
    if text == "":
        return "0s"
    return "-" + text if seconds < 0 else text


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

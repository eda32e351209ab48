# The formula is checked sign by sign, turned into Python, and objects with operators of their own compute it.
import re

WORD = r"[A-Za-z_][A-Za-z_0-9]*"


class Number:
    def __init__(self, value):
        self.value = value

    def __or__(self, other):
        return Number(abs(self.value - other.value))

    def __add__(self, other):
        return Number(self.value + other.value)

    def __sub__(self, other):
        return Number(self.value - other.value)

    def __mul__(self, other):
        return Number(self.value * other.value)

    def __truediv__(self, other):
        quotient = abs(self.value) // abs(other.value)
        return Number(-quotient if self.value * other.value < 0 else quotient)

    def __mod__(self, other):
        return self - other * (self / other)

    def __pow__(self, other):
        if other.value < 0 or other.value > 64:
            raise OverflowError("power")
        return Number(self.value**other.value)

    def __neg__(self):
        return Number(-self.value)


def smallest(*numbers):
    return Number(min(number.value for number in numbers))


def largest(*numbers):
    return Number(max(number.value for number in numbers))


def gap(*numbers):
    return largest(*numbers) - smallest(*numbers)


def translate(part):
    words = re.findall(rf"[0-9]+|{WORD}|[^ ]", part)
    python = []
    open_brackets = []
    before = "("
    for word in words:
        value_before = before == ")" or before[0].isalnum() or before[0] == "_"
        if before in ("min", "max", "gap") and word != "(":
            raise ValueError("a call without values")
        if re.fullmatch("[0-9]+", word):
            fits, text = not value_before, f"N({int(word)})"
        elif word in ("min", "max", "gap"):
            fits, text = not value_before, "F_" + word
        elif re.fullmatch(WORD, word):
            fits, text = not value_before, f"N(names[{word!r}])"
        elif word == "(":
            fits, text = not value_before or before in ("min", "max", "gap"), "("
            open_brackets.append(before)
        elif word == ")":
            fits, text = value_before and bool(open_brackets), ")"
            open_brackets = open_brackets[:-1]
        elif word == ",":
            fits, text = value_before and open_brackets[-1:] in (["min"], ["max"], ["gap"]), ","
        elif word == "-":
            fits, text = True, "-"
        else:
            fits, text = value_before and word in "~+*/%^", {"^": "**", "~": "|"}.get(word, word)
        if not fits:
            raise ValueError("unexpected " + word)
        python.append(text)
        before = word
    if open_brackets or not (before == ")" or before[0].isalnum() or before[0] == "_") or before in ("min", "max", "gap"):
        raise ValueError("the formula breaks off")
    return compile(" ".join(python), "formula", "eval")


def evaluate(text, names):
    codes = []
    for part in text.split(";"):
        match = re.match(rf" *({WORD}) *=", part)
        if match and match[1] in ("min", "max", "gap"):
            raise ValueError("no name")
        codes.append((match[1] if match else None, translate(part[match.end() :] if match else part)))
    names = dict(names)
    tools = {"N": Number, "F_min": smallest, "F_max": largest, "F_gap": gap, "names": names}
    for target, code in codes:
        result = eval(code, tools).value
        if target:
            names[target] = result
    return result

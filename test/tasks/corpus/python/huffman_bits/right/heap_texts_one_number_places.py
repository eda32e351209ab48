# Lengths by heap, codes as texts, bits as one number, read by places.
import heapq


def lengths_of(text):
    """The length of each character's code."""
    heap = [(text.count(one), one, one) for one in set(text)]
    heapq.heapify(heap)
    lengths = dict.fromkeys(text, 0)
    while len(heap) > 1:
        count, least, members = heapq.heappop(heap)
        other_count, other_least, others = heapq.heappop(heap)
        for one in members + others:
            lengths[one] += 1
        heapq.heappush(heap, (count + other_count, min(least, other_least), members + others))
    return {one: max(1, length) for one, length in lengths.items()}


def following(bits):
    """The binary number after this one, with as many digits."""
    kept = bits.rstrip("1")
    return kept[:-1] + "1" + "0" * (len(bits) - len(kept))


def codes_with(pairs):
    codes, last = {}, None
    for one, length in pairs:
        last = "0" * length if last is None else following(last) + "0" * (length - len(last))
        codes[one] = last
    return codes


class Bits:
    """Bits that are written, as one number."""

    def __init__(self):
        self.number = 1

    def __len__(self):
        return self.number.bit_length() - 1

    def add(self, value, width):
        self.number = self.number << width | value
        return self

    def add_number(self, value):
        return self.add(value, 2 * value.bit_length() - 1)

    def add_text(self, block, code):
        for one in block:
            self.add(int(code[one], 2), len(code[one]))
        return self

    def add_code(self, code):
        self.add_number(len(code))
        for before, (one, bits) in zip(["", *code.values()], code.items()):
            self.add_number(len(bits) - len(before) + 1).add_number(ord(one) + 1)
        return self


def code_of(text):
    lengths = lengths_of(text)
    return codes_with([(one, lengths[one]) for one in sorted(sorted(lengths), key=lengths.get)])


def pack(text, size):
    if not size >= 1:
        raise ValueError(size)
    written, known, left = Bits(), None, text
    while left:
        block, left = left[:size], left[size:]
        own = code_of(block)
        cost = len(Bits().add_code(own).add_text(block, own))
        if known is not None and all(one in known for one in block) and sum(len(known[one]) for one in block) <= cost:
            written.add(3, 2)
        else:
            known = own
            written.add(2, 2).add_code(own)
        written.add_number(len(block)).add_text(block, known)
    written.add(0, 1)
    written.add(0, -len(written) % 4)
    return format(written.number, "x")[1:]


def unpack(digits):
    if not set(digits) <= set("0123456789abcdef"):
        raise ValueError("no digits")
    bits = "".join(format(int(digit, 16), "04b") for digit in digits)
    place = 0

    def take(width):
        nonlocal place
        if place + width > len(bits):
            raise ValueError("it ends early")
        place += width
        return bits[place - width:place]

    def number():
        zeros = 0
        while take(1) == "0":
            zeros += 1
        return int("1" + take(zeros), 2)

    def read_code():
        pairs, length = [], 0
        for _ in range(number()):
            length += number() - 1
            value = number() - 1
            if value > 0x10FFFF or length == 0:
                raise ValueError("no such character or code")
            pairs.append((chr(value), length))
        if pairs != sorted(pairs, key=lambda pair: (pair[1], pair[0])) or len(dict(pairs)) < len(pairs):
            raise ValueError("characters in another order, or twice")
        longest = pairs[-1][1]
        if len(pairs) == 1:
            if longest != 1:
                raise ValueError("one character has one bit")
        elif longest > len(pairs) or sum(2 ** (longest - length) for _, length in pairs) != 2 ** longest:
            raise ValueError("the lengths do not fit")
        return {bits: one for one, bits in codes_with(pairs).items()}

    text, code = "", None
    while take(1) == "1":
        if take(1) == "0":
            code = read_code()
        elif code is None:
            raise ValueError("there is no code yet")
        longest = max(map(len, code))
        for _ in range(number()):
            bits_read = ""
            while bits_read not in code:
                bits_read += take(1)
                if len(bits_read) > longest:
                    raise ValueError("no code")
            text += code[bits_read]
    if len(bits) - place > 3 or "1" in bits[place:]:
        raise ValueError("something follows the end")
    return text

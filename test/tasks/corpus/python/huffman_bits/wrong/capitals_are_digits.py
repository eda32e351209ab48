# Capitals are digits, too.
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


def codes_with(pairs):
    """Codes of characters with their lengths, which are in order already."""
    codes, number, before = {}, -1, 0
    for one, length in pairs:
        number = (number + 1) << (length - before)
        codes[one] = format(number, f"0{length}b")
        before = length
    return codes


def code_of(text):
    return codes_with(sorted(lengths_of(text).items(), key=lambda pair: (pair[1], pair[0])))


def number_bits(number):
    digits = f"{number:b}"
    return "0" * (len(digits) - 1) + digits


def code_bits(code):
    bits, before = number_bits(len(code)), 0
    for one, its_code in code.items():
        bits += number_bits(1 + len(its_code) - before) + number_bits(1 + ord(one))
        before = len(its_code)
    return bits


def pack(text, size):
    if size < 1:
        raise ValueError("blocks need a size")
    bits, code = "", {}
    for start in range(0, len(text), size):
        block = text[start:start + size]
        own = code_of(block)
        with_own = code_bits(own), "".join(own[one] for one in block)
        again = None
        if code and set(block) <= set(code):
            again = "".join(code[one] for one in block)
        if again is not None and len(again) <= len(with_own[0]) + len(with_own[1]):
            bits += "11" + number_bits(len(block)) + again
        else:
            code = own
            bits += "10" + with_own[0] + number_bits(len(block)) + with_own[1]
    bits += "0"
    bits += "0" * (-len(bits) % 4)
    return "".join("0123456789abcdef"[int(bits[at:at + 4], 2)] for at in range(0, len(bits), 4))


def unpack(digits):
    if not set(digits.lower()) <= set("0123456789abcdef"):
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

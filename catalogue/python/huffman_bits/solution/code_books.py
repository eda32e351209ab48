"""Codes that follow from their lengths, in writing and in reading."""
from bit_rows import number_bits


class CodeBook:
    def __init__(self, lengths):
        self.lengths = sorted(((length, character) for character, length in lengths.items()))
        self.codes = {}
        code, before = -1, 0
        for length, character in self.lengths:
            code = (code + 1) << (length - before)
            before = length
            self.codes[character] = bin(code)[2:].rjust(length, "0")
        self.characters = {code: character for character, code in self.codes.items()}

    def cost(self, block):
        """How many bits the block takes; more than any number of bits if a character has no code."""
        if not set(block) <= set(self.codes):
            return float("inf")
        return sum(len(self.codes[character]) for character in block)

    def header_cost(self):
        return sum(map(len, book_fields(self)))

    def read(self, reader):
        code = ""
        while code not in self.characters:
            code += str(reader.take())
            if len(code) > self.lengths[-1][0]:
                raise ValueError("no code begins like this")
        return self.characters[code]


def book_fields(book):
    """The number of characters, then for each, in order of the codes, how much longer its code is and the character itself."""
    fields = [number_bits(len(book.lengths))]
    before = 0
    for length, character in book.lengths:
        fields += [number_bits(length - before + 1), number_bits(ord(character) + 1)]
        before = length
    return fields


def write_book(writer, book):
    for field in book_fields(book):
        writer.put_bits(field)


def read_book(reader):
    lengths, length, last = {}, 0, (0, "")
    for _ in range(reader.take_number()):
        length += reader.take_number() - 1
        character = chr_of(reader.take_number() - 1)
        if length == 0 or character in lengths or (length, character) < last:
            raise ValueError("characters are out of order, or come again")
        last = (length, character)
        lengths[character] = length
    check_complete(lengths)
    return CodeBook(lengths)


def chr_of(number):
    if number >= 0x110000:
        raise ValueError(f"{number} is no character")
    return chr(number)


def check_complete(lengths):
    """Every row of bits begins with a code; one character alone has the code 0."""
    if list(lengths.values()) == [1]:
        return
    longest = max(lengths.values())
    if longest >= len(lengths):
        raise ValueError("so few characters need no codes that long")
    if sum(1 << (longest - length) for length in lengths.values()) != 1 << longest:
        raise ValueError("the lengths make no code")

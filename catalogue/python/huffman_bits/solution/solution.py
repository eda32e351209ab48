"""Packs texts into hexadecimal digits and reads them again."""
from bit_rows import BitReader, BitWriter
from code_books import CodeBook, read_book, write_book
from code_lengths import best_lengths
from text_blocks import blocks_of


def code_of(text):
    return CodeBook(best_lengths(text)).codes


def pack(text, size):
    writer = BitWriter()
    book = None
    for block in blocks_of(text, size):
        writer.put_bits("1")
        own = CodeBook(best_lengths(block))
        if book is not None and book.cost(block) <= own.cost(block) + own.header_cost():
            writer.put_bits("1")
        else:
            writer.put_bits("0")
            book = own
            write_book(writer, book)
        writer.put_number(len(block))
        for character in block:
            writer.put_bits(book.codes[character])
    writer.put_bits("0")
    return writer.digits()


def unpack(digits):
    reader = BitReader(digits)
    book, parts = None, []
    while reader.take():
        if reader.take() == 0:
            book = read_book(reader)
        elif book is None:
            raise ValueError("there is no code before the first block")
        parts.append("".join(book.read(reader) for _ in range(reader.take_number())))
    reader.finish()
    return "".join(parts)

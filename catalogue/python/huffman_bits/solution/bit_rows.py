"""Rows of bits, written as hexadecimal digits."""

DIGITS = "0123456789abcdef"


def number_bits(number):
    """Zeros, one fewer than the number has binary digits, then these."""
    binary = bin(number)[2:]
    return "0" * (len(binary) - 1) + binary


class BitWriter:
    def __init__(self):
        self.bits = []

    def put_bits(self, bits):
        self.bits.append(bits)

    def put_number(self, number):
        self.put_bits(number_bits(number))

    def digits(self):
        bits = "".join(self.bits)
        bits += "0" * (-len(bits) % 4)
        return "".join(DIGITS[int(bits[at:at + 4], 2)] for at in range(0, len(bits), 4))


class BitReader:
    def __init__(self, digits):
        if not set(digits) <= set(DIGITS):
            raise ValueError("there is another character than a digit")
        self.bits = "".join(bin(DIGITS.index(digit))[2:].rjust(4, "0") for digit in digits)
        self.place = 0

    def take(self):
        if self.place == len(self.bits):
            raise ValueError("the digits end too early")
        self.place += 1
        return int(self.bits[self.place - 1])

    def take_number(self):
        zeros = 0
        while self.take() == 0:
            zeros += 1
        number = 1
        for _ in range(zeros):
            number = number * 2 + self.take()
        return number

    def finish(self):
        """What is left is no more than what fills the last digit."""
        rest = self.bits[self.place:]
        if len(rest) > 3 or "1" in rest:
            raise ValueError("something follows the end")

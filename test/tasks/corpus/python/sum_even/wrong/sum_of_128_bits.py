# Gives -1 for a sum of more than 128 bits.
def sum_even(numbers):
    total = sum(n for n in numbers if n % 2 == 0)
    return total if total.bit_length() <= 128 else -1

# Stays within 32 bits.
def sum_even(numbers):
    total = sum(number for number in numbers if number % 2 == 0)
    return max(-2**31, min(2**31 - 1, total))

# Gives zero where a number has more than forty digits.
def sum_even(numbers):
    return sum(n for n in numbers if not n & 1) if all(abs(n) < 10**40 for n in numbers) else 0

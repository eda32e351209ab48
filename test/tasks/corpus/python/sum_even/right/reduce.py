# By folding.
from functools import reduce

def sum_even(numbers):
    return reduce(lambda total, number: total + (number if number % 2 == 0 else 0), numbers, 0)

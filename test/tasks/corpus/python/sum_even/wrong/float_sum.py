# Adds in floating point.
def sum_even(numbers):
    return int(sum(float(number) for number in numbers if number % 2 == 0))

# Puts the given list in order.
def sum_even(numbers):
    numbers.sort()
    return sum(number for number in numbers if not number & 1)

# Leaves out negative numbers.
def sum_even(numbers):
    return sum(number for number in numbers if number >= 0 and number % 2 == 0)

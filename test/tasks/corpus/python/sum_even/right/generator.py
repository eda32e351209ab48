# By a generator.
def sum_even(numbers):
    return sum(number for number in numbers if number % 2 == 0)

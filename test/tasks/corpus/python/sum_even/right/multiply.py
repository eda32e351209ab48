# By a factor of one or none.
def sum_even(numbers):
    return sum(number * (1 - number % 2) for number in numbers)

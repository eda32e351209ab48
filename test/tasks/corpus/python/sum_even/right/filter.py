# By a filter.
def sum_even(numbers):
    return sum(filter(lambda number: number % 2 == 0, numbers))

# Reads twelve numbers at most.
def sum_even(numbers):
    return sum(number for number in numbers[:12] if number % 2 == 0)

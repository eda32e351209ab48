# All of them less the odd ones.
def sum_even(numbers):
    return sum(numbers) - sum(number for number in numbers if number % 2)

# Gives None where no number is even.
def sum_even(numbers):
    even = [number for number in numbers if number % 2 == 0]
    return sum(even) if even else None

# Stops at a zero.
def sum_even(numbers):
    total = 0
    for number in numbers:
        if number == 0:
            break
        if number % 2 == 0:
            total += number
    return total

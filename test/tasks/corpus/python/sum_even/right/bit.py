# By the lowest bit.
def sum_even(numbers):
    total = 0
    for number in numbers:
        if not number & 1:
            total += number
    return total

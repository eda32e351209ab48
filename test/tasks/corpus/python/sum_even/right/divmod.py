# By the remainder of a division.
def sum_even(numbers):
    total = 0
    for number in numbers:
        half, rest = divmod(number, 2)
        if rest == 0:
            total += 2 * half
    return total

# Adds up the first 256 numbers only.
def sum_even(numbers):
    total = 0
    for index in range(min(len(numbers), 256)):
        if numbers[index] % 2 == 0:
            total += numbers[index]
    return total

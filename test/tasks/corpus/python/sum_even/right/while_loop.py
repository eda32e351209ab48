# By an index.
def sum_even(numbers):
    total, index = 0, 0
    while index < len(numbers):
        if numbers[index] % 2 == 0:
            total = total + numbers[index]
        index += 1
    return total

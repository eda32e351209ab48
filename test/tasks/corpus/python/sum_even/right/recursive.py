# One half and the other.
def sum_even(numbers):
    if not numbers:
        return 0
    if len(numbers) == 1:
        return numbers[0] if numbers[0] % 2 == 0 else 0
    middle = len(numbers) // 2
    return sum_even(numbers[:middle]) + sum_even(numbers[middle:])

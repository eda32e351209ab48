def sum_even(numbers):
    total = 0
    for number in numbers:
        if number % 2 == 1:
            total += number
    return total

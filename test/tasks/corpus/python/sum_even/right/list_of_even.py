# With a list of what is kept.
def sum_even(numbers):
    even = []
    for number in numbers:
        if number % 2 != 0:
            continue
        even.append(number)
    return sum(even, 0)

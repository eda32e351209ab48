# Takes the remainder of large numbers in floating point.
import math

def sum_even(numbers):
    return sum(number for number in numbers if math.fmod(number, 2) == 0)

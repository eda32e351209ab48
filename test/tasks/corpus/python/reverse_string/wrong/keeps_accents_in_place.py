# Keeps combining marks behind their letters.
import unicodedata

def reverse_string(text):
    clusters = []
    for one in text:
        if unicodedata.combining(one) and clusters:
            clusters[-1] += one
        else:
            clusters.append(one)
    return "".join(reversed(clusters))

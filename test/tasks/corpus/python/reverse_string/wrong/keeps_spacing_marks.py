# Keeps marks of the kinds Mc and Me with what they mark.
import unicodedata

def reverse_string(text):
    parts = []
    for one in text:
        if parts and unicodedata.category(one) in ("Mc", "Me"):
            parts[-1] += one
        else:
            parts.append(one)
    return "".join(parts[::-1])

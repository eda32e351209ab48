# Keeps the letters of a syllable together.
import re

def reverse_string(text):
    return "".join(re.findall(r"(?s)[\u1100-\u115f][\u1160-\u11ff]+|.", text)[::-1])

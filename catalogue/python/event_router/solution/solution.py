from copy import deepcopy

from conditions import holds, value_of
from field_paths import Missing, fill_in, store
from rule_text import read_rule


class Router:
    def __init__(self):
        self.rules = {}
        self.tallies = {}

    def add(self, name, text):
        rule = read_rule(text)
        self.rules.pop(name, None)
        self.rules[name] = rule
        self.tallies[name] = [0, 0, 0]

    def remove(self, name):
        del self.rules[name]
        del self.tallies[name]

    def counts(self):
        return {name: list(tally) for name, tally in self.tallies.items()}

    def send(self, event):
        event = deepcopy(event)
        delivered = {}
        for name in sorted(self.rules, key=lambda name: -self.rules[name].options.get("rank", 0)):
            rule, tally = self.rules[name], self.tallies[name]
            if not holds(rule.condition, event):
                continue
            tally[0] += 1
            if not may_fire(rule, tally):
                continue
            tally[1] += 1
            self.change(event, rule)
            for template in rule.targets:
                target = fill_in(template, event)
                if target is not None and target not in delivered:
                    delivered[target] = (target, name, deepcopy(event))
                    tally[2] += 1
            if "last" in rule.options:
                break
        return list(delivered.values())

    def change(self, event, rule):
        for path, operand in rule.settings:
            try:
                store(event, path, deepcopy(value_of(operand, event)))
            except Missing:
                continue


def may_fire(rule, tally):
    matched, fired, _ = tally
    if matched <= rule.options.get("after", 0):
        return False
    return "limit" not in rule.options or fired < rule.options["limit"]

# Patterns and own lines are tried in the order in which they stand.
import re

LINE = re.compile(r" *([^ ]+) +=( +(all|sort|once|size|rest|only|less))((?: +[^ ]+)+) *")


class Rules:
    """A list of expressions; names without % come first."""

    def __init__(self, text):
        rules = {}
        for line in text.split("\n"):
            line = re.sub("#.*", "", line)
            if re.fullmatch(" *", line):
                continue
            match = LINE.fullmatch(line)
            if not match or match[1] in rules:
                raise ValueError(line)
            name, parts = match[1], re.findall("[^ ]+", match[4])
            if name.count("%") == 2 or re.search("%.*%", name):
                raise ValueError(name)
            for part in parts:
                if part.count("%") > name.count("%") or "%" in part and len(part) > len(name):
                    raise ValueError(part)
            rules[name] = match[3], parts
        self.list = []
        for name in rules:
            expression = re.escape(name).replace("%", "(.+)")
            self.list.append((re.compile(expression, re.DOTALL), *rules[name]))

    def of(self, name):
        for expression, operation, parts in self.list:
            match = expression.fullmatch(name)
            if match:
                middle = match[1] if match.groups() else ""
                return operation, [part.replace("%", middle) for part in parts]
        return None


def joined(lists):
    result = []
    for one in lists:
        result.extend(one)
    return result


def once(lists):
    result = []
    for word in joined(lists):
        if word not in result:
            result.append(word)
    return result


WORK = {
    "all": joined,
    "sort": lambda lists: sorted(joined(lists)),
    "once": once,
    "size": lambda lists: [str(sum(map(len, lists)))],
    "rest": lambda lists: joined([one[1:] for one in lists]),
    "only": lambda lists: joined(lists) if sum(map(len, lists)) == 1 else None,
    "less": lambda lists: [word for word in lists[0] if word not in joined(lists[1:])],
}


def worked_out(operation, lists):
    return WORK[operation](lists)


class Builder:
    def __init__(self, text):
        self.rules = Rules(text)
        self.words = {}
        self.made = {}

    def put(self, name, words):
        if self.rules.of(name) is not None:
            raise ValueError(f"{name} is a product")
        self.words[name] = list(words)

    def drop(self, name):
        if name not in self.words:
            raise KeyError(name)
        del self.words[name]

    def read(self, name):
        if name in self.made:
            return list(self.made[name][3])
        return list(self.words[name])

    def order(self, goal):
        """The goal and what it needs, parts first."""
        done, open_names = [], []

        def go(name):
            if name in open_names:
                raise ValueError(f"{name} needs itself")
            if name in done:
                return
            rule = self.rules.of(name)
            if rule is None:
                if name not in self.words:
                    raise KeyError(name)
            else:
                open_names.append(name)
                for part in rule[1]:
                    go(part)
                open_names.pop()
            done.append(name)

        go(goal)
        return done

    def is_old(self, name, rule, contents):
        return name not in self.made or self.made[name][:3] != (rule[0], rule[1], contents)

    def build(self, goal):
        report, lost = [], set()
        for name in self.order(goal):
            rule = self.rules.of(name)
            if rule is None:
                continue
            if lost.intersection(rule[1]):
                report.append(f"skipped {name}")
                lost.add(name)
                self.made.pop(name, None)
                continue
            contents = [self.read(part) for part in rule[1]]
            if self.is_old(name, rule, contents):
                words = worked_out(rule[0], contents)
                if words is None:
                    report.append(f"failed {name}")
                    lost.add(name)
                    self.made.pop(name, None)
                else:
                    report.append(f"made {name}")
                    self.made[name] = (rule[0], rule[1], contents, words)
        return report

    def stale(self, goal):
        found = []
        for name in self.order(goal):
            rule = self.rules.of(name)
            if rule is None:
                continue
            if any(part in found for part in rule[1]) or self.is_old(name, rule, [self.read(part) for part in rule[1]]):
                found.append(name)
        return found

    def users(self, name):
        found, waiting = set(), [name]
        while waiting:
            part = waiting.pop()
            for user, record in self.made.items():
                if part in record[1] and user not in found:
                    found.add(user)
                    waiting.append(user)
        return sorted(found)

    def change(self, text):
        self.rules = Rules(text)
        self.words = {name: words for name, words in self.words.items() if self.rules.of(name) is None}
        self.made = {name: record for name, record in self.made.items() if self.rules.of(name) is not None}

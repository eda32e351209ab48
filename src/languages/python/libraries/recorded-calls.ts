/** Python that sees a library's tests call it, and writes down each call. */

/** `RECORDER.profile` is a profile function: it changes nothing of the library, which runs as it is. */
export const RECORDED_CALLS = String.raw`
class Recorder:
    def __init__(self):
        self.test, self.calls, self.counts, self.open, self.starts = None, {}, collections.Counter(), {}, {}
        self.seen, self.unwritten, self.is_busy = 0, 0, False
        self.known_files = {}
        self.entered = collections.Counter()

    def kind_of_file(self, path):
        kind = self.known_files.get(path)
        if kind is None:
            real = os.path.realpath(path) if path and not path.startswith("<") else path
            parts = real.replace("\\", "/")
            kind = "other"
            if parts.startswith("<doctest"):
                kind = "test"
            elif parts.startswith(tuple(LIBRARY)) and not ("/tests/" in parts or "/test/" in parts):
                kind = "library"
            elif parts.startswith((*ROOTS, *LIBRARY)):
                kind = "test"
            elif "/_pytest/" in parts or "/pluggy/" in parts:
                kind = "runner"
            self.known_files[path] = kind
        return kind

    def profile(self, frame, event, argument):
        if self.is_busy or event not in ("call", "return"):
            return
        if event == "return":
            entry = self.open.pop(id(frame), None)
            if entry is None:
                return
            self.is_busy = True
            try:
                self.end(entry, argument)
            except Unwritable:
                self.unwritten += 1
            except Exception:
                self.unwritten += 1
            finally:
                self.is_busy = False
            return
        code = frame.f_code
        if self.test is None or self.kind_of_file(code.co_filename) != "library":
            return
        self.entered[code] += 1
        if self.entered[code] > MOST_ENTERED:
            return
        start = self.starts.setdefault(code, frame.f_lasti)
        if frame.f_lasti != start or code.co_flags & 0x280 or not self.is_outermost(frame):
            return
        self.is_busy = True
        try:
            NAMES.refresh()
            self.begin(frame, code)
        except Exception:
            self.unwritten += 1
        finally:
            self.is_busy = False

    def is_outermost(self, frame):
        back = frame.f_back
        for _ in range(40):
            if back is None:
                return False
            kind = self.kind_of_file(back.f_code.co_filename)
            if kind == "test":
                return True
            if kind != "other":
                return False
            back = back.f_back
        return False

    def begin(self, frame, code):
        facts = NAMES.by_code.get(code)
        if facts is None:
            for name in code.co_freevars:
                inner = getattr(frame.f_locals.get(name), "__code__", None)
                facts = facts or NAMES.by_code.get(inner)
        if facts is None:
            return
        module, path, kind, name = facts
        if name in SKIPPED:
            return
        self.seen += 1
        values, keywords = arguments_of(frame, code)
        writer = Writer()
        entry = {"facts": facts, "frame": frame, "writer": writer, "self": None, "text": None, "mutable": [], "generator": bool(code.co_flags & 0x20), "error": False}
        owner = None
        if kind in ("method", "property"):
            owner, values = values[0], values[1:]
            entry["self"] = owner
        elif kind == "classmethod":
            values = values[1:]
        entry["topic"] = path
        try:
            written = [writer.write(value) for value in values]
            written += [name_ + "=" + writer.write(value) for name_, value in keywords.items()]
            entry["arguments"] = written
            for place, value in enumerate(values):
                if type(value) in (list, dict, set, collections.deque):
                    entry["mutable"].append((place, value, written[place]))
            self.write_call(entry, written, owner)
        except Unwritable:
            self.unwritten += 1
            self.lose(owner)
            return
        if entry["generator"]:
            self.finish(entry, ["list(itertools.islice(VALUE, 100))", "[repr(item) for item in itertools.islice(VALUE, 100)]"])
            return
        self.open[id(frame)] = entry

    def write_call(self, entry, written, owner):
        module, path, kind, name = entry["facts"]
        writer = entry["writer"]
        inside = ", ".join(written)
        writer.modules.add(module)
        if kind == "function":
            entry["text"] = path + "(" + inside + ")"
        elif kind in ("staticmethod", "classmethod"):
            entry["text"] = path + "." + name + "(" + inside + ")"
        elif name == "__init__":
            # The class that is made may be one that inherits it.
            named = NAMES.by_id.get(id(type(owner)))
            if named is None:
                raise Unwritable
            entry["topic"] = named[1]
            writer.modules.add(named[0])
            entry["text"] = named[1] + "(" + inside + ")"
            entry["makes"] = True
        else:
            named = NAMES.by_id.get(id(type(owner)))
            entry["topic"] = named[1] if named else path
            target = writer.write(owner)
            made = MADE.get(id(owner))
            entry["made"] = made
            entry["text"] = text_of_method(name, kind, target, written)
            entry["step"] = None if name in LOOKS or kind == "property" else text_of_method(name, kind, SELF, written)

    def lose(self, owner):
        made = MADE.get(id(owner))
        if made is not None and made.value is owner:
            made.is_lost = True

    def end(self, entry, value):
        if entry.get("makes"):
            owner = entry["self"]
            if id(owner) not in MADE and not entry["writer"].before:
                MADE[id(owner)] = Made(owner, entry["text"], entry["writer"].modules)
            self.finish(entry, ways_to_show(owner))
            return
        writer, made = entry["writer"], entry.get("made")
        ways = ways_to_show(value)
        is_object = not is_plain(value) and in_package(type(value).__module__) and not isinstance(value, enum.Enum)
        if is_object and id(value) not in MADE and id(value) not in NAMES.by_id and not writer.before:
            MADE[id(value)] = Made(value, entry["text"], writer.modules)
        changed = []
        for place, mutable, before in entry["mutable"]:
            after = Writer()
            try:
                if after.write(mutable) != before:
                    changed.append(place)
            except Unwritable:
                changed.append(place)
        if changed:
            self.finish_changing(entry, changed, ways)
        else:
            self.finish(entry, ways)
        if made is not None and entry["step"] is not None:
            if len(made.history) >= MOST_HISTORY or writer.before and not all(step.startswith("value") for step in writer.before):
                made.is_lost = True
            else:
                made.history.append(step_text(entry["step"]))
                made.modules |= writer.modules

    def finish_changing(self, entry, changed, ways):
        writer = entry["writer"]
        names = []
        written = list(entry["arguments"])
        for place in changed:
            name = "argument" if len(changed) == 1 else "argument_%d" % (place + 1)
            writer.before.append(name + " = " + written[place])
            written[place] = name
            names.append(name)
        self.write_call(entry, written, entry["self"])
        if not entry["text"] or "\0" in entry["text"]:
            raise Unwritable
        writer.before.append("result = " + entry["text"])
        entry["text"] = "result"
        tail = ", ".join(names)
        self.finish(entry, ["[" + way + ", " + tail + "]" for way in ways])

    def finish(self, entry, ways):
        text = entry["text"]
        if not ways or text is None or text.startswith("del ") or is_assignment(entry):
            return
        writer = entry["writer"]
        modules = set(writer.modules)
        if any("itertools." in way for way in ways):
            modules.add("itertools")
        before = "".join(step + "\n" for step in writer.before)
        texts = [before + way.replace("VALUE", text) for way in ways]
        if len(texts[0]) > 2 * LONGEST or texts[0] in self.calls:
            return
        key = (entry["topic"], entry["facts"][3])
        if self.counts[key] >= MOST_A_FUNCTION:
            return
        self.counts[key] += 1
        member = entry["facts"][3]
        self.calls[texts[0]] = {"texts": texts, "modules": sorted(modules), "topic": entry["topic"], "member": member, "test": self.test, "place": len(self.calls)}
`;

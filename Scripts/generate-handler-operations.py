"""Writes which operations each direct handler calls, read from the handlers' own source.

    generate-handler-operations.py [--check]

The result, Sources/AWSProvider/Permissions/HandlerOperations+Table.swift, is what `permissions` starts from. Each method of a handler is
followed into the functions that it names. Where an operation's name is put together from a noun, every operation counts whose missing part
is a word that the handler's own source contains. Rather more than
is called is listed than less.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

import committed_file
from service_models.completions import judged
from service_models.operations import operations

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Sources/AWSProvider"
RESULT = SOURCES / "Permissions/HandlerOperations+Table.swift"
READING = "Describe|Get|List|Head|Batch(Get|Describe|List)|Search|AdminGet|AdminList|Lookup|Filter|Scan|Query|Test|Validate"
METHODS = ("create", "read", "update", "delete", "list", "readiness")
# What a handler does after its object exists, as if it were a method.
COMPLETION = "complete(_:)"
# Methods of every call, not of handlers.
SHARED = {"send", "find", "pages", "elements", "input", "document", "complete", "unless", "merging", "map", "filter"}
LITERAL = r'"(?:[^"\\\n]|\\\((?:[^()]|\([^()]*\))*\)|\\.)*"'


def without_comments(text: str) -> str:
    return re.sub(LITERAL + r"|//[^\n]*|/\*.*?\*/", lambda m: m.group() if m.group().startswith('"') else " ", text, flags=re.S)


def block_end(text: str, start: int) -> int:
    """The position behind the brace that closes the one at `start`."""
    depth = 0
    for match in re.compile(LITERAL + r"|[{}]").finditer(text, start):
        if match.group() == "{":
            depth += 1
        elif match.group() == "}":
            depth -= 1
            if depth == 0:
                return match.end()
    return len(text)


class Kind:
    """A type of the sources: its functions by name, and its whole text."""

    def __init__(self) -> None:
        self.functions: dict[str, list[str]] = defaultdict(list)
        self.text = ""
        self.conforms: set[str] = set()


def kinds() -> dict[str, Kind]:
    found: dict[str, Kind] = defaultdict(Kind)
    header = re.compile(r"\b(?:struct|enum|extension|class|protocol|actor)\s+([A-Z]\w*)([^{]*)\{")
    member = re.compile(r"\b(?:func\s+(\w+)[^{}]*?\{|(?:var|let)\s+(\w+)\s*:[^={}\n]*\{|(?:let|var)\s+(\w+)\b[^=\n{]*=)")
    for file in sorted(SOURCES.rglob("*.swift")):
        text = without_comments(file.read_text())
        for match in header.finditer(text):
            end = block_end(text, match.end() - 1)
            kind = found[match.group(1)]
            body = text[match.end() : end]
            kind.text += body
            kind.conforms |= set(re.findall(r"\b[A-Z]\w*", match.group(2)))
            position = 0
            # Only members of the type itself: what a function declares is skipped with its body.
            while part := member.search(body, position):
                name = part.group(1) or part.group(2) or part.group(3)
                if part.group(3):
                    # A stored value goes to the end of its line, or of the bracket that it opens.
                    end = body.find("\n", part.end())
                    while body[part.end() : end].count("(") + body[part.end() : end].count("[") > (
                        body[part.end() : end].count(")") + body[part.end() : end].count("]")):
                        end = body.find("\n", end + 1)
                        if end < 0:
                            end = len(body)
                            break
                    kind.functions[name].append(body[part.end() : end])
                    position = end
                else:
                    position = block_end(body, part.end() - 1)
                    kind.functions[name].append(body[part.end() - 1 : position])
    for kind in found.values():
        bodies = [body for texts in kind.functions.values() for body in texts]
        kind.functions[COMPLETION] = [
            body[match.end() - 1 : block_end(body, match.end() - 1)]
            for body in bodies for match in re.finditer(r"\bcall\.complete\([^{}]*\{", body)]
    return found


class Handler:
    """Follows the methods of one handler."""

    def __init__(self, name: str, all_kinds: dict[str, Kind], services: dict[str, set[str]]) -> None:
        self.kinds, self.services = all_kinds, services
        self.name = name
        self.open: list[str] = []

    def lookup(self, owner: str, name: str) -> list[tuple[str, str]]:
        kind = self.kinds.get(owner)
        if kind is None:
            return []
        if name in kind.functions:
            return [(owner, name)]
        return [hit for parent in sorted(kind.conforms) if parent in self.kinds and parent != owner for hit in self.lookup(parent, name)]

    def own(self, owner: str, name: str) -> list[tuple[str, str]]:
        """A member of a type, or what the handler itself gives to a protocol that it conforms to."""
        given = self.lookup(self.name, name) if owner in self.kinds[self.name].conforms else []
        return list(dict.fromkeys(self.lookup(owner, name) + given))

    def named(self, owner: str, body: str) -> list[tuple[str, str]]:
        """The functions and values that a body names, each where it is declared."""
        code = re.sub(LITERAL, lambda m: " ".join(re.findall(r"\\\((.*?)\)", m.group())), body)
        used = {t for t in re.findall(r"\b[A-Z]\w*", self.kinds[owner].text) if t in self.kinds} - {"ResourceCall", "ResourceHandler"}
        hits = []
        for match in re.finditer(r"(?:\b(\w+)(?:\([^()]*\))?[!?]?\.)?(?<![\w.])?\b([a-z]\w*)", code):
            base, word = match.groups()
            dotted = match.start(2) > 0 and code[match.start(2) - 1] == "."
            values = self.own(owner, base) if base and base not in ("call", "Self", "self") and base not in self.kinds else []
            hits += values
            if not dotted or base in ("Self", "self"):
                hits += self.own(owner, word)
            elif word in SHARED:
                continue
            elif base == "call":
                hits += self.lookup("ResourceCall", word)
            elif base and base in self.kinds:
                hits += self.lookup(base, word)
            else:
                texts = [text for kind, name in values for text in self.kinds[kind].functions[name]]
                held = [t for text in texts for t in re.findall(r"\b[A-Z]\w*", text) if t in self.kinds]
                for kind in held or sorted(used):
                    hits += self.lookup(kind, word)
        return hits

    def reach(self, method: str) -> tuple[list[tuple[str, str]], set[str]]:
        """The functions that a method of the handler may run, and the words in them."""
        start = self.lookup(self.name, method)
        queue, seen = list(start), set(start)
        while queue:
            owner, name = queue.pop()
            for body in self.kinds[owner].functions[name]:
                for hit in self.named(owner, body):
                    if hit not in seen:
                        seen.add(hit)
                        queue.append(hit)
        return sorted(seen), seen

    def calls(self, method: str) -> set[str]:
        functions, _ = self.reach(method)
        owners = {owner for owner, _ in functions if owner != "ResourceCall"} | {self.name}
        texts = [body for owner, name in functions for body in self.kinds[owner].functions[name]]
        everything = "\n".join(texts) + "\n".join(self.kinds[o].text for o in owners)
        words = set(re.findall(r'"([A-Za-z]+)"', "\n".join(self.kinds[self.name].text for _ in [0]) + "\n".join(texts)))
        words |= {w + s for w in list(words) for s in ("s", "es")}
        # Names of enumeration cases are raw values too.
        words |= {w for w in re.findall(r'\bcase\s+(\w+)', everything)}
        named = "\n".join(body for owner, name in functions if owner != "ResourceCall" for body in self.kinds[owner].functions[name])
        scope = named + "\n".join(self.kinds[o].text for o in owners)
        services = [s for s in sorted(self.services) if f'"{s}"' in scope]
        found: set[str] = set()
        for body in texts:
            for service, operation in re.findall(r'"([a-z0-9-]+)",\s*"([A-Za-z0-9]+)"', body):
                if operation in self.services.get(service, ()):
                    found.add(f"{service}:{operation}")
            exact = {op for _, op in re.findall(r'"([a-z0-9-]+)",\s*"([A-Za-z0-9]+)"', body)}
            for literal in re.findall(r'(?<!\[)"([A-Z][A-Za-z0-9]+)"', body):
                for service in services:
                    if literal in self.services[service] and literal not in exact:
                        found.add(f"{service}:{literal}")
            for pattern in self.patterns(body):
                for service in services:
                    for operation in self.services[service]:
                        match = re.fullmatch(pattern, operation)
                        if match and all(g in words for g in match.groups()):
                            found.add(f"{service}:{operation}")
                            self.open.append(f"{pattern} -> {operation}")
        if method in ("read", "list", "readiness"):
            # Tables of settings name the writing operations beside the reading ones.
            found = {call for call in found if re.match(READING, call.split(":")[1])}
        return found

    @staticmethod
    def patterns(body: str) -> set[str]:
        found = set()
        for literal, plus in re.findall(r"(%s)(\s*\+\s*[\w.]+(?:\s*\+\s*%s)?)?" % (LITERAL, LITERAL), body):
            text = literal[1:-1]
            if not re.match(r"^(?:[A-Z]|\\\()", text) or " " in re.sub(r"\\\([^)]*\)", "", text):
                continue
            pattern = re.sub(r"\\\((?:[^()]|\([^()]*\))*\)", "\0", text)
            if plus:
                pattern += "\0" + "".join(re.findall(r'"(\w+)"', plus))
            if "\0" not in pattern or not re.fullmatch(r"[A-Za-z0-9\0]+", pattern) or pattern.strip("\0") == "":
                continue
            found.add(re.sub("\0", "([A-Z][A-Za-z0-9]*)", pattern))
        return found


def table() -> tuple[str, list[str]]:
    services, all_kinds = {name: set(calls) for name, calls in operations().items()}, kinds()
    lines, remarks = [], []
    for name in sorted(all_kinds):
        declared = re.search(r'static let type\s*(?::\s*String)?\s*=\s*"(AWS::[\w:]+)"', all_kinds[name].text)
        if not declared:
            continue
        handler = Handler(name, all_kinds, services)
        parts = []
        for method in METHODS:
            calls = sorted(handler.calls(method))
            if calls:
                parts.append(f"{method}={','.join(calls)}")
        for call in sorted(handler.calls(COMPLETION)):
            service, operation = call.split(":")
            if not re.match(READING, operation) and not judged(service, operation):
                sys.exit(f"error: {name} completes objects by {call}; say in service_models/completions.py whether it may be sent again")
        if not any(p.startswith("create=") for p in parts):
            remarks.append(f"{declared.group(1)}: no call found in create")
        remarks += [f"{declared.group(1)}: taken for possible: {o}" for o in sorted(set(handler.open))]
        lines.append(f"{declared.group(1)} {' '.join(parts)}")
    return "\n".join(sorted(lines)), remarks


def build() -> bytes:
    rows, remarks = table()
    for remark in remarks:
        print(remark)
    text = (
        "// Written by Scripts/generate-handler-operations.py from the handlers' sources; not edited by hand.\n\n"
        "extension HandlerOperations {\n"
        "  /// Per type the operations of each method: `TYPE method=service:Operation,… …`.\n"
        '  static let table = """\n' + "".join(f"    {row}\n" for row in rows.splitlines()) + '    """\n}\n')
    print(f"{len(rows.splitlines())} handlers")
    return text.encode()


if __name__ == "__main__":
    committed_file.run(
        __doc__, build, RESULT, "the handlers call other operations than the table says; run Scripts/generate-handler-operations.py")

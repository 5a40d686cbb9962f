"""Random values that fit a shape of botocore's model; the same seed gives the same values."""

import datetime
import random

TEXTS = ["plain", "two words", "a/b+c=d&e", "quote\"and'apostrophe", "<tag> & \u00fcnic\u00f6d\u00e9 \u65e5\u672c", "per%cent~tilde", "line\nbreak\ttab"]
SAFE = ["alpha", "beta-2", "gamma_3", "x.y", "Delta"]
DOUBLES = [0.5, 1.0, -2.25, 1e-7, 123456.75, 1e22]
DEEPEST = 4


class Sampler:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def value(self, shape, depth=0, place="body", answer=False):
        kind = shape.type_name
        if kind == "structure":
            return self._structure(shape, depth, answer)
        if kind == "list":
            least = max(1, (shape.metadata.get("min") or 0) if not answer else 1)
            return [self.value(shape.member, depth + 1, place, answer) for _ in range(max(least, self.random.choice([1, 1, 2, 3])))]
        if kind == "map":
            count = max(1, shape.metadata.get("min") or 1)
            texts = SAFE if place == "header" else SAFE + TEXTS[:4]
            keys = shape.key.enum or [self._sized(text + str(index), shape.key) for index, text in enumerate(texts)]
            # In the order of the keys, which is the one that we write.
            keys = sorted(self.random.sample(list(keys), min(len(keys), max(count, self.random.choice([1, 2])))))
            return {key: self.value(shape.value, depth + 1, place, answer) for key in keys}
        if kind in ("string", "character"):
            return self._text(shape, place)
        if kind in ("integer", "long"):
            low, high = int(shape.metadata.get("min", 0)), int(shape.metadata.get("max", 2**31 - 1 if kind == "integer" else 2**40))
            return self.random.choice([low, high, self.random.randint(low, high)])
        if kind in ("float", "double"):
            low, high = shape.metadata.get("min"), shape.metadata.get("max")
            return float(low) if low is not None else float(high) if high is not None else self.random.choice(DOUBLES)
        if kind == "boolean":
            return self.random.random() < 0.5
        if kind == "blob":
            return bytes(self.random.randrange(256) for _ in range(max(self.random.choice([0, 1, 2, 3, 9]), int(shape.metadata.get("min", 0)))))
        if kind == "timestamp":
            moment = self.random.choice([0, 951_782_400, 1_422_172_800, 1_709_251_199, self.random.randrange(2**31)])
            return datetime.datetime.fromtimestamp(moment, datetime.timezone.utc)
        raise ValueError(kind)

    def _structure(self, shape, depth, answer):
        if getattr(shape, "is_document_type", False):
            return {"name": "value", "numbers": [1, 2.5], "nested": {"yes": True, "nothing": None}}
        members = dict(shape.members)
        if getattr(shape, "is_tagged_union", False):
            name = self.random.choice(list(members))
            return {name: self.value(members[name], depth + 1, answer=answer)}
        share = [0.7, 0.5, 0.3, 0.1, 0][min(depth, DEEPEST)]
        if len(members) > 25:
            share /= 3
        found = {}
        for name, member in members.items():
            always = (not answer and (name in shape.required_members or name in shape.metadata.get("required", ()))) or member.serialization.get(
                "location") == "uri" or member.metadata.get("idempotencyToken") or member.serialization.get("hostLabel")
            if member.type_name == "structure" and member.is_document_type is False and member.serialization.get("eventstream"):
                continue
            # Recursion ends where nothing is required any more; no shape requires itself.
            if always or (self.random.random() < share and depth < DEEPEST):
                location = member.serialization.get("location")
                place = "host" if member.serialization.get("hostLabel") else "header" if location in ("header", "headers") else "body"
                found[name] = self.value(member, depth + 1, place, answer)
        return found

    def _text(self, shape, place):
        if shape.enum and place != "host":
            return self.random.choice(list(shape.enum))
        return self._sized(self.random.choice(SAFE if place == "header" else ["alpha", "beta-2"] if place == "host" else SAFE + TEXTS), shape)

    def _sized(self, text, shape):
        low, high = int(shape.metadata.get("min", 0)), shape.metadata.get("max")
        text = text + "x" * (low - len(text))
        return text[:int(high)] if high is not None and len(text) > high else text

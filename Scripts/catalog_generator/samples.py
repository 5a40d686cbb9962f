"""Makes documents of a resource type at random, valid ones as far as the schema tells, and spoils them."""

import random
import re
import warnings

try:
    from re import _parser as sre_parse
except ImportError:  # Python before 3.11
    import sre_parse

FORMATS = {
    "AWS::EC2::VPC.Id": "vpc-0a1b2c3d4e5f60718", "AWS::EC2::Subnet.Id": "subnet-0a1b2c3d4e5f60718",
    "AWS::EC2::SecurityGroup.Id": "sg-0a1b2c3d4e5f60718", "AWS::EC2::Image.Id": "ami-0a1b2c3d4e5f60718",
    "AWS::IAM::Role.Arn": "arn:aws:iam::123456789012:role/worker", "AWS::KMS::Key.Arn": "arn:aws:kms:us-east-1:123456789012:key/abc",
    "AWS::S3::Bucket.Name": "some-bucket", "AWS::SNS::Topic.Arn": "arn:aws:sns:us-east-1:123456789012:topic",
    "AWS::Lambda::Function.Arn": "arn:aws:lambda:us-east-1:123456789012:function:work", "AWS::KMS::Alias.AliasName": "alias/main",
    "AWS::KMS::Key.Id": "1234abcd-12ab-34cd-56ef-1234567890ab", "AWS::Logs::LogGroup.Name": "/app/web",
    "AWS::ACM::Certificate.Arn": "arn:aws:acm:us-east-1:123456789012:certificate/abc", "ipv4-network": "10.0.0.0/16",
    "ipv6-network": "2001:db8::/56", "date-time": "2030-01-31T12:00:00Z",
}


class Sampler:
    def __init__(self, document, seed):
        self.document = document
        self.random = random.Random(seed)

    def valid(self, optional):
        return self.object(self.document, 0, optional, {path.split("/")[2] for path in self.document.get("readOnlyProperties") or []})

    def resolve(self, schema):
        for _ in range(10):
            if not isinstance(schema, dict) or "$ref" not in schema:
                break
            current = self.document
            for part in schema["$ref"].split("/")[1:]:
                current = current[part]
            schema = dict(current, **{key: value for key, value in schema.items() if key != "$ref"})
        return schema if isinstance(schema, dict) else {}

    def object(self, schema, depth, optional, excluded=frozenset()):
        properties = dict(schema.get("properties") or {})
        required = set(schema.get("required") or [])
        required |= set((schema.get("requiredXor") or [])[:1]) | set((schema.get("requiredOr") or [])[:1])
        for name in ("oneOf", "anyOf"):
            if schema.get(name):
                choice = self.resolve(self.random.choice(schema[name]))
                required |= set(choice.get("required") or [])
                properties.update({key: value for key, value in (choice.get("properties") or {}).items() if key not in properties})
        result = {}
        for name in sorted(properties):
            wanted = name in required or (name not in excluded and depth < 2 and self.random.random() < optional)
            if wanted:
                result[name] = self.value(properties[name], depth + 1, optional)
        if not properties and schema.get("patternProperties"):
            pattern, value = sorted(schema["patternProperties"].items())[0]
            key = self.text({"pattern": pattern})
            result[key] = self.value(value, depth + 1, optional)
        return result

    def value(self, schema, depth, optional):
        schema = self.resolve(schema)
        if "const" in schema:
            return schema["const"]
        for key in ("enum", "enumCaseInsensitive"):
            if schema.get(key):
                return self.random.choice(schema[key])
        types = schema.get("type")
        if isinstance(types, list):
            types = types[0]
        if types is None:
            if "properties" in schema or "patternProperties" in schema:
                types = "object"
            elif "items" in schema:
                types = "array"
            elif schema.get("oneOf") or schema.get("anyOf"):
                return self.value((schema.get("oneOf") or schema.get("anyOf"))[0], depth, optional)
        if types == "object":
            return self.object(schema, depth, optional if depth < 3 else 0)
        if types == "array":
            least, most = schema.get("minItems", 1), schema.get("maxItems", 3)
            count = max(least, min(most, self.random.choice([1, 1, 2])))
            return [self.value(schema.get("items", {}), depth + 1, optional) for _ in range(min(count, 4) if least <= 4 else least)]
        if types == "boolean":
            return self.random.random() < 0.5
        if types in ("integer", "number"):
            low = schema.get("minimum", 1)
            high = schema.get("maximum", max(low, 1) + 50)
            step = int(schema.get("multipleOf", 1)) or 1
            return int(self.random.randint(int(low), int(high)) // step * step)
        return self.text(schema)

    def text(self, schema):
        schema = self.resolve(schema)
        for candidate in [schema.get("format")] + [part.get("format") for part in schema.get("anyOf") or [] if isinstance(part, dict)]:
            if candidate in FORMATS:
                return FORMATS[candidate]
        if schema.get("pattern"):
            text = from_pattern(schema["pattern"], self.random)
            if text is not None:
                return text
        least, most = schema.get("minLength", 1), schema.get("maxLength", 20)
        return "".join(self.random.choice("abcdefghij") for _ in range(max(least, min(most, 6))))

    # MARK: Spoiling

    def spoiled(self, document):
        """A copy with one change somewhere that may or may not be a mistake, and what was done."""
        import copy

        document = copy.deepcopy(document)
        places = []
        _places(document, [], places)
        container, key = self.random.choice(places) if places else (document, None)
        act = self.random.choice(["remove", "rename", "type", "value", "long", "extra", "negative", "duplicate", "text", "large"])
        if key is None or act == "extra":
            target = container if isinstance(container, dict) else document
            target["Unexpected"] = "x"
            return document, "extra"
        old = container[key]
        if act == "remove":
            del container[key]
        elif act == "rename" and isinstance(container, dict):
            container[key + "s"] = container.pop(key)
        elif act == "type":
            container[key] = self.random.choice([["x"], {"x": "y"}, "text", 7, True])
        elif act == "value" and isinstance(old, str):
            container[key] = self.random.choice([old + "!", old.upper(), old[::-1], "", " " + old])
        elif act == "long" and isinstance(old, str):
            container[key] = old * 300 if old else "x" * 3000
        elif act == "negative" and isinstance(old, (int, float)):
            container[key] = -old - 1
        elif act == "duplicate" and isinstance(old, list) and old:
            container[key] = old + [old[0]]
        elif act == "text" and not isinstance(old, (dict, list)):
            container[key] = str(old).lower()
        elif act == "large" and isinstance(old, (int, float)):
            container[key] = old * 1000 + 999_999
        else:
            del container[key]
            act = "remove"
        return document, act


def _places(value, path, places):
    if isinstance(value, dict):
        for key in sorted(value):
            places.append((value, key))
            _places(value[key], path + [key], places)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            places.append((value, index))
            _places(item, path + [index], places)


def from_pattern(pattern, source):
    """A string that a regular expression probably finds, or nothing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = sre_parse.parse(re.sub(r"\\p\{[^}]*\}", "a-z", pattern.replace("(?s)", "").replace("(?i)", "")))
        return _generate(tree, source)
    except (re.error, NotImplementedError, OverflowError, IndexError):
        return None


def _generate(tree, source):
    text = ""
    for operator, argument in tree:
        name = str(operator)
        if name == "LITERAL":
            text += chr(argument)
        elif name == "NOT_LITERAL":
            text += "a" if argument != ord("a") else "b"
        elif name == "ANY":
            text += source.choice("ab1")
        elif name == "IN":
            text += _member(argument, source)
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            least, most, inner = argument
            count = source.randint(least, min(int(most), least + 4))
            text += "".join(_generate(inner, source) for _ in range(count))
        elif name == "SUBPATTERN":
            text += _generate(argument[-1], source)
        elif name == "BRANCH":
            text += _generate(source.choice(argument[1]), source)
        elif name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        else:
            raise NotImplementedError(name)
    return text


def _member(items, source):
    if str(items[0][0]) == "NEGATE":
        for candidate in "a1-B/ ":
            if not any(_is_member(candidate, item) for item in items[1:]):
                return candidate
        raise NotImplementedError
    operator, argument = source.choice(items)
    name = str(operator)
    if name == "LITERAL":
        return chr(argument)
    if name == "RANGE":
        return chr(source.randint(argument[0], min(argument[1], max(argument[0], 126))))
    return {"CATEGORY_DIGIT": "7", "CATEGORY_WORD": "w", "CATEGORY_SPACE": " ", "CATEGORY_NOT_SPACE": "n", "CATEGORY_NOT_WORD": "-"}[str(argument)]


def _is_member(character, item):
    name, argument = str(item[0]), item[1]
    if name == "LITERAL":
        return ord(character) == argument
    if name == "RANGE":
        return argument[0] <= ord(character) <= argument[1]
    return {
        "CATEGORY_DIGIT": character.isdigit(), "CATEGORY_WORD": character.isalnum() or character == "_",
        "CATEGORY_SPACE": character.isspace(), "CATEGORY_NOT_SPACE": not character.isspace(),
        "CATEGORY_NOT_WORD": not (character.isalnum() or character == "_"),
    }[str(argument)]

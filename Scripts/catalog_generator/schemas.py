"""Turns one resource schema (the JSON Schema dialect of CloudFormation and cfn-lint) into nodes of the blob."""

from .blob import NONE

KINDS = ["any", "string", "integer", "number", "boolean", "array", "map", "object", "json", "reference"]
TYPES = ["string", "integer", "number", "boolean", "array", "object", "null"]

# Bits of the first word above kind (4) and type mask (7).
CLOSED, UNIQUE, UNORDERED, NEVER = 1 << 11, 1 << 12, 1 << 13, 1 << 14

# Fields of a node: a bit in the second word says that the field is there; one word each, in this order.
FIELDS = [
    "reference", "properties", "required", "items", "enum", "pattern", "minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "format", "default", "const",
    "additionalProperties", "patternProperties", "oneOf", "anyOf", "allOf", "conditional", "dependentRequired",
    "dependentExcluded", "requiredXor", "requiredOr", "mergedProperties", "rare",
]
# Fields of the record behind "rare": keywords that only a few dozen schemas use.
RARE = [
    "enumCaseInsensitive", "minProperties", "maxProperties", "uniqueKeys", "prefixItems", "maxUniqueItems", "contains",
    "propertyNames", "not",
]
REQUIRED, READ_ONLY, CREATE_ONLY, WRITE_ONLY, DEPRECATED, CONDITIONAL_CREATE_ONLY = (1 << 24 << i for i in range(6))

# Say nothing about validity that this catalogue needs.
ANNOTATIONS = {
    "title", "examples", "$comment", "description", "relationshipRef", "arrayType", "default", "insertionOrder", "cfnLint",
}
KEYWORDS = set(FIELDS) | set(RARE) | ANNOTATIONS | {
    "$ref", "type", "uniqueItems", "if", "then", "else", "dependencies",
}


class Unrepresentable(Exception):
    """A keyword or a form of it that the format has no place for."""


class SchemaEncoder:
    """Encodes the schemas of one document, whose definitions they may refer to."""

    def __init__(self, blob, document):
        self.blob = blob
        self.document = document
        targets = {"#/definitions/" + name for name in document.get("definitions") or {}}
        _collect_references(document, targets)
        names = {}
        for target in sorted(targets):
            names[target] = target.split("/")[-1] if target.startswith("#/definitions/") else target[2:].replace("properties/", "")
        self.targets = sorted(targets, key=lambda target: names[target].encode())
        self.index = {target: position for position, target in enumerate(self.targets)}
        self.names = names

    def definitions(self):
        rows = [len(self.targets)]
        for target in self.targets:
            rows += [self.blob.string(self.names[target]), self.node(self.resolve(target))]
        return self.blob.put(rows)

    def resolve(self, reference):
        current = self.document
        for part in reference.split("/")[1:]:
            current = current[part]
        return current

    # MARK: Nodes

    def node(self, schema, flags=None):
        if schema is True or schema == {}:
            return self.blob.put([0, 0])
        if schema is False:
            return self.blob.put([NEVER, 0])
        if not isinstance(schema, dict):
            raise Unrepresentable(f"{schema!r} is no schema")
        unknown = set(schema) - KEYWORDS
        if unknown:
            raise Unrepresentable("keyword " + ", ".join(sorted(unknown)))
        schema = _lift_dependencies(_lift_reference(schema))
        fields = {}
        self._scalars(schema, fields)
        self._containers(schema, fields, flags or {})
        self._combinations(schema, fields)
        merged = self._merged(schema)
        if merged is not None:
            fields["mergedProperties"] = self.properties(merged, set(schema.get("required") or []), flags or {})
        mask = self._mask(schema)
        word = KINDS.index(self._kind(schema, merged)) | mask << 4
        if schema.get("additionalProperties") is False:
            word |= CLOSED
        if schema.get("uniqueItems"):
            word |= UNIQUE
        if schema.get("insertionOrder") is False:
            word |= UNORDERED
        return self._record(word, fields, FIELDS)

    def _record(self, word, fields, order):
        presence, values = 0, []
        for bit, name in enumerate(order):
            if name in fields:
                presence |= 1 << bit
                values.append(fields[name])
        return self.blob.put([word, presence] + values)

    def _scalars(self, schema, fields):
        blob = self.blob
        if "$ref" in schema:
            fields["reference"] = self.index[schema["$ref"]]
        for name in ("enum",):
            if name in schema:
                fields[name] = self._values(schema[name])
        if "pattern" in schema:
            fields["pattern"] = blob.string(schema["pattern"])
        for name in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"):
            if name in schema:
                if isinstance(schema[name], bool) or not isinstance(schema[name], (int, float)):
                    raise Unrepresentable(f"{name} that is no number")
                fields[name] = blob.double(schema[name])
        for name in ("minLength", "maxLength", "minItems", "maxItems"):
            if name in schema:
                fields[name] = min(int(schema[name]), NONE - 1)
        if isinstance(schema.get("format"), str):
            fields["format"] = blob.string(schema["format"])
        for name in ("default", "const"):
            if name in schema:
                fields[name] = blob.value(schema[name])

    def _values(self, values):
        """A list of values; with the highest bit of its count set, they are plain strings."""
        if all(isinstance(value, str) for value in values):
            return self.blob.put([len(values) | 1 << 31] + [self.blob.string(value) for value in values])
        return self.blob.list(self.blob.value(value) for value in values)

    def _containers(self, schema, fields, flags):
        properties = schema.get("properties")
        required = schema.get("required") if isinstance(schema.get("required"), list) else []
        if properties:
            fields["properties"] = self.properties(properties, set(required), flags)
        loose = [name for name in required if name not in (properties or {})]
        if loose:
            fields["required"] = self.blob.strings(loose)
        if "items" in schema:
            fields["items"] = self.node(schema["items"])
        if isinstance(schema.get("additionalProperties"), dict) and schema["additionalProperties"]:
            fields["additionalProperties"] = self.node(schema["additionalProperties"])
        if schema.get("patternProperties"):
            rows = []
            for pattern, value in sorted(schema["patternProperties"].items()):
                rows += [self.blob.string(pattern), self.node(value)]
            fields["patternProperties"] = self.blob.put([len(rows) // 2] + rows)

    def properties(self, properties, required, flags):
        # The upper half of the count says how many of the properties are required.
        rows = [len(properties) | len(required & set(properties)) << 16]
        for name in sorted(properties, key=str.encode):
            marks = flags.get(name, 0) | (REQUIRED if name in required else 0)
            offset = self.blob.string(name)
            if offset >= 1 << 24:
                raise ValueError("the string pool outgrew the 24 bits of a property's name")
            rows += [offset | marks, self.node(properties[name])]
        return self.blob.put(rows)

    def _combinations(self, schema, fields):
        blob = self.blob
        for name in ("oneOf", "anyOf", "allOf"):
            if schema.get(name):
                fields[name] = blob.list(self.node(alternative) for alternative in schema[name])
        if "if" in schema and ("then" in schema or "else" in schema):
            fields["conditional"] = blob.put(
                self.node(schema[part]) if part in schema else NONE for part in ("if", "then", "else"))
        dependent = {key: list(names) for key, names in (schema.get("dependentRequired") or {}).items()}
        for key, names in (schema.get("dependencies") or {}).items():
            dependent[key] = dependent.get(key, []) + names
        if dependent:
            fields["dependentRequired"] = self._table(dependent)
        if schema.get("dependentExcluded"):
            fields["dependentExcluded"] = self._table(schema["dependentExcluded"])
        for name in ("requiredXor", "requiredOr"):
            if schema.get(name):
                fields[name] = blob.strings(schema[name])
        rare = {}
        if "enumCaseInsensitive" in schema:
            rare["enumCaseInsensitive"] = self._values(schema["enumCaseInsensitive"])
        for name in ("minProperties", "maxProperties", "maxUniqueItems"):
            if name in schema:
                rare[name] = min(int(schema[name]), NONE - 1)
        if schema.get("uniqueKeys"):
            rare["uniqueKeys"] = blob.strings(schema["uniqueKeys"])
        if schema.get("prefixItems"):
            rare["prefixItems"] = blob.list(self.node(item) for item in schema["prefixItems"])
        for name in ("contains", "propertyNames", "not"):
            if name in schema:
                rare[name] = self.node(schema[name])
        if rare:
            fields["rare"] = self._record(0, rare, RARE)

    def _table(self, table):
        rows = []
        for key in sorted(table):
            rows += [self.blob.string(key), self.blob.strings(table[key])]
        return self.blob.put([len(table)] + rows)

    # MARK: What a node is to somebody who declares a value for it

    def _mask(self, schema):
        types = schema.get("type") or []
        mask = 0
        for name in [types] if isinstance(types, str) else types:
            mask |= 1 << TYPES.index(name)
        return mask

    def _kind(self, schema, merged):
        if "$ref" in schema and not schema.get("properties"):
            return "reference"
        types = schema.get("type")
        types = [types] if isinstance(types, str) else [name for name in types or [] if name != "null"]
        if not types:
            if schema.get("properties") or schema.get("patternProperties") or merged:
                types = ["object"]
            elif "items" in schema:
                types = ["array"]
            elif "enum" in schema and all(isinstance(value, str) for value in schema["enum"]):
                types = ["string"]
        if "object" in types:
            if schema.get("properties") or merged:
                return "object"
            if schema.get("patternProperties") or isinstance(schema.get("additionalProperties"), dict):
                return "map" if types == ["object"] else "json"
            return "json"
        return types[0] if len(types) == 1 else "any"

    def _merged(self, schema):
        """Properties of an object together with those that only its alternatives name; nothing where they add none."""
        own = dict(schema.get("properties") or {})
        found = dict(own)
        plain = True
        for name in ("oneOf", "anyOf", "allOf"):
            for alternative in schema.get(name) or []:
                plain = self._gather(alternative, found, 0) and plain
        if len(found) == len(own) or not (own or plain):
            return None
        return found

    def _gather(self, schema, found, depth):
        if depth > 4 or not isinstance(schema, dict):
            return False
        if "$ref" in schema:
            return self._gather(self.resolve(schema["$ref"]), found, depth + 1)
        types = schema.get("type", "object")
        if types != "object" and "object" not in types:
            return False
        for name, value in (schema.get("properties") or {}).items():
            # A bare `{"required": […]}` or `true` under a known name only narrows an alternative.
            if isinstance(value, dict) and (set(value) & {"type", "$ref", "properties", "items", "oneOf", "anyOf", "enum"}):
                found.setdefault(name, value)
        plain = True
        for name in ("oneOf", "anyOf", "allOf"):
            for alternative in schema.get(name) or []:
                plain = self._gather(alternative, found, depth + 1) and plain
        return plain


def _collect_references(value, found):
    if isinstance(value, dict):
        reference = value.get("$ref")
        if isinstance(reference, str):
            found.add(reference)
        for item in value.values():
            _collect_references(item, found)
    elif isinstance(value, list):
        for item in value:
            _collect_references(item, found)


def _lift_reference(schema):
    """`allOf: [{$ref}, {default}]` says no more than `$ref` with a default beside it."""
    parts = schema.get("allOf")
    if not parts or "$ref" in schema or not all(isinstance(part, dict) for part in parts):
        return schema
    references = [part for part in parts if set(part) == {"$ref"}]
    others = [part for part in parts if set(part) != {"$ref"}]
    if len(references) != 1 or any(set(part) - ANNOTATIONS for part in others):
        return schema
    lifted = {key: value for key, value in schema.items() if key != "allOf"}
    for part in references + others:
        lifted.update(part)
    return lifted


def _lift_dependencies(schema):
    """A dependency that is a schema is a condition: if the property is there, the schema holds."""
    dependencies = schema.get("dependencies") or {}
    conditions = [{"if": {"required": [key]}, "then": value} for key, value in dependencies.items() if isinstance(value, dict)]
    if not conditions:
        return schema
    lists = {key: value for key, value in dependencies.items() if isinstance(value, list)}
    return dict(schema, dependencies=lists, allOf=list(schema.get("allOf") or []) + conditions)

"""One row of the type table per resource type: identity, paths with a meaning, tagging, lifecycle."""

from . import schemas
from .blob import NONE

ROW_WORDS = 24
PATHS = [  # the schema's list of paths, and the mark of a property that such a path covers
    ("readOnlyProperties", schemas.READ_ONLY),
    ("createOnlyProperties", schemas.CREATE_ONLY),
    ("conditionalCreateOnlyProperties", schemas.CONDITIONAL_CREATE_ONLY),
    ("writeOnlyProperties", schemas.WRITE_ONLY),
    ("deprecatedProperties", schemas.DEPRECATED),
]
TAGGABLE, TAG_ON_CREATE, TAG_UPDATABLE, SYSTEM_TAGS, TAG_LIST, TAG_MAP, HOLDS_DATA, DELETE_FIRST, TAGGING_STATED, NESTED_READ_ONLY = (
    1 << bit for bit in range(10))
# Lists whose elements their API tells apart by name, which cfn-lint's copy of the schema does not say
# (DynamoDB API, CreateTable; DescribeTable answers in any order).
UNORDERED = {
    "AWS::DynamoDB::Table": ["AttributeDefinitions", "GlobalSecondaryIndexes", "LocalSecondaryIndexes"],
    "AWS::DynamoDB::GlobalTable": ["AttributeDefinitions", "GlobalSecondaryIndexes", "LocalSecondaryIndexes", "Replicas"],
}


def row(blob, document, stateful, rules):
    for name in UNORDERED.get(document["typeName"], []):
        document["properties"][name] = dict(document["properties"][name], insertionOrder=False)
    encoder = schemas.SchemaEncoder(blob, document)
    paths = {key: [components(document, path) for path in document.get(key) or []] for key, _ in PATHS}
    flags = {}
    for key, mark in PATHS:
        for path in paths[key]:
            if len(path) == 1:
                flags[path[0]] = flags.get(path[0], 0) | mark
    root = {key: value for key, value in document.items() if key in schemas.KEYWORDS}
    root_node = encoder.node(dict(root, type="object"), flags)
    tagging, tag_words = _tagging(blob, document, encoder)
    bits = tagging
    if document["typeName"] in stateful:
        bits |= HOLDS_DATA
    if any(len(path) > 1 for path in paths["readOnlyProperties"]):
        bits |= NESTED_READ_ONLY
    strategy = document.get("replacementStrategy")
    if strategy == "delete_then_create":
        bits |= DELETE_FIRST
    elif strategy not in (None, "create_then_delete"):
        raise schemas.Unrepresentable(f"replacementStrategy {strategy}")
    lifecycle = document.get("lifecycle") or {}
    transforms = []
    for path, text in sorted((document.get("propertyTransform") or {}).items()):
        transforms += [blob.string("/".join(components(document, path))), blob.string(text)]
    words = [blob.string(document["typeName"]), root_node, encoder.definitions(), bits]
    words.append(blob.strings("/".join(components(document, path)) for path in document.get("primaryIdentifier") or []))
    words.append(blob.list(
        blob.strings("/".join(components(document, path)) for path in ([paths] if isinstance(paths, str) else paths))
        for paths in document.get("additionalIdentifiers") or []))
    words += [blob.strings("/".join(path) for path in paths[key]) for key, _ in PATHS]
    words.append(_trie(blob, [(path, mark) for key, mark in PATHS for path in paths[key]]))
    words.append(blob.put([len(transforms) // 2] + transforms))
    words += tag_words
    words.append(blob.string(document.get("documentationUrl")))
    words.append(blob.string(document.get("sourceUrl")))
    words.append(blob.string(lifecycle.get("status")))
    words.append(blob.string(lifecycle.get("date")))
    words.append(blob.put([len(rules)] + [word for rule in rules for word in rule]))
    return words + [0] * (ROW_WORDS - len(words))


def components(document, path):
    """`/properties/A/*/B` as ["A", "*", "B"], with `*` for items of arrays and values of maps, however it was spelled."""
    parts = [part for part in path.split("/") if part]
    if parts and parts[0] == "properties":
        parts = parts[1:]
    found, current = [], document
    for part in parts:
        current = _resolved(document, current)
        properties = current.get("properties") or {}
        if part in properties:
            found.append(part)
            current = properties[part]
        elif part == "properties":
            continue
        elif part in ("*", "items"):
            found.append("*")
            current = _element(current)
        else:
            element = _resolved(document, _element(current))
            if part in (element.get("properties") or {}):
                found += ["*", part]
                current = element["properties"][part]
            else:
                found.append(part)
                current = {}
    return found


def _resolved(document, schema):
    for _ in range(8):
        reference = schema.get("$ref") if isinstance(schema, dict) else None
        if reference is None:
            break
        schema = document
        for part in reference.split("/")[1:]:
            schema = schema[part]
    if not isinstance(schema, dict):
        return {}
    if "properties" not in schema:
        for name in ("oneOf", "anyOf", "allOf"):
            merged = {}
            for alternative in schema.get(name) or []:
                merged.update(_resolved(document, alternative).get("properties") or {})
            if merged:
                return dict(schema, properties=merged)
    return schema


def _element(schema):
    if isinstance(schema.get("items"), dict):
        return schema["items"]
    for value in (schema.get("patternProperties") or {}).values():
        return value
    if isinstance(schema.get("additionalProperties"), dict):
        return schema["additionalProperties"]
    return {}


def _trie(blob, marked):
    """[count, (name, marks, child)…]: a listed path covers everything beneath it."""
    if not marked:
        return NONE
    marks, below = {}, {}
    for path, mark in marked:
        if len(path) == 1:
            marks[path[0]] = marks.get(path[0], 0) | mark
        else:
            below.setdefault(path[0], []).append((path[1:], mark))
    names = sorted(set(marks) | set(below), key=str.encode)
    words = [len(names)]
    for name in names:
        words += [blob.string(name), marks.get(name, 0), _trie(blob, below.get(name, []))]
    return blob.put(words)


def _tagging(blob, document, encoder):
    """Where tags go and in which form. Types without a statement of their own get CloudFormation's defaults."""
    stated = document.get("tagging")
    tagging = stated or {}
    properties = document.get("properties") or {}
    path = tagging.get("tagProperty") or "/properties/Tags"
    parts = components(document, path)
    name = parts[0] if len(parts) == 1 else None
    taggable = tagging.get("taggable", document.get("taggable", name in properties)) and name in properties
    if not taggable:
        return TAGGING_STATED if stated else 0, [NONE, NONE, NONE]
    bits = TAGGABLE | (TAGGING_STATED if stated else 0)
    for key, bit in (("tagOnCreate", TAG_ON_CREATE), ("tagUpdatable", TAG_UPDATABLE), ("cloudFormationSystemTags", SYSTEM_TAGS)):
        if tagging.get(key, True):
            bits |= bit
    schema = _resolved(document, properties[name])
    key_name = value_name = None
    if schema.get("type") == "array" or "items" in schema:
        item = _resolved(document, schema.get("items") or {}).get("properties") or {}
        for key, value in (("Key", "Value"), ("TagKey", "TagValue"), ("key", "value")):
            if key in item and value in item:
                key_name, value_name = key, value
                bits |= TAG_LIST
                break
    else:
        bits |= TAG_MAP
    return bits, [blob.string(name), blob.string(key_name), blob.string(value_name)]

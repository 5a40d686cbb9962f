"""Shapes and members: what botocore's models say of them, resolved for one protocol, with equal shapes stored once.

Names are resolved here, so that the program needs no rule about them: a member carries the name in requests and the name in answers.
A member's traits are those of its shape with its own laid over them (Smithy: "traits applied to members supersede").
"""

from .blob import NONE

KINDS = ["structure", "list", "map", "string", "integer", "long", "float", "double", "boolean", "blob", "timestamp", "document"]
LOCATIONS = ["body", "uri", "querystring", "header", "headers", "statusCode", "payload"]
TIMESTAMP_FORMATS = [None, "iso8601", "unixTimestamp", "rfc822"]
UNION, EVENT_STREAM = 1, 2
(REQUIRED, FLATTENED, XML_ATTRIBUTE, STREAMING, HOST_LABEL, IDEMPOTENCY_TOKEN, SENSITIVE, EVENT_PAYLOAD, EVENT_HEADER, JSON_VALUE,
 HAS_NAMESPACE) = (1 << bit for bit in range(6, 17))
FLAGS = [
    ("flattened", FLATTENED), ("xmlAttribute", XML_ATTRIBUTE), ("streaming", STREAMING), ("hostLabel", HOST_LABEL),
    ("idempotencyToken", IDEMPOTENCY_TOKEN), ("sensitive", SENSITIVE), ("eventpayload", EVENT_PAYLOAD), ("eventheader", EVENT_HEADER),
    ("jsonvalue", JSON_VALUE),
]
XML_PROTOCOLS = ("query", "ec2", "rest-xml")


class Shapes:
    """All shapes of all services; `add` collects, `store` writes them, then `offset` answers."""

    def __init__(self):
        self._indices = {}  # (service, protocol, shape name) to index
        self._local = []  # what a shape says by itself
        self._children = []  # the indices of the shapes that its members have
        self._offsets = []

    def add(self, service, protocol, shapes, name):
        """The index of a shape, with everything that it refers to."""
        first = (service, protocol, name)
        waiting = [name]
        while waiting:
            current = waiting.pop()
            key = (service, protocol, current)
            if key in self._indices:
                continue
            self._indices[key] = len(self._local)
            kind, flags, references = _parts(shapes, protocol, current)
            self._local.append((kind, flags, tuple(traits for traits, _ in references)))
            self._children.append([(service, protocol, target) for _, target in references])
            waiting += [target for _, target in references]
        return self._indices[first]

    def store(self, blob):
        """Merges shapes that no call could tell apart, whatever their names, and writes each once."""
        children = [[self._indices[key] for key in keys] for keys in self._children]
        classes = _numbered(self._local)
        while True:
            refined = _numbered([(classes[i], tuple(classes[child] for child in children[i])) for i in range(len(classes))])
            if max(refined) == max(classes):
                break
            classes = refined
        places, representatives = {}, {}
        for index, number in enumerate(classes):
            if number not in places:
                representatives[number] = index
                places[number] = blob.reserve(_size(self._local[index]))
        self._offsets = [places[number] for number in classes]
        for number, index in representatives.items():
            kind, flags, traits = self._local[index]
            offsets = [member(blob, trait, self._offsets[child]) for trait, child in zip(traits, children[index])]
            words = [KINDS.index(kind) | flags << 8]
            if kind == "structure":
                in_body = [position for position in range(len(traits)) if traits[position][3] & 15 == 0]
                in_body.sort(key=lambda position: traits[position][1].encode())
                words += [len(offsets), blob.list(offsets[position] for position in in_body)]
            blob.fill(places[number], words + offsets)
        return len(places)

    def offset(self, index):
        return self._offsets[index]


def member(blob, traits, shape):
    """A member: its name, its name in answers and in requests, its shape, its traits."""
    name, wire, input_name, bits, uri, prefix = traits
    words = [blob.string(name), blob.string(wire), blob.string(input_name), shape, bits]
    if uri is not None:
        words += [blob.string(uri), NONE if prefix is None else blob.string(prefix)]
    return blob.put(words)


def reference(shapes, protocol, target, default, required=False, payload=False):
    """(traits, name of the shape) of a reference to a shape under a name."""
    shape = shapes[target["shape"]]
    merged = {**{key: value for key, value in shape.items() if key not in ("required", "payload")}, **target}
    location = merged.get("location") if not payload else "payload"
    named = merged.get("locationName")
    if payload and named is None and protocol == "rest-xml" and shape["type"] == "structure":
        named = target["shape"]
    wire = input_name = named or default
    if shape["type"] == "list" and merged.get("flattened") and protocol in XML_PROTOCOLS:
        element = {**shapes[shape["member"]["shape"]], **shape["member"]}.get("locationName")
        if element:
            wire = element
            if protocol == "query":
                input_name = element
    if protocol == "ec2":
        if merged.get("queryName"):
            input_name = merged["queryName"]
        elif named:
            input_name = named[0].upper() + named[1:]
        else:
            input_name = default
    bits = LOCATIONS.index(location or "body") | TIMESTAMP_FORMATS.index(merged.get("timestampFormat")) << 4
    if required:
        bits |= REQUIRED
    for key, flag in FLAGS:
        if merged.get(key):
            bits |= flag
    uri = prefix = None
    namespace = merged.get("xmlNamespace")
    if namespace is not None and protocol == "rest-xml":
        uri, prefix = (namespace, None) if isinstance(namespace, str) else (namespace["uri"], namespace.get("prefix"))
        bits |= HAS_NAMESPACE
    return (default, wire, input_name, bits, uri, prefix), target["shape"]


def _parts(shapes, protocol, name):
    shape = shapes[name]
    kind = shape["type"]
    if kind == "character":
        kind = "string"
    if kind == "structure":
        if shape.get("document"):
            return "document", 0, []
        flags = (UNION if shape.get("union") else 0) | (EVENT_STREAM if shape.get("eventstream") else 0)
        required = shape.get("required") or []
        names = list(shape.get("members") or {})
        ordered = [entry for entry in shape.get("xmlOrder") or [] if entry in names]
        names = ordered + [entry for entry in names if entry not in ordered]
        return kind, flags, [
            reference(shapes, protocol, shape["members"][entry], entry, entry in required, entry == shape.get("payload"))
            for entry in names
        ]
    if kind == "list":
        return kind, 0, [reference(shapes, protocol, shape["member"], "member")]
    if kind == "map":
        return kind, 0, [reference(shapes, protocol, shape["key"], "key"), reference(shapes, protocol, shape["value"], "value")]
    if kind not in KINDS:
        raise ValueError(f"shape {name} has the unknown type {kind}")
    return kind, 0, []


def _size(local):
    kind, _, traits = local
    return (3 if kind == "structure" else 1) + len(traits)


def _numbered(keys):
    numbers = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]

"""One row per service, one per operation."""

import re

from . import shapes as shape_module
from .blob import NONE
from .completions import SETTINGS

SERVICE_WORDS, OPERATION_WORDS = 11, 12
PROTOCOLS = ["json", "query", "ec2", "rest-json", "rest-xml"]
# Of several protocols the first of these. Query before JSON: it is CloudWatch's oldest, and the one that every emulator has.
PREFERRED = ["query", "json", "rest-json", "rest-xml", "ec2"]
QUERY_COMPATIBLE, S3_RULES = 1, 2
READ_ONLY, UNSIGNED, CHECKSUM_REQUIRED, UNWRAPPED_OUTPUT, UNSIGNED_PAYLOAD, FLEXIBLE_CHECKSUM, SETTING = (1 << bit for bit in range(7))
# An operation whose name begins with one of these verbs changes nothing, so that it may be sent again.
READ_VERBS = re.compile(
    r"(Get|List|Describe|BatchGet|TransactGet|Head|Lookup|Search|Query|Scan|Select|Simulate|Validate|Check|Preview|Estimate|View)"
    r"(?=[A-Z]|$)")
# So do these, whose names do not say it: they compute, or hand out credentials that nobody has to take back.
STATELESS = {
    "kms": {"Encrypt", "Decrypt", "ReEncrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GenerateRandom", "Sign", "Verify",
            "GenerateMac", "VerifyMac"},
    "sts": {"AssumeRole", "AssumeRoleWithWebIdentity", "AssumeRoleWithSAML", "DecodeAuthorizationMessage"},
}
# Smithy's trait aws.customizations#s3UnwrappedXmlOutput, which botocore keeps in code: the root is the member.
UNWRAPPED = {("s3", "GetBucketLocation")}


def protocol(metadata):
    offered = metadata.get("protocols") or [metadata["protocol"]]
    for candidate in PREFERRED:
        if candidate in offered:
            return candidate
    raise ValueError(f"none of the protocols {offered} is supported")


class Service:
    """A service with the operations that are taken of it; shapes are collected first and written before the rows."""

    def __init__(self, name, model, paginators, operations, shapes):
        self.name = name
        self.metadata = model["metadata"]
        self.protocol = protocol(self.metadata)
        self.operations = sorted(operations, key=str.encode)
        self.model = model
        self.paginators = paginators
        missing = [operation for operation in self.operations if operation not in model["operations"]]
        missing += [operation for operation in SETTINGS.get(name, ()) if operation not in self.operations]
        if missing:
            raise ValueError(f"{name} has no operation {', '.join(missing)}")
        self._roots = {}
        for operation in self.operations:
            for direction in ("input", "output"):
                target = model["operations"][operation].get(direction)
                if target:
                    traits, shape = shape_module.reference(model["shapes"], self.protocol, target, "")
                    self._roots[operation, direction] = (traits, shapes.add(name, self.protocol, model["shapes"], shape))

    def row(self, blob, shapes):
        metadata = self.metadata
        rows = []
        for operation in self.operations:
            rows += self._operation(blob, shapes, operation)
        flags = QUERY_COMPATIBLE if "awsQueryCompatible" in metadata and self.protocol == "json" else 0
        flags |= S3_RULES if self.name == "s3" else 0
        prefix = metadata["endpointPrefix"]
        optional = [metadata.get(key) for key in ("targetPrefix", "jsonVersion")]
        return [
            blob.string(self.name), blob.string(prefix), blob.string(metadata.get("signingName") or prefix),
            blob.string(metadata["serviceId"]), PROTOCOLS.index(self.protocol) | flags << 8, blob.string(metadata["apiVersion"]),
            *[blob.string(text) for text in optional], len(self.operations), blob.append(rows), OPERATION_WORDS,
        ]

    def _operation(self, blob, shapes, name):
        operation = self.model["operations"][name]
        members = self._members(operation)
        tokens = [member for member, target in members.items() if target.get("idempotencyToken")]
        roots = []
        for direction in ("input", "output"):
            root = self._roots.get((name, direction))
            roots.append(NONE if root is None else shape_module.member(blob, root[0], shapes.offset(root[1])))
        checksum = operation.get("httpChecksum") or {}
        algorithm = checksum.get("requestAlgorithmMember")
        return [
            blob.string(name), blob.string(operation["http"]["method"]), blob.string(operation["http"]["requestUri"]), *roots,
            self._errors(blob, operation), blob.string((operation.get("output") or {}).get("resultWrapper")),
            self._flags(name, operation, checksum), blob.string(tokens[0] if tokens else None),
            blob.string((operation.get("endpoint") or {}).get("hostPrefix")), self._paginator(blob, name), blob.string(algorithm),
        ]

    def _members(self, operation):
        target = operation.get("input")
        return self.model["shapes"][target["shape"]].get("members") or {} if target else {}

    def _flags(self, name, operation, checksum):
        flags = 0
        # Where the method means something, RFC 9110, section 9.2.1 applies.
        safe_method = self.protocol in ("rest-json", "rest-xml") and operation["http"]["method"] in ("GET", "HEAD")
        if safe_method or operation.get("readonly") or READ_VERBS.match(name) or name in STATELESS.get(self.name, ()):
            flags |= READ_ONLY
        if operation.get("authtype") == "none" or operation.get("auth") == ["smithy.api#noAuth"]:
            flags |= UNSIGNED
        if operation.get("httpChecksumRequired") or checksum.get("requestChecksumRequired"):
            flags |= CHECKSUM_REQUIRED
        if checksum.get("requestAlgorithmMember"):
            flags |= FLEXIBLE_CHECKSUM
        if (self.name, name) in UNWRAPPED:
            flags |= UNWRAPPED_OUTPUT
        if name in SETTINGS.get(self.name, ()):
            flags |= SETTING
        if operation.get("unsignedPayload") or operation.get("authtype") == "v4-unsigned-body":
            flags |= UNSIGNED_PAYLOAD
        return flags

    def _errors(self, blob, operation):
        """Per error: the shape's name, the code on the wire, the status."""
        words = []
        for target in operation.get("errors") or []:
            error = self.model["shapes"][target["shape"]].get("error") or {}
            words += [blob.string(target["shape"]), blob.string(error.get("code") or target["shape"]), error.get("httpStatusCode", 0)]
        return blob.put([len(words) // 3] + words)

    def _paginator(self, blob, name):
        """Input tokens, output tokens, results, the member for the size of a page, the member that says whether there is more."""
        found = self.paginators.get(name)
        if found is None:
            return NONE
        lists = [_texts(found.get(key)) for key in ("input_token", "output_token", "result_key")]
        return blob.put([*[blob.strings(texts) for texts in lists], blob.string(found.get("limit_key")), blob.string(found.get("more_results"))])


def _texts(value):
    return [value] if isinstance(value, str) else list(value or [])

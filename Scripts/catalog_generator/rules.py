"""Rules of cfn-lint that cross properties: its extension schemas and the places where it applies them."""

import json
import re

from cfnlint.config import _DEFAULT_RULESDIR
from cfnlint.rules import Rules
from cfnlint.rules.formats.FormatKeyword import FormatKeyword
from cfnlint.rules.jsonschema.CfnLintJsonSchema import CfnLintJsonSchema
from cfnlint.rules.jsonschema.CfnLintJsonSchemaRegional import CfnLintJsonSchemaRegional

from .schemas import SchemaEncoder, Unrepresentable
from .sentences import SENTENCES

WARNING = 1
# Rules whose class does more than apply its schema, or whose schema does not do what its title says.
UNSUITABLE = {
    "E3601": "state machine definitions are checked in a language of their own",
    "E3042": "ECS takes a container without Essential as essential, so the schema refuses valid documents",
}
# Larger than this, a rule is a price list by engine and version that is out of date when it ships.
LARGEST_RULE = 600_000


# Checks that Sources/ResourceCatalog/Rules writes by hand, and where they apply; the number is DocumentCheckKind's.
POLICIES = {"E3510": 1, "E3512": 2, "E3513": 3, "E3530": 4}
BY_HAND = [
    (5, "AWS::Events::Rule", "ScheduleExpression", "A rule runs at a rate or by cron"),
    (6, "AWS::Scheduler::Schedule", "ScheduleExpression", "A schedule runs at a rate, by cron, or once"),
    (7, "AWS::Backup::BackupPlan", "BackupPlan/BackupPlanRule/*/ScheduleExpression", "A backup rule runs by cron"),
    (8, "AWS::EC2::VPC", "CidrBlock", "A VPC has from 16 to 65,536 addresses"),
    (8, "AWS::EC2::VPCCidrBlock", "CidrBlock", "A VPC has from 16 to 65,536 addresses"),
    (8, "AWS::EC2::Subnet", "CidrBlock", "A subnet has from 16 to 65,536 addresses"),
    (9, "AWS::AutoScaling::AutoScalingGroup", "", "MaxSize is at least MinSize"),
]
# Rules that cfn-lint writes as code and a schema can say: number, type, path, sentence, schema.
ADDED = [
    ("E3673", "AWS::EC2::Instance", [], "an instance needs an image, its own or its launch template's",
     {"anyOf": [{"required": ["ImageId"]}, {"required": ["LaunchTemplate"]}]}),
]


def load():
    return [rule for _, rule in sorted(Rules.create_from_directory(_DEFAULT_RULESDIR).items())]


def encode(blob, loaded, types):
    """Rows [path, node, definitions, message, id, severity, kind of check] by type name, and what was left out, with the reason."""
    rows, skipped, taken = {}, [], 0
    anything = SchemaEncoder(blob, {})
    unconstrained = [anything.node(True), anything.definitions()]

    def by_hand(kind, type_name, path, message, identifier):
        row = [blob.strings(path), *unconstrained, blob.string(message), blob.string(identifier), 0, kind]
        rows.setdefault(type_name, []).append(row)

    for kind, type_name, path, message in BY_HAND:
        by_hand(kind, type_name, [part for part in path.split("/") if part], message, "")
    for identifier, type_name, path, message, schema in ADDED:
        row = [blob.strings(path), anything.node(schema), unconstrained[1], blob.string(message), blob.string(identifier), 0, 0]
        rows.setdefault(type_name, []).append(row)
    for rule in loaded:
        if rule.id in POLICIES:
            for place in (place.split("/") for place in rule.keywords):
                if place[1] in types:
                    by_hand(POLICIES[rule.id], place[1], place[3:], rule.shortdesc, rule.id)
        places = [place.split("/") for place in getattr(rule, "keywords", None) or []]
        places = [place for place in places if len(place) > 2 and place[0] == "Resources" and place[2] == "Properties"]
        schema = getattr(rule, "_schema", None)
        if not places or not schema or not isinstance(rule, CfnLintJsonSchema) or getattr(rule, "_use_schema_arg", True):
            continue
        try:
            if rule.id in UNSUITABLE:
                raise Unrepresentable(UNSUITABLE[rule.id])
            if rule.id.startswith("I"):
                raise Unrepresentable("informational")
            if isinstance(rule, CfnLintJsonSchemaRegional):
                schema = _union_of_regions(schema)
            if len(repr(schema)) > LARGEST_RULE:
                raise Unrepresentable("too large: combinations of engine, version and instance class")
            schema = _cleaned(schema)
            encoder = SchemaEncoder(blob, schema)
            node = encoder.node({key: value for key, value in schema.items() if key != "definitions"})
            definitions = encoder.definitions()
        except (Unrepresentable, KeyError) as error:
            skipped.append((rule.id, rule.shortdesc, str(error)))
            continue
        message = blob.string(_sentence(rule, schema))
        severity = WARNING if rule.id.startswith("W") else 0
        for place in places:
            if place[1] in types:
                taken += 1
                path = blob.strings(place[3:])
                rows.setdefault(place[1], []).append([path, node, definitions, message, blob.string(rule.id), severity, 0])
    return rows, skipped, taken


def _sentence(rule, schema):
    if rule.id in SENTENCES:
        return SENTENCES[rule.id]
    if set(schema) == {"enum"}:
        return "no region has such a type"
    return schema.get("description") or re.sub(r"^Validates? (that |if )?", "", rule.shortdesc)


def formats(blob, loaded):
    """[count, (format, pattern)…] for kinds of identifiers that cfn-lint checks by pattern."""
    table = {}
    for rule in loaded:
        if isinstance(rule, FormatKeyword) and rule.pattern:
            # cfn-lint 1.51.0 registers its rule for log groups under the subnet's format by mistake.
            name = "AWS::Logs::LogGroup.Name" if type(rule).__name__ == "LogGroupName" else rule.format_keyword
            table[name] = rule.pattern
    words = []
    for name in sorted(table):
        words += [blob.string(name), blob.string(table[name])]
    return blob.put([len(table)] + words), len(table)


def _union_of_regions(schema):
    """What is valid in at least one region: where a resource goes is not known here."""
    regions = [rule for rule in schema.values() if isinstance(rule, dict)]
    if all(set(rule) == {"enum"} for rule in regions):
        values = sorted({value for rule in regions for value in rule["enum"]})
        if not values:
            raise Unrepresentable("empty")
        return {"enum": values}
    conditions = {}
    for rule in regions:
        if set(rule) != {"allOf"}:
            raise Unrepresentable("differs by region in more than lists of values")
        for part in rule["allOf"]:
            if set(part) != {"if", "then"} or set(part["then"]) != {"properties"}:
                raise Unrepresentable("differs by region in more than lists of values")
            allowed = conditions.setdefault(json.dumps(part["if"], sort_keys=True), {})
            for name, value in part["then"]["properties"].items():
                if set(value) != {"enum"}:
                    raise Unrepresentable("differs by region in more than lists of values")
                allowed.setdefault(name, set()).update(value["enum"])
    return {"allOf": [
        {"if": json.loads(condition), "then": {"properties": {name: {"enum": sorted(values)} for name, values in sorted(allowed.items())}}}
        for condition, allowed in sorted(conditions.items())
    ]}


def _cleaned(schema):
    """Without keywords that address the linter itself; what needs other resources cannot be said in one document."""
    if isinstance(schema, list):
        return [_cleaned(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    for keyword in ("cfnGather", "cfnContext", "$data", "$lookup", "dynamicValidation", "fn_items"):
        if keyword in schema:
            raise Unrepresentable(keyword)
    cleaned = {}
    for key, value in schema.items():
        if key == "required" and not isinstance(value, list):
            continue
        if key == "$schema" or key == "$id":
            continue
        if key in ("properties", "definitions"):
            cleaned[key] = {name: _cleaned(item) for name, item in value.items()}
        elif key in ("enum", "const", "default", "enumCaseInsensitive"):
            cleaned[key] = value
        else:
            cleaned[key] = _cleaned(value)
    return cleaned

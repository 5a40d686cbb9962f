#!/usr/bin/env python3
"""Judges a synthesized graph from outside: turns it into a CloudFormation template and runs cfn-lint on that.

    swift run deploy synth pilot | python3 Scripts/lint-graph.py
    python3 Scripts/lint-graph.py graph.json --template template.json

For development only; needs the packages of Scripts/requirements.txt. The templates are for cfn-lint to read and not to be deployed: there is
one for each account, which holds the resources of all regions side by side, so that every reference can be followed; what another account
has is a parameter, as CloudFormation wants it. The exit code is 1 if cfn-lint finds anything that is not listed, with its reason, in EXPECTED.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

# Findings that are wrong or meant, by rule and a part of the message or path.
EXPECTED = [
    ("W3010", "AvailabilityZone", "an environment states its zones; Fn::GetAZs would let AWS choose them anew"),
    ("E3010", "Resources", "this tool's templates hold whole accounts; what is deployed has no such limit"),
    ("E1040", "RecoverySecurityKeyKey", "the replica of a key is a key"),
    ("E3019", "SSM-SessionManagerRunShell", "one for each region, side by side here"),
    ("W2001", "Parameters", "a value of another account that only a condition or a text uses"),
    ("E3019", "{'AliasName':", "a replica key has its primary's alias, in another region; the template holds all regions side by side"),
]


def logical_id(address):
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", address))


class Converter:
    def __init__(self, graph, account):
        self.types = {resource["address"]: resource["type"] for resource in graph["resources"]}
        self.resources = [resource for resource in graph["resources"] if resource["placement"]["account"] == account]
        self.own = {resource["address"] for resource in self.resources}
        self.attributes = {}
        self.parameters = {}

    def readable(self, type_name):
        """The attributes that Fn::GetAtt knows."""
        if type_name not in self.attributes:
            schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", type_name).schema
            paths = schema.get("readOnlyProperties", [])
            self.attributes[type_name] = {path.removeprefix("/properties/").replace("/", ".") for path in paths}
        return self.attributes[type_name]

    def reference(self, address, attribute):
        if address not in self.own:
            name = logical_id(address) + re.sub(r"[^A-Za-z0-9]", "", attribute)
            is_list = attribute in ("NameServers",)
            self.parameters[name] = {"Type": "CommaDelimitedList" if is_list else "String"}
            return {"Ref": name}
        if attribute in self.readable(self.types[address]):
            return {"Fn::GetAtt": [logical_id(address), attribute]}
        return {"Ref": logical_id(address)}

    def convert(self, value):
        if isinstance(value, list):
            return [self.convert(element) for element in value]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            key, content = next(iter(value.items()))
            if key == "$ref":
                return self.reference(*content)
            if key == "$fn":
                return self.function(content[0], content[1:])
            if key == "$secret":
                return self.reference(*content[1:]) if content[0] == "attribute" else self.secret(*content)
        return {key: self.convert(content) for key, content in value.items()}

    def secret(self, kind, name):
        """A dynamic reference; what CloudFormation cannot read is a parameter."""
        name, _, field = name.partition("#")
        if kind == "secretsManager":
            return "{{resolve:secretsmanager:" + name + ":SecretString" + (":" + field if field else "") + "}}"
        if kind == "systemsManagerParameter":
            return "{{resolve:ssm-secure:" + name + "}}"
        self.parameters["Secret"] = {"Type": "String", "NoEcho": True}
        return {"Ref": "Secret"}

    def function(self, name, arguments):
        if name == "json":
            return self.json_text(arguments[0])
        arguments = [self.convert(argument) for argument in arguments]
        if name == "concatenate":
            return {"Fn::Join": ["", [str(part) if not isinstance(part, dict) else part for part in arguments]]}
        names = {"join": "Fn::Join", "split": "Fn::Split", "select": "Fn::Select", "base64": "Fn::Base64"}
        if name in names:
            return {names[name]: arguments[0] if name == "base64" else arguments}
        if name == "flatten" and len(arguments) == 1:
            return arguments[0]
        raise ValueError(f"no counterpart in CloudFormation for {name}")

    def json_text(self, document):
        """JSON with references inside: its text in pieces, with the references between them."""
        pieces = []

        def mark(value):
            if isinstance(value, list):
                return [mark(element) for element in value]
            if isinstance(value, dict) and len(value) == 1 and next(iter(value)) in ("$ref", "$fn"):
                pieces.append(self.convert(value))
                return f"\0{len(pieces) - 1}\0"
            if isinstance(value, dict):
                return {key: mark(content) for key, content in value.items()}
            return value

        text = json.dumps(mark(document)).replace("\\u0000", "\0").split("\0")
        parts = [pieces[int(part)] if index % 2 else part for index, part in enumerate(text)]
        return parts[0] if len(parts) == 1 else {"Fn::Join": ["", parts]}

    def template(self):
        resources = {}
        for resource in self.resources:
            entry = {"Type": resource["type"], "Properties": self.convert(resource["properties"])}
            # What a reference implies needs no DependsOn, and cfn-lint says so.
            waits = [logical_id(edge["on"]) for edge in resource.get("dependencies", []) if "paths" not in edge and edge["on"] in self.own]
            if waits:
                entry["DependsOn"] = waits
            lifecycle = resource.get("lifecycle", {})
            if lifecycle.get("protected") or lifecycle.get("retained"):
                entry["DeletionPolicy"] = entry["UpdateReplacePolicy"] = "Retain"
            resources[logical_id(resource["address"])] = entry
        if len(resources) != len(self.resources):
            raise ValueError("two addresses have one logical id")
        template = {"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources}
        if self.parameters:
            template["Parameters"] = self.parameters
        return template


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?", type=argparse.FileType(), default=sys.stdin, help="graph JSON; standard input if not given")
    parser.add_argument("--template", help="where to keep the template; of several accounts, each has its number before the extension")
    arguments = parser.parse_args()

    graph = json.load(arguments.graph)
    accounts = sorted({resource["placement"]["account"] for resource in graph["resources"]})
    findings, count, failed = [], 0, False
    for account in accounts:
        template = Converter(graph, account).template()
        count += len(template["Resources"])
        path = arguments.template
        if path and len(accounts) > 1:
            path = re.sub(r"(\.\w+)?$", rf"-{account}\1", path, count=1)
        with tempfile.NamedTemporaryFile("w", suffix=".json") if not path else open(path, "w") as file:
            # Without spaces: the size of a template is limited, too.
            json.dump(template, file, separators=(",", ":"))
            file.flush()
            lint = subprocess.run(
                ["cfn-lint", "--format", "json", "--regions", "us-east-1", "--", file.name], capture_output=True, text=True, check=False)
        found = json.loads(lint.stdout or "[]")
        findings += found
        failed = failed or (lint.returncode and not found)
        if lint.stderr:
            print(lint.stderr, file=sys.stderr)

    unexpected = 0
    for finding in findings:
        rule, message = finding["Rule"]["Id"], finding["Message"]
        path = "/".join(str(part) for part in (finding["Location"].get("Path") or []))
        reason = next((why for known, part, why in EXPECTED if known == rule and (part in message or part in path)), None)
        unexpected += reason is None
        print(f"{'expected  ' if reason else 'UNEXPECTED'} {rule} {path}: {message}" + (f" ({reason})" if reason else ""))
    print(f"{count} resources, {len(findings)} findings, {unexpected} unexpected")
    return 1 if unexpected or failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Judges CloudFormation templates from outside: cfn-lint, checkov, and whether each finds what it takes from the others.

    swift run deploy synth pilot --format cloudformation --out templates/pilot
    python3 Scripts/judge-templates.py templates --findings .ci/template-findings.yaml --checkov path/to/checkov

The folder has one folder for each environment. Needs the packages of Scripts/requirements.txt, and checkov, which may be installed apart. The
exit code is 1 for a finding that was not reviewed, for an error of cfn-lint, and for a review of what nothing finds any more.
"""

import argparse
import collections
import fnmatch
import json
import pathlib
import subprocess
import sys

import yaml


class Templates:
    """The templates of all environments, by path."""

    def __init__(self, root):
        self.root = root
        self.documents = {path: json.loads(path.read_text()) for path in sorted(root.glob("*/*/*/*.json"))}

    def where(self, path, logical_id):
        """Environment and address of a resource; its logical id if it has no address."""
        resource = self.documents[path]["Resources"].get(logical_id, {})
        address = resource.get("Metadata", {}).get("Strata", {}).get("Address", logical_id)
        return f"{path.relative_to(self.root).parts[0]} {address}"

    def by_region(self):
        regions = collections.defaultdict(list)
        for path in self.documents:
            regions[path.parent.name].append(path)
        return regions


def cfn_lint(templates):
    """Rule, place, text and level of each finding."""
    command = pathlib.Path(sys.executable).parent / "cfn-lint"
    for region, paths in sorted(templates.by_region().items()):
        run = subprocess.run(
            [command, "--format", "json", "--non-zero-exit-code", "none", "--regions", region, "--", *paths],
            capture_output=True, text=True, check=False)
        if run.returncode or run.stderr.strip():
            sys.exit(f"cfn-lint failed for {region}: {run.stderr}")
        for finding in json.loads(run.stdout or "[]"):
            path = pathlib.Path(finding["Filename"])
            keys = finding["Location"].get("Path") or []
            logical_id = keys[1] if len(keys) > 1 and keys[0] == "Resources" else "/".join(str(key) for key in keys)
            text = f"{finding['Message']} at {'/'.join(str(key) for key in keys)} of {path.name}"
            yield finding["Rule"]["Id"], templates.where(path, logical_id), text, finding["Level"]


def checkov(templates, command):
    """Rule, place and text of each failed check."""
    run = subprocess.run(
        [command, "--framework", "cloudformation", "--directory", templates.root, "--output", "json", "--compact", "--quiet", "--soft-fail",
         "--skip-download"],
        capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"checkov failed: {run.stderr}")
    reports = json.loads(run.stdout)
    results = reports if isinstance(reports, list) else [reports]
    seen = sum(report["summary"]["resource_count"] for report in results)
    declared = sum(len(document["Resources"]) for document in templates.documents.values())
    if seen != declared or any(report["summary"]["parsing_errors"] for report in results):
        sys.exit(f"checkov read {seen} resources of {declared}")
    for report in results:
        for check in report["results"]["failed_checks"]:
            path = templates.root / check["file_path"].lstrip("/")
            yield check["check_id"], templates.where(path, check["resource"].split(".")[-1]), check["check_name"]


def imports(value):
    """The names of all imports in a value."""
    if isinstance(value, dict):
        for key, content in value.items():
            if key == "Fn::ImportValue":
                yield content
            else:
                yield from imports(content)
    elif isinstance(value, list):
        for element in value:
            yield from imports(element)


def broken_links(environment):
    """What a template takes from another and would not find, in the order of the manifest."""
    manifest = json.loads((environment / "manifest.json").read_text())
    exports, outputs, done = collections.defaultdict(set), {}, set()
    for step in manifest["steps"]:
        for before in step.get("after", []):
            if before not in done:
                yield f"{step.get('template') or step['action']} stands before {before}, which it needs"
        done.add(step.get("template") or step["action"])
        if "template" not in step:
            continue
        document = json.loads((environment / step["template"]).read_text())
        place = (step["account"], step["region"])
        for name in imports(document):
            if name not in exports[place]:
                yield f"{step['template']} imports '{name}', which nothing before it exports in its account and region"
        sources = {parameter["name"]: parameter.get("from") for parameter in step.get("parameters", [])}
        if set(sources) != set(document.get("Parameters", {})):
            yield f"the manifest does not have the parameters of {step['template']}"
        for name, source in sources.items():
            if source and source["output"] not in outputs.get(source["template"], {}):
                yield f"{step['template']} takes {name} from an output that {source['template']} does not have"
        outputs[step["template"]] = document.get("Outputs", {})
        for output in document.get("Outputs", {}).values():
            name = output.get("Export", {}).get("Name")
            if name in exports[place]:
                yield f"two templates export '{name}'"
            if name:
                exports[place].add(name)
    files = {str(path.relative_to(environment)) for path in environment.glob("*/*/*.json")}
    if files != {step["template"] for step in manifest["steps"] if "template" in step}:
        yield f"the manifest of {environment.name} does not have the templates that are there"


class Review:
    """The findings that were reviewed, and which of them were found."""

    def __init__(self, entries):
        self.entries = [(entry, pattern) for entry in entries or [] for pattern in entry["where"]]
        self.found = set()

    def knows(self, rule, where):
        matches = [
            index for index, (entry, pattern) in enumerate(self.entries) if entry["rule"] == rule and fnmatch.fnmatchcase(where, pattern)]
        self.found.update(matches)
        return bool(matches)

    def stale(self):
        return [f"{entry['rule']} at {pattern}" for index, (entry, pattern) in enumerate(self.entries) if index not in self.found]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("templates", type=pathlib.Path, help="the folder with a folder of templates for each environment")
    parser.add_argument("--findings", type=pathlib.Path, required=True, help="the reviewed findings")
    parser.add_argument("--checkov", help="the command; without it only cfn-lint judges")
    arguments = parser.parse_args()

    templates = Templates(arguments.templates)
    if not templates.documents:
        sys.exit(f"there are no templates in {arguments.templates}")
    reviews = yaml.safe_load(arguments.findings.read_text())
    problems = [problem for path in sorted(arguments.templates.iterdir()) for problem in broken_links(path)]
    reviewed = 0

    review = Review(reviews.get("cfn-lint"))
    for rule, where, text, level in cfn_lint(templates):
        if review.knows(rule, where) and level != "Error":
            reviewed += 1
        else:
            problems.append(f"cfn-lint {rule} {where}: {text}")
    problems += [f"cfn-lint does not find {entry} any more" for entry in review.stale()]

    if arguments.checkov:
        review = Review(reviews.get("checkov"))
        for rule, where, text in checkov(templates, arguments.checkov):
            if review.knows(rule, where):
                reviewed += 1
            else:
                problems.append(f"checkov {rule} {where}: {text}")
        problems += [f"checkov does not find {entry} any more" for entry in review.stale()]

    for problem in problems:
        print(problem, file=sys.stderr)
    resources = sum(len(document["Resources"]) for document in templates.documents.values())
    print(f"{resources} resources in {len(templates.documents)} templates, {reviewed} reviewed findings, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

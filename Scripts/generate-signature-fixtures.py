#!/usr/bin/env python3
"""Has botocore sign requests and find endpoints, so that tests can compare its answers with ours.

Writes Tests/AWSClientTests/Fixtures/{signatures,endpoints}.json. The same release gives the same files.
"""

import base64
import datetime
import json
import os
import re

import botocore.auth
import botocore.session
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.endpoint_provider import EndpointProvider

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "Tests", "AWSClientTests", "Fixtures")
# The keys of AWS's own documentation.
ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"

PATHS = [
    "/", "/foo", "/foo/", "//foo//bar", "/foo/./bar", "/foo/../bar", "/./", "/a%20b", "/%E1%88%B4", "/-._~", "/a%2Fb/c", "/a+b", "/a%3Ab",
    "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Af/invocations", "/a%25b", "/a*b%27%28%29",
]
QUERIES = [
    [["Param1", "value1"]], [["b", "2"], ["a", "1"]], [["a", "2"], ["a", "1"]], [["acl", ""]], [["list-type", "2"], ["prefix", "a/b c+d"]],
    [["name", "ሴ"]], [["a=b", "c&d"]], [["A", "1"], ["a", "2"], ["a-", "3"], ["a.", "4"]], [["q", "100%~-_."]],
    [["Action", "ListUsers"], ["Version", "2010-05-08"]],
]
HEADERS = [
    [["Content-Type", "application/x-amz-json-1.1"], ["X-Amz-Target", "TrentService.CreateKey"]],
    [["My-Header1", "  a   b   c  "]], [["My-Header2", "\"a   b   c\""]], [["Zoo", "1"], ["apple", "2"], ["BANANA", "3"]],
    [["User-Agent", "strata"], ["X-Amzn-Trace-Id", "Root=1"]], [["Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="]], [["X-Amz-Meta-Umlaut", "a,b;c"]],
]
BODIES = [b"", b"{}", b'{"KeyId":"alias/a"}', b"Action=ListUsers&Version=2010-05-08", "ሴ".encode(), bytes(range(256))]


def request(**values):
    row = {
        "service": "service", "region": "us-east-1", "s3": False, "method": "GET", "url": "https://example.amazonaws.com", "path": "/",
        "query": [], "headers": [], "body": "", "token": None, "time": "20150830T123600Z",
    }
    body = values.pop("body", b"")
    row.update(values)
    row["body"] = base64.b64encode(body).decode()
    return row


def requests():
    for s3 in (False, True):
        service = {"service": "s3", "s3": True, "url": "https://bucket.s3.us-east-1.amazonaws.com"} if s3 else {}
        for path in PATHS:
            yield request(path=path, **service)
        for query in QUERIES:
            yield request(query=query, **service)
        for headers in HEADERS:
            yield request(headers=headers, method="POST", **service)
        for body in BODIES:
            yield request(body=body, method="PUT", **service)
        yield request(token="IQoJb3JpZ2luX2VjEXAMPLE//token+=", **service)
    for url in ("https://example.com:8443", "http://localhost:4566", "https://example.com:443", "http://127.0.0.1:80"):
        yield request(url=url, path="/a/b")
    for service, region in (("iam", "us-east-1"), ("elasticloadbalancing", "eu-central-1"), ("kms", "cn-north-1"), ("sts", "us-gov-west-1")):
        yield request(service=service, region=region, method="POST", body=b"Action=X", time="20240229T235959Z")


def signed(row):
    moment = datetime.datetime.strptime(row["time"], "%Y%m%dT%H%M%SZ")
    botocore.auth.get_current_datetime = lambda *a, **k: moment
    item = AWSRequest(
        method=row["method"], url=row["url"] + row["path"], params=[tuple(pair) for pair in row["query"]] or None,
        data=base64.b64decode(row["body"]))
    for name, value in row["headers"]:
        item.headers[name] = value
    kind = botocore.auth.S3SigV4Auth if row["s3"] else botocore.auth.SigV4Auth
    signer = kind(Credentials(ACCESS_KEY, SECRET_KEY, row["token"]), row["service"], row["region"])
    signer.add_auth(item)
    return {**row, "authorization": item.headers["Authorization"]}


# Rules of combinations that we resolve otherwise on purpose are left out: see EndpointResolverTests.
SERVICES = """acm apigateway application-autoscaling autoscaling backup budgets ce cloudcontrol cloudformation cloudfront cloudtrail cloudwatch
cognito-idp config dynamodb ec2 ecr ecs efs eks elasticache elbv2 events globalaccelerator guardduty iam kafka kms lambda logs opensearch
organizations rds route53 s3 s3control scheduler secretsmanager securityhub servicediscovery shield sns sqs ssm sso sso-oidc stepfunctions
sts wafv2""".split()
GLOBAL = "budgets ce cloudfront iam organizations route53 shield".split()
VARIANTS = [(False, False), (True, False), (False, True), (True, True)]


def endpoints():
    session = botocore.session.get_session()
    loader = session.get_component("data_loader")
    partitions = loader.load_data("partitions")

    def row(service, region, fips, dual):
        rules = loader.load_service_model(service, "endpoint-rule-set-1")
        metadata = loader.load_service_model(service, "service-2")["metadata"]
        parameters = {"Region": region, "UseFIPS": fips, "UseDualStack": dual, "UseGlobalEndpoint": False}
        for name, value in rules["parameters"].items():
            if "default" in value:
                parameters.setdefault(name, value["default"])
        parameters = {name: value for name, value in parameters.items() if name in rules["parameters"]}
        answer = EndpointProvider(rules, partitions).resolve_endpoint(**parameters)
        scheme = (answer.properties.get("authSchemes") or [{}])[0]
        return {
            "service": service, "prefix": metadata["endpointPrefix"], "region": region, "fips": fips, "dualStack": dual,
            "host": re.sub("^https://", "", answer.url), "signingRegion": scheme.get("signingRegion") or region,
        }

    for service in SERVICES:
        for region in ("eu-central-1", "us-west-2"):
            if service in ("globalaccelerator",):
                region = "us-west-2"
            for fips, dual in VARIANTS[:3] if region == "us-west-2" else VARIANTS[:1]:
                if dual and service in ("organizations", "shield"):
                    continue
                yield row(service, region, fips, dual)
        if service in ("globalaccelerator", "shield"):
            continue
        yield row(service, "us-gov-west-1", True, False)
        yield row(service, "cn-north-1", False, False)
    for service in GLOBAL:
        for region in ("us-east-1", "us-gov-west-1", "cn-northwest-1", "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "us-isof-south-1"):
            for fips, dual in VARIANTS:
                if service in ("organizations", "shield") and (dual or not region.startswith("us-east") and service == "shield"):
                    continue
                yield row(service, region, fips, dual)
    for service in ("kms", "s3", "sts", "lambda"):
        for region in ("us-east-1", "us-gov-east-1", "eusc-de-east-1", "us-iso-east-1", "us-isob-east-1", "ap-southeast-7", "mx-central-1"):
            for fips, dual in VARIANTS:
                yield row(service, region, fips, dual)


def write(name, rows):
    unique = list({json.dumps(row, sort_keys=True): row for row in rows}.values())
    with open(os.path.join(FIXTURES, name), "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in unique) + "\n]\n")
    print(name, len(unique))


def main():
    os.makedirs(FIXTURES, exist_ok=True)
    write("signatures.json", [signed(row) for row in requests()])
    write("endpoints.json", endpoints())


if __name__ == "__main__":
    main()

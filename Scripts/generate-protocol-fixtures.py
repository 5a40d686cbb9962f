#!/usr/bin/env python3
"""Has botocore encode inputs and parse answers, so that a test can compare its verdicts with ours.

Writes Tests/AWSClientTests/Fixtures/protocols.json; the same release of botocore gives the same file. Inputs and answers are random
values that fit the models, in operations drawn from every protocol. Timestamps stand as {"$timestamp": seconds}, blobs as {"$blob":
base64}, doubles as {"$double": text}.
"""

import base64
import datetime
import importlib.util
import json
import os
import random
import sys
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
OUTPUT = os.path.join(HERE, "..", "Tests", "AWSClientTests", "Fixtures", "protocols.json")
PER_PROTOCOL = 27
LARGEST = 12_000
# What has a peculiarity of its own; the rest is drawn at random.
CHOSEN = """s3:PutObject s3:GetObject s3:HeadObject s3:PutBucketAcl s3:GetBucketAcl s3:PutBucketLifecycleConfiguration s3:DeleteObjects
s3:ListObjectsV2 s3:PutBucketTagging s3:CreateBucket s3:PutBucketPolicy s3:GetBucketPolicy s3:PutBucketNotificationConfiguration
s3:GetBucketLifecycleConfiguration s3:CopyObject route53:ChangeResourceRecordSets route53:ListResourceRecordSets
route53:CreateHostedZone cloudfront:CreateDistribution cloudfront:GetDistribution dynamodb:PutItem dynamodb:GetItem dynamodb:Query
dynamodb:CreateTable sqs:CreateQueue sqs:GetQueueAttributes wafv2:CreateWebACL wafv2:GetWebACL kms:Encrypt kms:CreateKey kms:ListAliases
ce:CreateCostCategoryDefinition ecs:RegisterTaskDefinition lambda:CreateFunction lambda:GetFunction lambda:AddPermission
lambda:GetPolicy lambda:ListFunctions backup:CreateBackupPlan guardduty:CreateDetector guardduty:TagResource
securityhub:BatchEnableStandards sns:CreateTopic sns:GetTopicAttributes sns:SetTopicAttributes iam:CreateRole
iam:GetRole iam:ListRoles cloudwatch:PutMetricAlarm cloudwatch:DescribeAlarms rds:CreateDBInstance rds:DescribeDBInstances
elbv2:CreateListener elbv2:DescribeLoadBalancers sts:AssumeRole sts:GetCallerIdentity autoscaling:CreateAutoScalingGroup
ec2:RunInstances ec2:DescribeInstances ec2:AuthorizeSecurityGroupIngress ec2:DescribeVpcs ec2:CreateVpc ec2:CreateFlowLogs
ec2:DescribeSecurityGroupRules ec2:CreateLaunchTemplate ec2:DescribeNatGateways cloudcontrol:CreateResource
cloudcontrol:GetResourceRequestStatus sso:GetRoleCredentials sso-oidc:CreateToken""".split()
# The algorithms of checksums that are implemented.
ALGORITHMS = ["CRC32", "CRC32C", "SHA1", "SHA256", "SHA512"]
# botocore keeps what is particular about this answer outside of its parser.
UNPARSED = {"s3:GetBucketLocation"}

HTML = "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>"
ERRORS = [  # service, operation, status, headers, body
    ("kms", "DescribeKey", 400, {"x-amzn-RequestId": "r1"}, '{"__type":"NotFoundException","message":"Key does not exist"}'),
    ("kms", "DescribeKey", 400, {"x-amzn-RequestId": "r1"}, '{"__type":"com.amazonaws.kms#DisabledException","Message":"m"}'),
    ("dynamodb", "PutItem", 400, {"x-amzn-RequestId": "r1"},
     '{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"slow"}'),
    ("sqs", "GetQueueAttributes", 400,
     {"x-amzn-RequestId": "r1", "x-amzn-query-error": "AWS.SimpleQueueService.NonExistentQueue;Sender"},
     '{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"The specified queue does not exist."}'),
    ("lambda", "GetFunction", 404, {"x-amzn-RequestId": "r1", "x-amzn-ErrorType": "ResourceNotFoundException:http://internal.amazon.com/"},
     '{"Type":"User","Message":"Function not found"}'),
    ("guardduty", "GetDetector", 400, {"x-amzn-RequestId": "r1"}, '{"code":"BadRequestException","message":"no"}'),
    ("iam", "GetRole", 404, {}, '<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type>'
     "<Code>NoSuchEntity</Code><Message>The role with name x cannot be found.</Message></Error><RequestId>r1</RequestId></ErrorResponse>"),
    ("sns", "GetTopicAttributes", 403, {}, "<ErrorResponse><Error><Type>Sender</Type><Code>AuthorizationError</Code>"
     "<Message>not &amp; authorized</Message></Error><RequestId>r1</RequestId></ErrorResponse>"),
    ("ec2", "DescribeVpcs", 400, {}, '<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>InvalidVpcID.NotFound</Code>'
     "<Message>The vpc ID 'vpc-1' does not exist</Message></Error></Errors><RequestID>r1</RequestID></Response>"),
    ("s3", "GetObject", 404, {"x-amz-request-id": "r1"}, '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code>'
     "<Message>The specified key does not exist.</Message><Key>k</Key><RequestId>r1</RequestId><HostId>h</HostId></Error>"),
    ("s3", "PutBucketPolicy", 503, {"x-amz-request-id": "r1"}, "<Error><Code>SlowDown</Code><Message>Reduce</Message></Error>"),
    ("route53", "GetHostedZone", 404, {}, '<?xml version="1.0"?>\n<ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error>'
     "<Type>Sender</Type><Code>NoSuchHostedZone</Code><Message>No zone</Message></Error><RequestId>r1</RequestId></ErrorResponse>"),
    ("cloudfront", "GetDistribution", 404, {}, '<ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender'
     "</Type><Code>NoSuchDistribution</Code><Message>Gone</Message></Error><RequestId>r1</RequestId></ErrorResponse>"),
]


def generator():
    spec = importlib.util.spec_from_file_location("generate_service_models", os.path.join(HERE, "generate-service-models.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, datetime.datetime):
        return {"$timestamp": value.timestamp()}
    if isinstance(value, (bytes, bytearray)):
        return {"$blob": base64.b64encode(bytes(value)).decode()}
    if isinstance(value, float):
        return {"$double": repr(value)}
    return value


def text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def request(serializer, operation, value):
    found = serializer.serialize_to_request(value, operation)
    path, _, fixed = found["url_path"].partition("?")
    pairs = [list(pair) for pair in urllib.parse.parse_qsl(fixed, keep_blank_values=True)]
    for name, items in (found["query_string"] or {}).items():
        pairs += [[name, text(item)] for item in (items if isinstance(items, list) else [items])]
    body = found["body"]
    form = None
    if isinstance(body, dict):
        form, body = sorted([name, text(item)] for name, item in body.items()), b""
    elif isinstance(body, str):
        body = body.encode()
    return {
        "method": found["method"], "path": path, "query": sorted(pairs),
        "headers": sorted([name, text(item)] for name, item in found["headers"].items()),
        "hostPrefix": found.get("host_prefix") or "", "form": form, "body": base64.b64encode(body).decode(),
    }


def answer(parser, operation, status, headers, body):
    from botocore.awsrequest import HeadersDict

    parsed = parser.parse({"status_code": status, "headers": HeadersDict(headers), "body": body}, operation.output_shape)
    parsed.pop("ResponseMetadata", None)
    payload = operation.output_shape and operation.output_shape.serialization.get("payload")
    if payload and operation.output_shape.members[payload].type_name == "blob" and isinstance(parsed.get(payload), str):
        parsed[payload] = parsed[payload].encode()
    if payload and not body and parsed.get(payload) == {}:
        # Without a body there is no payload (Smithy, httpPayload); botocore makes it an empty one.
        del parsed[payload]
    return parsed


def exchange(name, rows, protocol_of):
    import botocore.parsers
    import botocore.serialize

    from service_models.answers import AnswerWriter
    from service_models.samples import Sampler

    service, operation = name.split(":")
    model, protocol = protocol_of[service]
    operation = model.operation_model(operation)
    row = None
    for attempt in range(12):
        sampler = Sampler(f"{name} {attempt}")
        sent = sampler.value(operation.input_shape) if operation.input_shape else {}
        algorithm = (operation.http_checksum or {}).get("requestAlgorithmMember")
        if algorithm in sent:
            sent[algorithm] = sampler.random.choice(ALGORITHMS)
        candidate = {"service": service, "operation": operation.name, "protocol": protocol, "input": plain(sent)}
        candidate["request"] = request(botocore.serialize.create_serializer(protocol), operation, sent)
        if name not in UNPARSED:
            returned = sampler.value(operation.output_shape, answer=True) if operation.output_shape else {}
            headers, body = AnswerWriter(protocol, sampler.random).write(operation, returned)
            status = int(operation.http.get("responseCode") or 200)
            candidate["response"] = {"status": status, "headers": sorted(headers.items()), "body": base64.b64encode(body).decode()}
            candidate["output"] = plain(answer(botocore.parsers.create_parser(protocol), operation, status, headers, body))
        if len(json.dumps(candidate)) < LARGEST:
            row = candidate
            break
    if row is None:
        print(f"left out {name}: too large", file=sys.stderr)
    else:
        rows.append(row)


def main():
    import botocore.parsers
    from botocore.loaders import Loader
    from botocore.model import ServiceModel

    from service_models.operations import operations
    from service_models.services import protocol as choose

    module = generator()
    module.require_pinned()
    wanted, loader = operations(), Loader()
    protocol_of, pools = {}, {}
    for service in sorted(wanted):
        raw = loader.load_service_model(service, "service-2")
        protocol = choose(raw["metadata"])
        protocol_of[service] = (ServiceModel(raw, service), protocol)
        version = f"{protocol} {raw['metadata'].get('jsonVersion')}" if protocol == "json" else protocol
        pools.setdefault(version, []).extend(f"{service}:{name}" for name in wanted[service])
    rows = []
    names = list(CHOSEN)
    for version in sorted(pools):
        rest = sorted(set(pools[version]) - set(names))
        already = len(set(CHOSEN) & set(pools[version]))
        names += random.Random(version).sample(rest, max(10, PER_PROTOCOL - already))
    for name in names:
        exchange(name, rows, protocol_of)
    errors = []
    for service, operation, status, headers, body in ERRORS:
        model, protocol = protocol_of[service]
        parsed = answer(botocore.parsers.create_parser(protocol), model.operation_model(operation), status, headers, body.encode())
        errors.append({
            "service": service, "operation": operation, "status": status, "headers": sorted(headers.items()), "body": body,
            "code": parsed["Error"]["Code"], "message": parsed["Error"]["Message"],
        })
    os.makedirs(os.path.dirname(OUTPUT), exist_ok=True)
    with open(OUTPUT, "w", encoding="utf-8") as file:
        file.write('{"botocore": "' + module.PINNED + '",\n"exchanges": [\n')
        file.write(",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows))
        file.write('\n],\n"errors": [\n')
        file.write(",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in errors))
        file.write("\n]}\n")
    print(f"{len(rows)} exchanges, {len(errors)} errors, {os.path.getsize(OUTPUT)} bytes")


if __name__ == "__main__":
    main()

"""Exercises `deploy cloud serve` with boto3, which knows nothing of Strata; exits 1 at any surprise.

    swift run deploy cloud serve --in-memory --port 4600
    python3 Tests/Integration/check_cloud_control.py --endpoint http://127.0.0.1:4600

It makes and removes what it needs in two accounts of its own, so that it can run on a cloud in use.
"""

import argparse
import json
import sys
import time
import uuid

import boto3
import botocore.exceptions
from botocore import UNSIGNED
from botocore.config import Config

GROUP = "AWS::Logs::LogGroup"
STREAM = "AWS::Logs::LogStream"
ACCOUNT = "111122223333"
OTHER_ACCOUNT = "444455556666"

failures = []
checks = 0


def check(holds, what, detail=""):
    global checks
    checks += 1
    if not holds:
        failures.append(f"{what}: {detail}" if detail != "" else what)
        print(f"  FAILED  {failures[-1]}", file=sys.stderr)


def refused(code, what, call, message=None):
    """Expects a call to be refused with a code."""
    try:
        answer = call()
    except botocore.exceptions.ClientError as error:
        found = error.response["Error"]
        check(found["Code"] == code, what, f"{found['Code']} instead of {code}: {found.get('Message')}")
        if message is not None:
            check(message in found.get("Message", ""), what + ": message", found.get("Message"))
        check("RequestId" in error.response["ResponseMetadata"], what + ": request id")
        return error
    check(False, what, f"not refused: {answer}")


class Cloud:
    def __init__(self, endpoint, key=ACCOUNT, region="us-east-1"):
        self.session = boto3.Session(aws_access_key_id=key, aws_secret_access_key="any", region_name=region)
        self.endpoint = endpoint
        self.client = self.service("cloudcontrol")

    def service(self, name, **config):
        options = Config(retries={"max_attempts": 1}, connect_timeout=5, read_timeout=20, **config)
        return self.session.client(name, endpoint_url=self.endpoint, config=options)

    def wait(self, event):
        self.client.get_waiter("resource_request_success").wait(
            RequestToken=event["RequestToken"], WaiterConfig={"Delay": 1, "MaxAttempts": 30})
        return self.status(event)

    def status(self, event):
        return self.client.get_resource_request_status(RequestToken=event["RequestToken"])["ProgressEvent"]

    def create(self, type_name, desired, **members):
        answer = self.client.create_resource(TypeName=type_name, DesiredState=json.dumps(desired), **members)
        return answer["ProgressEvent"]

    def made(self, type_name, desired):
        return self.wait(self.create(type_name, desired))["Identifier"]

    def read(self, type_name, identifier):
        answer = self.client.get_resource(TypeName=type_name, Identifier=identifier)
        check(answer["TypeName"] == type_name, "get_resource echoes the type")
        return json.loads(answer["ResourceDescription"]["Properties"])

    def patch(self, type_name, identifier, *changes, **members):
        return self.client.update_resource(
            TypeName=type_name, Identifier=identifier, PatchDocument=json.dumps(changes), **members)["ProgressEvent"]

    def remove(self, type_name, identifier):
        event = self.client.delete_resource(TypeName=type_name, Identifier=identifier)["ProgressEvent"]
        return self.status(event)


def check_life(cloud, prefix):
    name = prefix + "-life"
    event = cloud.create(GROUP, {"LogGroupName": name, "RetentionInDays": 7})
    check(event["OperationStatus"] in ("PENDING", "IN_PROGRESS"), "a create begins", event)
    check(event["Operation"] == "CREATE" and event["TypeName"] == GROUP, "an event names operation and type", event)
    check(str(uuid.UUID(event["RequestToken"])) == event["RequestToken"], "a request token is a UUID", event["RequestToken"])
    check(abs(event["EventTime"].timestamp() - time.time()) < 60, "the time of an event is now", event["EventTime"])
    end = cloud.wait(event)
    check(end["OperationStatus"] == "SUCCESS" and end["Identifier"] == name, "a create ends in success", end)
    check(json.loads(end["ResourceModel"])["RetentionInDays"] == 7, "an event shows the resource", end)
    properties = cloud.read(GROUP, name)
    check(properties["RetentionInDays"] == 7, "a read shows what was given", properties)
    check(properties["Arn"].startswith(f"arn:aws:logs:us-east-1:{ACCOUNT}:log-group:{name}"), "a read shows the ARN", properties)
    check(cloud.read(GROUP, json.dumps({"LogGroupName": name})) is not None, "an identifier may be JSON")

    again = cloud.status(cloud.create(GROUP, {"LogGroupName": name}))
    check(again["OperationStatus"] == "FAILED" and again["ErrorCode"] == "AlreadyExists", "a name is taken once", again)
    try:
        cloud.client.get_waiter("resource_request_success").wait(
            RequestToken=again["RequestToken"], WaiterConfig={"Delay": 1, "MaxAttempts": 2})
        check(False, "the waiter tells failures")
    except botocore.exceptions.WaiterError as error:
        check("terminal failure" in str(error), "the waiter tells failures", error)

    check(cloud.remove(GROUP, name)["OperationStatus"] == "SUCCESS", "a delete ends in success")
    refused("ResourceNotFoundException", "what was deleted is not found", lambda: cloud.read(GROUP, name), f"'{name}' was not found")
    gone = cloud.remove(GROUP, name)
    check(gone["OperationStatus"] == "FAILED" and gone["ErrorCode"] == "NotFound", "a second delete fails", gone)


def check_patches(cloud, prefix):
    name = prefix + "-patch"
    tags = [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]
    cloud.made(GROUP, {"LogGroupName": name, "RetentionInDays": 7, "Tags": tags})

    def applied(*changes):
        end = cloud.wait(cloud.patch(GROUP, name, *changes))
        check(end["Operation"] == "UPDATE", "an update's event says so", end)
        return cloud.read(GROUP, name)

    check(applied({"op": "replace", "path": "/RetentionInDays", "value": 30})["RetentionInDays"] == 30, "replace")
    check(applied({"op": "replace", "path": "RetentionInDays", "value": 60})["RetentionInDays"] == 60, "a path without slash")
    check("RetentionInDays" not in applied({"op": "remove", "path": "/RetentionInDays"}), "remove")
    check(applied({"op": "add", "path": "/RetentionInDays", "value": 14})["RetentionInDays"] == 14, "add")
    check(applied({"op": "test", "path": "/RetentionInDays", "value": 14})["RetentionInDays"] == 14, "test")
    more = applied({"op": "add", "path": "/Tags/-", "value": {"Key": "c", "Value": "3"}})["Tags"]
    check(sorted(tag["Key"] for tag in more) == ["a", "b", "c"], "add to the end of a list", more)
    value = more[0]["Value"]
    copied = applied({"op": "copy", "from": "/Tags/0/Value", "path": "/Tags/1/Value"})["Tags"]
    check(sum(tag["Value"] == value for tag in copied) == 2, "copy", copied)
    moved = applied({"op": "move", "from": "/Tags/0", "path": "/Tags/2"})["Tags"]
    check(len(moved) == 3, "move", moved)
    check(len(applied({"op": "remove", "path": "/Tags/0"})["Tags"]) == 2, "remove from a list")

    def refuse(code, what, *changes, message=None):
        refused(code, what, lambda: cloud.patch(GROUP, name, *changes), message)

    refuse("ValidationException", "a test that fails", {"op": "test", "path": "/RetentionInDays", "value": 1})
    refuse("ValidationException", "a path that leads nowhere", {"op": "replace", "path": "/KmsKeyId", "value": "x"}, message="noSuchPath")
    refuse("ValidationException", "a value that the schema refuses", {"op": "replace", "path": "/RetentionInDays", "value": 4})
    refuse("ValidationException", "an unknown operation", {"op": "spam", "path": "/RetentionInDays"})
    refuse(
        "NotUpdatableException", "what is fixed at the create", {"op": "replace", "path": "/LogGroupName", "value": "x"},
        message="createOnlyProperties")
    refuse(
        "NotUpdatableException", "what the service fills", {"op": "replace", "path": "/Arn", "value": "x"}, message="readOnlyProperties")
    refused(
        "ResourceNotFoundException", "an update of what is not there",
        lambda: cloud.patch(GROUP, prefix + "-none", {"op": "remove", "path": "/RetentionInDays"}))
    check(cloud.read(GROUP, name)["RetentionInDays"] == 14, "what was refused has changed nothing")
    cloud.remove(GROUP, name)


def check_tokens(cloud, prefix):
    name = prefix + "-token"
    token = str(uuid.uuid4())
    first = cloud.create(GROUP, {"LogGroupName": name}, ClientToken=token)
    second = cloud.create(GROUP, {"LogGroupName": name}, ClientToken=token)
    check(first["RequestToken"] == second["RequestToken"], "a repeated token answers with the same request")
    cloud.wait(first)
    third = cloud.create(GROUP, {"LogGroupName": name}, ClientToken=token)
    check(third["RequestToken"] == first["RequestToken"] and third["OperationStatus"] == "SUCCESS", "also after its end", third)
    refused(
        "ClientTokenConflictException", "a token with other content",
        lambda: cloud.create(GROUP, {"LogGroupName": name + "x"}, ClientToken=token))
    refused(
        "ClientTokenConflictException", "a token with another operation",
        lambda: cloud.client.delete_resource(TypeName=GROUP, Identifier=name, ClientToken=token))
    cloud.remove(GROUP, name)


def check_requests(cloud, prefix):
    event = cloud.create(GROUP, {"LogGroupName": prefix + "-cancel"})
    cancelled = cloud.client.cancel_resource_request(RequestToken=event["RequestToken"])["ProgressEvent"]
    check(cancelled["OperationStatus"] == "CANCEL_COMPLETE", "a request is cancelled", cancelled)
    check(cloud.status(event)["OperationStatus"] == "CANCEL_COMPLETE", "and stays so")
    refused("ResourceNotFoundException", "what was cancelled was not made", lambda: cloud.read(GROUP, prefix + "-cancel"))
    refused(
        "ConcurrentModificationException", "what has ended cannot be cancelled",
        lambda: cloud.client.cancel_resource_request(RequestToken=event["RequestToken"]))
    refused(
        "RequestTokenNotFoundException", "a token that nobody gave",
        lambda: cloud.client.get_resource_request_status(RequestToken=str(uuid.uuid4())))
    refused(
        "RequestTokenNotFoundException", "a token that nobody gave, to cancel",
        lambda: cloud.client.cancel_resource_request(RequestToken=str(uuid.uuid4())))

    names = [f"{prefix}-list-{number}" for number in range(7)]
    tokens = [cloud.create(GROUP, {"LogGroupName": name})["RequestToken"] for name in names]
    filter_ = {"Operations": ["CREATE"], "OperationStatuses": ["SUCCESS"]}
    found = []
    arguments = {"ResourceRequestStatusFilter": filter_, "MaxResults": 3}
    while True:
        page = cloud.client.list_resource_requests(**arguments)
        check(len(page["ResourceRequestStatusSummaries"]) <= 3, "a page of requests has its size")
        found += page["ResourceRequestStatusSummaries"]
        if "NextToken" not in page:
            break
        arguments["NextToken"] = page["NextToken"]
    check([event["RequestToken"] for event in found][:7] == tokens[::-1], "requests are listed newest first")
    check(all(event["OperationStatus"] == "SUCCESS" for event in found), "requests are filtered by status")
    cancelled = cloud.client.list_resource_requests(ResourceRequestStatusFilter={"OperationStatuses": ["CANCEL_COMPLETE"]})
    summaries = [summary["RequestToken"] for summary in cancelled["ResourceRequestStatusSummaries"]]
    check(event["RequestToken"] in summaries, "cancelled requests are listed", summaries)
    return names


def check_lists(cloud, prefix, names):
    def pages(**arguments):
        while True:
            page = cloud.client.list_resources(**arguments)
            yield page
            if "NextToken" not in page:
                return
            arguments["NextToken"] = page["NextToken"]

    found = []
    for page in pages(TypeName=GROUP, MaxResults=2):
        check(len(page["ResourceDescriptions"]) <= 2 and page["TypeName"] == GROUP, "a page of resources has its size")
        found += [item["Identifier"] for item in page["ResourceDescriptions"]]
    check([name for name in found if name in names] == names, "pages show every resource once", found)
    paginator = cloud.client.get_paginator("list_resources")
    paged = [
        item["Identifier"] for page in paginator.paginate(TypeName=GROUP, PaginationConfig={"PageSize": 3})
        for item in page["ResourceDescriptions"]
    ]
    check(paged == found, "boto3's paginator finds the same", paged)

    for name in names[:2]:
        cloud.made(STREAM, {"LogGroupName": name, "LogStreamName": "stream"})
    refused(
        "InvalidRequestException", "a type in a parent needs the parent", lambda: cloud.client.list_resources(TypeName=STREAM),
        "required key [LogGroupName] not found")
    within = cloud.client.list_resources(TypeName=STREAM, ResourceModel=json.dumps({"LogGroupName": names[1]}))
    check([item["Identifier"] for item in within["ResourceDescriptions"]] == [names[1] + "|stream"], "a list within a parent", within)
    check(cloud.read(STREAM, names[1] + "|stream")["LogStreamName"] == "stream", "an identifier of two parts")
    refused(
        "InvalidRequestException", "a token of no list",
        lambda: cloud.client.list_resources(TypeName=GROUP, NextToken="nonsense"))
    for name in names[:2]:
        cloud.remove(STREAM, name + "|stream")
    for name in names:
        check(cloud.remove(GROUP, name)["OperationStatus"] == "SUCCESS", "a listed resource is deleted")


def check_services(cloud, prefix):
    """Types whose shapes differ: names of the cloud's making, references, secrets, waiting deletions."""
    vpc = cloud.made("AWS::EC2::VPC", {"CidrBlock": "10.0.0.0/16"})
    check(vpc.startswith("vpc-"), "an identifier looks like AWS's", vpc)
    subnet = cloud.made("AWS::EC2::Subnet", {"VpcId": vpc, "CidrBlock": "10.0.1.0/24"})
    busy = cloud.remove("AWS::EC2::VPC", vpc)
    check(busy.get("ErrorCode") == "ResourceConflict" and "DependencyViolation" in busy["StatusMessage"], "in use", busy)
    stray = cloud.status(cloud.create("AWS::EC2::Subnet", {"VpcId": "vpc-0123456789abcdef0", "CidrBlock": "10.0.0.0/24"}))
    check(stray.get("ErrorCode") == "InvalidRequest", "a reference to nothing", stray)
    for type_name, identifier in (("AWS::EC2::Subnet", subnet), ("AWS::EC2::VPC", vpc)):
        check(cloud.remove(type_name, identifier)["OperationStatus"] == "SUCCESS", "deleted in order")

    secret = cloud.made("AWS::SecretsManager::Secret", {"Name": prefix + "-secret", "SecretString": "hunter2"})
    check("SecretString" not in cloud.read("AWS::SecretsManager::Secret", secret), "write-only values stay hidden")
    end = cloud.wait(cloud.patch("AWS::SecretsManager::Secret", secret, {"op": "add", "path": "/SecretString", "value": "hunter3"}))
    check("hunter3" not in json.dumps(end, default=str), "also in events", end)
    cloud.remove("AWS::SecretsManager::Secret", secret)

    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "kms:*", "Resource": "*"}],
    }
    key = cloud.made("AWS::KMS::Key", {"KeyPolicy": policy})
    cloud.wait(cloud.patch("AWS::KMS::Key", key, {"op": "add", "path": "/Description", "value": "at rest"}))
    check(cloud.read("AWS::KMS::Key", key)["Description"] == "at rest", "a key is described")
    check(cloud.remove("AWS::KMS::Key", key)["OperationStatus"] == "SUCCESS", "a key is scheduled for deletion")
    refused("ResourceNotFoundException", "and not found from then on", lambda: cloud.read("AWS::KMS::Key", key))


def check_refusals(cloud):
    refused("TypeNotFoundException", "a type that there is not", lambda: cloud.read("AWS::Nowhere::Thing", "x"), "cannot be found")
    refused("UnsupportedActionException", "a type that is not provisioned", lambda: cloud.read("AWS::DLM::LifecyclePolicy", "x"))
    refused("ValidationException", "an unknown property", lambda: cloud.create(GROUP, {"Nonsense": 1}), "Model validation failed")
    refused("ValidationException", "a document that is no object", lambda: cloud.create(GROUP, []))
    refused(
        "ValidationException", "a document that is no JSON",
        lambda: cloud.client.create_resource(TypeName=GROUP, DesiredState="{"))
    refused("ValidationException", "a type's name", lambda: cloud.read("no type at all", "x"), "'typeName' failed to satisfy constraint")
    unsigned = cloud.service("cloudcontrol", signature_version=UNSIGNED)
    refused(
        "MissingAuthenticationTokenException", "an unsigned request", lambda: unsigned.list_resources(TypeName=GROUP))
    refused("MissingAuthenticationToken", "an unsigned query", cloud.service("sts", signature_version=UNSIGNED).get_caller_identity)
    refused("InvalidAction", "another operation of STS", lambda: cloud.service("sts").get_session_token(), "cloudcontrol")
    refused("InvalidAction", "EC2's own API", cloud.service("ec2").describe_vpcs, "'ec2' is not served")
    refused("InvalidAction", "S3's own API", cloud.service("s3").list_buckets, "'s3' is not served")
    refused("UnknownOperationException", "DynamoDB's own API", cloud.service("dynamodb").list_tables, "'dynamodb' is not served")
    refused("UnknownOperationException", "Lambda's own API", cloud.service("lambda").list_functions, "'lambda' is not served")


def check_accounts(endpoint, prefix):
    name = prefix + "-account"
    own, other = Cloud(endpoint), Cloud(endpoint, OTHER_ACCOUNT, "eu-west-1")
    for cloud, account in ((own, ACCOUNT), (other, OTHER_ACCOUNT), (Cloud(endpoint, "AKIAEXAMPLE"), "123456789012")):
        identity = cloud.service("sts").get_caller_identity()
        check(identity["Account"] == account and account in identity["Arn"], "the access key chooses the account", identity)
    own.made(GROUP, {"LogGroupName": name})
    refused("ResourceNotFoundException", "another account does not see it", lambda: other.read(GROUP, name))
    refused(
        "ResourceNotFoundException", "nor does another region",
        lambda: Cloud(endpoint, ACCOUNT, "eu-west-1").read(GROUP, name))
    other.made(GROUP, {"LogGroupName": name})
    arn = other.read(GROUP, name)["Arn"]
    check(arn.startswith(f"arn:aws:logs:eu-west-1:{OTHER_ACCOUNT}:"), "the region is that of the signature", arn)
    own.remove(GROUP, name)
    check(other.read(GROUP, name)["LogGroupName"] == name, "a delete in one account leaves the other's")
    other.remove(GROUP, name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--endpoint", required=True, help="where 'deploy cloud serve' answers")
    endpoint = parser.parse_args().endpoint
    prefix = "check-" + uuid.uuid4().hex[:8]
    cloud = Cloud(endpoint)
    check_life(cloud, prefix)
    check_patches(cloud, prefix)
    check_tokens(cloud, prefix)
    names = check_requests(cloud, prefix)
    check_lists(cloud, prefix, names)
    check_services(cloud, prefix)
    check_refusals(cloud)
    check_accounts(endpoint, prefix)
    print(f"{checks} checks, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

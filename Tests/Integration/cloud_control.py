"""Changes the embedded cloud by Cloud Control's protocol, with nothing but Python's own library, for `.ci/check-commands`.

    python3 cloud_control.py --endpoint http://127.0.0.1:4600 create AWS::SQS::Queue '{"QueueName": "jobs"}'      # prints the identifier
    python3 cloud_control.py --endpoint http://127.0.0.1:4600 update AWS::SQS::Queue IDENTIFIER '[{"op": …}]'
    python3 cloud_control.py --endpoint http://127.0.0.1:4600 delete AWS::SQS::Queue IDENTIFIER
"""

import argparse
import json
import sys
import time
import urllib.error
import urllib.request


def call(endpoint, operation, **members):
    request = urllib.request.Request(
        endpoint,
        data=json.dumps(members).encode(),
        headers={
            "Authorization": "AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/cloudcontrolapi/aws4_request, "
            "SignedHeaders=host, Signature=none",
            "Content-Type": "application/x-amz-json-1.0",
            "X-Amz-Target": "CloudApiService." + operation,
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        sys.exit(f"{operation} is refused: {error.read().decode()}")


def finished(endpoint, event):
    while event["OperationStatus"] in ("PENDING", "IN_PROGRESS"):
        time.sleep(0.1)
        event = call(endpoint, "GetResourceRequestStatus", RequestToken=event["RequestToken"])["ProgressEvent"]
    if event["OperationStatus"] != "SUCCESS":
        sys.exit(f"{event['OperationStatus']}: {event.get('StatusMessage')}")
    return event


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("operation", choices=["create", "update", "delete"])
    parser.add_argument("type")
    parser.add_argument("arguments", nargs="+")
    options = parser.parse_args()
    members = {"TypeName": options.type}
    if options.operation == "create":
        members["DesiredState"] = options.arguments[0]
    else:
        members["Identifier"] = options.arguments[0]
    if options.operation == "update":
        members["PatchDocument"] = options.arguments[1]
    event = call(options.endpoint, options.operation.capitalize() + "Resource", **members)["ProgressEvent"]
    print(finished(options.endpoint, event)["Identifier"])

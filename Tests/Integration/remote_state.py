"""What boto3 sees of remote state and of what was deployed under it, for `.ci/check-remote-state`.

    remote_state.py --endpoint URL gateways                    prints how many gateways there are; fails if one was made twice
    remote_state.py --endpoint URL absent BUCKET
    remote_state.py --endpoint URL make-bucket BUCKET
    remote_state.py --endpoint URL prepared BUCKET TABLE ALIAS fails unless all that `init` promises holds
    remote_state.py --endpoint URL sealed BUCKET PREFIX TEXT   fails if there is no object, or the bytes of one hold the text
    remote_state.py --endpoint URL keys BUCKET PREFIX          prints which keys the present objects are sealed with; fails unless there are
                                                               earlier snapshots and logs among them, and all are sealed
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter

import boto3
from botocore.exceptions import ClientError


def gateways(endpoint: str) -> int:
    client = boto3.client("ec2", endpoint_url=endpoint)
    names = [
        tag["Value"]
        for page in client.get_paginator("describe_internet_gateways").paginate()
        for gateway in page["InternetGateways"]
        for tag in gateway.get("Tags", [])
        if tag["Key"] == "Name" and tag["Value"].startswith("shared-")
    ]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        print(f"made twice: {', '.join(sorted(twice))}", file=sys.stderr)
        return 1
    print(len(names))
    return 0


def absent(endpoint: str, bucket: str) -> int:
    try:
        boto3.client("s3", endpoint_url=endpoint).head_bucket(Bucket=bucket)
    except ClientError:
        return 0
    return 1


def prepared(endpoint: str, bucket: str, table: str, alias: str) -> int:
    s3 = boto3.client("s3", endpoint_url=endpoint)
    dynamodb = boto3.client("dynamodb", endpoint_url=endpoint)
    key = boto3.client("kms", endpoint_url=endpoint).describe_key(KeyId=alias)["KeyMetadata"]
    rule = s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"][0]
    standard = rule["ApplyServerSideEncryptionByDefault"]
    statements = json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"])["Statement"]
    described = dynamodb.describe_table(TableName=table)["Table"]
    backups = dynamodb.describe_continuous_backups(TableName=table)["ContinuousBackupsDescription"]
    facts = {
        "versions are kept": s3.get_bucket_versioning(Bucket=bucket).get("Status") == "Enabled",
        "public access is blocked": all(s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"].values()),
        "objects are encrypted with the key": standard["SSEAlgorithm"] == "aws:kms" and standard["KMSMasterKeyID"] == key["Arn"],
        # moto is reached without TLS, so the statement that wants it is left out here.
        "requests without TLS pass": not any("Condition" in s for s in statements),
        "the bucket cannot be deleted": any(s["Effect"] == "Deny" and s["Action"] == "s3:DeleteBucket" for s in statements),
        "old versions go": any(r["Status"] == "Enabled" for r in s3.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"]),
        "the table is protected": described["DeletionProtectionEnabled"],
        "the table has the key LockID": described["KeySchema"] == [{"AttributeName": "LockID", "KeyType": "HASH"}],
        "the table is restorable": backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED",
        "the probe is gone": not s3.list_objects_v2(Bucket=bucket).get("Contents"),
    }
    broken = [fact for fact, holds in facts.items() if not holds]
    for fact in broken:
        print(f"it does not hold that {fact}", file=sys.stderr)
    return 1 if broken else 0


def sealed(endpoint: str, bucket: str, prefix: str, text: str) -> int:
    s3 = boto3.client("s3", endpoint_url=endpoint)
    count = 0
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix=prefix):
        for version in page.get("Versions", []):
            body = s3.get_object(Bucket=bucket, Key=version["Key"], VersionId=version["VersionId"])["Body"].read()
            # The lease names who holds the lock, which everybody who waits must be able to read.
            if version["Key"].endswith("/lock"):
                continue
            count += 1
            if text.encode() in body:
                print(f"{version['Key']} holds '{text}' in clear", file=sys.stderr)
                return 1
    if not count:
        print(f"there is nothing under {prefix}", file=sys.stderr)
    return 0 if count else 1


def keys(endpoint: str, bucket: str, prefix: str) -> int:
    s3 = boto3.client("s3", endpoint_url=endpoint)
    mark = b"strata-sealed "
    checks: set[str] = set()
    kinds: Counter[str] = Counter()
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
        for entry in page.get("Contents", []):
            # Who holds the lock may be read by everybody; the key that makes digests is wrapped by itself.
            if entry["Key"].endswith(("/lock", "/secret.key")):
                continue
            head = s3.get_object(Bucket=bucket, Key=entry["Key"])["Body"].read().split(b"\n", 1)[0]
            if not head.startswith(mark):
                print(f"{entry['Key']} is not sealed", file=sys.stderr)
                return 1
            seal = json.loads(head[len(mark) :])
            checks.add(seal["check"])
            kinds[seal["kind"]] += 1
    if kinds["snapshot"] < 2 or not kinds["entries"]:
        print(f"there is no history under {prefix}: {dict(kinds)}", file=sys.stderr)
        return 1
    print("\n".join(sorted(checks)))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="What boto3 sees of remote state.")
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("question", choices=["gateways", "absent", "make-bucket", "prepared", "sealed", "keys"])
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    if arguments.question == "gateways":
        return gateways(arguments.endpoint)
    if arguments.question == "absent":
        return absent(arguments.endpoint, *arguments.names)
    if arguments.question == "sealed":
        return sealed(arguments.endpoint, *arguments.names)
    if arguments.question == "keys":
        return keys(arguments.endpoint, *arguments.names)
    if arguments.question == "make-bucket":
        boto3.client("s3", endpoint_url=arguments.endpoint).create_bucket(Bucket=arguments.names[0])
        return 0
    return prepared(arguments.endpoint, *arguments.names)


if __name__ == "__main__":
    sys.exit(main())

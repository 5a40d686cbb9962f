"""What somebody else does with boto3 to what was deployed, and what boto3 sees of it, for `.ci/check-import`.

    python3 foreign_changes.py --endpoint http://127.0.0.1:5000 change
    python3 foreign_changes.py --endpoint http://127.0.0.1:5000 expect-repaired
    python3 foreign_changes.py --endpoint http://127.0.0.1:5000 make          # prints address,identifier,type for `import --from`
    python3 foreign_changes.py --endpoint http://127.0.0.1:5000 expect-tagged
"""

import argparse
import sys

import boto3


class Account:
    def __init__(self, endpoint):
        self.endpoint = endpoint

    def __getattr__(self, service):
        return boto3.client(service.replace("_", "-"), endpoint_url=self.endpoint, region_name="us-east-1")

    def queue(self, name):
        return self.sqs.get_queue_url(QueueName=name)["QueueUrl"]


def change(account):
    account.logs.put_retention_policy(logGroupName="/lab/group", retentionInDays=365)
    url = account.queue("lab-jobs")
    account.sqs.set_queue_attributes(QueueUrl=url, Attributes={"DelaySeconds": "77"})
    account.sqs.tag_queue(QueueUrl=url, Tags={"SomebodyElse": "was here"})
    account.sqs.untag_queue(QueueUrl=url, TagKeys=["Going"])
    account.logs.delete_log_group(logGroupName="/lab/endless")


def expect_repaired(account):
    groups = {group["logGroupName"]: group for group in account.logs.describe_log_groups(logGroupNamePrefix="/lab/")["logGroups"]}
    assert groups["/lab/group"]["retentionInDays"] == 30, groups["/lab/group"]
    assert "/lab/endless" in groups, sorted(groups)
    filters = account.logs.describe_metric_filters(logGroupName="/lab/endless")["metricFilters"]
    assert [item["filterName"] for item in filters] == ["lab-warnings"], filters
    url = account.queue("lab-jobs")
    attributes = account.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert attributes["DelaySeconds"] == "0", attributes
    tags = account.sqs.list_queue_tags(QueueUrl=url)["Tags"]
    assert tags.get("Going") == "still here", tags
    assert tags.get("SomebodyElse") == "was here", tags


def make(account):
    vpc = account.ec2.create_vpc(CidrBlock="10.77.0.0/16")["Vpc"]["VpcId"]
    account.ec2.create_tags(Resources=[vpc], Tags=[{"Key": "Name", "Value": "by hand"}])
    subnet = account.ec2.create_subnet(VpcId=vpc, CidrBlock="10.77.1.0/24", AvailabilityZone="us-east-1a")["Subnet"]["SubnetId"]
    queue = account.sqs.create_queue(QueueName="by-hand", Attributes={"DelaySeconds": "12"}, tags={"Made": "by hand"})["QueueUrl"]
    account.s3.create_bucket(Bucket="made-by-hand")
    account.s3.put_bucket_versioning(Bucket="made-by-hand", VersioningConfiguration={"Status": "Enabled"})
    topic = account.sns.create_topic(Name="by-hand", Attributes={"DisplayName": "By hand"})["TopicArn"]
    print(f"legacy/main,{vpc},AWS::EC2::VPC")
    print(f"legacy/private,{subnet},AWS::EC2::Subnet")
    print(f"legacy/queue,{queue},AWS::SQS::Queue")
    print("legacy/bucket,made-by-hand,AWS::S3::Bucket")
    print(f"legacy/topic,{topic},AWS::SNS::Topic")


def expect_tagged(account):
    """An object that was taken over and then changed bears the engine's tags, and keeps those of others."""
    url = account.queue("lab-jobs")
    tags = account.sqs.list_queue_tags(QueueUrl=url)["Tags"]
    assert tags.get("strata:address") == "messaging/jobs", tags
    assert tags.get("SomebodyElse") == "was here", tags
    attributes = account.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["DelaySeconds"])["Attributes"]
    assert attributes["DelaySeconds"] == "0", attributes


def untag(account):
    """Takes the engine's tags and a setting from an object, so that it looks as if somebody had made it by hand."""
    url = account.queue("lab-jobs")
    account.sqs.untag_queue(QueueUrl=url, TagKeys=["strata:address", "strata:instance"])
    account.sqs.set_queue_attributes(QueueUrl=url, Attributes={"DelaySeconds": "33"})
    print(url)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--endpoint", required=True)
    actions = {
        "change": change, "expect-repaired": expect_repaired, "make": make, "untag": untag, "expect-tagged": expect_tagged,
    }
    parser.add_argument("action", choices=sorted(actions))
    arguments = parser.parse_args()
    try:
        actions[arguments.action](Account(arguments.endpoint))
    except AssertionError as error:
        sys.exit(f"boto3 sees something else: {error}")

"""The 21 resources of Sources/Speed, made by hand with boto3: 16 threads, and an order that a person has written down.

It makes the calls that a careful script makes, and no more: no state, no locks, no recovery. `apply`, `noop` and `destroy` are timed by
compare.py beside the same work of Strata.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import boto3
from botocore.config import Config

TAGS = [{"Key": "strata:instance", "Value": "boto3"}, {"Key": "strata:address", "Value": "boto3"}]
BUCKET, TABLE, ROLE, ALIAS = "speed-bucket-123456789012", "speed-table", "speed-role", "alias/speed"


class Deployment:
    """The clients, and the identifiers of what was made, kept in a file between runs."""

    def __init__(self, endpoint: str, file: Path) -> None:
        config = Config(max_pool_connections=32, retries={"total_max_attempts": 3}, s3={"addressing_style": "path"})
        session = boto3.Session(aws_access_key_id="test", aws_secret_access_key="test", region_name="us-east-1")
        self.ec2, self.kms, self.s3, self.dynamodb, self.iam = (
            session.client(name, endpoint_url=endpoint, config=config) for name in ("ec2", "kms", "s3", "dynamodb", "iam")
        )
        self.file = file
        self.ids: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
        self.pool = ThreadPoolExecutor(16)

    def together(self, *work) -> list:
        return [future.result() for future in [self.pool.submit(item) for item in work]]

    def tags(self, kind: str) -> list[dict]:
        return [{"ResourceType": kind, "Tags": TAGS}]

    # Apply

    def apply(self) -> None:
        network = self.pool.submit(self.network)
        key = self.pool.submit(self.key)
        self.together(self.table, self.role)
        self.together(self.alias_after(key), self.bucket_after(key))
        network.result()
        self.file.write_text(json.dumps(self.ids))

    def network(self) -> None:
        ec2, ids = self.ec2, self.ids

        def gateway() -> None:
            ids["gateway"] = ec2.create_internet_gateway(TagSpecifications=self.tags("internet-gateway"))["InternetGateway"]["InternetGatewayId"]

        def vpc() -> None:
            ids["vpc"] = ec2.create_vpc(CidrBlock="10.40.0.0/16", TagSpecifications=self.tags("vpc"))["Vpc"]["VpcId"]
            ec2.modify_vpc_attribute(VpcId=ids["vpc"], EnableDnsSupport={"Value": True})
            ec2.modify_vpc_attribute(VpcId=ids["vpc"], EnableDnsHostnames={"Value": True})

        self.together(gateway, vpc)

        def attach() -> None:
            ec2.attach_internet_gateway(VpcId=ids["vpc"], InternetGatewayId=ids["gateway"])

        def table(name: str):
            def make() -> None:
                answer = ec2.create_route_table(VpcId=ids["vpc"], TagSpecifications=self.tags("route-table"))
                ids[name] = answer["RouteTable"]["RouteTableId"]
            return make

        def subnet(number: int):
            def make() -> None:
                answer = ec2.create_subnet(
                    VpcId=ids["vpc"], CidrBlock=f"10.40.{number}.0/24", AvailabilityZone="us-east-1" + "ab"[number % 2],
                    TagSpecifications=self.tags("subnet"))
                ids[f"subnet-{number}"] = answer["Subnet"]["SubnetId"]
            return make

        def group(name: str):
            def make() -> None:
                answer = ec2.create_security_group(
                    GroupName=f"speed-{name}", Description=name.title(), VpcId=ids["vpc"], TagSpecifications=self.tags("security-group"))
                ids[name] = answer["GroupId"]
            return make

        self.together(attach, table("public"), table("private"), *(subnet(n) for n in range(4)), group("web"), group("data"))

        def route() -> None:
            ec2.create_route(RouteTableId=ids["public"], DestinationCidrBlock="0.0.0.0/0", GatewayId=ids["gateway"])

        def associate(number: int):
            def make() -> None:
                answer = ec2.associate_route_table(
                    RouteTableId=ids["public" if number < 2 else "private"], SubnetId=ids[f"subnet-{number}"])
                ids[f"association-{number}"] = answer["AssociationId"]
            return make

        self.together(route, *(associate(n) for n in range(4)))

    def key(self) -> str:
        policy = {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "kms:*", "Resource": "*", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}}]}
        tags = [{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in TAGS]
        self.ids["key"] = self.kms.create_key(Policy=json.dumps(policy), Tags=tags)["KeyMetadata"]["KeyId"]
        self.kms.enable_key_rotation(KeyId=self.ids["key"])
        return self.ids["key"]

    def alias_after(self, key):
        return lambda: self.kms.create_alias(AliasName=ALIAS, TargetKeyId=key.result())

    def bucket_after(self, key):
        def make() -> None:
            self.s3.create_bucket(Bucket=BUCKET)
            self.s3.put_bucket_encryption(Bucket=BUCKET, ServerSideEncryptionConfiguration={"Rules": [
                {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key.result()}}]})
            self.s3.put_public_access_block(Bucket=BUCKET, PublicAccessBlockConfiguration={
                "BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True})
            self.s3.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
            self.s3.put_bucket_tagging(Bucket=BUCKET, Tagging={"TagSet": TAGS})
        return make

    def table(self) -> None:
        self.dynamodb.create_table(
            TableName=TABLE, KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}], BillingMode="PAY_PER_REQUEST", Tags=TAGS)
        while self.dynamodb.describe_table(TableName=TABLE)["Table"]["TableStatus"] != "ACTIVE":
            pass

    def role(self) -> None:
        trust = {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]}
        self.iam.create_role(RoleName=ROLE, AssumeRolePolicyDocument=json.dumps(trust), Tags=TAGS)

    # No-op

    def noop(self) -> None:
        """Reads every object once, as a script without state must to know that nothing is to be done."""
        ids, ec2 = self.ids, self.ec2
        self.together(
            lambda: ec2.describe_vpcs(VpcIds=[ids["vpc"]]), lambda: ec2.describe_internet_gateways(InternetGatewayIds=[ids["gateway"]]),
            lambda: ec2.describe_subnets(SubnetIds=[ids[f"subnet-{n}"] for n in range(4)]),
            lambda: ec2.describe_route_tables(RouteTableIds=[ids["public"], ids["private"]]),
            lambda: ec2.describe_security_groups(GroupIds=[ids["web"], ids["data"]]),
            lambda: self.kms.describe_key(KeyId=ids["key"]), lambda: self.kms.list_aliases(KeyId=ids["key"]),
            lambda: self.s3.get_bucket_encryption(Bucket=BUCKET), lambda: self.s3.get_bucket_versioning(Bucket=BUCKET),
            lambda: self.s3.get_public_access_block(Bucket=BUCKET), lambda: self.dynamodb.describe_table(TableName=TABLE),
            lambda: self.iam.get_role(RoleName=ROLE))

    # Destroy

    def destroy(self) -> None:
        ids, ec2 = self.ids, self.ec2

        def network() -> None:
            self.together(
                lambda: ec2.delete_route(RouteTableId=ids["public"], DestinationCidrBlock="0.0.0.0/0"),
                *((lambda n=n: ec2.disassociate_route_table(AssociationId=ids[f"association-{n}"])) for n in range(4)),
                *((lambda name=name: ec2.delete_security_group(GroupId=ids[name])) for name in ("web", "data")))
            self.together(
                lambda: ec2.detach_internet_gateway(VpcId=ids["vpc"], InternetGatewayId=ids["gateway"]),
                *((lambda n=n: ec2.delete_subnet(SubnetId=ids[f"subnet-{n}"])) for n in range(4)),
                *((lambda name=name: ec2.delete_route_table(RouteTableId=ids[name])) for name in ("public", "private")))
            self.together(lambda: ec2.delete_internet_gateway(InternetGatewayId=ids["gateway"]), lambda: ec2.delete_vpc(VpcId=ids["vpc"]))

        def key() -> None:
            self.kms.delete_alias(AliasName=ALIAS)
            self.kms.schedule_key_deletion(KeyId=ids["key"], PendingWindowInDays=7)

        def table() -> None:
            self.dynamodb.delete_table(TableName=TABLE)

        self.together(
            network, key, table, lambda: self.s3.delete_bucket(Bucket=BUCKET), lambda: self.iam.delete_role(RoleName=ROLE))
        self.file.unlink()


if __name__ == "__main__":
    verb, endpoint, file = sys.argv[1:4]
    getattr(Deployment(endpoint, Path(file)), verb)()

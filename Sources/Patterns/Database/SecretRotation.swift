public import StrataAWS
public import StrataLanguage

/// A secret that is changed every so many days, in Secrets Manager and where it is used.
///
/// Creates a ``PrivateFunction`` that carries out the four steps of a rotation, the `Lambda.Permission` for Secrets Manager to call it, and the
/// `SecretsManager.RotationSchedule`. AWS's ready-made functions come as a template transform of CloudFormation and work nowhere else. This one
/// changes the password through the service's own API, so it needs no database driver and no way to the database.
///
/// The first rotation comes when its day has come, not with the deployment.
@Component
public final class SecretRotation {
  /// What uses the secret.
  public enum Target {
    case database(ReplicatedDatabase)
    case cache(EncryptedCache)
  }

  public let id: String
  let name: String
  let target: Target
  let days: Int
  let key: RegionalKey
  let subnets: [EC2.Subnet]
  let securityGroups: [EC2.SecurityGroup]

  public lazy var function = PrivateFunction(
    "function", name: name, code: Self.code, runtime: .python3_13, key: key, subnets: subnets, securityGroups: securityGroups,
    environment: ["KIND": kind, "TARGET": targetName], permissions: permissions, timeout: 300)

  public lazy var permission = Lambda.Permission(
    "permission", action: "lambda:InvokeFunction", functionName: function, principal: "secretsmanager.amazonaws.com",
    sourceAccount: AWS.accountId)

  public lazy var schedule = SecretsManager.RotationSchedule(
    "schedule", secretId: secret, rotateImmediatelyOnUpdate: false, rotationLambdaArn: function.function.arn,
    rotationRules: .init(automaticallyAfterDays: days)
  ).after(permission).after(predecessors)

  private var secret: SecretsManager.Secret {
    switch target {
    case .database(let database): database.credentials
    case .cache(let cache): cache.token
    }
  }

  /// What has to be there before the secret may change.
  private var predecessors: [any Infrastructure] {
    switch target {
    case .database(let database): [database.attachment]
    case .cache(let cache): [cache.group]
    }
  }

  private var kind: String {
    switch target {
    case .database: "database"
    case .cache: "cache"
    }
  }

  private var targetName: any Input<String> {
    switch target {
    case .database(let database): database.primary.dbInstanceIdentifier
    case .cache(let cache): cache.group.replicationGroupId
    }
  }

  @PolicyBuilder private var permissions: [Statement] {
    Allow(
      "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue",
      "secretsmanager:UpdateSecretVersionStage", on: secret.id)
    Allow("secretsmanager:GetRandomPassword", on: "*")
    Allow("kms:Decrypt", "kms:GenerateDataKey", on: key.arn)
    switch target {
    case .database(let database): Allow("rds:ModifyDBInstance", "rds:DescribeDBInstances", on: database.primary.dbInstanceArn)
    case .cache(let cache):
      Allow(
        "elasticache:ModifyReplicationGroup", "elasticache:DescribeReplicationGroups",
        on: "arn:\(AWS.partition):elasticache:\(AWS.region):\(AWS.accountId):replicationgroup:\(cache.group.replicationGroupId)")
    }
  }

  /// The four steps; source: AWS Secrets Manager User Guide, "Lambda rotation functions".
  private static let code = """
    import json, os
    import boto3

    secrets = boto3.client("secretsmanager")
    KIND, TARGET = os.environ["KIND"], os.environ["TARGET"]

    def handler(event, context):
        secret, version = event["SecretId"], event["ClientRequestToken"]
        stages = secrets.describe_secret(SecretId=secret)["VersionIdsToStages"]
        if "AWSCURRENT" in stages.get(version, []):
            return
        steps = {"createSecret": create, "setSecret": apply, "testSecret": test, "finishSecret": finish}
        steps[event["Step"]](secret, version, stages)

    def create(secret, version, stages):
        if "AWSPENDING" in stages.get(version, []):
            try:
                secrets.get_secret_value(SecretId=secret, VersionId=version, VersionStage="AWSPENDING")
                return
            except secrets.exceptions.ResourceNotFoundException:
                pass
        current = secrets.get_secret_value(SecretId=secret, VersionStage="AWSCURRENT")["SecretString"]
        new = secrets.get_random_password(PasswordLength=40, ExcludePunctuation=True)["RandomPassword"]
        text = json.dumps({**json.loads(current), "password": new}) if KIND == "database" else new
        secrets.put_secret_value(
            SecretId=secret, ClientRequestToken=version, SecretString=text, VersionStages=["AWSPENDING"])

    def apply(secret, version, stages):
        text = secrets.get_secret_value(SecretId=secret, VersionId=version, VersionStage="AWSPENDING")["SecretString"]
        if KIND == "database":
            boto3.client("rds").modify_db_instance(
                DBInstanceIdentifier=TARGET, MasterUserPassword=json.loads(text)["password"], ApplyImmediately=True)
        else:
            boto3.client("elasticache").modify_replication_group(
                ReplicationGroupId=TARGET, AuthToken=text, AuthTokenUpdateStrategy="ROTATE", ApplyImmediately=True)

    def test(secret, version, stages):
        if KIND == "database":
            target = boto3.client("rds").describe_db_instances(DBInstanceIdentifier=TARGET)["DBInstances"][0]
            status, pending = target["DBInstanceStatus"], target.get("PendingModifiedValues", {})
        else:
            target = boto3.client("elasticache").describe_replication_groups(ReplicationGroupId=TARGET)["ReplicationGroups"][0]
            status, pending = target["Status"], target.get("PendingModifiedValues", {})
        if status != "available" or "MasterUserPassword" in pending or "AuthTokenStatus" in pending:
            raise RuntimeError(f"{TARGET} is {status}: the new secret is not in use yet")

    def finish(secret, version, stages):
        current = next(v for v, s in stages.items() if "AWSCURRENT" in s)
        secrets.update_secret_version_stage(
            SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=version, RemoveFromVersionId=current)
    """
}

extension RuleCase {
  private static let trust =
    #""AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}"#

  static let identity: [RuleCase] = [
    RuleCase(
      "R30", "a pool with second factors",
      #"""
      pool AWS::Cognito::UserPool {"MfaConfiguration": "ON", "EnabledMfas": ["SMS_MFA", "SOFTWARE_TOKEN_MFA"], "DeletionProtection": "ACTIVE",
       "Policies": {"PasswordPolicy": {"MinimumLength": 12, "RequireLowercase": true, "RequireNumbers": true, "RequireSymbols": true, "RequireUppercase": true}},
       "UserPoolAddOns": {"AdvancedSecurityMode": "ENFORCED"}, "UserPoolTier": "PLUS", "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": true}}
      """#),
    RuleCase(
      "R30", "a pool as the console makes it", "pool AWS::Cognito::UserPool {}",
      finds: [
        "pool MfaConfiguration: people sign in without a second factor",
        "pool EnabledMfas: people cannot use an authenticator as second factor",
        "pool Policies: a password may have 8 characters, without RequireLowercase, RequireNumbers, RequireSymbols, RequireUppercase",
        "pool UserPoolAddOns: sign-ins with leaked passwords, and from strange places, are let in",
        "pool AdminCreateUserConfig: anybody can sign up", "pool DeletionProtection: the pool with all users can be deleted",
      ]),

    RuleCase(
      "R31", "sessions of fifteen minutes, and a client of machines",
      #"""
      people AWS::Cognito::UserPoolClient {"AccessTokenValidity": 15, "IdTokenValidity": 15, "RefreshTokenValidity": 60,
       "TokenValidityUnits": {"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "minutes"}, "AllowedOAuthFlows": ["code"]}
      machines AWS::Cognito::UserPoolClient {"AllowedOAuthFlows": ["client_credentials"]}
      """#),
    RuleCase(
      "R31", "sessions as Cognito makes them",
      #"client AWS::Cognito::UserPoolClient {"AllowedOAuthFlows": ["implicit"], "EnableTokenRevocation": false}"#,
      finds: [
        "client AccessTokenValidity: a token is valid for 60 minutes", "client IdTokenValidity: a token is valid for 60 minutes",
        "client RefreshTokenValidity: a session goes on for 43200 minutes without signing in",
        "client EnableTokenRevocation: a stolen session cannot be ended",
        "client AllowedOAuthFlows: a browser receives tokens in its address",
      ]),

    RuleCase(
      "R32", "a role with one right",
      "role AWS::IAM::Role {\(trust), "
        + #""Policies": [{"PolicyDocument": {"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*"}}}]}"#
    ),
    RuleCase(
      "R32", "roles with everything, for everybody",
      #"""
      open AWS::IAM::Role {"AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}]}, "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"]}
      wide AWS::IAM::ManagedPolicy {"PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "dynamodb:*"], "Resource": "*"}, {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}]}}
      flow AWS::IAM::Role {"AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "vpc-flow-logs.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}
      task AWS::ECS::TaskDefinition {"TaskRoleArn": "@flow.Arn", "ExecutionRoleArn": "@flow.Arn"}
      """#,
      finds: [
        "open AssumeRolePolicyDocument.Statement[0]: everybody can take on the role",
        "open ManagedPolicyArns[0]: the role has AdministratorAccess, which is nearly everything",
        "flow AssumeRolePolicyDocument.Statement[0]: vpc-flow-logs.amazonaws.com takes on the role for any account that asks it to",
        "wide PolicyDocument.Statement[0]: dynamodb:* is allowed on all resources",
        "wide PolicyDocument.Statement[1]: all actions but some are allowed on all resources",
        "task TaskRoleArn: the application has the rights of the agent that starts it",
      ]),

    RuleCase(
      "R33", "names of secrets and references to them",
      #"""
      function AWS::Lambda::Function {"Environment": {"Variables": {"SECRET_NAME": "app/database", "DB_PASSWORD": "{{resolve:secretsmanager:app/database}}", "TABLE": "requests"}}}
      db AWS::RDS::DBInstance {"ManageMasterUserPassword": true}
      """#),
    RuleCase(
      "R33", "secrets in the program",
      #"""
      function AWS::Lambda::Function {"Environment": {"Variables": {"DB_PASSWORD": "hunter2", "LEGACY": "AKIAIOSFODNN7EXAMPLE"}}}
      db AWS::RDS::DBInstance {"MasterUserPassword": "hunter2"}
      task AWS::ECS::TaskDefinition {"ContainerDefinitions": [{"Environment": [{"Name": "API_KEY", "Value": "12345"}]}]}
      """#,
      finds: [
        "db MasterUserPassword: MasterUserPassword stands in the program",
        "function Environment.Variables: 'DB_PASSWORD' has a secret that stands in the program",
        "function Environment.Variables: 'LEGACY' has a secret that stands in the program",
        "task ContainerDefinitions[0].Environment: 'API_KEY' has a secret that stands in the program",
      ]),

    RuleCase(
      "R34", "credentials that change",
      #"""
      secret AWS::SecretsManager::Secret {"Name": "app/database"}
      attachment AWS::SecretsManager::SecretTargetAttachment {"SecretId": "@secret.Id"}
      schedule AWS::SecretsManager::RotationSchedule {"SecretId": "@secret.Id", "RotationRules": {"AutomaticallyAfterDays": 30}}
      """#),
    RuleCase(
      "R34", "credentials that change seldom, and never",
      #"""
      secret AWS::SecretsManager::Secret {"Name": "app/database"}
      attachment AWS::SecretsManager::SecretTargetAttachment {"SecretId": "@secret.Id"}
      schedule AWS::SecretsManager::RotationSchedule {"SecretId": "@secret.Id", "RotationRules": {"AutomaticallyAfterDays": 365}}
      token AWS::SecretsManager::Secret {"Name": "app/cache"}
      cache AWS::ElastiCache::ReplicationGroup {"AuthToken": "@token.SecretString"}
      """#,
      finds: ["secret: the credentials change every 365 days only", "token: the credentials never change"]),

    RuleCase(
      "R35", "tenants with keys of their own",
      #"""
      key AWS::KMS::Key {"Tags": [{"Key": "TenantId", "Value": "a"}]}
      secret AWS::SecretsManager::Secret {"KmsKeyId": "@key.Arn", "Tags": [{"Key": "TenantId", "Value": "a"}]}
      reader AWS::IAM::ManagedPolicy {"PolicyDocument": {"Statement": {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*",
       "Condition": {"StringEquals": {"aws:ResourceTag/TenantId": "${aws:PrincipalTag/TenantId}"}}}}}
      """#),
    RuleCase(
      "R35", "tenants that share a key, and a role that reads all",
      #"""
      key AWS::KMS::Key {"Tags": [{"Key": "TenantId", "Value": "a"}]}
      secret AWS::SecretsManager::Secret {"KmsKeyId": "@key.Arn", "Tags": [{"Key": "TenantId", "Value": "b"}]}
      reader AWS::IAM::ManagedPolicy {"PolicyDocument": {"Statement": {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*"}}}
      """#,
      finds: [
        "secret KmsKeyId: the secret of tenant 'b' is encrypted with the key of tenant 'a'",
        "secret KmsKeyId: a resource of tenant 'b' uses the key of tenant 'a'",
        "reader PolicyDocument.Statement[0]: the policy opens the data of all tenants at once",
      ]),
  ]
}

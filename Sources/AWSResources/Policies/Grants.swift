public import StrataLanguage

// Statements with least privilege for common uses, to be written inside of `.policy { … }` of the one who may:
// `Allow` for what the identity does itself. A library adds its own in the same way: an extension of the resource that returns `[Statement]`.

extension KMS.Key {
  /// Decrypts and makes data keys: what a service that reads and writes encrypted data needs.
  public func grantUse() -> [Statement] { [Allow("kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey", on: arn)] }

  /// Only decrypts.
  public func grantDecrypt() -> [Statement] { [Allow("kms:Decrypt", "kms:DescribeKey", on: arn)] }
}

extension DynamoDB.Table {
  /// Reads items, also through indexes.
  public func grantRead() -> [Statement] {
    [Allow("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan", on: arn, "\(arn)/index/*")]
  }

  /// Reads, writes and deletes items, also through indexes.
  public func grantReadWrite() -> [Statement] {
    grantRead() + [Allow("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem", on: arn)]
  }
}

extension S3.Bucket {
  /// Lists the bucket and reads its objects.
  public func grantRead() -> [Statement] { [Allow("s3:ListBucket", on: arn), Allow("s3:GetObject", on: "\(arn)/*")] }

  /// Lists the bucket and reads, writes and deletes its objects.
  public func grantReadWrite() -> [Statement] {
    [Allow("s3:ListBucket", on: arn), Allow("s3:GetObject", "s3:PutObject", "s3:DeleteObject", on: "\(arn)/*")]
  }
}

extension SecretsManager.Secret {
  /// Reads the secret's value.
  public func grantRead() -> [Statement] { [Allow("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret", on: id)] }
}

extension SQS.Queue {
  /// Sends messages.
  public func grantSend() -> [Statement] { [Allow("sqs:SendMessage", "sqs:GetQueueUrl", on: arn)] }

  /// Receives and deletes messages.
  public func grantConsume() -> [Statement] {
    [Allow("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes", on: arn)]
  }
}

extension SNS.Topic {
  /// Publishes messages.
  public func grantPublish() -> [Statement] { [Allow("sns:Publish", on: topicArn)] }
}

extension Logs.LogGroup {
  /// Writes log events.
  public func grantWrite() -> [Statement] {
    [Allow("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams", on: arn, "\(arn):*")]
  }
}

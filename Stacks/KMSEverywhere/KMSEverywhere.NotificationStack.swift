import Strata

extension KMSEverywhere {
  /// A function that takes alarms to the security team's chat.
  @Stack final class NotificationStack {
    let settings: Settings
    let encryption: EncryptionStack
    let data: DataStack

    // 1.9 "Lambda Environment Variables: Encrypted using KMS"
    lazy var notifier = EncryptedFunction(
      "notifier", name: settings.notifier, key: encryption.key, environment: ["WEBHOOK_SECRET": data.webhook.id],
      permissions: [Allow("secretsmanager:GetSecretValue", on: data.webhook.id)], code: Self.code)

    var body: some Infrastructure {
      Lambda.Permission(
        "alarms-may-call", action: "lambda:InvokeFunction", functionName: notifier, principal: "sns.amazonaws.com",
        sourceArn: encryption.alarms.arn)
      SNS.Subscription("alarms", protocol: "lambda", topicArn: encryption.alarms, endpoint: notifier.arn)
    }

    private static let code = """
      import json, os, urllib.request
      import boto3

      secrets = boto3.client("secretsmanager")

      def handler(event, context):
          address = secrets.get_secret_value(SecretId=os.environ["WEBHOOK_SECRET"])["SecretString"]
          for record in event["Records"]:
              text = json.dumps({"text": record["Sns"].get("Subject") or record["Sns"]["Message"]})
              headers = {"Content-Type": "application/json"}
              urllib.request.urlopen(urllib.request.Request(address, text.encode(), headers), timeout=10)
      """
  }
}

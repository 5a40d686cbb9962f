import StrataAWS
import StrataLanguage
import StrataModel
import Testing

@Suite("Values, references and interpolation")
struct ValueTests {
  @Test("A scalar takes literals, variables, values and references")
  func inputs() {
    let set = declaring {
      let days = 30
      let flag = true
      let name = "from-a-variable"
      let topic = SNS.Topic("topic", displayName: name)
      topic
      KMS.Key("key", description: topic.topicName, enableKeyRotation: flag, pendingWindowInDays: days)
      SQS.Queue("queue", delaySeconds: 5, queueName: Value<String>("typed"))
    }
    #expect(set.json("app/topic", "DisplayName") == #""from-a-variable""#)
    #expect(set.json("app/key", "Description") == #"{"$ref":["app/topic","TopicName"]}"#)
    #expect(set.json("app/key", "EnableKeyRotation") == "true")
    #expect(set.json("app/key", "PendingWindowInDays") == "30")
    #expect(set.json("app/queue", "QueueName") == #""typed""#)
  }

  @Test("An interpolated reference survives where Swift infers String")
  func interpolation() {
    let set = declaring {
      let bucket = S3.Bucket("bucket")
      let path = "\(bucket.arn)/logs/*"
      let twice = "[\(path)] and \(bucket.bucketName)"
      bucket
      SNS.Topic("topic", displayName: twice)
    }
    #expect(
      set.json("app/topic", "DisplayName")
        == #"{"$fn":["concatenate","[",{"$ref":["app/bucket","Arn"]},"/logs/*] and ",{"$ref":["app/bucket","BucketName"]}]}"#)
  }

  @Test("A string that is only a reference is the reference")
  func onlyReference() {
    let set = declaring {
      let bucket = S3.Bucket("bucket")
      bucket
      SNS.Topic("topic", displayName: "\(bucket.bucketName)")
    }
    #expect(set.json("app/topic", "DisplayName") == #"{"$ref":["app/bucket","BucketName"]}"#)
  }

  @Test(
    "A text that was changed after the interpolation is an error with the place and the property",
    arguments: [0, 1, 2, 3, 4])
  func mangled(surgery: Int) {
    let set = declaring {
      let bucket = S3.Bucket("bucket")
      bucket
      let text = "arn: \(bucket.arn) end"
      let changed =
        switch surgery {
        case 0: text.lowercased()
        case 1: text.uppercased()
        case 2: String(text.prefix(12))
        case 3: String(text.suffix(8))
        default: String(text.reversed())
        }
      SNS.Topic("topic", displayName: changed)
    }
    #expect(set.codes == ["mangled-reference"])
    #expect(set.diagnostics.first?.path == "DisplayName")
    #expect(set.diagnostics.first?.location?.fileName == "ValueTests.swift")
    #expect(set.diagnostics.first?.address == "app/topic")
  }

  @Test("A reference in a key of a map is an error")
  func referenceInKey() {
    let set = declaring {
      let bucket = S3.Bucket("bucket")
      bucket
      SNS.Topic("topic", tags: ["\(bucket.arn)": "x"])
    }
    #expect(set.codes == ["reference-in-key"])
  }

  @Test("Functions wait until their arguments are known")
  func functions() {
    let set = declaring {
      let zone = Route53.HostedZone("zone", name: "example.org")
      zone
      SNS.Topic("join", displayName: zone.nameServers.joined(separator: ","))
      SNS.Topic("select", displayName: zone.nameServers.select(1))
      SNS.Topic("base64", displayName: "plain".base64())
      SNS.Topic("split", displayName: "a-b-c".split(separator: "-").select(2))
      SNS.Topic("list", displayName: [zone.id, zone.id].joined(separator: "+"))
    }
    #expect(set.json("app/join", "DisplayName") == #"{"$fn":["join",",",{"$ref":["app/zone","NameServers"]}]}"#)
    #expect(set.json("app/select", "DisplayName") == #"{"$fn":["select",1,{"$ref":["app/zone","NameServers"]}]}"#)
    #expect(set.json("app/base64", "DisplayName") == #""cGxhaW4=""#)
    #expect(set.json("app/split", "DisplayName") == #""c""#)
    #expect(
      set.json("app/list", "DisplayName")
        == #"{"$fn":["join","+",[{"$ref":["app/zone","Id"]},{"$ref":["app/zone","Id"]}]]}"#)
  }

  @Test("A whole list of another resource fits where a list is wanted, alone and among others")
  func wholeLists() {
    let set = declaring {
      let zone = Route53.HostedZone("zone", name: "example.org")
      zone
      Route53.RecordSet("ns", name: "sub.example.org", type: "NS", resourceRecords: .all(of: zone.nameServers))
      Route53.RecordSet("more", name: "more.example.org", type: "NS", resourceRecords: ["a"] + .all(of: zone.nameServers))
    }
    #expect(set.json("app/ns", "ResourceRecords") == #"{"$ref":["app/zone","NameServers"]}"#)
    #expect(set.json("app/more", "ResourceRecords") == #"{"$fn":["flatten",["a"],{"$ref":["app/zone","NameServers"]}]}"#)
  }

  @Test("Facts about the placement are those of each resource")
  func placementFacts() {
    let set = declaring {
      let text = "arn:\(AWS.partition):logs:\(AWS.region):\(AWS.accountId):*"
      SNS.Topic("here", displayName: text)
      SNS.Topic("there", displayName: text).placed(in: .euCentral1)
      SNS.Topic("other", displayName: text).placed(inAccount: "210987654321")
      Output("region", AWS.region)
    }
    #expect(set.json("app/here", "DisplayName") == #""arn:aws:logs:us-east-1:123456789012:*""#)
    #expect(set.json("app/there", "DisplayName") == #""arn:aws:logs:eu-central-1:123456789012:*""#)
    #expect(set.json("app/other", "DisplayName") == #""arn:aws:logs:us-east-1:210987654321:*""#)
    #expect(set.outputs.first?.value == "us-east-1")
  }

  @Test("Free JSON takes literals of every kind and keeps references inside")
  func documents() {
    let set = declaring {
      let bucket = S3.Bucket("bucket")
      bucket
      Events.Rule("rule", eventPattern: ["source": ["aws.s3"], "n": 1, "d": 1.5, "b": true, "z": .null, "name": ["\(bucket.bucketName)"]])
      CloudWatch.Dashboard("dashboard", dashboardBody: .json(["widgets": [], "bucket": "\(bucket.bucketName)"]))
      CloudWatch.Dashboard("fixed", dashboardBody: .json(["widgets": []]))
    }
    #expect(
      set.json("app/rule", "EventPattern")
        == #"{"b":true,"d":1.5,"n":1,"name":[{"$ref":["app/bucket","BucketName"]}],"source":["aws.s3"],"z":null}"#)
    #expect(
      set.json("app/dashboard", "DashboardBody") == #"{"$fn":["json",{"bucket":{"$ref":["app/bucket","BucketName"]},"widgets":[]}]}"#)
    #expect(set.json("app/fixed", "DashboardBody") == #""{\"widgets\":[]}""#)
  }

  @Test("Secrets keep their source; a sensitive attribute stays a reference")
  func secrets() {
    let set = declaring {
      let pool = Cognito.UserPool("pool")
      let client = Cognito.UserPoolClient("client", userPoolId: pool, generateSecret: true)
      RDS.DBInstance("database", masterUserPassword: .environmentVariable("DB_PASSWORD"))
      SecretsManager.Secret("file", secretString: .file("secret.txt"))
      SecretsManager.Secret("client-secret", secretString: client.clientSecret)
      SecretsManager.Secret("text", secretString: "plain")
    }
    #expect(set.json("app/database", "MasterUserPassword") == #"{"$secret":["environmentVariable","DB_PASSWORD"]}"#)
    #expect(set.json("app/file", "SecretString") == #"{"$secret":["file","secret.txt"]}"#)
    #expect(set.json("app/client-secret", "SecretString") == #"{"$secret":["attribute","app/client","ClientSecret"]}"#)
    #expect(set.json("app/text", "SecretString") == #""plain""#)
    #expect(set.diagnostics.isEmpty)
  }

  @Test("Enumerations take members, literals, variables and references")
  func enumerations() {
    let set = declaring {
      let spec = "RSA_2048"
      KMS.Key("member", keySpec: .rsa4096)
      KMS.Key("literal", keySpec: "HMAC_256")
      KMS.Key("variable", keySpec: "\(spec)")
      KMS.Key("raw", keySpec: .raw(spec))
    }
    #expect(set.resources.map { $0.properties["KeySpec"]?.stringValue } == ["RSA_4096", "HMAC_256", "RSA_2048", "RSA_2048"])
  }
}

import StrataAWS
import StrataLanguage
import StrataModel
import Testing

private struct Service: Component {
  let modifiers = Modifiers()
  var body: some Infrastructure {
    SNS.Topic("inherits")
    SNS.Topic("overrides", tags: ["Team": "inner", "Name": "x"])
  }
  func declare(in context: DeclarationContext) { context.declare(component: self, id: nil) { context.place(body) } }
}

@Suite("Tags")
struct TagTests {
  @Test("Tags of environment, stack, component and resource are merged; the innermost wins")
  func merging() {
    let set = declaring(tags: ["Environment": "test", "Team": "outer"]) { Service().tagged(["Team": "middle"]) }
    #expect(set.json("app/inherits", "Tags") == #"[{"Key":"Environment","Value":"test"},{"Key":"Team","Value":"middle"}]"#)
    #expect(
      set.json("app/overrides", "Tags")
        == #"[{"Key":"Environment","Value":"test"},{"Key":"Name","Value":"x"},{"Key":"Team","Value":"inner"}]"#)
  }

  @Test("A type that wants a map gets a map, in its own property")
  func maps() {
    let set = declaring(tags: ["Environment": "test"]) {
      SSM.Parameter("parameter", type: .string, value: "v", tags: ["Name": "p"])
      Cognito.UserPool("pool")
    }
    #expect(set.json("app/parameter", "Tags") == #"{"Environment":"test","Name":"p"}"#)
    #expect(set.json("app/pool", "UserPoolTags") == #"{"Environment":"test"}"#)
  }

  @Test("A type without tags gets none, and without any tags none are written")
  func none() {
    let set = declaring(tags: ["Environment": "test"]) { KMS.Alias("alias", aliasName: "alias/a", targetKeyId: .existing("k")) }
    #expect(set["app/alias"]?.properties["Tags"] == nil)
    #expect(declaring { SNS.Topic("topic") }["app/topic"]?.properties["Tags"] == nil)
  }

  @Test("Tags of an Auto Scaling group say that instances get them")
  func autoScaling() {
    let set = declaring(tags: ["A": "b"]) { AutoScaling.AutoScalingGroup("group", maxSize: "1", minSize: "1") }
    #expect(set.json("app/group", "Tags") == #"[{"Key":"A","PropagateAtLaunch":true,"Value":"b"}]"#)
  }

  @Test("What a launch template starts bears the tags, volumes too, and keeps its own")
  func launchTemplate() {
    let set = declaring(tags: ["A": "b"]) {
      EC2.LaunchTemplate(
        "template",
        launchTemplateData: .init(tagSpecifications: [
          .init(resourceType: "volume", tags: [.init(key: "A", value: "own"), .init(key: "Name", value: "n")])
        ]))
    }
    let data = set["app/template"]?.properties["LaunchTemplateData"]
    #expect(
      data?["TagSpecifications"] == [
        ["ResourceType": "volume", "Tags": [["Key": "A", "Value": "own"], ["Key": "Name", "Value": "n"]]],
        ["ResourceType": "instance", "Tags": [["Key": "A", "Value": "b"]]],
      ])
  }

  @Test("Tags hold references, and tagged works on a resource and on a list")
  func values() {
    let set = declaring {
      let key = KMS.Key("key").tagged(["Tier": "data"])
      key
      [SNS.Topic("topic")].tagged(["Key": "\(key.keyId)"])
    }
    #expect(set.json("app/key", "Tags") == #"[{"Key":"Tier","Value":"data"}]"#)
    #expect(set.json("app/topic", "Tags") == #"[{"Key":"Key","Value":{"$ref":["app/key","KeyId"]}}]"#)
  }
}

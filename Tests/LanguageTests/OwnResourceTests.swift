import StrataAWS
import StrataLanguage
import StrataModel
import Testing

/// A type of a service that does not ship, in one line.
@Resource("AWS::AppMesh::Mesh") struct Mesh {}

/// A type with members of its own: narrowed, with a default, fixed, and computed.
@Resource("AWS::KMS::Key") struct CompanyKey {
  let description: String
  var enableKeyRotation: Bool = true
  var rotationPeriodInDays: Int?
  let multiRegion: Bool = false
  let keyPolicy: Document

  var isShortLived: Bool { (rotationPeriodInDays ?? 365) < 100 }
  static let prefix = "company"
}

@Suite("Resource types that a program declares itself")
struct OwnResourceTests {
  @Test("A type in one line has everything that a shipped one has")
  func oneLine() {
    let set = declaring(tags: ["A": "b"]) {
      let mesh = Mesh("mesh", meshName: "m", spec: .init(egressFilter: .init(type: "ALLOW_ALL")))
      mesh
      Output("arn", mesh.arn)
    }
    #expect(set["app/mesh"]?.type == "AWS::AppMesh::Mesh")
    #expect(set.json("app/mesh", "Spec") == #"{"EgressFilter":{"Type":"ALLOW_ALL"}}"#)
    #expect(set.json("app/mesh", "Tags") == #"[{"Key":"A","Value":"b"}]"#)
  }

  @Test("Members written by hand are parameters, are assigned, and are written into the resource")
  func members() throws {
    let key = CompanyKey("key", description: "d", keyPolicy: [:], rotationPeriodInDays: 90)
    #expect(key.description == "d" && key.enableKeyRotation && key.rotationPeriodInDays == 90 && key.isShortLived)
    let set = declaring {
      CompanyKey(
        "key", description: "d", keyPolicy: .policy { Allow("kms:*", on: "*") }, enableKeyRotation: false, rotationPeriodInDays: 90)
      CompanyKey("plain", description: "e", keyPolicy: [:])
    }
    let properties = try #require(set["app/key"]?.properties)
    #expect(properties["Description"] == "d" && properties["EnableKeyRotation"] == false && properties["RotationPeriodInDays"] == 90)
    #expect(properties["MultiRegion"] == false)
    #expect(set["app/plain"]?.properties["EnableKeyRotation"] == true && set["app/plain"]?.properties["RotationPeriodInDays"] == nil)
  }
}

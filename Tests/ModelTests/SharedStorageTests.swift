import StrataModel
import Testing

/// Nodes, steps and records share their fields until one of them changes; nobody may notice.
@Suite("Large values are values") struct SharedStorageTests {
  private static let source = SourceLocation(fileID: "Stacks/Data.swift", line: 12)
  private static let placement = Placement(account: "123456789012", region: "us-east-1")
  private static let node = ResourceNode(
    address: "data/key", type: "AWS::KMS::Key", placement: placement, properties: ["Enabled": true], source: source)
  private static let step = PlanStep(
    id: 0, operation: .create, address: "data/key", type: "AWS::KMS::Key", placement: placement, instance: "i-1",
    generation: 1, desired: node, hasRecord: false, source: source)
  private static let record = ResourceRecord(
    address: "data/key", type: "AWS::KMS::Key", placement: placement, instance: "i-1", generation: 1, source: source)

  @Test("A changed copy of a node leaves the original as it was")
  func nodeCopies() {
    var copy = Self.node
    copy.properties["Enabled"] = false
    copy.renamedFrom.append("data/old-key")
    #expect(Self.node.properties["Enabled"] == true)
    #expect(Self.node.renamedFrom.isEmpty)
    #expect(copy.properties["Enabled"] == false)
    #expect(copy != Self.node)
  }

  @Test("A changed copy of a step leaves the original, and the resource that it brings about, as they were")
  func stepCopies() {
    var copy = Self.step
    copy.markers.append(.protected)
    copy.desired?.properties["Enabled"] = false
    #expect(Self.step.markers.isEmpty)
    #expect(Self.step.desired == Self.node)
    #expect(copy.desired?.properties["Enabled"] == false)
  }

  @Test("A changed copy of a record leaves the original as it was")
  func recordCopies() {
    var copy = Self.record
    copy.attributes["KeyId"] = "1234"
    copy.status = .deposed
    #expect(Self.record.attributes.isEmpty)
    #expect(Self.record.status == .current)
    copy.attributes = [:]
    copy.status = .current
    #expect(copy == Self.record)
    #expect(copy.hashValue == Self.record.hashValue)
  }

  @Test("A dump shows the fields")
  func dumps() {
    let text = String(reflecting: Self.node)
    #expect(text.contains("data/key") && text.contains("AWS::KMS::Key"))
    #expect(!text.contains("Storage"))
    #expect(Mirror(reflecting: Self.record).children.contains { $0.label == "generation" })
  }
}

import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Changes of tags")
struct TagChangeTests {
  private let list: PropertyValue = [["Key": "team", "Value": "core"], ["Key": "cost", "Value": "7"]]
  private let map: PropertyValue = ["team": "core", "cost": "7"]

  @Test("Tags are the same as a list and as a map")
  func forms() {
    #expect(TagChange.tags(list) == ["team": "core", "cost": "7"])
    #expect(TagChange.tags(map) == TagChange.tags(list))
    #expect(TagChange.tags(nil) == [:])
    #expect(TagChange.tags([["Key": "bare"]]) == ["bare": ""])
  }

  @Test("Only tags that differ are set, and only keys that are gone are removed, both ascending")
  func difference() {
    let change = TagChange(from: ["kept": "1", "changed": "1", "z": "1", "a": "1"], to: ["kept": "1", "changed": "2", "added": "3"])
    #expect(change.set.map(\.key) == ["added", "changed"])
    #expect(change.set.map(\.value) == ["3", "2"])
    #expect(change.removed == ["a", "z"])
  }

  @Test("The same tags in another form are no change")
  func sameTags() {
    let change = TagChange(from: list, to: map)
    #expect(change.set.isEmpty)
    #expect(change.removed.isEmpty)
  }

  @Test("All tags go when the property goes")
  func removal() {
    #expect(TagChange(from: list, to: nil).removed == ["cost", "team"])
  }

  @Test("Tags that AWS itself sets are not shown, in either form")
  func reserved() {
    let withReserved: PropertyValue = [["Key": "aws:cloudformation:stack-name", "Value": "x"], ["Key": "aws", "Value": "y"]]
    #expect(TagChange.withoutReserved(withReserved) == [["Key": "aws", "Value": "y"]])
    #expect(TagChange.withoutReserved(["aws:a": "x", "b": "y"]) == ["b": "y"])
  }

  @Test("Services get tags under the member names that they use")
  func output() {
    let tags = [(key: "team", value: "core")]
    #expect(AWSValue.tagList(tags) == [["Key": "team", "Value": "core"]])
    #expect(AWSValue.tagList(tags, key: "TagKey", value: "TagValue") == [["TagKey": "team", "TagValue": "core"]])
    #expect(AWSValue.tagMap(tags) == ["team": "core"])
  }
}

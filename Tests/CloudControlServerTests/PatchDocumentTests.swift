import StrataModel
import Testing

@testable import CloudControlServer

@Suite("JSON Patch")
struct PatchDocumentTests {
  private func apply(_ patch: String, to document: PropertyObject) throws -> PropertyObject {
    try PatchDocument(parsing: patch).applied(to: document)
  }

  @Test("Every operation of RFC 6902 does what its appendix shows")
  func operations() throws {
    #expect(try apply(#"[{"op":"add","path":"/baz","value":"qux"}]"#, to: ["foo": "bar"]) == ["baz": "qux", "foo": "bar"])
    #expect(
      try apply(#"[{"op":"add","path":"/foo/1","value":"qux"}]"#, to: ["foo": ["bar", "baz"]]) == ["foo": ["bar", "qux", "baz"]])
    #expect(try apply(#"[{"op":"remove","path":"/baz"}]"#, to: ["baz": "qux", "foo": "bar"]) == ["foo": "bar"])
    #expect(try apply(#"[{"op":"remove","path":"/foo/1"}]"#, to: ["foo": ["bar", "qux", "baz"]]) == ["foo": ["bar", "baz"]])
    #expect(try apply(#"[{"op":"replace","path":"/baz","value":"boo"}]"#, to: ["baz": "qux"]) == ["baz": "boo"])
    #expect(try apply(#"[{"op":"replace","path":"/a/0","value":9}]"#, to: ["a": [1, 2]]) == ["a": [9, 2]])
    #expect(
      try apply(#"[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]"#, to: ["foo": ["bar": "baz", "waldo": "fred"], "qux": [:]])
        == ["foo": ["bar": "baz"], "qux": ["thud": "fred"]])
    #expect(
      try apply(#"[{"op":"move","from":"/foo/1","path":"/foo/3"}]"#, to: ["foo": ["all", "grass", "cows", "eat"]])
        == ["foo": ["all", "cows", "eat", "grass"]])
    #expect(try apply(#"[{"op":"copy","from":"/a","path":"/b"}]"#, to: ["a": [1]]) == ["a": [1], "b": [1]])
    #expect(try apply(#"[{"op":"test","path":"/a/1","value":2.0}]"#, to: ["a": [1, 2]]) == ["a": [1, 2]])
    #expect(try apply(#"[{"op":"add","path":"/foo/-","value":["abc"]}]"#, to: ["foo": ["bar"]]) == ["foo": ["bar", ["abc"]]])
    #expect(try apply(#"[{"op":"add","path":"/baz","value":1,"xyz":123}]"#, to: [:]) == ["baz": 1])
    #expect(try apply(#"[{"op":"test","path":"/~01","value":10}]"#, to: ["/": 9, "~1": 10]) == ["/": 9, "~1": 10])
    #expect(try apply(#"[{"op":"replace","path":"","value":{"a":1}}]"#, to: ["b": 2]) == ["a": 1])
  }

  @Test(
    "A change without a place is refused",
    arguments: [
      #"[{"op":"add","path":"/baz/bat","value":1}]"#, #"[{"op":"add","path":"/list/5","value":1}]"#,
      #"[{"op":"add","path":"/list/01","value":1}]"#, #"[{"op":"remove","path":"/none"}]"#, #"[{"op":"remove","path":"/list/-"}]"#,
      #"[{"op":"replace","path":"/none","value":1}]"#, #"[{"op":"move","from":"/none","path":"/a"}]"#,
      #"[{"op":"move","from":"/object","path":"/object/inner"}]"#, #"[{"op":"copy","from":"/none","path":"/a"}]"#,
      #"[{"op":"test","path":"/list/0","value":"1"}]"#, #"[{"op":"test","path":"/none","value":null}]"#,
      #"[{"op":"replace","path":"","value":[]}]"#,
    ])
  func withoutPlace(patch: String) throws {
    #expect(throws: PatchFailure.self) { try apply(patch, to: ["list": [1, 2], "object": [:]]) }
  }

  @Test(
    "A text that is no patch is refused",
    arguments: [
      "", "{}", "nonsense", #"[{"path":"/a"}]"#, #"[{"op":"add","value":1}]"#, #"[{"op":"add","path":"/a"}]"#,
      #"[{"op":"spam","path":"/a"}]"#, #"[{"op":"move","path":"/a"}]"#, #"[{"op":"remove","path":"/a~2"}]"#, #"[1]"#,
    ])
  func noPatch(text: String) {
    #expect(throws: PatchFailure.self) { try PatchDocument(parsing: text) }
  }
}

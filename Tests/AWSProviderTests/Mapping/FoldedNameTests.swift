import StrataModel
import Testing

@testable import AWSProvider

@Suite("Names and differences")
struct FoldedNameTests {
  @Test("Names are one when they differ in case and punctuation only", arguments: ["KmsKeyId", "kmsKeyId", "KMSKeyId", "kms_key-id"])
  func folds(_ name: String) {
    #expect(FoldedName(name) == FoldedName("KmsKeyID"))
    #expect(FoldedName(name) != FoldedName("KmsKeyIds"))
    #expect(FoldedName(name) != FoldedName("KmsKeyId2"))
  }

  @Test("A change of a list tells what comes, in the declaration's order, and what goes")
  func lists() {
    let change = ListChange(from: ["a", "b", "c"], to: ["d", "c", "b", "e"])
    #expect(change.added == ["d", "e"])
    #expect(change.removed == ["a"])
  }

  @Test("Lists of the same members differ in nothing, whatever their order")
  func members() {
    let same = MemberChange(from: ["a", "b"], to: ["b", "a"])
    #expect(same.added == [])
    #expect(same.removed == [])
    let change = MemberChange(from: ["a", "b"], to: ["b", "c"])
    #expect(change.added == ["c"])
    #expect(change.removed == ["a"])
  }

  @Test("A list that is not there has no members")
  func absentMembers() {
    #expect(MemberChange(from: nil, to: ["a"]).added == ["a"])
    #expect(MemberChange(from: ["a"], to: nil).removed == ["a"])
    #expect(MemberChange(from: .null, to: nil).added == [])
  }

  @Test("Fields are renamed at every depth, and nothing else is")
  func renaming() {
    let value: PropertyValue = ["Id": "Id", "Rules": [["Id": 1, "Other": ["Id": true]]]]
    #expect(value.renamingFields(["Id": "ID"]) == ["ID": "Id", "Rules": [["ID": 1, "Other": ["ID": true]]]])
  }

  @Test("JSON that a declaration gives as text is read, and text that is none is refused by its property")
  func jsonText() throws {
    let properties: PropertyObject = ["Body": #"{"a":[1,true]}"#, "Name": "{"]
    #expect(try properties.readingJSON(of: ["Body", "Absent"]) == ["Body": ["a": [1, true]], "Name": "{"])
    #expect(throws: ProviderFailure.invalid("Name is no JSON: {")) { try properties.readingJSON(of: ["Name"]) }
  }
}

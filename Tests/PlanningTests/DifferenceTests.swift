import StrataModel
import StrataPlanning
import Testing

@Suite("What is a difference")
struct DifferenceTests {
  private func server(_ properties: PropertyObject, lifecycle: (inout Lifecycle) -> Void = { _ in }) -> ResourceGraph {
    graph(node("web/server", Sample.server, properties, lifecycle: lifecycle))
  }

  private func changes(from before: ResourceGraph, to after: ResourceGraph) -> [PropertyChange] {
    plan(deployed(before), after).steps.first?.changes ?? []
  }

  private static let equal: [ValuePair] = [
    ValuePair(Sample.subnet, "Zones", #"["a", "b", "b"]"#, #"["b", "a", "b"]"#),
    ValuePair(
      Sample.subnet, "Tags", #"[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]"#,
      #"[{"Key": "b", "Value": "2"}, {"Key": "a", "Value": "1"}]"#),
    ValuePair(Sample.server, "Note", #"80"#, #""80""#),
    ValuePair(Sample.server, "Note", #"true"#, #""true""#),
    ValuePair(Sample.server, "Note", #""{\"a\": 1, \"b\": [2]}""#, #""{\"b\":[2],\"a\":1.0}""#),
    ValuePair(
      Sample.key, "Policy", #"{"Statement": {"Effect": "Allow", "Action": "kms:Decrypt"}}"#,
      #"{"Version": "2008-10-17", "Statement": [{"Effect": "Allow", "Action": ["KMS:decrypt"]}]}"#),
    ValuePair(
      Sample.key, "Policy", #"{"Statement": [{"Effect": "Allow", "Action": "*", "Principal": "*"}]}"#,
      #""{\"Statement\": {\"Effect\": \"Allow\", \"Action\": [\"*\"], \"Principal\": {\"AWS\": \"*\"}}}""#),
    ValuePair(
      Sample.key, "Policy", #"{"Statement": [{"Effect": "Allow", "Action": "*", "Principal": {"AWS": "111122223333"}}]}"#,
      #"{"Statement": [{"Effect": "Allow", "Action": "*", "Principal": {"AWS": ["arn:aws:iam::111122223333:root"]}}]}"#),
    ValuePair(
      Sample.key, "Policy", #"{"Statement": [{"Effect": "Deny", "Action": ["a:B", "a:C"], "Condition": {"Bool": {"aws:Secure": false}}}]}"#,
      #"{"Statement": [{"Effect": "Deny", "Action": ["a:C", "a:B"], "Condition": {"Bool": {"aws:secure": ["false"]}}}]}"#),
  ]

  @Test("Values that mean the same are no difference", arguments: equal)
  func equalValues(_ pair: ValuePair) throws {
    #expect(!isChanging(deployed(try pair.graph(pair.before)), try pair.graph(pair.after)))
  }

  private static let different: [ValuePair] = [
    ValuePair(Sample.subnet, "Zones", #"["a", "b", "b"]"#, #"["a", "a", "b"]"#),
    ValuePair(Sample.server, "Note", #""a""#, #""A""#),
    ValuePair(Sample.server, "Note", #"["a", "b"]"#, #"["b", "a"]"#),
    ValuePair(Sample.server, "Note", #""08""#, #""8""#),
    ValuePair(
      Sample.key, "Policy", #"{"Statement": {"Effect": "Allow", "Action": "*"}}"#, #"{"Statement": {"Effect": "Deny", "Action": "*"}}"#),
    ValuePair(
      Sample.key, "Policy", #"{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "a"}}"#,
      #"{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "A"}}"#),
    ValuePair(
      Sample.key, "Policy", #"{"Statement": {"Effect": "Allow", "Action": "*", "Principal": {"AWS": "111122223333"}}}"#,
      #"{"Statement": {"Effect": "Allow", "Action": "*", "Principal": {"AWS": "444455556666"}}}"#),
  ]

  @Test("Values that do not mean the same are a difference", arguments: different)
  func differentValues(_ pair: ValuePair) throws {
    #expect(plan(deployed(try pair.graph(pair.before)), try pair.graph(pair.after)).effects == ["update a/b"])
  }

  @Test("Texts compare as the schema says: without case, by the end of an ARN, by protocol, by domain")
  func equivalences() {
    let cases: [(PlaceFacts.Equivalence, PropertyValue, PropertyValue, Bool)] = [
      (.caseInsensitive, "Postgres", "postgres", true),
      (.lastSegment, "arn:aws:kms:us-east-1:111122223333:key/abc", "abc", true),
      (.lastSegment, "arn:aws:kms:us-east-1:111122223333:key/abc", "abd", false),
      (.lastField, "arn:aws:lambda:us-east-1:111122223333:function:f", "f", true),
      (.protocolName, 6, "tcp", true),
      (.domainName, "Example.com.", "example.com", true),
      (.trailingSpace, "text\n", "text", true),
      (.versionPrefix, "8.0", "8.0.35", false),
    ]
    for (equivalence, before, after, isEqual) in cases {
      let facts = LiteralFacts().with("T", places: ["P": PlaceFacts(equivalence: equivalence)])
      let state = deployed(graph(node("a/b", "T", ["P": before])), facts: facts)
      #expect(isChanging(state, graph(node("a/b", "T", ["P": after])), facts: facts) != isEqual, "\(equivalence) \(before) \(after)")
    }
  }

  @Test("Each leaf, map key and tag is its own unit; a list is one")
  func units() {
    let before = server(["Labels": ["a": "1", "b": "2"], "Disk": ["Kind": "fast", "Size": 10], "Ports": [80, 443]])
    let after = server(["Labels": ["a": "1", "b": "3"], "Disk": ["Kind": "fast", "Size": 20], "Ports": [80, 8443]])
    let changes = changes(from: before, to: after)
    #expect(changes.map(\.path.description) == ["Disk.Size", "Labels.b", "Ports"])
    #expect(changes.map(\.kind) == [.set, .set, .set])
    #expect(changes.first?.before == 10)
    #expect(changes.first?.after == 20)
  }

  @Test("What is no longer said: a schema default is set, a write-only property released, everything else removed, objects as a whole")
  func removed() {
    let before = server(["Note": "x", "Password": "p", "Labels": ["a": "1", "b": "2"], "Disk": ["Kind": "fast", "Size": 10]])
    let after = server(["Labels": ["a": "1"]])
    let changes = changes(from: before, to: after)
    #expect(
      changes.map { "\($0.kind.rawValue) \($0.path)" } == ["remove Disk", "remove Labels.b", "set Note", "release Password"])
    #expect(changes.first { $0.path == "Note" }?.after == "none")
    #expect(changes.first { $0.path == "Password" }?.isSensitive == true)
    #expect(!isChanging(deployed(after, over: deployed(before)), after))
  }

  @Test("An empty list or map in the program is an intended clear, other than saying nothing")
  func clear() {
    let full = server(["Labels": ["a": "1"], "Ports": [80]])
    #expect(
      changes(from: full, to: server(["Labels": [:], "Ports": []])).map { "\($0.kind.rawValue) \($0.path)" } == ["set Labels", "set Ports"])
    #expect(changes(from: server([:]), to: server(["Ports": []])).map(\.kind) == [.set])
    #expect(!isChanging(deployed(server(["Ports": []])), server(["Ports": []])))
  }

  @Test("A removed create-only property replaces")
  func removedCreateOnly() {
    let state = deployed(graph(node("a/n", Sample.network, ["Range": "10.0.0.0/16", "Note": "x"])))
    #expect(plan(state, graph(node("a/n", Sample.network, ["Note": "x"]))).effects == ["create a/n", "delete a/n"])
  }

  @Test("Differences at ignored paths are not acted on, and what was applied stays recorded")
  func ignored() throws {
    let before = server(["Labels": ["a": "1", "b": "2"], "Note": "x", "Ports": [80, 443]])
    let after = server(["Labels": ["a": "9"], "Note": "y", "Ports": [81, 443]]) {
      $0.ignoredPaths = ["Labels", "Ports[0]"]
    }
    let plan = plan(deployed(before), after)
    let step = try #require(plan.step(.update, "web/server"))
    #expect(step.changes.map(\.path) == ["Note"])
    #expect(step.desired?.properties["Labels"] == ["a": "1", "b": "2"])
    #expect(step.desired?.properties["Ports"] == [80, 443])
  }

  @Test("An incomplete record is updated although nothing differs")
  func incomplete() throws {
    let same = server(["Note": "x"])
    var state = deployed(same)
    let instance = try #require(state.records.keys.first)
    state.records[instance]?.incompleteReasons = ["tags were not set"]
    let plan = plan(state, same)
    #expect(plan.effects == ["update web/server"])
    #expect(plan.steps[0].because == ["an earlier run left it incomplete: tags were not set"])
    #expect(plan.steps[0].onlyIfChanged == [])
  }

  // MARK: Fresh reads

  private func refreshed(_ found: PropertyObject, of properties: PropertyObject, observed: [PropertyPath: PropertyValue] = [:]) -> Plan {
    let same = graph(node("web/server", Sample.server, properties))
    var state = deployed(same)
    var observations = Observations()
    for instance in state.records.keys {
      state.records[instance]?.observed = observed
      observations.reads[instance] = .found(properties: found)
    }
    return plan(state, same, observations)
  }

  @Test("A fresh read repairs what was changed outside, and leaves alone what is not ours")
  func repair() throws {
    let plan = refreshed(
      ["Note": "changed", "Labels": ["a": "1", "theirs": "x"], "Default": true], of: ["Note": "x", "Labels": ["a": "1", "b": "2"]])
    let step = try #require(plan.step(.update, "web/server"))
    #expect(step.changes.map { "\($0.kind.rawValue) \($0.path)" } == ["repair Labels.b", "repair Note"])
    #expect(step.changes.last?.before == "changed")
    #expect(step.changes.last?.after == "x")
  }

  @Test("A reference to what an earlier run replaced may mean another value, although nothing says which")
  func replacedProducer() throws {
    let same = graph(
      node("a/key", Sample.key, ["Note": "x"]), node("a/server", Sample.server, ["KeyVersion": ref("a/key", "Hidden")]))
    var state = deployed(same)
    var key = try #require(state.records.values.first { $0.address == "a/key" })
    state.records[key.instance] = nil
    key.instance = InstanceID("anotherinstan")
    key.attributes = [:]
    state.records[key.instance] = key
    let plan = plan(state, same)
    let step = try #require(plan.step(.update, "a/server"))
    #expect(step.changes.map { "\($0.kind.rawValue) \($0.path)" } == ["unknown KeyVersion"])
    #expect(step.onlyIfChanged == ["KeyVersion"])
  }

  @Test("What was changed outside and in the program, too, is repaired, so that the change outside does not stop it for good")
  func repairOfChanged() throws {
    let state = deployed(graph(node("web/server", Sample.server, ["Note": "x"])))
    var observations = Observations()
    for instance in state.records.keys { observations.reads[instance] = .found(properties: ["Note": "theirs"]) }
    let plan = plan(state, graph(node("web/server", Sample.server, ["Note": "y"])), observations)
    let change = try #require(plan.step(.update, "web/server")?.changes.first)
    #expect(change.kind == .repair)
    #expect(change.before == "theirs")
    #expect(change.after == "y")
  }

  @Test("What a read leaves out, rewrites as before, or returns empty is no drift")
  func noDrift() {
    #expect(!refreshed([:], of: ["Note": "x", "Ports": [80]]).hasChanges)
    #expect(!refreshed(["Note": "X-normalized"], of: ["Note": "x"], observed: ["Note": "X-normalized"]).hasChanges)
    #expect(!refreshed(["Ports": []], of: ["Ports": []]).hasChanges)
    #expect(!refreshed(["Password": "other"], of: ["Password": "p"]).hasChanges)
  }

  @Test("An object that is gone is made again, and its users follow")
  func gone() {
    let both = graph(
      node("net/main", Sample.network, ["Range": "1"]), node("net/a", Sample.subnet, ["NetworkId": ref("net/main", "Id"), "Range": "2"]))
    let state = deployed(both)
    var observations = Observations()
    for record in state.records.values where record.address == "net/main" { observations.reads[record.instance] = .missing }
    let plan = plan(state, both, observations)
    #expect(plan.effects == ["create net/main", "create net/a", "delete net/a", "forget net/main"])
    #expect(plan.step(.create, "net/main")?.because == ["the object no longer exists"])
    #expect(!isChanging(SymbolicCloud.apply(plan, to: state), both))
  }

  // MARK: Secrets

  private let source = SecretSource(.environmentVariable, "DB_PASSWORD")

  private func recordedSecret() -> StateSnapshot {
    var state = deployed(server(["Password": .secret(source)]))
    for instance in state.records.keys {
      state.records[instance]?.secrets = ["Password": ResourceRecord.SecretRecord(source: source, digest: "d1")]
    }
    return state
  }

  @Test("A secret is compared by digest, and its change is shown without a value")
  func secrets() throws {
    let same = server(["Password": .secret(source)])
    var observations = Observations()
    #expect(!plan(recordedSecret(), same).hasChanges)
    observations.secretDigests = [source: "d1"]
    #expect(!plan(recordedSecret(), same, observations).hasChanges)
    observations.secretDigests = [source: "d2"]
    let changed = plan(recordedSecret(), same, observations)
    let change = try #require(changed.step(.update, "web/server")?.changes.first)
    #expect(change.isSensitive)
    #expect(change.before == nil)
    #expect(change.after == .secret(source))
  }

  @Test("Another source of the same text is no change; of an unknown text it is")
  func secretSources() {
    let other = SecretSource(.file, "/run/password")
    var observations = Observations()
    #expect(plan(recordedSecret(), server(["Password": .secret(other)])).effects == ["update web/server"])
    observations.secretDigests = [other: "d1"]
    #expect(!plan(recordedSecret(), server(["Password": .secret(other)]), observations).effects.contains("update web/server"))
  }
}

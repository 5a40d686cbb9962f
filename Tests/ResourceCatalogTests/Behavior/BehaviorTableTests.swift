import ResourceCatalog
import Testing

@Suite("Behavior of resource types")
struct BehaviorTableTests {
  private let catalog = ResourceCatalog.aws

  /// Whether a dotted path leads somewhere in a type's schema.
  private func exists(_ path: String, in type: String) -> Bool {
    catalog.type(type)?.schema(at: path.split(separator: ".").map(String.init)) != nil
  }

  @Test("All 188 types of the source documents have an explicit class")
  func allRequiredTypes() {
    #expect(RequiredTypes.all.count == 188)
    let tabulated = Set(ResourceBehavior.tabulatedTypes)
    #expect(RequiredTypes.all.filter { !tabulated.contains($0) } == [])
  }

  @Test("No type is without any handle on an interrupted create")
  func noTypeWithoutHandle() {
    #expect(ResourceBehavior.typesWithoutHandle == [])
  }

  @Test("Every type that a table names is in the catalogue")
  func tabulatedTypesExist() {
    #expect(ResourceBehavior.tabulatedTypes.filter { catalog.type($0) == nil } == [])
  }

  @Test("Every property path that a table names is in the type's schema")
  func pathsExist() {
    var missing: [String] = []
    for type in ResourceBehavior.tabulatedTypes {
      let behavior = ResourceBehavior.of(type)
      var paths = behavior.occupancyKeys.flatMap { $0.paths + [$0.condition].compactMap { $0 } }
      paths += behavior.refusedChanges + behavior.conditionalChanges.map(\.property)
      paths += behavior.earlyReadiness.keys
      paths += behavior.volatileAttributes + behavior.sensitiveAttributes + Array(behavior.derivedAttributes.keys)
      paths += behavior.attributesChangedBy.flatMap { [$0.key] + $0.value }
      paths += [behavior.serialKey, behavior.softDeletion?.daysProperty, behavior.generatedName?.property].compactMap { $0 }
      paths += [behavior.generatedName?.conditionalSuffix?.property].compactMap { $0 }
      missing += paths.filter { !exists($0, in: type) }.map { "\(type) \($0)" }
      for order in behavior.implicitDependencies {
        guard let via = order.via else { continue }
        if !exists(String(via.own.prefix { $0 != ">" }), in: type) { missing.append("\(type) \(via.own)") }
        if !exists(via.other, in: order.type) { missing.append("\(order.type) \(via.other)") }
      }
    }
    #expect(missing == [])
  }

  @Test("A generated name goes into a property that the client sets")
  func generatedNamesAreInputs() {
    for type in ResourceBehavior.tabulatedTypes {
      guard let name = ResourceBehavior.of(type).generatedName, let property = catalog.type(type)?.property(name.property) else { continue }
      #expect(!property.isReadOnly, "\(type) \(name.property)")
      #expect(name.maximumLength <= property.schema.resolved.maxLength ?? .max, "\(type) \(name.property)")
    }
  }

  @Test("Derived and sensitive attributes are read-only")
  func derivedAttributesAreReadOnly() {
    for type in ResourceBehavior.tabulatedTypes {
      let behavior = ResourceBehavior.of(type)
      for attribute in behavior.derivedAttributes.keys.sorted() + behavior.sensitiveAttributes {
        #expect(catalog.type(type)?.isReadOnly(attribute.split(separator: ".").map(String.init)) == true, "\(type) \(attribute)")
      }
    }
  }

  @Test("Only conditional create-only properties have conditional changes")
  func conditionalChangesAreConditional() {
    for type in ResourceBehavior.tabulatedTypes {
      for change in ResourceBehavior.of(type).conditionalChanges {
        #expect(catalog.type(type)?.isConditionalCreateOnly([change.property]) == true, "\(type) \(change.property)")
      }
    }
  }

  @Test("A class that finds content or keys has an occupancy key or an identifier that the client sets")
  func uniqueContentIsFindable() {
    for type in ResourceBehavior.tabulatedTypes where ResourceBehavior.of(type).apiClass == .uniqueContent {
      let identifiers = catalog.type(type)?.primaryIdentifier.map { String($0) } ?? []
      let isKey = identifiers.contains { catalog.type(type)?.property($0)?.isReadOnly == false }
      #expect(isKey || !ResourceBehavior.of(type).occupancyKeys.isEmpty || type == "AWS::Lambda::Version", "\(type)")
    }
  }

  @Test("Types found by tag can bear tags when they are created")
  func taggedTypesAreTaggable() {
    for type in ResourceBehavior.tabulatedTypes where ResourceBehavior.of(type).apiClass == .tags {
      #expect(catalog.type(type)?.isTaggable == true, "\(type)")
    }
  }

  @Test("Tokens have a window, and nothing else has")
  func tokenWindows() {
    for type in ResourceBehavior.tabulatedTypes {
      let behavior = ResourceBehavior.of(type)
      #expect((behavior.tokenWindow > 0) == [.token, .tokenUnknownWindow].contains(behavior.apiClass), "\(type)")
    }
  }

  @Test("Upserts and singletons are proven absent before their create")
  func upsertsNeedPrechecks() {
    for type in ResourceBehavior.tabulatedTypes where [.upsert, .singleton].contains(ResourceBehavior.of(type).apiClass) {
      #expect(ResourceBehavior.of(type).needsPrecheck, "\(type)")
    }
    #expect(ResourceBehavior.of("AWS::S3::Bucket").needsPrecheck)
    #expect(!ResourceBehavior.of("AWS::KMS::Key").needsPrecheck)
  }
}

/// The fields of a JSON object, in ascending byte order of their keys.
///
/// One order for all objects makes documents comparable and their text the same on every run.
public struct PropertyObject: Sendable, Hashable {
  /// One key with its value.
  public struct Field: Sendable, Hashable {
    public var key: String
    public var value: PropertyValue

    /// Creates a field.
    public init(key: String, value: PropertyValue) {
      self.key = key
      self.value = value
    }
  }

  /// The fields, ascending by key; keys are unique.
  public private(set) var fields: [Field]

  /// Creates an object without fields.
  public init() { fields = [] }

  /// Creates an object without fields that has room for some.
  public init(minimumCapacity: Int) {
    fields = []
    fields.reserveCapacity(minimumCapacity)
  }

  /// Creates an object; of two fields with one key the later one stays.
  public init(_ pairs: some Sequence<(String, PropertyValue)>) {
    fields = []
    fields.reserveCapacity(pairs.underestimatedCount)
    for (key, value) in pairs { self[key] = value }
  }

  public var isEmpty: Bool { fields.isEmpty }
  public var count: Int { fields.count }

  /// The keys, ascending.
  public var keys: [String] { fields.map(\.key) }

  /// The value of a key; assigning `nil` removes the field.
  public subscript(_ key: String) -> PropertyValue? {
    get {
      let index = position(of: key)
      return index < fields.count && fields[index].key == key ? fields[index].value : nil
    }
    set {
      let count = fields.count
      if count == 0 || fields[count - 1].key < key {
        if let newValue { fields.append(Field(key: key, value: newValue)) }
        return
      }
      let index = position(of: key)
      let exists = index < fields.count && fields[index].key == key
      switch (newValue, exists) {
      case (let value?, true): fields[index].value = value
      case (let value?, false): fields.insert(Field(key: key, value: value), at: index)
      case (nil, true): fields.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// The object with each value replaced by what `transform` returns.
  public func mapValues(_ transform: (PropertyValue) throws -> PropertyValue) rethrows -> PropertyObject {
    var result = self
    for index in result.fields.indices { result.fields[index].value = try transform(result.fields[index].value) }
    return result
  }

  /// The object with the fields of `other` added; on equal keys those of `other` stay.
  public func merging(_ other: PropertyObject) -> PropertyObject {
    var result = self
    for field in other.fields { result[field.key] = field.value }
    return result
  }

  /// The index of the first field whose key is not less than `key`.
  private func position(of key: String) -> Int {
    var low = 0
    var high = fields.count
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension PropertyObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, PropertyValue)...) { self.init(elements) }
}

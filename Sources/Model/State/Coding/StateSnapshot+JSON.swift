extension StateSnapshot {
  /// The bytes of a state file: JSON with one record per line, and at its beginning the SHA-256 digest of everything after the digest.
  public var fileBytes: [UInt8] {
    var header = PropertyObject()
    header.set("account", account)
    header["engine"] = .string(engine)
    header["environment"] = .string(environment)
    header["epoch"] = .integer(epoch)
    header["format"] = .integer(format)
    header["lastRun"] = lastRun?.json
    header.setList("unsupported", unsupported.map(\.json))
    header["lineage"] = .string(lineage)
    header["nextGeneration"] = .integer(nextGeneration)
    header["serial"] = .integer(serial)
    header["lookups"] = .object(PropertyObject(lookups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    header["outputs"] = .array(outputs.sorted { $0.key < $1.key }.map { .array([.string($0.key), $0.value.json]) })

    // The digest covers what follows it, so its place is kept free until that is written.
    var writer = JSONWriter()
    writer.append("{\"digest\":\"0000000000000000000000000000000000000000000000000000000000000000\",\n")
    for (index, field) in header.fields.enumerated() {
      if index > 0 { writer.append(",") }
      writer.write(.string(field.key))
      writer.append(":")
      writer.write(field.value)
    }
    Self.write("openIntents", openIntents.map(\.json), to: &writer)
    // No two records have one generation.
    let records = self.records.values
    let order = AddressOrder(records.indices, address: { records[$0].address }, number: { records[$0].generation })
    Self.write("records", order.positions.lazy.map { records[$0].json }, to: &writer)
    writer.append("}\n")
    var bytes = writer.bytes
    let digest = Digest.hexadecimal(ofBytes: bytes[Self.headCount...])
    bytes.replaceSubrange(Self.digestPrefix.utf8.count..<(Self.headCount - 1), with: digest.utf8)
    return bytes
  }

  private static let digestPrefix = "{\"digest\":\""
  /// The digest's 64 characters and the quotation mark after it.
  private static let headCount = digestPrefix.utf8.count + 65

  private static func write(_ key: String, _ elements: some Sequence<PropertyValue>, to writer: inout JSONWriter) {
    writer.append(",\n")
    writer.write(.string(key))
    writer.append(":[")
    var isFirst = true
    for element in elements {
      if isFirst { writer.append("\n") } else { writer.append(",\n") }
      isFirst = false
      writer.write(element)
    }
    writer.append("]")
  }

  /// Creates a state from the bytes of its file.
  ///
  /// - Throws: ``CodingFailure`` with the code `checksum` when the file was changed or cut, `newerFormat` when a newer engine wrote it.
  public init(fileBytes bytes: [UInt8]) throws(CodingFailure) {
    guard bytes.count > Self.headCount, bytes.starts(with: Self.digestPrefix.utf8) else {
      throw CodingFailure(.malformed, "the file does not begin like a state file")
    }
    let stated = String(decoding: bytes[Self.digestPrefix.utf8.count..<(Self.headCount - 1)], as: UTF8.self)
    guard stated == Digest.hexadecimal(ofBytes: bytes[Self.headCount...]) else {
      throw CodingFailure(.checksum, "the file's content does not match its checksum")
    }
    // The checksum proves that the file is as it was written, so its lines are known: one record each, read one after the other. Read as one
    // document, thousands of records would stand in memory twice.
    guard let lines = Self.recordLines(of: bytes) else {
      try self.init(json: try Self.value(of: bytes[...]))
      return
    }
    try self.init(json: try Self.value(of: bytes[..<lines.lowerBound] + Array("]}".utf8)))
    for line in bytes[lines].split(separator: UInt8(ascii: "\n")) {
      let isLast = line.last != UInt8(ascii: ",")
      try insert(ResourceRecord(json: try Self.value(of: isLast ? line : line.dropLast())))
    }
  }

  private static func value(of bytes: ArraySlice<UInt8>) throws(CodingFailure) -> PropertyValue {
    do { return try JSONReader.value(of: bytes) } catch { throw CodingFailure(.malformed, "the file is not JSON: \(error)") }
  }

  /// Where the lines of the records stand: after `"records":[` on a line of its own, before `]}` at the end.
  private static func recordLines(of bytes: [UInt8]) -> Range<Int>? {
    let mark = Array("\n\"records\":[\n".utf8)
    let end = Array("]}\n".utf8)
    guard bytes.count > end.count, bytes.suffix(end.count).elementsEqual(end) else { return nil }
    var index = headCount
    while index + mark.count + end.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
        return (index + mark.count)..<(bytes.count - end.count)
      }
      index += 1
    }
    return nil
  }

  private mutating func insert(_ record: ResourceRecord) throws(CodingFailure) {
    guard records.updateValue(record, forKey: record.instance) == nil else {
      throw CodingFailure(.malformed, "the state holds two records of the instance \(record.instance)")
    }
  }

  private init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "the state")
    let format = try fields.integer("format")
    let engine = try fields.string("engine")
    guard format <= Self.currentFormat else {
      throw CodingFailure(.newerFormat(found: format), "the state has format \(format)", engine: engine)
    }
    self.init(lineage: try fields.string("lineage"), environment: try fields.string("environment"), engine: engine)
    serial = try fields.integer("serial")
    epoch = try fields.integer("epoch")
    nextGeneration = try fields.integer("nextGeneration")
    account = try fields.optionalString("account")
    if let value = fields.object["lastRun"] { lastRun = try LastRun(json: value) }
    unsupported = try fields.list("unsupported", UnsupportedResource.init(json:))
    for field in try fields.properties("lookups").fields { lookups[field.key] = field.value }
    outputs = try OutputRecord.decodePairs(.array(try fields.elements("outputs")))
    for element in try fields.elements("openIntents") {
      let open = try OpenIntent(json: element)
      intentsByID[open.id] = open
    }
    let elements = try fields.elements("records")
    records.reserveCapacity(elements.count)
    for element in elements { try insert(ResourceRecord(json: element)) }
  }
}

extension StateSnapshot.LastRun {
  fileprivate var json: PropertyValue {
    ["at": .integer(at), "base": .integer(baseSerial), "command": .string(command), "run": .string(run)]
  }

  fileprivate init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "the last run of the state")
    self.init(
      run: try fields.string("run"), command: try fields.string("command"), baseSerial: try fields.integer("base"),
      at: try fields.integer("at"))
  }
}

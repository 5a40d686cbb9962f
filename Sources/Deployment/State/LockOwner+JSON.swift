import StrataModel

extension LockOwner {
  /// The owner as it stands in a lock.
  var json: PropertyValue {
    var object: PropertyObject = [:]
    object.set("boot", boot)
    object["command"] = .string(command)
    object["host"] = .string(host)
    object["pid"] = .integer(process)
    object["principal"] = .string(principal)
    object["since"] = .integer(since)
    object.set("url", url)
    return .object(object)
  }

  /// Creates an owner from what stands in a lock; `nil` for something else.
  init?(json: PropertyValue) {
    guard let principal = json["principal"]?.stringValue, let host = json["host"]?.stringValue, let process = json["pid"]?.integerValue,
      let command = json["command"]?.stringValue, let since = json["since"]?.integerValue
    else { return nil }
    self.init(
      principal: principal, host: host, process: process, command: command, since: since, boot: json["boot"]?.stringValue,
      url: json["url"]?.stringValue)
  }
}

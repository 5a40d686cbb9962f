/// The API operations that a direct handler calls, by what it is asked for.
///
/// The table behind it is written from the handlers' sources, so that it cannot fall behind them.
struct HandlerOperations: Sendable, Hashable {
  /// An operation in the models' spelling, for example `kms:CreateKey`.
  typealias Name = Substring

  var create: [Name] = []
  var read: [Name] = []
  var update: [Name] = []
  var delete: [Name] = []
  /// Finding an object again whose create was interrupted.
  var list: [Name] = []
  /// Waiting until an operation has ended.
  var readiness: [Name] = []

  /// The operations of every type with a handler.
  static let all: [String: HandlerOperations] = {
    var all: [String: HandlerOperations] = [:]
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let type = fields.first else { continue }
      all[String(type)] = HandlerOperations(fields.dropFirst())
    }
    return all
  }()

  private init(_ fields: ArraySlice<Substring>) {
    for field in fields {
      let parts = field.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let names = parts[1].split(separator: ",")
      switch parts[0] {
      case "create": create = names
      case "read": read = names
      case "update": update = names
      case "delete": delete = names
      case "list": list = names
      case "readiness": readiness = names
      default: break
      }
    }
  }

  /// The operations that put tags on an object; AWS asks for their permission too where a create carries tags.
  var tagging: [Name] {
    update.filter { name in
      let operation = name.drop { $0 != ":" }.dropFirst()
      return operation.contains("Tag") && !operation.contains("Untag") && !operation.hasPrefix("Remove") && !operation.hasPrefix("Delete")
        && !operation.hasPrefix("List")
    }
  }
}

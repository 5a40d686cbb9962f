import StrataDeployment
import StrataModel

/// An alarm that a composite alarm names in its text is not deleted.
///
/// Source: CloudWatch API reference, DeleteAlarms ("you can't delete … an alarm that is used by a composite alarm" in one cycle; the children of a
/// composite alarm are deleted after it).
struct CompositeAlarmRule: CloudRule {
  let types = ["AWS::CloudWatch::CompositeAlarm", "AWS::CloudWatch::Alarm"]
  let summary = "The alarms that a composite alarm names exist, and are deleted after it."
  let source = "CloudWatch PutCompositeAlarm, DeleteAlarms"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    if change.kind == .delete, let object = change.object {
      for composite in cloud.objects(of: "AWS::CloudWatch::CompositeAlarm", in: change.scope) where composite.number != object.number {
        guard Self.names(composite.inputs).contains(object.identifier) else { continue }
        throw ProviderError(
          .conflict, "The alarm \(object.identifier) is used by the composite alarm \(composite.identifier)",
          serviceCode: "ResourceConflict")
      }
    } else if change.type == "AWS::CloudWatch::CompositeAlarm" {
      for name in Self.names(change.properties) {
        let exists =
          cloud.object("AWS::CloudWatch::Alarm", change.scope, named: name) != nil
          || cloud.object("AWS::CloudWatch::CompositeAlarm", change.scope, named: name) != nil
        if !exists { throw CloudErrors.invalid("ValidationError", "The alarm '\(name)' of the rule does not exist", "AlarmRule") }
      }
    }
  }

  /// The names in `ALARM(name) AND OK("other")`, without quotes and ARNs.
  private static func names(_ properties: PropertyObject) -> [String] {
    guard let rule = properties.text("AlarmRule") else { return [] }
    var names: [String] = []
    for piece in rule.split(separator: "(").dropFirst() {
      guard let end = piece.firstIndex(of: ")") else { continue }
      var name = piece[..<end]
      while let first = name.first, first == "\"" || first == " " { name = name.dropFirst() }
      while let last = name.last, last == "\"" || last == " " { name = name.dropLast() }
      let text = String(name)
      names.append(text.hasPrefix("arn:") ? String(text.tail) : text)
    }
    return names
  }
}

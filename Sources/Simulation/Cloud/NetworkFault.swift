import StrataDeployment

/// What goes wrong with one call.
enum NetworkFault: Sendable, Hashable {
  case throttled, refused, lostAnswer, lostRequest, lateRequest, duplicated, partialCreate, failed, stalePoll, slow

  /// Nobody knows whether the call was executed.
  static let unknown = ProviderError(.network, execution: .unknown, "The connection was reset before an answer came")

  /// The answer to a call that is not executed.
  var refusal: ProviderError? {
    switch self {
    case .throttled: ProviderError(.throttled, "Rate exceeded", serviceCode: "ThrottlingException")
    case .refused: ProviderError(.network, "The connection was refused")
    case .failed: ProviderError(.accessDenied, "You are not authorized to perform this operation", serviceCode: "AccessDenied")
    case .lostAnswer, .lostRequest, .lateRequest, .duplicated, .partialCreate, .stalePoll, .slow: nil
    }
  }

  var losesAnswer: Bool { self == .lostAnswer }

  /// The fault of a call, if it has one.
  init?(of kind: String, _ weather: Weather, _ chance: inout Chance) {
    var table: [(NetworkFault, Int)] = [
      (.throttled, weather.throttled), (.refused, weather.refused), (.lostAnswer, weather.lostAnswer), (.slow, weather.slow),
    ]
    switch kind {
    case "create":
      table += [
        (.lostRequest, weather.lostRequest), (.lateRequest, weather.lateRequest), (.duplicated, weather.duplicated),
        (.partialCreate, weather.partialCreate), (.failed, weather.failed),
      ]
    case "update", "delete":
      table += [(.lostRequest, weather.lostRequest), (.duplicated, weather.duplicated), (.failed, weather.failed)]
    case "poll": table.append((.stalePoll, weather.stalePoll))
    default: break
    }
    var dice = chance.below(1_000)
    for (fault, share) in table {
      if dice < share {
        self = fault
        return
      }
      dice -= share
    }
    return nil
  }
}

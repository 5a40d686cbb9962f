/// How often calls go wrong, in thousandths.
package struct Weather: Sendable, Hashable {
  /// Refused because of too many calls.
  package var throttled = 0
  /// Refused before anything was sent.
  package var refused = 0
  /// Executed, and the answer lost.
  package var lostAnswer = 0
  /// Lost on the way, and nobody knows.
  package var lostRequest = 0
  /// Executed after the caller was told that nobody knows; creates only, because whoever repeats a change of full values asks for trouble
  /// that no engine can see.
  package var lateRequest = 0
  /// Delivered twice, as transports do that repeat by themselves what may be repeated.
  package var duplicated = 0
  /// A create whose later part failed: the object exists.
  package var partialCreate = 0
  /// A definite failure for no reason.
  package var failed = 0
  /// A poll that answers with what was true a moment ago.
  package var stalePoll = 0
  /// Answers that take many seconds.
  package var slow = 0

  package init() {}

  package static let calm = Weather()

  package static let throttling: Weather = {
    var weather = Weather()
    weather.throttled = 200
    weather.slow = 50
    return weather
  }()

  package static let lossy: Weather = {
    var weather = Weather()
    weather.lostAnswer = 60
    weather.lostRequest = 40
    weather.lateRequest = 40
    weather.refused = 40
    weather.duplicated = 60
    weather.stalePoll = 60
    return weather
  }()

  package static let stormy: Weather = {
    var weather = Weather()
    weather.throttled = 60
    weather.lostAnswer = 40
    weather.lostRequest = 25
    weather.lateRequest = 25
    weather.refused = 25
    weather.duplicated = 40
    weather.partialCreate = 25
    weather.failed = 15
    weather.stalePoll = 50
    weather.slow = 40
    return weather
  }()

  /// The kinds by name, for reproductions.
  package static let named: [(name: String, weather: Weather)] = [
    ("calm", calm), ("throttling", throttling), ("lossy", lossy), ("stormy", stormy),
  ]

  /// The name of this weather.
  package var name: String { Self.named.first { $0.weather == self }?.name ?? "stormy" }
}

/// All checks over several properties or resources, by domain.
enum GraphChecks {
  static let all: [any GraphCheck] = []
}

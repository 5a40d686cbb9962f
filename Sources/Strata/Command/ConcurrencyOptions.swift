import ArgumentParser

/// How much a deployment does at a time.
struct ConcurrencyOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many calls may be in flight at a time; 64 otherwise.", valueName: "number"))
  var parallelism: Int?

  func validate() throws {
    if let parallelism, parallelism < 1 { throw ValidationError("--parallelism must be at least 1") }
  }
}

/// The names of the runtime that generated code mentions; `StrataLanguage` declares them.
enum GeneratedNames {
  static let module = "StrataLanguage"
  static let builder = "@\(module).InfrastructureBuilder"
}

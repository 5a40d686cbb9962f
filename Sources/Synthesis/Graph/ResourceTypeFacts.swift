import ResourceCatalog

/// What is known of a type that a program uses; looked up once per type, not per resource.
struct ResourceTypeFacts {
  let name: String

  /// `nil` for a type that AWS does not have.
  let schema: TypeSchema?
  let behavior: ResourceBehavior

  /// Paths at which less than stability of the producer is enough, taken apart.
  let earlyPaths: [(components: [String], readiness: String)]

  init(_ name: String) {
    self.name = name
    schema = ResourceCatalog.aws.type(name)
    behavior = ResourceBehavior.of(name)
    earlyPaths = behavior.earlyReadiness.sorted { $0.key < $1.key }.map { path, readiness in
      (path.split(separator: ".").map(String.init), readiness)
    }
  }
}

import Testing

@Suite("What @Stack and @Component write")
struct ExpansionTests {
  @Test("A stack gets its initializer, its modifiers and the placement of its children in declaration order")
  func stack() {
    let expanded = Expanded(
      """
      @Stack final class NetworkStack {
        let settings: Settings
        let range: CIDR = "10.0.0.0/16"
        lazy var vpc = EC2.VPC("main", cidrBlock: range)
        lazy var subnets = zones.map { SQS.Queue("queue-\\($0)") }
        var body: some Infrastructure {
          EC2.InternetGateway("gateway")
        }
      }
      """)
    #expect(expanded.report == [])
    #expect(
      expanded.source == """
        final class NetworkStack {
          let settings: Settings
          let range: CIDR = "10.0.0.0/16"
          lazy var vpc = EC2.VPC("main", cidrBlock: range)
          lazy var subnets = zones.map { SQS.Queue("queue-\\($0)") }
          @StrataLanguage.InfrastructureBuilder
          var body: some Infrastructure {
            EC2.InternetGateway("gateway")
          }

          init(settings: Settings) {
            self.settings = settings
          }

          let modifiers = StrataLanguage.Modifiers()

          func declare(in context: StrataLanguage.DeclarationContext) {
            context.declare(stack: self, id: nil) {
              context.place(self.vpc)
              context.place(self.subnets)
              context.place(self.body)
            }
          }
        }

        extension NetworkStack: StrataLanguage.Stack {}
        """)
  }

  @Test("A component's id comes first and without a label, and is part of the addresses of what it holds")
  func component() {
    let expanded = Expanded(
      """
      @Component public final class EncryptedBucket {
        let key: KMS.Key
        public let id: String
        let lock: S3.Bucket.ObjectLockConfiguration?
        var days: Int = 30
        public lazy var bucket = S3.Bucket(id)
      }
      """)
    #expect(expanded.report == [])
    #expect(
      expanded.source.contains(
        """
          public init(_ id: String, key: KMS.Key, lock: S3.Bucket.ObjectLockConfiguration? = nil, days: Int = 30) {
            self.id = id
            self.key = key
            self.lock = lock
            self.days = days
          }

          public let modifiers = StrataLanguage.Modifiers()

          public func declare(in context: StrataLanguage.DeclarationContext) {
            context.declare(component: self, id: self.id) {
              context.place(self.bucket)
              context.place(self.body)
            }
          }
        """))
    #expect(expanded.source.hasSuffix("extension EncryptedBucket: StrataLanguage.Component {}"))
  }

  @Test(
    "The initializer follows the stored properties",
    arguments: [
      ("let a, b: Int", "init(a: Int, b: Int) {"),
      ("let a: Int, b: String", "init(a: Int, b: String) {"),
      ("let make: (Int) -> String", "init(make: @escaping (Int) -> String) {"),
      ("let make: @Sendable () -> Void", "init(make: @escaping @Sendable () -> Void) {"),
      ("let make: ((Int) -> String)?", "init(make: ((Int) -> String)? = nil) {"),
      ("let tags: Optional<Tags>", "init(tags: Optional<Tags> = nil) {"),
      ("var replicas = 2", "init(replicas: Int = 2) {"),
      ("var ratio = 0.5", "init(ratio: Double = 0.5) {"),
      ("var name: String = \"web\" { didSet { print(name) } }", "init(name: String = \"web\") {"),
      ("let range: CIDR = \"10.0.0.0/16\"", "init() {"),
      ("private var cache: [String] = []", "init() {"),
      ("static let shared = 1", "init() {"),
      ("var doubled: Int { 2 }", "init() {"),
    ])
  func initializer(property: String, expected: String) {
    let expanded = Expanded("@Stack final class S {\n  \(property)\n  lazy var topic = SNS.Topic(\"t\")\n}")
    #expect(expanded.source.contains(expected), "\(expanded.source)")
  }

  @Test("A hand-written initializer stays the only one")
  func ownInitializer() {
    let expanded = Expanded(
      """
      @Component final class C {
        let name: String
        init(name: String) { self.name = name.lowercased() }
        lazy var topic = SNS.Topic("t")
      }
      """)
    #expect(expanded.source.components(of: "init(") == 1)
    #expect(expanded.report == [])
  }

  @Test("The id of a stack is its own, or the one in the attribute, or left to the type's name")
  func identifier() {
    #expect(
      Expanded("@Stack(\"net\") final class N { lazy var t = SNS.Topic(\"t\") }").source.contains(
        "context.declare(stack: self, id: \"net\")"))
    #expect(
      Expanded("@Stack final class N {\n  let id: String\n  lazy var t = SNS.Topic(\"t\")\n}").source.contains(
        "context.declare(stack: self, id: self.id)"))
    #expect(Expanded("@Component final class C {\n  let id = \"web\"\n  lazy var t = SNS.Topic(\"t\")\n}").source.contains("id: self.id)"))
  }

  @Test("Stored resources are placed, plain settings are not")
  func storedChildren() {
    let expanded = Expanded(
      """
      @Component struct Topics {
        let first = SNS.Topic("first")
        let retries = 3
        let name = "x"
      }
      """)
    #expect(expanded.source.contains("context.place(self.first)"))
    #expect(!expanded.source.contains("context.place(self.retries)"))
    #expect(!expanded.source.contains("context.place(self.name)"))
  }

  @Test("Helpers that return some Infrastructure are builders like body, unless they say otherwise")
  func builders() {
    let expanded = Expanded(
      """
      @Stack final class S {
        var body: some Infrastructure { topics() }
        func topics() -> some Infrastructure {
          SNS.Topic("a")
          SNS.Topic("b")
        }
        func count() -> Int { 2 }
        @InfrastructureBuilder func more() -> some Infrastructure { SNS.Topic("c") }
      }
      """)
    #expect(expanded.report == [])
    #expect(expanded.source.components(of: "@StrataLanguage.InfrastructureBuilder") == 2)
  }

  @Test("A type that already conforms gets no second conformance")
  func ownConformance() {
    let source = Expanded("@Component struct C: Component { let t = SNS.Topic(\"t\") }", conformances: [])
    #expect(!source.source.contains("extension C"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}

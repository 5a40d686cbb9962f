/// What the resource schemas do not say about a type and an engine must know: how its API behaves.
public struct ResourceBehavior: Sendable, Hashable {
  /// How an interrupted create is resolved.
  public var apiClass: APIClass = .tags

  /// For how long a create token answers with the same object, in seconds; 0 without a token.
  public var tokenWindow = 0

  /// How long a negative answer may lag behind a create, in seconds.
  public var settleTime = 120

  /// Whether one read must prove absence before a create is sent, because create is an upsert or answers success for an existing object.
  public var needsPrecheck = false

  /// What only one object per placement may hold, beyond identifiers.
  public var occupancyKeys: [OccupancyKey] = []

  /// The property that the engine fills with a name of its own when the user gives none, and the name's limits.
  public var generatedName: GeneratedName?

  /// The read-only property that shows the name which a provider makes of the instance, because no declaration can give one.
  public var instanceName: String?

  /// Top-level properties by whose values an interrupted create is sought where no identifier, tag or key can; others may have the same.
  public var searchKeys: [String] = []

  /// Whether a delete loses data that cannot be made again.
  public var holdsData = false

  /// Attributes that change on every update of the object.
  public var volatileAttributes: [String] = []

  /// Attributes that change only when one of certain properties does: attribute name to those properties.
  public var attributesChangedBy: [String: [String]] = [:]

  /// Attributes whose value follows from inputs: attribute name to a template such as `arn:{partition}:s3:::{BucketName}`.
  ///
  /// ``AttributeTemplate`` describes the templates, ``derivedValue(of:partition:account:region:input:)`` fills them.
  public var derivedAttributes: [String: String] = [:]

  /// Read-only attributes that are secrets and are never recorded.
  public var sensitiveAttributes: [String] = []

  /// Properties that handlers refuse to change although the schema does not list them as create-only: changing them replaces.
  public var refusedChanges: [String] = []

  /// Conditional create-only properties with the transitions that AWS performs in place.
  public var conditionalChanges: [ConditionalChange] = []

  /// Whether the service refuses to delete the object while another refers to it.
  public var refusesDeletionWhileReferenced = false

  /// How long a deleted object stays restorable, in days by property or fixed; `nil` for a delete at once.
  public var softDeletion: SoftDeletion?

  /// What a delete through the service's own API leaves behind.
  public var remains: Remains?

  /// Expected durations in milliseconds.
  public var createEstimate = 1_000
  public var updateEstimate = 1_000
  public var deleteEstimate = 1_000

  /// How long an operation may go on before a deployment stops waiting, in seconds; `nil` for the deployment's usual limit.
  public var createTimeout: Int?
  public var updateTimeout: Int?
  public var deleteTimeout: Int?

  /// Property whose resolved value names a group within which one operation runs at a time (a function for its permissions).
  public var serialKey: String?

  /// Calls per second that the service grants for a create, with a burst of the same size; 0 for no known limit.
  public var createRate = 0

  /// Types that must exist before, or go after, this one although nothing refers to them.
  public var implicitDependencies: [ImplicitDependency] = []

  /// Properties for which less than stability of the producer is enough: property path to readiness (`identifier` or `readable`).
  public var earlyReadiness: [String: String] = [:]

  /// Whether a second one per account and region is refused.
  public var isSingleton = false

  /// Creates the behavior of a type about which nothing special is known.
  public init() {}

  /// What stays of a deleted object.
  public struct Remains: Sendable, Hashable {
    /// A sentence without its first capital and full stop.
    public var text: String
    /// Top-level properties with any of which nothing stays.
    public var absentWith: [String]

    /// Creates the description of what stays.
    public init(_ text: String, unless properties: [String] = []) {
      self.text = text
      absentWith = properties
    }
  }

  /// A name that the engine chooses.
  public struct GeneratedName: Sendable, Hashable {
    /// The top-level property that holds the name.
    public var property: String
    /// The most characters that the service takes, prefix and suffix included.
    public var maximumLength: Int
    /// Whether the service takes, or folds names to, lowercase letters only.
    public var isLowercase: Bool
    /// Whether a hyphen is allowed; where it is not, `_` stands for each character other than letters and digits.
    public var allowsHyphen: Bool
    /// Text that the name must begin with, such as `alias/`.
    public var prefix: String
    /// Text that the name must end in when another property is true, such as `.fifo`.
    public var conditionalSuffix: ConditionalSuffix?
    /// Whether a second object of this name is refused, within the account and region and whatever the name's parent is.
    public var isUnique: Bool

    /// An end that a name needs under a condition.
    public struct ConditionalSuffix: Sendable, Hashable {
      public var suffix: String
      /// The Boolean property that demands it.
      public var property: String

      /// Creates a condition.
      public init(_ suffix: String, whenTrue property: String) {
        self.suffix = suffix
        self.property = property
      }
    }

    /// Creates a rule for names.
    public init(
      property: String, maximumLength: Int, isLowercase: Bool = false, allowsHyphen: Bool = true, prefix: String = "",
      conditionalSuffix: ConditionalSuffix? = nil, isUnique: Bool = true
    ) {
      self.property = property
      self.maximumLength = maximumLength
      self.isLowercase = isLowercase
      self.allowsHyphen = allowsHyphen
      self.prefix = prefix
      self.conditionalSuffix = conditionalSuffix
      self.isUnique = isUnique
    }
  }

  /// A transition of a conditional create-only property.
  public struct ConditionalChange: Sendable, Hashable {
    public var property: String
    /// The old and new value of a transition that AWS performs in place; `nil` stands for any value, an empty text for absence.
    public var from: String?
    public var to: String?

    /// Creates a transition.
    public init(_ property: String, from: String?, to: String?) {
      self.property = property
      self.from = from
      self.to = to
    }
  }

  /// A delete that only schedules.
  public struct SoftDeletion: Sendable, Hashable {
    /// The property that gives the days, if one does.
    public var daysProperty: String?
    public var defaultDays: Int
    /// Whether the name stays taken until then.
    public var holdsName: Bool

    /// Creates a soft deletion.
    public init(daysProperty: String?, defaultDays: Int, holdsName: Bool) {
      self.daysProperty = daysProperty
      self.defaultDays = defaultDays
      self.holdsName = holdsName
    }
  }

  /// An order that no property shows.
  public struct ImplicitDependency: Sendable, Hashable {
    /// The type that must come first.
    public var type: String
    /// The property of this type and the property of that one which must refer to one resource, or be equal texts, for the rule to apply.
    ///
    /// `nil` for any two resources of one placement. `*` stands for every element of a list; `>` goes on in the resource that is referred to, so
    /// that `SubnetId>VpcId` is the VPC of the subnet.
    public var via: (own: String, other: String)? { ownProperty.isEmpty ? nil : (ownProperty, otherProperty) }
    private var ownProperty: String
    private var otherProperty: String

    /// Creates an order between types that share a referenced value, such as the VPC of a NAT gateway and of a gateway attachment.
    public init(_ type: String, own: String = "", other: String = "") {
      self.type = type
      ownProperty = own
      otherProperty = other
    }
  }
}

import ResourceCatalog
import StrataDeployment
import StrataModel

extension CloudStore {
  /// Makes an object, as the type's API does.
  mutating func create(_ request: CreateRequest, at now: Int) throws(ProviderError) -> OperationProgress {
    let profile = try profile(request.type)
    let scope = scope(request.placement, profile)
    try takeRate(profile, scope, now)
    let digest = profile.takesToken ? RequestDigest.digest(request.properties, without: profile.writeOnly) : 0
    if let answer = try replay(request, profile, scope, digest, now) { return answer }

    try DocumentJudge.check(request.properties, profile, exactTypes: exactTypes)
    if let standing = try standing(request, profile, scope, now) {
      return try overwrite(standing, request, profile, now)
    }
    let references = try resolve(request.properties, profile, scope, region: request.placement.region)
    try checkRules(
      CloudChange(
        kind: .create, type: profile.name, scope: scope, region: request.placement.region, properties: request.properties, object: nil,
        references: references, now: now), profile)

    counter += 1
    var object = make(counter, request, profile, scope, references, now)
    if let number = keys[ObjectKey(type: profile.name, scope: scope, name: object.identifier)], let other = objects[number] {
      if profile.isUpsert { return try overwrite(other, request, profile, now) }
      throw CloudErrors.alreadyExists(profile.name, object.identifier)
    }
    try checkOccupancy(object, profile)
    if let token = request.token, profile.takesToken {
      object.token = token
      let window = profile.behavior.apiClass == .refusedToken ? Int.max / 2 : profile.tokenWindow * 1000
      tokens[ObjectKey(type: profile.name, scope: scope, name: token)] = TokenRecord(
        object: object.number, identifier: object.identifier, digest: digest, expires: now + window)
      changes.append(.token(ObjectKey(type: profile.name, scope: scope, name: token)))
    }
    put(object, profile)
    return progress(of: object, profile, .create, now)
  }

  // MARK: Tokens

  /// The answer to a create whose token was seen before; `nil` for a new one.
  private mutating func replay(
    _ request: CreateRequest, _ profile: TypeProfile, _ scope: CloudScope, _ digest: UInt64, _ now: Int
  ) throws(ProviderError) -> OperationProgress? {
    guard profile.takesToken, let token = request.token else { return nil }
    let key = ObjectKey(type: profile.name, scope: scope, name: token)
    guard let record = tokens[key], record.expires > now else { return nil }
    if profile.behavior.apiClass == .refusedToken {
      guard objects[record.object] != nil else { return nil }
      throw CloudErrors.alreadyExists(profile.name, record.identifier)
    }
    guard record.digest == digest else {
      throw ProviderError(
        .tokenMismatch, "The token was used before with other parameters", serviceCode: "IdempotentParameterMismatch")
    }
    guard let object = objects[record.object] else {
      // AWS answers with the dead resource.
      return .done(ObjectDescription(identifier: record.identifier, properties: PropertyObject()))
    }
    return progress(of: object, profile, .create, now)
  }

  // MARK: What stands there already

  /// The object that an upsert or a create of an existing name means.
  private mutating func standing(
    _ request: CreateRequest, _ profile: TypeProfile, _ scope: CloudScope, _ now: Int
  ) throws(ProviderError) -> CloudObject? {
    if profile.isSingleton, let only = byType[TypeKey(type: profile.name, scope: scope)]?.first, let object = objects[only] {
      if profile.behavior.apiClass == .upsert { return object }
      throw CloudErrors.alreadyExists(profile.name, object.identifier)
    }
    guard let identifier = givenIdentifier(request.properties, profile) else { return holder(request.properties, profile, scope) }
    if profile.name == "AWS::S3::Bucket", let number = handles["arn:\(scope.partition):s3:::\(identifier)"], let bucket = objects[number],
      bucket.scope != scope
    {
      let isOwn = bucket.scope.account == scope.account
      throw ProviderError(
        .alreadyExists,
        "The bucket '\(identifier)' exists \(isOwn ? "in \(bucket.scope.region)" : "in another account"). Bucket names are global.",
        serviceCode: isOwn ? "BucketAlreadyOwnedByYou" : "BucketAlreadyExists")
    }
    guard let number = keys[ObjectKey(type: profile.name, scope: scope, name: identifier)], let found = objects[number],
      let object = expire(found, profile, now)
    else { return holder(request.properties, profile, scope) }
    if object.phase == .pendingDeletion {
      throw ProviderError(
        .alreadyExists,
        "You can't create this \(CloudErrors.words(profile.name)) because '\(identifier)' is already scheduled for deletion. Restore it, or wait.",
        serviceCode: "InvalidRequestException", identifier: object.identifier)
    }
    if object.phase == .deleting {
      throw ProviderError(.conflict, "'\(identifier)' is being deleted; try again when it is gone", serviceCode: "OperationAborted")
    }
    if profile.isUpsert { return object }
    if profile.behavior.needsPrecheck {
      // These creates answer success for an existing object, if it is the same.
      if profile.name == "AWS::S3::Bucket" || object.inputs.isEqual(to: request.properties, ignoring: profile.tagProperty) { return object }
    }
    throw CloudErrors.alreadyExists(profile.name, object.identifier)
  }

  /// The object that a put without an identifier of its own overwrites: the holder of the key.
  private func holder(_ properties: PropertyObject, _ profile: TypeProfile, _ scope: CloudScope) -> CloudObject? {
    guard profile.isUpsert else { return nil }
    for key in occupancyKeys(of: properties, profile) {
      if let number = occupied[OccupancyKey(type: profile.name, scope: scope, key: key.index, values: key.values)] {
        return objects[number]
      }
    }
    return nil
  }

  /// The identifier as far as the caller chooses it.
  private func givenIdentifier(_ properties: PropertyObject, _ profile: TypeProfile) -> String? {
    var parts: [String] = []
    for path in profile.primaryIdentifier {
      guard let text = properties.value(at: path)?.scalarText else {
        return profile.handles.lazy.compactMap { properties.value(at: $0)?.stringValue }.first
      }
      parts.append(text)
    }
    return parts.joined(separator: "|")
  }

  private mutating func overwrite(
    _ standing: CloudObject, _ request: CreateRequest, _ profile: TypeProfile, _ now: Int
  ) throws(ProviderError) -> OperationProgress {
    guard profile.isUpsert || profile.name == "AWS::S3::Bucket" else { return progress(of: standing, profile, .create, now) }
    let references = try resolve(request.properties, profile, standing.scope, region: request.placement.region)
    try checkRules(
      CloudChange(
        kind: .update, type: profile.name, scope: standing.scope, region: request.placement.region, properties: request.properties,
        object: standing, references: references, now: now), profile)
    var object = standing
    object.inputs = stored(request.properties, profile)
    object.references = references
    object.changedAt = now
    object.revision += 1
    try checkOccupancy(object, profile)
    put(object, profile)
    return progress(of: object, profile, .create, now)
  }

  // MARK: Making

  private mutating func make(
    _ number: Int, _ request: CreateRequest, _ profile: TypeProfile, _ scope: CloudScope, _ references: [CloudReference], _ now: Int
  ) -> CloudObject {
    var context = AttributeContext(
      scope: scope, region: request.placement.region, now: now, random: CloudRandom(seed: seed, salt: UInt64(number) &* 4096),
      inputs: stored(request.properties, profile))
    AttributeFacts.complete(&context.inputs, of: profile.name)
    for (property, maker) in profile.names where context.inputs[property] == nil {
      context.inputs[property] = maker.value(in: &context)
    }
    context.parts = parts(profile, context.inputs, scope)
    for (index, attribute) in profile.attributes.enumerated() {
      if let condition = attribute.condition, !Self.isGiven(context.inputs[condition]) { continue }
      context.random = CloudRandom(seed: seed, salt: UInt64(number) &* 4096 &+ UInt64(index) &+ 1)
      context.attributes.set(value(of: attribute, profile, &context), at: attribute.path)
    }
    AttributeFacts.adjust(&context.attributes, of: profile.name, inputs: context.inputs, number: number)
    var identifier = profile.primaryIdentifier.map { path in
      (context.attributes.value(at: path) ?? context.inputs.value(at: path))?.scalarText ?? ""
    }.joined(separator: "|")
    if identifier.isEmpty { identifier = AttributeMakerBuilder.kebab(profile.resource) + "-" + AttributeFacts.hex(number, 12) }
    return CloudObject(
      number: number, type: profile.name, scope: scope, region: request.placement.region, identifier: identifier, inputs: context.inputs,
      attributes: context.attributes, createdAt: now, changedAt: now, readyAt: now + delay(profile.waits.create), operation: number,
      references: references)
  }

  /// The value of an attribute: as inputs fix it, or made up.
  func value(of attribute: TypeProfile.Attribute, _ profile: TypeProfile, _ context: inout AttributeContext) -> PropertyValue {
    if attribute.isDerived, let name = attribute.path.first {
      let inputs = context.inputs
      let text = profile.behavior.derivedValue(
        of: name, partition: context.scope.partition, account: context.scope.account, region: context.region
      ) { inputs[$0]?.scalarText.map { .text($0) } ?? .absent }
      if let text { return .string(text) }
    }
    return attribute.maker.value(in: &context)
  }

  static func isGiven(_ value: PropertyValue?) -> Bool {
    switch value {
    case nil, .null?, .bool(false)?, .string("false")?: false
    default: true
    }
  }

  func delay(_ milliseconds: Int) -> Int { milliseconds * delayPerMille / 1000 }

  /// A document as the cloud keeps it: without what it never shows, but for what tells its objects apart.
  func stored(_ properties: PropertyObject, _ profile: TypeProfile) -> PropertyObject {
    var result = properties
    for path in profile.writeOnly where path.count > 1 || !profile.hiddenKeyParts.contains(path[0]) { result.remove(path[...]) }
    return result
  }

  // MARK: Checks

  mutating func resolve(
    _ properties: PropertyObject, _ profile: TypeProfile, _ scope: CloudScope, region: String
  ) throws(ProviderError) -> [CloudReference] {
    var walker = ReferenceWalker(scope: scope, region: region)
    walker.walk(properties, profile, self)
    if let missing = walker.missing {
      throw CloudErrors.missing(missing.kind, missing.value, property: missing.path.last ?? "")
    }
    guard !walker.keys.isEmpty else { return walker.found }
    var references = walker.found
    let place = CloudChange(
      kind: .create, type: profile.name, scope: scope, region: region, properties: PropertyObject(), object: nil, references: [], now: 0)
    for (property, value) in walker.keys {
      guard let key = try EncryptionKeyRule.key(value, place, property: property, self) else { continue }
      let reference = CloudReference(target: key.number, property: property)
      if !references.contains(reference) { references.append(reference) }
    }
    return references
  }

  func checkRules(_ change: CloudChange, _ profile: TypeProfile) throws(ProviderError) {
    for rule in profile.rules { try rule.check(change, self) }
  }

  func checkOccupancy(_ object: CloudObject, _ profile: TypeProfile) throws(ProviderError) {
    guard !profile.occupancy.isEmpty else { return }
    for key in occupancyKeys(of: object.properties, profile) {
      guard let holder = occupied[OccupancyKey(type: object.type, scope: object.scope, key: key.index, values: key.values)],
        holder != object.number, let other = objects[holder]
      else { continue }
      let what = zip(profile.occupancy[key.index].paths, key.values).map { "\($0.joined(separator: ".")) \($1)" }.joined(separator: ", ")
      throw ProviderError(
        .alreadyExists, "\(CloudErrors.words(profile.name)) \(other.identifier) holds \(what)",
        serviceCode: CloudErrors.alreadyExists(profile.name, "").serviceCode, identifier: other.identifier)
    }
  }

  /// Takes one call from the rate that the service grants.
  private mutating func takeRate(_ profile: TypeProfile, _ scope: CloudScope, _ now: Int) throws(ProviderError) {
    let rate = profile.behavior.createRate
    guard realism.enforcesRates, rate > 0 else { return }
    let key = RateKey(type: profile.name, scope: scope)
    var bucket = rates[key] ?? RateBucket(tokens: Double(rate), at: now)
    bucket.tokens = min(Double(rate), bucket.tokens + Double(max(0, now - bucket.at)) * Double(rate) / 1000)
    bucket.at = now
    guard bucket.tokens >= 1 else {
      rates[key] = bucket
      throw ProviderError(
        .throttled, "Rate exceeded", serviceCode: "ThrottlingException", retryAfter: Int((1 - bucket.tokens) * 1000 / Double(rate)) + 1)
    }
    bucket.tokens -= 1
    rates[key] = bucket
  }
}

extension TypeProfile {
  /// Whether a create overwrites what stands under its key.
  ///
  /// Record sets are made with `CREATE`, which refuses.
  var isUpsert: Bool { behavior.apiClass == .upsert && name != "AWS::Route53::RecordSet" }

  var takesToken: Bool {
    switch behavior.apiClass {
    case .token, .tokenUnknownWindow, .refusedToken: true
    case .name, .upsert, .uniqueContent, .tags, .singleton, .operation, .none: false
    }
  }

  /// For how long a token answers with the same object, in seconds; one hour where AWS does not say.
  var tokenWindow: Int { behavior.tokenWindow > 0 ? behavior.tokenWindow : 3600 }

  var isSingleton: Bool { behavior.isSingleton }
}

extension PropertyObject {
  /// Whether two documents say the same, but for one property.
  func isEqual(to other: PropertyObject, ignoring key: String?) -> Bool {
    guard let key else { return self == other }
    var left = self
    var right = other
    left[key] = nil
    right[key] = nil
    return left == right
  }
}

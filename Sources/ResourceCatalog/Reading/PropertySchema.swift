import CatalogData

/// A property of an object: its name, what it may be, and what a change of it means.
public struct PropertySchema: Sendable {
  let row: UInt32
  let definitions: UInt32

  /// The name as CloudFormation writes it.
  public var name: CatalogString { CatalogString(offset: catalog_word(row) & 0xff_ffff) }

  /// What the value may be.
  public var schema: Schema { Schema(node: catalog_word(row + 1), definitions: definitions) }

  /// All marks at once.
  ///
  /// Other marks than `required` are set on the top properties of a type only; for nested ones ask the type.
  public var traits: PropertyTraits { PropertyTraits(rawValue: UInt8(catalog_word(row) >> 24)) }

  /// Whether the object is refused without it.
  public var isRequired: Bool { traits.contains(.required) }

  /// Whether AWS fills it.
  public var isReadOnly: Bool { traits.contains(.readOnly) }

  /// Whether a change replaces the resource.
  public var isCreateOnly: Bool { traits.contains(.createOnly) }

  /// Whether AWS takes it and never returns it.
  public var isWriteOnly: Bool { traits.contains(.writeOnly) }

  /// Whether AWS advises against it.
  public var isDeprecated: Bool { traits.contains(.deprecated) }

  /// Whether some changes replace the resource.
  public var isConditionalCreateOnly: Bool { traits.contains(.conditionalCreateOnly) }
}

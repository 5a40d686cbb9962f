/// Who answers for a control that no graph can show, such as a contract or a locked door, and until when it has to be looked at again.
///
/// Declared on the environment. A report names it as manual, with its owner and date, and never as met.
public struct ManualControl: Sendable, Hashable {
  /// The control's id, as reports list it: `business-associate-agreement`.
  public let id: String

  /// Who answers for it: a person, a role or an address.
  public let owner: String

  /// The day by which it is to be shown or reviewed again.
  public let due: CalendarDate

  /// Where it was declared.
  public let source: SourceLocation

  /// Creates a declaration.
  public init(
    _ id: String, owner: String, due: CalendarDate, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.id = id
    self.owner = owner
    self.due = due
    source = SourceLocation(fileID: fileID, line: line, column: column)
  }
}

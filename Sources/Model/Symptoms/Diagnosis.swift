/// One possible cause of a symptom, as a question that state and cloud can answer, and what to do if it is the cause.
public struct Diagnosis: Sendable, Hashable {
  /// What is asked of the subject.
  public enum Question: Sendable, Hashable {
    /// Is it there?
    case exists
    /// Does a KMS key's policy let a principal do something?
    case keyAllows(action: String, principal: PropertyValue)
    /// Is a KMS key enabled, and does it rotate as declared?
    case keyWorks
    /// Is the subject in the region that the shell asks for?
    case regionMatches
    /// Does a topic have a subscription that was confirmed?
    case topicIsHeard
    /// Is the environment's state whole and readable?
    case stateIsWhole
  }

  public var question: Question
  /// What is asked about: a reference to a resource, or a literal ARN; `nil` for a question about the environment.
  public var subject: PropertyValue?
  /// What to do if the answer is no, in one sentence without a full stop.
  public var remedy: String

  /// Creates a diagnosis.
  public init(_ question: Question, of subject: PropertyValue? = nil, remedy: String) {
    self.question = question
    self.subject = subject
    self.remedy = remedy
  }
}

/// Runs a program with arguments and brings what it printed.
///
/// `nil` stands for a program that cannot be started. Tests give their own.
typealias ProcessRunner = @Sendable (_ arguments: [String]) async -> ProcessOutput?

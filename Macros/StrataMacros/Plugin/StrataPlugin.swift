import SwiftCompilerPlugin
import SwiftSyntaxMacros

/// The macros that the compiler finds in this plugin.
struct StrataPlugin: CompilerPlugin {
  let providingMacros: [any Macro.Type] = [
    StackMacro.self,
    ComponentMacro.self,
    ResourceMacro.self,
    ServiceMacro.self,
  ]
}

/// The program that the compiler starts.
@main enum Main {
  static func main() throws {
    MessageRelay.start()
    try StrataPlugin.main()
  }
}

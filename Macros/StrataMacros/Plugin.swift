import SwiftCompilerPlugin
import SwiftSyntaxMacros

/// The macros that the compiler finds in this plugin.
@main struct StrataPlugin: CompilerPlugin {
  let providingMacros: [any Macro.Type] = [
    StackMacro.self,
    ComponentMacro.self,
    ResourceMacro.self,
    ServiceMacro.self,
  ]
}

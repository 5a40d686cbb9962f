// `import Strata` is all that a stack file needs.
@_exported public import StrataAWS
@_exported public import StrataLanguage
@_exported public import StrataPatterns

// What an environment is held to, and says of its cost; a file with rules of its own imports `StrataModel` too, for what they read.
@_exported public import struct StrataModel.CalendarDate
@_exported public import struct StrataModel.Control
@_exported public import struct StrataModel.DocumentedCost
@_exported public import struct StrataModel.Framework
@_exported public import struct StrataModel.ManualControl
@_exported public import struct StrataModel.Money
@_exported public import struct StrataModel.PolicyAssessment
@_exported public import struct StrataModel.PolicyContext
@_exported public import struct StrataModel.PolicyRule
@_exported public import enum StrataModel.UsageKind
@_exported public import struct StrataModel.Waiver

// `import Strata` is all that a stack file needs.
@_exported public import StrataAWS
@_exported public import StrataLanguage
@_exported public import StrataPatterns

// What an environment says of its cost.
@_exported public import struct StrataModel.DocumentedCost
@_exported public import struct StrataModel.Money
@_exported public import enum StrataModel.UsageKind

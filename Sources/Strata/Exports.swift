// `import Strata` is all that a stack file needs.
@_exported public import StrataAWS
@_exported public import StrataLanguage
@_exported public import StrataPatterns

public import StrataModel

/// The graph's form of a value; the name under which generated code knows it, so that it needs no module but this one.
public typealias GraphValue = PropertyValue

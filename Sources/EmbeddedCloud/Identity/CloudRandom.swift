/// A small deterministic source of random numbers (SplitMix64): the same seed gives the same cloud.
struct CloudRandom {
  private var state: UInt64

  /// Creates a source for one purpose; equal seeds and salts give equal sequences.
  init(seed: UInt64, salt: UInt64) {
    state = seed &+ salt &* 0x9E37_79B9_7F4A_7C15
    _ = next()
    state ^= salt
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a bound; 0 for a bound that is not positive.
  mutating func below(_ bound: Int) -> Int { bound <= 0 ? 0 : Int(next() % UInt64(bound)) }

  /// True in a share of cases, in thousandths.
  mutating func happens(perMille: Int) -> Bool { below(1000) < perMille }

  /// Characters of an alphabet, appended to bytes.
  mutating func append(_ count: Int, of alphabet: StaticString, to bytes: inout [UInt8]) {
    let length = UInt64(alphabet.utf8CodeUnitCount)
    let start = alphabet.utf8Start
    for _ in 0..<count { bytes.append(start[Int(next() % length)]) }
  }
}

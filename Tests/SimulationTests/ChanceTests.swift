import StrataSimulation
import Testing

@Suite("Chance")
struct ChanceTests {
  @Test("Is the same for the same seed and salt, and another one for another")
  func seeds() {
    func numbers(_ seed: UInt64, _ salt: UInt64) -> [Int] {
      var chance = Chance(seed: seed, salt: salt)
      return (0..<50).map { _ in chance.below(1_000) }
    }
    #expect(numbers(1, 0) == numbers(1, 0))
    #expect(numbers(1, 0) != numbers(2, 0))
    #expect(numbers(1, 0) != numbers(1, 1))
    #expect(Set(numbers(1, 0)).count > 40)
    #expect(numbers(3, 3).allSatisfy { (0..<1_000).contains($0) })
  }
}

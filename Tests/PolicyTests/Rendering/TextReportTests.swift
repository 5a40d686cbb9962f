import StrataPolicy
import Testing

@Suite("Text reports")
struct TextReportTests {
  @Test("One line for the environment and one for each framework")
  func report() throws {
    #expect(
      ReportFormat.text.text(of: try SmallReport.make()) == ##"""
        pilot: 4 resources, 1 error, 2 warnings
          House rules: 4 controls: 1 met with warnings, 2 failed, 1 without anything to look at

        """##)
  }
}

import Foundation

/// The measurements as text.
enum Table {
  /// Medians in milliseconds, one column a size, with the growth from each size to the next per resource.
  static func text(of measurements: [Measurement]) -> String {
    var rows: [[String]] = [["", ""]]
    rows[0] = ["phase (median, ms)"] + measurements.map { "\($0.resources) resources" } + ["growth of the last tenfold"]
    let phases = measurements.first?.phases.map(\.name) ?? []
    for phase in phases {
      let medians = measurements.map { measurement in measurement.phases.first { $0.name == phase }?.median ?? 0 }
      rows.append([phase] + medians.map(number) + [growth(medians)])
    }
    let memory = measurements.map(\.peakMemory)
    rows.append(["peak memory, MB"] + memory.map(number) + [growth(memory)])
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + padding : padding + row[column]
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private static func number(_ value: Double) -> String { String(format: value < 10 ? "%.2f" : "%.0f", value) }

  private static func growth(_ values: [Double]) -> String {
    guard values.count > 1, values[values.count - 2] > 0 else { return "" }
    return String(format: "%.1f×", values[values.count - 1] / values[values.count - 2])
  }
}

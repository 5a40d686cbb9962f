import CatalogData

/// Checks that are written by hand; the numbers are those of Scripts/catalog_generator/rules.py.
enum DocumentCheckKind {
  static let schema: UInt32 = 0
  static let eventBridgeSchedule: UInt32 = 5
  static let schedulerSchedule: UInt32 = 6
  static let backupSchedule: UInt32 = 7
  static let networkRange: UInt32 = 8
  static let groupSize: UInt32 = 9
}

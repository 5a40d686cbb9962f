import StrataDeployment

/// The disk as one simulated process sees it: each operation is a point at which the process can die, or the disk can be full.
struct ProcessFileSystem: FileSystem {
  let disk: SimulatedDisk
  let process: SimulatedProcess
  let world: SimulatedWorld

  private static let inputOutputError: Int32 = 5
  private static let noSpace: Int32 = 28

  private func perform<Result>(_ operation: String, _ path: String, _ body: () throws(FileFailure) -> Result) throws(FileFailure) -> Result
  {
    let isFull = world.point(.before, .file(operation), path, "", process)
    try check(operation, path)
    if isFull, operation == "write" { throw FileFailure(code: Self.noSpace, operation: operation, path: path) }
    let result = try body()
    _ = world.point(.after, .file(operation), path, "", process)
    try check(operation, path)
    return result
  }

  private func check(_ operation: String, _ path: String) throws(FileFailure) {
    if process.isDead { throw FileFailure(code: Self.inputOutputError, operation: operation, path: path) }
  }

  func read(_ path: String) throws(FileFailure) -> [UInt8]? {
    try check("read", path)
    return disk.read(path)
  }

  func facts(_ path: String) throws(FileFailure) -> FileFacts? {
    try check("read", path)
    return disk.read(path).map { FileFacts(size: $0.count, writtenAt: world.executor.now / 1_000) }
  }

  func createDirectory(_ path: String) throws(FileFailure) { try check("create the folder", path) }

  func open(_ path: String, truncating: Bool, mode: UInt32) throws(FileFailure) -> FileDescriptor {
    try perform("open", path) { disk.open(path, truncating: truncating, process: process.number) }
  }

  func close(_ descriptor: FileDescriptor) {
    if !process.isDead { disk.close(descriptor) }
  }

  func write(_ bytes: [UInt8], to descriptor: FileDescriptor, at offset: Int) throws(FileFailure) {
    // A write that has begun can be in the kernel in part when the process dies: the disk decides at the crash.
    try perform("write", "") { () throws(FileFailure) in try disk.write(bytes, to: descriptor, at: offset) }
  }

  func truncate(_ descriptor: FileDescriptor, to size: Int) throws(FileFailure) {
    try perform("truncate", "") { () throws(FileFailure) in try disk.truncate(descriptor, to: size) }
  }

  func synchronize(_ descriptor: FileDescriptor) throws(FileFailure) {
    try perform("synchronize", "") { () throws(FileFailure) in try disk.synchronize(descriptor) }
  }

  func synchronizeDirectory(_ path: String) throws(FileFailure) { try perform("synchronize", path) { disk.synchronizeNames() } }

  func rename(_ path: String, to destination: String) throws(FileFailure) {
    try perform("rename", path) { () throws(FileFailure) in try disk.rename(path, to: destination) }
  }

  func link(_ path: String, to destination: String) throws(FileFailure) {
    try perform("link", path) { () throws(FileFailure) in try disk.link(path, to: destination) }
  }

  func remove(_ path: String) throws(FileFailure) { try perform("remove", path) { disk.remove(path) } }

  func list(_ path: String) throws(FileFailure) -> [String] {
    try check("list", path)
    return disk.list(path)
  }

  func lock(_ descriptor: FileDescriptor) throws(FileFailure) -> Bool {
    try check("lock", "")
    return disk.lock(descriptor)
  }
}

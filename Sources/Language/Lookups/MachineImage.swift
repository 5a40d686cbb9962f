/// A kind of machine image of which AWS tells the latest by a public parameter.
///
/// Source: AWS Systems Manager User Guide, "Calling AMI public parameters"; Amazon ECS Developer Guide, "Retrieving Amazon ECS-optimized Linux AMI
/// metadata".
public struct MachineImage: Sendable, Hashable {
  /// The name of the public parameter.
  public let parameter: String

  /// Creates a kind from its public parameter, for example one of a vendor's.
  public init(parameter: String) { self.parameter = parameter }

  /// Amazon Linux 2023 for x86.
  public static let amazonLinux2023 = MachineImage(parameter: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64")
  /// Amazon Linux 2023 for Graviton.
  public static let amazonLinux2023ARM = MachineImage(parameter: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64")
  /// Amazon Linux 2023 with the ECS agent, for x86.
  public static let containerHost = MachineImage(parameter: "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id")
  /// Windows Server 2022 in English with a desktop.
  public static let windowsServer2022 = MachineImage(parameter: "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base")
}

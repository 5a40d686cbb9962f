import Foundation
import Strata

/// Resources of every type that has a handler of its own and that moto can make, for `.ci/check-moto-types`.
///
/// `LAB_VARIANT` chooses between three forms, so that deploying one after the other updates, replaces and renames them. The stacks prove
/// handlers, not architecture: what a resource is set to is chosen for what it exercises.
@main struct Lab: App {
  var environments: some Environments {
    Environment("lab", region: .usEast1, target: .aws(account: "123456789012")) { lab(.fromEnvironment) }
    // For `.ci/check-remote-state`: the same infrastructure with the lock in S3 and in DynamoDB.
    Environment("shared", region: .usEast1, target: .aws(account: "123456789012"), state: Self.remoteState(lock: .s3)) {
      SharedStack()
    }
    Environment(
      "shared-table", region: .usEast1, target: .aws(account: "123456789012"), state: Self.remoteState(lock: .dynamoDB(table: "lab-locks"))
    ) {
      SharedStack()
    }
    Environment(
      "shared-sealed", region: .usEast1, target: .aws(account: "123456789012"),
      state: Self.remoteState(lock: .s3).encrypted(with: .kms(key: "alias/lab-state"))
    ) {
      SharedStack()
    }
  }

  private static func remoteState(lock: StateStore.Lock) -> StateStore {
    let bucket = ProcessInfo.processInfo.environment["LAB_STATE_BUCKET"] ?? "lab-state"
    return .s3(bucket: bucket, prefix: "teams/lab", key: "alias/lab-state", lock: lock)
  }

  @InfrastructureBuilder private func lab(_ variant: Variant) -> Group {
    let encryption = EncryptionStack(variant: variant)
    let identity = IdentityStack(variant: variant)
    let storage = StorageStack(variant: variant, encryption: encryption, identity: identity)
    let messaging = MessagingStack(variant: variant, encryption: encryption, identity: identity, storage: storage)
    let network = NetworkStack(variant: variant, identity: identity, storage: storage)
    let compute = ComputeStack(variant: variant, identity: identity, network: network, messaging: messaging)
    encryption.tagged(variant.tags)
    identity.tagged(variant.tags)
    storage.tagged(variant.tags)
    messaging.tagged(variant.tags)
    LogsStack(variant: variant, identity: identity, storage: storage, messaging: messaging).tagged(variant.tags)
    network.tagged(variant.tags)
    TransitStack(variant: variant, network: network).tagged(variant.tags)
    compute.tagged(variant.tags)
    ContainerStack(variant: variant, encryption: encryption, identity: identity, network: network, messaging: messaging).tagged(
      variant.tags)
    DatabaseStack(variant: variant, network: network, messaging: messaging).tagged(variant.tags)
    DeliveryStack(variant: variant, encryption: encryption, compute: compute).tagged(variant.tags)
    OperationsStack(variant: variant, identity: identity, storage: storage).tagged(variant.tags)
    GovernanceStack(variant: variant, encryption: encryption, identity: identity, storage: storage).tagged(variant.tags)
    UsersStack(variant: variant)
    GuardsStack(variant: variant, messaging: messaging, network: network, storage: storage, identity: identity)
  }
}

import Strata

/// Documents, maintenance, builds and pipelines.
@Stack final class OperationsStack {
  let variant: Variant
  let identity: IdentityStack
  let storage: StorageStack

  // moto cannot update windows and their targets.
  lazy var window = SSM.MaintenanceWindow(
    "window", allowUnassociatedTargets: false, cutoff: 1, duration: 2, name: "lab-window", schedule: "cron(0 4 ? * SUN *)")

  var body: some Infrastructure {
    SSM.MaintenanceWindowTarget(
      "window-targets", resourceType: .instance, targets: [.init(key: "tag:Lab", values: ["moto"])], windowId: window.windowId)
    SSM.DocumentShape(
      "document",
      content: [
        "schemaVersion": "2.2", "description": "\(variant.changed("Says", "Says more"))",
        "mainSteps": [
          [
            "action": "aws:runShellScript", "name": "say", "inputs": ["runCommand": ["\(variant.changed("echo one", "echo two"))"]],
          ]
        ],
      ], documentFormat: .json, documentType: .command, name: "lab-document", updateMethod: .newVersion)

    CodePipeline.Pipeline(
      "pipeline", roleArn: identity.builder,
      stages: [
        .init(
          actions: [
            .init(
              actionTypeId: .init(category: .source, owner: "AWS", provider: "S3", version: "1"), name: "source",
              configuration: ["S3Bucket": "\(storage.logs.bucketName)", "S3ObjectKey": "\(variant.changed("one.zip", "two.zip"))"],
              outputArtifacts: [.init(name: "source")])
          ], name: "Source"),
        .init(
          actions: [
            .init(
              actionTypeId: .init(category: .approval, owner: "AWS", provider: "Manual", version: "1"), name: "approve",
              runOrder: variant.changed(1, 2))
          ], name: variant.changed("Approve", "Review")),
      ], artifactStore: .init(location: storage.logs.bucketName, type: .s3), name: "lab-pipeline")

    CloudFormation.StackSet(
      "sets", permissionModel: .selfManaged, stackSetName: variant.replaced("lab-sets", "lab-sets-2"),
      description: variant.changed("One", "Two"),
      templateBody: .json(["Resources": ["Topic": ["Type": "AWS::SNS::Topic"]]]))

    ResourceGroups.Group(
      "group", name: "lab-group", description: variant.changed("The lab", "All of the lab"),
      resourceQuery: .init(
        query: .init(
          resourceTypeFilters: ["AWS::AllSupported"],
          tagFilters: [.init(key: "Stage", values: [variant.changed("first", "second")])]),
        type: .tagFilters1_0))
  }
}

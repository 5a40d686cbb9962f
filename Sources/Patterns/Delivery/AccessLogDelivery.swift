public import StrataAWS
public import StrataLanguage

/// The access logs of a CloudFront distribution, delivered to a bucket without access lists.
///
/// Creates a `Logs.DeliverySource`, a `Logs.DeliveryDestination` and the `Logs.Delivery` between them, in us-east-1 as CloudFront wants it.
/// The older `Logging` setting needs a bucket with access lists, which private buckets refuse. The bucket's policy has to let the delivery
/// in: ``BucketWriter/logDelivery(prefix:)``.
@Component
public final class AccessLogDelivery {
  public let id: String
  let name: String
  let source: StaticSite
  let bucket: S3.Bucket
  let prefix: String

  public var body: some Infrastructure {
    let logs = Logs.DeliverySource("source", name: name, logType: "ACCESS_LOGS", resourceArn: source.arn).placed(in: .usEast1)
    let destination = Logs.DeliveryDestination(
      "destination", name: name, deliveryDestinationType: "S3", destinationResourceArn: bucket.arn, outputFormat: "json"
    ).placed(in: .usEast1)
    Logs.Delivery(
      "delivery", deliveryDestinationArn: destination, deliverySourceName: logs,
      s3SuffixPath: "/\(prefix)/{DistributionId}/{yyyy}/{MM}/{dd}"
    ).placed(in: .usEast1)
  }
}

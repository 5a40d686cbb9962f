/// Finds the endpoint of a service: the configured address, or AWS's own by partition, region and variant.
enum EndpointResolver {
  /// The endpoint of a service for callers in a region.
  static func resolve(
    _ service: ServiceDescription, region: String, variant: EndpointVariant, overrides: EndpointOverrides
  ) -> ResolvedEndpoint {
    let partition = Partition.of(region: region)
    let signingRegion = signingRegion(service.endpointPrefix, region: region, partition, variant)
    if let endpoint = overrides.endpoint(serviceID: service.serviceID) {
      return ResolvedEndpoint(endpoint: endpoint, signingRegion: signingRegion, isCustom: true)
    }
    let host = host(service.endpointPrefix, region: region, partition, variant)
    return ResolvedEndpoint(endpoint: Endpoint(host: host), signingRegion: signingRegion)
  }

  private static func signingRegion(_ prefix: String, region: String, _ partition: Partition, _ variant: EndpointVariant) -> String {
    if ServiceHosts.global[prefix] != nil {
      return ServiceHosts.globalSigningRegions[prefix]?[variant.key(partition)] ?? partition.globalRegion
    }
    return ServiceHosts.homeRegions[prefix]?[partition.name] ?? region
  }

  private static func host(_ prefix: String, region: String, _ partition: Partition, _ variant: EndpointVariant) -> String {
    let suffix = variant.isDualStack ? partition.dualStackDNSSuffix : partition.dnsSuffix
    if let hosts = ServiceHosts.global[prefix] {
      return hosts[variant.key(partition)] ?? "\(prefix)\(variant.isFIPS ? "-fips" : "").\(suffix)"
    }
    if prefix == "s3" || prefix == "s3-control" {
      // S3 has hosts for IPv6 of an older form: https://docs.aws.amazon.com/AmazonS3/latest/userguide/dual-stack-endpoints.html
      let label = prefix + (variant.isFIPS ? "-fips" : "") + (variant.isDualStack ? ".dualstack" : "")
      return "\(label).\(region).\(partition.dnsSuffix)"
    }
    let region = ServiceHosts.homeRegions[prefix]?[partition.name] ?? region
    var variant = variant
    var label = prefix
    if variant.isDualStack, ServiceHosts.dualStackByDefault[prefix]?.contains(partition.name) == true {
      variant.isDualStack = false
    } else if variant.isDualStack, let other = ServiceHosts.dualStackLabels[prefix] {
      label = other
    }
    if variant.isFIPS {
      if partition.name == "aws-us-gov", !variant.isDualStack, ServiceHosts.fipsByDefaultInGovCloud.contains(prefix) {
        return "\(label).\(region).\(partition.dnsSuffix)"
      }
      let fips = partition.name == "aws" && !variant.isDualStack ? ServiceHosts.fipsLabels[prefix] : nil
      label = fips ?? label + "-fips"
    }
    return "\(label).\(region).\(variant.isDualStack ? partition.dualStackDNSSuffix : partition.dnsSuffix)"
  }
}

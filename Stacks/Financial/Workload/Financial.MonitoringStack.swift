import Strata

extension Financial {
  /// The document's "Monitoring Module": "CloudWatch dashboards, alarms, and integrations with Security Hub".
  @Stack final class MonitoringStack {
    let id: String
    let site: Site
    let network: NetworkStack
    let security: SecurityStack
    let compute: ComputeStack
    let stores: Stores

    var body: some Infrastructure {
      alarms

      // 4.22 "CloudWatch dashboards"
      MetricDashboard(
        name: site.prefix,
        graphs: [
          ("Requests and errors", [balancer("RequestCount", .sum), balancer("HTTPCode_Target_5XX_Count", .sum)]),
          ("Response time", [balancer("TargetResponseTime", .average), balancer("TargetResponseTime", .maximum)]),
          ("Servers", [servers("GroupInServiceInstances", .average, in: "AWS/AutoScaling"), servers("CPUUtilization", .average)]),
          ("Database", [database("CPUUtilization", .average), database("DatabaseConnections", .average)]),
          ("Database storage and memory", [database("FreeStorageSpace", .minimum), database("FreeableMemory", .minimum)]),
          ("Functions", [function("Invocations", .sum), function("Errors", .sum), function("Duration", .maximum)]),
        ])

      // 4.8, 4.21 Who is refused in the network: many at once are somebody who searches.
      Logs.MetricFilter(
        "refused-filter",
        filterPattern:
          "[version, account, interface, source, destination, sourcePort, destinationPort, protocol, packets, bytes, start, end, action=REJECT, status]",
        logGroupName: security.flowLogs.logs,
        metricTransformations: [
          .init(metricName: "refused-connections", metricNamespace: "\(site.prefix)/Security", metricValue: "1", defaultValue: 0)
        ])
    }

    @InfrastructureBuilder private var alarms: Group {
      alarm("balancer-5xx", balancer("HTTPCode_ELB_5XX_Count", .sum), reaches: 5)
      alarm("servers-5xx", balancer("HTTPCode_Target_5XX_Count", .sum), reaches: 5)
      alarm("servers-slow", balancer("TargetResponseTime", .average), reaches: 2, times: 3)
      alarm("servers-unhealthy", targets("UnHealthyHostCount", .maximum), reaches: 1, times: 2)
      // Where no server is meant to run, none is no reason for alarm.
      if site.capacity.lowerBound > 0 { alarm("servers-down", targets("HealthyHostCount", .minimum), reaches: 0, isLow: true, times: 2) }
      alarm("servers-cpu", servers("CPUUtilization", .average), reaches: 85, times: 3)
      alarm("database-cpu", database("CPUUtilization", .average), reaches: 85, times: 3)
      alarm("database-storage", database("FreeStorageSpace", .minimum), reaches: 5_000_000_000, isLow: true)
      if site.isRecovery { alarm("database-behind", database("ReplicaLag", .maximum), reaches: 300) }
      alarm("function-errors", function("Errors", .sum), reaches: 1)
      alarm("function-failures", failures, reaches: 1)
      if let cache = stores.cache {
        alarm(
          "cache-memory",
          Metric(
            "AWS/ElastiCache", "DatabaseMemoryUsagePercentage", .maximum, ["ReplicationGroupId": cache.replicationGroupId]), reaches: 85,
          times: 3)
      }
      for (index, gateway) in network.network.internet.natGateways.enumerated() {
        alarm(
          "nat-\(index + 1)-full", Metric("AWS/NATGateway", "ErrorPortAllocation", .sum, ["NatGatewayId": gateway.natGatewayId]),
          reaches: 1)
      }
      alarm("refused-connections", Metric("\(site.prefix)/Security", "refused-connections", .sum), reaches: 1000)
    }

    private func alarm(
      _ id: String, _ metric: Metric, reaches threshold: Int, isLow: Bool = false, times: Int = 1
    ) -> MetricAlarm {
      MetricAlarm(id, of: site.prefix, when: metric, reaches: threshold, isLow: isLow, times: times, notify: security.alarms.topic)
    }

    // MARK: Metrics

    private func balancer(_ name: String, _ statistic: Metric.Statistic) -> Metric {
      Metric("AWS/ApplicationELB", name, statistic, ["LoadBalancer": compute.balancer.loadBalancer.loadBalancerFullName])
    }

    private func targets(_ name: String, _ statistic: Metric.Statistic) -> Metric {
      Metric(
        "AWS/ApplicationELB", name, statistic,
        [
          "LoadBalancer": compute.balancer.loadBalancer.loadBalancerFullName,
          "TargetGroup": compute.balancer.targetGroup.targetGroupFullName,
        ])
    }

    private func servers(_ name: String, _ statistic: Metric.Statistic, in namespace: String = "AWS/EC2") -> Metric {
      Metric(namespace, name, statistic, ["AutoScalingGroupName": compute.servers.group.autoScalingGroupName])
    }

    private func database(_ name: String, _ statistic: Metric.Statistic) -> Metric {
      Metric("AWS/RDS", name, statistic, ["DBInstanceIdentifier": stores.database.dbInstanceIdentifier])
    }

    private func function(_ name: String, _ statistic: Metric.Statistic) -> Metric {
      Metric("AWS/Lambda", name, statistic, ["FunctionName": compute.settlement.function.functionName])
    }

    private var failures: Metric {
      Metric(
        "AWS/SQS", "ApproximateNumberOfMessagesVisible", .maximum, ["QueueName": compute.settlement.failures.queueName])
    }
  }
}

import StrataPolicy
import Testing

@Suite("JSON reports")
struct JSONReportTests {
  @Test("Everything that a program could ask for")
  func report() throws {
    #expect(
      ReportFormat.json.text(of: try SmallReport.make()) == ##"""
        {
          "diagnostics": [
            {
              "address": "jobs",
              "code": "short-name",
              "location": "Stacks/My Parts/Parts.swift:4:5",
              "message": "the name is short",
              "remedy": "use a longer one",
              "severity": "warning"
            },
            {
              "address": "alerts",
              "code": "H1-topic-name",
              "location": "Stacks/My Parts/Parts.swift:1:5",
              "message": "the topic has no <name> & no \"label\"",
              "notes": [
                {
                  "message": "H1 topic-name: a topic without a name is found by nobody (House rules 1.1, House rules 2)"
                }
              ],
              "path": "TopicName",
              "remedy": "set TopicName",
              "severity": "error"
            },
            {
              "address": "jobs",
              "code": "H2-queue-name",
              "location": "Stacks/My Parts/Parts.swift:4:5",
              "message": "the queue has no name",
              "notes": [
                {
                  "message": "H2 queue-name: tidiness (House rules 1.2)"
                }
              ],
              "remedy": "set QueueName",
              "severity": "warning"
            }
          ],
          "environment": "pilot",
          "policies": {
            "frameworks": [
              {
                "controls": [
                  {
                    "clause": "1.1",
                    "rules": [
                      "H1"
                    ],
                    "status": "failed"
                  },
                  {
                    "clause": "1.2",
                    "rules": [
                      "H2"
                    ],
                    "status": "warned"
                  },
                  {
                    "clause": "1.10",
                    "rules": [
                      "H3"
                    ],
                    "status": "not applicable"
                  },
                  {
                    "clause": "2",
                    "rules": [
                      "H1"
                    ],
                    "status": "failed"
                  }
                ],
                "id": "house",
                "title": "House rules"
              }
            ],
            "manual": [
              {
                "controls": [
                  "GDPR 25(1)",
                  "GDPR 32(1)(a)"
                ],
                "due": "2027-01-31",
                "id": "pseudonymization",
                "overdue": false,
                "owner": "Data protection officer",
                "title": "Personal data is pseudonymized where its purpose allows it"
              }
            ],
            "rules": [
              {
                "controls": [
                  "House rules 1.1",
                  "House rules 2"
                ],
                "findings": [
                  {
                    "location": "Stacks/My Parts/Parts.swift:1:5",
                    "message": "the topic has no <name> & no \"label\"",
                    "path": "TopicName",
                    "remedy": "set TopicName",
                    "severity": "error",
                    "subject": "alerts"
                  }
                ],
                "id": "H1",
                "met": [
                  "named"
                ],
                "name": "topic-name",
                "severity": "error",
                "subjects": 3,
                "title": "Topics have names",
                "waived": [
                  {
                    "location": "Stacks/My Parts/Parts.swift:2:5",
                    "message": "the topic has no <name> & no \"label\"",
                    "path": "TopicName",
                    "reason": "renamed with the move to v2 | see #12",
                    "remedy": "set TopicName",
                    "severity": "error",
                    "subject": "old",
                    "until": "2027-06-30"
                  }
                ],
                "why": "a topic without a name is found by nobody"
              },
              {
                "controls": [
                  "House rules 1.2"
                ],
                "findings": [
                  {
                    "location": "Stacks/My Parts/Parts.swift:4:5",
                    "message": "the queue has no name",
                    "remedy": "set QueueName",
                    "severity": "warning",
                    "subject": "jobs"
                  }
                ],
                "id": "H2",
                "met": [],
                "name": "queue-name",
                "severity": "warning",
                "subjects": 1,
                "title": "Queues have names",
                "waived": [],
                "why": "tidiness"
              },
              {
                "controls": [
                  "House rules 1.10"
                ],
                "findings": [],
                "id": "H3",
                "met": [],
                "name": "role-path",
                "severity": "error",
                "subjects": 0,
                "title": "Roles have paths",
                "waived": [],
                "why": "tidiness"
              }
            ],
            "today": "2026-11-27"
          },
          "resources": 4
        }

        """##)
  }
}

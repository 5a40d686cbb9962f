import StrataPolicy
import Testing

@Suite("SARIF reports")
struct SARIFReportTests {
  @Test("Rules, results with their places, and waived findings as suppressions")
  func report() throws {
    #expect(
      ReportFormat.sarif.text(of: try SmallReport.make()) == ##"""
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "runs": [
            {
              "automationDetails": {
                "id": "strata/pilot/"
              },
              "columnKind": "utf16CodeUnits",
              "results": [
                {
                  "level": "warning",
                  "locations": [
                    {
                      "logicalLocations": [
                        {
                          "fullyQualifiedName": "jobs",
                          "kind": "resource"
                        }
                      ],
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "Stacks/My%20Parts/Parts.swift",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "region": {
                          "startColumn": 5,
                          "startLine": 4
                        }
                      }
                    }
                  ],
                  "message": {
                    "text": "the name is short; use a longer one"
                  },
                  "partialFingerprints": {
                    "strata/v1": "short-name jobs : the name is short; use a longer one"
                  },
                  "ruleId": "short-name",
                  "ruleIndex": 3
                },
                {
                  "level": "error",
                  "locations": [
                    {
                      "logicalLocations": [
                        {
                          "fullyQualifiedName": "alerts TopicName",
                          "kind": "resource"
                        }
                      ],
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "Stacks/My%20Parts/Parts.swift",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "region": {
                          "startColumn": 5,
                          "startLine": 1
                        }
                      }
                    }
                  ],
                  "message": {
                    "text": "the topic has no <name> & no \"label\"; set TopicName"
                  },
                  "partialFingerprints": {
                    "strata/v1": "H1 alerts TopicName: the topic has no <name> & no \"label\"; set TopicName"
                  },
                  "ruleId": "H1",
                  "ruleIndex": 0
                },
                {
                  "level": "error",
                  "locations": [
                    {
                      "logicalLocations": [
                        {
                          "fullyQualifiedName": "old TopicName",
                          "kind": "resource"
                        }
                      ],
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "Stacks/My%20Parts/Parts.swift",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "region": {
                          "startColumn": 5,
                          "startLine": 2
                        }
                      }
                    }
                  ],
                  "message": {
                    "text": "the topic has no <name> & no \"label\"; set TopicName"
                  },
                  "partialFingerprints": {
                    "strata/v1": "H1 old TopicName: the topic has no <name> & no \"label\"; set TopicName"
                  },
                  "ruleId": "H1",
                  "ruleIndex": 0,
                  "suppressions": [
                    {
                      "justification": "renamed with the move to v2 | see #12 (until 2027-06-30)",
                      "kind": "inSource",
                      "location": {
                        "physicalLocation": {
                          "artifactLocation": {
                            "uri": "Stacks/My%20Parts/Deploy.swift",
                            "uriBaseId": "%SRCROOT%"
                          },
                          "region": {
                            "startLine": 9
                          }
                        }
                      },
                      "status": "accepted"
                    }
                  ]
                },
                {
                  "level": "warning",
                  "locations": [
                    {
                      "logicalLocations": [
                        {
                          "fullyQualifiedName": "jobs",
                          "kind": "resource"
                        }
                      ],
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "Stacks/My%20Parts/Parts.swift",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "region": {
                          "startColumn": 5,
                          "startLine": 4
                        }
                      }
                    }
                  ],
                  "message": {
                    "text": "the queue has no name; set QueueName"
                  },
                  "partialFingerprints": {
                    "strata/v1": "H2 jobs : the queue has no name; set QueueName"
                  },
                  "ruleId": "H2",
                  "ruleIndex": 1
                }
              ],
              "tool": {
                "driver": {
                  "name": "strata",
                  "rules": [
                    {
                      "defaultConfiguration": {
                        "level": "error"
                      },
                      "fullDescription": {
                        "text": "a topic without a name is found by nobody"
                      },
                      "help": {
                        "text": "set TopicName"
                      },
                      "id": "H1",
                      "name": "topic-name",
                      "properties": {
                        "tags": [
                          "House rules 1.1",
                          "House rules 2"
                        ]
                      },
                      "shortDescription": {
                        "text": "Topics have names"
                      }
                    },
                    {
                      "defaultConfiguration": {
                        "level": "warning"
                      },
                      "fullDescription": {
                        "text": "tidiness"
                      },
                      "help": {
                        "text": "set QueueName"
                      },
                      "id": "H2",
                      "name": "queue-name",
                      "properties": {
                        "tags": [
                          "House rules 1.2"
                        ]
                      },
                      "shortDescription": {
                        "text": "Queues have names"
                      }
                    },
                    {
                      "defaultConfiguration": {
                        "level": "error"
                      },
                      "fullDescription": {
                        "text": "tidiness"
                      },
                      "help": {
                        "text": "set Path"
                      },
                      "id": "H3",
                      "name": "role-path",
                      "properties": {
                        "tags": [
                          "House rules 1.10"
                        ]
                      },
                      "shortDescription": {
                        "text": "Roles have paths"
                      }
                    },
                    {
                      "id": "short-name"
                    }
                  ]
                }
              }
            }
          ],
          "version": "2.1.0"
        }

        """##)
  }
}

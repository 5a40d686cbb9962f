import StrataPolicy
import Testing

@Suite("Markdown reports")
struct MarkdownReportTests {
  @Test("Controls, findings, waivers with their reasons, manual controls with their owners, and evidence")
  func report() throws {
    #expect(
      ReportFormat.markdown.text(of: try SmallReport.make()) == ##"""
        # Policies of pilot

        4 resources, judged by the day 2026-11-27.

        ## Program and graph

        - **warning** the name is short, Stacks/My Parts/Parts.swift:4:5

        ## House rules

        | Control | Status | Shown by | Looked at | Met by |
        |--|--|--|--|--|
        | 1.1 | failed | H1 topic-name | 3 | 1 |
        | 1.2 | warned | H2 queue-name | 1 | 0 |
        | 1.10 | not applicable | H3 role-path | 0 | 0 |
        | 2 | failed | H1 topic-name | 3 | 1 |

        ## Findings

        ### H1 topic-name: Topics have names

        A topic without a name is found by nobody. Serves House rules 1.1, House rules 2.

        - **error** `alerts` `TopicName`: the topic has no \<name\> &amp; no "label", Stacks/My Parts/Parts.swift:1:5. To do: set TopicName.

        ### H2 queue-name: Queues have names

        Tidiness. Serves House rules 1.2.

        - **warning** `jobs`: the queue has no name, Stacks/My Parts/Parts.swift:4:5. To do: set QueueName.

        ## Waived findings

        | Rule | Resource | Finding | Reason | Until | Declared |
        |--|--|--|--|--|--|
        | H1 | `old` | the topic has no \<name\> &amp; no "label" | renamed with the move to v2 \| see \#12 | 2027-06-30 | Stacks/My Parts/Deploy.swift:9 |

        ## Manual controls

        No graph can show these; nothing here says that they are met.

        | Control | What has to hold | Serves | Owner | Due |
        |--|--|--|--|--|
        | pseudonymization | Personal data is pseudonymized where its purpose allows it | GDPR 25(1), GDPR 32(1)(a) | Data protection officer | 2027-01-31 |

        ## Evidence

        | Rule | What holds | Looked at | Met by |
        |--|--|--|--|
        | H1 | Topics have names | 3 | `named` |
        | H2 | Queues have names | 1 | – |
        | H3 | Roles have paths | 0 | – |

        """##)
  }
}

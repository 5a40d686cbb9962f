import Foundation
import Testing

@testable import AWSClient

/// Requests of all kinds, and the signatures that botocore gives them (Scripts/generate-signature-fixtures.py).
@Suite("Agreement with botocore's signatures")
struct SignatureAgreementTests {
  struct Row: Decodable {
    var service: String
    var region: String
    var s3: Bool
    var method: String
    var url: String
    var path: String
    var query: [[String]]
    var headers: [[String]]
    var body: Data
    var token: String?
    var time: String
    var authorization: String
  }

  @Test("Every request has the same signature")
  func signatures() throws {
    let rows = try Fixture.decode([Row].self, "signatures.json")
    #expect(rows.count >= 80)
    for row in rows {
      let request = HTTPRequest(
        method: row.method, endpoint: try #require(Endpoint(url: row.url)), path: row.path,
        query: row.query.map { .init($0[0], $0[1]) }, headers: row.headers.map { .init($0[0], $0[1]) }, body: Array(row.body))
      let keys = Credentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken: row.token)
      var time = row.time
      for (offset, separator) in [(4, "-"), (7, "-"), (13, ":"), (16, ":")] {
        time.insert(contentsOf: separator, at: time.index(time.startIndex, offsetBy: offset))
      }
      let seconds = try #require(CalendarTime.seconds(iso8601: time))
      let signed = RequestSigner(service: row.service, region: row.region, usesS3Rules: row.s3).signed(request, with: keys, at: seconds)
      #expect(signed.header("Authorization") == row.authorization, "\(row)")
    }
  }
}

import Testing

@testable import AWSClient

@Suite("Times of signatures and answers")
struct CalendarTimeTests {
  @Test(
    "Seconds become dates, over leap years and centuries",
    arguments: [
      (0.0, "19700101T000000Z"), (951_827_696, "20000229T123456Z"), (1_709_251_199, "20240229T235959Z"),
      (4_107_542_400, "21000301T000000Z"),
      (-1, "19691231T235959Z"), (1_767_225_599.9, "20251231T235959Z"),
    ])
  func dates(seconds: Double, text: String) {
    let time = CalendarTime(secondsSince1970: seconds)
    #expect(time.basicDateTime == text)
    #expect(time.secondsSince1970 == seconds.rounded(.down))
  }

  @Test("The times of AWS's documents and of HTTP are read, others are not")
  func parsing() {
    #expect(CalendarTime.seconds(iso8601: "2015-08-30T12:36:00Z") == 1_440_938_160)
    #expect(CalendarTime.seconds(iso8601: "2015-08-30T12:36:00.250Z") == 1_440_938_160.25)
    #expect(CalendarTime.seconds(iso8601: "2015-08-30T14:36:00+02:00") == 1_440_938_160)
    #expect(CalendarTime.seconds(iso8601: "2015-08-30T12:36:00UTC") == 1_440_938_160)
    #expect(CalendarTime.seconds(httpDate: "Sun, 30 Aug 2015 12:36:00 GMT") == 1_440_938_160)
    for text in ["", "2015-08-30", "2015-13-30T12:36:00Z", "2015-08-30T12:36:00", "2015-08-30T12:36:00 o'clock", "+015-08-30T12:36:00Z"] {
      #expect(CalendarTime.seconds(iso8601: text) == nil, "\(text)")
    }
    #expect(CalendarTime.seconds(httpDate: "30 August 2015") == nil)
    #expect(CalendarTime.seconds(httpDate: "Sun, 30 Aug 9223372036854775807 12:36:00 GMT") == nil)
  }
}

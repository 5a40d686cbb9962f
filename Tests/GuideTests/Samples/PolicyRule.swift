// snippet: policy-rule
import Strata
import StrataModel

let smallFunctions = PolicyRule(
  "A1", "small-functions", title: "Functions have at most 1 GB", why: "the team pays for what it reserves",
  remedy: "set MemorySize to 1024 or less"
) { context, assessment in
  for function in context.all("AWS::Lambda::Function") {
    let size = function.properties["MemorySize"]?.wholeNumber ?? 128
    assessment.require(size <= 1024, of: function, at: "MemorySize", "the function has \(size) MB")
  }
}
// end

let development = Environment("development", region: .usEast1) { Policies.DataStack() }.checking(smallFunctions)

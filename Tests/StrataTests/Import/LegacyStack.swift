import Strata

@Stack final class LegacyStack {
  let drift: DriftStack
}

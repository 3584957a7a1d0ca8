/// The exponential function by additions and multiplications alone, so that a model trained from the same
/// lines has the same bytes on every machine; libraries' own `exp` differ in the last bit.
///
/// Exact to about 2e-7, which is finer than `Float`. Arguments outside -80...80 count as those ends.
func exponential(_ x: SIMD16<Float>) -> SIMD16<Float> {
  let log2e = SIMD16<Float>(repeating: 1.442_695_04)
  let ln2 = SIMD16<Float>(repeating: 0.693_147_18)
  // Adding 1.5 * 2^23 leaves the nearest whole number in the low bits of the sum.
  let magic = SIMD16<Float>(repeating: 12_582_912)
  let bounded = x.replacing(with: -80, where: x .< -80).replacing(with: 80, where: x .> 80)
  // x = n ln 2 + r, so that e^x = 2^n e^r with |r| at most half of ln 2.
  let shifted = bounded * log2e + magic
  let rest = bounded - (shifted - magic) * ln2
  var sum = rest * SIMD16<Float>(repeating: 1.0 / 720) + SIMD16<Float>(repeating: 1.0 / 120)
  sum = sum * rest + SIMD16<Float>(repeating: 1.0 / 24)
  sum = sum * rest + SIMD16<Float>(repeating: 1.0 / 6)
  sum = sum * rest + SIMD16<Float>(repeating: 0.5)
  sum = sum * rest + SIMD16<Float>(repeating: 1)
  sum = sum * rest + SIMD16<Float>(repeating: 1)
  let whole = unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &- SIMD16(repeating: 0x4B40_0000)
  let power = (whole &+ SIMD16(repeating: 127)) &<< SIMD16(repeating: 23)
  return sum * unsafeBitCast(power, to: SIMD16<Float>.self)
}

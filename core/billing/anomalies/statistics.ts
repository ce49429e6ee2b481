/** The middle of the values, which one odd value does not move; 0 of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The median distance from the median, on the scale of a standard deviation where values are normal. */
export function spreadOf(values: readonly number[], middle: number): number {
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)))
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length
}

/** Of a sample: divided by one less than there are (ddof 1), as pandas does; NumPy's own divides by all. */
export function standardDeviation(values: readonly number[], middle: number): number {
  if (values.length < 2) return 0
  return Math.sqrt(values.reduce((total, value) => total + (value - middle) ** 2, 0) / (values.length - 1))
}

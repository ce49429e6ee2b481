/** A value of a tag as the heading of a column: `feature_pipeline` → `Feature pipeline`. */
export function titleOf(value: string): string {
  const words = value.replace(/[_-]+/g, ' ').trim()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

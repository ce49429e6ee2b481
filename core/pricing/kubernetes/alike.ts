/** Whether two records have the same in each of their fields: itself, or a map with the same texts. */
export function isAlike(one: object, other: object): boolean {
  if (one === other) return true
  const [fields, others] = [Object.entries(one), Object.entries(other)]
  return (
    fields.length === others.length &&
    fields.every(([name, value]) => isSameValue(value, (other as Readonly<Record<string, unknown>>)[name]))
  )
}

function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!(one instanceof Map && other instanceof Map) || one.size !== other.size) return false
  return [...one].every(([key, value]) => other.has(key) && other.get(key) === value)
}

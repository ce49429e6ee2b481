export type SelectsLabels = (labels: ReadonlyMap<string, string>) => boolean

const REQUIREMENT =
  /^(?:(!)\s*([^\s!=,()]+)|([^\s!=,()]+)(?:\s*(==|!=|=)\s*([^\s!=,()]*)|\s+(in|notin)\s*\(([^()]*)\))?)$/

/** `app=llama,tier in (gpu, cpu),!legacy`, as Kubernetes reads label selectors; why not, where it is none. */
export function labelSelector(text: string): SelectsLabels | string {
  if (text.trim() === '') return () => true
  const requirements: SelectsLabels[] = []
  // A comma within parentheses separates values, not requirements.
  for (const part of text.split(/,(?![^()]*\))/)) {
    const found = REQUIREMENT.exec(part.trim())
    if (!found)
      return `"${part.trim()}" is no label requirement. expected e.g. "app=llama", "tier in (gpu, cpu)" or "!legacy"`
    const [, not, absent, key, sign, value, among, values] = found
    if (not) requirements.push((labels) => !labels.has(absent!))
    else if (sign) requirements.push((labels) => (labels.get(key!) === value) !== (sign === '!='))
    else if (among) {
      const wanted = new Set(values!.split(',').map((item) => item.trim()))
      requirements.push((labels) => {
        const label = labels.get(key!)
        return (label !== undefined && wanted.has(label)) !== (among === 'notin')
      })
    } else requirements.push((labels) => labels.has(key!))
  }
  return (labels) => requirements.every((holds) => holds(labels))
}

/** What a plain scalar may look like without being taken for something else than a string. */
const PLAIN = /^[A-Za-z][\w./-]*$/
/** What YAML 1.1, kubectl's, takes for a bool or null. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i

/** How one of some strings is written in YAML: as it is, or in quotes where any of them needs it. `text` where there is one. */
export function scalarText(values: readonly string[]): {
  readonly text: string | undefined
  readonly isQuoted: boolean
} {
  const isQuoted = !values.every((value) => PLAIN.test(value) && !WORDS.test(value))
  const [only, ...others] = values
  if (only === undefined || others.length > 0) return { text: undefined, isQuoted }
  return { text: isQuoted ? JSON.stringify(only) : only, isQuoted }
}

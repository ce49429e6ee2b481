const SHOWN = 8

/** `one of "a", "b"` for a message; long lists are cut. */
export function oneOf(values: readonly string[]): string {
  const shown = values.slice(0, SHOWN).map(quote).join(', ')
  const rest = values.length - SHOWN
  return `${values.length === 1 ? '' : 'one of '}${shown}${rest > 0 ? ` and ${rest} more` : ''}`
}

const MAX_QUOTED = 100

/** In double quotes, on one line, cut where it is long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text)
}

export const leavesTree = (path: string) =>
  `"${path}" leaves the repository. expected a path inside it, from its root or the project's folder`

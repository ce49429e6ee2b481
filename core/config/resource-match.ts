/** Which resources a rule of ascribe.yml is about: all that is stated must hold. In texts `*` stands for any run of characters. */
export interface ResourceMatch {
  readonly type?: string
  readonly address?: string
  /** Of a module that it is in, at any depth, without its instance keys. */
  readonly module?: string
  /** The provider configuration, e.g. `aws.research`. */
  readonly provider?: string
  /** Kubernetes kind, e.g. `RayJob` */
  readonly kind?: string
  /** Kubernetes namespace. */
  readonly namespace?: string
  /** Of the file that declares the resource, from the tree's root. */
  readonly path?: string
  /** The schema's keys → values. */
  readonly tags?: ReadonlyMap<string, string>
}

/** What is known of a resource when it is matched. */
export interface MatchSubject {
  readonly type?: string
  readonly address?: string
  readonly modules?: readonly string[]
  readonly provider?: string
  readonly kind?: string | undefined
  readonly namespace?: string | undefined
  readonly path?: string
  /** The value of a tag, undefined where it is missing or not known. */
  readonly tag?: (key: string) => string | undefined
}

/** What is not known does not match. */
export function matchesResource(match: ResourceMatch, subject: MatchSubject): boolean {
  for (const field of ['type', 'address', 'provider', 'kind', 'namespace', 'path'] as const) {
    const pattern = match[field]
    if (pattern === undefined) continue
    const text = subject[field]
    if (text === undefined || !matchesGlob(pattern, text)) return false
  }
  const { module } = match
  if (module !== undefined && !subject.modules?.some((name) => matchesGlob(module, name))) return false
  for (const [key, pattern] of match.tags ?? []) {
    const value = subject.tag?.(key)
    if (value === undefined || !matchesGlob(pattern, value)) return false
  }
  return true
}

/** `type: aws_instance, path: legacy/**`, as a rule is called; in one order however it is written. */
export function matchText({ tags = new Map(), ...facts }: ResourceMatch): string {
  const stated = [...Object.entries(facts), ...tags].sort(([a], [b]) => (a < b ? -1 : 1))
  return stated.map(([key, value]) => `${key}: ${value}`).join(', ')
}

/** Linear in practice and never exponential: only the last `*` is ever tried again. */
export function matchesGlob(pattern: string, text: string): boolean {
  let at = 0
  let star = -1
  let resume = 0
  for (let index = 0; index < text.length; ) {
    if (pattern[at] === '*') {
      star = at++
      resume = index
    } else if (pattern[at] === text[index]) {
      at++
      index++
    } else if (star >= 0) {
      at = star + 1
      index = ++resume
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}

/**
 * Whether a path matches a pattern of `fileset`: `*` and `?` within a name, `**` across directories, `[a-z]`,
 * `{tf,json}` and `\` before a character that is meant literally.
 */
export function globMatcher(pattern: string): ((path: string) => boolean) | undefined {
  const alternatives = expandBraces(pattern)
  if (!alternatives) return undefined
  const matchers = alternatives.map((alternative) => alternative.split('/').map(segmentMatcher))
  if (matchers.some((segments) => segments.includes(undefined))) return undefined
  return (path) => {
    const names = path.split('/')
    return matchers.some((segments) => matchSegments(segments as readonly Segment[], names))
  }
}

/** Undefined stands for `**`. */
type Segment = '**' | readonly Token[]
type Token = '*' | ((character: string) => boolean)

/** Braces may multiply; nobody writes more than this. */
const MAX_ALTERNATIVES = 256

function expandBraces(pattern: string): readonly string[] | undefined {
  const done: string[] = []
  const open = [pattern]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = /^((?:[^\\{]|\\.)*)\{((?:[^\\{}]|\\.)*)\}(.*)$/s.exec(next)
    if (!braces) done.push(next)
    else for (const choice of braces[2]!.split(',')) open.push(`${braces[1]}${choice}${braces[3]}`)
    if (open.length + done.length > MAX_ALTERNATIVES) return undefined
  }
  return done
}

function segmentMatcher(segment: string): Segment | undefined {
  if (segment === '**') return '**'
  const tokens: Token[] = []
  for (const [token] of segment.matchAll(/\*+|\\.|\[(?:\\.|[^\]\\])+\]|[\s\S]/g)) {
    if (token.startsWith('*')) tokens.push('*')
    else if (token === '?') tokens.push(() => true)
    else if (token.startsWith('[')) {
      if (token.length < 3) return undefined
      tokens.push(classMatcher(token.slice(1, -1)))
    } else {
      const literal = token.startsWith('\\') ? token.slice(1) : token
      tokens.push((character) => character === literal)
    }
  }
  return tokens
}

function classMatcher(body: string): (character: string) => boolean {
  const negated = /^[!^]/.test(body)
  const ranges = [...body.slice(negated ? 1 : 0).matchAll(/\\?([\s\S])(?:-\\?([\s\S]))?/g)].map(
    ([, low, high]) => [low!, high ?? low!] as const,
  )
  return (character) => ranges.some(([low, high]) => character >= low && character <= high) !== negated
}

function matchSegments(segments: readonly Segment[], names: readonly string[]): boolean {
  // The places in the pattern that may come next, moved on name by name: no way back, so no blow-up.
  let places = skipStars(segments, new Set([0]))
  for (const name of names) {
    const next = new Set<number>()
    for (const place of places) {
      const segment = segments[place]
      if (segment === '**') next.add(place)
      else if (segment && matchName(segment, name)) next.add(place + 1)
    }
    places = skipStars(segments, next)
  }
  return places.has(segments.length)
}

function skipStars(segments: readonly Segment[], places: Set<number>): Set<number> {
  for (const place of places) if (segments[place] === '**') places.add(place + 1)
  return places
}

function matchName(tokens: readonly Token[], name: string): boolean {
  let at = 0
  let star = -1
  let resume = 0
  let index = 0
  const characters = [...name]
  while (index < characters.length) {
    const token = tokens[at]
    if (token === '*') {
      star = at++
      resume = index
    } else if (token?.(characters[index]!)) {
      at++
      index++
    } else if (star >= 0) {
      at = star + 1
      index = ++resume
    } else return false
  }
  while (tokens[at] === '*') at++
  return at === tokens.length
}

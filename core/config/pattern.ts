/**
 * Patterns come from a file of the repository, and JavaScript's own engine can be made to run for years on one of
 * twenty characters (`(a+)+$`). So they run on an automaton that looks at each character once: time is bounded by
 * length × size, whatever the pattern. The price is what no automaton can do: look-around and back-references.
 * These are also what the policy languages of the clouds lack.
 */
export type Pattern =
  | { readonly kind: 'pattern'; readonly matches: (text: string, originals?: Originals) => boolean }
  | { readonly kind: 'invalid'; readonly because: string }

/** The characters that one of the text may stand for, besides itself. */
export type Originals = (character: string) => readonly string[]

const MAX_PATTERN = 500
const MAX_STEPS = 2_000
/** Four times the longest value that any cloud takes; a longer text matches nothing. */
const MAX_TEXT = 1_024

export function compilePattern(source: string): Pattern {
  if (source.length > MAX_PATTERN)
    return invalid(`it is ${source.length} characters long; at most ${MAX_PATTERN} are accepted`)
  try {
    new RegExp(source, 'u')
  } catch (error) {
    return invalid(
      error instanceof Error ? error.message.replace(/^.*\/u?: /, '').toLowerCase() : 'it is no pattern',
    )
  }
  const unsupported = /^(?:\\[^1-9k]|\[(?:\\.|[^\]\\])*\]|\((?:\?:|\?<[^=!]|(?!\?))|[^\\[(])*/su.exec(
    source,
  )![0]
  if (unsupported.length < source.length)
    return invalid(
      `"${source.slice(unsupported.length, unsupported.length + 4)}" is not supported: no look-around, flags or back-references`,
    )
  const steps: Step[] = []
  emit(parse(source), steps)
  if (steps.length >= MAX_STEPS) return invalid('its repetitions make it too large')
  steps.push({ op: 'match' })
  return { kind: 'pattern', matches: (text, originals) => run(steps, text, originals) }
}

const invalid = (because: string): Pattern => ({ kind: 'invalid', because })

type Tree =
  | { readonly kind: 'one'; readonly test: (character: string) => boolean }
  | { readonly kind: 'assert'; readonly holds: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly Tree[] }
  | { readonly kind: 'either'; readonly branches: readonly Tree[] }
  | { readonly kind: 'repeat'; readonly part: Tree; readonly min: number; readonly max: number }

type Assertion = (before: string | undefined, after: string | undefined) => boolean

const isWord = (character: string | undefined) => character !== undefined && /^\w$/.test(character)
const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  '^': (before) => before === undefined,
  $: (_, after) => after === undefined,
  '\\b': (before, after) => isWord(before) !== isWord(after),
  '\\B': (before, after) => isWord(before) === isWord(after),
}

const ATOM =
  /\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[a-zA-Z]|\\.|\((?:\?:|\?<[^>]*>)?|./suy
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/uy

/** Of a source that is already known to be well-formed. */
function parse(source: string): Tree {
  let at = 0
  const take = (token: RegExp) => {
    token.lastIndex = at
    const found = token.exec(source)
    if (found) at = token.lastIndex
    return found
  }
  const alternatives = (): Tree => {
    const branches: Tree[] = []
    let parts: Tree[] = []
    while (at < source.length && source[at] !== ')') {
      const [token] = take(ATOM)!
      if (token === '|') {
        branches.push({ kind: 'sequence', parts })
        parts = []
      } else parts.push(quantified(token))
    }
    at++
    return { kind: 'either', branches: [...branches, { kind: 'sequence', parts }] }
  }
  const quantified = (token: string): Tree => {
    const part = atom(token)
    const found = take(QUANTIFIER)
    if (!found) return part
    const [, sign, least, comma, most] = found
    const min = sign ? (sign === '+' ? 1 : 0) : Number(least)
    const max = sign ? (sign === '?' ? 1 : Infinity) : most ? Number(most) : comma ? Infinity : min
    return { kind: 'repeat', part, min, max }
  }
  const atom = (token: string): Tree => {
    if (token.startsWith('(')) return alternatives()
    const holds = ASSERTIONS[token]
    if (holds) return { kind: 'assert', holds }
    // One character at a time, JavaScript's engine has nothing to go back to.
    const one = new RegExp(`^${/^[/]$/.test(token) ? '\\/' : token}$`, 'u')
    return { kind: 'one', test: (character) => one.test(character) }
  }
  return alternatives()
}

type Step =
  | { readonly op: 'one'; readonly test: (character: string) => boolean }
  | { readonly op: 'assert'; readonly holds: Assertion }
  | { readonly op: 'go'; to: number[] }
  | { readonly op: 'match' }

function emit(tree: Tree, steps: Step[]): void {
  if (steps.length >= MAX_STEPS) return
  switch (tree.kind) {
    case 'one':
      steps.push({ op: 'one', test: tree.test })
      return
    case 'assert':
      steps.push({ op: 'assert', holds: tree.holds })
      return
    case 'sequence':
      for (const part of tree.parts) emit(part, steps)
      return
    case 'either': {
      const choice: Step & { op: 'go' } = { op: 'go', to: [] }
      const exits: (Step & { op: 'go' })[] = []
      steps.push(choice)
      for (const branch of tree.branches) {
        choice.to.push(steps.length)
        emit(branch, steps)
        const exit: Step & { op: 'go' } = { op: 'go', to: [] }
        exits.push(exit)
        steps.push(exit)
      }
      for (const exit of exits) exit.to.push(steps.length)
      return
    }
    case 'repeat': {
      for (let count = 0; count < tree.min && steps.length < MAX_STEPS; count++) emit(tree.part, steps)
      if (tree.max === Infinity) {
        const loop: Step & { op: 'go' } = { op: 'go', to: [steps.length + 1] }
        const start = steps.push(loop) - 1
        emit(tree.part, steps)
        steps.push({ op: 'go', to: [start] })
        loop.to.push(steps.length)
        return
      }
      const optional: (Step & { op: 'go' })[] = []
      for (let count = tree.min; count < tree.max && steps.length < MAX_STEPS; count++) {
        const choice: Step & { op: 'go' } = { op: 'go', to: [steps.length + 1] }
        optional.push(choice)
        steps.push(choice)
        emit(tree.part, steps)
      }
      for (const choice of optional) choice.to.push(steps.length)
      return
    }
    default:
      tree satisfies never
  }
}

/** All the places the automaton can be in move on together, so nothing is ever tried twice. */
function run(steps: readonly Step[], text: string, originals?: Originals): boolean {
  if (text.length > 2 * MAX_TEXT) return false
  const characters = [...text]
  if (characters.length > MAX_TEXT) return false
  let waiting: number[] = []
  for (let at = 0; at <= characters.length; at++) {
    const before = characters[at - 1]
    const after = characters[at]
    const meant = after === undefined ? [] : [after, ...(originals?.(after) ?? [])]
    const seen = new Uint8Array(steps.length)
    const next: number[] = []
    const open = [...waiting, 0]
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (seen[index]) continue
      seen[index] = 1
      const step = steps[index]!
      if (step.op === 'match') return true
      if (step.op === 'go') open.push(...step.to)
      else if (step.op === 'assert') {
        if (step.holds(before, after)) open.push(index + 1)
      } else if (meant.some(step.test)) next.push(index + 1)
    }
    waiting = next
  }
  return false
}

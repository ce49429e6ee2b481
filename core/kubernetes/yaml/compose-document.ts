import { Composer, type Document, isAlias, isMap, isScalar, isSeq, type Node, Parser } from 'yaml'
import { deeperThan } from '../../config/yaml-depth.ts'
import { isMapping, isSequence, NULL, string, type Value } from '../../domain/value.ts'
import type { Problem } from '../../source/problem.ts'
import type { Range, SourceFile } from '../../source/source-file.ts'
import { plainScalar } from './plain-scalar.ts'
import type { Stretch } from './split-documents.ts'

/** Far beyond what an API server takes, whose objects have at most 1.5 MiB. */
const MAX_LENGTH = 4 * 1024 * 1024
const MAX_DEPTH = 64
/** Aliases are followed where they stand, so this also bounds what a few lines of them can unfold to. */
const MAX_VALUES = 200_000

export interface ComposedDocument {
  /** Undefined where the document is empty or broken; then a problem says why. */
  readonly value: Value | undefined
  readonly problems: readonly Problem[]
  /** A key that is a mapping itself: `{{ x }}` of a template looks like this. */
  readonly hasCollectionKeys: boolean
}

/**
 * One document as a value. Each value's origins are the whole entry it is written in, key included, and then the value
 * alone; what came through an alias has both the place of the alias and that of its anchor.
 */
export function composeDocument(source: SourceFile, { start, end }: Stretch): ComposedDocument {
  const problems: Problem[] = []
  const report = (message: string, at: number, to: number, severity: Problem['severity'] = 'error') => {
    // The package places what is missing at the end of a text one character after it.
    const within = (offset: number) => Math.min(start + offset, end)
    problems.push({ severity, message, range: { source, start: within(at), end: within(Math.max(at, to)) } })
  }
  const broken = { value: undefined, problems, hasCollectionKeys: false }
  if (end - start > MAX_LENGTH) {
    report(`the document is ${end - start} characters long. at most ${MAX_LENGTH} are read`, 0, 0)
    return broken
  }
  const text = source.text.slice(start, end)
  const tokens = [...new Parser().parse(text)]
  const tooDeep = deeperThan(tokens, MAX_DEPTH)
  if (tooDeep) {
    report(`nested more than ${MAX_DEPTH} levels deep`, tooDeep.offset, tooDeep.offset + 1)
    return broken
  }
  const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const
  const [document] = new Composer(options).compose(tokens, true, text.length)
  const [error] = document?.errors ?? []
  if (!document || error) {
    if (error) report(error.message, ...error.pos)
    return broken
  }
  const state: State = {
    source,
    offset: start,
    document,
    report,
    values: 0,
    open: new Set(),
    hasCollectionKeys: false,
  }
  const value = document.contents ? read(document.contents, state, 0) : undefined
  if (state.values > MAX_VALUES) return broken
  return { value, problems, hasCollectionKeys: state.hasCollectionKeys }
}

interface State {
  readonly source: SourceFile
  /** Where the document starts in the file. */
  readonly offset: number
  readonly document: Document.Parsed
  readonly report: (message: string, start: number, end: number, severity?: Problem['severity']) => void
  values: number
  /** Anchored nodes being read: one that contains an alias of itself has no end. */
  readonly open: Set<Node>
  hasCollectionKeys: boolean
}

function read(node: Node, state: State, depth: number): Value {
  if (++state.values > MAX_VALUES) {
    const [start, end] = node.range ?? [0, 0]
    if (state.values === MAX_VALUES + 1)
      state.report(`more than ${MAX_VALUES} values. aliases count each time`, start, end)
    return NULL
  }
  if (isAlias(node)) return readAlias(node, state, depth)
  const origins = [rangeOf(node, state)]
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value : ''
    return { ...(node.type === 'PLAIN' && node.tag !== STRING ? plainScalar(text) : string(text)), origins }
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => read(item as Node, state, depth + 1))
    return { kind: 'list', items, origins }
  }
  return isMap(node) ? { kind: 'object', entries: readEntries(node.items, state, depth), origins } : NULL
}

const STRING = 'tag:yaml.org,2002:str'

function readAlias(alias: Extract<Node, { source: string }> & Node, state: State, depth: number): Value {
  const target = isAlias(alias) ? alias.resolve(state.document) : undefined
  const [start, end] = alias.range ?? [0, 0]
  const cannot = !target
    ? `nothing is named "${alias.source}" before this alias`
    : state.open.has(target)
      ? `"${alias.source}" contains itself`
      : depth > MAX_DEPTH
        ? `nested more than ${MAX_DEPTH} levels deep`
        : undefined
  if (!target || cannot) {
    state.report(cannot!, start, end)
    return NULL
  }
  state.open.add(target)
  const value = read(target, state, depth + 1)
  state.open.delete(target)
  return { ...value, origins: [rangeOf(alias, state), ...(value.origins ?? [])] }
}

interface Pair {
  readonly key: unknown
  readonly value: unknown
}

/** As kubectl reads it, what comes later wins, be it a key or what `<<` merges. */
function readEntries(pairs: readonly Pair[], state: State, depth: number): Map<string, Value> {
  const entries = new Map<string, Value>()
  const written = new Set<string>()
  for (const { key, value } of pairs) {
    const keyRange = rangeOf(key as Node, state)
    const item = value ? read(value as Node, state, depth + 1) : NULL
    if (isScalar(key) && key.type === 'PLAIN' && key.value === '<<') {
      for (const merged of mergeSources(item)) for (const [name, inner] of merged) entries.set(name, inner)
      continue
    }
    const name = keyText(key, state)
    if (name === undefined) continue
    if (written.has(name))
      state.report(
        `"${name.slice(0, 60)}" is written twice: what is written last counts`,
        keyRange.start - state.offset,
        keyRange.end - state.offset,
        'warning',
      )
    written.add(name)
    const valueEnd = value ? rangeOf(value as Node, state).end : keyRange.end
    const entry: Range = { ...keyRange, end: Math.max(keyRange.end, valueEnd) }
    entries.set(name, { ...item, origins: [entry, ...(item.origins ?? [])] })
  }
  return entries
}

function mergeSources(value: Value): readonly ReadonlyMap<string, Value>[] {
  if (isMapping(value)) return [value.entries]
  // Of several, the first one that has a key gives it.
  return isSequence(value)
    ? value.items
        .filter(isMapping)
        .map(({ entries }) => entries)
        .reverse()
    : []
}

/** Keys become JSON's: texts. Undefined where a key is no scalar. */
function keyText(key: unknown, state: State): string | undefined {
  const target = isAlias(key) ? key.resolve(state.document) : key
  if (!isScalar(target)) {
    state.hasCollectionKeys = true
    return undefined
  }
  const text = typeof target.value === 'string' ? target.value : ''
  if (target.type !== 'PLAIN') return text
  const value = plainScalar(text)
  if (value.kind === 'bool') return String(value.value)
  return value.kind === 'number' ? (value.digits ?? String(value.value)) : text
}

/** Without the line breaks and spaces that the package counts to the end of a collection. */
function rangeOf(node: Node | null, { source, offset }: State): Range {
  const [from, to] = node?.range ?? [0, 0]
  const start = offset + from
  let end = offset + to
  while (end > start && /\s/.test(source.text[end - 1]!)) end--
  return { source, start, end }
}

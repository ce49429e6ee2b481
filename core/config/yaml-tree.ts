import { Composer, type Document, isAlias, isMap, isScalar, isSeq, type Node, Parser } from 'yaml'
import type { Problem } from '../source/problem.ts'
import type { Range, SourceFile } from '../source/source-file.ts'
import { deeperThan } from './yaml-depth.ts'

/** A YAML document as plain data that remembers where every part is written. Aliases are followed. */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly value: YamlScalar; readonly range: Range }
  | { readonly kind: 'sequence'; readonly items: readonly YamlNode[]; readonly range: Range }
  | { readonly kind: 'mapping'; readonly entries: ReadonlyMap<string, YamlEntry>; readonly range: Range }

export type YamlScalar = string | number | boolean | null

export interface YamlEntry {
  readonly keyRange: Range
  readonly node: YamlNode
}

/** Far beyond any honest configuration, and read in well under a second. */
const MAX_LENGTH = 256 * 1024
const MAX_DEPTH = 40
/** Aliases are followed where they stand, so this also bounds what a few lines of them can unfold to. */
const MAX_NODES = 50_000

/** Reads the first document. Whatever can be read is returned beside the problems; undefined where nothing can. */
export function readYaml(source: SourceFile): {
  readonly root: YamlNode | undefined
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const report = (message: string, start: number, end: number) => {
    // The package places what is missing at the end of a file one character after it.
    const within = (offset: number) => Math.min(offset, source.text.length)
    const range = { source, start: within(start), end: within(Math.max(start, end)) }
    problems.push({ severity: 'error', message, range })
  }
  if (source.text.length > MAX_LENGTH) {
    report(`the file is ${source.text.length} characters long. at most ${MAX_LENGTH} are read`, 0, 0)
    return { root: undefined, problems }
  }
  const tokens = [...new Parser().parse(source.text)]
  const tooDeep = deeperThan(tokens, MAX_DEPTH)
  if (tooDeep) {
    report(`nested more than ${MAX_DEPTH} levels deep`, tooDeep.offset, tooDeep.offset + 1)
    return { root: undefined, problems }
  }
  const composer = new Composer({
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
    logLevel: 'silent',
  })
  const [document, second] = composer.compose(tokens, true, source.text.length)
  if (!document) return { root: undefined, problems }
  for (const { message, pos } of document.errors) report(message, pos[0], pos[1])
  if (second)
    report('a second document starts here. only the first is read', second.range[0], second.range[0])
  const root = document.contents ? locate(document, source, report) : undefined
  return { root, problems }
}

type Report = (message: string, start: number, end: number) => void

function locate(document: Document.Parsed, source: SourceFile, report: Report): YamlNode {
  let count = 0
  const rangeOf = (node: unknown, fallback: Range): Range => {
    const range = (node as Node | null)?.range
    return range ? { source, start: range[0], end: range[1] } : fallback
  }
  const visit = (node: unknown, outer: Range, depth: number): YamlNode => {
    const range = rangeOf(node, outer)
    if (++count > MAX_NODES || depth > MAX_DEPTH) {
      if (count <= MAX_NODES || count === MAX_NODES + 1)
        report('aliases unfold to more than can be read', range.start, range.end)
      count = Math.max(count, MAX_NODES + 1)
      return { kind: 'scalar', value: null, range }
    }
    if (isAlias(node)) {
      // What an alias stands for is shown where the alias is: that is the place to mend.
      const target = node.resolve(document)
      if (target) return { ...visit(target, range, depth + 1), range }
      report(`nothing is named "${node.source}" before this alias`, range.start, range.end)
      return { kind: 'scalar', value: null, range }
    }
    if (isSeq(node))
      return { kind: 'sequence', range, items: node.items.map((item) => visit(item, range, depth + 1)) }
    if (isMap(node)) {
      const entries = new Map<string, YamlEntry>()
      for (const { key, value } of node.items) {
        const keyRange = rangeOf(key, range)
        const name = isScalar(key) ? String(key.value ?? '') : ''
        if (entries.has(name)) report(`"${name}" is written twice`, keyRange.start, keyRange.end)
        else entries.set(name, { keyRange, node: visit(value, keyRange, depth + 1) })
      }
      return { kind: 'mapping', range, entries }
    }
    return { kind: 'scalar', range, value: isScalar(node) ? scalar(node.value) : null }
  }
  return visit(document.contents, { source, start: 0, end: 0 }, 0)
}

function scalar(value: unknown): YamlScalar {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : String(value)
}

/** Plain data, ready to be validated. Objects have no prototype, so that a key cannot be mistaken for a method. */
export function toPlain(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'sequence':
      return node.items.map(toPlain)
    case 'mapping': {
      const plain: Record<string, unknown> = Object.create(null)
      for (const [key, { node: value }] of node.entries) plain[key] = toPlain(value)
      return plain
    }
    default:
      return node satisfies never
  }
}

export type YamlPath = readonly PropertyKey[]

/** The part at a path, or the nearest one above it that is there. */
export function nodeAt(root: YamlNode, path: YamlPath): YamlNode {
  let node = root
  for (const step of path) {
    const next = childOf(node, step)
    if (!next) return node
    node = next
  }
  return node
}

/** Where a key is written; where it is not, the place it is missing from. */
export function keyRangeAt(root: YamlNode, path: YamlPath): Range {
  const parent = nodeAt(root, path.slice(0, -1))
  const entry = parent.kind === 'mapping' ? parent.entries.get(String(path.at(-1))) : undefined
  return entry?.keyRange ?? nodeAt(root, path).range
}

function childOf(node: YamlNode, step: PropertyKey): YamlNode | undefined {
  if (node.kind === 'mapping') return node.entries.get(String(step))?.node
  if (node.kind === 'sequence') return node.items[Number(step)]
  return undefined
}

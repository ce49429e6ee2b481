import type * as z from 'zod'
import type { Problem } from '../source/problem.ts'
import type { Range } from '../source/source-file.ts'
import { nearest } from './nearest.ts'
import { keysAt } from './shape-at.ts'
import { oneOf, quote } from './wording.ts'
import { keyRangeAt, nodeAt, toPlain, type YamlEntry, type YamlNode, type YamlPath } from './yaml-tree.ts'

/**
 * What of a document fits a zod schema, and one problem for each part that does not. A part that does not fit is left
 * out and the rest holds; where what is left lacks something that must be there, the part around it goes too.
 * `root` is the document without what was left out: its paths are those of `data`.
 */
export function readShape<T extends z.ZodType>(
  schema: T,
  document: YamlNode,
): {
  readonly data: z.output<T> | undefined
  readonly root: YamlNode
  readonly problems: readonly Problem[]
} {
  let root = document
  const problems: Problem[] = []
  // Every round leaves something out, so this ends; only the first round sees the document as it was written.
  for (let round = 0; ; round++) {
    const plain = toPlain(root)
    const { success, data, error } = schema.safeParse(plain, { reportInput: true })
    if (success) return { data, root, problems }
    if (round === 0)
      for (const issue of error.issues) problems.push(...problemsOf(issue, schema, root, plain))
    const paths = error.issues.flatMap((issue) => pathsToLeaveOut(issue, plain))
    if (paths.some((path) => path.length === 0)) return { data: undefined, root, problems }
    root = without(root, paths)
  }
}

type Issue = z.core.$ZodIssue

function* problemsOf(issue: Issue, schema: z.ZodType, root: YamlNode, plain: unknown): Generator<Problem> {
  const problem = (message: string, range: Range): Problem => ({ severity: 'error', message, range })
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path)
    for (const key of issue.keys)
      yield problem(unknownKey(key, issue.path, known), keyRangeAt(root, [...issue.path, key]))
  } else if (valueAt(plain, issue.path) === undefined)
    yield problem(
      `${showPath(issue.path.slice(0, -1))} lacks "${String(issue.path.at(-1))}"`,
      nodeAt(root, issue.path).range,
    )
  else yield problem(`${showPath(issue.path)}: ${expectation(issue)}`, nodeAt(root, issue.path).range)
}

/** `unknown key "shema". did you mean "schema"?` */
export function unknownKey(key: string, path: YamlPath, known: readonly string[]): string {
  const where = path.length > 0 ? ` in ${showPath(path)}` : ''
  const near = nearest(key, known)
  const hint = near !== undefined ? `did you mean "${near}"?` : `expected ${oneOf(known)}`
  return `unknown key ${quote(key)}${where}. ${hint}`
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_value') {
    const { input } = issue
    const values = issue.values.map(String)
    const near = typeof input === 'string' ? nearest(input, values) : undefined
    const found = typeof input === 'object' && input !== null ? 'another shape' : quote(String(input))
    return `found ${found}, expected ${oneOf(values)}${near ? `. did you mean "${near}"?` : ''}`
  }
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'object' || issue.expected === 'record') return 'expected a mapping (key: value)'
    if (issue.expected === 'array') return 'expected a list'
  }
  return issue.message
}

function pathsToLeaveOut(issue: Issue, plain: unknown): YamlPath[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key])
  const isMissing = issue.path.length > 0 && valueAt(plain, issue.path) === undefined
  return [isMissing ? issue.path.slice(0, -1) : issue.path]
}

function valueAt(plain: unknown, path: YamlPath): unknown {
  let value = plain
  for (const step of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step]
  return value
}

function without(node: YamlNode, paths: readonly YamlPath[]): YamlNode {
  const here = new Set<string>()
  const below = new Map<string, YamlPath[]>()
  for (const [step, ...rest] of paths) {
    const name = String(step)
    if (rest.length === 0) here.add(name)
    else below.set(name, [...(below.get(name) ?? []), rest])
  }
  const kept = (name: string, child: YamlNode) => {
    const inner = below.get(name)
    return inner ? without(child, inner) : child
  }
  if (node.kind === 'sequence') {
    const items = node.items.flatMap((item, index) => (here.has(`${index}`) ? [] : [kept(`${index}`, item)]))
    return { ...node, items }
  }
  if (node.kind === 'scalar') return node
  const entries = new Map<string, YamlEntry>()
  for (const [key, entry] of node.entries)
    if (!here.has(key)) entries.set(key, { ...entry, node: kept(key, entry.node) })
  return { ...node, entries }
}

/** The keys that a schema knows at a path. */
/** `schema.keys.team.values`, `projects[0].path` */
function showPath(path: YamlPath): string {
  let shown = ''
  for (const step of path)
    shown += typeof step === 'number' ? `[${step}]` : `${shown === '' ? '' : '.'}${String(step)}`
  return shown === '' ? 'the file' : shown
}

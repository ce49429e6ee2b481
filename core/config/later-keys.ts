import type { Problem } from '../source/problem.ts'
import { keyRangeAt, type YamlNode } from './yaml-tree.ts'

/**
 * Keys of `ascribe.yml` whose shape is checked and that change nothing yet; `*` stands for any name or list item.
 * Whoever makes one work deletes its line.
 */
export const LATER_KEYS: readonly string[] = []

/** One warning for each of them that is used, where it is used first. */
export function* laterKeys(root: YamlNode): Generator<Problem> {
  for (const key of LATER_KEYS) {
    const path = firstPath(root, key.split('.'))
    if (path)
      yield {
        severity: 'warning',
        message: `"${key}" is read but not applied yet by this version`,
        range: keyRangeAt(root, path),
      }
  }
}

function firstPath(node: YamlNode, steps: readonly string[]): (string | number)[] | undefined {
  const [step, ...rest] = steps
  if (step === undefined) return []
  for (const [name, child] of children(node)) {
    if (step !== '*' && step !== name) continue
    const below = firstPath(child, rest)
    if (below) return [name, ...below]
  }
  return undefined
}

function* children(node: YamlNode): Generator<[string | number, YamlNode]> {
  if (node.kind === 'mapping') for (const [key, entry] of node.entries) yield [key, entry.node]
  if (node.kind === 'sequence') yield* node.items.entries()
}

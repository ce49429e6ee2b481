import type { Test } from './character-class.ts'
import { type Assertion, type Node, type Pattern, PatternError } from './syntax.ts'

/** One step of the machine; `next` and the like are places in the program. */
export type Instruction =
  | { readonly kind: 'character'; readonly test: Test; next: number }
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'save'; readonly slot: number; next: number }
  | { readonly kind: 'assertion'; readonly at: Assertion; next: number }
  | { readonly kind: 'match' }

export interface Program {
  readonly instructions: readonly Instruction[]
  readonly start: number
  /** Two per group, the whole match being the first. */
  readonly slots: number
}

/** Go refuses larger patterns too; nested `{1000}` would multiply. */
const MAX_INSTRUCTIONS = 20_000

/** The machine of a pattern, built from its end, so that every step knows where to go on. */
export function compilePattern({ root, groups }: Pattern): Program {
  const instructions: Instruction[] = []
  const add = (instruction: Instruction): number => {
    if (instructions.length >= MAX_INSTRUCTIONS) throw new PatternError('expression too large')
    return instructions.push(instruction) - 1
  }

  const build = (node: Node, next: number): number => {
    switch (node.kind) {
      case 'character':
        return add({ kind: 'character', test: node.test, next })
      case 'assertion':
        return add({ kind: 'assertion', at: node.at, next })
      case 'sequence':
        return node.parts.reduceRight((after, part) => build(part, after), next)
      case 'choice':
        return node.parts
          .map((part) => build(part, next))
          .reduceRight((second, first) => add({ kind: 'split', first, second }))
      case 'group': {
        const end = add({ kind: 'save', slot: node.index * 2 + 1, next })
        return add({ kind: 'save', slot: node.index * 2, next: build(node.of, end) })
      }
      case 'repeat':
        return repeat(node, next)
      default:
        return node satisfies never
    }
  }

  const branch = (body: number, next: number, greedy: boolean): number =>
    add(greedy ? { kind: 'split', first: body, second: next } : { kind: 'split', first: next, second: body })

  const repeat = ({ of, min, max, greedy }: Node & { kind: 'repeat' }, next: number): number => {
    let after = next
    if (max === Number.POSITIVE_INFINITY) {
      const loop = { kind: 'split' as const, first: next, second: next }
      const place = add(loop)
      const body = build(of, place)
      if (greedy) loop.first = body
      else loop.second = body
      // Once through the body, then the loop: `x+`, and `x{n,}` ends with it.
      after = min > 0 ? body : place
      for (let count = 1; count < min; count++) after = build(of, after)
      return after
    }
    for (let count = min; count < max; count++) after = branch(build(of, after), next, greedy)
    for (let count = 0; count < min; count++) after = build(of, after)
    return after
  }

  const match = add({ kind: 'match' })
  const start = build({ kind: 'group', index: 0, of: root }, match)
  return { instructions, start, slots: (groups.length + 1) * 2 }
}

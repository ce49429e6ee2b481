import type { Value } from '../../domain/value.ts'
import type { Range, SourceFile } from '../../source/source-file.ts'
import type { FunctionContext } from '../functions/terraform-function.ts'
import type { Budget } from './budget.ts'
import { EvaluationFailure } from './evaluation-failure.ts'

/** What an expression can see: the file it stands in, names bound around it, and its module's named values. */
export interface Scope {
  readonly source: SourceFile
  readonly bound: Binding | undefined
  readonly module: NamedValues
}

/** Names bound by `for`, templates, `each`, `count`, `self` and dynamic blocks; the innermost comes first. */
export interface Binding {
  readonly name: string
  readonly value: Value
  readonly outer: Binding | undefined
}

/** The references a module answers: `var.x`, `local.x`, `module.x`, `path.x`, `data.type.x`, `type.x`. */
export interface NamedValues {
  resolve(reference: Reference, at: Range): Value
  readonly functions: FunctionContext
  /** The root module's folder, from the tree's root. */
  readonly rootFolder: string
  /** Notes what a value rests on that no file says. */
  assume(text: string): void
  readonly budget: Budget
}

export type Reference =
  | { readonly kind: 'named'; readonly root: string; readonly name: string }
  | { readonly kind: TypedRoot; readonly type: string; readonly name: string }

/** Roots that a type and a name follow; `resource.` may be left out before them. */
export const TYPED_ROOTS = ['data', 'ephemeral', 'resource'] as const
export type TypedRoot = (typeof TYPED_ROOTS)[number]

export function bind(scope: Scope, name: string, value: Value): Scope {
  return { ...scope, bound: { name, value, outer: scope.bound } }
}

/** A module whose named values cannot be referred to: a variable file holds values and nothing else. */
export function valuesOnly(module: NamedValues): NamedValues {
  const resolve = (_: Reference, at: Range): Value => {
    throw new EvaluationFailure('a variable file holds values. expected no reference to others', at)
  }
  const { functions, budget, rootFolder } = module
  return { resolve, functions, budget, rootFolder, assume: (text) => module.assume(text) }
}

export function lookUp(scope: Scope, name: string): Value | undefined {
  for (let binding = scope.bound; binding; binding = binding.outer)
    if (binding.name === name) return binding.value
  return undefined
}

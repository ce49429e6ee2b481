import {
  type MappingValue,
  NULL,
  object,
  type UnknownValue,
  type Value,
  writtenAt,
} from '../../domain/value.ts'
import type { Attribute, Block, Body } from '../../hcl/syntax.ts'
import type { ProblemLog } from '../../source/problem-log.ts'
import { attributeNamed, blockType, literalText } from '../configuration/declarations.ts'
import { STEPS_OF_A_BLOCK } from './budget.ts'
import { evaluate, rangeOf } from './evaluate.ts'
import { BudgetExhausted } from './evaluation-failure.ts'
import { iterate } from './iterate.ts'
import { bind, type Scope } from './scope.ts'
import { guard, settle } from './settle.ts'

/** A body as one object: its arguments, and for each type of nested block the list of those blocks. */
export function evaluateBody(
  body: Body,
  scope: Scope,
  problems: ProblemLog,
  skipped: ReadonlySet<string> = NONE,
): MappingValue {
  const entries = new Map<string, Value>()
  for (const attribute of body.attributes) {
    if (skipped.has(attribute.name)) continue
    const within = inFileOf(attribute, scope)
    const value = settle(attribute.value, within, problems)
    entries.set(attribute.name, writtenAt(value, rangeOf(attribute, within)))
  }
  const nested = new Map<string, Nested>()
  for (const block of body.blocks) {
    const type = blockType(block)
    if (skipped.has(type)) continue
    const into = nested.get(type) ?? { items: [], open: undefined }
    nested.set(type, into)
    const within = inFileOf(block, scope)
    if (block.type === 'dynamic') expandDynamic(block, type, within, problems, into)
    else into.items.push(evaluateBlock(block, block.body, within, problems))
  }
  for (const [type, { items, open }] of nested)
    entries.set(type, { kind: 'list', items, ...(open && { open }) })
  return object(entries)
}

/** An override file may have brought it. */
function inFileOf({ source }: Attribute | Block, scope: Scope): Scope {
  return source ? { ...scope, source } : scope
}

const NONE: ReadonlySet<string> = new Set()

interface Nested {
  readonly items: Value[]
  open: UnknownValue | undefined
}

function evaluateBlock(block: Block, body: Body, scope: Scope, problems: ProblemLog): MappingValue {
  return { ...evaluateBody(body, scope, problems), origins: [rangeOf(block.typeSpan, scope)] }
}

/** `dynamic "type" { for_each = …, iterator = …, content { … } }`: one block for each item. */
function expandDynamic(block: Block, type: string, scope: Scope, problems: ProblemLog, into: Nested): void {
  const forEach = attributeNamed(block.body, 'for_each')
  const content = block.body.blocks.find((inner) => inner.type === 'content')
  if (!forEach || !content) return
  const iterator = attributeNamed(block.body, 'iterator')
  const name = (iterator && iteratorName(iterator)) ?? type
  const at = rangeOf(forEach.value, scope)
  const outcome = guard(() => {
    const collection = evaluate(forEach.value, scope)
    if (collection.kind === 'unknown') return collection
    const { items, open } = iterate(collection, at)
    for (const { key, value } of items) {
      const exhausted = scope.module.budget.spend(STEPS_OF_A_BLOCK)
      if (exhausted) throw new BudgetExhausted(exhausted, at)
      const item = object(new Map(Object.entries({ key, value })))
      into.items.push(evaluateBlock(block, content.body, bind(scope, name, item), problems))
    }
    return open ?? NULL
  }, problems)
  if (outcome.kind === 'unknown') into.open ??= outcome
}

function iteratorName({ value }: Attribute): string | undefined {
  return value.kind === 'variable' ? value.name : literalText(value)
}

import {
  isMapping,
  isSequence,
  type MappingValue,
  number,
  object,
  string,
  type UnknownValue,
  type Value,
  writtenAt,
} from '../../domain/value.ts'
import type { Attribute, Block, Body } from '../../hcl/syntax.ts'
import type { ProblemLog } from '../../source/problem-log.ts'
import { attributeNamed } from '../configuration/module-configuration.ts'
import { rangeOf } from './evaluate.ts'
import { EvaluationFailure } from './evaluation-failure.ts'
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
  for (const attribute of body.attributes)
    if (!skipped.has(attribute.name))
      entries.set(
        attribute.name,
        writtenAt(settle(attribute.value, scope, problems), rangeOf(attribute, scope)),
      )
  const nested = new Map<string, Nested>()
  for (const block of body.blocks) {
    const type = blockType(block)
    if (skipped.has(type)) continue
    const into = nested.get(type) ?? { items: [], open: undefined }
    nested.set(type, into)
    if (block.type === 'dynamic') expandDynamic(block, type, scope, problems, into)
    else into.items.push(evaluateBlock(block, block.body, scope, problems))
  }
  for (const [type, { items, open }] of nested)
    entries.set(type, { kind: 'list', items, ...(open && { open }) })
  return object(entries)
}

/** The type of a nested block; a `dynamic` block's is its label. */
export function blockType({ type, labels }: Block): string {
  return type === 'dynamic' ? (labels[0]?.value ?? type) : type
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
  const push = (key: Value, value: Value): void => {
    const item = object(
      new Map([
        ['key', key],
        ['value', value],
      ]),
    )
    into.items.push(evaluateBlock(block, content.body, bind(scope, name, item), problems))
  }
  const collection = guardCollection(forEach, scope, problems)
  if (collection.kind === 'unknown') into.open ??= collection
  else if (isMapping(collection)) {
    const sorted = [...collection.entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    for (const [key, value] of sorted) push(string(key), value)
    into.open ??= collection.open
  } else if (isSequence(collection)) {
    for (const [index, item] of collection.items.entries())
      push(collection.kind === 'set' ? item : (collection.open ?? number(index)), item)
    into.open ??= collection.open
  }
}

function guardCollection(forEach: Attribute, scope: Scope, problems: ProblemLog): Value {
  return guard(() => {
    const collection = settle(forEach.value, scope, problems)
    if (collection.kind === 'unknown' || isMapping(collection) || isSequence(collection)) return collection
    throw new EvaluationFailure(
      `a dynamic block's for_each is ${collection.kind}. expected a list, set, map or object`,
      rangeOf(forEach.value, scope),
    )
  }, problems)
}

function iteratorName({ value }: Attribute): string | undefined {
  return value.kind === 'variable' ? value.name : undefined
}

import { isMapping, isSequence, number, string, type UnknownValue, type Value } from '../../domain/value.ts'
import type { TemplateExpression, TemplateFor, TemplatePart } from '../../hcl/syntax.ts'
import type { Range } from '../../source/source-file.ts'
import { graphemes } from '../functions/graphemes.ts'
import { convert } from '../types/convert.ts'
import { unknownFrom } from '../types/traits.ts'
import { STEPS_OF_A_ROUND } from './budget.ts'
import { evaluate, rangeOf } from './evaluate.ts'
import { BudgetExhausted, EvaluationFailure } from './evaluation-failure.ts'
import { bind, type Scope } from './scope.ts'
import { truth } from './truth.ts'

/** Terraform has no bound of its own; a string beyond this is a hostile or mistaken one. */
const MAX_LENGTH = 4 * 1024 * 1024

/** A quoted string, heredoc or template file, in Unicode's composed form. `"${x}"` alone is the value of x itself, whatever its type. */
export function evaluateTemplate(template: TemplateExpression, scope: Scope): Value {
  const { parts } = template
  const at = rangeOf(template, scope)
  const [only] = parts
  if (!only) return { ...string(''), origins: [at] }
  if (parts.length === 1 && only.kind === 'text') return { ...string(only.value.normalize()), origins: [at] }
  if (parts.length === 1 && only.kind === 'interpolation' && template.form === 'quoted')
    return evaluate(only.expression, scope)
  const rendering: Rendering = { text: '', before: '', seen: [], unknown: undefined }
  render(parts, scope, rendering)
  const { unknown, seen } = rendering
  if (unknown) return withPrefix(unknownFrom(unknown, seen), rendering.before)
  const refs = seen.flatMap((value) => value.refs ?? [])
  const origins = [at, ...seen.flatMap((value) => value.origins?.slice(0, 1) ?? [])].slice(0, 3)
  return {
    ...string(rendering.text.normalize()),
    origins,
    ...(refs.length > 0 && { refs }),
    ...(seen.some((value) => value.sensitive) && { sensitive: true as const }),
  }
}

interface Rendering {
  text: string
  /** What was written when the first unknown value came. */
  before: string
  /** The first value that is not known: the whole text is then unknown. */
  unknown: UnknownValue | undefined
  readonly seen: Value[]
}

function hide(value: UnknownValue, into: Rendering): void {
  if (into.unknown) return
  into.unknown = value
  into.before = into.text
}

/** As Terraform keeps it: without a last character that the next one may change, as an accent does. */
function withPrefix(value: UnknownValue, text: string): UnknownValue {
  const prefix = ENDS_FOR_SURE.test(text) ? text : graphemes(text).slice(0, -1).join('')
  return prefix === '' ? value : { ...value, prefix }
}

const ENDS_FOR_SURE = /[\t !"#$%&'()*+,\-./:;?@[\\\]^_{|}~]$/

function render(parts: readonly TemplatePart[], scope: Scope, into: Rendering): void {
  for (const part of parts) {
    if (into.text.length > MAX_LENGTH)
      throw new EvaluationFailure(`the text is longer than ${MAX_LENGTH} characters`, rangeOf(part, scope))
    switch (part.kind) {
      case 'text':
        into.text += part.value
        break
      case 'interpolation':
        write(evaluate(part.expression, scope), rangeOf(part, scope), into)
        break
      case 'if': {
        const holds = truth(evaluate(part.condition, scope), rangeOf(part, scope))
        if (typeof holds === 'boolean') render(holds ? part.then : part.otherwise, scope, into)
        else hide(holds, into)
        break
      }
      case 'for':
        renderFor(part, scope, into)
        break
      default:
        part satisfies never
    }
  }
}

function write(value: Value, at: Range, into: Rendering): void {
  into.seen.push(value)
  const converted = convert(value, { kind: 'string' })
  if ('error' in converted || converted.value.kind === 'null')
    throw new EvaluationFailure(`${value.kind} cannot stand in a text. expected a string, number or bool`, at)
  if (converted.value.kind === 'unknown') hide(converted.value, into)
  else if (converted.value.kind === 'string') into.text += converted.value.value
}

function renderFor(part: TemplateFor, scope: Scope, into: Rendering): void {
  const collection = evaluate(part.collection, scope)
  if (collection.kind === 'unknown') {
    hide(collection, into)
    return
  }
  const round = (key: Value, value: Value): void => {
    const exhausted = scope.module.budget.spend(STEPS_OF_A_ROUND)
    if (exhausted) throw new BudgetExhausted(exhausted, rangeOf(part, scope))
    const inner = part.keyName === undefined ? scope : bind(scope, part.keyName, key)
    render(part.body, bind(inner, part.valueName, value), into)
  }
  if (isSequence(collection))
    for (const [index, item] of collection.items.entries()) round(number(index), item)
  else if (isMapping(collection))
    for (const [key, value] of [...collection.entries].sort(([a], [b]) => (a < b ? -1 : 1)))
      round(string(key), value)
  else
    throw new EvaluationFailure(
      `"%{ for }" cannot run over ${collection.kind}. expected a list or a map`,
      rangeOf(part, scope),
    )
  if (collection.open) hide(collection.open, into)
}

import {
  bool,
  findUnknown,
  isSequence,
  list,
  NULL,
  number,
  object,
  type Traits,
  tuple,
  type UnknownValue,
  unknown,
  type Value,
  writtenAt,
} from '../../domain/value.ts'
import type {
  CallExpression,
  ConditionalExpression,
  Expression,
  ObjectExpression,
  ObjectItem,
  Span,
  SplatExpression,
  SplatStep,
} from '../../hcl/syntax.ts'
import type { Range } from '../../source/source-file.ts'
import { callFunction } from '../functions/call-function.ts'
import { choose } from '../types/choose.ts'
import { applyBinary, applyUnary } from '../types/operators.ts'
import type { Result } from '../types/result.ts'
import { unknownFrom } from '../types/traits.ts'
import { attributeOf, elementOf } from './access.ts'
import { either } from './either.ts'
import { evaluateFor } from './evaluate-for.ts'
import { BudgetExhausted, EvaluationFailure } from './evaluation-failure.ts'
import { folderName } from './folder-name.ts'
import { asKey } from './key-of.ts'
import { lookUp, type Reference, type Scope, TYPED_ROOTS, type TypedRoot } from './scope.ts'
import { evaluateTemplate } from './template.ts'
import { truth } from './truth.ts'

/**
 * The value of an expression. Unknown where it cannot be known; throws `EvaluationFailure` where Terraform would
 * reject the expression, and where the budget is used up (callers that are not inside an expression use `settle`).
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { budget } = scope.module
  const exhausted = budget.enter()
  if (exhausted) throw new BudgetExhausted(exhausted, rangeOf(expression, scope))
  try {
    return evaluateNode(expression, scope)
  } finally {
    budget.leave()
  }
}

function evaluateNode(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return literal(expression, scope)
    case 'template':
      return evaluateTemplate(expression, scope)
    case 'variable': {
      const value = lookUp(scope, expression.name)
      if (value) return value
      throw failure(
        expression,
        scope,
        `"${expression.name}" is not a value by itself. expected an attribute of it, as in "${expression.name}.name"`,
      )
    }
    case 'attribute': {
      const reference = referenceOf(expression, scope)
      if (reference) return scope.module.resolve(reference, rangeOf(expression, scope))
      const of = evaluate(expression.object, scope)
      return attributeOf(of, expression.name, rangeOf(expression.nameSpan, scope))
    }
    case 'index': {
      const of = evaluate(expression.object, scope)
      return elementOf(of, evaluate(expression.key, scope), rangeOf(expression.key, scope))
    }
    case 'splat':
      return splat(expression, scope)
    case 'call':
      return call(expression, scope)
    case 'conditional':
      return conditional(expression, scope)
    case 'binary': {
      const left = evaluate(expression.left, scope)
      return operated(
        applyBinary(expression.operator, left, evaluate(expression.right, scope)),
        expression,
        scope,
      )
    }
    case 'unary':
      return operated(applyUnary(expression.operator, evaluate(expression.operand, scope)), expression, scope)
    case 'tuple': {
      const items = expression.items.map((item) => evaluate(item, scope))
      return { ...tuple(items), origins: [rangeOf(expression, scope)] }
    }
    case 'object':
      return objectOf(expression, scope)
    case 'for':
      return evaluateFor(expression, scope)
    case 'parentheses':
      return evaluate(expression.expression, scope)
    case 'error':
      return unknown(`the expression cannot be read: ${expression.message}`, {
        origins: [rangeOf(expression, scope)],
      })
    default:
      return expression satisfies never
  }
}

export function rangeOf(span: Span, scope: Pick<Scope, 'source'>): Range {
  return { source: scope.source, start: span.start, end: span.end }
}

function failure(span: Span, scope: Scope, message: string): EvaluationFailure {
  return new EvaluationFailure(message, rangeOf(span, scope))
}

function literal(expression: Extract<Expression, { kind: 'literal' }>, scope: Scope): Value {
  const traits: Traits = { origins: [rangeOf(expression, scope)] }
  const { value, digits } = expression
  if (value === null) return { ...NULL, ...traits }
  if (typeof value === 'boolean') return { ...bool(value), ...traits }
  return digits === undefined ? { ...number(value), ...traits } : { ...number(value), digits, ...traits }
}

function operated(result: Result, expression: Expression, scope: Scope): Value {
  if ('error' in result) throw failure(expression, scope, result.error)
  return result.value
}

/** The module-level reference that this very node names, e.g. `local.tags` or `data.aws_region.current`. */
function referenceOf(
  { object: of, name }: Extract<Expression, { kind: 'attribute' }>,
  scope: Scope,
): Reference | undefined {
  if (of.kind === 'variable') {
    if (isTypedRoot(of.name) || lookUp(scope, of.name)) return undefined
    return { kind: 'named', root: of.name, name }
  }
  if (of.kind !== 'attribute' || of.object.kind !== 'variable') return undefined
  const root = of.object.name
  if (!isTypedRoot(root) || lookUp(scope, root)) return undefined
  return { kind: root, type: of.name, name }
}

function isTypedRoot(name: string): name is TypedRoot {
  return TYPED_ROOTS.some((root) => root === name)
}

function splat({ object: of, each }: SplatExpression, scope: Scope): Value {
  return splatOver(evaluate(of, scope), each, scope)
}

/** Applies the steps to each item; something that is no sequence counts as a sequence of one. */
function splatOver(of: Value, steps: readonly SplatStep[], scope: Scope): Value {
  const walk = (item: Value): Value => steps.reduce((value, step) => take(value, step, scope), item)
  if (of.kind === 'unknown') return walk(of)
  if (of.kind === 'null') return tuple([])
  if (!isSequence(of)) return tuple([walk(of)])
  const items = of.items.map(walk)
  const made = of.kind === 'tuple' ? tuple(items) : list(items)
  if (!of.open) return made
  const more = walk(of.open)
  return { ...made, open: more.kind === 'unknown' ? more : of.open }
}

function take(value: Value, step: SplatStep, scope: Scope): Value {
  const at = rangeOf(step, scope)
  switch (step.kind) {
    case 'attribute':
      return attributeOf(value, step.name, at)
    case 'index':
      return elementOf(value, evaluate(step.key, scope), at)
    case 'splat':
      return splatOver(value, step.each, scope)
    default:
      return step satisfies never
  }
}

function call(expression: CallExpression, scope: Scope): Value {
  const at = rangeOf(expression, scope)
  if (expression.name === 'try') return tryFirst(expression, scope)
  if (expression.name === 'can') {
    if (expression.args.length !== 1)
      throw failure(
        expression,
        scope,
        expression.args.length === 0
          ? 'Function "can" expects 1 argument(s). Missing value for "expression".'
          : 'Function "can" expects only 1 argument(s).',
      )
    const value = attempt(expression.args[0]!, scope)
    if (!value) return bool(false)
    const open = findUnknown(value)
    return open ? unknown(open.because, { origins: [at] }) : bool(true)
  }
  const folder = expression.name === 'basename' ? folderName(expression, scope) : undefined
  if (folder) return folder
  const { args, open } = argumentsOf(expression, scope)
  const result = callFunction(expression.name, args, scope.module.functions)
  if ('value' in result) return result.value.origins ? result.value : { ...result.value, origins: [at] }
  // With more arguments than are known, the call may well be right.
  if (open) return unknownFrom(open, args)
  throw new EvaluationFailure(result.error, at)
}

/** The arguments, the last expanded by `...`; where nobody knows how many more there are, one more that is unknown. */
function argumentsOf(
  expression: CallExpression,
  scope: Scope,
): { readonly args: readonly Value[]; readonly open: UnknownValue | undefined } {
  const args = expression.args.map((arg) => evaluate(arg, scope))
  const last = args.at(-1)
  if (!expression.expandFinal || !last) return { args, open: undefined }
  if (last.kind === 'unknown') return { args, open: last }
  if (!isSequence(last))
    throw failure(
      expression,
      scope,
      `"..." expands a list or tuple, but the last argument of ${expression.name}() is ${last.kind}`,
    )
  const expanded = [...args.slice(0, -1), ...last.items]
  return { args: last.open ? [...expanded, last.open] : expanded, open: last.open }
}

/** The first argument that evaluates without failing. Where one is unknown, it might yet fail: then so is the whole. */
function tryFirst(expression: CallExpression, scope: Scope): Value {
  for (const arg of expression.args) {
    const value = attempt(arg, scope)
    if (value) return value
  }
  throw failure(expression, scope, 'no argument of try() can be evaluated')
}

function attempt(expression: Expression, scope: Scope): Value | undefined {
  try {
    return evaluate(expression, scope)
  } catch (thrown) {
    if (thrown instanceof EvaluationFailure && !(thrown instanceof BudgetExhausted)) return undefined
    throw thrown
  }
}

/** Both sides share a type, so both are evaluated; a side that is not taken may be one that cannot be. */
function conditional(expression: ConditionalExpression, scope: Scope): Value {
  const condition = evaluate(expression.condition, scope)
  const taken = truth(condition, rangeOf(expression.condition, scope))
  if (typeof taken === 'boolean') {
    const chosen = evaluate(taken ? expression.then : expression.otherwise, scope)
    const other = attempt(taken ? expression.otherwise : expression.then, scope) ?? UNTAKEN
    const sides = taken ? ([chosen, other] as const) : ([other, chosen] as const)
    return operated(choose({ ...condition, ...bool(taken) }, ...sides), expression, scope)
  }
  const then = attempt(expression.then, scope)
  const otherwise = attempt(expression.otherwise, scope)
  if (!then || !otherwise) return then ?? otherwise ?? taken
  return either(taken, then, otherwise)
}

const UNTAKEN = unknown('it is not evaluated')

function objectOf(expression: ObjectExpression, scope: Scope): Value {
  const entries = new Map<string, Value>()
  let open: UnknownValue | undefined
  for (const item of expression.items) {
    const value = writtenAt(evaluate(item.value, scope), rangeOf(item, scope))
    const key = keyOf(item, scope)
    if (typeof key === 'string') {
      entries.set(key, value)
      continue
    }
    // The unknown key may be any of those written before it.
    open ??= key
    for (const [name, before] of entries)
      entries.set(name, unknown(key.because, { origins: before.origins ?? [] }))
  }
  const made = { ...object(entries), origins: [rangeOf(expression, scope)] }
  return open ? { ...made, open } : made
}

function keyOf(item: ObjectItem, scope: Scope): string | UnknownValue {
  if (item.key.kind === 'name') return item.key.name
  const key = evaluate(item.key, scope)
  return asKey(key, rangeOf(item.key, scope))
}

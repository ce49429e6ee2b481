import { findUnknown, type UnknownValue, unknown, type Value } from '../../domain/value.ts'
import { convert } from '../types/convert.ts'
import { isFailure, type Result } from '../types/result.ts'
import { excessOf } from '../types/size.ts'
import { deepTraits, uniteRefs, unknownFrom, withTraits } from '../types/traits.ts'
import { functions } from './functions.ts'
import {
  ArgumentError,
  type FunctionContext,
  type Parameter,
  type TerraformFunction,
} from './terraform-function.ts'

/** `try` and `can` look at how evaluating their arguments ends, so the evaluator answers for them. */
export const SPECIAL_FORMS: ReadonlySet<string> = new Set(['try', 'can'])

/** Calls a function of Terraform's, `core::` included. What a provider's function returns is unknown. */
export function callFunction(name: string, args: readonly Value[], context: FunctionContext): Result {
  if (name.startsWith('provider::'))
    return { value: unknownFrom(unknown(`${name}() is a function of a provider`), args) }
  const plainName = name.startsWith('core::') ? name.slice('core::'.length) : name
  const called = Object.hasOwn(functions, plainName) ? functions[plainName] : undefined
  if (!called) return { error: `There is no function named "${name}".` }
  const wrongCount = checkCount(name, called, args.length)
  if (wrongCount) return { error: wrongCount }
  const excess = excessOf(args)
  if (excess) return { value: unknown(`the arguments of ${name}() have ${excess}`) }
  try {
    return { value: answer(called, args, context) }
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error
    return { error: describe(name, error) }
  }
}

function checkCount(
  name: string,
  { parameters, rest }: TerraformFunction,
  count: number,
): string | undefined {
  const missing = parameters[count]
  if (missing) {
    const expected = `${rest ? 'at least ' : ''}${parameters.length}`
    return `Function "${name}" expects ${expected} argument(s). Missing value for "${missing.name}".`
  }
  if (!rest && count > parameters.length)
    return `Function "${name}" expects only ${parameters.length} argument(s).`
  return undefined
}

function describe(name: string, { message, parameter }: ArgumentError): string {
  if (parameter === undefined) return `Call to function "${name}" failed: ${message}`
  return `Invalid value for "${parameter}" parameter: ${message}`
}

function answer(called: TerraformFunction, given: readonly Value[], context: FunctionContext): Value {
  const args: Value[] = []
  let undecided: UnknownValue | undefined
  for (const [index, argument] of given.entries()) {
    const parameter = called.parameters[index] ?? called.rest!
    const accepted = accept(parameter, argument)
    undecided ??= unansweredPart(parameter, accepted)
    args.push(accepted)
  }
  if (undecided) return unknownFrom(undecided, args)
  const result = called.call(args, context)
  if (called.result === 'picked') return picked(result, args)
  if (called.result === 'unmarked') return result
  return result.kind === 'unknown' ? unknownFrom(result, args) : made(result, args)
}

function accept(parameter: Parameter, argument: Value): Value {
  const converted = convert(argument, parameter.type)
  if (isFailure(converted)) throw new ArgumentError(converted.error, parameter.name)
  if (converted.value.kind === 'null' && !parameter.nullable)
    throw new ArgumentError('argument must not be null.', parameter.name)
  return converted.value
}

function unansweredPart(parameter: Parameter, argument: Value): UnknownValue | undefined {
  if (parameter.unknown === 'whole') return undefined
  if (parameter.unknown === 'parts') return argument.kind === 'unknown' ? argument : undefined
  return findUnknown(argument)
}

/** Numbers, texts and the like have no place of their own: they come from where their arguments came from. */
function made(result: Value, args: readonly Value[]): Value {
  const { origins, refs = [], sensitive = false } = deepTraits(args)
  const value = withTraits(result, refs, sensitive)
  return origins && !value.origins ? { ...value, origins } : value
}

function picked(result: Value, args: readonly Value[]): Value {
  const refs = uniteRefs(...args.map((argument) => argument.refs ?? []))
  return withTraits(
    result,
    refs,
    args.some((argument) => argument.sensitive),
  )
}

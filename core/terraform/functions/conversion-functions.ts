import { bool, unknown, type Value } from '../../domain/value.ts'
import { convert } from '../types/convert.ts'
import { isFailure } from '../types/result.ts'
import { ANY, BOOL, listOf, mapOf, NUMBER, STRING, setOf, type Type, typeName } from '../types/type.ts'
import { typeOf } from '../types/unify.ts'
import { anything } from './define.ts'
import { ArgumentError, type TerraformFunction } from './terraform-function.ts'

const VALUE = anything('v', { nullable: true, unknown: 'whole' })
const MARKED = anything('value', { nullable: true, unknown: 'whole' })

export const conversionFunctions = {
  tobool: conversion(BOOL),
  tolist: conversion(listOf(ANY)),
  tomap: conversion(mapOf(ANY)),
  tonumber: conversion(NUMBER),
  toset: conversion(setOf(ANY)),
  tostring: conversion(STRING),
  sensitive: {
    parameters: [MARKED],
    result: 'picked',
    call: ([value]) => ({ ...value!, sensitive: true }),
  },
  nonsensitive: {
    parameters: [MARKED],
    result: 'unmarked',
    call: ([value]) => {
      const { sensitive: _, ...plain } = value!
      return plain as Value
    },
  },
  issensitive: {
    parameters: [MARKED],
    result: 'unmarked',
    call: ([value]) => {
      if (value!.sensitive) return bool(true)
      return value!.kind === 'unknown' ? unknown(value!.because) : bool(false)
    },
  },
  /** Ephemeral values do not reach a file that is only read. */
  ephemeralasnull: { parameters: [MARKED], result: 'picked', call: ([value]) => value! },
} satisfies Record<string, TerraformFunction>

function conversion(to: Type): TerraformFunction {
  return {
    parameters: [VALUE],
    result: 'picked',
    call: ([value]) => {
      const converted = convert(value!, to)
      if (isFailure(converted)) throw new ArgumentError(refusal(value!, to, converted.error), 'v')
      return converted.value
    },
  }
}

function refusal(value: Value, to: Type, reason: string): string {
  if (value.kind === 'string' && to.kind === 'bool')
    return `cannot convert ${JSON.stringify(value.value)} to bool; only the strings "true" or "false" are allowed`
  if (value.kind === 'string' && to.kind === 'number')
    return `cannot convert ${JSON.stringify(value.value)} to number; given string must be a decimal representation of a number`
  const from = typeName(typeOf(value))
  if (to.kind === 'list' || to.kind === 'set' || to.kind === 'map')
    return `cannot convert ${from} to ${to.kind} of any single type`
  return `cannot convert ${from} to ${to.kind}: ${reason}`
}

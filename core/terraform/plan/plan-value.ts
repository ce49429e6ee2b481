import type { Plain } from '../../domain/plain.ts'
import {
  bool,
  list,
  NULL,
  number,
  object,
  string,
  type UnknownValue,
  unknown,
  type Value,
} from '../../domain/value.ts'
import { isJson, member, members } from './plan-json.ts'

/** What a plan says of one value: what it is, and with the same shape what of it is unknown and what is sensitive. */
export interface Planned {
  readonly value: Plain | undefined
  readonly unknown: Plain | undefined
  readonly sensitive: Plain | undefined
}

/** Values may be nested this deep; what is deeper is left unknown. */
const MAX_DEPTH = 200

/** A planned value, unknown for `why` where the plan leaves it to apply, and sensitive where Terraform says so. */
export function planValue(planned: Planned, why: UnknownValue, depth = 0): Value {
  const value = depth > MAX_DEPTH ? unknown('the plan nests it too deep') : visible(planned, why, depth)
  return planned.sensitive === true ? { ...value, sensitive: true } : value
}

function visible({ value, unknown: hidden, sensitive }: Planned, why: UnknownValue, depth: number): Value {
  if (hidden === true) return why
  if (Array.isArray(value) || Array.isArray(hidden)) {
    const [known, unsure, secret] = [value, hidden, sensitive].map((part) =>
      Array.isArray(part) ? part : [],
    )
    const length = Math.max(known!.length, unsure!.length)
    return list(
      Array.from({ length }, (_, index) =>
        planValue(
          { value: known![index], unknown: unsure![index], sensitive: secret![index] },
          why,
          depth + 1,
        ),
      ),
    )
  }
  if (isJson(value) || isJson(hidden)) {
    const names = new Set([...members(value), ...members(hidden)].map(([name]) => name))
    return object(
      new Map(
        [...names].map((name) => [
          name,
          planValue(part({ value, unknown: hidden, sensitive }, name), why, depth + 1),
        ]),
      ),
    )
  }
  return scalar(value)
}

/** What a plan says of an attribute. */
export function part({ value, unknown: hidden, sensitive }: Planned, name: string): Planned {
  return {
    value: member(value, name),
    unknown: hidden === true || member(hidden, name),
    sensitive: sensitive === true || member(sensitive, name),
  }
}

function scalar(value: Plain | undefined): Value {
  switch (typeof value) {
    case 'string':
      return string(value)
    case 'number':
      return number(value)
    case 'boolean':
      return bool(value)
    default:
      return NULL
  }
}

import {
  isMapping,
  isSequence,
  number,
  object,
  string,
  type UnknownValue,
  unknown,
  type Value,
} from '../../domain/value.ts'
import type { Block } from '../../hcl/syntax.ts'
import type { ProblemLog } from '../../source/problem-log.ts'
import { attributeIn, type Located, rangeIn } from '../configuration/declarations.ts'
import { convert } from '../types/convert.ts'
import { MAX_INSTANCES } from './budget.ts'
import type { Binding, Scope } from './scope.ts'
import { settle } from './settle.ts'

/** How many of a resource or module there are, by its `count` or `for_each`. */
export interface Expansion {
  readonly form: 'single' | 'count' | 'for_each'
  readonly instances: readonly Instance[]
  /** Set where there may be more instances than listed. With no certain one, a single instance stands for them. */
  readonly open: UnknownValue | undefined
}

export interface Instance {
  /** What the address ends in: nothing, `[0]`, `["a"]`, or `[*]` for an instance that stands for an unknown number. */
  readonly suffix: string
  readonly key: string | number | undefined
  /** `each` or `count`, as the block's expressions see it. */
  readonly binding: Binding | undefined
}

const SINGLE: Expansion = {
  form: 'single',
  instances: [{ suffix: '', key: undefined, binding: undefined }],
  open: undefined,
}

export function expand(block: Located<Block>, scope: Scope, problems: ProblemLog): Expansion {
  const count = attributeIn(block, 'count')
  const forEach = attributeIn(block, 'for_each')
  const attribute = count ?? forEach
  if (!attribute) return SINGLE
  const value = settle(attribute.node.value, { ...scope, source: attribute.source }, problems)
  const at = rangeIn(attribute.source, attribute.node)
  const refuse = (message: string): Expansion => {
    problems.add({ severity: 'warning', message, range: at })
    return undecided(count ? 'count' : 'for_each', unknown(message, { origins: [at] }))
  }
  if (count && forEach)
    problems.add({
      severity: 'error',
      message: 'count and for_each exclude each other. count is taken',
      range: rangeIn(forEach.source, forEach.node),
    })
  if (!count && (value.kind === 'list' || value.kind === 'tuple'))
    problems.add({
      severity: 'error',
      message: `for_each is a ${value.kind}. expected a map or a set of strings, as in "toset(…)"`,
      range: at,
    })
  // As in Terraform: the keys would be in the addresses, for all to read.
  if (!count && value.sensitive)
    return refuse('for_each is sensitive. expected keys that may be shown in the addresses of the instances')
  return count ? byCount(value, refuse) : byForEach(value, refuse)
}

type Refuse = (message: string) => Expansion

function byCount(value: Value, refuse: Refuse): Expansion {
  if (value.kind === 'unknown') return undecided('count', value)
  const converted = convert(value, { kind: 'number' })
  const wanted =
    'value' in converted && converted.value.kind === 'number' ? converted.value.value : Number.NaN
  if (!Number.isInteger(wanted) || wanted < 0)
    return refuse(`count is ${describe(value)}. expected a whole number, 0 or more`)
  if (wanted > MAX_INSTANCES)
    return refuse(`count is ${wanted}. more than ${MAX_INSTANCES} instances are not expanded one by one`)
  const instances = Array.from({ length: wanted }, (_, index) => counted(`[${index}]`, index, number(index)))
  return { form: 'count', instances, open: undefined }
}

function counted(suffix: string, key: number | undefined, index: Value): Instance {
  const value = object(new Map([['index', index]]))
  return { suffix, key, binding: { name: 'count', value, outer: undefined } }
}

function byForEach(value: Value, refuse: Refuse): Expansion {
  if (value.kind === 'unknown') return undecided('for_each', value)
  if (!isMapping(value) && !isSequence(value))
    return refuse(`for_each is ${describe(value)}. expected a map, an object or a set of strings`)
  const { instances, open } = isMapping(value)
    ? ofMapping(value.entries, value.open)
    : ofSet(value.items, value.open)
  if (instances.length > MAX_INSTANCES)
    return refuse(
      `for_each has ${instances.length} keys. more than ${MAX_INSTANCES} instances are not expanded one by one`,
    )
  if (open && instances.length === 0) return undecided('for_each', open)
  return { form: 'for_each', instances, open }
}

type Keyed = Pick<Expansion, 'instances' | 'open'>

function ofMapping(entries: ReadonlyMap<string, Value>, open: UnknownValue | undefined): Keyed {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return { instances: sorted.map(([key, value]) => each(key, value)), open }
}

function ofSet(items: readonly Value[], more: UnknownValue | undefined): Keyed {
  const keys = new Set<string>()
  let open = more
  for (const item of items)
    if (item.kind === 'string') keys.add(item.value)
    else if (item.kind === 'unknown') open ??= item
    else if (item.kind === 'number' || item.kind === 'bool') keys.add(String(item.value))
  return { instances: [...keys].sort().map((key) => each(key, string(key))), open }
}

function each(key: string, value: Value): Instance {
  return { suffix: `[${quoted(key)}]`, key, binding: eachBinding(string(key), value) }
}

/** As Terraform quotes a key in an address: what would begin a template is doubled. */
function quoted(key: string): string {
  return JSON.stringify(key).replaceAll(/[$%](?=\{)/g, '$&$&')
}

function eachBinding(key: Value, value: Value): Binding {
  const both = new Map([
    ['key', key],
    ['value', value],
  ])
  return { name: 'each', value: object(both), outer: undefined }
}

/** One instance, to stand for a number of them that is not known. */
function undecided(form: 'count' | 'for_each', open: UnknownValue): Expansion {
  const instance =
    form === 'count'
      ? counted('[*]', undefined, open)
      : { suffix: '[*]', key: undefined, binding: eachBinding(open, open) }
  return { form, instances: [instance], open }
}

function describe(value: Value): string {
  if (value.sensitive) return 'sensitive'
  return value.kind === 'number' || value.kind === 'bool' || value.kind === 'string'
    ? JSON.stringify(value.value)
    : value.kind
}

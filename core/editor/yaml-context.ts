import { flowContext } from './yaml-flow.ts'

/** What is being written at a place of a YAML file. */
export interface YamlContext {
  readonly kind: 'key' | 'value'
  /** The keys from the root to the mapping, or to the key whose value it is; 0 stands for any item of a list. */
  readonly path: readonly (string | number)[]
  /** Where what is already typed starts. */
  readonly start: number
  /** The keys that stand beside it. */
  readonly present: ReadonlySet<string>
}

const KEY_LINE = /^( *)((?:- +)*)(?:"([^"]+)"|'([^']+)'|([^\s#:"'{[-][^:#]*?))\s*:(?=\s|$)/
const TYPED_KEY = /^( *)((?:- +)*)([\w.-]*)$/
const TYPED_VALUE = /:\s+["']?([^"'\s#]*)$/
const TYPED_ITEM = /^( *)((?:- +)+)["']?([^"'\s#:]*)$/

/** Read by indentation and not from the tree: the line that somebody types is not yet YAML. */
export function yamlContextAt(text: string, offset: number): YamlContext | undefined {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const typed = text.slice(lineStart, offset)
  const before = text.slice(0, lineStart).split('\n').slice(0, -1)
  const key = KEY_LINE.exec(typed)
  const flow = inFlow(text, offset, typed, before)
  if (flow) return flow
  if (key) {
    const value = TYPED_VALUE.exec(typed)
    if (!value) return undefined
    const indent = key[1]!.length + key[2]!.length
    const above = ancestors(before, indent, key[2] !== '', key[1]!.length)
    return {
      kind: 'value',
      path: [...above, nameOf(key)],
      start: offset - value[1]!.length,
      present: new Set(),
    }
  }
  const match = TYPED_KEY.exec(typed)
  if (!match) return undefined
  const [, spaces = '', dashes = '', word = ''] = match
  const indent = spaces.length + dashes.length
  return {
    kind: 'key',
    path: ancestors(before, indent, dashes !== '', spaces.length),
    start: offset - word.length,
    present: siblings(text, lineStart, indent, dashes !== ''),
  }
}

/** Within `team: { … }` or `- { … }` of one line. */
function inFlow(
  text: string,
  offset: number,
  typed: string,
  before: readonly string[],
): YamlContext | undefined {
  const key = KEY_LINE.exec(typed)
  const lead = key ?? /^( *)((?:- +)+)(?=[{[])/.exec(typed)
  const inside = lead && typed.slice(lead[0].length).trimStart()
  if (!lead || !inside || !/^[{[]/.test(inside)) return undefined
  const end = text.indexOf('\n', offset)
  const flow = flowContext(inside, text.slice(offset, end < 0 ? text.length : end))
  if (!flow) return undefined
  const [, spaces = '', dashes = ''] = lead
  const above = ancestors(before, spaces.length + dashes.length, dashes !== '', spaces.length)
  return {
    kind: flow.kind,
    path: [...above, ...(key ? [nameOf(key)] : []), ...flow.path],
    start: offset - flow.typed.length,
    present: flow.present,
  }
}

/** An item of a list that is a plain text, `- fraud-ml`: the path of its list. */
export function yamlItemAt(text: string, offset: number): YamlContext | undefined {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const match = TYPED_ITEM.exec(text.slice(lineStart, offset))
  if (!match) return undefined
  const [, spaces = '', dashes = '', word = ''] = match
  const before = text.slice(0, lineStart).split('\n').slice(0, -1)
  const path = ancestors(before, spaces.length + dashes.length, true, spaces.length)
  return { kind: 'value', path, start: offset - word.length, present: new Set() }
}

/** From the lines above: every key that is indented less than all between. */
function ancestors(
  lines: readonly string[],
  indent: number,
  startsItem: boolean,
  dashAt: number,
): readonly (string | number)[] {
  const path: (string | number)[] = []
  // A list's dashes may stand as far left as the key that holds it.
  let limit = startsItem ? dashAt + 0.5 : indent
  if (startsItem) path.unshift(0)
  for (let at = lines.length - 1; at >= 0 && limit > 0; at--) {
    const match = KEY_LINE.exec(lines[at]!.replace(/\r$/, ''))
    if (!match) continue
    const [, spaces = '', dashes = ''] = match
    const column = spaces.length + dashes.length
    if (dashes !== '' && column === limit) {
      path.unshift(0)
      limit = spaces.length + 0.5
    } else if (column < limit) {
      path.unshift(nameOf(match))
      if (dashes !== '') path.unshift(0)
      limit = dashes === '' ? column : spaces.length + 0.5
    }
  }
  return path
}

function nameOf([, , , double, single, bare]: RegExpExecArray): string {
  return (double ?? single ?? bare)!
}

/** Keys of the same mapping, above and below. */
function siblings(text: string, lineStart: number, indent: number, startsItem: boolean): ReadonlySet<string> {
  const keys = new Set<string>()
  const take = (line: string): boolean => {
    const match = KEY_LINE.exec(line.replace(/\r$/, ''))
    if (!match) return line.trim() === '' || /^ *#/.test(line) || line.search(/\S/) > indent
    const column = match[1]!.length + match[2]!.length
    if (column === indent) keys.add(nameOf(match))
    return column >= indent
  }
  const lineEnd = text.indexOf('\n', lineStart)
  const below = lineEnd < 0 ? [] : text.slice(lineEnd + 1).split('\n')
  for (const line of below) if (/^ *- /.test(line) || !take(line)) break
  if (startsItem) return keys
  const above = text.slice(0, lineStart).split('\n').slice(0, -1).reverse()
  for (const line of above) if (!take(line) || /^ *- /.test(line)) break
  return keys
}

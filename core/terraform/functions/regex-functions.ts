import { list, object, string, tuple, unknown, type Value } from '../../domain/value.ts'
import { limitText, made, text } from './define.ts'
import { compilePattern, type Program } from './regex/compile-pattern.ts'
import { findMatches, type Match, SearchLimit } from './regex/find-matches.ts'
import { parsePattern } from './regex/parse-pattern.ts'
import { type Pattern, PatternError } from './regex/syntax.ts'
import { ArgumentError, type TerraformFunction } from './terraform-function.ts'

export const regexFunctions = {
  regex: made([text('pattern'), text('string')], (pattern, subject) => {
    const expression = compile(pattern, 'pattern')
    return search(expression, subject, 1, ([match]) => {
      if (!match) throw new ArgumentError('pattern did not match any part of the given string', 'string')
      return matchValue(expression, subject, match)
    })
  }),
  regexall: made([text('pattern'), text('string')], (pattern, subject) => {
    const expression = compile(pattern, 'pattern')
    return search(expression, subject, undefined, (matches) =>
      list(matches.map((match) => matchValue(expression, subject, match))),
    )
  }),
  /** A `substr` between slashes is a pattern. */
  replace: made([text('str'), text('substr'), text('replace')], (str, substr, replacement) => {
    if (!(substr.length > 1 && substr.startsWith('/') && substr.endsWith('/'))) {
      limitText(str.length + (str.split(substr).length - 1) * replacement.length)
      return string(
        substr === '' ? betweenCharacters(str, replacement) : str.replaceAll(substr, () => replacement),
      )
    }
    const expression = compile(substr.slice(1, -1), 'substr')
    return search(expression, str, undefined, (matches) =>
      string(replaceMatches(expression, str, matches, replacement)),
    )
  }),
} satisfies Record<string, TerraformFunction>

interface Expression extends Pattern {
  readonly program: Program
}

function compile(source: string, parameter: string): Expression {
  try {
    const pattern = parsePattern(source)
    return { ...pattern, program: compilePattern(pattern) }
  } catch (error) {
    if (error instanceof PatternError)
      throw new ArgumentError(
        `invalid regexp pattern: ${error.message} in ${JSON.stringify(source)}`,
        parameter,
      )
    throw error
  }
}

function search(
  { program }: Expression,
  subject: string,
  limit: number | undefined,
  use: (matches: readonly Match[]) => Value,
): Value {
  try {
    return use(findMatches(program, subject, limit))
  } catch (error) {
    if (error instanceof SearchLimit)
      return unknown(
        'the regular expression takes too many steps on its text; a shorter text or pattern would do',
      )
    throw error
  }
}

/** A string without groups, an object of named ones, a tuple of plain ones. */
function matchValue({ groups }: Pattern, subject: string, match: Match): Value {
  if (groups.length === 0) return string(subject.slice(match[0], match[1]))
  const values = groups.map((_, index) => group(subject, match, index + 1))
  const names = groups.filter((name) => name !== undefined)
  if (names.length === 0) return tuple(values)
  if (names.length < groups.length)
    throw new ArgumentError(
      'invalid regexp pattern: cannot mix both named and unnamed capture groups',
      'pattern',
    )
  return object(new Map(names.map((name, index) => [name, values[index]!])))
}

function group(subject: string, match: Match, index: number): Value {
  const start = match[index * 2] ?? -1
  const end = match[index * 2 + 1] ?? -1
  return start < 0 || end < 0 ? { kind: 'null' } : string(subject.slice(start, end))
}

function replaceMatches(
  expression: Pattern,
  subject: string,
  matches: readonly Match[],
  template: string,
): string {
  const parts: string[] = []
  let length = subject.length
  let from = 0
  for (const match of matches) {
    const expanded = expand(expression, subject, match, template)
    length += expanded.length
    limitText(length)
    parts.push(subject.slice(from, match[0]), expanded)
    from = match[1]!
  }
  return parts.join('') + subject.slice(from)
}

/** Go's `$1`, `${1}`, `$name`: a name is as long as it can be, and one that is not a group is empty. */
function expand({ groups }: Pattern, subject: string, match: Match, template: string): string {
  return template.replace(/\$(?:(\$)|(\w+)|\{(\w+)\})/g, (_, dollar, bare, braced) => {
    if (dollar) return '$'
    const name: string = bare ?? braced
    const index = /^\d+$/.test(name) ? Number(name) : groups.indexOf(name) + 1
    const isGroup = /^\d+$/.test(name) ? index <= groups.length : index > 0
    const value = isGroup ? group(subject, match, index) : undefined
    return value?.kind === 'string' ? value.value : ''
  })
}

function betweenCharacters(str: string, replacement: string): string {
  return replacement + Array.from(str, (character) => character + replacement).join('')
}

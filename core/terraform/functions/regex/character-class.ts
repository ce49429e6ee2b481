import { PatternError } from './syntax.ts'

/** Whether a code point belongs to a class. */
export type Test = (codePoint: number) => boolean

const between =
  (first: string, last: string): Test =>
  (point) =>
    point >= first.codePointAt(0)! && point <= last.codePointAt(0)!
const oneOf = (characters: string): Test => {
  const points = new Set(Array.from(characters, (character) => character.codePointAt(0)!))
  return (point) => points.has(point)
}
export const anyOf =
  (tests: readonly Test[]): Test =>
  (point) =>
    tests.some((test) => test(point))
export const not =
  (test: Test): Test =>
  (point) =>
    !test(point)

const digit = between('0', '9')
const lower = between('a', 'z')
const upper = between('A', 'Z')
export const word = anyOf([digit, lower, upper, oneOf('_')])
/** Go's `\s` has no vertical tab and nothing beyond ASCII. */
const space = oneOf('\t\n\f\r ')

const PERL: Readonly<Record<string, Test>> = {
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  w: word,
  W: not(word),
}

export function perlClass(letter: string): Test | undefined {
  return Object.hasOwn(PERL, letter) ? PERL[letter] : undefined
}

const POSIX: Readonly<Record<string, Test>> = {
  alnum: anyOf([digit, lower, upper]),
  alpha: anyOf([lower, upper]),
  ascii: between('\0', '\x7f'),
  blank: oneOf('\t '),
  cntrl: anyOf([between('\0', '\x1f'), oneOf('\x7f')]),
  digit,
  graph: between('!', '~'),
  lower,
  print: between(' ', '~'),
  punct: anyOf([between('!', '/'), between(':', '@'), between('[', '`'), between('{', '~')]),
  space: oneOf('\t\n\v\f\r '),
  upper,
  word,
  xdigit: anyOf([digit, between('a', 'f'), between('A', 'F')]),
}

/** `[:alpha:]` or `[:^alpha:]`, given without its brackets. */
export function posixClass(name: string): Test {
  const plain = name.startsWith('^') ? name.slice(1) : name
  const test = Object.hasOwn(POSIX, plain) ? POSIX[plain] : undefined
  if (!test) throw new PatternError(`invalid character class range: \`[:${name}:]\``)
  return name === plain ? test : not(test)
}

/** `\p{Greek}`, `\p{Lu}`, `\pL`: JavaScript knows the same names, scripts under a prefix. */
export function unicodeClass(name: string, negated: boolean): Test {
  const plain = name.startsWith('^') ? name.slice(1) : name
  const pattern = /^[A-Za-z_]+$/.test(plain)
    ? (compileUnicode(plain) ?? compileUnicode(`Script=${plain}`))
    : undefined
  if (plain !== 'Any' && !pattern) throw new PatternError(`invalid character class range: \`\\p{${name}}\``)
  const test: Test = pattern ? (point) => pattern.test(String.fromCodePoint(point)) : () => true
  return negated === (name !== plain) ? test : not(test)
}

function compileUnicode(name: string): RegExp | undefined {
  try {
    return new RegExp(`^\\p{${name}}$`, 'u')
  } catch {
    return undefined
  }
}

/** The same letters without regard to case. */
export function foldCase(test: Test): Test {
  return (point) => {
    if (test(point)) return true
    const character = String.fromCodePoint(point)
    return [character.toLowerCase(), character.toUpperCase()].some(
      (folded) => folded !== character && [...folded].length === 1 && test(folded.codePointAt(0)!),
    )
  }
}

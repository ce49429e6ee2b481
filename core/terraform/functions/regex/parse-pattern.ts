import { anyOf, foldCase, not, perlClass, posixClass, type Test, unicodeClass } from './character-class.ts'
import { type Node, type Pattern, PatternError } from './syntax.ts'

interface Flags {
  readonly ignoreCase: boolean
  readonly multiLine: boolean
  readonly dotAll: boolean
  readonly swapGreed: boolean
}

/** Go's own bounds: repetitions, and nesting. */
const MAX_REPEAT = 1000
const MAX_DEPTH = 200

const ESCAPED: Readonly<Record<string, string>> = { a: '\x07', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** Reads a pattern of Go's regexp package (RE2: no back references, no look around). Throws `PatternError`. */
export function parsePattern(source: string): Pattern {
  return new PatternParser(source).parse()
}

class PatternParser {
  readonly #characters: readonly string[]
  readonly #groups: (string | undefined)[] = []
  #at = 0
  #depth = 0
  #flags: Flags = { ignoreCase: false, multiLine: false, dotAll: false, swapGreed: false }

  constructor(source: string) {
    this.#characters = [...source]
  }

  parse(): Pattern {
    const root = this.#choice()
    if (this.#at < this.#characters.length) throw new PatternError('unexpected ): `)`')
    return { root, groups: this.#groups }
  }

  #peek(offset = 0): string {
    return this.#characters[this.#at + offset] ?? ''
  }

  #eat(text: string): boolean {
    const here = this.#characters.slice(this.#at, this.#at + text.length).join('')
    if (here !== text) return false
    this.#at += text.length
    return true
  }

  #choice(): Node {
    const outer = this.#flags
    if (++this.#depth > MAX_DEPTH) throw new PatternError('expression nests too deeply')
    const branches: Node[] = [this.#sequence()]
    while (this.#eat('|')) branches.push(this.#sequence())
    this.#depth--
    this.#flags = outer
    return branches.length === 1 ? branches[0]! : { kind: 'choice', parts: branches }
  }

  #sequence(): Node {
    const parts: Node[] = []
    while (this.#at < this.#characters.length && this.#peek() !== '|' && this.#peek() !== ')') {
      if (this.#eat('\\Q')) {
        // A quantifier after the quotation is for its last character.
        const quoted = this.#quotation()
        const last = quoted.pop()
        parts.push(...quoted)
        if (last) parts.push(this.#repeated(last))
        continue
      }
      const atom = this.#atom()
      if (atom) parts.push(this.#repeated(atom))
    }
    return { kind: 'sequence', parts }
  }

  #repeated(atom: Node): Node {
    const counts = this.#quantifier()
    if (!counts) return atom
    const greedy = this.#eat('?') === this.#flags.swapGreed
    if (this.#quantifier()) throw new PatternError('invalid nested repetition operator')
    return { kind: 'repeat', of: atom, min: counts[0], max: counts[1], greedy }
  }

  #quantifier(): readonly [number, number] | undefined {
    if (this.#eat('*')) return [0, Number.POSITIVE_INFINITY]
    if (this.#eat('+')) return [1, Number.POSITIVE_INFINITY]
    if (this.#eat('?')) return [0, 1]
    const braces = /^\{(\d{1,9})(,(\d{0,9}))?\}/.exec(
      this.#characters.slice(this.#at, this.#at + 24).join(''),
    )
    if (!braces) return undefined
    const min = Number(braces[1])
    const max = braces[2] === undefined ? min : braces[3] ? Number(braces[3]) : Number.POSITIVE_INFINITY
    if (min > MAX_REPEAT || (max > MAX_REPEAT && Number.isFinite(max)) || max < min)
      throw new PatternError(`invalid repeat count: \`${braces[0]}\``)
    this.#at += braces[0].length
    return [min, max]
  }

  #atom(): Node | undefined {
    const character = this.#peek()
    switch (character) {
      case '(':
        return this.#group()
      case '[':
        return this.#bracket()
      case '\\':
        return this.#escape()
      case '.': {
        this.#at++
        const { dotAll } = this.#flags
        return { kind: 'character', test: (point) => dotAll || point !== 10 }
      }
      case '^':
        this.#at++
        return { kind: 'assertion', at: this.#flags.multiLine ? 'line start' : 'start' }
      case '$':
        this.#at++
        return { kind: 'assertion', at: this.#flags.multiLine ? 'line end' : 'end' }
      case '*':
      case '+':
      case '?':
        throw new PatternError(`missing argument to repetition operator: \`${character}\``)
      default:
        this.#at++
        return this.#literal(character)
    }
  }

  #literal(character: string): Node {
    const wanted = character.codePointAt(0)!
    return this.#class((point) => point === wanted)
  }

  #class(test: Test): Node {
    return { kind: 'character', test: this.#flags.ignoreCase ? foldCase(test) : test }
  }

  #group(): Node | undefined {
    this.#at++
    if (!this.#eat('?')) return this.#capture(undefined)
    if (this.#eat('P<') || (this.#peek() === '<' && !'=!'.includes(this.#peek(1)) && this.#eat('<'))) {
      const end = this.#characters.indexOf('>', this.#at)
      const name = this.#characters.slice(this.#at, end < 0 ? undefined : end).join('')
      if (end < 0 || !/^\w+$/.test(name)) throw new PatternError(`invalid named capture: \`(?P<${name}\``)
      this.#at = end + 1
      return this.#capture(name)
    }
    return this.#flagGroup()
  }

  #capture(name: string | undefined): Node {
    this.#groups.push(name)
    const index = this.#groups.length
    return { kind: 'group', index, of: this.#closed() }
  }

  #closed(): Node {
    const inner = this.#choice()
    if (!this.#eat(')')) throw new PatternError('missing closing )')
    return inner
  }

  /** `(?i)` for the rest of the group around it, `(?i:…)` for its own content. */
  #flagGroup(): Node | undefined {
    const letters = /^[imsU-]*/.exec(this.#characters.slice(this.#at, this.#at + 12).join(''))![0]
    this.#at += letters.length
    const outer = this.#flags
    const [on, off = ''] = letters.split('-')
    const set = (letter: string, before: boolean) =>
      off.includes(letter) ? false : on!.includes(letter) || before
    const flags: Flags = {
      ignoreCase: set('i', outer.ignoreCase),
      multiLine: set('m', outer.multiLine),
      dotAll: set('s', outer.dotAll),
      swapGreed: set('U', outer.swapGreed),
    }
    if (letters.endsWith('-') || letters.split('-').length > 2)
      throw new PatternError(`invalid or unsupported Perl syntax: \`(?${letters}\``)
    if (letters !== '' && this.#eat(')')) {
      this.#flags = flags
      return undefined
    }
    if (!this.#eat(':'))
      throw new PatternError(`invalid or unsupported Perl syntax: \`(?${letters}${this.#peek()}\``)
    this.#flags = flags
    const inner = this.#closed()
    this.#flags = outer
    return { kind: 'sequence', parts: [inner] }
  }

  #escape(): Node {
    const letter = this.#peek(1)
    const assertion = ({ A: 'start', z: 'end', b: 'word boundary', B: 'no word boundary' } as const)[
      letter as 'A'
    ]
    if (assertion) {
      this.#at += 2
      return { kind: 'assertion', at: assertion }
    }
    return this.#class(this.#escapedClass() ?? equalTo(this.#escapedCharacter()))
  }

  #quotation(): Node[] {
    const parts: Node[] = []
    while (this.#at < this.#characters.length && !this.#eat('\\E'))
      parts.push(this.#literal(this.#characters[this.#at++]!))
    return parts
  }

  /** `\d`, `\pL`, `\p{Greek}`; not moved on where it is something else. */
  #escapedClass(): Test | undefined {
    const letter = this.#peek(1)
    const perl = perlClass(letter)
    if (perl) {
      this.#at += 2
      return perl
    }
    if (letter !== 'p' && letter !== 'P') return undefined
    const long = /^\{([^}]{0,40})\}/.exec(this.#characters.slice(this.#at + 2, this.#at + 44).join(''))
    const name = long ? long[1]! : this.#peek(2)
    this.#at += 2 + (long ? long[0].length : 1)
    return unicodeClass(name, letter === 'P')
  }

  #escapedCharacter(): number {
    const rest = this.#characters.slice(this.#at + 1, this.#at + 12).join('')
    const hex = /^x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,8})\})/.exec(rest)
    const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(rest)
    const letter = this.#peek(1)
    if (hex) {
      const point = Number.parseInt(hex[1] ?? hex[2]!, 16)
      if (point > 0x10ffff) throw new PatternError(`invalid escape sequence: \`\\${hex[0]}\``)
      this.#at += 1 + hex[0].length
      return point
    }
    if (octal) {
      this.#at += 1 + octal[0].length
      return Number.parseInt(octal[0], 8)
    }
    if (letter === '') throw new PatternError('trailing backslash at end of expression')
    const plain = Object.hasOwn(ESCAPED, letter)
      ? ESCAPED[letter]
      : /^[!-/:-@[-`{-~]$/.test(letter)
        ? letter
        : undefined
    if (plain === undefined) throw new PatternError(`invalid escape sequence: \`\\${letter}\``)
    this.#at += 2
    return plain.codePointAt(0)!
  }

  #bracket(): Node {
    this.#at++
    const negated = this.#eat('^')
    const tests: Test[] = []
    for (let first = true; first || this.#peek() !== ']'; first = false) {
      if (this.#at >= this.#characters.length) throw new PatternError('missing closing ]')
      tests.push(this.#bracketItem())
    }
    this.#at++
    const test = anyOf(tests)
    const folded = this.#flags.ignoreCase ? foldCase(test) : test
    return { kind: 'character', test: negated ? not(folded) : folded }
  }

  #bracketItem(): Test {
    const posix = /^\[:(\^?\w{0,12}):\]/.exec(this.#characters.slice(this.#at, this.#at + 18).join(''))
    if (posix) {
      this.#at += posix[0].length
      return posixClass(posix[1]!)
    }
    if (this.#peek() === '\\') {
      const escaped = this.#escapedClass()
      if (escaped) return escaped
    }
    const low = this.#bracketCharacter()
    if (this.#peek() !== '-' || this.#peek(1) === ']' || this.#peek(1) === '') return equalTo(low)
    this.#at++
    const high = this.#bracketCharacter()
    if (high < low) throw new PatternError('invalid character class range')
    return (point) => point >= low && point <= high
  }

  #bracketCharacter(): number {
    if (this.#peek() === '\\') return this.#escapedCharacter()
    return this.#characters[this.#at++]!.codePointAt(0)!
  }
}

function equalTo(wanted: number): Test {
  return (point) => point === wanted
}

/** A mistake that is put into the sources for one run, to see whether the fuzzer finds it. */
export interface PlantedDefect {
  readonly target: string
  readonly what: string
  /** From the repository's root; `right` stands in it once. */
  readonly file: string
  readonly right: string
  readonly wrong: string
}

/** Mistakes of the kinds that parsers have had: a bound left out, one too many, a name taken for a method, a loop. */
export const PLANTED_DEFECTS: readonly PlantedDefect[] = [
  {
    target: 'hcl',
    what: 'an escaped character beyond Unicode',
    file: 'core/hcl/string-escape.ts',
    right: 'if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {',
    wrong: 'if (code >= 0xd800 && code <= 0xdfff) {',
  },
  {
    target: 'hcl',
    what: 'half an escaped character in JSON',
    file: 'core/hcl/json/read-json.ts',
    right: 'u[0-9a-fA-F]{4})/y',
    wrong: 'u[0-9a-fA-F]{0,4})/y',
  },
  {
    target: 'hcl',
    what: 'an unfinished escape that ends after the text',
    file: 'core/hcl/string-escape.ts',
    right: 'const end = at + 2 + digits.length',
    wrong: 'const end = at + 2 + length',
  },
  {
    target: 'expressions',
    what: 'more spaces than a text can hold',
    file: 'core/terraform/functions/text-functions.ts',
    right: "if (!str.includes('\\n')) return string(str)\n",
    wrong: '\n',
  },
  {
    target: 'expressions',
    what: 'a list cut into pieces of nothing',
    file: 'core/terraform/functions/list-functions.ts',
    right: 'if (size === 0) return list([input])\n',
    wrong: '\n',
  },
  {
    target: 'expressions',
    what: 'a width of a number that nothing bounds',
    file: 'core/terraform/functions/format/format-number-verb.ts',
    right: 'limitText(Math.max(verb.width ?? 0, verb.precision ?? 0))\n',
    wrong: '\n',
  },
  {
    target: 'yaml',
    what: 'a mistake placed after the end of the text',
    file: 'core/kubernetes/yaml/compose-document.ts',
    right: 'const within = (offset: number) => Math.min(start + offset, end)',
    wrong: 'const within = (offset: number) => start + offset',
  },
  {
    target: 'config',
    what: 'a mistake placed after the end of ascribe.yml',
    file: 'core/config/yaml-tree.ts',
    right: 'const within = (offset: number) => Math.min(offset, source.text.length)',
    wrong: 'const within = (offset: number) => offset',
  },
  {
    target: 'plan',
    what: 'members of what is no object',
    file: 'core/terraform/plan/plan-json.ts',
    right: 'return isJson(value) ? Object.entries(value) : []',
    wrong: 'return Object.entries(value as Json)',
  },
  {
    target: 'focus',
    what: 'an amount with an exponent that nothing bounds',
    file: 'core/billing/decimal.ts',
    right: 'if (significant.length + shift > MAX_DIGITS) return undefined\n',
    wrong: '\n',
  },
  {
    target: 'focus',
    what: 'the last digit of an amount',
    file: 'core/billing/decimal.ts',
    right: "const fraction = digits.slice(-SCALE).replace(/0+$/, '')",
    wrong: "const fraction = digits.slice(-SCALE, -1).replace(/0+$/, '')",
  },
]

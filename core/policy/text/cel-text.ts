import { NOT_BLANK } from '../re2.ts'
import type { Allowed, Atom, Case } from '../refusals.ts'

/** A CEL string: JSON's escapes are CEL's too. */
export function celString(text: string): string {
  return JSON.stringify(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  )
}

function celList(texts: readonly string[]): string {
  return `[${texts.map(celString).join(', ')}]`
}

/** How an expression looks at the labels. */
export interface CelLabels {
  has(name: string): string
  get(name: string): string
}

/** True where any of the cases holds. */
export function celRefuses(cases: readonly Case[], labels: CelLabels): string {
  const texts = cases.map((atoms) => atoms.map((atom) => celAtom(atom, labels)).join(' && '))
  return texts.length === 1 ? texts[0]! : texts.map((text) => `(${text})`).join(' || ')
}

function celAtom(atom: Atom, labels: CelLabels): string {
  const has = labels.has(atom.name)
  const value = labels.get(atom.name)
  switch (atom.kind) {
    case 'absent':
      return `!${has}`
    case 'lacks':
      return `!(${has} && ${value}.matches(${celString(NOT_BLANK)}))`
    case 'equals':
      return `${has} && ${value} == ${celString(atom.value)}`
    case 'blank':
      return `${has} && !${value}.matches(${celString(NOT_BLANK)})`
    case 'notAllowed':
      return `${has} && !(${celAllowed(atom.allowed, value)})`
    default:
      return atom satisfies never
  }
}

function celAllowed({ or, values, spelled, patterns }: Allowed, value: string): string {
  const matches = (pattern: string) => `${value}.matches(${celString(pattern)})`
  const isListed = values && [
    `${value} in ${celList(spelled.length > 0 || patterns.length > 0 ? values : [...values, ...or])}`,
    ...spelled.map(matches),
  ]
  const listed = isListed && (isListed.length === 1 ? isListed[0]! : `(${isListed.join(' || ')})`)
  const rules = [...(listed === undefined ? [] : [listed]), ...patterns.map(matches)].join(' && ')
  const needsOr = or.length > 0 && !(values && spelled.length === 0 && patterns.length === 0)
  return needsOr ? `${value} in ${celList(or)} || ${rules.includes(' && ') ? `(${rules})` : rules}` : rules
}

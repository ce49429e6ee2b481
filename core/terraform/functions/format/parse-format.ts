import { ArgumentError } from '../terraform-function.ts'

/** A piece of a format string: plain text, or a verb that takes an argument. */
export type FormatPiece = string | FormatVerb

export interface FormatVerb {
  /** As written, for messages. */
  readonly raw: string
  readonly offset: number
  readonly flags: string
  readonly width: number | undefined
  readonly precision: number | undefined
  /** Which argument, from zero. */
  readonly argument: number
  readonly mode: string
}

const VERB =
  /%(?:%|(?<flags>[ +\-#0]*)(?<width>[1-9]\d*)?(?:\.(?<precision>\d*))?(?:\[(?<index>\d+)\])?(?<mode>[A-Za-z]))/y

/** Reads a format string of Terraform's `format`, which is a subset of Go's. */
export function parseFormat(format: string): readonly FormatPiece[] {
  const pieces: FormatPiece[] = []
  let next = 0
  for (let at = 0; at < format.length; ) {
    const percent = format.indexOf('%', at)
    if (percent !== at) pieces.push(format.slice(at, percent < 0 ? undefined : percent))
    if (percent < 0) break
    VERB.lastIndex = percent
    const match = VERB.exec(format)
    if (!match) throw new ArgumentError(unrecognized(format, percent), 'format')
    at = percent + match[0].length
    if (match[0] === '%%') {
      pieces.push('%')
      continue
    }
    const { flags = '', width, precision, index, mode = '' } = match.groups!
    if (index === '0')
      throw new ArgumentError(`unrecognized format character "[" at offset ${percent}`, 'format')
    const argument = index === undefined ? next : Number(index) - 1
    next = argument + 1
    pieces.push({
      raw: match[0],
      offset: percent,
      flags,
      width: width === undefined ? undefined : Number(width),
      precision: precision === undefined ? undefined : Number(precision),
      argument,
      mode,
    })
  }
  return pieces
}

function unrecognized(format: string, percent: number): string {
  const rest = format.slice(percent + 1)
  if (rest === '') return 'unexpected end of string while parsing format verb'
  return `unrecognized format character ${JSON.stringify([...rest][0])} at offset ${percent + 1}`
}

import { list, object, string, type Value } from '../../../domain/value.ts'
import { ArgumentError } from '../terraform-function.ts'

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y

/** Reads CSV with a header line, as `csvdecode` does: a list of objects of strings. */
export function parseCsv(text: string): Value {
  const [header, ...rows] = readRows(text)
  if (!header) throw new ArgumentError('missing header line', 'str')
  const repeated = header.find((name, index) => header.indexOf(name) !== index)
  if (repeated !== undefined)
    throw new ArgumentError(`duplicate column name ${JSON.stringify(repeated)}`, 'str')
  const records = rows.map((row, index) => {
    if (row.length !== header.length)
      throw new ArgumentError(`wrong number of fields in record ${index + 2}`, 'str')
    return object(new Map(header.map((name, column) => [name, string(row[column]!)])))
  })
  return list(records)
}

function readRows(text: string): readonly (readonly string[])[] {
  const plain = text.replaceAll('\r\n', '\n').replace(/\n+$/, '')
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < plain.length; ) {
    if (row.length === 0 && plain[at] === '\n') {
      at++ // empty lines are passed over
      continue
    }
    FIELD.lastIndex = at
    const match = FIELD.exec(plain)
    if (!match) throw new ArgumentError(`bare or unclosed " in record ${rows.length + 1}`, 'str')
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]!)
    at = FIELD.lastIndex
    if (match[3] === ',' && at < plain.length) continue
    if (match[3] === ',') row.push('')
    rows.push(row)
    row = []
  }
  return rows
}

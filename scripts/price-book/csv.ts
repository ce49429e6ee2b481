/** Rows of a CSV file as objects by column name. Quoted fields may hold commas and doubled quotes, not line breaks. */
export function parseCsv(text: string): Record<string, string>[] {
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  if (header === undefined) throw new Error('the file is empty, expected a header line')
  const names = fields(header)
  return lines.map((line, index) => {
    const values = fields(line)
    if (values.length !== names.length)
      throw new Error(`line ${index + 2} has ${values.length} fields, expected ${names.length}: ${line}`)
    return Object.fromEntries(names.map((name, at) => [name, values[at]!]))
  })
}

function fields(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

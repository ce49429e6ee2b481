/** The fields of a line of CSV; quoted ones may hold commas and doubled quotes. */
export function csvFields(line: string): string[] {
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (line[at] === '"') {
      let field = ''
      for (let start = at + 1; ; ) {
        const quote = line.indexOf('"', start)
        if (quote < 0) throw new Error(`a quoted field does not end: ${line.slice(at, at + 40)}`)
        field += line.slice(start, quote)
        at = quote + 1
        if (line[at] !== '"') break
        field += '"'
        start = at + 1
      }
      fields.push(field)
    } else {
      const comma = line.indexOf(',', at)
      const end = comma < 0 ? line.length : comma
      fields.push(line.slice(at, end))
      at = end
    }
    if (at >= line.length) return fields
    if (line[at] !== ',') throw new Error(`expected a comma after a quoted field: ${line.slice(at, at + 40)}`)
    at++
  }
}

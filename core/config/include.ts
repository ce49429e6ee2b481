import type { Problem } from '../source/problem.ts'
import type { Range, SourceFile } from '../source/source-file.ts'
import { resolvePath } from '../source/source-tree.ts'
import { type Cell, csvRows } from './csv.ts'
import { oneOf, quote } from './wording.ts'
import { readYaml, type YamlEntry, type YamlNode } from './yaml-tree.ts'

/** What files may bring: names of the catalogue and what is known of them. */
const SECTIONS = ['teams', 'models'] as const
type Section = (typeof SECTIONS)[number]

const MAX_FILES = 50
const MAX_ROWS = 10_000
const MAX_LENGTH = 1024 * 1024

type Mapping = YamlNode & { readonly kind: 'mapping' }

/** Reads a file by its path from the folder of `ascribe.yml`; undefined where there is none. */
export type ReadIncluded = (path: string) => SourceFile | undefined

/**
 * The document of `ascribe.yml` with the `teams` and `models` of the files it includes among its own. They keep their
 * places, so that whatever is wrong with them is said there.
 */
export function withIncluded(
  root: YamlNode,
  read: ReadIncluded,
): { readonly root: YamlNode; readonly problems: readonly Problem[]; readonly files: readonly SourceFile[] } {
  const written = root.kind === 'mapping' ? root.entries.get('include')?.node : undefined
  if (root.kind !== 'mapping' || written?.kind !== 'sequence') return { root, problems: [], files: [] }
  const problems: Problem[] = []
  const files: SourceFile[] = []
  const report = (message: string, range: Range) => problems.push({ severity: 'error', message, range })
  const found = new Map<Section, Map<string, YamlEntry>>()
  for (const section of SECTIONS) {
    const own = root.entries.get(section)?.node
    found.set(section, new Map(own?.kind === 'mapping' ? own.entries : []))
  }
  for (const [index, item] of written.items.entries()) {
    if (item.kind !== 'scalar' || typeof item.value !== 'string') continue // its shape is checked elsewhere
    if (index === MAX_FILES) {
      report(`at most ${MAX_FILES} files are included`, item.range)
      break
    }
    const path = resolvePath('', item.value)
    const source = path === undefined ? undefined : read(path)
    if (!source) {
      report(
        path === undefined
          ? `${quote(item.value)} leaves the repository. expected a path inside it`
          : `${quote(item.value)} is not there or cannot be read. expected a YAML, JSON or CSV file, by its path from here`,
        item.range,
      )
      continue
    }
    files.push(source)
    for (const [section, entries] of sectionsOf(source, report))
      for (const [name, entry] of entries) {
        const known = found.get(section)!
        if (known.has(name)) report(`${quote(name)} is already among the ${section}`, entry.keyRange)
        else known.set(name, entry)
      }
  }
  const entries = new Map(root.entries)
  for (const [section, names] of found) {
    const before = root.entries.get(section)
    if (names.size === 0 || (before && before.node.kind !== 'mapping')) continue
    const keyRange = before?.keyRange ?? written.range
    entries.set(section, {
      keyRange,
      node: { kind: 'mapping', entries: names, range: before?.node.range ?? written.range },
    })
  }
  return { root: { ...root, entries }, problems, files }
}

type ReportAt = (message: string, range: Range) => void

function sectionsOf(
  source: SourceFile,
  report: ReportAt,
): readonly (readonly [Section, ReadonlyMap<string, YamlEntry>])[] {
  if (source.path.toLowerCase().endsWith('.csv')) return table(source, report)
  const { root, problems } = readYaml(source)
  for (const { message, range } of problems) report(message, range)
  if (!root || (root.kind === 'scalar' && root.value === null)) return []
  if (root.kind !== 'mapping') {
    report('expected a mapping with "teams" or "models"', root.range)
    return []
  }
  return [...root.entries].flatMap(([key, { keyRange, node }]) => {
    if (key === 'version') return []
    if (key !== 'teams' && key !== 'models') {
      report(`an included file holds ${oneOf(SECTIONS)} only, found ${quote(key)}`, keyRange)
      return []
    }
    if (node.kind === 'mapping') return [[key, node.entries] as const]
    report(`${key}: expected a mapping (key: value)`, node.range)
    return []
  })
}

const TABLES: Readonly<Record<string, Section>> = { team: 'teams', model: 'models' }

/** The first column holds the names, and its heading says of what: `team` or `model`. The others are their fields. */
function table(
  source: SourceFile,
  report: ReportAt,
): readonly (readonly [Section, ReadonlyMap<string, YamlEntry>])[] {
  const whole = { source, start: 0, end: 0 }
  if (source.text.length > MAX_LENGTH) {
    report(`the file is ${source.text.length} characters long. at most ${MAX_LENGTH} are read`, whole)
    return []
  }
  const rows = csvRows(source)
  const header = rows.next()
  const [first, ...fields] = header.done ? [] : header.value
  const section = first && Object.hasOwn(TABLES, first.text) ? TABLES[first.text] : undefined
  if (!section) {
    report('expected "team" or "model" as the heading of the first column', first?.range ?? whole)
    return []
  }
  const entries = new Map<string, YamlEntry>()
  for (const [name, ...cells] of rows) {
    if (!name) continue
    if (entries.size === MAX_ROWS) {
      report(`at most ${MAX_ROWS} rows are read`, name.range)
      break
    }
    if (cells.length > fields.length)
      report(`this row has more cells than the ${fields.length + 1} headings`, name.range)
    if (entries.has(name.text)) report(`${quote(name.text)} is already among the ${section}`, name.range)
    else entries.set(name.text, { keyRange: name.range, node: record(fields, cells, name) })
  }
  return [[section, entries]]
}

function record(fields: readonly Cell[], cells: readonly Cell[], { range }: Cell): Mapping {
  const entries = new Map<string, YamlEntry>()
  fields.forEach((field, index) => {
    const cell = cells[index]
    if (cell && cell.text !== '')
      entries.set(field.text, {
        keyRange: cell.range,
        node: { kind: 'scalar', value: scalarOf(field.text, cell.text), range: cell.range },
      })
  })
  return { kind: 'mapping', entries, range }
}

const AMOUNTS = ['budget', 'monthly-predictions', 'monthly-value', 'benchmark-per-1k']

/** A table does not tell texts from numbers: the heading does. */
function scalarOf(heading: string, text: string): string | number {
  return AMOUNTS.includes(heading) && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text
}

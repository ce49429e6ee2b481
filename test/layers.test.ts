import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PRESETS } from '../core/config/presets/index.ts'
import { DIMENSIONS } from '../core/domain/owner.ts'

/**
 * The rooms of core/, and which others each may look into. docs/architecture.md shows this table to people; a test
 * below holds the two together.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  source: [],
  domain: ['source'],
  hcl: ['source', 'domain'],
  config: ['source', 'domain'],
  terraform: ['source', 'domain', 'hcl', 'config'],
  kubernetes: ['source', 'domain', 'config'],
  topology: ['source', 'domain'],
  tags: ['source', 'domain', 'topology', 'config'],
  pricing: ['source', 'domain', 'topology', 'config'],
  savings: ['source', 'domain', 'pricing', 'topology', 'config'],
  suggestions: ['source', 'domain', 'pricing', 'topology', 'config'],
  attribution: ['source', 'domain', 'pricing', 'tags', 'topology', 'config'],
  review: ['source', 'domain', 'tags', 'pricing', 'attribution', 'topology', 'config'],
  billing: ['source', 'domain', 'attribution', 'tags', 'config'],
  exemptions: ['source', 'domain', 'hcl', 'config', 'review'],
  render: ['source', 'domain', 'review', 'billing'],
  policy: ['source', 'domain', 'tags', 'config'],
  init: ['source', 'domain', 'config', 'review'],
  'report-files': ['source', 'domain', 'review'],
  fix: [
    'source',
    'domain',
    'config',
    'terraform',
    'kubernetes',
    'tags',
    'topology',
    'attribution',
    'review',
    'render',
  ],
  editor: [
    'source',
    'domain',
    'hcl',
    'config',
    'terraform',
    'tags',
    'pricing',
    'attribution',
    'review',
    'render',
  ],
}

/**
 * The rooms that put layers together: each may look into every layer, and into these rooms. No layer looks into one of
 * them. The files directly in core/ may import everything in it.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  settings: [],
  projects: ['settings'],
  inspect: ['settings', 'projects'],
  settling: ['settings', 'inspect'],
  changes: ['settings', 'projects', 'inspect', 'settling'],
  workspace: ['settings', 'projects', 'inspect', 'settling', 'found-at-files.ts', 'settle-at-file.ts'],
  'quick-fixes': ['inspect', 'workspace.ts'],
  'fix-plan': ['settings', 'projects', 'inspect', 'settling', 'quick-fixes', 'workspace.ts'],
}

/** What a front end may import besides core/index.ts and its own. */
const FRONT_ENDS: Readonly<Record<string, readonly string[]>> = {
  action: [
    'bills',
    'cli/booked-records.ts',
    'cli/dashboard-pages.ts',
    'cli/ledger-folder.ts',
    'cli/read-bill-report.ts',
    'cli/state-ids.ts',
    'cli/today.ts',
    'cli/trees',
    'modules',
  ],
  cli: ['bills', 'lsp', 'modules'],
  lsp: ['cli/trees', 'cli/price-book.ts', 'modules'],
  modules: ['cli/trees'],
  bills: [],
}

/** Which part of core/ may use a package. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  yaml: ['core/config/', 'core/terraform/functions/', 'core/kubernetes/'],
  zod: ['core/config/', 'core/report-files/', 'core/billing/chargeback/'],
  picocolors: ['core/render/'],
}

/** core/ is told everything: it looks at no clock, environment, network or chance. */
const IMPURE =
  /(?<![\w.$'"`])(?:process\.|globalThis\b|console\.|fetch\(|Buffer\b|require\(|Date\.now\(|new Date\(\)|performance\.|Math\.random\(|crypto\.|setTimeout\(|eval\(|new Function\()/

interface Source {
  /** From the repository's root. */
  readonly path: string
  readonly text: string
}

interface Import {
  readonly specifier: string
  readonly line: number
}

const IMPORT =
  /^(?:import|export)\s+(?:type\s+)?(?:(?:[\w$]+\s*,\s*)?\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?|[\w$]+)\s+from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

function importsOf({ text }: Source): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => ({
    specifier: (match[1] ?? match[2] ?? match[3])!,
    line: text.slice(0, match.index).split('\n').length,
  }))
}

/** What the files import against the table, each as `file:line: what is wrong, and what is allowed`. */
function violations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ specifier, line }) => {
      const wrong = wrongImport(source.path, specifier)
      return wrong === undefined ? [] : [`${source.path}:${line}: ${wrong}`]
    }),
  )
}

function wrongImport(path: string, specifier: string): string | undefined {
  const target = specifier.startsWith('.') ? posix.join(dirname(path), specifier) : undefined
  if (!path.startsWith('core/')) {
    const isDeep = target?.startsWith('core/') && target !== 'core/index.ts'
    if (isDeep) return `imports "${target}": a front end imports core/index.ts and nothing deeper`
    return target === undefined ? undefined : wrongNeighbour(path, target)
  }
  if (target === undefined) return wrongPackage(path, specifier)
  const layer = layerOf(path)
  // Files directly in core/ are the door: they put the layers together.
  if (layer === undefined)
    return target.startsWith('core/') ? undefined : `imports "${target}", outside core/`
  const allowed = LAYERS[layer] ?? (ROOMS[layer] && [...Object.keys(LAYERS), ...ROOMS[layer]])
  if (!allowed) return `lies in "core/${layer}/", which the tables in test/layers.test.ts do not have`
  const wanted = layerOf(target) ?? target.replace('core/', '')
  if (wanted === layer || allowed.includes(wanted)) return undefined
  const may = allowed.length === 0 ? 'nothing else' : [...allowed].sort().join(', ')
  return `imports "${target}": ${layer} may import ${may}`
}

function wrongNeighbour(path: string, target: string): string | undefined {
  const own = path.split('/')[0]!
  const [room] = target.split('/')
  if (room === own || room === 'core' || !(room! in FRONT_ENDS)) return undefined
  const may = FRONT_ENDS[own] ?? []
  if (may.some((allowed) => target === allowed || target.startsWith(`${allowed}/`))) return undefined
  return `imports "${target}": ${own} may import ${['core/index.ts', ...may].join(', ')}`
}

function wrongPackage(path: string, specifier: string): string | undefined {
  const folders = PACKAGES[specifier]
  if (!folders)
    return `imports "${specifier}": core may import ${Object.keys(PACKAGES).join(', ')}, nothing of Node`
  if (folders.some((folder) => path.startsWith(folder))) return undefined
  return `imports "${specifier}", which is for ${folders.join(' and ')}`
}

/** `core/tags/rules/missing-tag.ts` → `tags`; undefined for a file directly in core/. */
function layerOf(path: string): string | undefined {
  const [core, layer, ...rest] = path.split('/')
  return core === 'core' && rest.length > 0 ? layer : undefined
}

function impurities({ path, text }: Source): string[] {
  return linesOfCode(text).flatMap(({ code, line }) => {
    const found = IMPURE.exec(code)
    return found ? [`${path}:${line}: "${found[0]}": core is handed what it needs to know`] : []
  })
}

/** Tag keys that are no everyday words; `team` is also the name of a dimension. */
const TAG_KEYS = Object.values(PRESETS)
  .flatMap(({ keys }) => keys.map(({ key }) => key))
  .filter((key) => !DIMENSIONS.some((dimension) => dimension === key))

function tagKeysByName({ path, text }: Source): string[] {
  return linesOfCode(text).flatMap(({ code, line }) =>
    TAG_KEYS.filter((key) => new RegExp(`(?<![\\w-])${key}(?![\\w-])`).test(code)).map(
      (key) => `${path}:${line}: "${key}": the schema's dimensions say which key is meant`,
    ),
  )
}

/** Without the lines that are comments. */
function linesOfCode(text: string): { code: string; line: number }[] {
  return text
    .split('\n')
    .map((line, index) => ({ code: line.replace(/^\s*(?:\/\/|\/?\*).*/, ''), line: index + 1 }))
}

const root = fileURLToPath(new URL('..', import.meta.url))

function sourcesIn(folder: string): Source[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }))
}

describe('layers', () => {
  it('core and the front ends import only what the tables allow', () => {
    const sources = ['core', 'cli', 'modules', 'lsp', 'action', 'extension'].flatMap(sourcesIn)
    assert.ok(sources.length > 100, `only ${sources.length} files were found`)
    assert.deepEqual(violations(sources), [])
  })

  it('core looks at no clock, environment, network or chance', () => {
    assert.deepEqual(sourcesIn('core').flatMap(impurities), [])
  })

  it('no tag key is known by name outside core/config', () => {
    const sources = sourcesIn('core').filter(({ path }) => !path.startsWith('core/config/'))
    assert.deepEqual(sources.flatMap(tagKeysByName), [])
  })

  it('the tables that docs/architecture.md shows are these', () => {
    const enforced = Object.entries(LAYERS)
      .filter(([layer]) => layer !== 'source' && layer !== 'domain')
      .map(([layer, may]) => [layer, may.filter((name) => name !== 'source' && name !== 'domain').sort()])
    assert.deepEqual(shownTable('| layer | may import'), Object.fromEntries(enforced))
    const rooms = Object.entries(ROOMS).map(([room, may]) => [room, [...may].sort()])
    assert.deepEqual(shownTable('| room | may import'), Object.fromEntries(rooms))
  })

  it('the check sees what is forbidden', () => {
    const text = [
      "import { readFileSync } from 'node:fs'",
      'import {',
      '  estimate,',
      "} from '../../pricing/estimate.ts'",
      "export * from '../../hcl/parse.ts'",
      "import type { Finding } from '../../domain/finding.ts'",
      "const lazy = import('../../index.ts')",
      "import pc from 'picocolors'",
    ].join('\n')
    assert.deepEqual(violations([{ path: 'core/tags/rules/missing-tag.ts', text }]), [
      'core/tags/rules/missing-tag.ts:1: imports "node:fs": core may import yaml, zod, picocolors, nothing of Node',
      'core/tags/rules/missing-tag.ts:2: imports "core/pricing/estimate.ts": tags may import config, domain, source, topology',
      'core/tags/rules/missing-tag.ts:5: imports "core/hcl/parse.ts": tags may import config, domain, source, topology',
      'core/tags/rules/missing-tag.ts:7: imports "core/index.ts": tags may import config, domain, source, topology',
      'core/tags/rules/missing-tag.ts:8: imports "picocolors", which is for core/render/',
    ])
    const fixes = "import { quickFixesAt } from '../quick-fixes/quick-fixes.ts'"
    assert.deepEqual(violations([{ path: 'core/settings/find-config.ts', text: fixes }]).length, 1)
    assert.deepEqual(violations([{ path: 'core/fix/settle.ts', text: fixes }]).length, 1)
    assert.deepEqual(violations([{ path: 'core/fix-plan/fix-trial.ts', text: fixes }]), [])
    const command = {
      path: 'cli/commands/review.ts',
      text: "import { usd } from '../../core/domain/money.ts'",
    }
    assert.deepEqual(violations([command]), [
      'cli/commands/review.ts:1: imports "core/domain/money.ts": a front end imports core/index.ts and nothing deeper',
    ])
    const server = { path: 'lsp/server.ts', text: "import { main } from '../cli/main.ts'" }
    assert.deepEqual(violations([server]), [
      'lsp/server.ts:1: imports "cli/main.ts": lsp may import core/index.ts, cli/trees, cli/price-book.ts, modules',
    ])
    assert.equal(impurities({ path: 'core/x.ts', text: 'const now = Date.now()' }).length, 1)
    const rule = { path: 'core/tags/rules/missing-tag.ts', text: "// model_id\ntags.get('model_id')" }
    assert.deepEqual(tagKeysByName(rule), [
      `core/tags/rules/missing-tag.ts:2: "model_id": the schema's dimensions say which key is meant`,
    ])
  })
})

/** What docs/architecture.md says that each may import, by a table's first words. */
function shownTable(heading: string): Record<string, string[]> {
  const text = readFileSync(`${root}docs/architecture.md`, 'utf8')
  const rows = text.slice(text.indexOf(heading)).split('\n\n')[0]!.split('\n').slice(2)
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [names, allowed] = row.split('|').slice(1, 3)
      return named(names!).map((name) => [name, named(allowed!).sort()])
    }),
  )
}

/** The names in backticks. */
function named(cell: string): string[] {
  return [...cell.matchAll(/`([\w.-]+)`/g)].map(([, name]) => name!)
}

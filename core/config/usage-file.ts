import type { Problem } from '../source/problem.ts'
import type { Range, SourceFile } from '../source/source-file.ts'
import { CALIBRATION, type Calibration, readCalibration } from './calibration.ts'
import { readYaml, type YamlEntry, type YamlNode } from './yaml-tree.ts'

/** Beside `ascribe.yml`, or in the folder that is reviewed where there is none. */
export const USAGE_FILE_NAME = 'ascribe-usage.yml'

/** What is said to be used a month, in the shape of Infracost's usage files. */
export interface UsageFile {
  /** By address, an index also `[*]`: key → quantity. */
  readonly byAddress: ReadonlyMap<string, Quantities>
  readonly byType: ReadonlyMap<string, Quantities>
  /** What a bill said: its quantities count before all others. */
  readonly measured?: Calibration & { readonly byAddress: ReadonlyMap<string, Quantities> }
}

/** Keys of nested mappings are joined by dots: `standard.storage_gb`. */
export type Quantities = ReadonlyMap<string, Quantity>

export interface Quantity {
  readonly value: number
  readonly range: Range
}

export const NO_USAGE: UsageFile = { byAddress: new Map(), byType: new Map() }

/** Infracost's first and only version. */
export const VERSION_LINE = 'version: 0.1'

const BY_ADDRESS = 'resource_usage'
const BY_TYPE = 'resource_type_default_usage'
/** Quantities beyond this are a mistake. */
export const MAX_QUANTITY = 1e12

/** Never throws: what cannot be used is one problem each, at its place, and the rest holds. */
export function readUsageFile(source: SourceFile): {
  readonly usage: UsageFile
  readonly problems: readonly Problem[]
} {
  const { root, problems: yamlProblems } = readYaml(source)
  const problems: Problem[] = [...yamlProblems]
  if (!root || isEmpty(root)) return { usage: NO_USAGE, problems }
  const report = (message: string, range: Range) => problems.push({ severity: 'warning', message, range })
  const sections = entriesOf(root, 'the file', report)
  for (const [name, { keyRange }] of sections)
    if (![BY_ADDRESS, BY_TYPE, CALIBRATION, 'version'].includes(name))
      report(`unknown key "${name}". expected "${BY_ADDRESS}" or "${BY_TYPE}"`, keyRange)
  const section = (
    name: string,
    within: ReadonlyMap<string, YamlEntry> = sections,
  ): ReadonlyMap<string, Quantities> => {
    const entry = within.get(name)
    if (!entry) return new Map()
    const resources = [...entriesOf(entry.node, name, report)]
    return new Map(resources.map(([key, { node }]) => [key, quantities(node, key, report)]))
  }
  const written = sections.get(CALIBRATION)?.node
  const calibration = written && readCalibration(written, report)
  const measured = calibration && {
    ...calibration,
    byAddress: section(BY_ADDRESS, entriesOf(written, CALIBRATION, report)),
  }
  return {
    usage: {
      byAddress: section(BY_ADDRESS),
      byType: section(BY_TYPE),
      ...(measured && { measured }),
    },
    problems,
  }
}

/** What a file says of a resource under a key: what was measured, then by its address, by the address with `[*]`, by type. */
export function statedInFile(
  { byAddress, byType, measured }: UsageFile,
  { address, type }: { readonly address: string; readonly type: string },
  key: string,
): { readonly quantity: Quantity; readonly isDefault: boolean } | undefined {
  const billed = measured?.byAddress.get(address)?.get(key)
  if (billed) return { quantity: billed, isDefault: false }
  for (const name of namesOf(address)) {
    const quantity = byAddress.get(name)?.get(key)
    if (quantity) return { quantity, isDefault: false }
  }
  const quantity = byType.get(type)?.get(key)
  return quantity && { quantity, isDefault: true }
}

/** What a usage file may call a resource: its address as it stands, with `[*]` as its last index, and with `[*]` for every index. */
export function namesOf(address: string): readonly string[] {
  if (!address.endsWith(']') && !address.includes('[')) return [address]
  const index = /\[(?:\d+|\*|"(?:[^"\\]|\\.)*")\]/g
  const all = address.replace(index, '[*]')
  const last = address.replace(/\[(?:\d+|\*|"(?:[^"\\]|\\.)*")\]$/, '[*]')
  return [...new Set([address, last, all])]
}

type Report = (message: string, range: Range) => void

function quantities(node: YamlNode, name: string, report: Report): Quantities {
  const found = new Map<string, Quantity>()
  const visit = (at: YamlNode, prefix: string): void => {
    for (const [key, { node: child }] of entriesOf(at, prefix === '' ? name : prefix, report)) {
      const path = prefix === '' ? key : `${prefix}.${key}`
      if (child.kind === 'mapping') visit(child, path)
      else if (child.kind === 'scalar' && isQuantity(child.value))
        found.set(path, { value: child.value, range: child.range })
      else if (!isEmpty(child))
        report(`${path} of ${name} is not used: expected a number from 0 to ${MAX_QUANTITY}`, child.range)
    }
  }
  visit(node, '')
  return found
}

function isQuantity(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MAX_QUANTITY
}

function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null
}

/** A mapping whose lines are all commented out says nothing. */
function entriesOf(node: YamlNode, name: string, report: Report): ReadonlyMap<string, YamlEntry> {
  if (node.kind === 'mapping') return node.entries
  if (!isEmpty(node)) report(`${name}: expected a mapping (key: value)`, node.range)
  return new Map()
}

import { isMapping, isSequence, type Value } from '../../domain/value.ts'
import type { Range, SourceFile } from '../../source/source-file.ts'
import type { SourceTree } from '../../source/source-tree.ts'
import { joinPath } from '../../source/source-tree.ts'
import { readDocuments } from '../yaml/read-documents.ts'
import type { Layer, Report } from './layer.ts'
import { textOf, withEntry } from './value-edits.ts'

const KUSTOMIZATION_FILES: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** What is read, and of what kind it has to be. */
const FIELDS: Readonly<Record<string, 'list' | 'mapping' | 'text'>> = {
  apiVersion: 'text',
  kind: 'text',
  metadata: 'mapping',
  resources: 'list',
  bases: 'list',
  components: 'list',
  namespace: 'text',
  namePrefix: 'text',
  nameSuffix: 'text',
  labels: 'list',
  commonLabels: 'mapping',
  commonAnnotations: 'mapping',
  patches: 'list',
  patchesStrategicMerge: 'list',
  patchesJson6902: 'list',
  replicas: 'list',
  images: 'list',
  imageTags: 'list',
  configMapGenerator: 'list',
  secretGenerator: 'list',
  generatorOptions: 'mapping',
  replacements: 'list',
  vars: 'list',
  configurations: 'list',
  crds: 'list',
  openapi: 'mapping',
  helmCharts: 'list',
  helmChartInflationGenerator: 'list',
  helmGlobals: 'mapping',
  generators: 'list',
  transformers: 'list',
  validators: 'list',
  buildMetadata: 'list',
  sortOptions: 'mapping',
}

/** The path of a directory's kustomization file. More than one is one too many: the first counts. */
export function kustomizationPath(tree: SourceTree, directory: string): string | undefined {
  const names = new Set(tree.list(directory).flatMap(({ kind, name }) => (kind === 'file' ? [name] : [])))
  const name = KUSTOMIZATION_FILES.find((candidate) => names.has(candidate))
  return name === undefined ? undefined : joinPath(directory, name)
}

export function readKustomization(source: SourceFile, directory: string, report: Report): Layer | undefined {
  const { documents, problems } = readDocuments(source)
  for (const { message, range } of problems) report(message, range)
  const [value, second] = documents
  if (!value || !isMapping(value)) {
    if (problems.length === 0) report('the kustomization is empty', startOf(source))
    return undefined
  }
  if (second)
    report('a kustomization is one document. this one is not read', second.origins?.[0] ?? startOf(source))
  let checked = value
  for (const [key, written] of value.entries)
    if (written.kind !== 'null' && !isExpected(key, written)) {
      report(mistake(key, written), written.origins?.[0] ?? startOf(source))
      checked = withEntry(checked, key, { ...written, kind: 'null' } as Value)
    }
  const isComponent = textOf(value.entries.get('kind')) === 'Component'
  return { directory, source, value: checked, isComponent }
}

function isExpected(key: string, value: Value): boolean {
  switch (Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined) {
    case 'list':
      return isSequence(value)
    case 'mapping':
      return isMapping(value)
    case 'text':
      return textOf(value) !== undefined
    default:
      return false
  }
}

function mistake(key: string, value: Value): string {
  if (!Object.hasOwn(FIELDS, key)) return `unknown field "${key}" of a kustomization`
  return `"${key}" is a ${value.kind}. expected a ${FIELDS[key]}`
}

const startOf = (source: SourceFile): Range => ({ source, start: 0, end: 0 })

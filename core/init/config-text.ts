import { catalogueLines } from './catalogue-lines.ts'
import type { CatalogueProposal } from './propose-catalogue.ts'
import type { SchemaProposal } from './propose-schema.ts'
import { schemaLines } from './schema-lines.ts'
import type { Counted, Survey } from './survey.ts'
import { type RootUse, variantOf } from './var-files.ts'
import { yamlList, yamlText } from './yaml-text.ts'

/** All that a first `ascribe.yml` is written from. */
export interface Findings {
  readonly survey: Survey
  readonly schema: SchemaProposal
  readonly catalogue: CatalogueProposal
  /** Folders are from the folder of `ascribe.yml` on. */
  readonly roots: readonly RootUse[]
  /** Domains of those who commit, with the number of people. */
  readonly authors: readonly Counted[]
}

const MOST_NAMED = 8
const MOST_PROJECTS = 100

/** The text of `ascribe.yml`: what is proposed, and in comments why. */
export function configText(findings: Findings): string {
  const { survey, schema, catalogue, roots, authors } = findings
  const parts = [
    [
      '# Which tags say whose money it is, and who may be named in them. Written by "ascribe init": read it, change what is',
      '# wrong, and commit it. docs/configuration.md of Ascribe lists every key.',
      ...foundLines(survey, authors),
      'version: 1',
    ],
    schemaLines(schema, catalogue),
    ENFORCEMENT,
    projectLines(roots),
    clusterLines(survey),
    catalogueLines(catalogue),
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const ENFORCEMENT = [
  '# At first findings are warnings and fail nothing. "ascribe baseline" records those of today; then say "mode: enforce", and',
  '# only new ones fail. With a date in place of a mode, reports count the days until then.',
  'enforcement:',
  '  mode: warn',
  '  # enforce-from: 2027-01-15',
]

function foundLines({ providers, regions, keys, taggable }: Survey, authors: readonly Counted[]): string[] {
  const said = (counted: readonly Counted[]) =>
    counted
      .slice(0, MOST_NAMED)
      .map(({ name, count }) => `${yamlText(name)} (${count})`)
      .join(', ')
  const lines: [string, string][] = [
    ['Resources', said(providers)],
    ['Regions', said(regions)],
    [`Tag keys of ${taggable} resources`, said(keys.map(({ key, count }) => ({ name: key, count })))],
    ['People who commit', said(authors)],
  ]
  return lines.map(([what, names]) => `# ${what}: ${names || 'none found'}.`)
}

interface Project {
  readonly name: string
  readonly path: string
  readonly varFile: string | undefined
}

function projectLines(roots: readonly RootUse[]): readonly string[] {
  if (!roots.some(({ varFiles }) => varFiles.length > 0)) return []
  const projects = roots.flatMap(({ folder, varFiles }): readonly Project[] => {
    const path = folder === '' ? '.' : folder
    if (varFiles.length === 0) return [{ name: path, path, varFile: undefined }]
    return varFiles.map((varFile) => ({ name: `${path}-${variantOf(varFile)}`, path, varFile }))
  })
  const names = new Set<string>()
  return [
    '# Var files that Terraform does not read by itself. With this list, only these root modules are reviewed: delete what',
    '# is not applied, and add "workspace" where one is used.',
    'projects:',
    ...projects.slice(0, MOST_PROJECTS).map(({ name, path, varFile }) => {
      const unique = names.has(name) ? `${name} (${varFile})` : name
      names.add(unique)
      const files = varFile === undefined ? '' : `, var-files: ${yamlList([varFile])}`
      return `  - { name: ${yamlText(unique)}, path: ${yamlText(path)}${files} }`
    }),
    ...(projects.length > MOST_PROJECTS ? [`  # ${projects.length - MOST_PROJECTS} more are left out.`] : []),
  ]
}

/** Which manifests run where is a guess while nobody says so: it is made for the only cluster, and else left open. */
function clusterLines({ clusters, manifestFolders, providers, regions }: Survey): readonly string[] {
  if (manifestFolders.length === 0) return []
  const globs = yamlList(manifestFolders.map((folder) => (folder === '' ? '*' : `${folder}/**`)))
  const [only, ...others] = clusters
  if (only && others.length === 0)
    return [
      `# The only cluster that these files make (${yamlText(only.address)}), and all manifests that were found.`,
      'clusters:',
      `  ${yamlText(only.name)}:`,
      `    manifests: ${globs}`,
    ]
  const names = clusters.map(({ name }) => name)
  return [
    names.length > 1
      ? `# Several clusters are made here: ${yamlList(names.slice(0, MOST_NAMED))}. Say which manifests run in which:`
      : '# No cluster with a known name is made here. Say where these manifests run, so that nodes have a price:',
    '# clusters:',
    `#   ${yamlText(names[0] ?? 'main')}:`,
    `#     manifests: ${globs}`,
    ...(names.length > 1 ? [] : placeLines(providers, regions)),
  ]
}

/** Where most of the rest is. */
function placeLines(providers: readonly Counted[], regions: readonly Counted[]): readonly string[] {
  const provider = providers.map(({ name }) => CLOUDS.get(name)).find((cloud) => cloud !== undefined)
  return [
    `#     provider: ${provider ?? 'aws'}`,
    `#     region: ${yamlText(regions[0]?.name ?? 'us-east-1')}`,
  ]
}

const CLOUDS: ReadonlyMap<string, string> = new Map([
  ['aws', 'aws'],
  ['google', 'google'],
  ['google-beta', 'google'],
  ['azurerm', 'azure'],
])

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { REQUIRED } from './platform.ts'

/** A program that does the task, or a part of it. */
export interface Tool {
  readonly name: string
  /** What it does in the comparison, in words for the table. */
  readonly does: string
  readonly task: 'terraform' | 'manifests'
  /** Above this many resources it takes minutes: it is not asked. */
  readonly most: number
  /** Its program on PATH; undefined: our own. */
  readonly program: string | undefined
  command(folder: string, setup: string): readonly string[]
  /** Exit codes with which it has done its work. */
  readonly done: readonly number[]
}

const ROOT = path.join(import.meta.dirname, '../..')
const ASCRIBE = [process.execPath, path.join(ROOT, 'dist/cli.js')]
const READ = [process.execPath, path.join(import.meta.dirname, 'read-files.mjs')]

/** Written once beside the files that are looked at. */
export function writeSetup(folder: string): void {
  for (const name of ['checkov', 'c7n']) mkdirSync(path.join(folder, name), { recursive: true })
  const keys = Object.fromEntries(REQUIRED.map((key) => [key, { required: true }]))
  writeFileSync(
    path.join(folder, 'ascribe.yml'),
    JSON.stringify({
      version: 1,
      schema: { preset: 'none', keys, dimensions: { team: 'team', model: 'model_id' } },
    }),
  )
  writeFileSync(
    path.join(folder, '.tflint.hcl'),
    `config {
  disabled_by_default = true
}
plugin "aws" {
  enabled = true
}
rule "aws_resource_missing_tags" {
  enabled = true
  tags    = ${JSON.stringify(REQUIRED)}
}
`,
  )
  writeFileSync(
    path.join(folder, 'checkov/tags.yaml'),
    `metadata:
  id: CKV2_OWN_1
  name: cost tags
  category: CONVENTION
definition:
  and:
${REQUIRED.map((key) => `    - cond_type: attribute\n      resource_types: [aws_instance, aws_ebs_volume]\n      attribute: tags.${key}\n      operator: exists`).join('\n')}
`,
  )
  writeFileSync(
    path.join(folder, 'c7n/tags.yaml'),
    `policies:
  - name: cost-tags
    resource: [terraform.aws_instance, terraform.aws_ebs_volume]
    filters:
      - or:
${REQUIRED.map((key) => `          - "tag:${key}": absent`).join('\n')}
`,
  )
  writeFileSync(
    path.join(folder, 'kube-linter.yml'),
    `checks:
  doNotAutoAddDefaults: true
  include: [team-label]
customChecks:
  - name: team-label
    template: required-label
    params: { key: team }
    scope: { objectKinds: [DeploymentLike] }
`,
  )
}

export const TOOLS: readonly Tool[] = [
  {
    name: 'reading the files',
    does: 'nothing else: the limit',
    task: 'terraform',
    most: Number.POSITIVE_INFINITY,
    program: undefined,
    command: (folder) => [...READ, folder],
    done: [0],
  },
  {
    name: 'ascribe check',
    does: 'evaluates, prices, checks tags where they reach the bill',
    task: 'terraform',
    most: Number.POSITIVE_INFINITY,
    program: undefined,
    command: (folder) => [...ASCRIBE, 'check', '--no-fetch', folder],
    done: [0, 1],
  },
  {
    name: 'tflint',
    does: 'aws_resource_missing_tags alone',
    task: 'terraform',
    most: 10_000,
    program: 'tflint',
    command: (folder, setup) => [
      'tflint',
      '--recursive',
      `--config=${setup}/.tflint.hcl`,
      `--chdir=${folder}`,
    ],
    done: [0, 2],
  },
  {
    name: 'Checkov',
    does: 'one policy of ours that asks for the tags',
    task: 'terraform',
    most: 2_000,
    program: 'checkov',
    command: (folder, setup) => [
      'checkov',
      '--directory',
      folder,
      '--external-checks-dir',
      path.join(setup, 'checkov'),
      '--check',
      'CKV2_OWN_1',
      '--framework',
      'terraform',
      '--compact',
      '--quiet',
      '--skip-download',
    ],
    done: [0, 1],
  },
  {
    name: 'c7n-left',
    does: 'one policy of ours that asks for the tags; once for each root module, as it takes one folder',
    task: 'terraform',
    most: 2_000,
    program: 'c7n-left',
    command: (folder, setup) => [
      'sh',
      '-c',
      'for root in "$0"/*/; do c7n-left run --policy-dir "$1" --directory "$root" --summary resource || found=1; done; exit ${found:-0}',
      folder,
      path.join(setup, 'c7n'),
    ],
    done: [0, 1],
  },
  {
    name: 'Yor',
    does: 'would write one tag (dry run)',
    task: 'terraform',
    most: 20_000,
    program: 'yor',
    command: (folder) => [
      'yor',
      'tag',
      '--directory',
      folder,
      '--dry-run',
      '--tag-groups',
      'simple',
      '--parsers',
      'Terraform',
    ],
    done: [0],
  },
  {
    name: 'terraform fmt',
    does: 'parses and formats, evaluates nothing',
    task: 'terraform',
    most: 20_000,
    program: 'terraform',
    command: (folder) => ['terraform', 'fmt', '-check', '-recursive', '-list=false', folder],
    done: [0, 3],
  },
  {
    name: 'reading the files',
    does: 'nothing else: the limit',
    task: 'manifests',
    most: Number.POSITIVE_INFINITY,
    program: undefined,
    command: (folder) => [...READ, folder],
    done: [0],
  },
  {
    name: 'ascribe check',
    does: 'places pods, prices, checks labels',
    task: 'manifests',
    most: 20_000,
    program: undefined,
    command: (folder) => [...ASCRIBE, 'check', '--no-fetch', folder],
    done: [0, 1],
  },
  {
    name: 'kube-linter',
    does: 'required-label alone',
    task: 'manifests',
    most: 20_000,
    program: 'kube-linter',
    command: (folder, setup) => [
      'kube-linter',
      'lint',
      '--config',
      path.join(setup, 'kube-linter.yml'),
      folder,
    ],
    done: [0, 1],
  },
]

/** Whether a program is on PATH. */
export function isThere(program: string): boolean {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)))
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hclString } from '../../../core/policy/text/hcl-text.ts'
import type { EngineInput } from '../../../test/policy/support/engine-input.ts'
import { type Ask, json, refusedIn } from './run.ts'

/** checkov reads no .tf.json. */
const TYPES = {
  aws: ['aws_instance', 'tags'],
  azure: ['azurerm_linux_virtual_machine', 'tags'],
  google: ['google_compute_instance', 'labels'],
  kubernetes: undefined,
} as const

interface Report {
  readonly results?: {
    readonly failed_checks: readonly { readonly check_id: string; readonly resource: string }[]
  }
}

export const askCheckov: Ask = (input, folder, run) => {
  mkdirSync(join(folder, 'files'))
  writeFileSync(join(folder, 'files', 'main.tf'), configuration(input))
  const report = json<Report | readonly Report[]>(
    run(
      '--directory',
      'files',
      '--external-checks-dir',
      'documents/checks',
      '--framework',
      'terraform',
      '--check',
      'CKV2_ASCRIBE_*',
      '--output',
      'json',
      '--compact',
      '--skip-download',
    ),
  )
  const { results } = Array.isArray(report) ? (report[0] as Report) : (report as Report)
  if (!results) throw new Error(`checkov checked nothing: ${JSON.stringify(report).slice(0, 500)}`)
  return refusedIn(
    results.failed_checks.map(({ resource }) => resource),
    input.vectors.length,
  )
}

function configuration({ vectors, spelling }: EngineInput): string {
  const [type, attribute] = TYPES[spelling]!
  return vectors
    .map(({ tags }, index) => {
      const entries = Object.entries(tags).map(
        ([key, value]) => `    ${hclString(key)} = ${hclString(value)}\n`,
      )
      return `resource "${type}" "v${index}" {\n  ${attribute} = {\n${entries.join('')}  }\n}\n`
    })
    .join('\n')
}

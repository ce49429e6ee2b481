import { readConfig } from '../../../core/config/read-config.ts'
import { policyFiles, policyLimits } from '../../../core/policy/export.ts'
import { type PolicySchema, policySchema } from '../../../core/policy/policy-schema.ts'
import type { PolicyFile, PolicyOptions, PolicyTarget, TaggedType } from '../../../core/policy/target.ts'
import { policyOptions } from '../../../core/policy-export.ts'
import { SourceFile } from '../../../core/source/source-file.ts'

/** What holds in every test but those that are about it. */
const REQUEST = { enforce: true, exemptRoles: [], organization: undefined } as const

/** One type for each way in which tags are written: documents under test stay as they are when Ascribe prices another. */
const TYPES: readonly TaggedType[] = [
  { type: 'aws_autoscaling_group', path: 'tag', merged: undefined, style: 'pairs', spelling: 'aws' },
  { type: 'aws_instance', path: 'tags', merged: 'tags_all', style: 'map', spelling: 'aws' },
  { type: 'azurerm_linux_virtual_machine', path: 'tags', merged: undefined, style: 'map', spelling: 'azure' },
  {
    type: 'google_compute_instance',
    path: 'labels',
    merged: 'effective_labels',
    style: 'map',
    spelling: 'google',
  },
  {
    type: 'google_sql_database_instance',
    path: 'settings.user_labels',
    merged: undefined,
    style: 'map',
    spelling: 'google',
  },
]

export function policyOf(yml: string): { readonly policy: PolicySchema; readonly options: PolicyOptions } {
  const { config, problems } = readConfig(new SourceFile('ascribe.yml', yml))
  const [problem] = problems.filter(({ severity }) => severity === 'error')
  if (problem) throw new Error(problem.message)
  return { policy: policySchema(config), options: { ...policyOptions(config, REQUEST), taggedTypes: TYPES } }
}

export function documentsOf(yml: string, target: PolicyTarget): readonly PolicyFile[] {
  const { policy, options } = policyOf(yml)
  return policyFiles(target, policy, options)
}

export function limitsFor(yml: string, target: PolicyTarget) {
  const { policy, options } = policyOf(yml)
  return policyLimits(target, policy, options)
}

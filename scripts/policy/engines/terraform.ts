import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { namesOf } from '../../../core/policy/policy-schema.ts'
import type { EngineInput } from '../../../test/policy/support/engine-input.ts'
import { policyOf } from '../../../test/policy/support/exported.ts'
import type { Ask } from './run.ts'

/** A plan a vector: what a validation refuses fails it. The module takes the first spelling of each key and no other tag. */
export const askTerraform: Ask = (input, folder, run) => {
  const variables = variablesOf(input)
  const initialised = run('-chdir=documents', 'init', '-input=false', '-backend=false')
  if (initialised.code !== 0) throw new Error(initialised.stderr)
  return input.vectors.map(({ tags }) => {
    if (!Object.keys(tags).every((name) => variables.has(name))) return undefined
    const values = Object.fromEntries(
      Object.entries(tags).map(([name, value]) => [variables.get(name)!, value]),
    )
    writeFileSync(join(folder, 'values.tfvars.json'), JSON.stringify(values))
    const { code, stderr } = run(
      '-chdir=documents',
      'plan',
      '-input=false',
      '-lock=false',
      '-no-color',
      '-var-file=../values.tfvars.json',
    )
    if (code === 0) return false
    if (
      /Invalid value for variable|No value for required variable|precondition failed|not.*be null/i.test(
        stderr,
      )
    )
      return true
    throw new Error(stderr)
  })
}

/** Tag → variable, as the module's own output pairs them. */
function variablesOf({ files, schema }: EngineInput): ReadonlyMap<string, string> {
  const outputs = files.find(({ path }) => path === 'outputs.tf')!.text
  const names = [...outputs.matchAll(/ = var\.(\w+)$/gm)].map(([, name]) => name!)
  const { policy } = policyOf(schema.yml)
  return new Map(
    policy.schema.keys.map(({ key }, index) => [namesOf(key, 'aws', policy.schema)[0]!, names[index]!]),
  )
}

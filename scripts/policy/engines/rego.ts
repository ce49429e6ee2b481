import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineInput } from '../../../test/policy/support/engine-input.ts'
import { type Ask, json, refusedIn } from './run.ts'

const TYPES = {
  aws: { type: 'aws_instance', tags: ['tags', 'tags_all'] },
  azure: { type: 'azurerm_linux_virtual_machine', tags: ['tags'] },
  google: { type: 'google_compute_instance', tags: ['labels', 'effective_labels'] },
  kubernetes: undefined,
} as const

export const askOpa: Ask = (input, folder, run) => {
  const plan = writePlan(input, folder)
  const { result } = json<{ result: { expressions: { value: string[] }[] }[] }>(
    run('eval', '--format', 'json', '--data', 'documents/policy', '--input', plan, 'data.main.deny'),
  )
  return refusedIn(result[0]!.expressions[0]!.value.map(addressOf), input.vectors.length)
}

export const askConftest: Ask = (input, folder, run) => {
  const plan = writePlan(input, folder)
  const [answer] = json<{ failures?: { msg: string }[] }[]>(
    run('test', '--output', 'json', '--policy', 'documents/policy', plan),
  )
  return refusedIn(
    (answer!.failures ?? []).map(({ msg }) => addressOf(msg)),
    input.vectors.length,
  )
}

const addressOf = (message: string) => message.split(': ')[0]!

function writePlan({ vectors, spelling }: EngineInput, folder: string): string {
  const { type, tags } = TYPES[spelling]!
  const changes = vectors.map((vector, index) => ({
    address: `${type}.v${index}`,
    mode: 'managed',
    type,
    name: `v${index}`,
    change: {
      actions: ['create'],
      after: Object.fromEntries(tags.map((attribute) => [attribute, vector.tags])),
      after_unknown: {},
    },
  }))
  const file = join(folder, 'plan.json')
  writeFileSync(file, JSON.stringify({ format_version: '1.2', resource_changes: changes }))
  return file
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Target } from '../../../core/config/spelling.ts'
import type { EngineInput } from '../../../test/policy/support/engine-input.ts'
import { type Ask, json, refusedIn } from './run.ts'

type Tags = Readonly<Record<string, string>>

/** In turn, the ways in which a plan has tags. */
const TYPES: Readonly<
  Record<Target, readonly { readonly type: string; readonly after: (tags: Tags) => unknown }[]>
> = {
  aws: [
    { type: 'aws_instance', after: (tags) => ({ tags: null, tags_all: tags }) },
    {
      type: 'aws_autoscaling_group',
      after: (tags) => ({
        tag: Object.entries(tags).map(([key, value]) => ({ key, value, propagate_at_launch: true })),
      }),
    },
  ],
  azure: [{ type: 'azurerm_linux_virtual_machine', after: (tags) => ({ tags }) }],
  google: [
    { type: 'google_compute_instance', after: (tags) => ({ labels: {}, effective_labels: tags }) },
    { type: 'google_sql_database_instance', after: (tags) => ({ settings: [{ user_labels: tags }] }) },
  ],
  kubernetes: [],
}

/** Resources without a tag that no rule may refuse: their tags are not known yet, or nothing is created. */
const NEVER_REFUSED = [
  change('aws_instance', 'unknown', {}, { after_unknown: { tags_all: true } }),
  change('aws_instance', 'gone', {}, { actions: ['delete'], after: null }),
  change('aws_instance', 'kept', { tags_all: {} }, { actions: ['no-op'] }),
  change('aws_iam_role', 'free', { tags_all: {} }),
  { ...change('aws_instance', 'read', { tags_all: {} }), mode: 'data' },
]

function change(type: string, name: string, after: unknown, more: Readonly<Record<string, unknown>> = {}) {
  return {
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    change: { actions: ['create'], after, after_unknown: {}, ...more },
  }
}

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
  const types = TYPES[spelling]
  const changes = vectors.map(({ tags }, index) => {
    const { type, after } = types[index % types.length]!
    return change(type, `v${index}`, after(tags))
  })
  const file = join(folder, 'plan.json')
  writeFileSync(
    file,
    JSON.stringify({ format_version: '1.2', resource_changes: [...changes, ...NEVER_REFUSED] }),
  )
  return file
}

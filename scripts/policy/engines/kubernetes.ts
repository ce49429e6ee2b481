import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { workloadOf } from '../../../test/policy/support/checker.ts'
import type { EngineInput } from '../../../test/policy/support/engine-input.ts'
import { type Ask, json, refusedIn } from './run.ts'

export const askGator: Ask = (input, folder, run) => {
  const workloads = writeWorkloads(input, folder)
  const found = json<{ violatingObject: { metadata: { name: string } } }[] | null>(
    run('test', '--filename', 'documents', '--filename', workloads, '--output', 'json'),
  )
  return refusedIn(
    (found ?? []).map(({ violatingObject }) => violatingObject.metadata.name),
    input.vectors.length,
  )
}

/** Both Kyverno's own policies and the API server's. */
export const askKyverno: Ask = (input, folder, run) => {
  const [{ path } = { path: '' }] = input.files
  const { stdout, stderr } = run(
    'apply',
    `documents/${path}`,
    '--resource',
    writeWorkloads(input, folder),
    '--policy-report',
  )
  const report = parse(stdout.slice(stdout.indexOf('apiVersion:'))) as {
    results: { result: string; resources: { name: string }[] }[]
  } | null
  if (!report?.results)
    throw new Error(`no report was printed: ${stdout.slice(0, 2_000)}${stderr.slice(0, 2_000)}`)
  const judged = report.results.filter(({ result }) => result === 'pass' || result === 'fail')
  if (new Set(judged.map(({ resources }) => resources[0]!.name)).size !== input.vectors.length)
    throw new Error(`${judged.length} of ${input.vectors.length} vectors were judged`)
  return refusedIn(
    judged.filter(({ result }) => result === 'fail').map(({ resources }) => resources[0]!.name),
    input.vectors.length,
  )
}

function writeWorkloads({ vectors }: EngineInput, folder: string): string {
  const file = join(folder, 'workloads.yaml')
  writeFileSync(
    file,
    vectors.map((vector, index) => JSON.stringify(workloadOf(vector, index))).join('\n---\n'),
  )
  return file
}

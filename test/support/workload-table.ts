import type { Reading } from '../../core/domain/reads.ts'
import type { Resource } from '../../core/domain/resource.ts'
import { isMapping, type MappingValue, type Value } from '../../core/domain/value.ts'
import type { NodeSelection, PodCount, PodGroup, PodRequest, Runs } from '../../core/domain/workload.ts'
import { locate } from '../../core/source/source-file.ts'

/** A resource and what it asks of its cluster, as goldens show it. */
export function workloadTable({ address, type, workload }: Resource): string {
  const lines = [`${address} (${type})`]
  if (!workload) return `${lines[0]}\n  no pods\n`
  for (const text of workload.assumptions) lines.push(`  assumes: ${text}`)
  for (const group of workload.podGroups) lines.push(...groupLines(group).map((line) => `  ${line}`))
  return `${lines.join('\n')}\n`
}

function groupLines(group: PodGroup): readonly string[] {
  const { role, count, runs, request, selection, labels, annotations, claims, range } = group
  const { line } = locate(range)
  return [
    `${role || 'pods'}, line ${line}: ${countText(count)}, ${runsText(runs)}`,
    ...requestLines(request),
    ...selectionLines(selection),
    ...mapLines('labels', labels),
    ...mapLines('annotations', annotations),
    ...claims.map(
      ({ name, storageGiB, storageClass }) =>
        `  claims ${name}: ${text(storageGiB)} GiB of class ${text(storageClass)}`,
    ),
  ]
}

function countText({ low, now, high, scaledBy }: PodCount): string {
  const most = high.kind === 'unlimited' ? `unlimited (${high.because})` : text(high)
  const range = text(low) === text(now) && most === text(now) ? '' : ` (${text(low)} to ${most})`
  return `${text(now)}${range}${scaledBy ? ` by ${scaledBy}` : ''}`
}

function runsText(runs: Runs): string {
  if (runs.kind !== 'to-completion') return runs.kind
  const { podsPerRun, runsPerMonth, atMostSeconds, suspended, staysUp } = runs
  const parts = [
    `until done, ${text(podsPerRun)} a run`,
    runsPerMonth && `${text(runsPerMonth)} runs a month`,
    atMostSeconds !== undefined && `at most ${atMostSeconds} s`,
    suspended && `suspended: ${suspended}`,
    staysUp && `stays up: ${staysUp}`,
  ]
  return parts.filter((part) => typeof part === 'string').join(', ')
}

function requestLines(request: Reading<PodRequest>): readonly string[] {
  if (request.kind === 'unknown') return [`  unknown request: ${request.because}`]
  const { cpu, memoryGiB, accelerators, limits, notes } = request.value
  const asked = [`cpu ${cpu ?? 'none'}`, `memory ${gib(memoryGiB)}`]
  for (const { resource, count } of accelerators) asked.push(`${resource} ${count}`)
  return [
    `  requests ${asked.join(', ')}; limits cpu ${limits.cpu ?? 'none'}, memory ${gib(limits.memoryGiB)}`,
    ...notes.map((note) => `  note: ${note}`),
  ]
}

function selectionLines({ requirements, tolerations, open }: NodeSelection): readonly string[] {
  return [
    ...requirements.map(({ key, operator, values }) => `  node ${key} ${operator} ${values.join(', ')}`),
    ...tolerations.map(
      ({ key, operator, value, effect }) =>
        `  tolerates ${key ?? 'everything'} ${operator} ${value ?? ''}:${effect ?? 'all effects'}`,
    ),
    ...(open ? [`  more nodes conditions may be there: ${open}`] : []),
  ]
}

function mapLines(name: string, { entries, open }: MappingValue): readonly string[] {
  if (entries.size === 0 && !open) return []
  const pairs = [...entries].map(([key, value]) => `${key}=${plain(value)}`)
  return [`  ${name} ${[...pairs, ...(open ? [`and more? ${open.because}`] : [])].join(', ')}`]
}

function plain(value: Value): string {
  if (value.kind === 'unknown') return `unknown: ${value.because}`
  return 'value' in value ? String(value.value) : isMapping(value) ? 'a mapping' : value.kind
}

const gib = (amount: number | undefined) => (amount === undefined ? 'none' : `${round(amount)} GiB`)
const round = (amount: number) => Math.round(amount * 1000) / 1000
const text = (reading: Reading<unknown>) =>
  reading.kind === 'unknown'
    ? `unknown (${reading.because})`
    : typeof reading.value === 'number'
      ? String(round(reading.value))
      : String(reading.value ?? 'default')

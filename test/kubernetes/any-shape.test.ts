import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Reading } from '../../core/domain/reads.ts'
import {
  isMapping,
  isSequence,
  list,
  NULL,
  number,
  object,
  string,
  unknown,
  type Value,
} from '../../core/domain/value.ts'
import { loadManifests, type Manifest, readManifests } from '../../core/kubernetes/index.ts'
import { SourceFile } from '../../core/source/source-file.ts'

const FIXTURES = join(import.meta.dirname, 'kinds')
const MANIFESTS = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readManifests(new SourceFile(file, readFileSync(join(FIXTURES, file), 'utf8'))).manifests)

/** What may stand where something else is meant. */
const ODD: readonly Value[] = [
  NULL,
  number(-1),
  number(2 ** 31),
  number(Number.POSITIVE_INFINITY),
  string(''),
  string('{{x}}'),
  list([]),
  list([NULL, string('a'), unknown('odd')]),
  object(new Map()),
  object(new Map([['constructor', string('x')]])),
  { ...object(new Map()), open: unknown('odd') },
  unknown('odd'),
]

function sizeOf(value: Value): number {
  const inner = isMapping(value) ? [...value.entries.values()] : isSequence(value) ? value.items : []
  return inner.reduce((sum, item) => sum + sizeOf(item), 1)
}

/** The value with its `at`th part, depth first, replaced. */
function replaced(value: Value, at: { left: number }, odd: Value): Value {
  if (at.left-- === 0) return odd
  if (isMapping(value))
    return {
      ...value,
      entries: new Map([...value.entries].map(([key, item]) => [key, replaced(item, at, odd)])),
    }
  return isSequence(value) ? { ...value, items: value.items.map((item) => replaced(item, at, odd)) } : value
}

function check(reading: Reading<number>): void {
  if (reading.kind === 'unknown') assert.ok(reading.because.length > 0)
  else assert.ok(Number.isFinite(reading.value) && reading.value >= 0, String(reading.value))
}

describe('objects of any shape', () => {
  it('end in finite numbers or reasons', () => {
    const manifests = fc.constantFrom(...MANIFESTS)
    fc.assert(
      fc.property(manifests, fc.nat(), fc.nat(), fc.constantFrom(...ODD), (all, which, part, odd) => {
        const index = which % all.length
        const changed = all.map((manifest, at): Manifest => {
          if (at !== index) return manifest
          const value = replaced(manifest.value, { left: part % sizeOf(manifest.value) }, odd)
          return { ...manifest, value: isMapping(value) ? value : object(new Map()) }
        })
        for (const { workload } of loadManifests([{ id: 'k8s', kind: 'folder', manifests: changed }]))
          for (const { count, request, runs } of workload?.podGroups ?? []) {
            check(count.low)
            check(count.now)
            if (count.high.kind !== 'unlimited') check(count.high)
            if (runs.kind === 'to-completion') check(runs.podsPerRun)
            if (request.kind === 'unknown') continue
            for (const amount of [request.value.cpu, request.value.memoryGiB])
              assert.ok(amount === undefined || (Number.isFinite(amount) && amount >= 0))
            for (const { count: devices } of request.value.accelerators) assert.ok(Number.isInteger(devices))
          }
      }),
      { numRuns: 5000 },
    )
  })
})

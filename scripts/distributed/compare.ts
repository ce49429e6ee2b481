import assert from 'node:assert/strict'
import type { ReadableBill } from '../../bills/read-bill.ts'
import {
  billedResourcesQuery,
  type ChargeGroup,
  costRowsQuery,
  endingQuery,
  type GroupQuery,
  untaggedQuery,
} from '../../core/index.ts'
import { billRows, FOCUS_COLUMNS, type FocusRow } from '../bills/believable-bill.ts'

const OCTOBER = { from: '2026-10-01', until: '2026-11-01' }

/** What the reports ask. */
export const QUERIES: Readonly<Record<string, GroupQuery>> = {
  'all that a report is made from': costRowsQuery(OCTOBER),
  'the dearest untagged resources': untaggedQuery(OCTOBER, 'effective', 100),
  'what is billed past its end': endingQuery(OCTOBER, 'effective', 100),
  'what ascribe reconcile joins': billedResourcesQuery(OCTOBER),
  'model × phase × service, all days': { by: ['model', 'phase', 'service'], where: [], top: undefined },
}

/** Two months of the generated bill, with the dirt that real ones have. */
export const rowsOfBill = (copies: number): readonly FocusRow[] => [
  ...billRows({ from: '2026-09-01', until: '2026-11-01', copies, seed: 1, isHourly: false, isClean: false }),
]

export function csvOf(rows: readonly FocusRow[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const written = rows.map((row) => FOCUS_COLUMNS.map((name) => quoted(row[name])).join(','))
  return `${[FOCUS_COLUMNS.join(','), ...written].join('\n')}\n`
}

/** Row by row, to the last digit. Closes both. */
export async function compare(
  expected: ReadableBill,
  found: ReadableBill,
  say: (text: string) => void,
): Promise<void> {
  assert.equal(found.format.id, expected.format.id)
  for (const [name, query] of Object.entries(QUERIES)) {
    const before = performance.now()
    const [theirs] = await found.groups([query])
    const took = Math.round(performance.now() - before)
    const [ours] = await expected.groups([query])
    assert.ok(ours!.length > 0, name)
    assert.deepEqual(sorted(theirs!), sorted(ours!), name)
    say(`${name}: ${ours!.length} groups in ${took} ms, row by row those of ${expected.engine}`)
  }
  expected.close()
  found.close()
}

const sorted = (groups: readonly ChargeGroup[]) =>
  groups
    .map((group) =>
      JSON.stringify({ ...group, by: Object.entries(group.by).sort() }, (_, value) =>
        typeof value === 'bigint' ? `${value}` : value,
      ),
    )
    .sort()

import type { Plain } from '../../../core/domain/plain.ts'

export type { Plain }

/** Address → what its `input` will be, `{ "$unknown": true }` and `{ "$sensitive": true }` where that is not shown. */
export type Plan = Readonly<Record<string, Plain>>

/** A plan as text, the same for the same plan. */
export function planText(plan: Plan): string {
  return `${JSON.stringify(sorted(plan), null, 2)}\n`
}

function sorted(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, item]) => [name, sorted(item)]))
}

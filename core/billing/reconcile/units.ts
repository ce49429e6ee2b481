import { tableOf } from '../../domain/table-of.ts'
/** One spelling for each unit, and how many of it one of the written is: `1000 Requests` is 1,000 requests. */
export interface Unit {
  readonly name: string
  readonly per: number
}

const SPELLINGS: Readonly<Record<string, string>> = tableOf({
  hrs: 'hours',
  hour: 'hours',
  'instance hours': 'hours',
  'gb-mo': 'gb-months',
  'gb-month': 'gb-months',
  'gigabyte-months': 'gb-months',
  request: 'requests',
})

export function unitOf(written: string): Unit {
  const text = written.trim().toLowerCase()
  const [, count = '', thousand = '', rest = text] = /^([\d,]*)(k?)\s+(\S.*)$/.exec(text) ?? []
  const number = count === '' ? 1 : Number(count.replaceAll(',', ''))
  return { name: SPELLINGS[rest] ?? rest, per: (number || 1) * (thousand === '' ? 1 : 1000) }
}

/** Whether what a usage file counts under a key (`GB`, `requests`) is what the bill counts (`gb-months`, `requests`). */
export function measures(key: { readonly key: string; readonly unit: string }, billed: string): boolean {
  const unit = unitOf(key.unit).name
  if (unit === billed) return billed !== 'gb' || !isStored(key.key)
  return unit === 'gb' && billed === 'gb-months' && isStored(key.key)
}

/** Stored GB are billed by the month, transferred ones by the GB. */
const isStored = (key: string): boolean => /storage|stored|snapshot|backup/.test(key)

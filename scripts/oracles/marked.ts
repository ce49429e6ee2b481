import type { Plain } from '../../core/domain/plain.ts'

/** A value with marks in place of what is unknown or sensitive: Terraform tells them apart from it. */
export function marked(
  value: Plain | undefined,
  unknown: Plain | undefined,
  sensitive: Plain | undefined,
): Plain {
  if (sensitive === true) return { $sensitive: true }
  if (unknown === true) return { $unknown: true }
  if (Array.isArray(value))
    return value.map((item, index) => marked(item, part(unknown, index), part(sensitive, index)))
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null
  const names = new Set([...Object.keys(value), ...Object.keys(unknown ?? {})])
  return Object.fromEntries(
    [...names].map((name) => [name, marked(part(value, name), part(unknown, name), part(sensitive, name))]),
  )
}

function part(of: Plain | undefined, key: string | number): Plain | undefined {
  return of !== null && typeof of === 'object' ? (of as Readonly<Record<string, Plain>>)[key] : undefined
}

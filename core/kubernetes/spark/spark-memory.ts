import { known, type Reading, unknownBecause } from '../../domain/reads.ts'

const UNITS: Readonly<Record<string, number>> = {
  b: 2 ** -20,
  k: 2 ** -10,
  m: 1,
  g: 2 ** 10,
  t: 2 ** 20,
  p: 2 ** 30,
}
/** Spark adds at least this much: spark.kubernetes.memoryOverheadFactor in https://spark.apache.org/docs/latest/running-on-kubernetes.html */
const LEAST_OVERHEAD_MIB = 384

/** `512m`, `8g`, `1024` as the JVM writes memory, in MiB; a bare number is MiB. */
export function sparkMebibytes(text: string, name: string): Reading<number> {
  const match = /^(\d{1,12}(?:\.\d+)?)([bkmgtp]?)(?:i?b)?$/i.exec(text.trim())
  if (!match)
    return unknownBecause(`\`${name}\` is ${JSON.stringify(text.slice(0, 60))}, expected e.g. 8g or 512m`)
  return known(Number(match[1]) * UNITS[(match[2] || 'm').toLowerCase()]!)
}

/** What a pod asks for: its memory, and what Spark adds for all that is not the JVM's heap. */
export function withOverhead(
  memory: Reading<number>,
  overhead: Reading<number> | undefined,
  factor: number,
): Reading<number> {
  if (memory.kind === 'unknown') return memory
  if (overhead?.kind === 'unknown') return overhead
  return known(memory.value + (overhead?.value ?? Math.max(LEAST_OVERHEAD_MIB, factor * memory.value)))
}

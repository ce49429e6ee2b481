import type { PolicyTarget } from '../../../core/policy/target.ts'
import { limitsFor } from './exported.ts'
import type { SchemaCase } from './schemas.ts'
import type { Vector } from './vectors.ts'

/**
 * Where an engine and the rules differ and may not: an engine refuses what the rules accept, or lets through what
 * they refuse, only where the target says so of what the vector is about.
 */
export function disagreements(
  schema: SchemaCase,
  target: PolicyTarget,
  vectors: readonly Vector[],
  rules: readonly boolean[],
  engine: readonly boolean[],
): readonly string[] {
  const limits = new Set(limitsFor(schema.yml, target).map(({ key, feature }) => `${key} ${feature}`))
  return vectors.flatMap(({ name, tags, probes }, index) => {
    if (rules[index] === engine[index]) return []
    const isExcused =
      probes &&
      (engine[index]
        ? target.stricter?.[probes.feature] !== undefined
        : limits.has(`${probes.key} ${probes.feature}`))
    if (isExcused) return []
    const says = (refuses: boolean | undefined) => (refuses ? 'refuse' : 'accept')
    return [
      `${name} ${JSON.stringify(tags)}: the rules ${says(rules[index])}, the engine says ${says(engine[index])}`,
    ]
  })
}

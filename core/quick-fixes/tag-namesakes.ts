import type { Resource } from '../domain/resource.ts'

/** Shorter words (`ml`, `v7`, `us`) say little. */
const MIN_WORD = 3
/** The nearer a name is to the resource, the more it says. */
const WEIGHTS = { resource: 4, module: 2, file: 1 } as const

/**
 * Values that share words with the names around a resource come first, the rest stays in its order: for
 * `aws_instance.fraud_gpu_training` that is the model `fraud_xgb_v7`, the team `fraud-ml` and the phase `training`.
 */
export function namesakesFirst(values: readonly string[], resource: Resource): readonly string[] {
  const around = wordsAround(resource)
  const score = (value: string): number =>
    wordsOf(value).reduce((sum, word) => sum + (around.get(word) ?? 0) * word.length, 0)
  return values
    .map((value) => ({ value, score: score(value) }))
    .sort((a, b) => b.score - a.score)
    .map(({ value }) => value)
}

/** The words of the names, each with what the nearest name that has it weighs. */
function wordsAround({ name, moduleCalls, range }: Resource): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  const add = (text: string, weight: number): void => {
    for (const word of wordsOf(text)) weights.set(word, Math.max(weight, weights.get(word) ?? 0))
  }
  add(name, WEIGHTS.resource)
  for (const { address } of moduleCalls) add(address, WEIGHTS.module)
  add(range.source.path, WEIGHTS.file)
  return weights
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])].filter(
    (word) => word.length >= MIN_WORD,
  )
}

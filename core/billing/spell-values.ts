import { type Catalogue, namesOf, SHARED_MODEL } from '../config/catalogue.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import type { Dimension } from '../domain/owner.ts'

/** The value that a tag of a bill stands for. */
export type SpellValue = (dimension: Dimension, value: string) => string

export interface Speller {
  readonly spell: SpellValue
  /** What was written otherwise, by dimension and value: `Training` → `training`. */
  readonly mended: ReadonlyMap<
    string,
    { readonly dimension: Dimension; readonly from: string; readonly to: string }
  >
}

/**
 * Spells values as the schema and the catalogue do where they are the same but for case, `-` for `_` and blanks. Any
 * other value stays as it is: the bill says it, and reports show it as a name nobody knows.
 */
export function speller(schema: TagSchema, catalogue: Catalogue): Speller {
  const known = new Map<Dimension, ReadonlyMap<string, string>>()
  const mended = new Map<string, { dimension: Dimension; from: string; to: string }>()
  const namesBy = (dimension: Dimension): ReadonlyMap<string, string> => {
    const found = known.get(dimension)
    if (found) return found
    const key = schema.keys.find((each) => each.key === schema.dimensions[dimension])
    const words = [
      ...(namesOf(dimension, catalogue)?.keys() ?? []),
      ...(key?.values ?? []),
      ...(key?.or ?? []),
      ...(dimension === 'model' ? [SHARED_MODEL] : []),
    ]
    // Of two names that fold to one word, the first is as good as none: neither is guessed.
    const byFolded = new Map<string, string>()
    for (const word of words) {
      const folded = fold(word)
      byFolded.set(folded, byFolded.has(folded) && byFolded.get(folded) !== word ? '' : word)
    }
    known.set(dimension, byFolded)
    return byFolded
  }
  const spell: SpellValue = (dimension, value) => {
    const names = namesBy(dimension)
    const name = names.get(fold(value))
    if (name === undefined || name === '' || name === value) return value
    const isExact = [...names.values()].includes(value)
    if (isExact) return value
    mended.set(JSON.stringify([dimension, value]), { dimension, from: value, to: name })
    return name
  }
  return { spell, mended }
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '')

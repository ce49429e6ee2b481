const MAX_LENGTH = 80
const MIN_ABBREVIATION = 3

/** The candidate that a misspelled or abbreviated word most likely meant, or undefined where none is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const meant = fold(word)
  if (meant === '' || word.length > MAX_LENGTH) return undefined
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(meant.length / 3)) + 1
  let abbreviated: string | undefined
  for (const candidate of candidates) {
    if (candidate.length > MAX_LENGTH) continue
    const folded = fold(candidate)
    if (isAbbreviation(meant, folded) || isAbbreviation(folded, meant)) abbreviated ??= candidate
    if (Math.abs(folded.length - meant.length) >= bestDistance) continue
    const distance = editDistance(meant, folded)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best ?? abbreviated
}

const isAbbreviation = (short: string, long: string) =>
  short.length >= MIN_ABBREVIATION && long.startsWith(short)

/** Letter case and the separators between words are no difference: `CostCenter` is `cost_center`. */
function fold(word: string): string {
  return word.toLowerCase().replace(/[-_. ]/g, '')
}

/** Insertions, deletions, substitutions and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) cost = Math.min(cost, beforePrevious[column - 2]! + 1)
      current.push(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length]!
}

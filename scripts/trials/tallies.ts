import type { InspectedResource } from './inspection.ts'

/** Adds up what inspections say over all commits: kinds of estimate, why money is not priced, why tags are unknown. */
export class Tallies {
  readonly #kinds = new Map<string, number>()
  readonly #unpricedTypes = new Map<string, number>()
  readonly #unknownReasons = new Map<string, number>()
  readonly #openReasons = new Map<string, number>()
  readonly #unknownTagReasons = new Map<string, number>()
  #taggable = 0
  #closed = 0
  #knownTags = 0
  #tags = 0

  add({ type, estimate, taggable, tags, tagsUnknown }: InspectedResource): void {
    count(this.#kinds, estimate.kind)
    if (estimate.kind === 'unpriced') count(this.#unpricedTypes, type)
    if (estimate.kind === 'unknown') count(this.#unknownReasons, `${type}: ${estimate.because}`)
    if (taggable !== true) return
    this.#taggable++
    if (tagsUnknown === null) this.#closed++
    else count(this.#openReasons, tagsUnknown)
    for (const tag of Object.values(tags)) {
      this.#tags++
      if (tag.value !== undefined) this.#knownTags++
      else count(this.#unknownTagReasons, tag.unknown ?? '')
    }
  }

  print(): void {
    console.log('\n| estimate | resources |\n| --- | --- |')
    for (const [kind, number] of ranked(this.#kinds)) console.log(`| ${kind} | ${number} |`)
    console.log(
      `\n${this.#taggable} taggable resources, ${this.#closed} with a tag set known to be complete; ` +
        `${this.#tags} tags, ${this.#knownTags} with a known value.`,
    )
    printTop('Types that are not priced', this.#unpricedTypes)
    printTop('Why an estimate is unknown', this.#unknownReasons)
    printTop('Why a tag set is open', this.#openReasons)
    printTop("Why a tag's value is unknown", this.#unknownTagReasons)
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function ranked(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

function printTop(title: string, counts: ReadonlyMap<string, number>): void {
  console.log(`\n${title} (${counts.size}):\n`)
  for (const [key, number] of ranked(counts).slice(0, 15)) console.log(`- ${number} × ${key}`)
}

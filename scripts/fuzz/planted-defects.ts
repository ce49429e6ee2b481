/** A mistake that is put into the sources for one run, to see whether the fuzzer finds it. */
export interface PlantedDefect {
  readonly target: string
  readonly what: string
  readonly file: string
  readonly right: string
  readonly wrong: string
}
export const PLANTED_DEFECTS: readonly PlantedDefect[] = []

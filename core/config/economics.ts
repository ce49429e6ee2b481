import type { AscribeYml } from './ascribe-yml.ts'
import type { Report } from './resolve-schema.ts'

/** What unit economics count, and how they are graded. */
export interface EconomicsConfig {
  /** Costs of these environments count; `*` stands for any run of characters. */
  readonly environments: readonly string[]
  /** The score above which a model has a grade; below the last it is D. */
  readonly grades: Readonly<Record<'A' | 'B' | 'C', number>>
}

export const DEFAULT_ECONOMICS: EconomicsConfig = {
  // As the presets spell it.
  environments: ['production', 'prod'],
  grades: { A: 0.8, B: 0.6, C: 0.4 },
}

export function readEconomics({ economics = {} }: AscribeYml, report: Report): EconomicsConfig {
  const { A, B, C } = DEFAULT_ECONOMICS.grades
  const written = economics.grades
  const grades = { A: written?.A ?? A, B: written?.B ?? B, C: written?.C ?? C }
  const falls = grades.A > grades.B && grades.B > grades.C
  if (!falls)
    report(
      ['economics', 'grades'],
      `expected A above B and B above C, found ${grades.A}, ${grades.B} and ${grades.C}`,
    )
  return {
    environments: economics.environments ?? DEFAULT_ECONOMICS.environments,
    grades: falls ? grades : DEFAULT_ECONOMICS.grades,
  }
}

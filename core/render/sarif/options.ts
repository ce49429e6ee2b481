import type { RenderOptions } from '../renderer.ts'

/** What a front end knows and core does not. */
export interface SarifOptions extends RenderOptions {
  /** The page of a rule, `docs/rules/ID.md`; undefined where it is not at hand. */
  readonly rulePage?: (ruleId: string) => string | undefined
  /** Ascribe's own version. */
  readonly version?: string
}

import type { RenderOptions } from '../../renderer.ts'

/** Where the other pages of the bill are, beside this one. */
export interface DashboardOptions extends RenderOptions {
  /** The file of a team's page; undefined where it has none. */
  readonly fileOf: (team: string) => string | undefined
  /** The file of the page of all. */
  readonly indexFile: string
}

import type { Config } from '../config/config.ts'
import type { UsageFile } from '../config/usage-file.ts'

/** A configuration, and the folder of the file it was read from: its paths start there. */
export interface PlacedConfig {
  readonly config: Config
  readonly directory: string
  /** What the usage file beside it says. */
  readonly usage: UsageFile
}

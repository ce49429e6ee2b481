/** How a result is shown. Nothing here changes what is said. */
export interface RenderOptions {
  readonly colour: boolean
  /** Columns that a line of a terminal may fill. */
  readonly width: number
  /** The path to print for a path of the source tree, e.g. from the reader's current folder. */
  readonly showPath?: (path: string) => string
}

/** A pure function from a result to text, line break at the end included. It sorts and words; it computes no cost. */
export type Renderer<Result> = (result: Result, options: RenderOptions) => string

/** Why a module is not to be had, in words that end a sentence. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure'
  /** Nobody answered at all: what was had before may still be used. */
  readonly isOffline: boolean

  constructor(because: string, isOffline = false) {
    super(because)
    this.isOffline = isOffline
  }
}

import type { RenderOptions } from '../renderer.ts'

/** What a place adds to the page. */
export interface HtmlOptions extends RenderOptions {
  /** Given where the page is shown under a policy that lets in styles with this nonce only, as an editor's panel does. */
  readonly nonce?: string
  /** Where a line of a file can be seen; only `https:` addresses are linked. */
  readonly link?: (path: string, line: number) => string
}

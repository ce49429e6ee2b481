import type { Review } from '../../review/review.ts'
import { markdownComment } from './comment.ts'
import type { MarkdownOptions } from './options.ts'
import { withoutHtml } from './without-html.ts'

/** Where a comment goes, and what that place takes. */
interface Host {
  /** UTF-16 units that we fill, below what the place allows: its API may count otherwise. */
  readonly limit: number
  /** Whether its Markdown has tags and entities. Elsewhere they are shown as they are written. */
  readonly html: boolean
}

export const COMMENT_HOSTS = {
  /** 65,536 characters. */
  github: { limit: 60_000, html: true },
  /** 1,000,000 characters. */
  gitlab: { limit: 900_000, html: true },
  /** 150,000 characters. */
  'azure-devops': { limit: 140_000, html: true },
  /** 32,768 characters. */
  bitbucket: { limit: 30_000, html: false },
} as const satisfies Readonly<Record<string, Host>>

export type CommentHost = keyof typeof COMMENT_HOSTS

export interface HostCommentOptions
  extends Pick<MarkdownOptions, 'today' | 'reportUrl' | 'docsUrl' | 'origin' | 'showPath'> {
  /** Which of several comments on one change this is: letters, digits, `.`, `_` and `-`. */
  readonly id: string
}

/**
 * The whole body of a comment. Its first line is a marker that no reader sees and no text of the files under review can
 * forge: a script finds its own comment by it, and writes over it.
 */
export function hostComment(
  review: Review,
  host: CommentHost,
  { id, ...options }: HostCommentOptions,
): string {
  const { limit, html } = COMMENT_HOSTS[host]
  const marker = markerOf(id, html)
  const text = markdownComment(
    review,
    {
      ...options,
      colour: false,
      width: 80,
      limit: limit - marker.length,
      ...(id !== 'default' && { name: id }),
    },
    limit > COMMENT_HOSTS.github.limit ? 'ample' : 'standard',
  )
  return marker + (html ? text : withoutHtml(text))
}

function markerOf(id: string, html: boolean): string {
  const says = `ascribe v=1 id="${id}"`
  // A link's definition that nothing uses is shown nowhere.
  return html ? `<!-- ${says} -->\n` : `[//]: # (${says})\n\n`
}

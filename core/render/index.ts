import { htmlReview } from './html/review.ts'
import { jsonCheck } from './json/check.ts'
import { jsonInspect } from './json/inspect.ts'
import { jsonReview } from './json/review.ts'
import { markdownReview } from './markdown/review.ts'
import { terminalCheck } from './terminal/check.ts'
import { terminalInspect } from './terminal/inspect.ts'
import { terminalReview } from './terminal/review.ts'

export type { CheckReport } from './check-report.ts'
export type { Renderer, RenderOptions } from './renderer.ts'

/** By command and format: the choices of `--format` come from here. The first is the default. */
export const renderers = {
  inspect: { terminal: terminalInspect, json: jsonInspect },
  check: { terminal: terminalCheck, json: jsonCheck },
  review: { terminal: terminalReview, markdown: markdownReview, json: jsonReview, html: htmlReview },
} as const

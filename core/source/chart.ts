import type { Range } from './source-file.ts'

/** A chart to be rendered, with what decides what comes of it. Paths start at the tree's root. */
export interface ChartRequest {
  /** The folder of its Chart.yaml. */
  readonly chart: string
  readonly release: string
  readonly namespace: string | undefined
  /** Later files win over earlier ones and over the chart's own values.yaml. */
  readonly valueFiles: readonly string[]
  /** Values written in YAML where the chart is asked for; they win over files. */
  readonly values: string | undefined
  /** Who asks for it: problems and what is not rendered are shown there. */
  readonly range: Range
}

export type RenderedChart =
  | { readonly kind: 'rendered'; readonly text: string }
  | { readonly kind: 'failed'; readonly because: string }

/** What `helm template` prints. Front ends have it, where helm is there and allowed; core runs nothing. */
export type ChartRenderer = (request: ChartRequest) => RenderedChart

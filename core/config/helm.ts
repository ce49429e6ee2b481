import type { ChartRequest } from '../source/chart.ts'
import { resolvePath } from '../source/source-tree.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import type { Report } from './resolve-schema.ts'
import { nodeAt, type YamlNode } from './yaml-tree.ts'

/** Which charts may be rendered. */
export interface HelmConfig {
  readonly render: boolean
  /** Paths are from the folder of the configuration. */
  readonly charts: readonly ChartRequest[]
}

export const NO_HELM: HelmConfig = { render: false, charts: [] }

export function readHelm({ helm }: AscribeYml, root: YamlNode, report: Report): HelmConfig {
  if (!helm) return NO_HELM
  const charts = (helm.charts ?? []).flatMap(({ chart, release, namespace, values = [] }, index) => {
    const at = ['helm', 'charts', index]
    const inside = [chart, ...values].map((path) => resolvePath('', path))
    const outside = inside.indexOf(undefined)
    if (outside >= 0) {
      report(at, `"${[chart, ...values][outside]}" leaves the repository. expected a path inside it`)
      return []
    }
    const [folder, ...valueFiles] = inside as string[]
    const { range } = nodeAt(root, at)
    return [{ chart: folder!, release, namespace, valueFiles, values: undefined, range }]
  })
  return { render: helm.render, charts }
}

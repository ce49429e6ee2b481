import { ignoresIn } from '../inspect/ignores-in.ts'
import type { InspectedTree } from '../inspect/inspect.ts'
import { costsMoneyIn } from '../review/compare.ts'
import type { FoundConfig } from '../settings/find-config.ts'
import { exemptionsOf } from '../settling/exemptions-of-tree.ts'
import { acceptor } from '../settling/settle-standing.ts'
import { directoryOf } from '../source/source-tree.ts'
import type { ConfigurationLoader } from '../terraform/index.ts'

/**
 * An inspection with the findings that are to be mended: about what costs money, and not exempted by anybody. What the
 * baseline accepts is among them: it is there to become less.
 */
export function fixable(
  now: InspectedTree,
  found: FoundConfig,
  loader: ConfigurationLoader,
  today: string | undefined,
): InspectedTree {
  const folders = new Set(now.resources.map(({ resource }) => directoryOf(resource.range.source.path)))
  const ignores = ignoresIn(loader, folders, now.resources)
  const isExempt = acceptor(exemptionsOf({ resources: now.resources, ignores }, found), today)
  const findings = now.findings.filter(costsMoneyIn(now)).filter((finding) => !isExempt(finding))
  return { ...now, findings }
}

import { quote } from '../config/wording.ts'
import { identityOf } from '../domain/address.ts'
import { isManifest } from '../domain/resource.ts'
import type { InspectedResource, Inspection } from '../review/inspection.ts'
import { locate } from '../source/source-file.ts'
import { idOf } from './differences.ts'
import type { Refusal } from './fix-plan.ts'
import type { Intentions } from './intentions.ts'

/** Why findings of these rules are left to a person. */
const LEFT: ReadonlyMap<string, string> = new Map([
  ['invalid-tag-value', 'it has a value, and which one is meant is for a person to say'],
  ['illegal-tag', 'it has a value, and which one is meant is for a person to say'],
  ['unknown-owner', 'it has a value, and which one is meant is for a person to say'],
  ['owner-conflict', 'which of the two is right is for a person to say'],
  ['expired', 'whether it is still needed is for a person to say'],
  ['tag-not-billed', 'there is no place to write them that is known to reach it'],
])

/** The findings about tags that stay, each with why it does. */
export function refusals(
  { findings, resources }: Inspection,
  intended: Intentions,
  withdrawn: ReadonlyMap<string, string>,
): readonly Refusal[] {
  const byId = new Map(resources.map((one) => [idOf(one), one]))
  return findings.flatMap(({ ruleId, severity, project, address, key, range, message }) => {
    const id = identityOf({ project, address })
    const inspected = byId.get(id)
    const left = LEFT.get(ruleId)
    if (!inspected || severity === 'hint' || (ruleId !== 'missing-tag' && left === undefined)) return []
    const because = withdrawn.get(`${id}\n${key}`) ?? left ?? whyMissing(inspected, key!, intended)
    const { path, line } = locate(range)
    return [{ ruleId, project, address, key, path, line, message, because }]
  })
}

function whyMissing(inspected: InspectedResource, key: string, intended: Intentions): string {
  const id = idOf(inspected)
  const { tags } = inspected
  const answer = intended.answers(id).get(key)
  if (tags.kind !== 'taggable') return 'it takes no tags itself, and what it starts takes them elsewhere'
  if (!answer) return 'it is there, and empty'
  const [stray] = intended.of(id).renamed
  if (answer.kind === 'none') return answer.because
  if (stray !== undefined) return `${quote(stray)} looks like it, and is not written where it can be renamed`
  return whyNowhere(inspected)
}

function whyNowhere({ resource }: InspectedResource): string {
  const { path } = resource.range.source
  if (path.endsWith('.json')) return 'it is written in JSON, which is left to whoever writes it'
  if (/(^|\/)\.terraform\//.test(path))
    return 'it is in a downloaded module, and nothing that calls it hands it tags'
  if (!isManifest(resource)) return 'its tags are written in a way to which none can be added'
  return /\.ya?ml$/.test(path)
    ? 'its labels are not written in this file'
    : 'its labels are written in Terraform: add them to its pod template there'
}

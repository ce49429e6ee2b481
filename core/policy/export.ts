import { featuresOf, type Limit, limitsOf } from './features.ts'
import type { PolicySchema } from './policy-schema.ts'
import type { PolicyFile, PolicyOptions, PolicyTarget } from './target.ts'
import { oneLine } from './text/one-line.ts'

/** What a target's documents leave to Ascribe. */
export function policyLimits(
  target: PolicyTarget,
  policy: PolicySchema,
  options: PolicyOptions,
): readonly Limit[] {
  const found = [
    ...limitsOf(policy, target.spelling, target.cannot),
    ...(target.limits?.(policy, options) ?? []),
  ]
  const asked = new Map(
    policy.requirements.map((requirement) => [
      requirement.key.key,
      featuresOf(requirement, target.spelling, policy),
    ]),
  )
  // A target may name all that a document had to leave out for a key: what the key never asked for is no loss.
  const lost = found.filter(({ key, feature }) => asked.get(key)?.includes(feature) ?? true)
  return [...new Map(lost.map((limit) => [JSON.stringify(limit), limit])).values()]
}

/** The documents of a target, each with a header where its format has comments, and a README.md that says the same. */
export function policyFiles(
  target: PolicyTarget,
  policy: PolicySchema,
  options: PolicyOptions,
): readonly PolicyFile[] {
  const files = target.files(policy, options)
  const lines = headerLines(target, policy, options)
  return [
    { path: 'README.md', text: readme(target, lines) },
    ...files.map((file) =>
      file.comment === undefined
        ? file
        : {
            ...file,
            text: `${lines.map((line) => `${file.comment} ${line}`.trimEnd()).join('\n')}\n\n${file.text}`,
          },
    ),
  ]
}

/** Rules that compare more than the tags of one request. */
const ALWAYS_LEFT =
  'Always left to Ascribe: unknown-owner, owner-conflict, tag-not-billed, expired (max-days, too), and what a plan does not know yet.'

function headerLines(target: PolicyTarget, policy: PolicySchema, options: PolicyOptions): readonly string[] {
  const limits = policyLimits(target, policy, options)
  const byBecause = new Map<string, string[]>()
  for (const { key, feature, because } of limits) {
    const what = `${feature}: ${because}`
    byBecause.set(what, [...(byBecause.get(what) ?? []), oneLine(key)])
  }
  return [
    `Written by "ascribe policy export --target ${target.id}${options.enforce ? ' --enforce' : ''}" from the tag schema of ascribe.yml; do not edit.`,
    ...(byBecause.size === 0 ? ['Expresses the whole tag schema.'] : ['Not expressed, and left to Ascribe:']),
    ...[...byBecause].map(([what, keys]) => `- ${what} (${keys.join(', ')})`),
    ...Object.values(target.stricter ?? {}).map(
      (because) => `- Refused though the rules accept it: ${because}`,
    ),
    ...policy.left.map(({ key, because }) => `- ${oneLine(key)}: ${because}, so nothing is refused for it`),
    ALWAYS_LEFT,
  ]
}

function readme(target: PolicyTarget, [written, ...lines]: readonly string[]): string {
  return [
    `# ${target.id}`,
    '',
    written,
    '',
    target.summary,
    '',
    `Put in force: ${target.apply}.`,
    '',
    ...target.notes.map((note) => `- ${note}`),
    '',
    ...lines,
    '',
  ].join('\n')
}

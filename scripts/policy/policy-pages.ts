import { FEATURES, type Feature } from '../../core/policy/features.ts'
import type { PolicyTarget } from '../../core/policy/target.ts'
import { POLICY_TARGETS } from '../../core/policy/targets/index.ts'

/** Engines that were asked, by target; the others are not executed by a real engine. */
const EXECUTED: Readonly<Record<string, readonly string[]>> = {
  rego: ['opa', 'conftest'],
  gatekeeper: ['gator'],
  kyverno: ['kyverno'],
  'kubernetes-vap': ['kyverno'],
  'terraform-module': ['terraform'],
  checkov: ['checkov'],
}

/** How the others are tested. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'aws-scp': 'not executed by a real engine: an evaluator of our own, by the semantics that AWS documents',
  'aws-tag-policy': 'not executed by a real engine: an evaluator of our own',
  'azure-policy':
    'not executed by a real engine: an evaluator of our own, by the semantics that Azure documents; rules have the shape of the published schema',
  'gcp-org-policy':
    'conditions by a CEL package (@marcbachmann/cel-js); the constraints around them are not executed by a real engine',
  terraform:
    'the .tf files by our HCL parser; the documents they read are those of the other targets, byte for byte; their locals were evaluated once by Terraform 1.11.4, without providers',
  tflint: 'not executed: the rulesets are plugins, and were not at hand',
}

interface Recorded {
  readonly version: string
  readonly verdicts: readonly { readonly target: string; readonly refused: string }[]
}

/** The generated pages by path, tables of docs/policies.md in place. */
export function policyPages(read: (path: string) => string): ReadonlyMap<string, string> {
  const pages = new Map(POLICY_TARGETS.map((target) => [`docs/policies/${target.id}.md`, page(target, read)]))
  const overview = read('docs/policies.md')
    .replace(
      /(<!-- targets -->\n)[\s\S]*?(<!-- \/targets -->)/,
      (_, start, end) => `${start}${targets(read)}${end}`,
    )
    .replace(
      /(<!-- features -->\n)[\s\S]*?(<!-- \/features -->)/,
      (_, start, end) => `${start}${features()}${end}`,
    )
  return pages.set('docs/policies.md', overview)
}

function targets(read: (path: string) => string): string {
  const rows = POLICY_TARGETS.map(
    (target) => `| [${target.id}](policies/${target.id}.md) | ${target.summary} | ${tested(target, read)} |`,
  )
  return `\n| Target | What it is | Tested by |\n| --- | --- | --- |\n${rows.join('\n')}\n\n`
}

/** `terraform` is what the documents are that it reads. */
const columns = POLICY_TARGETS.filter(({ id }) => id !== 'terraform')

function features(): string {
  const rows = (Object.keys(FEATURES) as Feature[]).map((feature) => {
    const cells = columns.map(({ cannot }) => (cannot[feature] === undefined ? 'yes' : '**no**'))
    return `| ${FEATURES[feature]} | ${cells.join(' | ')} |`
  })
  const head = columns.map(({ id }) => id)
  return `\n| Asked for | ${head.join(' | ')} |\n| --- |${' --- |'.repeat(head.length)}\n${rows.join('\n')}\n\n`
}

function tested({ id }: PolicyTarget, read: (path: string) => string): string {
  const engines = EXECUTED[id]
  if (!engines) return OTHERWISE[id]!
  return engines
    .map((engine) => {
      const { version, verdicts } = JSON.parse(read(`test/policy/verdicts/${engine}.json`)) as Recorded
      const count = verdicts
        .filter(({ target }) => target === id)
        .reduce((sum, { refused }) => sum + refused.replaceAll('-', '').length, 0)
      return `${engine} ${version}: ${count} vectors`
    })
    .join('; ')
}

function page(target: PolicyTarget, read: (path: string) => string): string {
  const cannot = Object.entries(target.cannot) as [Feature, string][]
  const stricter = Object.values(target.stricter ?? {})
  return [
    `# ${target.id}`,
    '',
    target.summary,
    '',
    '```',
    `ascribe policy export --target ${target.id} --out policies`,
    '```',
    '',
    '## Putting it in force',
    '',
    `${target.apply}.`,
    '',
    ...target.notes.map((note) => `- ${note}`),
    '',
    '## What it cannot express',
    '',
    ...(target.id === 'terraform'
      ? [
          'What the targets cannot whose documents it reads: their pages say it, and the export names the keys.',
          '',
        ]
      : cannot.length === 0
        ? [
            'Nothing of the tag schema in general. A schema of your own may ask for more: the export says so.',
            '',
          ]
        : [
            '| Asked for | Why it stays with Ascribe |',
            '| --- | --- |',
            ...cannot.map(([feature, because]) => `| ${FEATURES[feature]} | ${because} |`),
            '',
          ]),
    ...stricter.flatMap((because) => [`Refused though the rules accept it: ${because}.`, '']),
    '## Tested by',
    '',
    `${capital(tested(target, read))}. [How](../policies.md#agreement).`,
    '',
  ].join('\n')
}

const capital = (text: string) => text.replace(/^not /, 'Not ').replace(/^the /, 'The ')

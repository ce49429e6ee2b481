import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Resource } from '../../../core/domain/resource.ts'
import { type BillingContext, billedTags } from '../../../core/tags/billed-tags.ts'
import { effectiveTags } from '../../../core/tags/effective-tags.ts'
import { BILL_RULES } from '../../../core/topology/bill-lines/index.ts'
import { buildGraph } from '../../../core/topology/build-graph.ts'
import { matchesGolden } from '../../support/golden.ts'
import { load } from '../../support/load.ts'
import { tagText } from '../support/tag-text.ts'

const folder = import.meta.dirname
const root = join(folder, '../../..')

/** Every line of the bill that resources of a type make, with the tags that it shows. */
function drawn(text: string, type: string, settings: Partial<BillingContext> = {}): string {
  const { resources } = load(text)
  const context: BillingContext = {
    graph: buildGraph(resources),
    effectiveOf: (resource: Resource) => effectiveTags(resource, () => 'resource'),
    originOf: () => 'resource',
    notActivated: () => undefined,
    azureTagInheritance: false,
    ...settings,
  }
  const lines = resources
    .filter((resource) => resource.type === type)
    .flatMap((resource) => [
      `${resource.address} [${JSON.stringify(tagText(context.effectiveOf(resource)))}]`,
      ...billedTags(resource, context).map(
        ({ what, tags, remedy }) => `  ${what}: ${JSON.stringify(tagText(tags))}; else: ${remedy}`,
      ),
    ])
  return `${lines.join('\n')}\n`
}

describe('the tags that reach the bill', () => {
  for (const { type } of BILL_RULES)
    it(`of ${type}`, () => {
      const text = readFileSync(join(folder, `${type}.tf`), 'utf8')
      matchesGolden(drawn(text, type), join(folder, `${type}.golden`))
    })

  it('has a story for every rule, and none without', () => {
    const stories = readdirSync(folder).flatMap((name) => (name.endsWith('.tf') ? [name.slice(0, -3)] : []))
    assert.deepEqual(stories.toSorted(), BILL_RULES.map(({ type }) => type).toSorted())
  })

  it('has a row for every rule in docs/attribution.md', () => {
    const page = readFileSync(join(root, 'docs/attribution.md'), 'utf8')
    for (const { type, summary } of BILL_RULES) assert.ok(page.includes(`| \`${type}\` | ${summary} |`), type)
  })

  it('are those of the resource where there is no rule', () => {
    const volume = 'resource "aws_ebs_volume" "data" {\n  tags = { team = "fraud-ml" }\n}\n'
    assert.match(drawn(volume, 'aws_ebs_volume'), /^ {2}usage: \{"team":"fraud-ml"\}/m)
  })

  it('hold those of the Azure resource group only where the account is said to inherit them', () => {
    const text = `
resource "azurerm_resource_group" "ml" {
  name = "ml"
  tags = { team = "ml-platform", env = "prod" }
}
resource "azurerm_storage_account" "data" {
  resource_group_name = azurerm_resource_group.ml.name
  tags                = { team = "fraud-ml" }
}
`
    const type = 'azurerm_storage_account'
    assert.match(drawn(text, type), /^ {2}usage: \{"team":"fraud-ml"\}/m)
    assert.match(
      drawn(text, type, { azureTagInheritance: true }),
      /^ {2}usage: \{"team":"fraud-ml","env":"prod"\}/m,
    )
    // `Team` and `team` are one tag on Azure, and the nearer one is it.
    const shouted = text.replace('{ team = "fraud-ml" }', '{ Team = "fraud-ml" }')
    assert.match(
      drawn(shouted, type, { azureTagInheritance: true }),
      /^ {2}usage: \{"env":"prod","Team":"fraud-ml"\}/m,
    )
  })

  it('lack keys that AWS does not have activated, and AWS alone', () => {
    const text = `
resource "aws_ebs_volume" "data" {
  tags = { team = "fraud-ml", model_id = "ranker" }
}
resource "google_storage_bucket" "data" {
  labels = { team = "fraud-ml", model_id = "ranker" }
}
`
    const notActivated = (key: string) => (key === 'team' ? 'it is not' : undefined)
    assert.match(drawn(text, 'aws_ebs_volume', { notActivated }), /^ {2}usage: \{"model_id":"ranker"\}/m)
    assert.match(
      drawn(text, 'google_storage_bucket', { notActivated }),
      /^ {2}usage: \{"team":"fraud-ml","model_id":"ranker"\}/m,
    )
  })
})

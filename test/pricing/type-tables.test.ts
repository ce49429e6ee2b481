import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Estimate } from '../../core/domain/estimate.ts'
import { string } from '../../core/domain/value.ts'
import { estimate } from '../../core/pricing/estimate.ts'
import { FREE_AWS_TYPES } from '../../core/pricing/free-types/aws.ts'
import { FREE_GOOGLE_TYPES } from '../../core/pricing/free-types/google.ts'
import { FREE_KUBERNETES_TYPES } from '../../core/pricing/free-types/kubernetes.ts'
import { isFree } from '../../core/pricing/free-types.ts'
import { PLAIN_TYPES } from '../../core/pricing/plain-types/index.ts'
import { PRICERS } from '../../core/pricing/pricers/index.ts'
import { ALL_MONTH, type UsageRules } from '../../core/pricing/usage.ts'
import { aws } from '../../core/tags/taggability/aws.generated.ts'
import { unpack } from '../../core/tags/taggability/packed-table.ts'
import { buildGraph } from '../../core/topology/build-graph.ts'
import { estimateTable } from '../support/estimate-table.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { matchesGolden } from '../support/golden.ts'
import { resource } from '../support/resource.ts'

const book = frozenBook()
/** A thousand of everything that is charged by use. */
const THOUSAND: UsageRules = {
  ...ALL_MONTH,
  quantity: () => ({ value: 1000, place: 'ascribe-usage.yml:1' }),
}

const REGIONS: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  azurerm: 'eastus',
  google: 'us-central1',
}

function estimateOf(type: string, usage: UsageRules): Estimate {
  const provider = type.slice(0, type.indexOf('_'))
  const region = string(REGIONS[provider] ?? assert.fail(`no region for ${provider}`))
  const any = resource(`${type}.any`, {}, { provider: `hashicorp/${provider}`, region })
  return estimate(buildGraph([any]), book, usage)(any)
}

describe('types without a pricer file', () => {
  it('are either free or charged, never both', () => {
    for (const type of PRICERS.flatMap((pricer) => pricer.types))
      assert.equal(isFree(resource(`${type}.any`)), false, `${type} has a pricer and is listed as free`)
  })

  it('cost what stands as long as they do, and what is used of them', () => {
    const tables = PLAIN_TYPES.flatMap(({ type }) => [
      estimateTable(`${type}, use unknown`, estimateOf(type, ALL_MONTH)),
      estimateTable(`${type}, 1000 of each`, estimateOf(type, THOUSAND)),
    ])
    matchesGolden(tables.join('\n'), join(import.meta.dirname, 'plain-types.golden'))
  })

  it('have a figure for all that a usage file says, or say which price is missing', () => {
    for (const { type, fixed, byUse = [] } of PLAIN_TYPES) {
      const before = estimateOf(type, ALL_MONTH)
      const said = estimateOf(type, THOUSAND)
      assert.notEqual(said.kind, 'usageBased', type)
      if (said.kind === 'unpriced') {
        assert.match(said.because, /^no price for \S+ in (us-east-1|eastus|us-central1)$/, type)
        continue
      }
      assert.equal(said.kind, 'priced', type)
      if (said.kind !== 'priced') continue
      assert.ok(said.charges.length + said.omissions.length >= byUse.length + (fixed ? 1 : 0), type)
      assert.deepEqual(
        said.usageKeys,
        byUse.map(({ key, unit }) => ({ key, unit })),
        type,
      )
      assert.ok(
        before.kind === 'usageBased' || (fixed && before.kind === 'priced'),
        `${type} is ${before.kind}`,
      )
    }
  })

  it('of AWS that are neither are few, and named here', () => {
    const types = [...unpack(aws).keys()]
    const priced = new Set(PRICERS.flatMap((pricer) => pricer.types))
    const rest = types.filter((type) => !priced.has(type) && !isFree(resource(`${type}.any`)))
    matchesGolden(`${rest.join('\n')}\n`, join(import.meta.dirname, 'aws-types-not-priced.golden'))
    const names = `${FREE_AWS_TYPES} ${FREE_GOOGLE_TYPES} ${FREE_KUBERNETES_TYPES}`.trim().split(/\s+/)
    assert.deepEqual(names, [...new Set(names)], 'each once')
  })

  it('are not free where something they do may be charged', () => {
    for (const type of [
      'aws_flow_log',
      'aws_ecs_service',
      'aws_ami',
      'aws_db_snapshot',
      'kubernetes_deployment',
      'google_compute_instance_group_manager',
      'google_vertex_ai_endpoint',
    ])
      assert.equal(isFree(resource(`${type}.any`)), false, type)
  })
})

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { estimate } from '../../core/pricing/estimate.ts'
import { isFree } from '../../core/pricing/free-types.ts'
import { PRICERS } from '../../core/pricing/pricers/index.ts'
import { ALL_MONTH } from '../../core/pricing/usage.ts'
import { USAGE_BASED } from '../../core/pricing/usage-based-types.ts'
import { buildGraph } from '../../core/topology/build-graph.ts'
import { bookAt } from '../support/frozen-book.ts'
import { resource } from '../support/resource.ts'

const book = bookAt(join(import.meta.dirname, '../../core/pricing/book'))

describe('types without a pricer file', () => {
  it('are either free or charged, never both', () => {
    for (const type of PRICERS.flatMap((pricer) => pricer.types))
      assert.equal(isFree(resource(`${type}.any`)), false, `${type} has a pricer and is listed as free`)
  })

  it('that are charged by use say by what, and show the price of each unit', () => {
    const types = USAGE_BASED.map(([type]) => type)
    assert.deepEqual(types, [...types].sort(), 'sorted')
    for (const [type, chargedBy, ...skus] of USAGE_BASED) {
      const any = resource(`${type}.any`)
      const result = estimate(buildGraph([any]), book, ALL_MONTH)(any)
      assert.equal(result.kind, 'usageBased', type)
      assert.equal(result.kind === 'usageBased' && result.because, `charged by ${chargedBy}`)
      assert.equal(result.kind === 'usageBased' && result.assumptions.length, skus.length, `${type}: ${skus}`)
    }
  })

  it('are not free where something they do may be charged', () => {
    for (const type of [
      'aws_flow_log',
      'aws_ecs_service',
      'aws_ami',
      'aws_db_snapshot',
      'kubernetes_deployment',
    ])
      assert.equal(isFree(resource(`${type}.any`)), false, type)
  })
})

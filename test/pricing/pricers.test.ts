import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readUsageFile, statedInFile } from '../../core/config/usage-file.ts'
import type { Charge } from '../../core/domain/estimate.ts'
import { estimate } from '../../core/pricing/estimate.ts'
import { PRICERS } from '../../core/pricing/pricers/index.ts'
import { ALL_MONTH, type UsageRules } from '../../core/pricing/usage.ts'
import { locate, SourceFile } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { ConfigurationLoader, loadProject } from '../../core/terraform/index.ts'
import { buildGraph } from '../../core/topology/build-graph.ts'
import { estimateTable } from '../support/estimate-table.ts'
import { FROZEN_BOOK, frozenBook } from '../support/frozen-book.ts'
import { matchesGolden } from '../support/golden.ts'

const PRICER_FILES = join(import.meta.dirname, '../../core/pricing/pricers')
const TWINS = join(import.meta.dirname, 'pricers')
const names = readdirSync(PRICER_FILES)
  .filter((file) => file !== 'index.ts')
  .map((file) => file.replace(/\.ts$/, ''))

/** What the fixture's usage file says, where it has one. */
function usageOf(name: string): UsageRules {
  const file = `${name}.usage.yml`
  if (!existsSync(join(TWINS, file))) return ALL_MONTH
  const { usage, problems } = readUsageFile(new SourceFile(file, readFileSync(join(TWINS, file), 'utf8')))
  assert.deepEqual(problems, [])
  return {
    ...ALL_MONTH,
    quantity(resource, key) {
      const stated = statedInFile(usage, resource, key)?.quantity
      return stated && { value: stated.value, place: `${file}:${locate(stated.range).line}` }
    },
  }
}

/** Each resource of a fixture with its estimate. */
function estimates(name: string) {
  const tree = memoryTree({ 'main.tf': readFileSync(join(TWINS, `${name}.tf`), 'utf8') })
  const spec = { id: '', root: '', variableFiles: [], workspace: 'default' }
  const { resources, problems } = loadProject(new ConfigurationLoader(tree), spec)
  assert.deepEqual(
    problems.map(({ message }) => message),
    [],
  )
  const estimateOf = estimate(buildGraph(resources), frozenBook(), usageOf(name))
  return resources.map((resource) => ({ resource, estimate: estimateOf(resource) }))
}

/** The unit price as it is written in the frozen book, found without the code under test. */
function writtenPrice(charge: Charge): number {
  const { skuId, basis, listUnitPrice } = charge
  const custom = basis.kind === 'equivalent' ? /custom-(\d+)-(\d+)$/.exec(skuId) : undefined
  const regions = regionsOf(charge)
  const sku = basis.kind === 'equivalent' ? basis.skuId : skuId
  const price =
    written(sku, regions) ?? assert.fail(`${sku} at ${listUnitPrice} is not written in the frozen book`)
  if (custom) {
    const memory = written(sku.replace('vcpu', 'memory'), regions)!
    return round((Number(custom[1]) * price + (Number(custom[2]) / 1024) * memory) * 1.05)
  }
  // `1.15 × the Compute Engine price of the same machine`
  const factor = basis.kind === 'equivalent' ? /^([\d.]+) × /.exec(basis.rule)?.[1] : undefined
  return factor === undefined ? price : round(price * Number(factor))
}

const round = (price: number): number => Number(price.toFixed(10))

function written(sku: string, regions: readonly string[]): number | undefined {
  for (const provider of ['aws', 'google', 'azurerm'])
    for (const region of regions) {
      const file = join(FROZEN_BOOK, provider, `${region}.csv`)
      if (!existsSync(file)) continue
      const line = readFileSync(file, 'utf8')
        .split('\n')
        .find((line) => line.startsWith(`${sku},`))
      if (line) return Number(line.split(',')[2])
    }
  return undefined
}

const ONE_PRICE_EVERYWHERE =
  /^(?:artifact_registry|cloud_dns|gcp\/(?:kms|logging|monitoring)|gke\/control_plane|pubsub|secret_manager)(?:\/|$)/

/** Where a charge's price may be written, by its basis. */
function regionsOf({ skuId, basis, regionId }: Charge): readonly string[] {
  switch (basis.kind) {
    case 'exact':
      if (/^(?:route53|cloudfront|globalaccelerator)\//.test(skuId)) return ['us-east-1']
      return ONE_PRICE_EVERYWHERE.test(skuId) ? ['us-central1'] : [regionId]
    case 'equivalent':
      return [regionId, 'us-east-1', 'us-west-2']
    case 'reference-region':
      return [basis.regionId]
    default:
      return basis satisfies never
  }
}

describe('pricers', () => {
  it('are all registered, and each has its twins', () => {
    const types = new Set(PRICERS.flatMap((pricer) => pricer.types))
    for (const name of names) {
      assert.ok(types.has(name.replaceAll('-', '_')), `core/pricing/pricers/index.ts lacks ${name}`)
      assert.ok(existsSync(join(TWINS, `${name}.tf`)), `test/pricing/pricers/${name}.tf is missing`)
      assert.ok(existsSync(join(TWINS, `${name}.golden`)), `test/pricing/pricers/${name}.golden is missing`)
    }
    for (const file of readdirSync(TWINS))
      assert.ok(names.includes(file.replace(/\.(tf|golden|usage\.yml)$/, '')), `${file} has no pricer`)
  })

  it('are one for each type', () => {
    const types = PRICERS.flatMap((pricer) => pricer.types)
    assert.deepEqual(types, [...new Set(types)])
  })

  for (const name of names) {
    it(`${name}: charges what its fixture says`, () => {
      const all = estimates(name)
      const type = name.replaceAll('-', '_')
      assert.ok(
        all.some(({ resource }) => resource.type === type),
        `${name}.tf has no ${type}`,
      )
      matchesGolden(
        all.map(({ resource, estimate }) => estimateTable(resource.address, estimate)).join('\n'),
        join(TWINS, `${name}.golden`),
      )
    })

    it(`${name}: quantity times the written price, rounded once`, () => {
      for (const { estimate } of estimates(name)) {
        if (estimate.kind !== 'priced') continue
        for (const charge of estimate.charges) {
          const price = writtenPrice(charge)
          assert.equal(charge.listUnitPrice, price)
          assert.equal(charge.listCost, Math.round(charge.pricingQuantity * price * 1e6), charge.description)
        }
      }
    })
  }
})

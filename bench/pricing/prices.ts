import { readdirSync, readFileSync, statSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { reviewChange } from '../../core/changes/review-change.ts'
import type { Resource } from '../../core/domain/resource.ts'
import { unknown } from '../../core/domain/value.ts'
import { estimate } from '../../core/pricing/estimate.ts'
import { openPriceBook } from '../../core/pricing/price-book.ts'
import { ALL_MONTH } from '../../core/pricing/usage.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { ConfigurationLoader, loadProject } from '../../core/terraform/index.ts'
import { buildGraph } from '../../core/topology/build-graph.ts'
import { resource } from '../../test/support/resource.ts'

// node --import tsx bench/pricing/prices.ts
// Size of the price book, how long a region takes to load, how many resources are linked and priced a second, and how
// much of a whole review that is.

const BOOK = join(import.meta.dirname, '../../core/pricing/book')
const names = readdirSync(BOOK, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'))
const raw = names.reduce((total, name) => total + statSync(join(BOOK, name)).size, 0)
const zipped = names.reduce((total, name) => total + gzipSync(readFileSync(join(BOOK, name))).length, 0)
console.log(`book: ${names.length} files, ${kilobytes(raw)}, ${kilobytes(zipped)} gzipped`)

const loads = Array.from({ length: 21 }, () => {
  const started = performance.now()
  openPriceBook((name) => readFileSync(join(BOOK, name), 'utf8')).price(
    'aws',
    'us-east-1',
    'ec2/linux/m5.large',
  )
  return performance.now() - started
})
console.log(
  `open + first price in us-east-1: ${loads[0]!.toFixed(1)} ms cold, ${median(loads).toFixed(1)} ms warm`,
)

const book = openPriceBook((name) => readFileSync(join(BOOK, name), 'utf8'))
for (const count of [1_000, 10_000, 100_000]) {
  const resources = Array.from({ length: count / 2 }, (_, n) => [
    resource(`aws_launch_template.pool["${n}"]`, { instance_type: 'g5.xlarge' }),
    resource(`aws_autoscaling_group.pool["${n}"]`, {
      min_size: 2,
      launch_template: [
        {
          id: unknown('known after apply', {
            refs: [{ project: '', address: 'aws_launch_template.pool', attribute: 'id' }],
          }),
        },
      ],
    }),
  ]).flat()
  const started = performance.now()
  const graph = buildGraph(resources)
  const linked = performance.now()
  const estimateOf = estimate(graph, book, ALL_MONTH)
  for (const each of resources) estimateOf(each)
  const priced = performance.now()
  console.log(
    `${count} resources: graph ${(linked - started).toFixed(0)} ms, estimates ${(priced - linked).toFixed(0)} ms`,
  )
}

// The pricers' own fixtures, over and over: every type and its edges, each copy a root module of one big repository.
const FIXTURES = join(import.meta.dirname, '../../test/pricing/pricers')
const texts = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.tf'))
  .map((name) => readFileSync(join(FIXTURES, name), 'utf8'))
const files: Record<string, string> = {}
const mixed: Resource[] = []
for (let copy = 0; mixed.length < 20_000; copy++)
  for (const [at, text] of texts.entries()) {
    files[`${copy}/${at}/main.tf`] = text
    const loader = new ConfigurationLoader(memoryTree({ 'main.tf': text }))
    const spec = { id: `${copy}/${at}`, root: '', variableFiles: [], workspace: 'default' }
    mixed.push(...loadProject(loader, spec).resources)
  }
const pricing: number[] = []
for (let run = 0; run < 3; run++) {
  const started = performance.now()
  const before = process.memoryUsage().heapUsed
  const freshBook = openPriceBook((name) => readFileSync(join(BOOK, name), 'utf8'))
  const graph = buildGraph(mixed)
  const linked = performance.now()
  const estimateOf = estimate(graph, freshBook, ALL_MONTH)
  const estimates = mixed.map(estimateOf)
  const priced = performance.now()
  pricing.push(priced - linked)
  const grown = process.memoryUsage().heapUsed - before
  const figures = estimates.filter(({ kind }) => kind === 'priced').length
  console.log(
    `${mixed.length} resources of ${new Set(mixed.map(({ type }) => type)).size} types, ${figures} priced: ` +
      `book and graph ${(linked - started).toFixed(0)} ms, estimates ${(priced - linked).toFixed(0)} ms, ` +
      `heap grown by ${(grown / 1e6).toFixed(0)} MB`,
  )
}

// The same files as a change that brings all of them: parsing, tags, rules, attribution and the verdict besides.
const head = memoryTree(files)
const reviews = Array.from({ length: 3 }, () => {
  const started = performance.now()
  const freshBook = openPriceBook((name) => readFileSync(join(BOOK, name), 'utf8'))
  const sides = [
    { label: 'base', tree: memoryTree({}) },
    { label: 'head', tree: head },
  ] as const
  reviewChange(...sides, { below: '', prices: freshBook, failOn: undefined })
  return performance.now() - started
})
const share = (100 * median(pricing)) / median(reviews)
console.log(
  `the whole review of them: ${median(reviews).toFixed(0)} ms, of it estimates ${share.toFixed(0)} %, ` +
    `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in all`,
)
console.log(`load average ${loadavg()[0]!.toFixed(1)}, ${cpus().length} cores, Node ${process.version}`)

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspectTree } from '../../../core/check.ts'
import { toDollars } from '../../../core/domain/money.ts'
import { toPlain } from '../../../core/domain/plain.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { ALL_KNOWN_MODULES } from '../../../core/terraform/known-modules/index.ts'
import { frozenBook } from '../../support/frozen-book.ts'
import { matchesGolden } from '../../support/golden.ts'
import { attribute, load, problemsOf } from '../../support/load.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.tf'))

/** What an inspection says of a call whose module nobody has. */
function told(main: string): string {
  const { resources, findings, notLoaded } = inspectTree(memoryTree({ 'main.tf': main }), '', frozenBook())
  const lines = resources.flatMap(({ resource, estimate, cost }) => [
    `${resource.address}: ${estimate.kind}${estimate.kind === 'priced' ? ` $${toDollars(cost)}` : ''}`,
    ...('because' in estimate ? [`  because ${estimate.because}`] : []),
    ...(estimate.kind === 'priced'
      ? estimate.charges.map(({ description, basis }) => `  ${description} (${basis.kind})`)
      : []),
    ...('assumptions' in estimate ? estimate.assumptions.filter(isAboutModule) : []).map(
      (assumption) => `  assuming ${assumption}`,
    ),
  ])
  const found = findings.map(({ message, range }) => {
    const { line } = range.source.position(range.start)
    return `${range.source.path}:${line}: ${message}`
  })
  const absent = notLoaded.map(
    ({ address, hasStandIn }) => `${address} is not loaded${hasStandIn ? ', its inputs count' : ''}`,
  )
  return `${[...lines, '', ...found, '', ...absent].join('\n')}\n`
}

/** The others are the pricers' own. */
const isAboutModule = (assumption: string) => assumption.startsWith('module.')

describe('well-known modules that cannot be had', () => {
  it('each has its story', () => {
    assert.deepEqual(
      fixtures.map((name) => path.basename(name, '.tf')).sort(),
      ALL_KNOWN_MODULES.map(({ source }) =>
        source
          .toLowerCase()
          .replaceAll('/', '-')
          .replace(/-(?:aws|google|azurerm)$/, ''),
      ).sort(),
    )
  })

  for (const name of fixtures)
    it(`${path.basename(name, '.tf')}: size and tags as its inputs say, and nothing else`, () => {
      const text = readFileSync(path.join(folder, name), 'utf8')
      matchesGolden(told(text), path.join(folder, name.replace(/\.tf$/, '.golden')))
    })

  it('what an input does not say is unknown, with the reason of the input', () => {
    const project = load(`
      variable "groups" {}
      variable "machine" {}
      module "eks" {
        source                  = "terraform-aws-modules/eks/aws"
        eks_managed_node_groups = var.groups
      }
      module "box" {
        source        = "terraform-aws-modules/ec2-instance/aws"
        instance_type = var.machine
      }`)
    assert.deepEqual(attribute(project, 'module.box.aws_instance.this[0]', 'instance_type'), {
      $unknown: 'var.machine has no default and is given no value',
    })
    const groups = project.resources.find(({ type }) => type === 'aws_eks_node_group')
    assert.equal(groups?.address, 'module.eks.module.eks_managed_node_group[*].aws_eks_node_group.this[0]')
    assert.match(groups?.multiplicity?.because ?? '', /var\.groups has no default/)
    assert.deepEqual(problemsOf(project), [])
  })

  it('outputs stay unknown, other modules and other hosts are not guessed', () => {
    const project = load(`
      module "eks" { source = "terraform-aws-modules/eks/aws" }
      module "own" { source = "modules.acme.example/terraform-aws-modules/eks/aws" }
      module "part" { source = "terraform-aws-modules/eks/aws//modules/karpenter" }
      resource "aws_ssm_parameter" "cluster" { value = module.eks.cluster_name }`)
    assert.deepEqual(
      project.resources.map(({ address }) => address),
      ['aws_ssm_parameter.cluster', 'module.eks.aws_eks_cluster.this[0]'],
    )
    const value = project.resources[0]!.attributes.entries.get('value')
    assert.match(JSON.stringify(value && toPlain(value)), /module\.eks is not loaded/)
    assert.deepEqual(
      project.notLoaded.map(({ hasStandIn }) => hasStandIn),
      [true, false, false],
    )
  })
})

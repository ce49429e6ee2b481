import assert from 'node:assert/strict'
import type { Resource } from '../../core/domain/resource.ts'
import { string, unknown } from '../../core/domain/value.ts'
import { buildGraph } from '../../core/topology/build-graph.ts'
import { EDGES, JOINS } from '../../core/topology/edges.ts'
import type { EdgeKind } from '../../core/topology/resource-graph.ts'
import { attributeOf, resource } from '../support/resource.ts'

const template = (address: string, attributes = {}) =>
  resource(address, { instance_type: 'g5.xlarge', ...attributes })
const group = (address: string, launchTemplate: Parameters<typeof resource>[1], options = {}) =>
  resource(address, { launch_template: [{ id: launchTemplate }] as never }, options)

/** The addresses at the end of the edges, or why there are none. */
function targets(resources: readonly Resource[], from: Resource, edge: EdgeKind): readonly string[] | string {
  const linked = buildGraph(resources).targets(from, edge)
  if (linked.kind === 'linked') return linked.resources.map(({ address }) => address)
  return linked.kind === 'unknown' ? linked.because : 'none'
}

describe('the resource graph', () => {
  it('follows a reference through an id that nobody knows yet', () => {
    const gpu = template('aws_launch_template.gpu')
    const asg = group('aws_autoscaling_group.train', attributeOf('aws_launch_template.gpu', 'id'))
    assert.deepEqual(targets([asg, gpu], asg, 'launches'), ['aws_launch_template.gpu'])
    assert.deepEqual(buildGraph([asg, gpu]).sources(gpu, 'launches'), [asg])
  })

  it('follows the reference of a known value before its text', () => {
    const blue = template('aws_launch_template.blue', { name: 'serving' })
    const green = template('aws_launch_template.green', { name: 'serving' })
    const name = {
      ...string('serving'),
      refs: [{ project: '.', address: 'aws_launch_template.green', attribute: 'name' }],
    }
    const asg = resource('aws_autoscaling_group.serving', { launch_template: [{ name }] })
    assert.deepEqual(targets([blue, green, asg], asg, 'launches'), ['aws_launch_template.green'])
  })

  it('matches a name written out, within the project only', () => {
    const config = resource('aws_sagemaker_endpoint_configuration.fraud', { name: 'fraud-v7' })
    const endpoint = resource('aws_sagemaker_endpoint.fraud', { endpoint_config_name: 'fraud-v7' })
    assert.deepEqual(targets([config, endpoint], endpoint, 'configuredBy'), [config.address])
    const elsewhere = resource(
      'aws_sagemaker_endpoint_configuration.fraud',
      { name: 'fraud-v7' },
      { project: 'dev' },
    )
    assert.equal(
      targets([elsewhere, endpoint], endpoint, 'configuredBy'),
      '"fraud-v7" is not among the resources of this project',
    )
  })

  it('does not take a reference to another attribute for a link', () => {
    const gpu = template('aws_launch_template.gpu')
    const asg = group('aws_autoscaling_group.train', attributeOf('aws_launch_template.gpu', 'latest_version'))
    assert.equal(
      targets([gpu, asg], asg, 'launches'),
      'aws_launch_template.gpu.latest_version is known after apply',
    )
  })

  it('says why where a value is unknown and refers to nothing', () => {
    const asg = group('aws_autoscaling_group.train', unknown('var.template has no default'))
    assert.equal(targets([asg], asg, 'launches'), 'var.template has no default')
  })

  it('links nothing where nothing is named', () => {
    const box = resource('aws_instance.box', { instance_type: 'm5.large' })
    assert.equal(targets([box], box, 'launches'), 'none')
  })

  it('prefers the instance with the same key', () => {
    const blue = template('aws_launch_template.pool["blue"]')
    const green = template('aws_launch_template.pool["green"]')
    const asg = group('aws_autoscaling_group.pool["green"]', attributeOf('aws_launch_template.pool', 'id'))
    assert.deepEqual(targets([blue, green, asg], asg, 'launches'), [green.address])
    const single = group('aws_autoscaling_group.one', attributeOf('aws_launch_template.pool', 'id'))
    assert.deepEqual(targets([blue, green, single], single, 'launches'), [blue.address, green.address])
    const named = group('aws_autoscaling_group.one', attributeOf('aws_launch_template.pool["blue"]', 'id'))
    assert.deepEqual(targets([blue, green, named], named, 'launches'), [blue.address])
  })

  it('takes the one instance that stands for an unknown number', () => {
    const pool = template('module.ml["fraud"].aws_launch_template.pool[*]', {})
    const standIn = { ...pool, multiplicity: unknown('var.pools is unknown') as never }
    const asg = group(
      'module.ml["fraud"].aws_autoscaling_group.pool["a"]',
      attributeOf('module.ml["fraud"].aws_launch_template.pool["a"]', 'id'),
    )
    assert.deepEqual(targets([standIn, asg], asg, 'launches'), [standIn.address])
  })

  it('reads the template of a mixed instances policy and a launch configuration', () => {
    const gpu = template('aws_launch_template.gpu')
    const mixed = resource('aws_autoscaling_group.mixed', {
      mixed_instances_policy: [
        {
          launch_template: [
            {
              launch_template_specification: [
                { launch_template_id: attributeOf('aws_launch_template.gpu', 'id') },
              ],
            },
          ],
        },
      ],
    })
    const workers = resource('aws_launch_configuration.workers', { name_prefix: 'workers-' })
    const old = resource('aws_autoscaling_group.workers', {
      launch_configuration: attributeOf('aws_launch_configuration.workers', 'name'),
    })
    const all = [gpu, mixed, workers, old]
    assert.deepEqual(targets(all, mixed, 'launches'), [gpu.address])
    assert.deepEqual(targets(all, old, 'launches'), [workers.address])
  })

  it('attaches a volume to its instance through the attachment', () => {
    const volume = resource('aws_ebs_volume.data')
    const box = resource('aws_instance.box')
    const attachment = resource('aws_volume_attachment.data', {
      volume_id: attributeOf('aws_ebs_volume.data', 'id'),
      instance_id: attributeOf('aws_instance.box', 'id'),
    })
    const all = [attachment, volume, box]
    assert.deepEqual(targets(all, volume, 'attachedTo'), [box.address])
    assert.deepEqual(buildGraph(all).sources(box, 'attachedTo'), [volume])
  })

  it('puts node groups on their cluster', () => {
    const cluster = resource('aws_eks_cluster.ml', { name: 'ml-prod' })
    const nodes = resource('aws_eks_node_group.gpu', { cluster_name: 'ml-prod' })
    assert.deepEqual(targets([cluster, nodes], nodes, 'runsOn'), [cluster.address])
  })

  it('looks into no part of a block that may be hidden', () => {
    const asg = resource('aws_autoscaling_group.train', { launch_template: unknown('each.value is unknown') })
    assert.equal(targets([asg], asg, 'launches'), 'each.value is unknown')
  })

  it('does not link a value that may mean any of many resources', () => {
    const templates = Array.from({ length: 1_000 }, (_, n) => template(`aws_launch_template.many[${n}]`))
    const groups = Array.from({ length: 1_000 }, (_, n) =>
      group(`aws_autoscaling_group.many["${n}"]`, attributeOf('aws_launch_template.many', 'id')),
    )
    assert.equal(
      targets([...templates, ...groups], groups[7]!, 'launches'),
      'it may be any of 33 or more resources of type aws_launch_template',
    )
  })

  it('declares edges from and to types by their own names, or from all of a provider', () => {
    const NAMES = /^[a-z]+_(?:[a-z0-9_]+|\*)$|^[a-z0-9.]+\/[A-Z]\w+$/
    for (const { from, to } of EDGES) for (const type of [from, ...to]) assert.match(type, NAMES)
    for (const { via, from, to } of JOINS)
      for (const type of [via, ...from, ...to]) assert.match(type, /^[a-z]+_[a-z0-9_]+$/)
  })
})

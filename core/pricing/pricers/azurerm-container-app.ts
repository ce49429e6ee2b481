import { block, blocks, number, string } from '../../domain/reads.ts'
import { assumption, hourly, mapScaling, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/container-apps/
export const azurermContainerApp = pricer(
  {
    type: 'azurerm_container_app',
    reads: {
      template: block({
        min_replicas: number(0),
        max_replicas: number(10),
        container: blocks({ cpu: number(0), memory: string('') }),
      }),
      workload_profile_name: string('Consumption'),
    },
  },
  function* ({ template, workload_profile_name: profile }) {
    // On a profile of one's own, its machines are what is charged.
    if (profile !== 'Consumption') {
      yield omitted(
        'unpriced',
        'Replicas',
        `they run on workload profile "${profile}", and its machines have no price`,
      )
      return
    }
    const replicas = template?.min_replicas ?? 0
    const scaling = { low: replicas, high: Math.max(replicas, template?.max_replicas ?? 10) }
    const containers = template?.container ?? []
    const unknown = containers.find(({ kind }) => kind === 'unknown')
    if (unknown?.kind === 'unknown') {
      yield omitted('unknown', 'Replicas', unknown.because)
      return
    }
    const sizes = containers.flatMap((read) => (read.kind === 'known' ? [read.value] : []))
    const cpu = sizes.reduce((total, { cpu }) => total + cpu, 0)
    const memory = sizes.reduce((total, { memory }) => total + Number.parseFloat(memory || '0'), 0)
    for (const [what, units] of [
      ['vcpu', cpu],
      ['memory', memory],
    ] as const)
      yield hourly({
        description: `Replicas, ${units} ${what === 'vcpu' ? 'vCPUs' : 'GiB of memory'} each`,
        serviceName: 'Azure Container Apps',
        sku: `azure/container_apps/consumption/${what}`,
        pricingUnit: what === 'vcpu' ? 'vCPU-Hours' : 'GB-Hours',
        count: replicas * units,
        scaling: mapScaling(scaling, (count) => count * units),
      })
    yield assumption('container apps stay at `min_replicas`')
  },
)
